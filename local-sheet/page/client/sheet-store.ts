/// <reference lib="dom" />
/** The open tab as far as it has been read: its frame, and blocks of rows that the grid asked for. */
import type { CellRule, CellView, Look, RowsView, SheetView } from '../protocol';
import type { Axis, RowWindow } from './layout';
import { axis, BLOCK, blocksOf, columnSizes, fittedHeight, rowSizes } from './layout';
import { server } from './server';
import { fontPixels, textWidth } from './text-width';

const NO_LOOK: Look = {};

/** Longer tabs keep rows of one height: their rows could not be fitted before they are read. */
const FITTED_ROWS = 500;

export class SheetStore {
  rows: Axis;
  readonly columns: Axis;
  private readonly sizes: Float64Array;
  /** Cells whose text changed in the last refresh, as `row,column`. */
  readonly fresh = new Set<string>();
  private readonly blocks = new Map<number, RowsView>();
  private readonly asked = new Map<number, Promise<void>>();

  constructor(
    readonly view: SheetView,
    private readonly changed: () => void,
    before?: SheetStore,
  ) {
    this.sizes = rowSizes(view.rowCount, view.rowHeights);
    this.rows = axis(this.sizes);
    this.columns = axis(columnSizes(view.columnWidths));
    // While the new state is on its way the last known one is shown: a refresh must not blink.
    for (const [number, block] of before?.blocks ?? []) this.keep(number, block);
  }

  cell(row: number, column: number): CellView | undefined {
    return this.blocks.get(Math.floor(row / BLOCK))?.rows[row % BLOCK]?.[column];
  }

  look(row: number, cell: CellView | undefined): Look {
    if (cell?.l === undefined) return NO_LOOK;
    return this.blocks.get(Math.floor(row / BLOCK))?.looks[cell.l] ?? NO_LOOK;
  }

  rule(row: number, column: number): CellRule | null {
    const number = this.cell(row, column)?.r;
    if (number === undefined) return null;
    return this.blocks.get(Math.floor(row / BLOCK))?.rules[number] ?? null;
  }

  /** The text that a person edits. */
  editText(row: number, column: number): string {
    const cell = this.cell(row, column);
    return cell?.e ?? cell?.t ?? '';
  }

  /** Reads what of this window is not here yet. */
  need(window: RowWindow): void {
    for (const block of blocksOf(window)) {
      if (!this.blocks.has(block)) void this.read(block).catch(() => undefined);
    }
  }

  /** Reads these rows again and forgets the others. */
  async refresh(windows: readonly RowWindow[]): Promise<void> {
    const wanted = new Set(windows.flatMap(blocksOf));
    for (const block of this.blocks.keys()) if (!wanted.has(block)) this.blocks.delete(block);
    this.fresh.clear();
    await Promise.all([...wanted].map((block) => this.read(block)));
  }

  private read(block: number): Promise<void> {
    const running = this.asked.get(block);
    if (running !== undefined) return running;
    const reading = server
      .rows(this.view.sheetId, block)
      .then((view) => {
        this.note(block, view);
        this.keep(block, view);
        this.changed();
      })
      .finally(() => this.asked.delete(block));
    this.asked.set(block, reading);
    return reading;
  }

  private keep(block: number, view: RowsView): void {
    this.blocks.set(block, view);
    const first = block * BLOCK;
    let resized = false;
    for (const [r, cells] of view.rows.entries()) {
      const row = first + r;
      const fitted = this.view.rowCount <= FITTED_ROWS || row < this.view.frozenRows;
      // A height that somebody chose stays; the usual one grows with its texts.
      if (!fitted || this.isGiven(row)) continue;
      const texts = cells.flatMap((cell, column) => {
        const look = view.looks[cell.l ?? -1];
        if (!cell.t || cell.r !== undefined || (!look?.wrap && look?.size === undefined)) return [];
        const wraps = look.wrap === true;
        return [{ text: cell.t, width: this.columns.size(column), fontPixels: fontPixels(look), wraps }];
      });
      const height = fittedHeight(texts, textWidth);
      if (height === this.sizes[row]) continue;
      this.sizes[row] = height;
      resized = true;
    }
    if (resized) this.rows = axis(this.sizes);
  }

  private isGiven(row: number): boolean {
    return this.view.rowHeights.some(([from, count]) => row >= from && row < from + count);
  }

  private note(block: number, next: RowsView): void {
    const before = this.blocks.get(block);
    if (before === undefined) return;
    for (const [r, cells] of next.rows.entries()) {
      const old = before.rows[r];
      for (const [c, cell] of cells.entries()) {
        if ((old?.[c]?.t ?? '') !== (cell.t ?? '')) this.fresh.add(`${block * BLOCK + r},${c}`);
      }
    }
  }
}
