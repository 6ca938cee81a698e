/** Puts the desk's workbook into a real local sheet, as a setup would: create, then batchUpdate. */
import type { sheets_v4 } from '@googleapis/sheets';
import { type LocalSheets, openLocalSheets } from '../../../local-sheet/storage/open';
import { DASHBOARD, deskWorkbook, TICKETS } from '../xlsx/desk-workbook';

type Request = sheets_v4.Schema$Request;
type Cell = sheets_v4.Schema$CellData;

export interface OpenDesk {
  readonly sheets: LocalSheets;
  readonly spreadsheetId: string;
}

export function deskInModel(count = 40): OpenDesk {
  const sheets = openLocalSheets();
  const workbook = deskWorkbook(count);
  const created = sheets.create({
    properties: workbook.properties ?? {},
    sheets: (workbook.sheets ?? []).map(({ properties }) => ({ properties: properties ?? {} })),
  });
  const spreadsheetId = created.spreadsheetId ?? '';
  const requests = (workbook.sheets ?? []).flatMap((sheet) => [
    ...cells(sheet),
    ...sizes(sheet),
    ...rules(sheet),
  ]);
  sheets.batchUpdate(spreadsheetId, { requests });
  return { sheets, spreadsheetId };
}

function written(cell: Cell): Cell {
  const { userEnteredValue, userEnteredFormat, note, dataValidation } = cell;
  return {
    ...(userEnteredValue ? { userEnteredValue } : {}),
    ...(userEnteredFormat ? { userEnteredFormat } : {}),
    ...(note ? { note } : {}),
    ...(dataValidation ? { dataValidation } : {}),
  };
}

function cells(sheet: sheets_v4.Schema$Sheet): Request[] {
  const sheetId = sheet.properties?.sheetId ?? 0;
  const rows = (sheet.data?.[0]?.rowData ?? []).map((row) => ({ values: (row.values ?? []).map(written) }));
  const fields = 'userEnteredValue,userEnteredFormat,note,dataValidation';
  const all: Request = { updateCells: { start: { sheetId, rowIndex: 0, columnIndex: 0 }, rows, fields } };
  return sheetId === DASHBOARD ? [all, pivot(0, 1), pivot(2, 4)] : [all];
}

/** Counts the tickets by one of their columns. */
function pivot(column: number, by: number): Request {
  const pivotTable: sheets_v4.Schema$PivotTable = {
    source: { sheetId: TICKETS, startRowIndex: 1, startColumnIndex: 0, endColumnIndex: 11 },
    rows: [{ sourceColumnOffset: by, sortOrder: 'ASCENDING', showTotals: false }],
    values: [{ sourceColumnOffset: 0, summarizeFunction: 'COUNTA', name: 'Tickets' }],
    // Rows without an id are not tickets.
    filterSpecs: [
      { columnOffsetIndex: 0, filterCriteria: { visibleByDefault: true, condition: { type: 'NOT_BLANK' } } },
    ],
  };
  const start = { sheetId: DASHBOARD, rowIndex: 2, columnIndex: column };
  return { updateCells: { start, rows: [{ values: [{ pivotTable }] }], fields: 'pivotTable' } };
}

function sizes(sheet: sheets_v4.Schema$Sheet): Request[] {
  const sheetId = sheet.properties?.sheetId ?? 0;
  const of = (
    dimension: 'ROWS' | 'COLUMNS',
    list: readonly sheets_v4.Schema$DimensionProperties[],
  ): Request[] =>
    list.flatMap((properties, index) => {
      const fields = Object.keys(properties).join(',');
      if (fields === '') return [];
      const range = { sheetId, dimension, startIndex: index, endIndex: index + 1 };
      return [{ updateDimensionProperties: { range, properties, fields } }];
    });
  const block = sheet.data?.[0];
  return [
    ...of('COLUMNS', block?.columnMetadata ?? []),
    ...of('ROWS', (block?.rowMetadata ?? []).slice(0, 2)),
  ];
}

function rules(sheet: sheets_v4.Schema$Sheet): Request[] {
  return [
    ...(sheet.conditionalFormats ?? []).map((rule, index) => ({ addConditionalFormatRule: { rule, index } })),
    ...(sheet.protectedRanges ?? []).map(({ protectedRangeId: _id, ...protectedRange }) => ({
      addProtectedRange: { protectedRange },
    })),
    ...(sheet.basicFilter ? [{ setBasicFilter: { filter: sheet.basicFilter } }] : []),
    ...(sheet.charts ?? []).map((chart) => ({ addChart: { chart } })),
  ];
}
