/** The menu, in the firm's language. A simple trigger: it may only use the spreadsheet it stands in. */
import type { Language } from '../core/language';
import type { DeskRight } from '../core/team/roles';
import { dialogWords } from '../sheet-templates/words/dialog';
import { words } from '../sheet-templates/words/words';
import { deskRights } from './desk-rights';
import { type BoundSpreadsheet, firmLanguage } from './firm-language';
import type { ScreenPort } from './ports';

interface Entry {
  readonly caption: (language: Language) => string;
  readonly functionName: string;
  /** Null: for everybody. A stranger who opens the conversation is told there what to do. */
  readonly needs: DeskRight | null;
}

/** A dialog asks something before it does anything: that is what the dots say. */
const dots = (name: string): string => `${name} …`;

const ENTRIES: readonly Entry[] = [
  {
    caption: (language) => words(language).menu.openConversation,
    functionName: 'openConversation',
    needs: null,
  },
  {
    caption: (language) => dots(dialogWords(language).name.forecast),
    functionName: 'openForecast',
    needs: 'forecast',
  },
  {
    caption: (language) => dots(dialogWords(language).name.preview),
    functionName: 'openPreview',
    needs: 'preview',
  },
  {
    caption: (language) => dots(dialogWords(language).name.import),
    functionName: 'openImport',
    needs: 'import',
  },
  { caption: (language) => words(language).menu.refreshNow, functionName: 'refreshNow', needs: 'refresh' },
  { caption: (language) => words(language).menu.setUp, functionName: 'setUp', needs: 'set-up' },
  { caption: (language) => words(language).menu.about, functionName: 'about', needs: null },
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
  const may = userEmail === '' ? () => true : deskRights(spreadsheet, userEmail, language);
  screen.menu(
    words(language).menu.title,
    ENTRIES.filter(({ needs }) => needs === null || may(needs)).map(({ caption, functionName }) => ({
      caption: caption(language),
      functionName,
    })),
  );
}
