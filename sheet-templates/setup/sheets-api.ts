/**
 * The part of the Sheets API v4 that setup speaks, as plain JSON. Typed here and not taken from the client
 * package, whose types bring Node's with them; a test holds these assignable to the client's.
 * https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/request
 */
import type { ExtendedValue, GridRange } from '../../core/workbook/requests';

export interface ColorStyle {
  rgbColor: { red: number; green: number; blue: number };
}

export interface CellFormat {
  backgroundColorStyle?: ColorStyle;
  textFormat?: { bold?: boolean; italic?: boolean; fontSize?: number; foregroundColorStyle?: ColorStyle };
  numberFormat?: { type: string; pattern: string };
  wrapStrategy?: 'WRAP' | 'CLIP' | 'OVERFLOW_CELL';
  verticalAlignment?: 'TOP' | 'MIDDLE';
  horizontalAlignment?: 'LEFT' | 'CENTER' | 'RIGHT';
}

interface Condition {
  type:
    | 'TEXT_EQ'
    | 'TEXT_NOT_EQ'
    | 'ONE_OF_LIST'
    | 'ONE_OF_RANGE'
    | 'BOOLEAN'
    | 'BLANK'
    | 'NOT_BLANK'
    | 'NUMBER_NOT_EQ';
  values?: { userEnteredValue: string }[];
}

export interface ValidationRule {
  condition: Condition;
  strict: boolean;
  showCustomUi: boolean;
}

export interface PivotGroup {
  sourceColumnOffset: number;
  showTotals: boolean;
  sortOrder: 'ASCENDING' | 'DESCENDING';
  /** By this value of the group instead of by its name. */
  valueBucket?: { valuesIndex: number };
}

export interface PivotValue {
  sourceColumnOffset: number;
  summarizeFunction: 'COUNTA' | 'SUM' | 'MIN';
  name: string;
}

export interface PivotFilter {
  columnOffsetIndex: number;
  filterCriteria: { condition: Condition; visibleByDefault: true } | { visibleValues: string[] };
}

export interface PivotTable {
  source: GridRange;
  rows?: PivotGroup[];
  columns?: PivotGroup[];
  values: PivotValue[];
  filterSpecs: PivotFilter[];
  valueLayout: 'HORIZONTAL';
}

export interface StyledCell {
  userEnteredValue?: ExtendedValue;
  userEnteredFormat?: CellFormat;
  note?: string;
  pivotTable?: PivotTable;
}

export interface SheetProperties {
  sheetId: number;
  title?: string;
  index?: number;
  gridProperties?: {
    rowCount?: number;
    columnCount?: number;
    frozenRowCount?: number;
    frozenColumnCount?: number;
    hideGridlines?: true;
  };
  tabColorStyle?: ColorStyle;
}

interface ChartRange {
  sourceRange: { sources: GridRange[] };
}

export interface ChartSeries {
  series: ChartRange;
  targetAxis: 'BOTTOM_AXIS' | 'LEFT_AXIS';
  colorStyle?: ColorStyle;
  /** In a COMBO chart. */
  type?: 'COLUMN' | 'LINE';
}

export interface ChartSpec {
  title: string;
  altText: string;
  basicChart: {
    chartType: 'BAR' | 'COLUMN' | 'LINE' | 'COMBO';
    stackedType?: 'STACKED' | 'PERCENT_STACKED';
    legendPosition: 'NO_LEGEND' | 'BOTTOM_LEGEND';
    headerCount: number;
    domains: { domain: ChartRange }[];
    series: ChartSeries[];
  };
}

interface GradientPoint {
  colorStyle: ColorStyle;
  type: 'MIN' | 'MAX';
}

export type SheetsRequest =
  | {
      updateSpreadsheetProperties: {
        properties: { locale: string; timeZone: string };
        fields: 'locale,timeZone';
      };
    }
  | { addSheet: { properties: SheetProperties } }
  | { updateSheetProperties: { properties: SheetProperties; fields: string } }
  | { appendDimension: { sheetId: number; dimension: 'COLUMNS'; length: number } }
  | { updateCells: { range: GridRange; rows: { values: StyledCell[] }[]; fields: string } }
  | { appendCells: { sheetId: number; rows: { values: StyledCell[] }[]; fields: string } }
  | { repeatCell: { range: GridRange; cell: StyledCell; fields: string } }
  | { setDataValidation: { range: GridRange; rule: ValidationRule } }
  | {
      updateDimensionProperties: {
        range: { sheetId: number; dimension: 'ROWS' | 'COLUMNS'; startIndex: number; endIndex: number };
        properties: { pixelSize?: number; hiddenByUser?: boolean };
        fields: string;
      };
    }
  | { addProtectedRange: { protectedRange: { range: GridRange; description: string; warningOnly: true } } }
  | {
      addConditionalFormatRule: {
        rule: { ranges: GridRange[] } & (
          | { booleanRule: { condition: Condition; format: CellFormat } }
          | { gradientRule: { minpoint: GradientPoint; maxpoint: GradientPoint } }
        );
        index: number;
      };
    }
  | { setBasicFilter: { filter: { range: GridRange } } }
  | {
      createDeveloperMetadata: {
        developerMetadata: {
          metadataKey: string;
          metadataValue: string;
          location: { sheetId: number };
          visibility: 'DOCUMENT';
        };
      };
    }
  | {
      addChart: {
        chart: {
          spec: ChartSpec;
          position: {
            overlayPosition: {
              anchorCell: { sheetId: number; rowIndex: number; columnIndex: number };
              offsetXPixels?: number;
              widthPixels: number;
              heightPixels: number;
            };
          };
        };
      };
    };
