/** Excel workbooks → rows of texts. The library is loaded when there is such a file, never at the start of a command. */

import type { SourceRow } from '../../core/import/source';
import { twoDigits } from '../../core/time/civil';
import { reasonOf, UserError } from '../user-error';

export interface ReadSheet {
  readonly sheet: string;
  readonly rows: readonly SourceRow[];
}

/**
 * @param wanted name of the sheet; null: the first that holds anything
 * @throws UserError when the file is no workbook or has no such sheet
 */
export async function readXlsx(bytes: Buffer, file: string, wanted: string | null): Promise<ReadSheet> {
  const { default: readWorkbook } = await import('read-excel-file/node');
  const sheets = await readWorkbook(bytes, { parseNumber: numberText }).catch((error: unknown) => {
    throw new UserError(
      `${file} cannot be read as an Excel workbook: ${reasonOf(error)}.`,
      'Open it in a spreadsheet program and save it anew as .xlsx, or as CSV.',
      { cause: error },
    );
  });
  const chosen =
    wanted === null
      ? (sheets.find(({ data }) => data.length > 0) ?? sheets[0])
      : sheets.find(({ sheet }) => sheet.trim().toLowerCase() === wanted.trim().toLowerCase());
  if (chosen === undefined) {
    throw new UserError(
      `${file} has no sheet "${wanted ?? ''}".`,
      `Its sheets are: ${sheets.map(({ sheet }) => `"${sheet}"`).join(', ')}.`,
    );
  }
  return {
    sheet: chosen.sheet,
    rows: chosen.data.map((cells, index) => ({ number: index + 1, cells: cells.map(cellText) })),
  };
}

/** As digits: a phone number or an id is not to become 1.2E+12, and 0.1 not 0.10000000000000001. */
function numberText(raw: string): string {
  return /^-?\d+$/.test(raw) ? raw : String(Number(raw));
}

/** Dates come as the wall clock of the file, called UTC; a time alone is on day 0 of Excel's calendar. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (!(value instanceof Date)) return String(value);
  const whole = new Date(Math.round(value.getTime() / 1000) * 1000);
  const day = whole.toISOString().slice(0, 10);
  const [hour, minute, second] = [whole.getUTCHours(), whole.getUTCMinutes(), whole.getUTCSeconds()];
  const time = [hour, minute, ...(second === 0 ? [] : [second])].map(twoDigits).join(':');
  if (whole.getUTCFullYear() < 1905) return time;
  return hour + minute + second === 0 ? day : `${day} ${time}`;
}
