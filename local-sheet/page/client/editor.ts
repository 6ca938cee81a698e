/// <reference lib="dom" />
/** Typing into a cell: a box over it, and for cells with choices a list under it. */
import type { CellRule } from '../protocol';
import { el } from './dom';
import type { Word } from './words';

interface EditorEnd {
  /** Commits the text; where the person goes next: down (Enter), right (Tab), nowhere (a click elsewhere). */
  commit(value: string, next: 'down' | 'up' | 'right' | 'left' | 'stay'): void;
  cancel(): void;
}

let made = 0;

export class CellEditor {
  private readonly box = el('textarea', { class: 'editor', rows: 1, spellcheck: 'false' });
  private readonly list: HTMLElement | null;
  private readonly listId = `choices-${++made}`;
  private shown: readonly string[] = [];
  private active = -1;
  private ended = false;

  constructor(
    private readonly rule: CellRule | null,
    text: string,
    private readonly anchor: () => HTMLElement | null,
    private readonly end: EditorEnd,
    private readonly word: (word: Word) => string,
    /** A typed first letter replaces the content; opening an old one shows every choice. */
    private readonly typed: boolean,
  ) {
    this.box.value = text;
    this.list =
      rule?.kind === 'list' ? el('div', { class: 'popup', role: 'listbox', id: this.listId }) : null;
    if (this.list !== null) {
      this.list.setAttribute('aria-label', word('choices'));
      this.box.setAttribute('role', 'combobox');
      this.box.setAttribute('aria-expanded', 'true');
      this.box.setAttribute('aria-controls', this.listId);
      this.box.setAttribute('aria-autocomplete', 'list');
    }
    this.box.setAttribute('aria-label', word('content'));
    this.box.addEventListener('keydown', (event) => this.key(event));
    this.box.addEventListener('input', () => {
      this.offer(this.box.value);
      this.place();
    });
    this.box.addEventListener('blur', () => this.finish(this.chosen() ?? this.box.value, 'stay'));
    document.body.append(this.box);
    if (this.list !== null) document.body.append(this.list);
    this.offer(typed ? text : '');
    this.place();
    this.box.focus({ preventScroll: true });
    if (typed) this.box.setSelectionRange(text.length, text.length);
    else this.box.select();
  }

  /** Follows its cell; a cell that left the screen ends the editing with what was typed. */
  place(): void {
    const cell = this.anchor();
    if (cell === null) {
      this.finish(this.box.value, 'stay');
      return;
    }
    const at = cell.getBoundingClientRect();
    const width = Math.min(Math.max(at.width, 140), innerWidth - at.left - 8);
    this.box.style.left = `${Math.max(4, at.left)}px`;
    this.box.style.top = `${at.top}px`;
    this.box.style.width = `${Math.max(120, width)}px`;
    this.box.style.height = 'auto';
    this.box.style.height = `${Math.min(Math.max(at.height, this.box.scrollHeight + 4), 200)}px`;
    if (this.list === null) return;
    const below = at.top + this.box.offsetHeight + 4;
    const fits = below + Math.min(320, this.list.scrollHeight) < innerHeight - 8;
    this.list.style.left = `${Math.min(Math.max(8, at.left), innerWidth - this.list.offsetWidth - 8)}px`;
    this.list.style.top = fits ? `${below}px` : `${Math.max(8, at.top - this.list.offsetHeight - 4)}px`;
  }

  close(): void {
    if (this.ended) return;
    this.ended = true;
    this.box.remove();
    this.list?.remove();
  }

  private finish(value: string, next: Parameters<EditorEnd['commit']>[1]): void {
    if (this.ended) return;
    this.close();
    this.end.commit(value, next);
  }

  /** The choice that is marked, unless the person typed something else in the meantime. */
  private chosen(): string | null {
    return this.list === null ? null : (this.shown[this.active] ?? null);
  }

  private offer(typed: string): void {
    const { list, rule } = this;
    if (list === null || rule?.kind !== 'list') return;
    const wanted = typed.trim().toLowerCase();
    const starting = rule.choices.filter((choice) => choice.toLowerCase().startsWith(wanted));
    const within = rule.choices.filter(
      (choice) => !starting.includes(choice) && choice.toLowerCase().includes(wanted),
    );
    this.shown = [...starting, ...within];
    const current = this.shown.indexOf(this.box.value.trim());
    this.active = current >= 0 ? current : wanted !== '' && rule.strict ? 0 : -1;
    list.replaceChildren(
      ...this.shown.map((choice, index) => {
        const option = el('div', { role: 'option', id: `${this.listId}-${index}` }, choice);
        option.addEventListener('pointerdown', (event) => {
          event.preventDefault();
          this.finish(choice, 'stay');
        });
        return option;
      }),
      ...(this.shown.length === 0 ? [el('div', { class: 'quiet' }, this.word('noChoice'))] : []),
    );
    this.mark();
  }

  private mark(): void {
    for (const [index, option] of [...(this.list?.children ?? [])].entries()) {
      option.setAttribute('aria-selected', index === this.active ? 'true' : 'false');
      if (index === this.active) option.scrollIntoView({ block: 'nearest' });
    }
    if (this.active >= 0) this.box.setAttribute('aria-activedescendant', `${this.listId}-${this.active}`);
    else this.box.removeAttribute('aria-activedescendant');
  }

  private key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    event.stopPropagation();
    if (event.key === 'Escape') {
      this.close();
      this.end.cancel();
    } else if (event.key === 'Enter' && !event.altKey && !event.ctrlKey) {
      event.preventDefault();
      const picked = this.chosen();
      this.finish(
        picked ?? this.box.value,
        picked === null || this.typed ? (event.shiftKey ? 'up' : 'down') : 'stay',
      );
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.box.setRangeText('\n', this.box.selectionStart, this.box.selectionEnd, 'end');
      this.place();
    } else if (event.key === 'Tab') {
      event.preventDefault();
      this.finish(this.chosen() ?? this.box.value, event.shiftKey ? 'left' : 'right');
    } else if (this.list !== null && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      const count = this.shown.length;
      if (count === 0) return;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.active = this.active < 0 ? (step > 0 ? 0 : count - 1) : (this.active + step + count) % count;
      this.mark();
    }
  }
}
