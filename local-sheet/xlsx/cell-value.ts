/** What a cell of the workbook file holds, so that it means in Excel what it meant in the sheet. */
import type { CellData } from './grid';
import { scalarOf } from './grid';
import { isPortableFormula } from './portable-formula';

/** "Total number of characters that a cell can contain" in Excel; a longer one makes it repair the file. */
export const EXCEL_LONGEST_CELL = 32_767;
const CUT_MARK = ' […]';

type ExportedValue =
  | { readonly kind: 'empty' }
  | { readonly kind: 'plain'; readonly value: string | number | boolean; readonly cut: boolean }
  | { readonly kind: 'formula'; readonly formula: string; readonly result: string | number | boolean | null };

export function exportedValue(cell: CellData): ExportedValue {
  const formula = cell.userEnteredValue?.formulaValue;
  const value = scalarOf(cell);
  if (typeof formula === 'string' && isPortableFormula(formula)) {
    return { kind: 'formula', formula: formula.slice(1), result: value };
  }
  if (value === null || value === '') return { kind: 'empty' };
  if (typeof value !== 'string') return { kind: 'plain', value, cut: false };
  const clean = xmlText(value);
  // The escape below lengthens the text, so it comes after the cut.
  const cut = clean.length > EXCEL_LONGEST_CELL;
  const kept = cut ? clean.slice(0, EXCEL_LONGEST_CELL - CUT_MARK.length) + CUT_MARK : clean;
  return { kind: 'plain', value: escapedUnderscores(kept.replace(/[\uD800-\uDBFF](?= \[…\]$)/, '')), cut };
}

/** Text that a spreadsheet program would take for a formula if a person opened and left its cell. */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@]/.test(text);
}

/** XML 1.0 has no place for most control characters and for halves of surrogate pairs. */
export function xmlText(text: string): string {
  return text
    .replace(/(?![\t\n\r\u007F-\u009F])\p{Cc}|[\uFFFE\uFFFF]/gu, '')
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
}

/** `_x0041_` in a workbook means the letter A (ECMA-376 part 1, 22.9.2.19), so a literal one is escaped. */
function escapedUnderscores(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}
