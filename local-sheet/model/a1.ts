/**
 * A1 notation, read and written.
 * https://developers.google.com/workspace/sheets/api/guides/concepts#cell
 */

/** Zero-based, half open. An absent bound is open. */
interface A1Bounds {
  readonly startRow?: number;
  readonly endRow?: number;
  readonly startColumn?: number;
  readonly endColumn?: number;
}

export interface A1Range extends A1Bounds {
  /** Title of the sheet as written, unquoted; null when the range names none. */
  readonly sheet: string | null;
  /** One cell (`B7`), which a write takes as the place to start rather than as a limit. */
  readonly isCell: boolean;
}

const CELL = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d{0,7})?$/;

export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + (letter.charCodeAt(0) - 64);
  return index - 1;
}

/**
 * Reads a range. A text without `!` is a range of cells if it reads like one and otherwise the title of a sheet;
 * which of the two a text such as `Log2` means, the caller decides by the sheets there are.
 *
 * @returns null when it is neither
 */
export function parseA1(text: string): A1Range | null {
  const { sheet, rest } = splitSheet(text);
  if (rest === null) return sheet === null ? null : { sheet, isCell: false };
  const bounds = parseBounds(rest);
  return bounds === null ? null : { sheet, ...bounds };
}

function splitSheet(text: string): { sheet: string | null; rest: string | null } {
  if (text.startsWith("'")) {
    const quoted = /^'((?:[^']|'')*)'(?:!(.*))?$/s.exec(text);
    if (quoted?.[1] === undefined || quoted[1] === '') return { sheet: null, rest: null };
    return { sheet: quoted[1].replaceAll("''", "'"), rest: quoted[2] ?? null };
  }
  const bang = text.lastIndexOf('!');
  if (bang > 0) return { sheet: text.slice(0, bang), rest: text.slice(bang + 1) };
  if (bang === 0 || text === '') return { sheet: null, rest: null };
  return parseBounds(text) === null ? { sheet: text, rest: null } : { sheet: null, rest: text };
}

function parseBounds(text: string): (A1Bounds & { isCell: boolean }) | null {
  const parts = text.split(':');
  if (parts.length > 2) return null;
  const from = parseCorner(parts[0] ?? '');
  if (from === null) return null;
  if (parts.length === 1) {
    // `A` or `7` alone is no range of cells: Google reads it as a title or a named range.
    if (from.column === undefined || from.row === undefined) return null;
    return { ...bounds(from, from), isCell: true };
  }
  const to = parseCorner(parts[1] ?? '');
  if (to === null) return null;
  // A2:C is open below; A:C2 is the same range written backwards; 1:A names no corner at all.
  const anyColumn = from.column !== undefined || to.column !== undefined;
  const bothColumns = from.column !== undefined && to.column !== undefined;
  const bothRows = from.row !== undefined && to.row !== undefined;
  if (anyColumn && !bothColumns && !bothRows) return null;
  if (!bothColumns && !bothRows) return null;
  return { ...bounds(from, to), isCell: false };
}

interface Corner {
  readonly row?: number;
  readonly column?: number;
}

function parseCorner(text: string): Corner | null {
  const match = CELL.exec(text);
  if (match === null || (match[1] === undefined && match[2] === undefined)) return null;
  return {
    ...(match[1] === undefined ? {} : { column: columnIndex(match[1]) }),
    ...(match[2] === undefined ? {} : { row: Number(match[2]) - 1 }),
  };
}

function bounds(a: Corner, b: Corner): A1Bounds {
  return {
    ...span(a.row, b.row, 'startRow', 'endRow'),
    ...span(a.column, b.column, 'startColumn', 'endColumn'),
  };
}

function span(
  a: number | undefined,
  b: number | undefined,
  start: keyof A1Bounds,
  end: keyof A1Bounds,
): A1Bounds {
  if (a !== undefined && b !== undefined) return { [start]: Math.min(a, b), [end]: Math.max(a, b) + 1 };
  const only = a ?? b;
  return only === undefined ? {} : { [start]: only };
}

/** A title is quoted unless it is a plain word that cannot be taken for a cell. */
export function quoteTitle(title: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(title) && !/^[A-Za-z]{1,3}\d+$/.test(title);
  return plain ? title : `'${title.replaceAll("'", "''")}'`;
}

/** Writes a bounded rectangle: `Tickets!A3:C7`, or `Tickets!A3` for one cell. */
export function formatA1(
  title: string,
  area: { startRow: number; endRow: number; startColumn: number; endColumn: number },
): string {
  const first = `${columnLetters(area.startColumn)}${area.startRow + 1}`;
  const last = `${columnLetters(area.endColumn - 1)}${area.endRow}`;
  return `${quoteTitle(title)}!${first === last ? first : `${first}:${last}`}`;
}
