import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OWNER, project } from './project';

/**
 * Every member that is emulated must be one that Google publishes: @types/google-apps-script is made from
 * the reference. Whether arguments and answers are the same is for the other tests.
 */
const EVERY_OBJECT = `function main() {
  const names = (object) => Reflect.ownKeys(object);
  const spreadsheet = SpreadsheetApp.getActive();
  const sheet = spreadsheet.getSheets()[0];
  const ui = SpreadsheetApp.getUi();
  const builder = ScriptApp.newTrigger('main');
  const html = HtmlService.createHtmlOutput('');
  return {
    SpreadsheetApp: names(SpreadsheetApp), Spreadsheet: names(spreadsheet), Sheet: names(sheet),
    Range: names(sheet.getRange('A1')), Ui: names(ui), Menu: names(ui.createMenu('x')),
    PromptResponse: names(ui.prompt('x')), PropertiesService: names(PropertiesService),
    Properties: names(PropertiesService.getScriptProperties()), CacheService: names(CacheService),
    Cache: names(CacheService.getScriptCache()), LockService: names(LockService),
    Lock: names(LockService.getScriptLock()), Utilities: names(Utilities), Session: names(Session),
    User: names(Session.getActiveUser()), ScriptApp: names(ScriptApp), TriggerBuilder: names(builder),
    ClockTriggerBuilder: names(builder.timeBased()),
    SpreadsheetTriggerBuilder: names(builder.forSpreadsheet(spreadsheet)),
    Trigger: names(builder.timeBased().everyHours(1).create()), Service: names(ScriptApp.getService()),
    HtmlService: names(HtmlService), HtmlOutput: names(html),
    HtmlTemplate: names(HtmlService.createTemplate('')), ContentService: names(ContentService),
    TextOutput: names(ContentService.createTextOutput('')), MailApp: names(MailApp), Logger: names(Logger),
    Console: names(console), Blob: names(Utilities.newBlob('x')),
    SpreadsheetsCollection: names(Sheets.Spreadsheets), ValuesCollection: names(Sheets.Spreadsheets.Values),
    Button: names(ui.Button), ButtonSet: names(ui.ButtonSet), EventType: names(ScriptApp.EventType),
    TriggerSource: names(ScriptApp.TriggerSource), AuthMode: names(ScriptApp.AuthMode),
    Weekday: names(ScriptApp.WeekDay), XFrameOptionsMode: names(HtmlService.XFrameOptionsMode),
    SandboxMode: names(HtmlService.SandboxMode), DigestAlgorithm: names(Utilities.DigestAlgorithm),
    MacAlgorithm: names(Utilities.MacAlgorithm), Charset: names(Utilities.Charset),
  };
}`;

const published = publishedMembers();
const emulated = project(EVERY_OBJECT, { answer: () => ({ button: 'OK' }) }).host.runMenuItem(OWNER, 'main', {
  sheetId: 0,
  row: 1,
  column: 1,
}).returned as Record<string, string[]>;

test.each(Object.entries(emulated))('%s has only members that Google has', (name, members) => {
  const known = published.get(name);
  expect(known).toBeDefined();
  expect(members.filter((member) => !known?.has(member))).toEqual([]);
  expect(members.length).toBeGreaterThan(0);
});

/** Interfaces and enums of the published types by name; those of one name in two services are taken together. */
function publishedMembers(): Map<string, Set<string>> {
  const root = dirname(require.resolve('@types/google-apps-script/package.json'));
  const files = readdirSync(root)
    .filter((file) => file.endsWith('.d.ts'))
    .map((file) => join(root, file));
  const found = new Map<string, Set<string>>();
  for (const file of [...files, join(root, 'apis', 'sheets_v4.d.ts')]) {
    let current: Set<string> | null = null;
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const opened = /^\s*(?:interface|enum) (\w+)/.exec(line);
      if (opened?.[1] !== undefined) {
        current = found.get(opened[1]) ?? new Set();
        found.set(opened[1], current);
      }
      const member = /^\s*(?:\/\*\*[^*]*\*\/\s*)?(\w+)\??\s*(?:\(|:|,|=)/.exec(line)?.[1];
      if (member !== undefined) current?.add(member);
    }
  }
  return found;
}
