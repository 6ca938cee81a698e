/** A table as it came: a file or a pasted text, every cell as text. */

export interface SourceRow {
  /** As a spreadsheet program counts the rows of the file, from 1. */
  readonly number: number;
  readonly cells: readonly string[];
}

export const isBlank = ({ cells }: SourceRow): boolean => cells.every((cell) => cell.trim() === '');
