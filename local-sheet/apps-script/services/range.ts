import type { sheets_v4 } from '@googleapis/sheets';
import { columnLetters } from '../../model/a1';
import type { Execution } from '../execution';
import { ServiceException } from '../failure';
import { remote, serviceObject } from '../service-object';
import { isRecord, text, whole } from './arguments';
import { cellValue, checkShape, writeValues } from './cell-values';
import { type BoundDocument, type Box, type CellData, gridRange } from './document';

const boxes = new WeakMap<object, Box>();

export function boxOf(value: unknown): Box | null {
  return isRecord(value) ? (boxes.get(value) ?? null) : null;
}

/** Range (developers.google.com/apps-script/reference/spreadsheet/range). */
export function rangeObject(
  run: Execution,
  document: BoundDocument,
  box: Box,
  sheetObject: (sheetId: number) => object,
): object {
  const first = { ...box, rows: 1, columns: 1 };
  const range = (next: Box): object => rangeObject(run, document, checked(next, document), sheetObject);
  const each = <T>(of: Box, read: (cell: CellData) => T): T[][] =>
    document.cells(of).map((row) => row.map(read));
  const one = <T>(read: (cell: CellData) => T): T => {
    const cell = document.cells(first)[0]?.[0] ?? {};
    return read(cell);
  };
  const shown = (cell: CellData): string => cell.formattedValue ?? '';
  const formula = (cell: CellData): string => cell.userEnteredValue?.formulaValue ?? '';
  const note = (cell: CellData): string => cell.note ?? '';
  const values = (of: Box): (string | number | boolean | Date)[][] => {
    const zone = document.zone();
    return each(of, (cell) => cellValue(cell, zone));
  };
  const numberFormat = (cell: CellData): string =>
    cell.userEnteredFormat?.numberFormat?.pattern ?? '0.###############';

  const after = (act: () => void): object => {
    act();
    return self;
  };
  const repeat = (cell: CellData, fields: string): object =>
    after(() => document.change({ repeatCell: { range: gridRange(box), cell, fields } }));
  const format = (userEnteredFormat: sheets_v4.Schema$CellFormat, field: string): object =>
    repeat({ userEnteredFormat }, `userEnteredFormat.${field}`);
  const clear = (fields: string): object => repeat({}, fields);

  const self: object = serviceObject(run, 'Range', {
    getRow: () => box.row,
    getColumn: () => box.column,
    getNumRows: () => box.rows,
    getNumColumns: () => box.columns,
    getHeight: () => box.rows,
    getWidth: () => box.columns,
    getLastRow: () => box.row + box.rows - 1,
    getLastColumn: () => box.column + box.columns - 1,
    getRowIndex: () => box.row,
    getGridId: () => box.sheetId,
    getSheet: () => sheetObject(box.sheetId),
    getA1Notation: () => a1Of(box),
    getCell: (row: unknown, column: unknown) => {
      const [r, c] = [whole(row, 'Range.getCell'), whole(column, 'Range.getCell')];
      if (r < 1 || c < 1 || r > box.rows || c > box.columns)
        throw new ServiceException('Cell reference out of range');
      return range({ ...first, row: box.row + r - 1, column: box.column + c - 1 });
    },
    offset: (
      rowOffset: unknown,
      columnOffset: unknown,
      rows: unknown = box.rows,
      columns: unknown = box.columns,
    ) =>
      range({
        sheetId: box.sheetId,
        row: box.row + whole(rowOffset, 'Range.offset'),
        column: box.column + whole(columnOffset, 'Range.offset'),
        rows: whole(rows, 'Range.offset'),
        columns: whole(columns, 'Range.offset'),
      }),
    activate: () =>
      after(() => {
        document.selection = { sheetId: box.sheetId, row: box.row, column: box.column };
      }),

    getValue: remote(() => values(first)[0]?.[0] ?? ''),
    getValues: remote(() => values(box)),
    getDisplayValue: remote(() => one(shown)),
    getDisplayValues: remote(() => each(box, shown)),
    getFormula: remote(() => one(formula)),
    getFormulas: remote(() => each(box, formula)),
    getNote: remote(() => one(note)),
    getNotes: remote(() => each(box, note)),
    getNumberFormat: remote(() => one(numberFormat)),
    getNumberFormats: remote(() => each(box, numberFormat)),
    isBlank: remote(() =>
      each(box, (cell) => cell.userEnteredValue ?? null)
        .flat()
        .every((value) => value === null),
    ),

    // "Sets the value of the range": one value goes into every cell of it.
    setValue: remote((value: unknown) => after(() => writeValues(document, box, filled(box, value)))),
    setValues: remote((next: unknown) =>
      after(() => {
        checkShape(next, box);
        writeValues(document, box, next);
      }),
    ),
    setFormula: remote((next: unknown) =>
      after(() => writeValues(document, box, filled(box, text(next, 'Range.setFormula')))),
    ),
    clearContent: remote(() => clear('userEnteredValue')),
    clear: remote(() => clear('userEnteredValue,userEnteredFormat')),
    clearFormat: remote(() => clear('userEnteredFormat')),
    clearNote: remote(() => clear('note')),
    setNote: remote((next: unknown) =>
      next === null ? clear('note') : repeat({ note: text(next, 'Range.setNote') }, 'note'),
    ),
    setNumberFormat: remote((pattern: unknown) =>
      format({ numberFormat: numberFormatOf(text(pattern, 'Range.setNumberFormat')) }, 'numberFormat'),
    ),
    setBackground: remote((color: unknown) => {
      const backgroundColorStyle =
        color === null ? {} : { rgbColor: rgb(text(color, 'Range.setBackground')) };
      return format(color === null ? {} : { backgroundColorStyle }, 'backgroundColorStyle');
    }),
    setFontColor: remote((color: unknown) =>
      format(
        color === null
          ? {}
          : { textFormat: { foregroundColorStyle: { rgbColor: rgb(text(color, 'Range.setFontColor')) } } },
        'textFormat.foregroundColorStyle',
      ),
    ),
    setFontWeight: remote((weight: unknown) =>
      format({ textFormat: { bold: weight === 'bold' } }, 'textFormat.bold'),
    ),
    setWrap: remote((wrap: unknown) =>
      format({ wrapStrategy: wrap === true ? 'WRAP' : 'OVERFLOW_CELL' }, 'wrapStrategy'),
    ),
  });
  boxes.set(self, box);
  return self;
}

/** Google's words for a range that the grid cannot hold. */
export function checked(box: Box, document: BoundDocument): Box {
  if (box.row < 1) throw new ServiceException('The starting row of the range is too small.');
  if (box.column < 1) throw new ServiceException('The starting column of the range is too small.');
  if (box.rows < 1) throw new ServiceException('The number of rows in the range must be at least 1.');
  if (box.columns < 1) throw new ServiceException('The number of columns in the range must be at least 1.');
  const { rowCount, columnCount } = document.sheet(box.sheetId);
  if (box.row + box.rows - 1 > rowCount || box.column + box.columns - 1 > columnCount) {
    throw new ServiceException('The coordinates of the range are outside the dimensions of the sheet.');
  }
  return box;
}

function filled(box: Box, value: unknown): unknown[][] {
  return Array.from({ length: box.rows }, () => Array.from({ length: box.columns }, () => value));
}

function a1Of(box: Box): string {
  const from = `${columnLetters(box.column - 1)}${box.row}`;
  const to = `${columnLetters(box.column + box.columns - 2)}${box.row + box.rows - 1}`;
  return from === to ? from : `${from}:${to}`;
}

/** SpreadsheetApp has patterns only; the API wants their kind as well. */
function numberFormatOf(pattern: string): sheets_v4.Schema$NumberFormat {
  if (pattern === '@') return { type: 'TEXT', pattern };
  const bare = pattern.replace(/"[^"]*"|\\./g, '');
  const date = /[yd]/i.test(bare);
  const time = /[hs]/i.test(bare);
  if (date) return { type: time ? 'DATE_TIME' : 'DATE', pattern };
  if (time) return { type: 'TIME', pattern };
  return { type: bare.includes('%') ? 'PERCENT' : 'NUMBER', pattern };
}

function rgb(color: string): sheets_v4.Schema$Color {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
  if (hex === null) throw new ServiceException(`Invalid argument: ${color}. Give a color as #rrggbb.`);
  const part = (index: number): number => Number.parseInt(hex[index] ?? '0', 16) / 255;
  return { red: part(1), green: part(2), blue: part(3) };
}
