/** The menu, in the firm's language. A simple trigger: it may only use the spreadsheet it stands in. */
import { words } from '../sheet-templates/words/words';
import { type BoundSpreadsheet, firmLanguage } from './firm-language';
import type { ScreenPort } from './ports';

export function showMenu(spreadsheet: BoundSpreadsheet, screen: Pick<ScreenPort, 'menu'>): void {
  const { menu } = words(firmLanguage(spreadsheet));
  screen.menu(menu.title, [
    { caption: menu.openConversation, functionName: 'openConversation' },
    { caption: menu.refreshNow, functionName: 'refreshNow' },
    { caption: menu.setUp, functionName: 'setUp' },
    { caption: menu.about, functionName: 'about' },
  ]);
}
