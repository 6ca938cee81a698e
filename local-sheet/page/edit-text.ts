/** The text that a person edits, chosen so that typing it back unchanged changes nothing. */
import type { CellData } from '../xlsx/grid';
import { scalarOf, shownText } from '../xlsx/grid';

const DATE_KINDS = new Set(['DATE', 'TIME', 'DATE_TIME']);

export function editText(cell: CellData | undefined): string {
  const value = scalarOf(cell);
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const type = cell?.userEnteredFormat?.numberFormat?.type ?? '';
  if (typeof value === 'number') {
    return DATE_KINDS.has(type) || type === 'PERCENT' ? shownText(cell) : String(value);
  }
  return type !== 'TEXT' && wouldBeParsed(value) ? `'${value}` : value;
}

/** Text that USER_ENTERED would read as a formula, a number, a date or a boolean. */
function wouldBeParsed(text: string): boolean {
  return /^\s*(?:[=+'\d.(]|[-@€$£₴]\s*[\d.(=]|(?:true|false)\s*$)/i.test(text);
}
