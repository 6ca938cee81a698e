/// <reference lib="dom" />
/** Menus, messages and questions. */
import type { MenuView } from '../protocol';
import { byId, el } from './dom';
import type { Word } from './words';

export class MenuBar {
  private open: { readonly button: HTMLElement; readonly popup: HTMLElement } | null = null;

  constructor(
    private readonly root: HTMLElement,
    private readonly chosen: (functionName: string) => void,
  ) {
    document.addEventListener('pointerdown', (event) => {
      if (
        this.open &&
        event.target instanceof Node &&
        !this.open.popup.contains(event.target) &&
        !this.open.button.contains(event.target)
      ) {
        this.close(false);
      }
    });
  }

  show(menus: readonly MenuView[]): void {
    this.close(false);
    this.root.replaceChildren(
      ...menus.map((menu) => {
        const button = el(
          'button',
          { class: 'menu-button', type: 'button', 'aria-haspopup': 'menu', 'aria-expanded': 'false' },
          menu.caption,
        );
        button.addEventListener('click', () => this.toggle(button, menu));
        button.addEventListener('keydown', (event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          if (this.open === null) this.toggle(button, menu);
        });
        return button;
      }),
    );
  }

  private toggle(button: HTMLElement, menu: MenuView): void {
    const wasOpen = this.open?.button === button;
    this.close(false);
    if (wasOpen) return;
    const popup = el('div', { class: 'popup', role: 'menu', 'aria-label': menu.caption });
    for (const item of menu.items) {
      const entry = el('button', { role: 'menuitem', type: 'button', tabindex: -1 }, item.caption);
      entry.addEventListener('click', () => {
        this.close(true);
        this.chosen(item.functionName);
      });
      popup.append(entry);
    }
    popup.addEventListener('keydown', (event) => this.key(event, popup));
    document.body.append(popup);
    const at = button.getBoundingClientRect();
    popup.style.left = `${Math.min(at.left, innerWidth - popup.offsetWidth - 8)}px`;
    popup.style.top = `${at.bottom + 4}px`;
    button.setAttribute('aria-expanded', 'true');
    this.open = { button, popup };
    if (popup.firstElementChild instanceof HTMLElement) popup.firstElementChild.focus();
  }

  private key(event: KeyboardEvent, popup: HTMLElement): void {
    const items = [...popup.querySelectorAll<HTMLElement>('[role="menuitem"]')];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const go = (index: number) => items[(index + items.length) % items.length]?.focus();
    if (event.key === 'Escape' || event.key === 'Tab') this.close(true);
    else if (event.key === 'ArrowDown') go(at + 1);
    else if (event.key === 'ArrowUp') go(at - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(-1);
    else return;
    event.preventDefault();
  }

  private close(refocus: boolean): void {
    if (this.open === null) return;
    const { button, popup } = this.open;
    this.open = null;
    popup.remove();
    button.setAttribute('aria-expanded', 'false');
    if (refocus) button.focus();
  }
}

const TOAST_MS = 6000;

/** A short message in the corner. One that stays is taken away by the function returned. */
export function toast(text: string, kind: 'plain' | 'bad' | 'stays' = 'plain'): () => void {
  const element = el('div', { class: kind === 'bad' ? 'toast is-bad' : 'toast' }, text);
  byId('toasts', HTMLElement).append(element);
  const remove = () => element.remove();
  // Long enough to read it, and longer for long ones (WCAG 2.2.1 asks for time enough).
  if (kind !== 'stays') setTimeout(remove, Math.max(TOAST_MS, text.length * 80));
  return remove;
}

/** A question or a message that must be seen. Resolves to whether the person agreed. */
export function ask(
  title: string,
  text: string,
  word: (word: Word) => string,
  agree: Word = 'ok',
  mayCancel = false,
): Promise<boolean> {
  return new Promise((resolve) => {
    const yes = el('button', { class: 'button is-main', type: 'button' }, word(agree));
    const no = el('button', { class: 'button', type: 'button' }, word('cancel'));
    const buttons = el('div', { class: 'buttons' }, mayCancel ? no : null, yes);
    const heading = el('h2', { id: 'ask-title' }, title);
    const dialog = el(
      'dialog',
      { class: 'ask', 'aria-labelledby': 'ask-title' },
      heading,
      el('p', {}, text),
      buttons,
    );
    let agreed = false;
    yes.addEventListener('click', () => {
      agreed = true;
      dialog.close();
    });
    no.addEventListener('click', () => dialog.close());
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(agreed);
    });
    document.body.append(dialog);
    dialog.showModal();
    yes.focus();
  });
}
