/** The language of the workbook: that of labels, menu and messages. */
import { isLanguage, type Language } from '../core/language';
import { SHEET_ID } from '../core/workbook/columns';
import { readSettings, type Settings } from '../sheet-templates/settings';
import { cellText } from './workbook/cell-text';

/** What SpreadsheetApp gives to a simple trigger. */
export interface BoundSpreadsheet {
  /** Displayed texts of a whole tab, from A1 on; null when there is no such tab. */
  texts(sheetId: number): readonly (readonly string[])[] | null;
  /** The same as values: a ticked box is true in every locale. */
  values(sheetId: number): readonly (readonly unknown[])[] | null;
  /** Such as `pl_PL`. */
  locale(): string;
}

/** From Settings; before setup, from the spreadsheet's own locale. */
export function firmLanguage(spreadsheet: BoundSpreadsheet): Language {
  const rows = spreadsheet.texts(SHEET_ID.settings);
  if (rows) return settingsIn(rows).language;
  const language = spreadsheet.locale().slice(0, 2);
  return isLanguage(language) ? language : 'en';
}

/** @param settings the cells of the Settings tab, keys in the first row */
export function settingsIn(settings: readonly (readonly unknown[])[]): Settings {
  const [keys = []] = settings;
  const key = keys.indexOf('key');
  const value = keys.indexOf('value');
  const rows = settings.map((row) => ({ key: cellText(row[key]), value: cellText(row[value]) }));
  return readSettings(rows).settings;
}
