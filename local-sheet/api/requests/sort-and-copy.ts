/** sortRange, copyPaste and updateBorders: cells changed by what other cells hold. */
import type { sheets_v4 } from '@googleapis/sheets';
import { type Area, areaOf, badRequest, notEmulated, overlaps } from '../../model/area';
import type { Batch } from '../../model/batch';
import { growRows } from '../../model/dimensions';
import { type Cell, cellAt, putCells } from '../../model/row';
import { compareRows, type SortKey } from '../../model/sort';
import type { CellFormat, SheetState } from '../../model/state';
import type { Handlers } from './registry';

const NO_CELL: Cell = { value: null, extras: null };

export const sortAndCopyRequests = {
  sortRange(batch, request) {
    if (!request.range) throw badRequest('"range" must be set.');
    const sheet = batch.sheet(request.range.sheetId);
    const area = areaOf(request.range, sheet);
    refuseMergesAndPivots(sheet, area, 'sorting');
    const keys = (request.sortSpecs ?? []).map((spec) => sortKey(spec, area));
    if (keys.length === 0) throw badRequest('At least one sort spec must be set.');
    const cells = readCells(sheet, area);
    const compare = compareRows(keys, batch.state.locale);
    // Contents move; what is tied to the row itself (its height, its developer metadata) stays.
    writeCells(
      batch,
      sheet.sheetId,
      area,
      cells.sort((a, b) => compare(a, b)),
    );
    return {};
  },

  copyPaste(batch, request) {
    if (!request.source || !request.destination) throw badRequest('"source" and "destination" must be set.');
    if (request.pasteOrientation === 'TRANSPOSE') throw notEmulated('copyPaste with TRANSPOSE');
    const from = batch.sheet(request.source.sheetId);
    const source = areaOf(request.source, from);
    refuseMergesAndPivots(from, source, 'copying');
    const to = batch.sheet(request.destination.sheetId);
    const target = pasteArea(areaOf(request.destination, to), source);
    if (target.endColumn > to.columnCount) throw badRequest('The pasted cells would leave the grid.');
    refuseMergesAndPivots(to, target, 'pasting');
    growRows(batch, to.sheetId, target.endRow);
    const cells = readCells(from, source);
    const height = source.endRow - source.startRow;
    const width = source.endColumn - source.startColumn;
    const before = readCells(batch.sheet(to.sheetId), target);
    const pasted = before.map((row, r) =>
      row.map((cell, c) =>
        paste(cell, cells[r % height]?.[c % width] ?? NO_CELL, request.pasteType ?? 'PASTE_NORMAL'),
      ),
    );
    writeCells(batch, to.sheetId, target, pasted);
    return {};
  },

  updateBorders(batch, request) {
    if (!request.range) throw badRequest('"range" must be set.');
    const sheet = batch.sheet(request.range.sheetId);
    const area = areaOf(request.range, sheet);
    const cells = readCells(sheet, area).map((row, r, all) =>
      row.map((cell, c) =>
        bordered(cell, {
          top: r === 0 ? request.top : request.innerHorizontal,
          bottom: r === all.length - 1 ? request.bottom : request.innerHorizontal,
          left: c === 0 ? request.left : request.innerVertical,
          right: c === row.length - 1 ? request.right : request.innerVertical,
        }),
      ),
    );
    writeCells(batch, sheet.sheetId, area, cells);
    return {};
  },
} satisfies Handlers;

function sortKey(spec: sheets_v4.Schema$SortSpec, area: Area): SortKey {
  if (
    spec.backgroundColor ||
    spec.backgroundColorStyle ||
    spec.foregroundColor ||
    spec.foregroundColorStyle
  ) {
    throw notEmulated('sorting by colour');
  }
  if (spec.dataSourceColumnReference) throw notEmulated('data source sheets');
  const column = spec.dimensionIndex ?? 0;
  if (column < area.startColumn || column >= area.endColumn) {
    throw badRequest(`The sort column ${column} is outside the range that is sorted.`);
  }
  return { column: column - area.startColumn, descending: spec.sortOrder === 'DESCENDING' };
}

function refuseMergesAndPivots(sheet: SheetState, area: Area, doing: string): void {
  if (sheet.merges.some((merge) => overlaps(areaOf(merge, sheet), area)))
    throw notEmulated(`${doing} merged cells`);
  const pivot = sheet.pivots.some((p) =>
    overlaps({ startRow: p.row, endRow: p.row + 1, startColumn: p.column, endColumn: p.column + 1 }, area),
  );
  if (pivot) throw notEmulated(`${doing} pivot tables`);
}

function readCells(sheet: SheetState, area: Area): Cell[][] {
  return Array.from({ length: area.endRow - area.startRow }, (_, r) =>
    Array.from({ length: area.endColumn - area.startColumn }, (_unused, c) =>
      cellAt(sheet.rows[area.startRow + r], area.startColumn + c),
    ),
  );
}

function writeCells(batch: Batch, sheetId: number, area: Area, cells: readonly Cell[][]): void {
  const rows = batch.rows(sheetId);
  while (rows.length < area.endRow) rows.push(undefined);
  cells.forEach((line, r) => {
    rows[area.startRow + r] = putCells(rows[area.startRow + r], area.startColumn, line);
  });
}

/** "If the range covers a span that's a multiple of the source's height or width, then the data will be repeated to fill in the destination range. If the range is smaller than the source range, the entire source data will still be copied." */
function pasteArea(destination: Area, source: Area): Area {
  const [height, width] = [source.endRow - source.startRow, source.endColumn - source.startColumn];
  const span = (length: number, unit: number): number => (length % unit === 0 && length > 0 ? length : unit);
  return {
    startRow: destination.startRow,
    endRow: destination.startRow + span(destination.endRow - destination.startRow, height),
    startColumn: destination.startColumn,
    endColumn: destination.startColumn + span(destination.endColumn - destination.startColumn, width),
  };
}

function paste(before: Cell, from: Cell, type: string): Cell {
  switch (type) {
    case 'PASTE_NORMAL':
      return from;
    case 'PASTE_VALUES':
    case 'PASTE_FORMULA':
      // There are no formulas here, so pasting formulas pastes values.
      return { value: from.value, extras: before.extras };
    case 'PASTE_FORMAT':
    case 'PASTE_DATA_VALIDATION': {
      const key = type === 'PASTE_FORMAT' ? 'format' : 'dataValidation';
      const { [key]: _old, ...rest } = before.extras ?? {};
      const own = from.extras?.[key];
      const next = own === undefined ? rest : { ...rest, [key]: own };
      return { value: before.value, extras: Object.keys(next).length === 0 ? null : next };
    }
    default:
      throw notEmulated(`copyPaste with ${type}`);
  }
}

type Sides = { [K in 'top' | 'bottom' | 'left' | 'right']: sheets_v4.Schema$Border | undefined };

/** A side that the request leaves out stays as it is; NONE takes a border away. */
function bordered(cell: Cell, sides: Sides): Cell {
  const borders: NonNullable<CellFormat['borders']> = { ...cell.extras?.format?.borders };
  for (const [side, border] of Object.entries(sides) as [
    keyof Sides,
    sheets_v4.Schema$Border | undefined,
  ][]) {
    if (!border) continue;
    if (!border.style || border.style === 'NONE') delete borders[side];
    else borders[side] = border;
  }
  const { borders: _old, ...rest } = cell.extras?.format ?? {};
  const format: CellFormat = Object.keys(borders).length === 0 ? rest : { ...rest, borders };
  const { format: _oldFormat, ...others } = cell.extras ?? {};
  const extras = Object.keys(format).length === 0 ? others : { ...others, format };
  return { value: cell.value, extras: Object.keys(extras).length === 0 ? null : extras };
}
