/** Text with delimiters → rows. Papa Parse reads it; ours is which delimiter it is. */
// The page's own compilation does not look into this folder for declarations.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./papaparse.d.ts" />
import papa from 'papaparse/papaparse.min.js';
import type { SourceRow } from './source';

export const DELIMITERS = [';', '\t', ',', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

const SAMPLE_ROWS = 40;

export function readDelimited(text: string): { readonly delimiter: Delimiter; readonly rows: SourceRow[] } {
  const { body, told } = withoutExcelHint(text.replace(/^\ufeff/, ''));
  const delimiter = told ?? guessDelimiter(body);
  const data = cellsOf(body, delimiter);
  const rows = data.map((cells, index) => ({ number: index + 1, cells }));
  // The end of the last line is no row.
  while (rows.length > 0 && rows[rows.length - 1]?.cells.every((cell) => cell.trim() === '')) rows.pop();
  return { delimiter, rows };
}

/**
 * One quotation mark that opens and never closes would swallow the rows below it. Such a text has no quoting that could
 * be trusted: its rows are its lines, and marks around whole cells go.
 */
function cellsOf(text: string, delimiter: Delimiter): readonly (readonly string[])[] {
  const quoted = papa.parse(text, { delimiter });
  if (!quoted.errors.some(({ type }) => type === 'Quotes')) return quoted.data;
  const { data } = papa.parse(text, { delimiter, quoteChar: '\u0000' });
  return data.map((cells) =>
    cells.map((cell) => (/^".*"$/.test(cell.trim()) ? cell.trim().slice(1, -1).replace(/""/g, '"') : cell)),
  );
}

/** `sep=;` before the heading, which Excel takes for itself and does not count as a row. */
function withoutExcelHint(text: string): { readonly body: string; readonly told: Delimiter | null } {
  const hint = /^sep=(.)\r?\n/i.exec(text);
  const told = DELIMITERS.find((delimiter) => delimiter === hint?.[1]) ?? null;
  return hint && told !== null ? { body: text.slice(hint[0].length), told } : { body: text, told: null };
}

/** The one that cuts most rows into equally many cells; of equals the one that cuts finer. */
function guessDelimiter(text: string): Delimiter {
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const { data, errors } = papa.parse(text, { delimiter, preview: SAMPLE_ROWS });
    const widths = data
      .filter((cells) => cells.some((cell) => cell.trim() !== ''))
      .map(({ length }) => length);
    const cut = widths.filter((width) => width > 1);
    const usual = Math.max(0, ...cut.map((width) => cut.filter((other) => other === width).length));
    const widest = Math.max(1, ...cut);
    const broken = errors.some(({ type }) => type === 'Quotes') ? 0.5 : 1;
    const score = widths.length === 0 ? 0 : broken * (usual / widths.length + Math.min(widest, 30) / 300);
    if (cut.length > 0 && score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}
