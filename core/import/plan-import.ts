/**
 * What an import would do with the Sheet as it stands: rows to add, cells to fill, what is there already, what is
 * wrong. Planned again after every batch on a fresh reading: what is in the Sheet by then is found and not written
 * twice, so an import may be cut off anywhere and simply started again.
 */

import type { PlacedRow, Row, RowChange } from '../workbook/rows';
import type { TableContext, TableRead } from '../workbook/table';
import { RowCells } from './cells';
import { type DayOrderOfFile, dayOrderOf } from './day-order';
import { DATE_FIELDS, type ImportKind } from './fields';
import type { ImportOptions, ImportWorld } from './import-world';
import { mergeCells } from './merge-cells';
import { mergeRow, NoReminders } from './merge-row';
import { BadRow, type RowReport } from './problem';
import { activityKeys, kindReader, participantKey } from './read-rows';
import type { ImportColumn } from './recognise';
import { mintSessionId, SessionBook } from './session-book';
import type { SourceRow } from './source';

export interface ImportSheet<K extends ImportKind> {
  readonly sessions: readonly Row<'sessions'>[];
  readonly participants: readonly Row<'participants'>[];
  /** The tab that is imported into, as it was just read. */
  readonly target: TableRead<K>;
}

export interface ImportInput<K extends ImportKind> {
  readonly kind: K;
  readonly columns: readonly ImportColumn[];
  readonly rows: readonly SourceRow[];
  readonly options: ImportOptions;
  readonly sheet: ImportSheet<K>;
  readonly context: TableContext;
}

export interface Addition<K extends ImportKind> {
  /** Rows of the file that it comes from. */
  readonly numbers: readonly number[];
  readonly row: RowChange<K>;
}

export interface Update<K extends ImportKind> extends Addition<K> {
  readonly rowIndex: number;
  /** The row as it stands. */
  readonly before: Row<K>;
}

export interface Kept {
  readonly number: number;
  readonly columns: readonly string[];
}

export interface ImportPlan<K extends ImportKind> {
  readonly added: readonly Addition<K>[];
  readonly updated: readonly Update<K>[];
  /** Numbers of rows of the file that the Sheet has already. */
  readonly unchanged: readonly number[];
  /** Rows of the file that say no more of the same than an earlier one. */
  readonly duplicates: readonly { readonly number: number; readonly of: number }[];
  /** Rows that say that nothing was done. */
  readonly idle: readonly number[];
  readonly bad: readonly RowReport[];
  /** Cells that were left out of rows that are taken. */
  readonly notes: readonly RowReport[];
  /** Cells of the Sheet that differ from the file's and stay. */
  readonly kept: readonly Kept[];
}

/** A row of the Sheet, or one that is to be. */
interface Target<K extends ImportKind> {
  readonly placed: PlacedRow<K> | null;
  row: RowChange<K>;
  change: RowChange<K>;
  readonly numbers: number[];
  /** Columns of the Sheet's row that hold something which is not what they promise. A person wrote it: it stays. */
  readonly unread: ReadonlySet<string>;
}

interface Book<K extends ImportKind> {
  add(target: Target<K>): void;
  find(row: RowChange<K>): Target<K> | null;
  /** What a row that is new must say besides. @throws BadRow */
  complete(row: RowChange<K>): RowChange<K>;
}

/** How the dates of the mapped columns are written. */
export function fileDayOrder(columns: readonly ImportColumn[], rows: readonly SourceRow[]): DayOrderOfFile {
  const places = columns.flatMap(({ field }, place) =>
    field !== null && DATE_FIELDS.includes(field) ? [place] : [],
  );
  return dayOrderOf(rows.flatMap(({ cells }) => places.map((place) => cells[place] ?? '')));
}

export function planImport<K extends ImportKind>(input: ImportInput<K>): ImportPlan<K> {
  const { kind, columns, rows, options, sheet, context } = input;
  const world: ImportWorld = {
    context,
    options,
    sessions: sheet.sessions,
    participants: sheet.participants,
  };
  const reader = kindReader(world)[kind];
  const targets: Target<K>[] = [];
  const book: Book<K> = bookOf(kind, context);
  const unread = unreadCells(sheet.target);
  const absent = new Set<string>(sheet.target.layout.missing);
  for (const placed of sheet.target.rows) {
    // A whole row is some cells of a row; tsc does not see it for a kind that is open.
    book.add({
      placed,
      row: placed.row as unknown as RowChange<K>,
      change: {},
      numbers: [],
      unread: unread(placed),
    });
  }
  const report = { unchanged: [] as number[], idle: [] as number[], bad: [] as RowReport[] };
  const duplicates: { number: number; of: number }[] = [];
  const notes: RowReport[] = [];
  const kept: Kept[] = [];

  const noReminders = new NoReminders(sheet.participants);
  const take = (number: number, whole: RowChange<K>): 'added' | 'changed' | 'same' | 'repeated' => {
    const found = book.find(whole);
    const undone = kind === 'participants' && noReminders.undoneBy(whole, found?.row ?? null);
    const incoming = without(without(whole, absent), undone ? REMINDERS : NONE);
    const merged =
      found === null ? null : mergeRow(found.row, incoming, found.unread, options.replace, context);
    const keptHere = [...(merged?.kept ?? []), ...(undone ? REMINDERS : [])];
    if (keptHere.length > 0) kept.push({ number, columns: keptHere });
    if (kind === 'participants') noReminders.learn(whole);
    if (found === null || merged === null) {
      const row = withoutEmpty(book.complete(incoming));
      const target: Target<K> = { placed: null, row, change: {}, numbers: [number], unread: NONE };
      targets.push(target);
      book.add(target);
      return 'added';
    }
    const { change } = merged;
    const first = found.numbers[0];
    if (first !== undefined && first !== number) duplicates.push({ number, of: first });
    found.numbers.push(number);
    found.row = { ...found.row, ...change };
    if (Object.keys(change).length === 0) return first === undefined ? 'same' : 'repeated';
    if (found.placed !== null && Object.keys(found.change).length === 0) targets.push(found);
    found.change = { ...found.change, ...change };
    return 'changed';
  };

  for (const source of rows) {
    const cells = new RowCells(source, columns, world);
    try {
      const read = reader.read(cells);
      if (read.length === 0) report.idle.push(source.number);
      const done = read.map((row) => take(source.number, row));
      if (done.length > 0 && done.every((what) => what === 'same')) report.unchanged.push(source.number);
      if (cells.notes.length > 0) notes.push({ number: source.number, problems: cells.notes });
    } catch (error) {
      if (!(error instanceof BadRow)) throw error;
      report.bad.push({ number: source.number, problems: [error.problem] });
    }
  }
  return {
    ...report,
    duplicates,
    notes,
    kept,
    added: targets.flatMap(({ placed, row, numbers }) => (placed === null ? [{ numbers, row }] : [])),
    updated: targets.flatMap(({ placed, change, numbers }) => {
      if (placed === null) return [];
      // Of two rows of the file that replace each other the last may say what stands there anyway.
      const { change: row } = mergeCells(placed.row as unknown as RowChange<K>, change, true, context);
      const isIdle = Object.keys(row).length === 0;
      return isIdle ? [] : [{ numbers, row, rowIndex: placed.rowIndex, before: placed.row }];
    }),
  };
}

/** Rows of the file that a plan has something to do with. */
export function problemsOf({
  bad,
  notes,
}: ImportPlan<ImportKind>): readonly (RowReport & { readonly refused: boolean })[] {
  return [
    ...bad.map((row) => ({ ...row, refused: true })),
    ...notes.map((row) => ({ ...row, refused: false })),
  ].sort((a, b) => a.number - b.number);
}

type Books = { readonly [K in ImportKind]: (context: TableContext) => Book<K> };

const BOOKS: Books = {
  sessions: (context) => {
    const book = new SessionBook<Target<'sessions'>>(context);
    return {
      add: (target) => book.add(target),
      find: (row) => book.find(row),
      complete(row) {
        const { course = '', starts_at: start = null } = row;
        if (course === '') throw new BadRow({ code: 'missing', field: 'course' });
        if (start === null) throw new BadRow({ code: 'missing', field: 'starts_at' });
        return { ...row, id: row.id || mintSessionId(course, start, context, (id) => book.has(id)) };
      },
    };
  },
  participants: () => keyedBook(participantKey),
  activity: (context) => keyedBook(activityKeys(context)),
};

function bookOf<K extends ImportKind>(kind: K, context: TableContext): Book<K> {
  return BOOKS[kind](context);
}

function keyedBook<K extends ImportKind>(keyOf: (row: RowChange<K>) => string): Book<K> {
  const targets = new Map<string, Target<K>>();
  return {
    add(target) {
      const key = keyOf(target.row);
      // Of two equal rows of the Sheet the first.
      if (!targets.has(key)) targets.set(key, target);
    },
    find: (row) => targets.get(keyOf(row)) ?? null,
    complete: (row) => row,
  };
}

/** Which cells of a row could not be read. */
function unreadCells<K extends ImportKind>({
  problems,
}: TableRead<K>): (placed: PlacedRow<K>) => ReadonlySet<string> {
  const byRow = new Map<number, Set<string>>();
  for (const { rowIndex, column } of problems) {
    byRow.set(rowIndex, (byRow.get(rowIndex) ?? new Set()).add(column));
  }
  return ({ rowIndex }) => byRow.get(rowIndex) ?? NONE;
}

const NONE: ReadonlySet<string> = new Set();
const REMINDERS: ReadonlySet<string> = new Set(['reminders']);

function without<K extends ImportKind>(row: RowChange<K>, columns: ReadonlySet<string>): RowChange<K> {
  if (columns.size === 0) return row;
  // Fewer cells of the same row.
  return Object.fromEntries(Object.entries(row).filter(([column]) => !columns.has(column))) as RowChange<K>;
}

/** Columns without which a tab cannot be imported into, and which somebody has deleted. */
export function lostColumns<K extends ImportKind>({ layout }: TableRead<K>): readonly string[] {
  const lost = new Set<string>(layout.missing);
  return NEEDED[layout.table].filter((column) => lost.has(column));
}

const NEEDED: Readonly<Record<ImportKind, readonly string[]>> = {
  sessions: ['id', 'course', 'starts_at'],
  participants: ['session_id', 'email'],
  activity: ['at', 'email', 'session_id', 'what'],
};

function withoutEmpty<K extends ImportKind>(row: RowChange<K>): RowChange<K> {
  // Some cells of the row are left out; those that stay are as they were.
  return Object.fromEntries(
    Object.entries(row).filter(([, value]) => value !== '' && value !== null && value !== undefined),
  ) as RowChange<K>;
}
