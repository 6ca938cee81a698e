import type { sheets_v4 } from '@googleapis/sheets';
import { localClient } from '../../../local-sheet/conformance/local-client';
import { type SheetsApi, startSheetsApi } from '../../../local-sheet/http/server';
import { openLocalSheets } from '../../../local-sheet/storage/open';

let api: SheetsApi;
let client: sheets_v4.Sheets;
let spreadsheetId: string;

beforeAll(async () => {
  api = await startSheetsApi({ service: openLocalSheets(), token: 'token', checkAnswers: true });
  client = localClient(api.url, 'token');
});
afterAll(() => api.close());
beforeEach(async () => {
  const { data } = await client.spreadsheets.create({
    requestBody: {
      sheets: [{ properties: { title: "It's a tab", sheetId: 4 } }, { properties: { title: 'B' } }],
    },
  });
  spreadsheetId = data.spreadsheetId ?? '';
});

describe('several ranges at once', () => {
  test('values.batchUpdate sums up what it wrote and shows it when asked', async () => {
    const { data } = await client.spreadsheets.values.batchUpdate({
      spreadsheetId,
      requestBody: {
        valueInputOption: 'USER_ENTERED',
        includeValuesInResponse: true,
        responseValueRenderOption: 'UNFORMATTED_VALUE',
        data: [
          { range: "'It''s a tab'!A1:B1", values: [['1', "'1"]] },
          { range: 'B!C3', majorDimension: 'COLUMNS', values: [['x', 'y']] },
        ],
      },
    });
    expect(data).toMatchObject({
      totalUpdatedCells: 4,
      totalUpdatedRows: 3,
      totalUpdatedColumns: 3,
      totalUpdatedSheets: 2,
      responses: [
        { updatedRange: "'It''s a tab'!A1:B1", updatedCells: 2, updatedData: { values: [[1, '1']] } },
        { updatedRange: 'B!C3:C4', updatedCells: 2, updatedData: { values: [['x'], ['y']] } },
      ],
    });
  });

  test('one bad range refuses them all', async () => {
    const data = [
      { range: 'B!A1', values: [['a']] },
      { range: 'C!A1', values: [['b']] },
    ];
    const call = client.spreadsheets.values.batchUpdate({
      spreadsheetId,
      requestBody: { valueInputOption: 'RAW', data },
    });
    await expect(call).rejects.toMatchObject({ status: 400, message: 'Unable to parse range: C!A1' });
    const { data: after } = await client.spreadsheets.values.get({ spreadsheetId, range: 'B' });
    expect(after.values).toBeUndefined();
  });

  test('values.batchUpdateByDataFilter writes by sheet id', async () => {
    const gridRange = {
      sheetId: 4,
      startRowIndex: 1,
      endRowIndex: 2,
      startColumnIndex: 0,
      endColumnIndex: 2,
    };
    const { data } = await client.spreadsheets.values.batchUpdateByDataFilter({
      spreadsheetId,
      requestBody: {
        valueInputOption: 'RAW',
        data: [{ dataFilter: { gridRange }, majorDimension: 'ROWS', values: [['a', true]] }],
      },
    });
    expect(data.responses).toMatchObject([
      { updatedRange: "'It''s a tab'!A2:B2", dataFilter: { gridRange } },
    ]);
  });

  test('values.batchGet and values.batchClear take several ranges', async () => {
    await client.spreadsheets.values.update({
      spreadsheetId,
      range: 'B!A1',
      valueInputOption: 'RAW',
      requestBody: { values: [['a', 'b', 'c']] },
    });
    const cleared = await client.spreadsheets.values.batchClear({
      spreadsheetId,
      requestBody: { ranges: ['B!A1', 'B!C1'] },
    });
    expect(cleared.data.clearedRanges).toEqual(['B!A1', 'B!C1']);
    const { data } = await client.spreadsheets.values.batchGet({
      spreadsheetId,
      ranges: ['B!A1:C1', 'B!B1'],
    });
    expect(data.valueRanges?.map((range) => range.values)).toEqual([[['', 'b']], [['b']]]);
  });
});

test('append answers where the table was and where the values went', async () => {
  const append = (values: unknown[][]) =>
    client.spreadsheets.values.append({
      spreadsheetId,
      range: 'B!A1',
      valueInputOption: 'RAW',
      includeValuesInResponse: true,
      requestBody: { values },
    });
  expect((await append([['a', 1]])).data).toMatchObject({ updates: { updatedRange: 'B!A1:B1' } });
  expect((await append([['b', 2]])).data).toEqual({
    spreadsheetId,
    tableRange: 'B!A1:B1',
    updates: {
      spreadsheetId,
      updatedRange: 'B!A2:B2',
      updatedRows: 1,
      updatedColumns: 2,
      updatedCells: 2,
      updatedData: { range: 'B!A2:B2', majorDimension: 'ROWS', values: [['b', '2']] },
    },
  });
});

test('a named range is read by its name', async () => {
  const range = { sheetId: 4, startRowIndex: 0, endRowIndex: 2, startColumnIndex: 1, endColumnIndex: 2 };
  await client.spreadsheets.batchUpdate({
    spreadsheetId,
    requestBody: { requests: [{ addNamedRange: { namedRange: { name: 'Answers', range } } }] },
  });
  const { data } = await client.spreadsheets.values.get({ spreadsheetId, range: 'Answers' });
  expect(data.range).toBe("'It''s a tab'!B1:B2");
});

test('a cell formatted as text keeps what is typed', async () => {
  const range = { sheetId: 4, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
  const cell = { userEnteredFormat: { numberFormat: { type: 'TEXT' } } };
  await client.spreadsheets.batchUpdate({
    spreadsheetId,
    requestBody: { requests: [{ repeatCell: { range, cell, fields: 'userEnteredFormat.numberFormat' } }] },
  });
  await client.spreadsheets.values.update({
    spreadsheetId,
    range: 'A1',
    valueInputOption: 'USER_ENTERED',
    requestBody: { values: [['007', '007']] },
  });
  const { data } = await client.spreadsheets.values.get({
    spreadsheetId,
    range: 'A1:B1',
    valueRenderOption: 'UNFORMATTED_VALUE',
  });
  expect(data.values).toEqual([['007', 7]]);
});

test('a spreadsheet is created with cells and names in it', async () => {
  const { data } = await client.spreadsheets.create({
    requestBody: {
      properties: { title: 'Full', locale: 'pl_PL', timeZone: 'Europe/Warsaw' },
      sheets: [
        {
          properties: { sheetId: 1, title: 'One' },
          data: [{ startRow: 1, rowData: [{ values: [{ userEnteredValue: { numberValue: 1.5 } }] }] }],
        },
      ],
      namedRanges: [{ name: 'Start', range: { sheetId: 1, startRowIndex: 1, endRowIndex: 2 } }],
    },
  });
  expect(data.properties).toMatchObject({ title: 'Full', locale: 'pl_PL', timeZone: 'Europe/Warsaw' });
  const read = await client.spreadsheets.values.get({
    spreadsheetId: data.spreadsheetId ?? '',
    range: 'Start',
  });
  expect(read.data).toMatchObject({ range: 'One!A2:Z2', values: [['1,5']] });
});
