/**
 * Reads and plans writes of a tab's rows. Columns are found by the keys in row 1, wherever people moved them;
 * a column with a key we do not know is the firm's own and is neither read nor written.
 *
 * Both halves read with UNFORMATTED_VALUE and SERIAL_NUMBER and write userEnteredValue, so a text is never
 * parsed and a date-time does not depend on anybody's locale.
 */
import { parseDay } from '../time/civil';
import type { Instant, Zone, ZoneOffset } from '../time/instant';
import { fromSerial, isSerial, serialDay, serialOfDay, toSerial } from '../time/serial';
import type { ChoiceKey } from './choices';
import {
  type CellKind,
  CHOICE_OF,
  COLUMNS,
  type ColumnKey,
  FIRST_DATA_ROW,
  KEY_ROW,
  LONGEST_CELL,
  SHEET_ID,
  type TableKey,
} from './columns';
import { type CellData, cell, type WriteRequest } from './requests';
import type { CellScalar, PlacedRow, Row, RowChange } from './rows';

/** What reading and writing need to know of the workbook. */
export interface TableContext {
  /** The spreadsheet's own zone: date-time serials are wall clock there. */
  readonly zone: Zone;
  readonly offset: ZoneOffset;
  /** The machine word behind what a person typed, in any language; null when nobody can tell. */
  readonly wordOf: (choice: ChoiceKey, typed: string) => string | null;
  /** The label of a machine word in the firm's language. */
  readonly labelOf: (choice: ChoiceKey, word: string) => string;
}

/** Where each known column of a tab stands at the moment of reading. */
export interface TableLayout<T extends TableKey> {
  readonly table: T;
  readonly columns: ReadonlyMap<ColumnKey<T>, number>;
  /** Known keys that row 1 lacks: somebody deleted the column. */
  readonly missing: readonly ColumnKey<T>[];
}

/** A cell that does not hold what its column promises. The row is read all the same, with that cell empty. */
export interface CellProblem {
  readonly rowIndex: number;
  readonly column: string;
  readonly found: string;
}

export interface TableRead<T extends TableKey> {
  readonly layout: TableLayout<T>;
  readonly rows: readonly PlacedRow<T>[];
  readonly problems: readonly CellProblem[];
}

type Grid = readonly (readonly unknown[])[];

export function readLayout<T extends TableKey>(table: T, keyRow: readonly unknown[]): TableLayout<T> {
  const known = Object.keys(COLUMNS[table]) as ColumnKey<T>[];
  const places = new Map<string, number>();
  keyRow.forEach((key, index) => {
    // The first of two equal keys counts: a duplicated column is a person's copy.
    if (typeof key === 'string' && !places.has(key.trim())) places.set(key.trim(), index);
  });
  const columns = new Map<ColumnKey<T>, number>();
  const missing: ColumnKey<T>[] = [];
  for (const key of known) {
    const place = places.get(key);
    if (place === undefined) missing.push(key);
    else columns.set(key, place);
  }
  return { table, columns, missing };
}

/**
 * @param values the whole tab from cell A1 on, as values.batchGet gives it (short rows and no trailing blanks)
 */
export function readTable<T extends TableKey>(table: T, values: Grid, context: TableContext): TableRead<T> {
  const layout = readLayout(table, values[KEY_ROW] ?? []);
  const kinds = COLUMNS[table] as Readonly<Record<string, CellKind>>;
  // Looked up once and not for every cell: a long tab has millions.
  const readers = (Object.keys(kinds) as ColumnKey<T>[]).map((key) => ({
    key,
    place: layout.columns.get(key),
    kind: kinds[key] ?? 'text',
    choice: choiceOf(table, key),
  }));
  const rows: PlacedRow<T>[] = [];
  const problems: CellProblem[] = [];
  for (let rowIndex = FIRST_DATA_ROW; rowIndex < values.length; rowIndex++) {
    const cells = values[rowIndex] ?? [];
    if (cells.every((value) => value === '' || value === null || value === undefined)) continue;
    const row: Record<string, unknown> = {};
    for (const { key, place, kind, choice } of readers) {
      const raw = place === undefined ? '' : (cells[place] ?? '');
      const value = readCell(kind, choice, raw, context);
      if (value === UNREADABLE) problems.push({ rowIndex, column: key, found: String(raw) });
      row[key] = value === UNREADABLE ? emptyOf(kind) : value;
    }
    rows.push({ rowIndex, row: row as Row<T> });
  }
  return { layout, rows, problems };
}

/** One request that appends rows after the last row with data. Columns the tab lacks are left out. */
export function appendRows<T extends TableKey>(
  layout: TableLayout<T>,
  rows: readonly RowChange<T>[],
  context: TableContext,
): WriteRequest[] {
  if (rows.length === 0) return [];
  const width = Math.max(-1, ...layout.columns.values()) + 1;
  return [
    {
      appendCells: {
        sheetId: SHEET_ID[layout.table],
        rows: rows.map((row) => {
          const values: CellData[] = Array.from({ length: width }, () => ({}));
          for (const [place, data] of placedCells(layout, row, context)) values[place] = data;
          return { values };
        }),
        fields: 'userEnteredValue',
      },
    },
  ];
}

/** Requests that write just the changed cells of a row; neighbouring cells go into one request. */
export function updateRow<T extends TableKey>(
  layout: TableLayout<T>,
  rowIndex: number,
  change: RowChange<T>,
  context: TableContext,
): WriteRequest[] {
  const cells = placedCells(layout, change, context).sort(([a], [b]) => a - b);
  const requests: WriteRequest[] = [];
  let run: CellData[] = [];
  let start = -1;
  for (const [place, data] of cells) {
    if (place !== start + run.length) {
      run = [];
      start = place;
      requests.push({
        updateCells: {
          range: {
            sheetId: SHEET_ID[layout.table],
            startRowIndex: rowIndex,
            endRowIndex: rowIndex + 1,
            startColumnIndex: place,
            endColumnIndex: place + 1,
          },
          rows: [{ values: run }],
          fields: 'userEnteredValue',
        },
      });
    }
    run.push(data);
    const last = requests[requests.length - 1];
    if (last && 'updateCells' in last) last.updateCells.range.endColumnIndex = place + 1;
  }
  return requests;
}

function placedCells<T extends TableKey>(
  layout: TableLayout<T>,
  row: RowChange<T>,
  context: TableContext,
): [number, CellData][] {
  const kinds = COLUMNS[layout.table] as Readonly<Record<string, CellKind>>;
  const cells: [number, CellData][] = [];
  for (const [key, place] of layout.columns) {
    const value = (row as Readonly<Record<string, unknown>>)[key];
    if (value === undefined) continue;
    cells.push([place, cell(writeCell(kinds[key] ?? 'text', choiceOf(layout.table, key), value, context))]);
  }
  return cells;
}

const UNREADABLE = Symbol('unreadable');

function emptyOf(kind: CellKind): unknown {
  if (kind === 'text' || kind === 'choice') return '';
  if (kind === 'list') return [];
  return kind === 'boolean' ? false : null;
}

function readCell(kind: CellKind, choice: ChoiceKey | null, raw: unknown, context: TableContext): unknown {
  if (raw === '' || raw === null || raw === undefined) return emptyOf(kind);
  switch (kind) {
    case 'text':
      return String(raw);
    case 'list':
      return String(raw)
        .split(',')
        .map((item) => item.trim())
        .filter((item) => item !== '');
    case 'choice':
      return (choice && context.wordOf(choice, String(raw))) ?? UNREADABLE;
    case 'number':
      return typeof raw === 'number' ? raw : UNREADABLE;
    case 'boolean':
      return typeof raw === 'boolean' ? raw : UNREADABLE;
    case 'datetime':
      return typeof raw === 'number' && isSerial(raw)
        ? fromSerial(raw, context.zone, context.offset)
        : UNREADABLE;
    case 'date':
      if (typeof raw === 'number') return isSerial(raw) ? serialDay(raw) : UNREADABLE;
      return typeof raw === 'string' && parseDay(raw) !== null ? raw.trim() : UNREADABLE;
  }
}

function writeCell(
  kind: CellKind,
  choice: ChoiceKey | null,
  value: unknown,
  context: TableContext,
): CellScalar | null {
  if (value === null || value === '') return null;
  switch (kind) {
    case 'text':
      return cutForCell(String(value));
    case 'list':
      return cutForCell((value as readonly string[]).join(', '));
    case 'choice':
      return choice ? context.labelOf(choice, String(value)) : String(value);
    case 'number':
    case 'boolean':
      return value as number | boolean;
    case 'datetime':
      return toSerial(value as Instant, context.zone, context.offset);
    case 'date':
      return serialOfDay(String(value));
  }
}

/** Google refuses a cell of more than 50,000 characters. Whoever stores long text says where the rest is. */
export function cutForCell(text: string): string {
  if (text.length <= LONGEST_CELL) return text;
  const cut = text.slice(0, LONGEST_CELL);
  // Never end on half of a surrogate pair.
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}

function choiceOf(table: TableKey, column: string): ChoiceKey | null {
  const choices: Readonly<Record<string, ChoiceKey>> = CHOICE_OF[table as keyof typeof CHOICE_OF] ?? {};
  return choices[column] ?? null;
}
