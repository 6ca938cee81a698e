/// <reference lib="dom" />
/** The cells on the screen: draws the rows that are seen, keeps the selection, tells what people do with it. */
import { el } from './dom';
import { GridParts } from './grid-parts';
import type { RowWindow } from './layout';
import { chartSize, ROW_SCALE, rowWindow } from './layout';
import type { SheetStore } from './sheet-store';
import type { Word } from './words';

const SPARE_ROWS = 12;

export interface CellAt {
  readonly row: number;
  readonly column: number;
}

interface GridEvents {
  selected(at: CellAt): void;
  /** The person asked to edit: by a second tap, a double click, or the caret of a choice. */
  opened(at: CellAt): void;
  ticked(at: CellAt): void;
  /** The view moved: what is fixed over a cell must follow. */
  moved(): void;
}

export class Grid {
  private store: SheetStore | null = null;
  private parts: GridParts | null = null;
  private selection: CellAt = { row: 0, column: 0 };
  private window: RowWindow = { first: 0, end: 0 };
  private readonly drawn = new Map<number, HTMLElement>();
  private readonly canvas = el('div', { class: 'canvas' });
  private readonly head = el('div', { class: 'head', role: 'rowgroup' });
  private readonly body = el('div', { class: 'rows', role: 'rowgroup' });
  private readonly dark = matchMedia('(prefers-color-scheme: dark)');
  private frame = 0;

  constructor(
    private readonly root: HTMLElement,
    private readonly events: GridEvents,
    private readonly word: (word: Word) => string,
  ) {
    root.tabIndex = 0;
    root.setAttribute('role', 'grid');
    this.canvas.append(this.head, this.body);
    root.append(this.canvas);
    root.addEventListener('scroll', () => this.later(), { passive: true });
    root.addEventListener('click', (event) => this.clicked(event));
    root.addEventListener('dblclick', (event) => {
      const at = this.placeOf(event.target);
      if (at !== null) this.events.opened(at);
    });
    new ResizeObserver(() => this.redraw()).observe(root);
    this.dark.addEventListener('change', () => this.redraw());
  }

  get selected(): CellAt {
    return this.selection;
  }

  /** The rows that are read and drawn, frozen ones too. */
  get windows(): readonly RowWindow[] {
    return [{ first: 0, end: this.store?.view.frozenRows ?? 0 }, this.window].filter((w) => w.end > w.first);
  }

  show(store: SheetStore, selection?: CellAt): void {
    const same = this.store?.view.sheetId === store.view.sheetId;
    this.store = store;
    if (!same) this.root.scrollTo(0, 0);
    if (!same || selection !== undefined) {
      this.selection = this.settled(selection ?? { row: store.view.frozenRows, column: 0 });
    } else {
      this.selection = this.settled(this.selection);
    }
    this.redraw();
    if (!same || selection !== undefined) this.reveal();
  }

  select(at: CellAt): void {
    this.selection = this.settled(at);
    this.reveal();
    this.draw();
    this.mark();
    this.events.selected(this.selection);
  }

  /** Moves by shown rows and columns. */
  move(rows: number, columns: number): void {
    const store = this.store;
    if (store === null) return;
    let { row, column } = this.selection;
    const direction = (by: number) => (by < 0 ? -1 : 1);
    for (let i = 0; i < Math.abs(rows); i++) row = store.rows.shown(row + direction(rows), direction(rows));
    for (let i = 0; i < Math.abs(columns); i++) {
      column = store.columns.shown(column + direction(columns), direction(columns));
    }
    this.select({ row, column });
  }

  /** How many rows a page holds. */
  get pageRows(): number {
    return Math.max(1, Math.floor((this.root.clientHeight - this.head.offsetHeight) / (21 * ROW_SCALE)) - 1);
  }

  elementAt({ row, column }: CellAt): HTMLElement | null {
    return this.root.querySelector<HTMLElement>(`#c-${row}-${column}`);
  }

  focus(): void {
    this.root.focus({ preventScroll: true });
  }

  redraw(): void {
    const store = this.store;
    if (store === null) return;
    const { view } = store;
    const charts = view.charts.map((chart) => chartSize(chart.place));
    const chartsRight = Math.max(
      0,
      ...charts.map((p) => store.columns.start(p.column) + p.offsetX + p.width + 24),
    );
    const chartsBottom = Math.max(0, ...charts.map((p) => this.chartTop(p.row) + p.offsetY + p.height + 24));
    const width = this.gutter + Math.max(store.columns.total, chartsRight);
    this.canvas.style.width = `${width}px`;
    this.body.style.height = `${Math.max(store.rows.total - store.rows.start(view.frozenRows), chartsBottom)}px`;
    this.root.classList.toggle('no-lines', !view.gridLines);
    this.root.setAttribute('aria-rowcount', String(view.rowCount));
    this.root.setAttribute('aria-colcount', String(view.columnCount));
    this.root.setAttribute('aria-label', view.title);
    this.parts = new GridParts(store, this.gutter, this.frozenColumns, this.dark.matches, this.word);
    this.head.replaceChildren(this.parts.letters(), ...this.frozen(store, this.parts));
    this.drawn.clear();
    this.body.replaceChildren(...this.parts.charts((row) => this.chartTop(row)));
    this.draw();
    this.mark();
  }

  private get gutter(): number {
    return Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--gutter')) || 46;
  }

  /** On a narrow screen frozen columns would leave no room for the others. */
  private get frozenColumns(): number {
    const store = this.store;
    if (store === null) return 0;
    const { frozenColumns } = store.view;
    return store.columns.start(frozenColumns) > this.root.clientWidth * 0.5 ? 0 : frozenColumns;
  }

  private chartTop(row: number): number {
    const store = this.store;
    return store === null ? 0 : store.rows.start(row) - store.rows.start(store.view.frozenRows);
  }

  private settled({ row, column }: CellAt): CellAt {
    const store = this.store;
    if (store === null) return { row, column };
    const inRows = Math.min(Math.max(0, row), store.view.rowCount - 1);
    const inColumns = Math.min(Math.max(0, column), store.view.columnCount - 1);
    return { row: store.rows.shown(inRows, 1), column: store.columns.shown(inColumns, 1) };
  }

  private later(): void {
    this.events.moved();
    if (this.frame !== 0) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.draw();
      this.mark();
    });
  }

  private draw(): void {
    const { store, parts } = this;
    if (store === null || parts === null) return;
    const height = this.root.clientHeight - this.head.offsetHeight;
    this.window = rowWindow(store.rows, store.view.frozenRows, this.root.scrollTop, height, SPARE_ROWS);
    for (const window of this.windows) store.need(window);
    for (const [row, element] of this.drawn) {
      if (row < this.window.first || row >= this.window.end) {
        element.remove();
        this.drawn.delete(row);
      }
    }
    const added: HTMLElement[] = [];
    for (let row = this.window.first; row < this.window.end; row++) {
      if (this.drawn.has(row) || store.rows.size(row) === 0) continue;
      const element = parts.row(row);
      element.style.top = `${this.chartTop(row)}px`;
      this.drawn.set(row, element);
      added.push(element);
    }
    this.body.append(...added);
  }

  private frozen(store: SheetStore, parts: GridParts): HTMLElement[] {
    const rows: HTMLElement[] = [];
    for (let row = 0; row < store.view.frozenRows; row++) {
      if (store.rows.size(row) > 0) rows.push(parts.row(row));
    }
    return rows;
  }

  private mark(): void {
    for (const old of this.root.querySelectorAll('.is-selected, .is-in, .is-row')) {
      old.classList.remove('is-selected', 'is-in', 'is-row');
      if (old.getAttribute('role') === 'gridcell') old.removeAttribute('aria-selected');
    }
    const { row, column } = this.selection;
    const cell = this.elementAt(this.selection);
    if (cell === null) this.root.removeAttribute('aria-activedescendant');
    else this.root.setAttribute('aria-activedescendant', cell.id);
    cell?.classList.add('is-selected');
    cell?.setAttribute('aria-selected', 'true');
    const line = this.root.querySelector(`.row[data-row="${row}"]`);
    line?.classList.add('is-row');
    line?.querySelector('.gutter')?.classList.add('is-in');
    this.root.querySelector(`.letter[data-letter="${column}"]`)?.classList.add('is-in');
  }

  private reveal(): void {
    const store = this.store;
    if (store === null) return;
    const { row, column } = this.selection;
    const { root } = this;
    if (row >= store.view.frozenRows) {
      const top = this.chartTop(row);
      const room = root.clientHeight - this.head.offsetHeight;
      if (top < root.scrollTop) root.scrollTop = top;
      else if (top + store.rows.size(row) > root.scrollTop + room)
        root.scrollTop = top + store.rows.size(row) - room;
    }
    if (column >= this.frozenColumns) {
      const left = store.columns.start(column) - store.columns.start(this.frozenColumns);
      const room = root.clientWidth - this.gutter - store.columns.start(this.frozenColumns);
      const width = Math.min(store.columns.size(column), room);
      if (left < root.scrollLeft) root.scrollLeft = left;
      else if (left + width > root.scrollLeft + room) root.scrollLeft = left + width - room;
    }
  }

  private placeOf(target: EventTarget | null): CellAt | null {
    if (!(target instanceof Element)) return null;
    const row = target.closest<HTMLElement>('.row')?.dataset.row;
    const column = target.closest<HTMLElement>('.cell')?.dataset.column;
    if (row === undefined) return null;
    if (column === undefined) {
      return target.closest('.gutter') ? { row: Number(row), column: this.selection.column } : null;
    }
    return { row: Number(row), column: Number(column) };
  }

  private clicked(event: MouseEvent): void {
    const at = this.placeOf(event.target);
    if (at === null || !(event.target instanceof Element)) return;
    const again = at.row === this.selection.row && at.column === this.selection.column;
    const touched = event instanceof PointerEvent && event.pointerType === 'touch';
    const onCaret =
      event.target.closest('.caret') !== null || (again && event.target.closest('.chip') !== null);
    this.select(at);
    this.focus();
    if (event.target.closest('.check')) this.events.ticked(at);
    else if (onCaret || (again && touched)) this.events.opened(at);
  }
}
