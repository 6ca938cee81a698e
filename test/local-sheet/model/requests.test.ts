import type { sheets_v4 } from '@googleapis/sheets';
import { messageError } from '../../../local-sheet/api/schema';
import { type LocalSheets, openLocalSheets } from '../../../local-sheet/storage/open';
import { area, red, rows } from './places';

type Request = sheets_v4.Schema$Request;

let sheets: LocalSheets;
let id: string;

beforeEach(() => {
  sheets = openLocalSheets();
  id = sheets.create({}).spreadsheetId ?? '';
});

function send(...requests: Request[]): sheets_v4.Schema$Response[] {
  return sheets.batchUpdate(id, { requests }).replies ?? [];
}

function sheet(index = 0): sheets_v4.Schema$Sheet {
  const spreadsheet = sheets.get(id);
  expect(messageError('Spreadsheet', spreadsheet)).toBeNull();
  return spreadsheet.sheets?.[index] ?? {};
}

function cells(range: string, fields: string): (sheets_v4.Schema$CellData | undefined)[][] {
  const { sheets: shown } = sheets.get(id, {
    ranges: [range],
    fields: `sheets.data.rowData.values(${fields})`,
  });
  return (shown?.[0]?.data?.[0]?.rowData ?? []).map((row) => row.values ?? []);
}

function fill(range: string, values: unknown[][]): void {
  sheets.values.update(id, range, { values }, { valueInputOption: 'RAW' });
}

function read(range: string): unknown {
  return sheets.values.get(id, range, { valueRenderOption: 'UNFORMATTED_VALUE' }).values;
}

describe('cells', () => {
  test('a mask writes what it names and leaves the rest', () => {
    const cell = {
      userEnteredFormat: { textFormat: { bold: true, italic: true }, wrapStrategy: 'WRAP' },
      note: 'first',
    };
    send({ repeatCell: { range: area(0, 1, 0, 1), cell, fields: '*' } });
    const other = { userEnteredFormat: { textFormat: { bold: false } }, note: 'second' };
    send({
      repeatCell: { range: area(0, 1, 0, 1), cell: other, fields: 'userEnteredFormat.textFormat(bold)' },
    });
    expect(cells('A1', '*')).toEqual([
      [
        {
          userEnteredFormat: { textFormat: { bold: false, italic: true }, wrapStrategy: 'WRAP' },
          note: 'first',
        },
      ],
    ]);
    send({ repeatCell: { range: area(0, 1, 0, 1), cell: {}, fields: 'userEnteredFormat.textFormat,note' } });
    expect(cells('A1', '*')).toEqual([[{ userEnteredFormat: { wrapStrategy: 'WRAP' } }]]);
  });

  test('sorting moves contents with their formats and notes, not what is tied to the row', () => {
    fill('A1', [
      ['b', 1],
      ['a', 2],
    ]);
    send(
      { repeatCell: { range: area(0, 1, 0, 1), cell: { note: 'of b' }, fields: 'note' } },
      {
        createDeveloperMetadata: {
          developerMetadata: {
            metadataKey: 'k',
            visibility: 'DOCUMENT',
            location: { dimensionRange: rows(0, 1) },
          },
        },
      },
      { sortRange: { range: area(0, 2, 0, 2), sortSpecs: [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }] } },
    );
    expect(read('A1:B2')).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
    expect(cells('A1:A2', 'note')).toEqual([[{}], [{ note: 'of b' }]]);
    expect(
      sheets.get(id, { ranges: ['A1:A1'], fields: 'sheets.data.rowMetadata.developerMetadata.metadataKey' })
        .sheets,
    ).toEqual([{ data: [{ rowMetadata: [{ developerMetadata: [{ metadataKey: 'k' }] }] }] }]);
  });

  test('a later sort key decides between equals, and equals keep their order', () => {
    fill('A1', [
      ['x', 2, 'first'],
      ['x', 1, 'second'],
      ['X', 2, 'third'],
    ]);
    const sortSpecs = [
      { dimensionIndex: 0, sortOrder: 'ASCENDING' },
      { dimensionIndex: 1, sortOrder: 'DESCENDING' },
    ];
    send({ sortRange: { range: area(0, 3, 0, 3), sortSpecs } });
    expect(read('C1:C3')).toEqual([['first'], ['third'], ['second']]);
  });

  test('copies are repeated to fill the destination, and grow the sheet', () => {
    fill('A1', [['a', 'b']]);
    send({
      copyPaste: { source: area(0, 1, 0, 2), destination: area(2, 4, 0, 4), pasteType: 'PASTE_VALUES' },
    });
    expect(read('A3:D4')).toEqual([
      ['a', 'b', 'a', 'b'],
      ['a', 'b', 'a', 'b'],
    ]);
  });

  test('borders are drawn around and inside', () => {
    const style = { style: 'SOLID' };
    send({ updateBorders: { range: area(0, 2, 0, 2), top: style, innerVertical: style } });
    const borders = cells('A1:B2', 'userEnteredFormat.borders').map((row) =>
      row.map((cell) => Object.keys(cell?.userEnteredFormat?.borders ?? {}).sort()),
    );
    expect(borders).toEqual([
      [
        ['right', 'top'],
        ['left', 'top'],
      ],
      [['right'], ['left']],
    ]);
  });

  test('validation is set and taken away', () => {
    const rule = { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'yes' }] }, strict: true };
    send({ setDataValidation: { range: area(0, 2, 0, 1), rule } });
    expect(cells('A1:A2', 'dataValidation')).toEqual([
      [{ dataValidation: rule }],
      [{ dataValidation: rule }],
    ]);
    send({ setDataValidation: { range: area(0, 1, 0, 1) } });
    expect(cells('A1:A2', 'dataValidation')).toEqual([[], [{ dataValidation: rule }]]);
  });

  test('a text of 50,000 characters is taken and one more is refused', () => {
    fill('A1', [['x'.repeat(50_000)]]);
    expect(() => fill('A1', [['x'.repeat(50_001)]])).toThrow('maximum of 50000 characters');
  });

  test('a key that poisons prototypes is an unknown field', () => {
    const body = JSON.parse('{"requests":[{"__proto__":{"deleteSheet":{"sheetId":0}}}]}') as object;
    expect(() => sheets.batchUpdate(id, body)).toThrow('Unknown name "__proto__"');
    expect(() => sheets.get(id, { fields: '__proto__' })).toThrow('Invalid field');
  });

  test('a caller that changes its object later does not change the workbook', () => {
    const values = [['a']];
    const cell = { userEnteredFormat: { textFormat: { bold: true } } };
    fill('A1', values);
    send({ repeatCell: { range: area(0, 1, 0, 1), cell, fields: 'userEnteredFormat' } });
    cell.userEnteredFormat.textFormat.bold = false;
    values[0] = ['changed'];
    expect(cells('A1', 'userEnteredValue,userEnteredFormat')).toEqual([
      [{ userEnteredValue: { stringValue: 'a' }, userEnteredFormat: { textFormat: { bold: true } } }],
    ]);
  });
});

describe('filters', () => {
  test('rows that the basic filter hides are marked so', () => {
    fill('A1', [['Status'], ['open'], ['closed'], [''], ['open']]);
    const filter = {
      range: area(0, 5, 0, 1),
      filterSpecs: [
        { columnIndex: 0, filterCriteria: { hiddenValues: ['closed'], condition: { type: 'NOT_BLANK' } } },
      ],
    };
    send({ setBasicFilter: { filter } });
    const hidden = (): unknown =>
      sheets
        .get(id, { ranges: ['A1:A5'], fields: 'sheets.data.rowMetadata.hiddenByFilter' })
        .sheets?.[0]?.data?.[0]?.rowMetadata?.map((row) => row.hiddenByFilter === true);
    expect(hidden()).toEqual([false, false, true, true, false]);
    send({ clearBasicFilter: { sheetId: 0 } });
    expect(hidden()).toEqual([false, false, false, false, false]);
  });
});

describe('sheets', () => {
  test('properties are changed one by one, and the tab colour is in both of its fields', () => {
    send({
      updateSheetProperties: {
        properties: { sheetId: 0, title: 'New', tabColorStyle: red, gridProperties: { frozenRowCount: 2 } },
        fields: 'title,tabColorStyle,gridProperties.frozenRowCount',
      },
    });
    expect(sheet().properties).toEqual({
      sheetId: 0,
      title: 'New',
      index: 0,
      sheetType: 'GRID',
      gridProperties: { rowCount: 1000, columnCount: 26, frozenRowCount: 2 },
      tabColor: { red: 1 },
      tabColorStyle: red,
    });
  });

  test.each<[string, Request, string]>([
    ['the last visible sheet deleted', { deleteSheet: { sheetId: 0 } }, 'remove all the visible sheets'],
    [
      'the last visible sheet hidden',
      { updateSheetProperties: { properties: { sheetId: 0, hidden: true }, fields: 'hidden' } },
      'hide all the sheets',
    ],
    ['every row deleted', { deleteDimension: { range: rows(0, 1000) } }, 'delete all the rows'],
    [
      'too many cells',
      { appendDimension: { sheetId: 0, dimension: 'ROWS', length: 400_000 } },
      'above the limit of 10000000 cells',
    ],
    [
      'an unknown time zone',
      { updateSpreadsheetProperties: { properties: { timeZone: 'Mars/Base' }, fields: 'timeZone' } },
      'Invalid time zone',
    ],
    [
      'a request that is not emulated',
      { findReplace: { find: 'a', replacement: 'b' } },
      'the request findReplace',
    ],
    ['banding over banding', { addBanding: { bandedRange: { range: area(0, 1, 0, 1) } } }, 'rowProperties'],
  ])('%s is refused', (_name, request, message) => {
    expect(() => send(request)).toThrow(message);
  });

  test('a smaller grid loses its last rows and columns', () => {
    fill('A1', [['a', 'b'], ['c']]);
    const properties = { sheetId: 0, gridProperties: { rowCount: 1, columnCount: 1 } };
    send({ updateSheetProperties: { properties, fields: 'gridProperties(rowCount,columnCount)' } });
    send({ appendDimension: { sheetId: 0, dimension: 'ROWS', length: 5 } });
    expect(read('Sheet1')).toEqual([['a']]);
  });

  test('a copy is a sheet of its own', () => {
    fill('A1', [['a']]);
    send({ duplicateSheet: { sourceSheetId: 0, newSheetId: 5, newSheetName: 'Copy', insertSheetIndex: 1 } });
    fill('Sheet1!A1', [['b']]);
    expect([read('Sheet1!A1'), read('Copy!A1')]).toEqual([[['b']], [['a']]]);
  });

  test('the answer can hold the spreadsheet after the change', () => {
    const { updatedSpreadsheet } = sheets.batchUpdate(id, {
      requests: [{ addSheet: { properties: { title: 'Two' } } }],
      includeSpreadsheetInResponse: true,
      responseIncludeGridData: true,
      responseRanges: ['Two!A1:B1'],
    });
    expect(updatedSpreadsheet?.sheets).toMatchObject([{ properties: { title: 'Two' }, data: [{}] }]);
  });
});

describe('developer metadata', () => {
  test('is found by key, value, id, place and kind of place, changed and deleted', () => {
    const make = (metadataValue: string, location: sheets_v4.Schema$DeveloperMetadataLocation): Request => ({
      createDeveloperMetadata: {
        developerMetadata: { metadataKey: 'schema', metadataValue, visibility: 'DOCUMENT', location },
      },
    });
    send(
      make('1', { spreadsheet: true }),
      make('2', { sheetId: 0 }),
      make('3', { dimensionRange: rows(4, 5) }),
    );
    const found = (lookup: sheets_v4.Schema$DeveloperMetadataLookup): unknown =>
      (
        sheets.developerMetadata.search(id, { dataFilters: [{ developerMetadataLookup: lookup }] })
          .matchedDeveloperMetadata ?? []
      ).map((match) => match.developerMetadata?.metadataValue);
    expect(found({ metadataKey: 'schema' })).toEqual(['1', '2', '3']);
    expect(found({ locationType: 'SHEET' })).toEqual(['2']);
    expect(
      found({
        metadataLocation: { dimensionRange: rows(4, 5) },
        locationMatchingStrategy: 'EXACT_LOCATION',
      }),
    ).toEqual(['3']);
    send({
      updateDeveloperMetadata: {
        dataFilters: [{ developerMetadataLookup: { metadataValue: '2' } }],
        developerMetadata: { metadataValue: '9' },
        fields: 'metadataValue',
      },
    });
    expect(found({ metadataValue: '9' })).toEqual(['9']);
    send({ deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataKey: 'schema' } } } });
    expect(found({ metadataKey: 'schema' })).toEqual([]);
  });
});
