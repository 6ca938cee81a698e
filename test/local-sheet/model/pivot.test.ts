import type { sheets_v4 } from '@googleapis/sheets';
import { openLocalSheets } from '../../../local-sheet/storage/open';

type PivotTable = sheets_v4.Schema$PivotTable;

/** Status, priority, hours, opened at. Serial 46347 is 2026-11-21, a Saturday. */
const ROWS = [
  ['Status', 'Priority', 'Hours', 'Opened'],
  ['open', 'high', 4, 46_347.4],
  ['open', 'low', 1, 46_317],
  ['new', 'high', 2, 46_347.9],
  ['', 'low', 8, 46_000],
  ['open', 'high', 6, 46_348],
];

function pivot(table: Omit<PivotTable, 'source'>): unknown {
  const sheets = openLocalSheets();
  const id = sheets.create({}).spreadsheetId ?? '';
  sheets.values.update(id, 'Sheet1!A1', { values: ROWS }, { valueInputOption: 'RAW' });
  const source = { sheetId: 0, startRowIndex: 0, startColumnIndex: 0, endColumnIndex: 4 };
  sheets.batchUpdate(id, {
    requests: [
      { addSheet: { properties: { sheetId: 1, title: 'Pivot' } } },
      {
        updateCells: {
          start: { sheetId: 1, rowIndex: 0, columnIndex: 0 },
          rows: [{ values: [{ pivotTable: { source, ...table } }] }],
          fields: 'pivotTable',
        },
      },
    ],
  });
  return sheets.values.get(id, 'Pivot', { valueRenderOption: 'UNFORMATTED_VALUE' }).values;
}

const status = { sourceColumnOffset: 0, sortOrder: 'ASCENDING' };
const priority = { sourceColumnOffset: 1, sortOrder: 'ASCENDING' };
const count = { sourceColumnOffset: 1, summarizeFunction: 'COUNTA', name: 'Tickets' };

describe('pivot tables', () => {
  test('count by one group, the empty one first', () => {
    expect(pivot({ rows: [status], values: [count] })).toEqual([
      ['Status', 'Tickets'],
      ['', 1],
      ['new', 1],
      ['open', 3],
    ]);
  });

  test('groups in columns, totals at both ends, nothing where no row meets both', () => {
    const table = {
      rows: [{ ...status, showTotals: true }],
      columns: [{ ...priority, showTotals: true }],
      values: [count],
      filterSpecs: [
        {
          columnOffsetIndex: 0,
          filterCriteria: { condition: { type: 'NOT_BLANK' }, visibleByDefault: true },
        },
      ],
    };
    expect(pivot(table)).toEqual([
      ['Tickets', 'Priority'],
      ['Status', 'high', 'low', 'Grand Total'],
      ['new', 1, '', 1],
      ['open', 2, 1, 3],
      ['Grand Total', 3, 1, 4],
    ]);
  });

  test('nested groups show outer labels once, and a total after each', () => {
    const table = {
      rows: [
        { ...status, showTotals: true },
        { ...priority, showTotals: true },
      ],
      values: [{ sourceColumnOffset: 2, summarizeFunction: 'SUM' }],
      filterSpecs: [{ columnOffsetIndex: 0, filterCriteria: { visibleValues: ['open', 'new'] } }],
    };
    expect(pivot(table)).toEqual([
      ['Status', 'Priority', 'SUM of Hours'],
      ['new', 'high', 2],
      ['new Total', '', 2],
      ['open', 'high', 10],
      ['', 'low', 1],
      ['open Total', '', 11],
      ['Grand Total', '', 13],
    ]);
  });

  test.each([
    ['COUNTA', 5],
    ['COUNT', 5],
    ['COUNTUNIQUE', 5],
    ['SUM', 21],
    ['AVERAGE', 4.2],
    ['MIN', 1],
    ['MAX', 8],
    ['MEDIAN', 4],
    ['PRODUCT', 384],
  ])('%s', (summarizeFunction, expected) => {
    expect(pivot({ values: [{ sourceColumnOffset: 2, summarizeFunction, name: 'n' }] })).toEqual([
      ['n'],
      [expected],
    ]);
  });

  test('groups sorted by what they sum up to', () => {
    const table = {
      rows: [{ ...status, sortOrder: 'DESCENDING', valueBucket: { valuesIndex: 0 } }],
      values: [{ sourceColumnOffset: 2, summarizeFunction: 'SUM', name: 'Hours' }],
    };
    expect(pivot(table)).toEqual([
      ['Status', 'Hours'],
      ['open', 11],
      ['', 8],
      ['new', 2],
    ]);
  });

  test.each([
    [
      'DAY_OF_WEEK',
      [
        ['Sunday', 1],
        ['Tuesday', 1],
        ['Thursday', 1],
        ['Saturday', 2],
      ],
    ],
    [
      'YEAR_MONTH',
      [
        ['2025-Dec', 1],
        ['2026-Oct', 1],
        ['2026-Nov', 3],
      ],
    ],
    [
      'YEAR_QUARTER',
      [
        ['2025 Q4', 1],
        ['2026 Q4', 4],
      ],
    ],
    [
      'YEAR_MONTH_DAY',
      [
        ['2025-12-09', 1],
        ['2026-10-22', 1],
        ['2026-11-21', 2],
        ['2026-11-22', 1],
      ],
    ],
    [
      'HOUR',
      [
        ['0', 3],
        ['9', 1],
        ['21', 1],
      ],
    ],
  ])('dates grouped by %s', (type, expected) => {
    const rows = [{ sourceColumnOffset: 3, sortOrder: 'ASCENDING', groupRule: { dateTimeRule: { type } } }];
    const [, ...lines] = pivot({ rows, values: [count] }) as unknown[][];
    expect(lines).toEqual(expected);
  });

  test.each([
    ['a calculated field', { values: [{ formula: '=1', summarizeFunction: 'CUSTOM' }] }, 'calculated fields'],
    ['a histogram', { rows: [{ groupRule: { histogramRule: { interval: 1 } } }] }, 'PivotGroupRule'],
    ['a column outside the source', { rows: [{ sourceColumnOffset: 9 }] }, 'outside its source'],
    ['a vertical layout', { values: [count, count], valueLayout: 'VERTICAL' }, 'VERTICAL'],
  ])('%s is refused', (_name, table, message) => {
    expect(() => pivot(table)).toThrow(message);
  });

  test('a pivot follows its source when rows are added and columns move', () => {
    const sheets = openLocalSheets();
    const id = sheets.create({}).spreadsheetId ?? '';
    sheets.values.update(id, 'Sheet1!A1', { values: ROWS }, { valueInputOption: 'RAW' });
    const source = { sheetId: 0, startRowIndex: 0, startColumnIndex: 0, endColumnIndex: 4 };
    const show = () =>
      sheets.values.get(id, 'Sheet1!G1:H9', { valueRenderOption: 'UNFORMATTED_VALUE' }).values;
    sheets.batchUpdate(id, {
      requests: [
        {
          updateCells: {
            start: { sheetId: 0, rowIndex: 0, columnIndex: 6 },
            rows: [{ values: [{ pivotTable: { source, rows: [priority], values: [count] } }] }],
            fields: 'pivotTable',
          },
        },
      ],
    });
    expect(show()).toEqual([
      ['Priority', 'Tickets'],
      ['high', 3],
      ['low', 2],
    ]);
    sheets.batchUpdate(id, {
      requests: [
        {
          moveDimension: {
            source: { sheetId: 0, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 },
            destinationIndex: 0,
          },
        },
        {
          updateCells: {
            start: { sheetId: 0, rowIndex: 6, columnIndex: 0 },
            rows: [{ values: [{ userEnteredValue: { stringValue: 'high' } }] }],
            fields: 'userEnteredValue',
          },
        },
      ],
    });
    expect(show()).toEqual([
      ['Priority', 'Tickets'],
      ['high', 4],
      ['low', 2],
    ]);
  });
});
