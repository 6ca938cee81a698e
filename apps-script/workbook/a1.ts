/** `A`, `Z`, `AA` for column indexes 0, 25, 26. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

/** A1 ranges of one column that cover the rows (indexes from 0), neighbours joined. */
export function columnRanges(a1Sheet: string, column: number, rowIndexes: readonly number[]): string[] {
  const letters = columnLetters(column);
  const rows = Array.from(new Set(rowIndexes)).sort((a, b) => a - b);
  const ranges: string[] = [];
  let from: number | undefined;
  rows.forEach((row, index) => {
    from ??= row;
    if (rows[index + 1] === row + 1) return;
    ranges.push(`${a1Sheet}!${letters}${from + 1}:${letters}${row + 1}`);
    from = undefined;
  });
  return ranges;
}
