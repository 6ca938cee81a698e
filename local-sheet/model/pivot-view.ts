/** The values that pivot tables show, laid over the cells of their sheet. */

import { computePivot, type PivotCell } from './pivot';
import type { Scalar, SheetState, SpreadsheetState } from './state';

/** Row → column → what a pivot shows there. */
export type Overlay = ReadonlyMap<number, ReadonlyMap<number, PivotCell>>;

const NOTHING: Overlay = new Map();

interface Remembered {
  readonly state: SpreadsheetState;
  readonly overlay: Overlay;
}

/** Committed states never change, so an overlay computed for one stays right. */
const remembered = new WeakMap<SheetState, Remembered>();

/** @param committed false inside a batch, whose rows still change in place */
export function overlayOf(state: SpreadsheetState, sheet: SheetState, committed: boolean): Overlay {
  if (sheet.pivots.length === 0) return NOTHING;
  const known = remembered.get(sheet);
  if (committed && known?.state === state) return known.overlay;
  const overlay = compute(state, sheet);
  if (committed) remembered.set(sheet, { state, overlay });
  return overlay;
}

function compute(state: SpreadsheetState, sheet: SheetState): Overlay {
  const overlay = new Map<number, Map<number, PivotCell>>();
  for (const pivot of sheet.pivots) {
    for (const [r, line] of computePivot(pivot.table, state).entries()) {
      for (const [c, cell] of line.entries()) {
        if (cell === null) continue;
        const target = overlay.get(pivot.row + r) ?? new Map<number, PivotCell>();
        target.set(pivot.column + c, cell);
        overlay.set(pivot.row + r, target);
      }
    }
  }
  return overlay;
}

/** What a cell shows: its own value, or else the pivot's. */
export function effectiveValue(
  sheet: SheetState,
  overlay: Overlay,
  row: number,
  column: number,
): Scalar | null {
  return sheet.rows[row]?.values[column] ?? overlay.get(row)?.get(column)?.value ?? null;
}

/** One past the last row in which a cell has a value. */
export function endOfData(sheet: SheetState, overlay: Overlay): number {
  let end = sheet.rows.length;
  while (end > 0 && (sheet.rows[end - 1]?.values.length ?? 0) === 0) end--;
  for (const row of overlay.keys()) end = Math.max(end, row + 1);
  return end;
}
