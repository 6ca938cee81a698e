/** One row: read a cell, put cells. A put makes a new row; the old one stays as it was. */
import type { CellExtras, Row, Scalar } from './state';

const EMPTY_ROW: Row = { values: [], extras: [] };

/** A cell as a whole. */
export interface Cell {
  readonly value: Scalar | null;
  readonly extras: CellExtras | null;
}

export function cellAt(row: Row | undefined, column: number): Cell {
  return { value: row?.values[column] ?? null, extras: row?.extras[column] ?? null };
}

/** Puts values from `startColumn` on and leaves the extras of the cells alone. */
export function putValues(
  row: Row | undefined,
  startColumn: number,
  values: readonly (Scalar | null)[],
): Row | undefined {
  const before = row ?? EMPTY_ROW;
  const next = padded(before.values, startColumn);
  for (let i = 0; i < values.length; i++) next[startColumn + i] = values[i] ?? null;
  return tidy(next, before.extras);
}

/** Replaces every cell of [startColumn, startColumn + cells.length). */
export function putCells(row: Row | undefined, startColumn: number, cells: readonly Cell[]): Row | undefined {
  const before = row ?? EMPTY_ROW;
  const values = padded(before.values, startColumn);
  const extras = padded(before.extras, startColumn);
  for (let i = 0; i < cells.length; i++) {
    values[startColumn + i] = cells[i]?.value ?? null;
    extras[startColumn + i] = cells[i]?.extras ?? null;
  }
  return tidy(values, extras);
}

/**
 * Changes the rows [from, to) alike. Rows that were one become one again: of the thousand empty rows of a tab only the first
 * is worked out.
 */
export function changeRows(
  rows: (Row | undefined)[],
  from: number,
  to: number,
  change: (before: Row | undefined) => Row | undefined,
): void {
  const changed = new Map<Row | undefined, Row | undefined>();
  while (rows.length < to) rows.push(undefined);
  for (let r = from; r < to; r++) {
    const before = rows[r];
    if (!changed.has(before)) changed.set(before, change(before));
    rows[r] = changed.get(before);
  }
}

/** Removes and inserts columns, as Array.splice does. */
export function spliceColumns(
  row: Row | undefined,
  at: number,
  remove: number,
  insert: readonly Cell[],
): Row | undefined {
  if (row === undefined && insert.every((cell) => cell.value === null && cell.extras === null))
    return undefined;
  const values = padded(row?.values ?? [], at);
  const extras = padded(row?.extras ?? [], at);
  values.splice(at, remove, ...insert.map((cell) => cell.value));
  extras.splice(at, remove, ...insert.map((cell) => cell.extras));
  return tidy(values, extras);
}

function padded<T>(list: readonly (T | null)[], length: number): (T | null)[] {
  const copy = list.slice();
  while (copy.length < length) copy.push(null);
  return copy;
}

/** No trailing nulls, and no object at all for a row of nothing: equal contents are stored alike. */
function tidy(values: readonly (Scalar | null)[], extras: readonly (CellExtras | null)[]): Row | undefined {
  const v = withoutTail(values);
  const e = withoutTail(extras);
  return v.length === 0 && e.length === 0 ? undefined : { values: v, extras: e };
}

function withoutTail<T>(list: readonly (T | null)[]): readonly (T | null)[] {
  let end = list.length;
  while (end > 0 && (list[end - 1] ?? null) === null) end--;
  return end === list.length ? list : list.slice(0, end);
}
