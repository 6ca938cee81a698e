import { readFileSync } from 'node:fs';
import { fieldMask, merge, project } from '../../../local-sheet/api/field-mask';
import { messageError } from '../../../local-sheet/api/schema';
import schema from '../../../local-sheet/api/sheets-v4.schema.json';

describe('the schema of the API', () => {
  test('is of the revision of the installed declarations', () => {
    const declarations = require.resolve('@maxim_mazurok/gapi.client.sheets-v4/package.json');
    const text = readFileSync(declarations.replace('package.json', 'index.d.ts'), 'utf8');
    const revision = /^\/\/ Revision: (\d+)$/m.exec(text)?.[1];
    expect(schema.$comment).toContain(`discovery revision ${revision}.`);
  });

  test.each([
    ['Request', { addSheet: { properties: { title: 'A' } } }, null],
    ['Request', { addSheets: {} }, `Unknown name "addSheets" at 'Request'`],
    [
      'Request',
      { addSheet: { properties: { sheetId: 1.5 } } },
      `'addSheet.properties.sheetId': must be integer`,
    ],
    ['Color', { red: 0.5 }, null],
    ['RowData', { values: [{}, { note: 7 }] }, `'values[1].note': must be string`],
    ['PivotTable', { filterSpecs: [{ filterCriteria: { visibleValues: ['a'] } }] }, null],
    ['BasicFilter', { criteria: { '3': { hiddenValues: ['a'] } } }, null],
    ['BasicFilter', { criteria: { '3': { hidden: ['a'] } } }, 'Unknown name "hidden"'],
  ])('%s %j', (message, body, error) => {
    if (error === null) expect(messageError(message, body)).toBeNull();
    else expect(messageError(message, body)).toContain(error);
  });
});

describe('field masks', () => {
  const spreadsheet = {
    spreadsheetId: 'x',
    sheets: [{ properties: { sheetId: 1, title: 'A' }, merges: [{ sheetId: 1 }] }],
  };

  test.each([
    ['*', spreadsheet],
    ['spreadsheetId', { spreadsheetId: 'x' }],
    ['sheets.properties.title', { sheets: [{ properties: { title: 'A' } }] }],
    ['sheets/properties/title', { sheets: [{ properties: { title: 'A' } }] }],
    [
      'spreadsheetId,sheets(properties(title))',
      { spreadsheetId: 'x', sheets: [{ properties: { title: 'A' } }] },
    ],
    [
      'sheets(properties/sheetId,merges)',
      { sheets: [{ properties: { sheetId: 1 }, merges: [{ sheetId: 1 }] }] },
    ],
    ['sheets.properties', { sheets: [{ properties: { sheetId: 1, title: 'A' } }] }],
    ['sheets.properties.title,sheets.properties', { sheets: [{ properties: { sheetId: 1, title: 'A' } }] }],
    ['sheets(properties(*))', { sheets: [{ properties: { sheetId: 1, title: 'A' } }] }],
  ])('%s', (fields, expected) => {
    expect(project(spreadsheet, fieldMask(fields, 'Spreadsheet'))).toEqual(expected);
  });

  test.each([
    '',
    ' ',
    'sheet',
    'sheets.titel',
    'sheets(',
    'sheets(properties',
    'sheets)',
    'a b',
    '.sheets',
    'sheets,',
  ])('"%s" is refused', (fields) => {
    expect(() => fieldMask(fields, 'Spreadsheet')).toThrow();
  });

  test('an update takes what is named, clears what is named and absent, and keeps the rest', () => {
    const mask = fieldMask('textFormat(bold,italic),wrapStrategy', 'CellFormat');
    const before = {
      textFormat: { bold: true, italic: true, fontSize: 9 },
      wrapStrategy: 'CLIP',
      padding: { top: 1 },
    };
    expect(merge(before, { textFormat: { italic: false } }, mask)).toEqual({
      textFormat: { italic: false, fontSize: 9 },
      padding: { top: 1 },
    });
  });
});
