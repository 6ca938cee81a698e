/**
 * The one place where Google's services enter. Every member asks Google only when it is called, so a simple
 * trigger (which may not touch a service that needs authorisation) can be handed the same object.
 */
import { isLanguage } from '../core/language';
import { instant, zone } from '../core/time/instant';
import type { BoundSpreadsheet } from './firm-language';
import type { EditedCell } from './on-edit';
import { once } from './once';
import type { PortalPage } from './portal/contract';
import type { CellAfterWrite, GridRead, Services } from './ports';
import { rememberedOffset } from './zone-offset';

export const google: Services = {
  clock: { now: () => instant(Date.now()) },

  offset: rememberedOffset(
    (at, inZone) => Utilities.formatDate(new Date(at), inZone, 'Z'),
    (name) => {
      try {
        new Intl.DateTimeFormat('en', { timeZone: name });
        return true;
      } catch {
        return false;
      }
    },
  ),

  workbook: {
    address: (sheetId, rowIndex) =>
      `https://docs.google.com/spreadsheets/d/${spreadsheetId()}/edit#gid=${sheetId}&range=${rowIndex + 1}:${rowIndex + 1}`,
    zone: () => zone(spreadsheet().getSpreadsheetTimeZone()),

    read(ranges) {
      const answer = values().batchGetByDataFilter(
        {
          dataFilters: ranges.map((gridRange) => ({ gridRange })),
          valueRenderOption: 'UNFORMATTED_VALUE',
          dateTimeRenderOption: 'SERIAL_NUMBER',
          majorDimension: 'ROWS',
        },
        spreadsheetId(),
      );
      const grids: GridRead[] = [];
      for (const { valueRange, dataFilters } of answer.valueRanges ?? []) {
        const asked = dataFilters?.[0]?.gridRange;
        if (asked?.sheetId === undefined || !valueRange) continue;
        const a1 = valueRange.range ?? '';
        grids.push({
          sheetId: asked.sheetId,
          startRow: asked.startRowIndex ?? 0,
          startColumn: asked.startColumnIndex ?? 0,
          a1Sheet: a1.slice(0, a1.lastIndexOf('!')),
          values: valueRange.values ?? [],
        });
      }
      return grids;
    },

    write(requests) {
      sheets().batchUpdate({ requests: [...requests] }, spreadsheetId());
    },

    writeAndRead(requests, a1Ranges) {
      const answer = sheets().batchUpdate(
        {
          requests: [...requests],
          includeSpreadsheetInResponse: true,
          responseIncludeGridData: true,
          responseRanges: [...a1Ranges],
        },
        spreadsheetId(),
      );
      const cells: CellAfterWrite[] = [];
      for (const sheet of answer.updatedSpreadsheet?.sheets ?? []) {
        const sheetId = sheet.properties?.sheetId ?? 0;
        for (const grid of sheet.data ?? []) {
          const start = grid.startRow ?? 0;
          (grid.rowData ?? []).forEach((row, index) => {
            const value = row.values?.[0]?.effectiveValue;
            cells.push({
              sheetId,
              rowIndex: start + index,
              columnIndex: grid.startColumn ?? 0,
              text: String(value?.stringValue ?? value?.numberValue ?? ''),
            });
          });
        }
      }
      return cells;
    },

    describe: (fields) => sheets().get(spreadsheetId(), { fields }),
  },

  lock: {
    alone(waitMs, work) {
      // A tracker is bound to one document, so this is as much as the document's lock, which an add-on has not got.
      const lock = LockService.getScriptLock();
      if (!lock.tryLock(waitMs)) return null;
      try {
        return { result: work() };
      } finally {
        // No SpreadsheetApp.flush() first: what is written under the lock goes through the advanced service,
        // which has written when it answers.
        lock.releaseLock();
      }
    },
  },

  memory: {
    all: () => PropertiesService.getDocumentProperties().getProperties(),
    get: (key) => PropertiesService.getDocumentProperties().getProperty(key),
    set(key, value) {
      PropertiesService.getDocumentProperties().setProperty(key, value);
    },
    forget(key) {
      PropertiesService.getDocumentProperties().deleteProperty(key);
    },
  },

  registry: {
    keep() {
      const properties = PropertiesService.getScriptProperties();
      if (properties.getProperty(WORKBOOK) !== spreadsheetId()) {
        properties.setProperty(WORKBOOK, spreadsheetId());
      }
    },
  },

  shortMemory: {
    // A tracker is bound to one document, so this is as much as the document's cache, which a web app has not got.
    put(key, value, seconds) {
      CacheService.getScriptCache().put(key, value, seconds);
    },
    getAll: (keys) => CacheService.getScriptCache().getAll([...keys]),
  },

  screen: {
    isOpen() {
      try {
        SpreadsheetApp.getUi();
        return true;
      } catch {
        return false;
      }
    },
    toast(text, title, seconds = 5) {
      spreadsheet().toast(text, title, seconds);
    },
    alert(title, text) {
      let ui: GoogleAppsScript.Base.Ui;
      try {
        ui = SpreadsheetApp.getUi();
      } catch {
        spreadsheet().toast(text, title, 30);
        return;
      }
      ui.alert(title, text, ui.ButtonSet.OK);
    },
    menu(caption, entries) {
      const menu = SpreadsheetApp.getUi().createMenu(caption);
      for (const entry of entries) menu.addItem(entry.caption, entry.functionName);
      menu.addToUi();
    },
    sidebar(file, title) {
      const page = HtmlService.createHtmlOutputFromFile(file).setTitle(title);
      SpreadsheetApp.getUi().showSidebar(page);
    },
    dialog(file, title, { width, height }) {
      const page = HtmlService.createHtmlOutputFromFile(file).setWidth(width).setHeight(height);
      SpreadsheetApp.getUi().showModalDialog(page, title);
    },
    selection() {
      const range = SpreadsheetApp.getActiveRange();
      return range ? { sheetId: range.getSheet().getSheetId(), rowIndex: range.getRow() - 1 } : null;
    },
  },

  triggers: {
    clockTriggers: (functionName) =>
      ScriptApp.getProjectTriggers()
        .filter((trigger) => trigger.getHandlerFunction() === functionName)
        .map((trigger) => trigger.getUniqueId()),
    everyMinutes(functionName, minutes) {
      ScriptApp.newTrigger(functionName).timeBased().everyMinutes(minutes).create();
    },
    remove(ids) {
      for (const trigger of ScriptApp.getProjectTriggers()) {
        if (ids.includes(trigger.getUniqueId())) ScriptApp.deleteTrigger(trigger);
      }
    },
  },

  digest: (text) =>
    // The id of the spreadsheet is known to those who can open it.
    Utilities.computeDigest(
      Utilities.DigestAlgorithm.SHA_256,
      `${spreadsheetId()}\n${text}`,
      Utilities.Charset.UTF_8,
    ).map((byte) => byte & 0xff),

  userEmail: () => Session.getActiveUser().getEmail(),

  userLanguage() {
    const language = Session.getActiveUserLocale().slice(0, 2);
    return isLanguage(language) ? language : null;
  },
};

/**
 * The same where no spreadsheet is open: in Gmail. Null as long as setUp has not written down which one it is.
 *
 * An add-on runs in the name of whoever uses it. Where the script runs for somebody in another's name, which is what the
 * published page does, nobody is named.
 */
export function googleInGmail(): Services | null {
  const id = PropertiesService.getScriptProperties().getProperty(WORKBOOK);
  if (id === null || id === '') return null;
  knownId = id;
  isInGmail = true;
  return {
    ...google,
    userEmail() {
      const email = google.userEmail();
      return email === Session.getEffectiveUser().getEmail() ? email : '';
    },
  };
}

const WORKBOOK = 'workbook';

const spreadsheet = once(() =>
  isInGmail ? SpreadsheetApp.openById(spreadsheetId()) : SpreadsheetApp.getActiveSpreadsheet(),
);

/** Asked once: Google starts every execution with fresh globals. */
let knownId: string | undefined;
let isInGmail = false;

function spreadsheetId(): string {
  knownId ??= spreadsheet().getId();
  return knownId;
}

/** The advanced Sheets service. The manifest switches it on; a script made by copying code may lack it. */
function sheets(): GoogleAppsScript.Sheets.Collection.SpreadsheetsCollection {
  const collection = typeof Sheets === 'undefined' ? undefined : Sheets.Spreadsheets;
  if (collection === undefined) {
    throw new Error(
      'The advanced Google Sheets service is off. In the script editor choose Services, add "Google Sheets API" v4, and run this again.',
    );
  }
  return collection;
}

function values(): GoogleAppsScript.Sheets.Collection.Spreadsheets.ValuesCollection {
  const collection = sheets().Values;
  if (collection === undefined) throw new Error('The advanced Google Sheets service has no Values part.');
  return collection;
}

/** Spreadsheet.getSheetById came late to Apps Script; looking through the sheets works everywhere. */
const dataOf = (sheetId: number) =>
  spreadsheet()
    .getSheets()
    .find((candidate) => candidate.getSheetId() === sheetId)
    ?.getDataRange();

/** The spreadsheet as a simple trigger may see it. */
export const boundSpreadsheet: BoundSpreadsheet = {
  texts: (sheetId) => dataOf(sheetId)?.getDisplayValues() ?? null,
  values: (sheetId) => dataOf(sheetId)?.getValues() ?? null,
  locale: () => spreadsheet().getSpreadsheetLocale(),
};

/** A page for visitors, as doGet returns it: its one scriptlet is `data`, which Google escapes. */
export function webPage({ file, title, data }: PortalPage): GoogleAppsScript.HTML.HtmlOutput {
  const template = HtmlService.createTemplateFromFile(file);
  template.data = JSON.stringify(data);
  return template.evaluate().setTitle(title).addMetaTag('viewport', 'width=device-width, initial-scale=1');
}

/** Null for an edit of several cells at once. */
export function editedCell({ range }: GoogleAppsScript.Events.SheetsOnEdit): EditedCell | null {
  if (range.getNumRows() !== 1 || range.getNumColumns() !== 1) return null;
  const sheet = range.getSheet();
  return {
    sheetId: sheet.getSheetId(),
    rowIndex: range.getRow() - 1,
    columnKey: () => String(sheet.getRange(1, range.getColumn()).getValue()),
    text: () => String(range.getValue()),
    rowTexts() {
      const width = sheet.getLastColumn();
      const [keys = []] = sheet.getRange(1, 1, 1, width).getValues();
      const [texts = []] = sheet.getRange(range.getRow(), 1, 1, width).getValues();
      return new Map(keys.map((key, place) => [String(key), String(texts[place] ?? '')]));
    },
    put(label) {
      range.setValue(label);
    },
  };
}
