/** spreadsheets.values, the writing half. */
import type { sheets_v4 } from '@googleapis/sheets';
import { formatA1 } from '../model/a1';
import { badRequest, notEmulated } from '../model/area';
import type { Batch } from '../model/batch';
import { type Cell, cellAt, putCells, putValues } from '../model/row';
import type { Scalar, SheetState } from '../model/state';
import { type Entered, readInput } from '../model/user-entered';
import { checkedText } from './cell-data';
import { beyondGrid, type NamedArea } from './ranges';
import { oneOf } from './read-values';

/** Where values were put. */
export interface Written {
  readonly sheetId: number;
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
  readonly cells: number;
}

/** "INPUT_VALUE_OPTION_UNSPECIFIED: Default input value. This value must not be used." */
export function isRaw(valueInputOption: string | null | undefined): boolean {
  if (!valueInputOption || valueInputOption === 'INPUT_VALUE_OPTION_UNSPECIFIED') {
    throw badRequest("'valueInputOption' is required but not specified");
  }
  return oneOf('valueInputOption', valueInputOption, ['RAW', 'USER_ENTERED'], 'RAW', []) === 'RAW';
}

/** The values of a body as rows, whichever way they came. */
export function inputRows(body: sheets_v4.Schema$ValueRange): unknown[][] {
  const values: unknown = body.values ?? [];
  if (!Array.isArray(values) || !values.every((line): line is unknown[] => Array.isArray(line))) {
    throw badRequest("Invalid value at 'values': an array of arrays is expected.");
  }
  if (
    oneOf('majorDimension', body.majorDimension, ['ROWS', 'COLUMNS'], 'ROWS', ['DIMENSION_UNSPECIFIED']) ===
    'ROWS'
  ) {
    return values;
  }
  const height = values.reduce((longest, column) => Math.max(longest, column.length), 0);
  // null is a cell to leave alone, which is what a shorter column says of its missing cells.
  return Array.from({ length: height }, (_, r) => values.map((column) => column[r] ?? null));
}

/** Writes rows of values from the start of `target` on. */
export function writeRows(
  batch: Batch,
  target: NamedArea,
  input: readonly unknown[][],
  raw: boolean,
): Written {
  const { area, sheet } = target;
  const width = input.reduce((widest, row) => Math.max(widest, row.length), 0);
  const name = formatA1(sheet.title, area);
  if (!target.isCell) {
    if (input.length > area.endRow - area.startRow) {
      throw badRequest(
        `Requested writing within range [${name}], but tried writing to row [${area.endRow + 1}]`,
      );
    }
    if (width > area.endColumn - area.startColumn) {
      throw badRequest(
        `Requested writing within range [${name}], but tried writing to column [${area.endColumn + 1}]`,
      );
    }
  }
  if (area.startRow + input.length > sheet.rowCount || area.startColumn + width > sheet.columnCount) {
    throw beyondGrid(name, sheet);
  }
  const rows = batch.rows(sheet.sheetId);
  const locale = batch.state.locale;
  let cells = 0;
  input.forEach((line, index) => {
    const r = area.startRow + index;
    cells += line.reduce<number>((count, item) => (isSkipped(item) ? count : count + 1), 0);
    while (rows.length < r) rows.push(undefined);
    rows[r] = raw
      ? putValues(
          rows[r],
          area.startColumn,
          line.map((item, i) => rawValue(item, rows[r]?.values[area.startColumn + i])),
        )
      : putCells(
          rows[r],
          area.startColumn,
          line.map((item, i) => typed(item, cellAt(rows[r], area.startColumn + i), locale)),
        );
  });
  return {
    sheetId: sheet.sheetId,
    startRow: area.startRow,
    endRow: area.startRow + Math.max(1, input.length),
    startColumn: area.startColumn,
    endColumn: area.startColumn + Math.max(1, width),
    cells,
  };
}

/** "Null values will be skipped." */
function isSkipped(item: unknown): boolean {
  return item === null || item === undefined;
}

function rawValue(item: unknown, before: Scalar | null | undefined): Scalar | null {
  if (isSkipped(item)) return before ?? null;
  return limited(readInput(item, true, ''));
}

function typed(item: unknown, before: Cell, locale: string): Cell {
  if (isSkipped(item)) return before;
  // A cell formatted as text takes what is typed as it is.
  const raw = before.extras?.format?.numberFormat?.type === 'TEXT';
  const entered = readInput(item, raw, locale);
  const value = limited(entered);
  if (entered.numberFormat === null || before.extras?.format?.numberFormat)
    return { value, extras: before.extras };
  const format = { ...before.extras?.format, numberFormat: entered.numberFormat };
  return { value, extras: { ...before.extras, format } };
}

function limited({ value }: Entered): Scalar | null {
  return typeof value === 'string' ? checkedText(value) : value;
}

export function updateResponse(
  spreadsheetId: string,
  sheet: SheetState,
  written: Written,
): sheets_v4.Schema$UpdateValuesResponse {
  return {
    spreadsheetId,
    updatedRange: formatA1(sheet.title, written),
    ...(written.cells === 0
      ? {}
      : {
          updatedRows: written.endRow - written.startRow,
          updatedColumns: written.endColumn - written.startColumn,
          updatedCells: written.cells,
        }),
  };
}

/** Empties the values of an area and leaves formats, notes and validation. */
export function clearArea(batch: Batch, { sheet, area }: NamedArea): void {
  if (sheet.pivots.some((p) => p.row >= area.startRow && p.row < area.endRow)) {
    throw notEmulated('clearing values over a pivot table');
  }
  const rows = batch.rows(sheet.sheetId);
  const last = Math.min(area.endRow, rows.length);
  for (let r = area.startRow; r < last; r++) {
    const length = Math.min(area.endColumn, rows[r]?.values.length ?? 0) - area.startColumn;
    if (length > 0)
      rows[r] = putValues(
        rows[r],
        area.startColumn,
        Array.from({ length }, () => null),
      );
  }
}
