/** Rows and columns of a grid: added, removed and moved, with everything that is tied to them. */
import { badRequest } from './area';
import type { Batch } from './batch';
import { type Cell, cellAt, spliceColumns } from './row';
import { mapSpans, type SpanMap } from './span';
import { type CellExtras, MOST_CELLS, MOST_COLUMNS, type Row, type SheetState } from './state';

export type Dimension = 'ROWS' | 'COLUMNS';

export function sizeOf(sheet: SheetState, dimension: Dimension): number {
  return dimension === 'ROWS' ? sheet.rowCount : sheet.columnCount;
}

function resized(dimension: Dimension, size: number): Partial<SheetState> {
  return dimension === 'ROWS' ? { rowCount: size } : { columnCount: size };
}

/**
 * @param more cells that are about to be added
 * @throws ApiError 400 when the workbook would pass Google's limit
 */
export function checkSize(batch: Batch, more = 0): void {
  const cells = batch.state.sheets.reduce((sum, sheet) => sum + sheet.rowCount * sheet.columnCount, more);
  if (cells > MOST_CELLS) {
    throw badRequest(
      `This action would increase the number of cells in the workbook above the limit of ${MOST_CELLS} cells.`,
    );
  }
  const wide = batch.state.sheets.find((sheet) => sheet.columnCount > MOST_COLUMNS);
  if (wide) throw badRequest(`Sheet ${wide.sheetId} would have more than ${MOST_COLUMNS} columns.`);
}

/** Adds empty rows or columns at the end. */
export function appendDimension(batch: Batch, sheetId: number, dimension: Dimension, length: number): void {
  batch.changeSheet(sheetId, resized(dimension, sizeOf(batch.sheet(sheetId), dimension) + length));
  checkSize(batch);
}

/** Makes the grid at least `rowCount` rows high. */
export function growRows(batch: Batch, sheetId: number, rowCount: number): void {
  const { rowCount: now } = batch.sheet(sheetId);
  if (rowCount > now) appendDimension(batch, sheetId, 'ROWS', rowCount - now);
}

/** @param inheritFromBefore whether the new ones look like the one before (true) or after (false) */
export function insertDimension(
  batch: Batch,
  sheetId: number,
  dimension: Dimension,
  start: number,
  length: number,
  inheritFromBefore: boolean,
): void {
  const sheet = batch.sheet(sheetId);
  checkSize(batch, length * sizeOf(sheet, dimension === 'ROWS' ? 'COLUMNS' : 'ROWS'));
  const model = inheritFromBefore ? start - 1 : start;
  const rows = batch.rows(sheetId);
  if (dimension === 'ROWS') {
    const look = rowLook(rows[model]);
    if (start < rows.length || look !== undefined) {
      while (rows.length < start) rows.push(undefined);
      insertCopies(rows, start, length, look);
    }
  } else {
    for (let r = 0; r < rows.length; r++) {
      const look: Cell = { value: null, extras: lookOf(cellAt(rows[r], model).extras) };
      rows[r] = spliceColumns(
        rows[r],
        start,
        0,
        Array.from({ length }, () => look),
      );
    }
  }
  const states = dimensionStates(sheet, dimension);
  const inherited = states[model];
  const spliced = [...states];
  while (spliced.length < start && inherited !== undefined) spliced.push(undefined);
  if (start <= spliced.length) insertCopies(spliced, start, length, inherited);
  const map: SpanMap = (from, to) => ({
    start: from >= start ? from + length : from,
    // A range grows when rows come into it, not when they come right behind it.
    end: to > start ? to + length : to,
  });
  const frozen = frozenOf(sheet, dimension);
  finish(batch, sheetId, dimension, sizeOf(sheet, dimension) + length, spliced, map);
  if (start < frozen) freeze(batch, sheetId, dimension, frozen + length);
  checkSize(batch);
}

export function deleteDimension(
  batch: Batch,
  sheetId: number,
  dimension: Dimension,
  start: number,
  end: number,
): void {
  const sheet = batch.sheet(sheetId);
  if (end - start >= sizeOf(sheet, dimension)) {
    throw badRequest(`You can't delete all the ${dimension === 'ROWS' ? 'rows' : 'columns'} on the sheet.`);
  }
  const frozen = frozenOf(sheet, dimension);
  const stillFrozen = frozen - Math.max(0, Math.min(end, frozen) - start);
  if (frozen > 0 && sizeOf(sheet, dimension) - (end - start) <= stillFrozen) {
    throw badRequest(
      `You can't delete all the non-frozen ${dimension === 'ROWS' ? 'rows' : 'columns'} on the sheet.`,
    );
  }
  const rows = batch.rows(sheetId);
  if (dimension === 'ROWS') {
    rows.splice(start, end - start);
  } else {
    for (let r = 0; r < rows.length; r++) rows[r] = spliceColumns(rows[r], start, end - start, []);
  }
  const states = [...dimensionStates(sheet, dimension)];
  states.splice(start, end - start);
  const place = (index: number): number => (index <= start ? index : Math.max(start, index - (end - start)));
  const map: SpanMap = (from, to) =>
    place(from) < place(to) ? { start: place(from), end: place(to) } : null;
  finish(batch, sheetId, dimension, sizeOf(sheet, dimension) - (end - start), states, map);
  if (stillFrozen !== frozen) freeze(batch, sheetId, dimension, stillFrozen);
}

/** Moves [start, end) so that it comes before what was at `destination`. */
export function moveDimension(
  batch: Batch,
  sheetId: number,
  dimension: Dimension,
  start: number,
  end: number,
  destination: number,
): void {
  if (destination >= start && destination <= end) return;
  const sheet = batch.sheet(sheetId);
  const size = sizeOf(sheet, dimension);
  const rows = batch.rows(sheetId);
  if (dimension === 'ROWS') {
    while (rows.length < size) rows.push(undefined);
    moveWithin(rows, start, end, destination);
  } else {
    for (let r = 0; r < rows.length; r++) {
      const row = rows[r];
      if (row === undefined) continue;
      const cells = Array.from({ length: size }, (_, c) => cellAt(row, c));
      moveWithin(cells, start, end, destination);
      rows[r] = spliceColumns(undefined, 0, 0, cells);
    }
  }
  const states = Array.from({ length: size }, (_, i) => dimensionStates(sheet, dimension)[i]);
  moveWithin(states, start, end, destination);
  const length = end - start;
  const target = destination > start ? destination - length : destination;
  const place = (index: number): number => {
    if (index >= start && index < end) return index - start + target;
    const without = index >= end ? index - length : index;
    return without >= target ? without + length : without;
  };
  // What lies wholly inside or outside the moved part goes along; what straddles its edge keeps its bounds.
  const map: SpanMap = (from, to) => {
    const [a, b] = [place(from), place(to - 1) + 1];
    return b - a === to - from ? { start: a, end: b } : { start: from, end: to };
  };
  finish(batch, sheetId, dimension, size, states, map);
}

function frozenOf(sheet: SheetState, dimension: Dimension): number {
  return (dimension === 'ROWS' ? sheet.look.grid.frozenRowCount : sheet.look.grid.frozenColumnCount) ?? 0;
}

/** The frozen part grows and shrinks with the rows in it. */
function freeze(batch: Batch, sheetId: number, dimension: Dimension, count: number): void {
  const { look } = batch.sheet(sheetId);
  const key = dimension === 'ROWS' ? 'frozenRowCount' : 'frozenColumnCount';
  const { [key]: _old, ...grid } = look.grid;
  batch.changeSheet(sheetId, { look: { ...look, grid: count === 0 ? grid : { ...grid, [key]: count } } });
}

/** Not splice(…items): a call takes only so many arguments, and a hundred thousand rows may come at once. */
function insertCopies<T>(list: T[], at: number, count: number, item: T): void {
  const behind = list.splice(at);
  for (let i = 0; i < count; i++) list.push(item);
  for (const one of behind) list.push(one);
}

function moveWithin<T>(list: T[], start: number, end: number, destination: number): void {
  const moved = list.splice(start, end - start);
  const behind = list.splice(destination > start ? destination - moved.length : destination);
  for (const one of moved) list.push(one);
  for (const one of behind) list.push(one);
}

function dimensionStates(sheet: SheetState, dimension: Dimension): SheetState['rowDimensions'] {
  return dimension === 'ROWS' ? sheet.rowDimensions : sheet.columnDimensions;
}

function finish(
  batch: Batch,
  sheetId: number,
  dimension: Dimension,
  size: number,
  states: SheetState['rowDimensions'],
  map: SpanMap,
): void {
  batch.changeSheet(sheetId, {
    ...resized(dimension, size),
    ...(dimension === 'ROWS' ? { rowDimensions: states } : { columnDimensions: states }),
  });
  mapSpans(batch, sheetId, dimension, map);
}

/** What a new row takes from its neighbour: formats and validation, never values or notes. */
function rowLook(row: Row | undefined): Row | undefined {
  if (row === undefined) return undefined;
  return spliceColumns(
    undefined,
    0,
    0,
    row.extras.map((extras) => ({ value: null, extras: lookOf(extras) })),
  );
}

function lookOf(extras: CellExtras | null): CellExtras | null {
  if (extras === null || extras.note === undefined) return extras;
  const { note: _note, ...look } = extras;
  return Object.keys(look).length === 0 ? null : look;
}
