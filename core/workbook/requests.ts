/**
 * The Sheets API v4 requests that the rules plan. Both halves send the very same objects: the bridge through
 * the googleapis client, the tracker through the advanced Sheets service.
 * https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/request
 */
import type { CellScalar } from './rows';

export interface ExtendedValue {
  stringValue?: string;
  numberValue?: number;
  boolValue?: boolean;
}

export interface CellData {
  userEnteredValue?: ExtendedValue;
}

export interface RowData {
  values: CellData[];
}

export interface GridRange {
  sheetId: number;
  startRowIndex?: number;
  endRowIndex?: number;
  startColumnIndex?: number;
  endColumnIndex?: number;
}

export interface AppendCells {
  appendCells: { sheetId: number; rows: RowData[]; fields: 'userEnteredValue' };
}

export interface UpdateCells {
  updateCells: { range: GridRange; rows: RowData[]; fields: 'userEnteredValue' };
}

export type WriteRequest = AppendCells | UpdateCells;

/** A surrogate without its other half: Google's JSON reader refuses the whole request for one. */
const HALF_A_CHARACTER = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** An absent value empties the cell: `fields` names userEnteredValue, so leaving it out clears it. */
export function cell(value: CellScalar | null): CellData {
  if (value === null || value === '') return {};
  if (typeof value === 'number') return { userEnteredValue: { numberValue: value } };
  if (typeof value === 'boolean') return { userEnteredValue: { boolValue: value } };
  // stringValue is stored as text whatever it looks like: never parsed, never a formula.
  return { userEnteredValue: { stringValue: value.replace(HALF_A_CHARACTER, '\ufffd') } };
}
