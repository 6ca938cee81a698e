/** spreadsheets.get and getByDataFilter, and what every method has in common. */
import { batch, type ConformanceCase, refusal, write } from './case';

const REFERENCE = 'https://developers.google.com/workspace/sheets/api/reference/rest/v4';

export const spreadsheetCases: readonly ConformanceCase[] = [
  {
    name: 'a new spreadsheet has one sheet of 1000 rows and 26 columns',
    source: `${REFERENCE}/spreadsheets/create (observed default, not documented)`,
    run: async (client, spreadsheetId) => {
      const { data } = await client.spreadsheets.get({ spreadsheetId });
      return data.sheets?.map((sheet) => sheet.properties);
    },
    expected: [
      {
        sheetId: 0,
        title: 'Sheet1',
        index: 0,
        sheetType: 'GRID',
        gridProperties: { rowCount: 1000, columnCount: 26 },
      },
    ],
  },
  {
    name: 'cells are answered only when they are asked for',
    source: `${REFERENCE}/spreadsheets/get: includeGridData "True if grid data should be returned. This parameter is ignored if a field mask was set in the request."`,
    run: async (client, spreadsheetId) => {
      await write(client, spreadsheetId, 'Sheet1!A1', [['a']]);
      const plain = await client.spreadsheets.get({ spreadsheetId });
      const asked = await client.spreadsheets.get({
        spreadsheetId,
        includeGridData: true,
        ranges: ['Sheet1!A1'],
      });
      const masked = await client.spreadsheets.get({
        spreadsheetId,
        fields: 'sheets(properties(title),data(rowData(values(formattedValue))))',
      });
      return [
        plain.data.sheets?.[0]?.data,
        asked.data.sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0]?.effectiveValue,
        masked.data,
      ];
    },
    expected: [
      undefined,
      { stringValue: 'a' },
      {
        sheets: [
          { properties: { title: 'Sheet1' }, data: [{ rowData: [{ values: [{ formattedValue: 'a' }] }] }] },
        ],
      },
    ],
  },
  {
    name: 'a sheet is found by its id through a data filter',
    source: `${REFERENCE}/spreadsheets/getByDataFilter`,
    run: async (client, spreadsheetId) => {
      await batch(client, spreadsheetId, { addSheet: { properties: { sheetId: 9, title: 'Nine' } } });
      const { data } = await client.spreadsheets.getByDataFilter({
        spreadsheetId,
        fields: 'sheets.properties(sheetId,title)',
        requestBody: { dataFilters: [{ gridRange: { sheetId: 9 } }] },
      });
      return data;
    },
    expected: { sheets: [{ properties: { sheetId: 9, title: 'Nine' } }] },
  },
  {
    name: 'a mask with a field that does not exist is refused',
    source: 'https://developers.google.com/workspace/sheets/api/guides/field-masks',
    run: (client, spreadsheetId) =>
      refusal(client.spreadsheets.get({ spreadsheetId, fields: 'sheets.titel' })),
    expected: 400,
  },
  {
    name: 'an unknown spreadsheet is not found',
    source: `${REFERENCE}/spreadsheets/get`,
    run: (client) => refusal(client.spreadsheets.get({ spreadsheetId: '1doesnotexist' })),
    expected: 404,
  },
  {
    name: 'hidden rows and columns and their sizes are in the metadata of the grid',
    source: `${REFERENCE}/spreadsheets/sheets#DimensionProperties`,
    run: async (client, spreadsheetId) => {
      await batch(
        client,
        spreadsheetId,
        {
          updateDimensionProperties: {
            range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 1 },
            properties: { hiddenByUser: true },
            fields: 'hiddenByUser',
          },
        },
        {
          updateDimensionProperties: {
            range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 },
            properties: { pixelSize: 240 },
            fields: 'pixelSize',
          },
        },
      );
      const { data } = await client.spreadsheets.get({
        spreadsheetId,
        ranges: ['Sheet1!A1:B2'],
        fields: 'sheets.data(rowMetadata,columnMetadata)',
      });
      return data.sheets?.[0]?.data?.[0];
    },
    expected: {
      rowMetadata: [{ hiddenByUser: true, pixelSize: 21 }, { pixelSize: 21 }],
      columnMetadata: [{ pixelSize: 100 }, { pixelSize: 240 }],
    },
  },
];
