import type { sheets_v4 } from '@googleapis/sheets';
import { ApiError, type Selection, type SheetsService } from '../../contract';
import { formatA1 } from '../../model/a1';
import { NotEmulated, ServiceException } from '../failure';
import { type TimeZone, timeZone } from '../zone';

export type CellData = sheets_v4.Schema$CellData;
export type Request = sheets_v4.Schema$Request;

/** A rectangle of cells as SpreadsheetApp counts: from 1. */
export interface Box {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface SheetInfo {
  readonly sheetId: number;
  readonly title: string;
  readonly index: number;
  readonly hidden: boolean;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
}

const CELL_FIELDS = 'userEnteredValue,effectiveValue,formattedValue,note,userEnteredFormat';

/** The spreadsheet that the script is bound to, through the same service as the API. */
export class BoundDocument {
  selection: Selection | null;

  constructor(
    readonly service: SheetsService,
    readonly spreadsheetId: string,
    selection: Selection | null,
  ) {
    this.selection = selection;
  }

  resource(): sheets_v4.Schema$Spreadsheet {
    return asException(() =>
      this.service.get(this.spreadsheetId, {
        fields: 'spreadsheetId,spreadsheetUrl,properties,sheets.properties',
      }),
    );
  }

  zone(): TimeZone {
    return timeZone(this.resource().properties?.timeZone ?? 'Etc/GMT');
  }

  sheets(): SheetInfo[] {
    return (this.resource().sheets ?? []).map(({ properties }, index) => ({
      sheetId: properties?.sheetId ?? 0,
      title: properties?.title ?? '',
      index,
      hidden: properties?.hidden === true,
      rowCount: properties?.gridProperties?.rowCount ?? 0,
      columnCount: properties?.gridProperties?.columnCount ?? 0,
      frozenRows: properties?.gridProperties?.frozenRowCount ?? 0,
      frozenColumns: properties?.gridProperties?.frozenColumnCount ?? 0,
    }));
  }

  sheet(sheetId: number): SheetInfo {
    const found = this.sheets().find((sheet) => sheet.sheetId === sheetId);
    if (found === undefined) throw new ServiceException(`Sheet ${sheetId} not found`);
    return found;
  }

  /** Where the person stands; without a person, on the first cell of the first sheet. */
  position(): Selection {
    if (this.selection !== null) return this.selection;
    const [first] = this.sheets();
    if (first === undefined) throw new ServiceException('The spreadsheet has no sheets.');
    return { sheetId: first.sheetId, row: 1, column: 1 };
  }

  /** Every cell of the box, also those that the service leaves out because they are empty. */
  cells(box: Box): CellData[][] {
    const fields = `sheets(properties.sheetId,data.rowData.values(${CELL_FIELDS}))`;
    const answer = asException(() =>
      this.service.getByDataFilter(
        this.spreadsheetId,
        { dataFilters: [{ gridRange: gridRange(box) }], includeGridData: true },
        { fields },
      ),
    );
    const rowData =
      answer.sheets?.find(({ properties }) => (properties?.sheetId ?? 0) === box.sheetId)?.data?.[0]
        ?.rowData ?? [];
    return Array.from({ length: box.rows }, (_row, r) =>
      Array.from({ length: box.columns }, (_cell, c) => rowData[r]?.values?.[c] ?? {}),
    );
  }

  /** How far the content of a sheet reaches: its last row and column that hold a value, 0 when it is empty. */
  extent(sheetId: number): { readonly rows: number; readonly columns: number } {
    const { rowCount, columnCount } = this.sheet(sheetId);
    const box = { sheetId, row: 1, column: 1, rows: rowCount, columns: columnCount };
    const filter = { dataFilters: [{ gridRange: gridRange(box) }], valueRenderOption: 'UNFORMATTED_VALUE' };
    const answer = asException(() => this.service.values.batchGetByDataFilter(this.spreadsheetId, filter));
    const values = answer.valueRanges?.[0]?.valueRange?.values ?? [];
    let rows = 0;
    let columns = 0;
    values.forEach((row, index) => {
      const last = row.findLastIndex((value: unknown) => value !== '' && value !== null);
      if (last >= 0) rows = index + 1;
      columns = Math.max(columns, last + 1);
    });
    return { rows, columns };
  }

  change(...requests: Request[]): void {
    asException(() => this.service.batchUpdate(this.spreadsheetId, { requests }));
  }

  /** Writes as a person would type; null leaves a cell as it is. */
  type(box: Box, values: (string | number | boolean | null)[][]): void {
    asException(() =>
      this.service.values.batchUpdate(this.spreadsheetId, {
        valueInputOption: 'USER_ENTERED',
        data: [{ range: a1Range(box, this.sheet(box.sheetId).title), values }],
      }),
    );
  }
}

export function gridRange(box: Box): sheets_v4.Schema$GridRange {
  return {
    sheetId: box.sheetId,
    startRowIndex: box.row - 1,
    endRowIndex: box.row - 1 + box.rows,
    startColumnIndex: box.column - 1,
    endColumnIndex: box.column - 1 + box.columns,
  };
}

/** What the API would refuse, SpreadsheetApp throws as a plain exception. */
function asException<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.code === 501) throw new NotEmulated(error.message);
    throw new ServiceException(error.message);
  }
}

function a1Range(box: Box, title: string): string {
  return formatA1(title, {
    startRow: box.row - 1,
    endRow: box.row - 1 + box.rows,
    startColumn: box.column - 1,
    endColumn: box.column - 1 + box.columns,
  });
}
