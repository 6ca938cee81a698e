/// <reference lib="dom" />
/** The line above the grid: which cell is selected, what it holds in full, and editing it there. */
import { byId, el } from './dom';
import type { CellAt } from './grid';
import { columnName } from './layout';
import type { SheetStore } from './sheet-store';

interface LineActions {
  selected(): CellAt;
  write(at: CellAt, value: string): void;
  /** Back to the grid, to the next row or to the same one. */
  leave(rows: 0 | 1): void;
}

export class FormulaLine {
  private readonly content = byId('content', HTMLTextAreaElement);
  private readonly name = byId('name', HTMLElement);
  private tip: HTMLElement | null = null;
  private editing: CellAt | null = null;

  constructor(
    label: string,
    private readonly actions: LineActions,
  ) {
    const { content } = this;
    content.setAttribute('aria-label', label);
    content.addEventListener('focus', () => {
      this.editing = actions.selected();
    });
    content.addEventListener('blur', () => this.commit());
    content.addEventListener('keydown', (event) => this.key(event));
  }

  show(at: CellAt, store: SheetStore | null): void {
    this.name.textContent = `${columnName(at.column)}${at.row + 1}`;
    if (document.activeElement === this.content) return;
    this.content.value = store?.editText(at.row, at.column) ?? '';
    this.content.readOnly = store?.cell(at.row, at.column)?.c === true;
  }

  /** The note of a cell and the help of its rule, below it. */
  showTip(at: CellAt, store: SheetStore | null, cell: HTMLElement | null): void {
    this.hideTip();
    const rule = store?.rule(at.row, at.column);
    const help = rule && rule.kind !== 'checkbox' ? rule.help : '';
    const text = [store?.cell(at.row, at.column)?.n, help].filter(Boolean).join('\n\n');
    if (text === '' || cell === null) return;
    const place = cell.getBoundingClientRect();
    this.tip = el('div', { class: 'tip', role: 'tooltip' }, text);
    document.body.append(this.tip);
    this.tip.style.left = `${Math.min(place.left, innerWidth - this.tip.offsetWidth - 8)}px`;
    this.tip.style.top = `${place.bottom + 6}px`;
  }

  hideTip(): void {
    this.tip?.remove();
    this.tip = null;
  }

  private commit(): void {
    const at = this.editing;
    this.editing = null;
    if (at !== null && !this.content.readOnly) this.actions.write(at, this.content.value);
  }

  private key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      this.editing = null;
      this.actions.leave(0);
    } else if (event.key === 'Enter' && !event.altKey && !event.ctrlKey && !event.shiftKey) {
      event.preventDefault();
      this.actions.leave(1);
    }
  }
}
