/// <reference lib="dom" />
/** The strip of tabs at the bottom. */
import type { TabView } from '../protocol';
import { el } from './dom';

export class TabStrip {
  private tabs: readonly TabView[] = [];
  private open: number | null = null;

  constructor(
    private readonly root: HTMLElement,
    private readonly chosen: (sheetId: number) => void,
  ) {
    root.addEventListener('keydown', (event) => {
      const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
      if (step === 0) return;
      event.preventDefault();
      this.step(step);
      this.root.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
    });
  }

  show(tabs: readonly TabView[], open: number | null): void {
    const moved = open !== this.open;
    const focused = this.root.contains(document.activeElement);
    this.tabs = tabs;
    this.open = open;
    this.root.replaceChildren(
      ...tabs.map((tab) => {
        const selected = tab.sheetId === open;
        const button = el(
          'button',
          {
            class: 'tab',
            role: 'tab',
            type: 'button',
            'aria-selected': selected ? 'true' : 'false',
            'aria-controls': 'grid',
            tabindex: selected ? 0 : -1,
          },
          tab.title,
        );
        if (tab.color !== null) button.style.setProperty('--tab', `#${tab.color}`);
        button.addEventListener('click', () => this.chosen(tab.sheetId));
        return button;
      }),
    );
    const selected = this.root.querySelector<HTMLElement>('[aria-selected="true"]');
    if (moved) selected?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (focused) selected?.focus();
  }

  step(by: 1 | -1): void {
    const at = this.tabs.findIndex((tab) => tab.sheetId === this.open);
    const next = this.tabs[(at + by + this.tabs.length) % this.tabs.length];
    if (next !== undefined) this.chosen(next.sheetId);
  }
}
