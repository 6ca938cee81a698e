/** What setup must know of a workbook before it plans, and what to ask Google for to know it. */
import { SHEET_ID, TABLES, type TabKey } from '../../core/workbook/columns';

/** The `fields` of spreadsheets.get. */
export const SETUP_FIELDS =
  'sheets(properties(sheetId,title,gridProperties(rowCount,columnCount)),developerMetadata(metadataKey,metadataValue))';

/** Says, on a sheet, that setup has prepared it: colours, filter and starter rows are not made a second time. */
export const PREPARED = 'rowdesk.tab';

/** Says, on the Calendar tab, for which year holidays were written. One entry for each year. */
export const HOLIDAYS = 'rowdesk.holidays';

/** Short tabs whose rows setup may add to or migrate: it must know what is there. */
const READ_WHOLE: ReadonlySet<number> = new Set([SHEET_ID.settings, SHEET_ID.calendar, SHEET_ID.sla]);

type Absent = null | undefined;

/** The parts of a `Spreadsheet` resource that setup reads, as any client of the API types them. */
export interface SpreadsheetSnapshot {
  readonly sheets?: readonly SheetSnapshot[] | Absent;
}

interface SheetSnapshot {
  readonly properties?:
    | {
        readonly sheetId?: number | Absent;
        readonly title?: string | Absent;
        readonly gridProperties?:
          | { readonly rowCount?: number | Absent; readonly columnCount?: number | Absent }
          | Absent;
      }
    | Absent;
  readonly developerMetadata?:
    | readonly { readonly metadataKey?: string | Absent; readonly metadataValue?: string | Absent }[]
    | Absent;
}

/** The answer of values.batchGetByDataFilter. */
export interface ValuesSnapshot {
  readonly valueRanges?:
    | readonly {
        readonly valueRange?: { readonly values?: readonly (readonly unknown[])[] | Absent } | Absent;
        readonly dataFilters?:
          | readonly { readonly gridRange?: { readonly sheetId?: number | Absent } | Absent }[]
          | Absent;
      }[]
    | Absent;
}

export interface ExistingSheet {
  readonly sheetId: number;
  readonly title: string;
  readonly columnCount: number;
  readonly metadata: readonly { readonly key: string; readonly value: string }[];
  /** From row 1. Only the first two rows of a prepared tab (all of Settings, Calendar and SLA), every row of another. */
  readonly rows: readonly (readonly unknown[])[];
}

export interface ExistingWorkbook {
  readonly sheets: readonly ExistingSheet[];
}

export interface SetupDataFilter {
  gridRange: { sheetId: number; startRowIndex: number; endRowIndex?: number };
}

/**
 * The second question, after spreadsheets.get with SETUP_FIELDS: what to hand to values.batchGetByDataFilter.
 * Empty when the workbook has none of our tabs yet; the call is then left out.
 */
export function readRangesForSetup(spreadsheet: SpreadsheetSnapshot): SetupDataFilter[] {
  const ours = new Set<number>(TABLES.map((tab) => SHEET_ID[tab]));
  return sheetsOf(spreadsheet, new Map())
    .filter((sheet) => ours.has(sheet.sheetId))
    .map((sheet) => {
      const headerIsEnough = isPrepared(sheet) && !READ_WHOLE.has(sheet.sheetId);
      return {
        gridRange: {
          sheetId: sheet.sheetId,
          startRowIndex: 0,
          ...(headerIsEnough ? { endRowIndex: 2 } : {}),
        },
      };
    });
}

export function existingWorkbook(
  spreadsheet: SpreadsheetSnapshot,
  values?: ValuesSnapshot,
): ExistingWorkbook {
  const rowsOf = new Map<number, readonly (readonly unknown[])[]>();
  for (const { valueRange, dataFilters } of values?.valueRanges ?? []) {
    for (const filter of dataFilters ?? []) {
      const sheetId = filter.gridRange?.sheetId;
      if (typeof sheetId === 'number') rowsOf.set(sheetId, valueRange?.values ?? []);
    }
  }
  return { sheets: sheetsOf(spreadsheet, rowsOf) };
}

export function sheetOf(workbook: ExistingWorkbook, tab: TabKey): ExistingSheet | null {
  return workbook.sheets.find((sheet) => sheet.sheetId === SHEET_ID[tab]) ?? null;
}

export function isPrepared(sheet: ExistingSheet): boolean {
  return sheet.metadata.some(({ key }) => key === PREPARED);
}

function sheetsOf(
  spreadsheet: SpreadsheetSnapshot,
  rowsOf: ReadonlyMap<number, readonly (readonly unknown[])[]>,
): ExistingSheet[] {
  return (spreadsheet.sheets ?? []).map(({ properties, developerMetadata }) => {
    // The API leaves out a sheetId of 0.
    const sheetId = properties?.sheetId ?? 0;
    return {
      sheetId,
      title: properties?.title ?? '',
      columnCount: properties?.gridProperties?.columnCount ?? 0,
      metadata: (developerMetadata ?? []).map((entry) => ({
        key: entry.metadataKey ?? '',
        value: entry.metadataValue ?? '',
      })),
      rows: rowsOf.get(sheetId) ?? [],
    };
  });
}
