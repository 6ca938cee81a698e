/** Rectangles of cells: a GridRange with its open ends closed by the grid. */
import { ApiError } from '../contract';
import type { GridRange, SheetState } from './state';

/** Zero-based, half open, always inside the grid. */
export interface Area {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

export function badRequest(message: string): ApiError {
  return new ApiError(400, 'INVALID_ARGUMENT', message);
}

export function notEmulated(what: string): ApiError {
  return new ApiError(501, 'UNIMPLEMENTED', `local-sheet does not emulate ${what}`);
}

/** @throws ApiError 400 when the range is empty, reversed or leaves the grid */
export function areaOf(range: GridRange, sheet: SheetState): Area {
  const area = {
    startRow: range.startRowIndex ?? 0,
    endRow: range.endRowIndex ?? sheet.rowCount,
    startColumn: range.startColumnIndex ?? 0,
    endColumn: range.endColumnIndex ?? sheet.columnCount,
  };
  if (area.startRow < 0 || area.startColumn < 0) {
    throw badRequest('GridRange indexes must not be negative.');
  }
  if (area.endRow < area.startRow || area.endColumn < area.startColumn) {
    throw badRequest('GridRange ends before it starts.');
  }
  if (
    area.endRow > sheet.rowCount ||
    area.endColumn > sheet.columnCount ||
    area.startRow >= sheet.rowCount ||
    area.startColumn >= sheet.columnCount
  ) {
    throw badRequest(
      `GridRange of sheet ${sheet.sheetId} exceeds grid limits. ` +
        `Max rows: ${sheet.rowCount}, max columns: ${sheet.columnCount}`,
    );
  }
  return area;
}

/** The GridRange as given, or cut to the grid; null when nothing of it lies inside. */
export function clippedArea(range: GridRange, sheet: SheetState): Area | null {
  const area = {
    startRow: Math.max(0, range.startRowIndex ?? 0),
    endRow: Math.min(sheet.rowCount, range.endRowIndex ?? sheet.rowCount),
    startColumn: Math.max(0, range.startColumnIndex ?? 0),
    endColumn: Math.min(sheet.columnCount, range.endColumnIndex ?? sheet.columnCount),
  };
  return area.startRow < area.endRow && area.startColumn < area.endColumn ? area : null;
}

export function overlaps(a: Area, b: Area): boolean {
  return (
    a.startRow < b.endRow &&
    b.startRow < a.endRow &&
    a.startColumn < b.endColumn &&
    b.startColumn < a.endColumn
  );
}

export function gridRangeOf(sheetId: number, area: Area): GridRange {
  return {
    sheetId,
    startRowIndex: area.startRow,
    endRowIndex: area.endRow,
    startColumnIndex: area.startColumn,
    endColumnIndex: area.endColumn,
  };
}
