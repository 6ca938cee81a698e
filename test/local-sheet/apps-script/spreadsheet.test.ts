import { attempt, evaluate, OWNER, project, START } from './project';

const SHEET = 'const sheet = SpreadsheetApp.getActive().getSheetByName("Data");';

describe('Spreadsheet', () => {
  test.each([
    ['getName()', 'Courses'],
    ['getSpreadsheetTimeZone()', 'Europe/Kyiv'],
    ['getSpreadsheetLocale()', 'en_GB'],
    ['getNumSheets()', 2],
    ['getSheets().map((sheet) => sheet.getName())', ['Data', 'Other']],
    ['getSheetByName("Other").getSheetId()', 7],
    ['getSheetByName("other")', null],
    ['getSheetById(7).getName()', 'Other'],
    ['getSheetById(8)', null],
    ['getRange("Other!B2:C3").getA1Notation()', 'B2:C3'],
    ['getRange("Other!B2").getSheet().getName()', 'Other'],
    ['getActiveSheet().getName()', 'Data'],
    ['getSheetByName("Data") === SpreadsheetApp.getActive().getSheets()[0]', true],
    ['insertSheet("Third").getIndex()', 3],
  ])('%s', (expression, expected) => {
    expect(evaluate(`return SpreadsheetApp.getActiveSpreadsheet().${expression}`)).toEqual(expected);
  });

  test('getId is the id of the API', () => {
    const { host, spreadsheetId } = project('function main() { return SpreadsheetApp.getActive().getId(); }');
    expect(host.run('main').returned).toBe(spreadsheetId);
  });

  test('the active cell is where the person stands', () => {
    const { host } = project(`function main() {
      const range = SpreadsheetApp.getActiveRange();
      const app = SpreadsheetApp;
      return [range.getSheet().getName(), range.getA1Notation(), app.getCurrentCell().getRow(), app.getActiveSheet().getSheetId()];
    }`);
    expect(host.runMenuItem(OWNER, 'main', { sheetId: 7, row: 4, column: 2 }).returned).toEqual([
      'Other',
      'B4',
      4,
      7,
    ]);
  });

  test('toast shows on the screen', () => {
    const { host } = project(
      'function main() { SpreadsheetApp.getActive().toast("saved"); SpreadsheetApp.getActive().toast("done", "Courses", 3); }',
    );
    expect(host.run('main').toasts).toEqual(['saved', 'Courses: done']);
  });
});

describe('Sheet', () => {
  test.each([
    ['getSheetId()', 0],
    ['getMaxRows()', 20],
    ['getMaxColumns()', 6],
    ['getLastRow()', 0],
    ['getLastColumn()', 0],
    ['getDataRange().getA1Notation()', 'A1'],
    ['getRange("B2:C5").getNumRows()', 4],
    ['getRange("C:C").getA1Notation()', 'C1:C20'],
    ['getRange("A3:C").getA1Notation()', 'A3:C20'],
    ['getRange(3, 2).getA1Notation()', 'B3'],
    ['getRange(3, 2, 4).getA1Notation()', 'B3:B6'],
    ['getRange(3, 2, 4, 3).getA1Notation()', 'B3:D6'],
    ['getParent().getName()', 'Courses'],
    ['isSheetHidden()', false],
  ])('%s', (expression, expected) => {
    expect(evaluate(`${SHEET} return sheet.${expression}`)).toEqual(expected);
  });

  test.each([
    ['getRange(0, 1)', 'Exception: The starting row of the range is too small.'],
    ['getRange(1, 0)', 'Exception: The starting column of the range is too small.'],
    ['getRange(1, 1, 0, 1)', 'Exception: The number of rows in the range must be at least 1.'],
    ['getRange(1, 1, 1, 0)', 'Exception: The number of columns in the range must be at least 1.'],
    [
      'getRange(20, 6, 2, 1)',
      'Exception: The coordinates of the range are outside the dimensions of the sheet.',
    ],
    ['getRange("nothing")', 'Exception: Range not found'],
    [
      'getRange({})',
      "Exception: The parameters ((class)) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
    ],
  ])('%s is refused in the words of Google', (expression, message) => {
    expect(attempt(`${SHEET} sheet.${expression}`)).toBe(message);
  });

  test('appendRow writes below the last row that holds anything, and grows the grid where it must', () => {
    expect(
      evaluate(`const sheet = SpreadsheetApp.getActive().getSheetByName("Other");
        sheet.getRange('C5').setValue('last'); sheet.appendRow(['a', 2, false]);
        return [sheet.getLastRow(), sheet.getMaxRows(), sheet.getRange('A6:C6').getValues()]`),
    ).toEqual([6, 6, [['a', 2, false]]]);
  });

  test('rows are inserted and deleted where the script says', () => {
    expect(
      evaluate(`${SHEET} sheet.getRange('A1:A3').setValues([['one'], ['two'], ['three']]);
        sheet.insertRowsAfter(1, 2); sheet.deleteRow(4); sheet.hideRows(1);
        return [sheet.getMaxRows(), sheet.getRange('A1:A4').getValues().flat()]`),
    ).toEqual([21, ['one', '', '', 'three']]);
  });

  test('getDataRange spans everything that holds a value', () => {
    expect(
      evaluate(
        `${SHEET} sheet.getRange('B2').setValue('x'); sheet.getRange('D1').setValue(0); return sheet.getDataRange().getA1Notation()`,
      ),
    ).toBe('A1:D2');
  });

  test('clearContents keeps formats', () => {
    expect(
      evaluate(`${SHEET} const range = sheet.getRange('A1'); range.setNumberFormat('0.00').setValue(3); sheet.clearContents();
        return [range.isBlank(), range.getNumberFormat()]`),
    ).toEqual([true, '0.00']);
  });
});

describe('Range', () => {
  // reference/spreadsheet/range#setvaluevalue: "Value can be numeric, string, boolean or date. If it begins with
  // = it is interpreted as a formula"; texts are read as a person's typing.
  test.each([
    ['"12"', 12],
    ['"TRUE"', true],
    ['"\'12"', '12'],
    ['"word"', 'word'],
    ['3.5', 3.5],
    ['false', false],
    ['""', ''],
    ['null', ''],
    ['"\'=not a formula"', '=not a formula'],
  ])('setValue(%s) reads back as %j', (value, expected) => {
    expect(evaluate(`${SHEET} return sheet.getRange('B2').setValue(${value}).getValue()`)).toEqual(expected);
  });

  test('a number under a date format is a Date, in the zone of the spreadsheet', () => {
    expect(
      evaluate(`${SHEET} const range = sheet.getRange('A1'); range.setValue('2026-07-01');
        const value = range.getValue(); return [value instanceof Date, value.toISOString(), range.getDisplayValue()]`),
    ).toEqual([true, '2026-06-30T21:00:00.000Z', '2026-07-01']);
  });

  test('a Date is written in the zone of the spreadsheet and reads back the same', () => {
    const { host, sheets, spreadsheetId } = project(`function main() {
      const range = SpreadsheetApp.getActiveRange(); const now = new Date();
      range.setValue(now); return range.getValue().getTime() - now.getTime();
    }`);
    expect(host.run('main').returned).toBe(0);
    const [[serial] = []] =
      sheets.values.get(spreadsheetId, 'Data!A1', {
        valueRenderOption: 'UNFORMATTED_VALUE',
        dateTimeRenderOption: 'SERIAL_NUMBER',
      }).values ?? [];
    // Kyiv is two hours ahead in November; two calls had gone before the script read its clock.
    expect((Number(serial) - 25_569) * 86_400_000).toBeCloseTo(START + 2 * 3_600_000, -2);
  });

  test('a Date keeps the date format that the cell has', () => {
    expect(
      evaluate(`${SHEET} const range = sheet.getRange('A1'); range.setNumberFormat('yyyy-mm-dd').setValue(new Date());
        return [range.getNumberFormat(), range.getDisplayValue()]`),
    ).toEqual(['yyyy-mm-dd', '2026-11-21']);
  });

  test.each([
    [
      '[["a"]]',
      'Exception: The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
    ],
    [
      '[["a", "b"], ["c"]]',
      'Exception: The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    ],
    [
      '["a", "b"]',
      "Exception: The parameters (number[]) don't match the method signature for SpreadsheetApp.Range.setValues.",
    ],
  ])('setValues(%s) on two by two is refused in the words of Google', (values, message) => {
    expect(attempt(`${SHEET} sheet.getRange('A1:B2').setValues(${values})`)).toBe(message);
  });

  test('setValues and getValues are each other’s inverse for plain values', () => {
    expect(
      evaluate(
        `${SHEET} return sheet.getRange('B2:D3').setValues([['a', 1, true], ['', 'b', -2.5]]).getValues()`,
      ),
    ).toEqual([
      ['a', 1, true],
      ['', 'b', -2.5],
    ]);
  });

  test('setValue fills every cell of the range', () => {
    expect(evaluate(`${SHEET} return sheet.getRange('A1:B2').setValue('x').getValues()`)).toEqual([
      ['x', 'x'],
      ['x', 'x'],
    ]);
  });

  test('offset and getCell move within the sheet', () => {
    expect(
      evaluate(`${SHEET} const range = sheet.getRange('B2:C4');
        return [range.offset(1, 1).getA1Notation(), range.offset(1, 1, 1, 1).getA1Notation(), range.getCell(2, 2).getA1Notation(), range.getLastRow(), range.getLastColumn()]`),
    ).toEqual(['C3:D5', 'C3', 'C3', 4, 3]);
  });

  test('notes and looks are stored as the API shows them', () => {
    const { host, sheets, spreadsheetId } = project(`function main() {
      SpreadsheetApp.getActive().getRange('A1').setNote('ask Anna').setBackground('#ff8000').setFontWeight('bold');
    }`);
    host.run('main');
    const cell = sheets.get(spreadsheetId, { ranges: ['Data!A1'], includeGridData: true }).sheets?.[0]
      ?.data?.[0]?.rowData?.[0]?.values?.[0];
    expect(cell).toMatchObject({
      note: 'ask Anna',
      userEnteredFormat: {
        backgroundColorStyle: { rgbColor: { red: 1, green: 128 / 255 } },
        textFormat: { bold: true },
      },
    });
  });

  test('clearContent takes values and leaves notes', () => {
    expect(
      evaluate(
        `${SHEET} const range = sheet.getRange('A1').setValue('x').setNote('kept'); range.clearContent(); return [range.getValue(), range.getNote()]`,
      ),
    ).toEqual(['', 'kept']);
  });
});
