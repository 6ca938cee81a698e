/**
 * Puts what was typed into Tickets right at once: in a choice cell a label in another language, another case, a
 * misspelling; in the colleague's cell a part of a name, an address. Only a courtesy: Google queues no more than two
 * edit events, so the tick does the same for all rows, and everything else is left to it. A simple trigger, so
 * SpreadsheetApp on the own file and nothing more.
 */
import { readName } from '../core/assignment/names';
import { addressKey } from '../core/mail/addresses';
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
  /** The texts of its whole row, by the machine keys in row 1. */
  rowTexts(): ReadonlyMap<string, string>;
  /** Writes one of our own labels or a colleague's name, which must not begin like a formula. */
  put(label: string): void;
}

export function tidyCell(cell: EditedCell, spreadsheet: BoundSpreadsheet): void {
  if (cell.sheetId !== SHEET_ID.tickets || cell.rowIndex < FIRST_DATA_ROW) return;
  const key = cell.columnKey();
  const typed = cell.text();
  const meant = key === 'assignee' ? colleagueMeant(typed, spreadsheet) : wordMeant(key, typed, spreadsheet);
  if (meant !== null && meant !== typed) cell.put(meant);
}

function wordMeant(key: string, typed: string, spreadsheet: BoundSpreadsheet): string | null {
  const choices: {
    readonly [K in ColumnKey<'tickets'>]?: (typeof CHOICE_OF.tickets)[keyof typeof CHOICE_OF.tickets];
  } = CHOICE_OF.tickets;
  if (!isTicketColumn(key)) return null;
  const choice = choices[key];
  const understood = choice === undefined ? null : choiceWord(choice, typed);
  return choice === undefined || understood === null
    ? null
    : labelOfWord(choice, understood.word, firmLanguage(spreadsheet));
}

function colleagueMeant(typed: string, spreadsheet: BoundSpreadsheet): string | null {
  const [keys = [], , ...rows] = spreadsheet.texts(SHEET_ID.team) ?? [];
  const name = keys.indexOf('name');
  const email = keys.indexOf('email');
  const people = rows.map((row) => ({ name: row[name]?.trim() ?? '', email: addressKey(row[email] ?? '') }));
  const reading = readName(
    typed,
    people.filter((person) => person.name !== ''),
  );
  // setValue parses what it is given: a name that begins like a formula is left to the tick, which stores text.
  return reading.kind === 'known' && /^\p{L}/u.test(reading.name) ? reading.name : null;
}

function isTicketColumn(key: string): key is keyof typeof CHOICE_OF.tickets {
  return Object.keys(CHOICE_OF.tickets).includes(key);
}
