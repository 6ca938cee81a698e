/** What a conformance case is: steps through Google's own client, and what they must show. */
import type { sheets_v4 } from '@googleapis/sheets';

export type SheetsClient = sheets_v4.Sheets;

export interface ConformanceCase {
  /** The behaviour, as a sentence. */
  readonly name: string;
  /** The page or field description of Google's documentation that says so. */
  readonly source: string;
  /**
   * Does the steps in a spreadsheet of its own, fresh from spreadsheets.create, with one sheet of 1000 × 26 cells
   * (id 0, title `Sheet1`).
   *
   * @returns what was seen, as plain data
   */
  readonly run: (client: SheetsClient, spreadsheetId: string) => Promise<unknown>;
  readonly expected: unknown;
}

/** The HTTP status with which a call was refused; null when it was not. */
export async function refusal(call: Promise<unknown>): Promise<number | null> {
  try {
    await call;
    return null;
  } catch (error) {
    const { status } = error as { status?: unknown };
    if (typeof status !== 'number') throw error;
    return status;
  }
}

export async function batch(
  client: SheetsClient,
  spreadsheetId: string,
  ...requests: sheets_v4.Schema$Request[]
): Promise<sheets_v4.Schema$BatchUpdateSpreadsheetResponse> {
  const { data } = await client.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
  return data;
}

export async function values(
  client: SheetsClient,
  spreadsheetId: string,
  range: string,
  valueRenderOption = 'UNFORMATTED_VALUE',
): Promise<unknown[][] | undefined> {
  const { data } = await client.spreadsheets.values.get({ spreadsheetId, range, valueRenderOption });
  return data.values ?? undefined;
}

export async function write(
  client: SheetsClient,
  spreadsheetId: string,
  range: string,
  rows: unknown[][],
  valueInputOption = 'RAW',
): Promise<sheets_v4.Schema$UpdateValuesResponse> {
  const { data } = await client.spreadsheets.values.update({
    spreadsheetId,
    range,
    valueInputOption,
    requestBody: { values: rows },
  });
  return data;
}

export function text(stringValue: string): sheets_v4.Schema$CellData {
  return { userEnteredValue: { stringValue } };
}
