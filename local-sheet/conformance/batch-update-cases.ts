/** spreadsheets.batchUpdate. */
import { batch, type ConformanceCase, refusal, text, values, write } from './case';

const REFERENCE = 'https://developers.google.com/workspace/sheets/api/reference/rest/v4';
const REQUESTS = `${REFERENCE}/spreadsheets/request`;

export const batchUpdateCases: readonly ConformanceCase[] = [
  {
    name: 'if one request is not valid, none is applied',
    source: `${REFERENCE}/spreadsheets/batchUpdate "If any request is not valid then the entire request will fail and nothing will be applied."`,
    run: async (client, id) => {
      const refused = await refusal(
        batch(
          client,
          id,
          { appendCells: { sheetId: 0, rows: [{ values: [text('a')] }], fields: 'userEnteredValue' } },
          { deleteSheet: { sheetId: 424242 } },
        ),
      );
      return [refused, await values(client, id, 'Sheet1!A1:A9')];
    },
    expected: [400, undefined],
  },
  {
    name: 'replies stand in the order of the requests, empty where there is nothing to say',
    source: `${REFERENCE}/spreadsheets/batchUpdate: replies "will maintain 1:1 correspondence … some replies may be empty"`,
    run: async (client, id) => {
      const { replies } = await batch(
        client,
        id,
        { appendDimension: { sheetId: 0, dimension: 'ROWS', length: 1 } },
        { addSheet: { properties: { sheetId: 77, title: 'New' } } },
      );
      return replies?.map((reply) => [Object.keys(reply), reply.addSheet?.properties?.sheetId ?? null]);
    },
    expected: [
      [[], null],
      [['addSheet'], 77],
    ],
  },
  {
    name: 'appendCells writes after the last row with data and adds rows where they are missing',
    source: `${REQUESTS}#AppendCellsRequest "Adds new cells after the last row with data in a sheet, inserting new rows into the sheet if necessary."`,
    run: async (client, id) => {
      await write(client, id, 'Sheet1!C999', [['last']]);
      const rows = [{ values: [text('a')] }, { values: [text('b'), text('c')] }];
      await batch(client, id, { appendCells: { sheetId: 0, rows, fields: 'userEnteredValue' } });
      const { data } = await client.spreadsheets.get({ spreadsheetId: id });
      return [
        await values(client, id, 'Sheet1!A999:C'),
        data.sheets?.[0]?.properties?.gridProperties?.rowCount,
      ];
    },
    expected: [[['', '', 'last'], ['a'], ['b', 'c']], 1001],
  },
  {
    name: 'updateCells clears the named fields where its range has no data',
    source: `${REQUESTS}#UpdateCellsRequest: range "If the data in rows does not cover the entire requested range, the fields matching those set in fields will be cleared."`,
    run: async (client, id) => {
      await write(client, id, 'Sheet1!A1', [
        ['a', 'b'],
        ['c', 'd'],
      ]);
      await batch(client, id, {
        updateCells: {
          range: { sheetId: 0, startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 2 },
          rows: [{ values: [text('A')] }],
          fields: 'userEnteredValue',
        },
      });
      return values(client, id, 'Sheet1!A1:B2');
    },
    expected: [['A']],
  },
  {
    name: 'stringValue is text even when it looks like a formula or a number',
    source: `${REFERENCE}/spreadsheets/other#ExtendedValue: stringValue "Leading single quotes are not included."`,
    run: async (client, id) => {
      const rows = [{ values: [text('=1+1'), text('007'), text("'quoted")] }];
      await batch(client, id, { appendCells: { sheetId: 0, rows, fields: 'userEnteredValue' } });
      return values(client, id, 'Sheet1!A1:C1');
    },
    expected: [['=1+1', '007', "'quoted"]],
  },
  {
    name: 'an update needs a mask that names fields which exist',
    source: `${REQUESTS}#RepeatCellRequest: fields "At least one field must be specified."`,
    run: async (client, id) => {
      const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 1 };
      return [
        await refusal(batch(client, id, { repeatCell: { range, cell: { note: 'x' } } })),
        await refusal(batch(client, id, { repeatCell: { range, cell: { note: 'x' }, fields: 'notes' } })),
      ];
    },
    expected: [400, 400],
  },
  {
    name: 'a request must hold exactly one kind of change',
    source: `${REQUESTS} "A single kind of update to apply to a spreadsheet." (union field kind)`,
    run: async (client, id) => [
      await refusal(batch(client, id, {})),
      await refusal(batch(client, id, { clearBasicFilter: { sheetId: 0 }, deleteSheet: { sheetId: 0 } })),
    ],
    expected: [400, 400],
  },
  {
    name: 'two sheets cannot have the same id or title',
    source: `${REQUESTS}#AddSheetRequest: properties "It is an error to specify the ID of a sheet that already exists."`,
    run: async (client, id) => [
      await refusal(batch(client, id, { addSheet: { properties: { sheetId: 0, title: 'Other' } } })),
      await refusal(batch(client, id, { addSheet: { properties: { title: 'Sheet1' } } })),
    ],
    expected: [400, 400],
  },
  {
    name: 'a range outside the grid is refused',
    source: `${REFERENCE}/spreadsheets/other#GridRange`,
    run: async (client, id) =>
      refusal(
        batch(client, id, {
          updateCells: {
            start: { sheetId: 0, rowIndex: 1000, columnIndex: 0 },
            rows: [{ values: [text('a')] }],
            fields: 'userEnteredValue',
          },
        }),
      ),
    expected: 400,
  },
  {
    name: 'moveDimension counts its destination before the move',
    source: `${REQUESTS}#MoveDimensionRequest: destinationIndex, with the example that is used here`,
    run: async (client, id) => {
      await write(client, id, 'Sheet1!A1', [[0], [1], [2], [3], [4]]);
      const source = { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 3 };
      await batch(client, id, { moveDimension: { source, destinationIndex: 4 } });
      return values(client, id, 'Sheet1!A1:A5');
    },
    expected: [[0], [3], [1], [2], [4]],
  },
  {
    name: 'an inserted row looks like the row before or after it',
    source: `${REQUESTS}#InsertDimensionRequest: inheritFromBefore`,
    run: async (client, id) => {
      const bold = { userEnteredFormat: { textFormat: { bold: true } } };
      await batch(
        client,
        id,
        {
          repeatCell: {
            range: { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 },
            cell: bold,
            fields: 'userEnteredFormat.textFormat.bold',
          },
        },
        {
          insertDimension: {
            range: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 },
            inheritFromBefore: true,
          },
        },
      );
      const { data } = await client.spreadsheets.get({
        spreadsheetId: id,
        ranges: ['Sheet1!A1:A3'],
        fields: 'sheets.data.rowData.values.userEnteredFormat.textFormat.bold',
      });
      return data.sheets?.[0]?.data?.[0]?.rowData?.map(
        (row) => row.values?.[0]?.userEnteredFormat?.textFormat?.bold ?? false,
      );
    },
    expected: [true, true],
  },
  {
    name: 'sorting puts numbers before texts and empty cells last, in both directions',
    source: 'https://support.google.com/docs/answer/3540681',
    run: async (client, id) => {
      const rows = [['b'], [2], [''], ['a'], [1]];
      const sorted: unknown[] = [];
      for (const sortOrder of ['ASCENDING', 'DESCENDING']) {
        await write(client, id, 'Sheet1!A1', rows);
        await batch(client, id, {
          sortRange: {
            range: { sheetId: 0, startRowIndex: 0, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 1 },
            sortSpecs: [{ dimensionIndex: 0, sortOrder }],
          },
        });
        sorted.push(await values(client, id, 'Sheet1!A1:A5'));
      }
      return sorted;
    },
    expected: [
      [[1], [2], ['a'], ['b']],
      [['b'], ['a'], [2], [1]],
    ],
  },
  {
    name: 'developer metadata moves with its row when rows are inserted above and goes with it when it is deleted',
    source: 'https://developers.google.com/workspace/sheets/api/guides/metadata',
    run: async (client, spreadsheetId) => {
      const row = (startIndex: number) => ({
        sheetId: 0,
        dimension: 'ROWS',
        startIndex,
        endIndex: startIndex + 1,
      });
      await batch(client, spreadsheetId, {
        createDeveloperMetadata: {
          developerMetadata: {
            metadataKey: 'key',
            visibility: 'DOCUMENT',
            location: { dimensionRange: row(4) },
          },
        },
      });
      const find = async (): Promise<(number | null | undefined)[]> => {
        const { data } = await client.spreadsheets.developerMetadata.search({
          spreadsheetId,
          requestBody: { dataFilters: [{ developerMetadataLookup: { metadataKey: 'key' } }] },
        });
        const found = data.matchedDeveloperMetadata ?? [];
        return found.map((one) => one.developerMetadata?.location?.dimensionRange?.startIndex);
      };
      await batch(client, spreadsheetId, { insertDimension: { range: row(1) } });
      const inserted = await find();
      await batch(client, spreadsheetId, { deleteDimension: { range: row(5) } });
      return [inserted, await find()];
    },
    expected: [[5], []],
  },
  {
    name: 'API writes are not held to a strict validation rule',
    source: `${REFERENCE}/spreadsheets/cells#DataValidationRule: strict "True if invalid data should be rejected." (that this is about people typing is our reading)`,
    run: async (client, id) => {
      await batch(client, id, {
        setDataValidation: {
          range: { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 },
          rule: {
            condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'yes' }] },
            strict: true,
            showCustomUi: true,
          },
        },
      });
      await write(client, id, 'Sheet1!A1', [['maybe']]);
      return values(client, id, 'Sheet1!A1');
    },
    expected: [['maybe']],
  },
  {
    name: 'moving a sheet counts positions before the move',
    source: `${REFERENCE}/spreadsheets/sheets#SheetProperties: index`,
    run: async (client, id) => {
      await batch(
        client,
        id,
        { addSheet: { properties: { sheetId: 2, title: 'S2' } } },
        { addSheet: { properties: { sheetId: 3, title: 'S3' } } },
        { updateSheetProperties: { properties: { sheetId: 0, index: 2 }, fields: 'index' } },
      );
      const { data } = await client.spreadsheets.get({ spreadsheetId: id });
      return data.sheets?.map((sheet) => sheet.properties?.title);
    },
    expected: ['S2', 'Sheet1', 'S3'],
  },
  {
    name: 'a pivot table counts, groups, sorts and totals as its documentation draws it',
    source: `${REFERENCE}/spreadsheets/pivot-tables#PivotGroup: label, with the example that is used here`,
    run: async (client, id) => {
      await write(client, id, 'Sheet1!A1', [
        ['Region', 'Product', 'Units'],
        ['Oregon', 'Pen', 200],
        ['New York', 'Paper', 98],
        ['Tennessee', 'Pen', 531],
        ['Oregon', 'Paper', 123],
        ['New York', 'Pen', 345],
        ['Oregon', 'Pen', 34],
        ['Tennessee', 'Paper', 415],
      ]);
      await batch(client, id, {
        updateCells: {
          start: { sheetId: 0, rowIndex: 0, columnIndex: 5 },
          rows: [
            {
              values: [
                {
                  pivotTable: {
                    source: {
                      sheetId: 0,
                      startRowIndex: 0,
                      endRowIndex: 8,
                      startColumnIndex: 0,
                      endColumnIndex: 3,
                    },
                    rows: [{ sourceColumnOffset: 0, showTotals: true, sortOrder: 'ASCENDING' }],
                    columns: [{ sourceColumnOffset: 1, sortOrder: 'DESCENDING' }],
                    values: [{ sourceColumnOffset: 2, summarizeFunction: 'SUM' }],
                  },
                },
              ],
            },
          ],
          fields: 'pivotTable',
        },
      });
      return values(client, id, 'Sheet1!F1:I9');
    },
    expected: [
      ['SUM of Units', 'Product'],
      ['Region', 'Pen', 'Paper'],
      ['New York', 345, 98],
      ['Oregon', 234, 123],
      ['Tennessee', 531, 415],
      ['Grand Total', 1110, 636],
    ],
  },
];
