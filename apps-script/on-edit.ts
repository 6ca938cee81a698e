/**
 * Puts a word typed into a choice cell of Tickets right at once: a label in another language, another case, a
 * misspelling. Only a courtesy: Google queues no more than two edit events, so the tick does the same for all
 * rows, and everything else is left to it. A simple trigger, so SpreadsheetApp on the own file and nothing more.
 */
import { CHOICE_OF, type ColumnKey, FIRST_DATA_ROW, SHEET_ID } from '../core/workbook/columns';
import { choiceWord, labelOfWord } from '../sheet-templates/labels';
import { type BoundSpreadsheet, firmLanguage } from './firm-language';

/** The edited cell. A paste or a fill over several cells is none: the tick reads those. */
export interface EditedCell {
  readonly sheetId: number;
  /** From 0. */
  readonly rowIndex: number;
  /** The machine key in row 1 of the cell's column. */
  columnKey(): string;
  text(): string;
  /** Writes one of our own labels, which never begins like a formula. */
  put(label: string): void;
}

export function tidyChoice(cell: EditedCell, spreadsheet: BoundSpreadsheet): void {
  if (cell.sheetId !== SHEET_ID.tickets || cell.rowIndex < FIRST_DATA_ROW) return;
  const choices: {
    readonly [K in ColumnKey<'tickets'>]?: (typeof CHOICE_OF.tickets)[keyof typeof CHOICE_OF.tickets];
  } = CHOICE_OF.tickets;
  const key = cell.columnKey();
  if (!isTicketColumn(key)) return;
  const choice = choices[key];
  if (choice === undefined) return;
  const typed = cell.text();
  const understood = choiceWord(choice, typed);
  if (understood === null) return;
  const label = labelOfWord(choice, understood.word, firmLanguage(spreadsheet));
  if (label !== typed) cell.put(label);
}

function isTicketColumn(key: string): key is keyof typeof CHOICE_OF.tickets {
  return Object.keys(CHOICE_OF.tickets).includes(key);
}
