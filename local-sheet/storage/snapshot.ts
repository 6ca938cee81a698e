/**
 * All workbooks in one file, as lines of JSON: a head, then for each workbook its frame, for each sheet the
 * distinct extras of its cells and its rows in pieces, and a last line that says the file is whole. In pieces,
 * because ten million cells do not fit one string.
 */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import type { CellExtras, Row, Scalar, SheetState, SpreadsheetState } from '../model/state';
import { syncDirectory } from './directory';

const FORMAT = 'local-sheet snapshot 1';
const ROWS_PER_LINE = 1_000;

export interface Snapshot {
  /** The last operation of the journal that is in here. */
  readonly sequence: number;
  readonly workbooks: readonly SpreadsheetState[];
}

/** A row as stored: its values, and for each cell the number of its extras (0 is none). */
type StoredRow = null | { readonly v: readonly (Scalar | null)[]; readonly e?: readonly number[] };

type Line =
  | { readonly format: string; readonly sequence: number }
  | { readonly workbook: Omit<SpreadsheetState, 'sheets'> }
  | { readonly sheet: Omit<SheetState, 'rows'>; readonly extras: readonly CellExtras[] }
  | { readonly rows: readonly StoredRow[] }
  | { readonly end: number };

export function writeSnapshot(file: string, snapshot: Snapshot): void {
  const temporary = `${file}.new`;
  const out = openSync(temporary, 'w', 0o600);
  try {
    for (const line of linesOf(snapshot)) writeSync(out, `${JSON.stringify(line)}\n`);
    fsyncSync(out);
  } finally {
    closeSync(out);
  }
  renameSync(temporary, file);
  syncDirectory(file);
}

function* linesOf(snapshot: Snapshot): Generator<Line> {
  yield { format: FORMAT, sequence: snapshot.sequence };
  for (const { sheets, ...frame } of snapshot.workbooks) {
    yield { workbook: frame };
    for (const { rows, ...sheet } of sheets) {
      const numbers = numbered(rows);
      yield { sheet, extras: [...numbers.keys()] };
      for (let at = 0; at < rows.length; at += ROWS_PER_LINE) {
        yield { rows: rows.slice(at, at + ROWS_PER_LINE).map((row) => stored(row, numbers)) };
      }
    }
  }
  yield { end: snapshot.workbooks.length };
}

function numbered(rows: SheetState['rows']): Map<CellExtras, number> {
  const numbers = new Map<CellExtras, number>();
  for (const row of rows) {
    for (const extras of row?.extras ?? []) {
      if (extras !== null && !numbers.has(extras)) numbers.set(extras, numbers.size + 1);
    }
  }
  return numbers;
}

function stored(row: Row | undefined, numbers: Map<CellExtras, number>): StoredRow {
  if (row === undefined) return null;
  if (row.extras.length === 0) return { v: row.values };
  return { v: row.values, e: row.extras.map((extras) => (extras === null ? 0 : (numbers.get(extras) ?? 0))) };
}

/**
 * @returns null when there is none yet
 * @throws Error naming the file when it cannot be read
 */
export function readSnapshot(file: string): Snapshot | null {
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  const broken = (line: number, why: string): Error =>
    new Error(
      `The snapshot of the workbooks cannot be read: ${file}, line ${line}: ${why}. ` +
        'Put back a copy of this directory from a backup.',
    );
  let sequence: number | null = null;
  let ended = false;
  const workbooks: { frame: Omit<SpreadsheetState, 'sheets'>; sheets: SheetState[] }[] = [];
  let rows: (Row | undefined)[] = [];
  let extras: readonly CellExtras[] = [];
  lines.forEach((text, index) => {
    const line = parsed(text);
    if (line === null) throw broken(index + 1, 'it is not JSON');
    if ('format' in line) {
      if (line.format !== FORMAT) throw broken(index + 1, `its format is "${line.format}", not "${FORMAT}"`);
      sequence = line.sequence;
    } else if ('workbook' in line) {
      workbooks.push({ frame: line.workbook, sheets: [] });
    } else if ('sheet' in line) {
      rows = [];
      extras = line.extras;
      workbooks.at(-1)?.sheets.push({ ...line.sheet, rows });
    } else if ('rows' in line) {
      for (const row of line.rows) rows.push(restored(row, extras));
    } else if ('end' in line) {
      ended = line.end === workbooks.length;
    }
  });
  if (sequence === null || !ended) throw broken(lines.length, 'its end is missing');
  return { sequence, workbooks: workbooks.map(({ frame, sheets }) => ({ ...frame, sheets })) };
}

function restored(row: StoredRow, extras: readonly CellExtras[]): Row | undefined {
  if (row === null) return undefined;
  return { values: row.v, extras: row.e?.map((number) => extras[number - 1] ?? null) ?? [] };
}

function parsed(text: string): Line | null {
  try {
    const value: unknown = JSON.parse(text);
    // Written by this module and by nobody else; the fields are looked at one by one above.
    return typeof value === 'object' && value !== null ? (value as Line) : null;
  } catch {
    return null;
  }
}
