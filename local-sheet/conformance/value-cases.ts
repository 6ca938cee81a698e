/** spreadsheets.values: reading, writing, appending. */
import { batch, type ConformanceCase, refusal, values, write } from './case';

const REFERENCE = 'https://developers.google.com/workspace/sheets/api/reference/rest/v4';
const GUIDE = 'https://developers.google.com/workspace/sheets/api/guides';

export const valueCases: readonly ConformanceCase[] = [
  {
    name: 'RAW stores what looks like a formula as text',
    source: `${REFERENCE}/ValueInputOption: RAW "The values the user has entered will not be parsed and will be stored as-is."`,
    run: async (client, id) => {
      await write(client, id, 'Sheet1!A1', [['=1+2', '2026-11-21', '12%']]);
      return values(client, id, 'Sheet1!A1:C1', 'FORMULA');
    },
    expected: [['=1+2', '2026-11-21', '12%']],
  },
  {
    name: 'USER_ENTERED parses numbers, percents, booleans and ISO dates, and a leading apostrophe keeps text',
    source: `${REFERENCE}/ValueInputOption: USER_ENTERED "parsed as if the user typed them into the UI"`,
    run: async (client, id) => {
      const typed = ['1,234.5', '12%', 'true', '2026-11-21', "'007", 'plain words'];
      await write(client, id, 'Sheet1!A1', [typed], 'USER_ENTERED');
      return values(client, id, 'Sheet1!A1:F1');
    },
    expected: [[1234.5, 0.12, true, 46347, '007', 'plain words']],
  },
  {
    name: 'empty rows and cells at the end are left out, those in between are empty texts',
    source: `${REFERENCE}/spreadsheets.values#ValueRange: values "empty trailing rows and columns will not be included"`,
    run: async (client, id) => {
      await write(client, id, 'Sheet1!B2', [['a', '', ''], [], ['', 'b']]);
      return values(client, id, 'Sheet1!A1:E9');
    },
    expected: [[], ['', 'a'], [], ['', '', 'b']],
  },
  {
    name: 'a range without any value has no values at all',
    source: `${REFERENCE}/spreadsheets.values#ValueRange`,
    run: (client, id) => values(client, id, 'Sheet1!A1:B2'),
    expected: undefined,
  },
  {
    name: 'null leaves a cell as it is and an empty text empties it',
    source: `${REFERENCE}/spreadsheets.values#ValueRange: values "Null values will be skipped. To set a cell to an empty value, set the string value to an empty string."`,
    run: async (client, id) => {
      await write(client, id, 'Sheet1!A1', [['a', 'b', 'c']]);
      await write(client, id, 'Sheet1!A1', [[null, '', 'C']]);
      return values(client, id, 'Sheet1!A1:C1');
    },
    expected: [['a', '', 'C']],
  },
  {
    name: 'an answer names the range cut to the grid',
    source: `${REFERENCE}/spreadsheets.values#ValueRange: range`,
    run: async (client, id) =>
      (await client.spreadsheets.values.get({ spreadsheetId: id, range: 'Sheet1!A999:B' })).data.range,
    expected: 'Sheet1!A999:B1000',
  },
  {
    name: 'a range outside the grid, of an unknown sheet or unreadable is refused',
    source: `${GUIDE}/concepts#cell`,
    run: (client, spreadsheetId) =>
      Promise.all(
        ['Sheet1!A1001', 'Nowhere!A1', 'Sheet1!1:A'].map((range) =>
          refusal(client.spreadsheets.values.get({ spreadsheetId, range })),
        ),
      ),
    expected: [400, 400, 400],
  },
  {
    name: 'values by column are columns',
    source: `${REFERENCE}/Dimension`,
    run: async (client, spreadsheetId) => {
      await client.spreadsheets.values.update({
        spreadsheetId,
        range: 'Sheet1!A1:B3',
        valueInputOption: 'RAW',
        requestBody: { majorDimension: 'COLUMNS', values: [[1, 2, 3], [4]] },
      });
      const { data } = await client.spreadsheets.values.get({
        spreadsheetId,
        range: 'Sheet1!A1:B3',
        majorDimension: 'COLUMNS',
        valueRenderOption: 'UNFORMATTED_VALUE',
      });
      return [await values(client, spreadsheetId, 'Sheet1!A1:B3'), data.values];
    },
    expected: [
      [[1, 4], [2], [3]],
      [[1, 2, 3], [4]],
    ],
  },
  {
    name: 'writing past the named range is refused, and one cell is only where writing starts',
    source: `${GUIDE}/values#write_a_single_range`,
    run: async (client, id) => [
      await refusal(write(client, id, 'Sheet1!A1:B1', [[1], [2]])),
      (await write(client, id, 'Sheet1!A1', [[1], [2]])).updatedRange,
    ],
    expected: [400, 'Sheet1!A1:A2'],
  },
  {
    name: 'writing without valueInputOption is refused',
    source: `${REFERENCE}/spreadsheets.values/update: valueInputOption; ValueInputOption "INPUT_VALUE_OPTION_UNSPECIFIED: … This value must not be used."`,
    run: (client, spreadsheetId) =>
      refusal(
        client.spreadsheets.values.update({
          spreadsheetId,
          range: 'Sheet1!A1',
          requestBody: { values: [[1]] },
        }),
      ),
    expected: 400,
  },
  ...(
    [
      ['Sheet1', 'B7'],
      ['Sheet1!B4', 'B7'],
      ['Sheet1!C5:D5', 'B7'],
      ['Sheet1!B2:D4', 'B7'],
      ['Sheet1!A3:G10', 'B7'],
      ['Sheet1!A1', 'A3'],
      ['Sheet1!E4', 'E4'],
      ['Sheet1!A4', 'A4'],
    ] as const
  ).map(
    ([range, start]): ConformanceCase => ({
      name: `with tables in A1:C2 and B4:D6, appending to ${range} writes at ${start}`,
      source: `${GUIDE}/values#append_values`,
      run: async (client, spreadsheetId) => {
        await write(client, spreadsheetId, 'Sheet1!A1:C2', [
          ['x', 'y', 'z'],
          ['x', 'y', 'z'],
        ]);
        await write(client, spreadsheetId, 'Sheet1!B4:D6', [
          ['x', 'y', ''],
          ['', 'y', 'z'],
          ['', '', 'z'],
        ]);
        const { data } = await client.spreadsheets.values.append({
          spreadsheetId,
          range,
          valueInputOption: 'RAW',
          requestBody: { values: [['new']] },
        });
        return data.updates?.updatedRange;
      },
      expected: `Sheet1!${start}`,
    }),
  ),
  {
    name: 'append with INSERT_ROWS moves down what stands below the table',
    source: `${REFERENCE}/spreadsheets.values/append#InsertDataOption: INSERT_ROWS "Rows are inserted for the new data."`,
    run: async (client, spreadsheetId) => {
      await write(client, spreadsheetId, 'Sheet1!A1', [['a'], [''], ['below']]);
      await client.spreadsheets.values.append({
        spreadsheetId,
        range: 'Sheet1!A1',
        valueInputOption: 'RAW',
        insertDataOption: 'INSERT_ROWS',
        requestBody: { values: [['b'], ['c']] },
      });
      return values(client, spreadsheetId, 'Sheet1!A1:A9');
    },
    expected: [['a'], ['b'], ['c'], [], ['below']],
  },
  {
    name: 'clear empties values and keeps formats',
    source: `${REFERENCE}/spreadsheets.values/clear "Only values are cleared -- all other properties of the cell (such as formatting, data validation, etc..) are kept."`,
    run: async (client, spreadsheetId) => {
      await write(client, spreadsheetId, 'Sheet1!A1', [['a', 'b']]);
      await batch(client, spreadsheetId, {
        repeatCell: {
          range: { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 },
          cell: { userEnteredFormat: { textFormat: { bold: true } } },
          fields: 'userEnteredFormat.textFormat.bold',
        },
      });
      const cleared = await client.spreadsheets.values.clear({ spreadsheetId, range: 'Sheet1!A1' });
      const { data } = await client.spreadsheets.get({
        spreadsheetId,
        ranges: ['Sheet1!A1:B1'],
        fields: 'sheets.data.rowData.values(userEnteredValue,userEnteredFormat.textFormat.bold)',
      });
      return [cleared.data.clearedRange, data.sheets?.[0]?.data?.[0]?.rowData?.[0]?.values];
    },
    expected: [
      'Sheet1!A1',
      [{ userEnteredFormat: { textFormat: { bold: true } } }, { userEnteredValue: { stringValue: 'b' } }],
    ],
  },
  {
    name: 'a date is a serial number unformatted and a text in its format otherwise',
    source: `${GUIDE}/formats#about_date_time_values; ${REFERENCE}/DateTimeRenderOption`,
    run: async (client, spreadsheetId) => {
      await write(client, spreadsheetId, 'Sheet1!A1', [[46347.5]]);
      await batch(client, spreadsheetId, {
        repeatCell: {
          range: { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 },
          cell: { userEnteredFormat: { numberFormat: { type: 'DATE_TIME', pattern: 'yyyy-mm-dd hh:mm' } } },
          fields: 'userEnteredFormat.numberFormat',
        },
      });
      const formattedString = await client.spreadsheets.values.get({
        spreadsheetId,
        range: 'Sheet1!A1',
        valueRenderOption: 'UNFORMATTED_VALUE',
        dateTimeRenderOption: 'FORMATTED_STRING',
      });
      return [
        await values(client, spreadsheetId, 'Sheet1!A1'),
        await values(client, spreadsheetId, 'Sheet1!A1', 'FORMATTED_VALUE'),
        formattedString.data.values,
      ];
    },
    expected: [[[46347.5]], [['2026-11-21 12:00']], [['2026-11-21 12:00']]],
  },
  {
    name: 'values are read by sheet id through data filters',
    source: `${REFERENCE}/spreadsheets.values/batchGetByDataFilter; ${REFERENCE}/DataFilter: gridRange`,
    run: async (client, spreadsheetId) => {
      await write(client, spreadsheetId, 'Sheet1!A1', [['a', 1]]);
      const { data } = await client.spreadsheets.values.batchGetByDataFilter({
        spreadsheetId,
        requestBody: {
          dataFilters: [{ gridRange: { sheetId: 0, startRowIndex: 0, endRowIndex: 1 } }],
          valueRenderOption: 'UNFORMATTED_VALUE',
        },
      });
      return data.valueRanges;
    },
    expected: [
      {
        valueRange: { range: 'Sheet1!A1:Z1', majorDimension: 'ROWS', values: [['a', 1]] },
        dataFilters: [{ gridRange: { sheetId: 0, startRowIndex: 0, endRowIndex: 1 } }],
      },
    ],
  },
];
