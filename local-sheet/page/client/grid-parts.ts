/// <reference lib="dom" />
/** The parts of the grid as elements: the line of letters, rows, charts. */
import { cellElement } from './cell-element';
import { chartSvg } from './chart-svg';
import { paint } from './colors';
import { el, svgElement } from './dom';
import { chartSize, columnName } from './layout';
import type { SheetStore } from './sheet-store';
import type { ChartLook } from './svg-node';
import type { Word } from './words';

/** Height of the line of letters. */
const LETTERS = 24;

export class GridParts {
  constructor(
    private readonly store: SheetStore,
    /** Width of the row numbers. */
    private readonly gutter: number,
    private readonly frozenColumns: number,
    private readonly dark: boolean,
    private readonly word: (word: Word) => string,
  ) {}

  letters(): HTMLElement {
    const { store } = this;
    const line = el('div', { class: 'row', 'aria-hidden': 'true' }, el('div', { class: 'gutter' }));
    line.firstElementChild?.setAttribute('data-corner', '');
    for (let column = 0; column < store.view.columnCount; column++) {
      const width = store.columns.size(column);
      if (width === 0) continue;
      const letter = el('div', { class: 'letter' }, columnName(column));
      letter.dataset.letter = String(column);
      letter.style.width = `${width}px`;
      if (column < this.frozenColumns) {
        letter.classList.add('is-frozen');
        letter.style.left = `${this.gutter + store.columns.start(column)}px`;
      }
      line.append(letter);
    }
    line.style.height = `${LETTERS}px`;
    return line;
  }

  row(row: number): HTMLElement {
    const { store } = this;
    const height = store.rows.size(row);
    const element = el('div', { class: 'row', role: 'row', 'aria-rowindex': row + 1 });
    element.dataset.row = String(row);
    element.style.height = `${height}px`;
    element.append(el('div', { class: 'gutter', role: 'rowheader' }, String(row + 1)));
    const { frozenColumns } = this;
    for (let column = 0; column < store.view.columnCount; column++) {
      const width = store.columns.size(column);
      if (width === 0) continue;
      const cell = store.cell(row, column);
      const place = {
        id: `c-${row}-${column}`,
        column,
        width,
        height,
        stickAt: column < frozenColumns ? this.gutter + store.columns.start(column) : null,
        lastFrozen: column === frozenColumns - 1,
        room: column < frozenColumns ? 0 : this.roomBeside(row, column),
      };
      const made = cellElement(
        cell,
        store.look(row, cell),
        store.rule(row, column),
        place,
        this.dark,
        this.word('openChoices'),
      );
      if (store.fresh.has(`${row},${column}`)) made.classList.add('is-fresh');
      element.append(made);
    }
    return element;
  }

  /** Texts run over empty cells, as in any spreadsheet, but not over ones with a list or a fill of their own. */
  private roomBeside(row: number, column: number): number {
    const { store } = this;
    const own = store.cell(row, column);
    if (!own?.t) return 0;
    const { background } = store.look(row, own);
    let room = 0;
    for (let next = column + 1; next < store.view.columnCount && room < 600; next++) {
      const cell = store.cell(row, next);
      const fill = store.look(row, cell).background;
      if (cell?.t || cell?.r !== undefined || (fill !== undefined && fill !== background)) break;
      room += store.columns.size(next);
    }
    return room;
  }

  /** @param top where a row stands below the frozen ones */
  charts(top: (row: number) => number): HTMLElement[] {
    const { store } = this;
    const look: ChartLook = {
      dark: this.dark,
      words: { noData: this.word('noData'), notDrawn: this.word('notDrawn') },
      color: (hex) => (this.dark ? (paint(undefined, hex, true).text ?? `#${hex}`) : `#${hex}`),
    };
    return store.view.charts.map((read) => {
      const chart = { ...read, place: chartSize(read.place) };
      const { place } = chart;
      const element = el('figure', { class: 'chart' }, svgElement(chartSvg(chart, look)));
      element.style.margin = '0';
      element.style.left = `${this.gutter + store.columns.start(place.column) + place.offsetX}px`;
      element.style.top = `${top(place.row) + place.offsetY}px`;
      return element;
    });
  }
}
