/**
 * What a workbook is. Every object here is immutable: a change makes new objects for what it touched and shares
 * the rest, so that a failed batch is undone by forgetting it and a reader never sees half of one.
 * (The one exception: a batch owns the `rows` arrays it copied until it ends; see batch.ts.)
 */
import type { sheets_v4 } from '@googleapis/sheets';

export type CellFormat = sheets_v4.Schema$CellFormat;
export type GridRange = sheets_v4.Schema$GridRange;
export type PivotTable = sheets_v4.Schema$PivotTable;
export type DeveloperMetadata = sheets_v4.Schema$DeveloperMetadata;

/** What a cell holds. Formulas are not emulated, so what was entered is also what is in effect. */
export type Scalar = string | number | boolean;

/** What a cell carries beside its value. */
export interface CellExtras {
  readonly format?: CellFormat;
  readonly note?: string;
  readonly dataValidation?: sheets_v4.Schema$DataValidationRule;
}

/** A pivot table and the cell in which it starts. Kept beside the rows, so that none is searched for. */
interface PivotState {
  readonly row: number;
  readonly column: number;
  readonly table: PivotTable;
}

/** Values and extras apart, because most cells have no extras and most readers want only values. */
export interface Row {
  /** May be shorter than the grid is wide; null is an empty cell. */
  readonly values: readonly (Scalar | null)[];
  readonly extras: readonly (CellExtras | null)[];
}

export interface DimensionState {
  readonly pixelSize?: number;
  readonly hiddenByUser?: boolean;
}

/** `SheetProperties` without what the model keeps elsewhere: id, title, index and the size of the grid. */
export type SheetLook = Pick<sheets_v4.Schema$SheetProperties, 'hidden' | 'rightToLeft' | 'tabColorStyle'> & {
  readonly grid: Omit<sheets_v4.Schema$GridProperties, 'rowCount' | 'columnCount'>;
};

export interface SheetState {
  readonly sheetId: number;
  readonly title: string;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly look: SheetLook;
  /** May be shorter than the grid is high; undefined is a row in which no cell was ever touched. */
  readonly rows: readonly (Row | undefined)[];
  readonly rowDimensions: readonly (DimensionState | undefined)[];
  readonly columnDimensions: readonly (DimensionState | undefined)[];
  readonly merges: readonly GridRange[];
  readonly conditionalFormats: readonly sheets_v4.Schema$ConditionalFormatRule[];
  readonly protectedRanges: readonly sheets_v4.Schema$ProtectedRange[];
  readonly bandedRanges: readonly sheets_v4.Schema$BandedRange[];
  readonly basicFilter: sheets_v4.Schema$BasicFilter | null;
  readonly charts: readonly sheets_v4.Schema$EmbeddedChart[];
  readonly pivots: readonly PivotState[];
}

export interface SpreadsheetState {
  readonly spreadsheetId: string;
  readonly title: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly sheets: readonly SheetState[];
  readonly namedRanges: readonly sheets_v4.Schema$NamedRange[];
  readonly developerMetadata: readonly DeveloperMetadata[];
  /** Ids are drawn from this, so that replaying the same requests mints the same ids. */
  readonly idSeed: number;
}

/** Google's defaults for a new sheet, as a new spreadsheet shows them. */
export const DEFAULT_ROWS = 1000;
export const DEFAULT_COLUMNS = 26;
export const DEFAULT_ROW_PIXELS = 21;
export const DEFAULT_COLUMN_PIXELS = 100;

/** https://support.google.com/drive/answer/37603: up to 10 million cells, up to 18,278 columns (ZZZ). */
export const MOST_CELLS = 10_000_000;
export const MOST_COLUMNS = 18_278;
/** Google answers "Your input contains more than the maximum of 50000 characters in a single cell." */
export const LONGEST_CELL = 50_000;

export function emptySheet(
  sheetId: number,
  title: string,
  rowCount = DEFAULT_ROWS,
  columnCount = DEFAULT_COLUMNS,
): SheetState {
  return {
    sheetId,
    title,
    rowCount,
    columnCount,
    look: { grid: {} },
    rows: [],
    rowDimensions: [],
    columnDimensions: [],
    merges: [],
    conditionalFormats: [],
    protectedRanges: [],
    bandedRanges: [],
    basicFilter: null,
    charts: [],
    pivots: [],
  };
}
