/** A mail program folds what a letter quotes at its end. */

export interface FoldedText {
  readonly text: string;
  /** '' for none. */
  readonly quote: string;
}

export function foldQuote(text: string): FoldedText {
  const lines = text.trimEnd().split('\n');
  let start = lines.length;
  while (start > 0 && /^(>|\s*$)/.test(lines[start - 1] ?? '')) start--;
  while (start < lines.length && (lines[start] ?? '').trim() === '') start++;
  if (start === 0 || start === lines.length) return { text: text.trim(), quote: '' };
  // "On Monday somebody wrote:"
  const introduction = lastWith(lines, start);
  const from =
    introduction !== null && (lines[introduction] ?? '').trim().endsWith(':') ? introduction : start;
  const own = lines.slice(0, from).join('\n').trim();
  if (own === '') return { text: text.trim(), quote: '' };
  return { text: own, quote: lines.slice(from).join('\n').trim() };
}

/** The line above that says something, unless it stands more than one empty line away. */
function lastWith(lines: readonly string[], below: number): number | null {
  for (const at of [below - 1, below - 2]) if ((lines[at] ?? '').trim() !== '') return at;
  return null;
}
