/** A workbook in the local sheet, and setup run on it as the bridge and the tracker do. */
import type { sheets_v4 } from '@googleapis/sheets';
import type { Language } from '../../core/language';
import { instant, zone } from '../../core/time/instant';
import { SHEET_ID, type TabKey } from '../../core/workbook/columns';
import { type LocalSheets, openLocalSheets } from '../../local-sheet/storage/open';
import {
  existingWorkbook,
  planSetup,
  readRangesForSetup,
  SETUP_FIELDS,
  type SheetsRequest,
} from '../../sheet-templates/setup';

export const NOW = instant(Date.UTC(2026, 10, 21, 12));

export class Workbook {
  readonly sheets: LocalSheets;
  readonly id: string;

  /** @param kept sheets that hold one workbook already; a new one is made without */
  constructor(
    body: sheets_v4.Schema$Spreadsheet = { properties: { title: 'Pomoc' } },
    kept: LocalSheets | null = null,
  ) {
    this.sheets = kept ?? openLocalSheets();
    this.id = kept?.spreadsheetIds()[0] ?? this.sheets.create(body).spreadsheetId ?? '';
  }

  static of(kept: LocalSheets): Workbook {
    return new Workbook({}, kept);
  }

  has(tab: TabKey): boolean {
    return (this.sheets.get(this.id).sheets ?? []).some(
      ({ properties }) => properties?.sheetId === SHEET_ID[tab],
    );
  }

  plan(language: Language = 'pl', now = NOW): SheetsRequest[] {
    const spreadsheet = this.sheets.get(this.id, { fields: SETUP_FIELDS });
    const dataFilters = readRangesForSetup(spreadsheet);
    const values =
      dataFilters.length === 0
        ? undefined
        : this.sheets.values.batchGetByDataFilter(this.id, {
            dataFilters,
            valueRenderOption: 'UNFORMATTED_VALUE',
          });
    const existing = existingWorkbook(spreadsheet, values);
    return planSetup({ existing, language, zone: zone('Europe/Warsaw'), now });
  }

  /** Also the proof that our own request types are Google's. */
  batch(requests: sheets_v4.Schema$Request[]): void {
    if (requests.length > 0) this.sheets.batchUpdate(this.id, { requests });
  }

  setUp(language: Language = 'pl', now = NOW): this {
    this.batch(this.plan(language, now));
    return this;
  }

  title(tab: TabKey): string {
    return this.properties(tab).title ?? '';
  }

  properties(tab: TabKey): sheets_v4.Schema$SheetProperties {
    return this.sheet(tab).properties ?? {};
  }

  sheet(tab: TabKey): sheets_v4.Schema$Sheet {
    const found = (this.sheets.get(this.id).sheets ?? []).find(
      (sheet) => sheet.properties?.sheetId === SHEET_ID[tab],
    );
    if (!found) throw new Error(`no sheet for ${tab}`);
    return found;
  }

  values(tab: TabKey): unknown[][] {
    return (
      this.sheets.values.get(this.id, `'${this.title(tab)}'`, { valueRenderOption: 'UNFORMATTED_VALUE' })
        .values ?? []
    );
  }

  /** Cells with their notes, formats and validations, of the first rows of a tab. */
  cells(tab: TabKey, rows: number): sheets_v4.Schema$CellData[][] {
    const sheet = this.sheets.get(this.id, {
      ranges: [`'${this.title(tab)}'!1:${rows}`],
      includeGridData: true,
    }).sheets?.[0];
    return (sheet?.data?.[0]?.rowData ?? []).map((row) => row.values ?? []);
  }

  write(tab: TabKey, row: number, column: number, value: string): void {
    this.batch([
      {
        updateCells: {
          range: {
            sheetId: SHEET_ID[tab],
            startRowIndex: row,
            endRowIndex: row + 1,
            startColumnIndex: column,
            endColumnIndex: column + 1,
          },
          rows: [{ values: [{ userEnteredValue: { stringValue: value } }] }],
          fields: 'userEnteredValue',
        },
      },
    ]);
  }

  columnOf(tab: TabKey, key: string): number {
    const index = (this.values(tab)[0] ?? []).indexOf(key);
    if (index < 0) throw new Error(`no column ${key} in ${tab}`);
    return index;
  }
}

const prepared = new Map<Language, Workbook>();

/** A workbook fresh from setup, shared by tests that only look at it. */
export function freshWorkbook(language: Language): Workbook {
  const workbook = prepared.get(language) ?? new Workbook().setUp(language);
  prepared.set(language, workbook);
  return workbook;
}
