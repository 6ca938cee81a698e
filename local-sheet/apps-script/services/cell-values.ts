import { isDateFormat } from '../../model/number-format';
import { ServiceException } from '../failure';
import type { TimeZone } from '../zone';
import type { BoundDocument, Box, CellData, Request } from './document';

/** Sheets counts days from 1899-12-30 (developers.google.com/workspace/sheets/api/guides/formats). */
const SERIAL_OF_1970 = 25_569;
const DAY = 86_400_000;

/**
 * "Returns the value of the … range as … number, boolean, date or string; empty cells return an empty string"
 * (developers.google.com/apps-script/reference/spreadsheet/range#getvalue). A date is a number under a date
 * format, read in the spreadsheet's zone.
 */
export function cellValue(cell: CellData, zone: TimeZone): string | number | boolean | Date {
  const value = cell.effectiveValue;
  if (value === undefined || value === null) return '';
  if (typeof value.boolValue === 'boolean') return value.boolValue;
  if (typeof value.stringValue === 'string') return value.stringValue;
  if (value.errorValue !== undefined && value.errorValue !== null) return cell.formattedValue ?? '#ERROR!';
  const number = value.numberValue ?? 0;
  return isDateFormat(cell.userEnteredFormat?.numberFormat)
    ? new Date(zone.instant(Math.round((number - SERIAL_OF_1970) * DAY)))
    : number;
}

function dateSerial(date: Date, zone: TimeZone): number {
  const at = date.getTime();
  return (at + zone.offset(at)) / DAY + SERIAL_OF_1970;
}

/**
 * Range.setValues: texts are read as if typed ("If it begins with '=', it is interpreted as a formula"),
 * dates become serials in the spreadsheet's zone, and get a date format where the cell has none.
 */
export function writeValues(
  document: BoundDocument,
  box: Box,
  values: readonly (readonly unknown[])[],
): void {
  const dates: { readonly row: number; readonly column: number; readonly date: Date }[] = [];
  const typed = values.map((line, r) =>
    line.map((value, c) => {
      if (!(value instanceof Date)) return typeable(value);
      if (Number.isNaN(value.getTime()))
        throw new ServiceException('Cannot convert Invalid Date to a cell value.');
      dates.push({ row: box.row + r, column: box.column + c, date: value });
      return null;
    }),
  );
  if (dates.length < box.rows * box.columns) document.type(box, typed);
  if (dates.length === 0) return;
  const zone = document.zone();
  const before = document.cells(box);
  document.change(
    ...dates.map(({ row, column, date }): Request => {
      const format = before[row - box.row]?.[column - box.column]?.userEnteredFormat?.numberFormat;
      return dateRequest({ sheetId: box.sheetId, row, column }, dateSerial(date, zone), isDateFormat(format));
    }),
  );
}

function dateRequest(
  at: { readonly sheetId: number; readonly row: number; readonly column: number },
  serial: number,
  isFormatted: boolean,
): Request {
  const userEnteredValue = { numberValue: serial };
  const pattern = Number.isInteger(serial) ? 'M/d/yyyy' : 'M/d/yyyy H:mm:ss';
  const numberFormat = { type: Number.isInteger(serial) ? 'DATE' : 'DATE_TIME', pattern };
  return {
    updateCells: {
      start: { sheetId: at.sheetId, rowIndex: at.row - 1, columnIndex: at.column - 1 },
      rows: [
        {
          values: [
            isFormatted ? { userEnteredValue } : { userEnteredValue, userEnteredFormat: { numberFormat } },
          ],
        },
      ],
      fields: isFormatted ? 'userEnteredValue' : 'userEnteredValue,userEnteredFormat.numberFormat',
    },
  };
}

function typeable(value: unknown): string | number | boolean {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  // Google writes the text of an object, such as {a=1}: never what was meant.
  throw new ServiceException(`Cannot convert ${Array.isArray(value) ? 'Array' : 'Object'} to a cell value.`);
}

/** The shape that setValues and its kin ask for, with Google's words for what is wrong. */
export function checkShape(values: unknown, box: Box): asserts values is unknown[][] {
  const rows = Array.isArray(values) ? values.length : 0;
  if (!Array.isArray(values) || values.some((row) => !Array.isArray(row))) {
    throw new ServiceException(
      `The parameters (${Array.isArray(values) ? 'number[]' : typeof values}) don't match the method signature for SpreadsheetApp.Range.setValues.`,
    );
  }
  if (rows !== box.rows) {
    throw new ServiceException(
      `The number of rows in the data does not match the number of rows in the range. The data has ${rows} but the range has ${box.rows}.`,
    );
  }
  for (const row of values as unknown[][]) {
    if (row.length === box.columns) continue;
    throw new ServiceException(
      `The number of columns in the data does not match the number of columns in the range. The data has ${row.length} but the range has ${box.columns}.`,
    );
  }
}
