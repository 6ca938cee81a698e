/** Requests of many kinds over one or two small sheets; some of them are refused, as in life. */
import type { sheets_v4 } from '@googleapis/sheets';
import fc from 'fast-check';

type Request = sheets_v4.Schema$Request;

const sheetId = fc.constantFrom(0, 7);
const small = fc.integer({ min: 0, max: 6 });
const size = fc.integer({ min: 1, max: 4 });
const dimension = fc.constantFrom('ROWS', 'COLUMNS');

const scalar: fc.Arbitrary<sheets_v4.Schema$CellData> = fc.oneof(
  fc.string({ maxLength: 6 }).map((stringValue) => ({ userEnteredValue: { stringValue } })),
  fc.integer({ min: -99, max: 99_999 }).map((numberValue) => ({ userEnteredValue: { numberValue } })),
  fc.boolean().map((boolValue) => ({ userEnteredValue: { boolValue } })),
  fc.constant({}),
);
const rows = fc.array(fc.record({ values: fc.array(scalar, { maxLength: 4 }) }), {
  minLength: 1,
  maxLength: 3,
});

const range: fc.Arbitrary<sheets_v4.Schema$GridRange> = fc
  .tuple(sheetId, small, size, small, size)
  .map(([id, row, height, column, width]) => ({
    sheetId: id,
    startRowIndex: row,
    endRowIndex: row + height,
    startColumnIndex: column,
    endColumnIndex: column + width,
  }));

const span = fc.tuple(sheetId, dimension, small, size).map(([id, which, startIndex, length]) => ({
  sheetId: id,
  dimension: which,
  startIndex,
  endIndex: startIndex + length,
}));

const format = fc.constantFrom<sheets_v4.Schema$CellFormat>(
  { textFormat: { bold: true } },
  { numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' } },
  { backgroundColorStyle: { rgbColor: { red: 1, green: 0.5 } } },
);

export const anyRequest: fc.Arbitrary<Request> = fc.oneof(
  fc.tuple(sheetId, rows).map(
    ([id, data]): Request => ({
      appendCells: { sheetId: id, rows: data, fields: 'userEnteredValue' },
    }),
  ),
  fc.tuple(range, rows).map(
    ([where, data]): Request => ({
      updateCells: { range: where, rows: data, fields: 'userEnteredValue,note' },
    }),
  ),
  fc
    .tuple(range, format, fc.constantFrom('userEnteredFormat', 'userEnteredFormat.textFormat.bold,note', '*'))
    .map(
      ([where, userEnteredFormat, fields]): Request => ({
        repeatCell: { range: where, cell: { userEnteredFormat, note: 'noted' }, fields },
      }),
    ),
  span.map((where): Request => ({ insertDimension: { range: where, inheritFromBefore: false } })),
  span.map((where): Request => ({ deleteDimension: { range: where } })),
  fc.tuple(span, small).map(
    ([source, destinationIndex]): Request => ({
      moveDimension: { source, destinationIndex },
    }),
  ),
  fc.tuple(sheetId, dimension, size).map(
    ([id, which, length]): Request => ({
      appendDimension: { sheetId: id, dimension: which, length },
    }),
  ),
  fc.tuple(span, fc.boolean()).map(
    ([where, hiddenByUser]): Request => ({
      updateDimensionProperties: { range: where, properties: { hiddenByUser, pixelSize: 50 }, fields: '*' },
    }),
  ),
  fc.tuple(range, small, fc.constantFrom('ASCENDING', 'DESCENDING')).map(
    ([where, dimensionIndex, sortOrder]): Request => ({
      sortRange: { range: where, sortSpecs: [{ dimensionIndex, sortOrder }] },
    }),
  ),
  fc.tuple(range, range).map(
    ([source, destination]): Request => ({
      copyPaste: { source, destination, pasteType: 'PASTE_NORMAL' },
    }),
  ),
  range.map(
    (where): Request => ({
      setDataValidation: { range: where, rule: { condition: { type: 'BOOLEAN' }, strict: true } },
    }),
  ),
  range.map(
    (where): Request => ({ addProtectedRange: { protectedRange: { range: where, warningOnly: true } } }),
  ),
  range.map(
    (where): Request => ({
      addBanding: { bandedRange: { range: where, rowProperties: { headerColor: { red: 1 } } } },
    }),
  ),
  range.map((where): Request => ({ mergeCells: { range: where, mergeType: 'MERGE_ALL' } })),
  range.map(
    (where): Request => ({
      addConditionalFormatRule: {
        rule: {
          ranges: [where],
          booleanRule: { condition: { type: 'NOT_BLANK' }, format: { textFormat: { bold: true } } },
        },
        index: 0,
      },
    }),
  ),
  fc.tuple(range, fc.stringMatching(/^[a-z]{1,4}_$/)).map(
    ([where, name]): Request => ({
      addNamedRange: { namedRange: { name, range: where } },
    }),
  ),
  range.map(
    (where): Request => ({
      createDeveloperMetadata: {
        developerMetadata: {
          metadataKey: 'key',
          visibility: 'DOCUMENT',
          location: {
            dimensionRange: {
              sheetId: where.sheetId ?? 0,
              dimension: 'ROWS',
              startIndex: where.startRowIndex ?? 0,
              endIndex: (where.startRowIndex ?? 0) + 1,
            },
          },
        },
      },
    }),
  ),
  fc.constant<Request>({ addSheet: { properties: { gridProperties: { rowCount: 5, columnCount: 5 } } } }),
  fc.constant<Request>({
    updateCells: {
      start: { sheetId: 7, rowIndex: 0, columnIndex: 0 },
      rows: [
        {
          values: [
            {
              pivotTable: {
                source: { sheetId: 0, startColumnIndex: 0, endColumnIndex: 3 },
                rows: [{ sourceColumnOffset: 0, showTotals: true, sortOrder: 'ASCENDING' }],
                values: [{ sourceColumnOffset: 1, summarizeFunction: 'COUNTA' }],
              },
            },
          ],
        },
      ],
      fields: 'pivotTable',
    },
  }),
);

/** Two sheets of 12 × 10 cells: small enough that requests meet each other. */
export const startingSpreadsheet: sheets_v4.Schema$Spreadsheet = {
  sheets: [
    { properties: { sheetId: 0, title: 'Data', gridProperties: { rowCount: 12, columnCount: 10 } } },
    { properties: { sheetId: 7, title: 'Other', gridProperties: { rowCount: 12, columnCount: 10 } } },
  ],
};
