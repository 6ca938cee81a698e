import { evaluate, OWNER, project } from './project';

const HERE = { sheetId: 0, row: 1, column: 1 };

test.each([
  [
    'a member that Google has',
    'SpreadsheetApp.getActive().getSheets()[0].getCharts()',
    'NotEmulated: Sheet.getCharts',
  ],
  [
    'a member that Google has not',
    'SpreadsheetApp.getActive().frobnicate',
    'NotEmulated: Spreadsheet.frobnicate',
  ],
  ['a service that is not there', 'DriveApp.getFiles()', 'NotEmulated: DriveApp.getFiles'],
  ['UrlFetchApp', 'UrlFetchApp.fetch("https://example.com")', 'NotEmulated: UrlFetchApp.fetch'],
  [
    'a method of the advanced service',
    'Sheets.Spreadsheets.Sheets.copyTo',
    'NotEmulated: Sheets.Spreadsheets.Sheets',
  ],
  [
    'a query parameter of the API',
    'Sheets.Spreadsheets.get(SpreadsheetApp.getActive().getId(), { excludeTablesInBandedRanges: true })',
    'NotEmulated: Sheets.Spreadsheets.get with the option excludeTablesInBandedRanges',
  ],
  [
    'a formula, which local-sheet cannot compute',
    'SpreadsheetApp.getActiveRange().setValue("=A1+B2")',
    'NotEmulated: local-sheet does not emulate formulas: =A1+B2',
  ],
  ['writing to a service object', 'SpreadsheetApp.getActive().name = "x"', 'NotEmulated: Spreadsheet.name'],
  [
    'a choice that nobody answers',
    'SpreadsheetApp.getUi().alert("Go on?", SpreadsheetApp.getUi().ButtonSet.YES_NO)',
    'NotEmulated: Ui.alert with a choice ("Go on?"): nobody is there to answer it',
  ],
  [
    'a mail that has nowhere to go',
    'MailApp.sendEmail("a@b.example", "s", "b")',
    'NotEmulated: MailApp.sendEmail: this host was given nowhere to send to',
  ],
  [
    'Polish text in a digest without a charset',
    'Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, "żółw")',
    'NotEmulated: Utilities with a text outside ASCII: pass Utilities.Charset.UTF_8',
  ],
])('%s throws and names itself', (_what, expression, message) => {
  const { host } = project(`function main() { ${expression}; }`);
  expect(() => host.runMenuItem(OWNER, 'main', HERE)).toThrow(message);
});

test('a script cannot swallow it', () => {
  const { host } = project(
    'function main() { try { DriveApp.getFiles(); } catch (error) {} return "fine"; }',
  );
  expect(() => host.run('main')).toThrow('NotEmulated: DriveApp.getFiles');
});

test('looking for a service by its type does not touch it', () => {
  expect(evaluate('return [typeof DriveApp, typeof Nothing]')).toEqual(['object', 'undefined']);
});

test('the advanced service is there only when the manifest enables it', () => {
  const { again } = project('function main() { return typeof Sheets; }');
  const bundle = {
    code: 'function main() { return typeof Sheets; }',
    htmlFiles: {},
    manifest: { timeZone: 'UTC' },
  };
  expect(again().run('main').returned).toBe('object');
  expect(again({ bundle }).run('main').returned).toBe('undefined');
});

test('an error of the script keeps its name, message, function and log', () => {
  const { host } = project('function main() { console.log("before"); throw new TypeError("wrong"); }');
  expect(() => host.run('main')).toThrow(
    expect.objectContaining({
      message: 'TypeError: wrong',
      functionName: 'main',
      log: ['before'],
      scriptStack: expect.stringContaining('Code.gs:1'),
    }),
  );
});

test('a function that is not there is named', () => {
  expect(() => project('').host.run('missing')).toThrow('Script function not found: missing');
});
