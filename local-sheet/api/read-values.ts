/** spreadsheets.values, the reading half. */
import type { sheets_v4 } from '@googleapis/sheets';
import type { ValueReadParams } from '../contract';
import { formatA1 } from '../model/a1';
import { badRequest } from '../model/area';
import { formatValue, isDateFormat } from '../model/number-format';
import { overlayOf } from '../model/pivot-view';
import type { Scalar, SpreadsheetState } from '../model/state';
import type { SheetArea } from './resource';

const MAJOR_DIMENSIONS = ['ROWS', 'COLUMNS'] as const;
const RENDER_OPTIONS = ['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA'] as const;
const DATE_TIME_OPTIONS = ['SERIAL_NUMBER', 'FORMATTED_STRING'] as const;

export interface ReadOptions {
  readonly majorDimension: (typeof MAJOR_DIMENSIONS)[number];
  readonly render: (typeof RENDER_OPTIONS)[number];
  readonly dateTime: (typeof DATE_TIME_OPTIONS)[number];
}

export function readOptions(params: ValueReadParams): ReadOptions {
  return {
    majorDimension: oneOf('majorDimension', params.majorDimension, MAJOR_DIMENSIONS, 'ROWS', [
      'DIMENSION_UNSPECIFIED',
    ]),
    render: oneOf('valueRenderOption', params.valueRenderOption, RENDER_OPTIONS, 'FORMATTED_VALUE', []),
    dateTime: oneOf(
      'dateTimeRenderOption',
      params.dateTimeRenderOption,
      DATE_TIME_OPTIONS,
      'SERIAL_NUMBER',
      [],
    ),
  };
}

/** Reads an enum of a URL or a body; the words of `unset` mean the default. */
export function oneOf<T extends string>(
  name: string,
  value: string | null | undefined,
  words: readonly T[],
  byDefault: T,
  unset: readonly string[],
): T {
  if (value === undefined || value === null || value === '' || unset.includes(value)) return byDefault;
  const found = words.find((word) => word === value);
  if (found === undefined) throw badRequest(`Invalid value at '${name}': "${value}"`);
  return found;
}

export function valueRange(
  state: SpreadsheetState,
  { sheet, area }: SheetArea,
  options: ReadOptions,
): sheets_v4.Schema$ValueRange {
  const rows = readRows(state, { sheet, area }, options);
  const values = options.majorDimension === 'ROWS' ? rows : transposed(rows);
  return {
    range: formatA1(sheet.title, area),
    majorDimension: options.majorDimension,
    ...(values.length === 0 ? {} : { values }),
  };
}

/** Rows without their empty tails, and no empty rows at the end: "empty trailing rows and columns will not be included". */
function readRows(state: SpreadsheetState, { sheet, area }: SheetArea, options: ReadOptions): Scalar[][] {
  const overlay = overlayOf(state, sheet, true);
  let end = Math.min(area.endRow, sheet.rows.length);
  for (const row of overlay.keys()) if (row < area.endRow) end = Math.max(end, row + 1);
  const result: Scalar[][] = [];
  let used = 0;
  for (let r = area.startRow; r < end; r++) {
    const row = sheet.rows[r];
    const over = overlay.get(r);
    const line: Scalar[] = [];
    let width = Math.min(area.endColumn, row?.values.length ?? 0);
    if (over !== undefined) {
      for (const column of over.keys()) if (column < area.endColumn) width = Math.max(width, column + 1);
    }
    let filled = 0;
    for (let c = area.startColumn; c < width; c++) {
      const own = row?.values[c] ?? null;
      const shown = own ?? over?.get(c)?.value ?? null;
      if (shown === null) {
        line.push('');
        continue;
      }
      const numberFormat =
        row?.extras[c]?.format?.numberFormat ?? (own === null ? over?.get(c)?.numberFormat : null);
      line.push(rendered(shown, numberFormat, options, state.locale));
      filled = line.length;
    }
    line.length = filled;
    result.push(line);
    if (filled > 0) used = result.length;
  }
  result.length = used;
  return result;
}

function rendered(
  value: Scalar,
  format: sheets_v4.Schema$NumberFormat | null | undefined,
  options: ReadOptions,
  locale: string,
): Scalar {
  if (options.render === 'FORMATTED_VALUE') return formatValue(value, format, locale);
  if (options.dateTime === 'FORMATTED_STRING' && typeof value === 'number' && isDateFormat(format)) {
    return formatValue(value, format, locale);
  }
  return value;
}

function transposed(rows: readonly Scalar[][]): Scalar[][] {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  return Array.from({ length: width }, (_, c) => {
    const column = rows.map((row) => row[c] ?? '');
    while (column.length > 0 && column[column.length - 1] === '') column.pop();
    return column;
  });
}
