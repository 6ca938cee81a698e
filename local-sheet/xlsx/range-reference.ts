/** Reads a range as people write it in a rule: `=Team!$A$3:$A`, `='Zespół 2'!B:B`, `C2:C9`. */
import type { sheets_v4 } from '@googleapis/sheets';

interface RangeReference {
  /** null: the sheet that the rule stands in. */
  readonly sheetTitle: string | null;
  readonly range: sheets_v4.Schema$GridRange;
}

export function parseRangeReference(text: string): RangeReference | null {
  const match = /^=?(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?(\$?[A-Z]*\$?\d*)(?::(\$?[A-Z]*\$?\d*))?$/i.exec(
    text.trim(),
  );
  if (match === null) return null;
  const first = corner(match[3] ?? '');
  const last = match[4] === undefined ? first : corner(match[4]);
  if (first === null || last === null) return null;
  const sheetTitle = match[1]?.replace(/''/g, "'") ?? match[2] ?? null;
  return {
    sheetTitle,
    range: {
      ...(first.row === null ? {} : { startRowIndex: first.row }),
      ...(last.row === null ? {} : { endRowIndex: last.row + 1 }),
      ...(first.column === null ? {} : { startColumnIndex: first.column }),
      ...(last.column === null ? {} : { endColumnIndex: last.column + 1 }),
    },
  };
}

function corner(text: string): { row: number | null; column: number | null } | null {
  const match = /^\$?([A-Z]*)\$?(\d*)$/i.exec(text);
  const letters = match?.[1] ?? '';
  const digits = match?.[2] ?? '';
  if (letters === '' && digits === '') return null;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return {
    row: digits === '' ? null : Number(digits) - 1,
    column: letters === '' ? null : column - 1,
  };
}
