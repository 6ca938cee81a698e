/** The menu, in the firm's language. A simple trigger: it may only use the spreadsheet it stands in. */
import type { DeskRight } from '../core/team/roles';
import type { Dictionary } from '../sheet-templates/words/dictionary';
import { words } from '../sheet-templates/words/words';
import { deskRights } from './desk-rights';
import { type BoundSpreadsheet, firmLanguage } from './firm-language';
import type { ScreenPort } from './ports';

interface Entry {
  readonly word: keyof Dictionary['menu'];
  readonly functionName: string;
  /** Null: for everybody. A stranger who opens the conversation is told there what to do. */
  readonly needs: DeskRight | null;
}

const ENTRIES: readonly Entry[] = [
  { word: 'openConversation', functionName: 'openConversation', needs: null },
  { word: 'refreshNow', functionName: 'refreshNow', needs: 'refresh' },
  { word: 'setUp', functionName: 'setUp', needs: 'set-up' },
  { word: 'about', functionName: 'about', needs: null },
];

/**
 * @param userEmail '' where Google does not tell a simple trigger who opened the spreadsheet: then everything is
 *   shown, and the command asks again, with the person's own authorisation
 */
export function showMenu(
  spreadsheet: BoundSpreadsheet,
  screen: Pick<ScreenPort, 'menu'>,
  userEmail: string,
): void {
  const language = firmLanguage(spreadsheet);
  const { menu } = words(language);
  const may = userEmail === '' ? () => true : deskRights(spreadsheet, userEmail, language);
  screen.menu(
    menu.title,
    ENTRIES.filter(({ needs }) => needs === null || may(needs)).map(({ word, functionName }) => ({
      caption: menu[word],
      functionName,
    })),
  );
}
