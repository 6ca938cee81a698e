/** From what a caller names (A1 texts, data filters) to places in the workbook. */
import type { sheets_v4 } from '@googleapis/sheets';
import { type A1Range, parseA1 } from '../model/a1';
import { type Area, badRequest, clippedArea, notEmulated } from '../model/area';
import type { GridRange, SheetState, SpreadsheetState } from '../model/state';
import type { SheetArea } from './resource';

export interface NamedArea extends SheetArea {
  /** The text named one cell: a place to start writing, not a limit. */
  readonly isCell: boolean;
}

/** @throws ApiError 400 when the text names nothing, or lies outside the grid */
export function areaOfA1(state: SpreadsheetState, text: string): NamedArea {
  const range = parseA1(text);
  if (range === null) throw unparsable(text);
  if (range.sheet !== null && range.startRow === undefined && range.startColumn === undefined) {
    const sheet = findByTitle(state, range.sheet);
    if (sheet === undefined) return areaOfName(state, range.sheet, text);
    return { sheet, area: bounded(range, sheet, text), isCell: false };
  }
  const sheet = range.sheet === null ? firstVisible(state) : findByTitle(state, range.sheet);
  if (sheet === undefined) throw unparsable(text);
  return { sheet, area: bounded(range, sheet, text), isCell: range.isCell };
}

function areaOfName(state: SpreadsheetState, name: string, text: string): NamedArea {
  const named = state.namedRanges.find((range) => range.name?.toLowerCase() === name.toLowerCase());
  if (named?.range) return { ...areaOfGridRange(state, named.range), isCell: false };
  throw unparsable(text);
}

function unparsable(text: string): Error {
  return badRequest(`Unable to parse range: ${text}`);
}

/** Titles are compared without regard to case, as Google refuses two that differ only in case. */
export function findByTitle(state: SpreadsheetState, title: string): SheetState | undefined {
  return state.sheets.find((sheet) => sheet.title.toLowerCase() === title.toLowerCase());
}

function firstVisible(state: SpreadsheetState): SheetState | undefined {
  return state.sheets.find((sheet) => !sheet.look.hidden);
}

/** An end beyond the grid is cut to it; a start beyond it is an error. */
function bounded(range: A1Range, sheet: SheetState, text: string): Area {
  const area = clippedArea(
    {
      startRowIndex: range.startRow ?? 0,
      endRowIndex: range.endRow ?? sheet.rowCount,
      startColumnIndex: range.startColumn ?? 0,
      endColumnIndex: range.endColumn ?? sheet.columnCount,
    },
    sheet,
  );
  if (area === null) throw beyondGrid(text, sheet);
  return area;
}

export function beyondGrid(range: string, sheet: SheetState): Error {
  return badRequest(
    `Range (${range}) exceeds grid limits. Max rows: ${sheet.rowCount}, max columns: ${sheet.columnCount}`,
  );
}

function areaOfGridRange(state: SpreadsheetState, range: GridRange): SheetArea {
  const sheet = state.sheets.find((candidate) => candidate.sheetId === (range.sheetId ?? 0));
  if (sheet === undefined) throw badRequest(`No grid with id: ${range.sheetId ?? 0}`);
  const area = clippedArea(range, sheet);
  if (area === null) throw beyondGrid(JSON.stringify(range), sheet);
  return { sheet, area };
}

export function areaOfFilter(state: SpreadsheetState, filter: sheets_v4.Schema$DataFilter): SheetArea {
  const kinds = Object.keys(filter);
  if (kinds.length !== 1) throw badRequest('A DataFilter must set exactly one of its fields.');
  if (filter.gridRange) return areaOfGridRange(state, filter.gridRange);
  if (typeof filter.a1Range === 'string') return areaOfA1(state, filter.a1Range);
  throw notEmulated('DataFilter.developerMetadataLookup for cells');
}
