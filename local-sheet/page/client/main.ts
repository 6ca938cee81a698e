/// <reference lib="dom" />
/** The page: ties the grid, the tabs, the menus and the script's panes to the server. */

import { byId } from './dom';
import { chooseLanguage, wordsIn } from './words';
import { WorkbookPage } from './workbook-page';

const query = new URLSearchParams(location.search);
const language = chooseLanguage(query.get('lang'), navigator.languages);
document.documentElement.lang = language;

const page = new WorkbookPage(wordsIn(language));
const whole = (name: string) => {
  const value = Number(query.get(name) ?? Number.NaN);
  return Number.isInteger(value) ? value : null;
};
page.start(whole('tab'), whole('row')).catch((error: unknown) => {
  byId('grid', HTMLElement).textContent = error instanceof Error ? error.message : String(error);
});
