/**
 * Writes cells of tickets whose rows may move, and may be edited, at any moment.
 *
 * Positions are looked up by ticket id right before each write (settled-writes.ts finds out what moved even after that),
 * and what a person has edited since the change was planned is left alone. Positions never outlive a round.
 */
import { LINKS, WATCHED } from '../../core/ticket/seen';
import type { ColumnKey, TableKey } from '../../core/workbook/columns';
import { KEY_ROW, SHEET_ID } from '../../core/workbook/columns';
import type { CellData, WriteRequest } from '../../core/workbook/requests';
import type { RowChange } from '../../core/workbook/rows';
import { type TableContext, updateRow } from '../../core/workbook/table';
import type { BatchRequest, GridRead, WorkbookPort } from '../ports';
import { cellText } from './cell-text';
import { joinedAppends } from './joined-requests';
import type { OpenTable } from './read-tables';
import { type Cells, type GuardedTab, type PlacedWrite, placesOf, SettledWrites } from './settled-writes';

/** What is written beside a command: that it was carried out, or why not. */
export interface CommandMark {
  readonly id: string;
  readonly change: RowChange<'commands'>;
}

export interface TicketWrite {
  readonly ticketId: string;
  readonly change: RowChange<'tickets'>;
  /** Appended rows that belong to the change: its history. Written with it or not at all. */
  readonly along: readonly WriteRequest[];
  /** Tickets whose writes say something of this one, and the other way round: all of them are written or none. */
  readonly together?: readonly string[];
  /** Of the commands that the change comes of: a command whose row is gone or settled takes the change with it. */
  readonly marks?: readonly CommandMark[];
}

/** Rows of other tabs that tell of several tickets at once: planned when it is known which will be written. */
export type Following = (going: ReadonlySet<string>) => readonly WriteRequest[];

export interface WriteOutcome {
  readonly written: readonly string[];
  /** Gone, doubled, or edited by a person since they were read: the next tick looks at them anew. */
  readonly dropped: readonly string[];
  /** Rows that would not stand still for three rounds: these tickets need a person's eye. */
  readonly unsettled: readonly string[];
}

const NOTHING_FOLLOWS: Following = () => [];

/** Columns in which a person and the tracker may both write. */
const EDITED_BY_PEOPLE = ['status', ...WATCHED, ...LINKS] as const;

export class TicketRows {
  readonly #tab: GuardedTab;
  readonly #commandTab: GuardedTab | null;

  /**
   * @param tickets the Tickets tab as the changes were planned on it
   * @param commands the Commands tab as they were, for writes that carry some out
   */
  constructor(
    private readonly workbook: WorkbookPort,
    private readonly tickets: OpenTable<'tickets'>,
    private readonly context: TableContext,
    private readonly commands: OpenTable<'commands'> | null = null,
  ) {
    const tab = guardedTab(tickets, tickets.layout.columns.get('id_seen') ?? null);
    if (tab === null) throw new Error('The Tickets tab has lost its column "id".');
    this.#tab = tab;
    this.#commandTab = commands && guardedTab(commands, null);
  }

  /**
   * One read, one write with its verification; more of both only when rows moved in between.
   *
   * @param marks of commands that concern no ticket; one whose row is gone is left out
   */
  write(
    writes: readonly TicketWrite[],
    rest: readonly BatchRequest[],
    following: Following = NOTHING_FOLLOWS,
    marks: readonly CommandMark[] = [],
  ): WriteOutcome {
    const watched = EDITED_BY_PEOPLE.filter(
      (key) => key === 'status' || writes.some(({ change }) => change[key] !== undefined),
    );
    const isMarking = marks.length > 0 || writes.some((write) => marksOf(write).length > 0);
    const grids = this.workbook.read([
      ...columnsToRead(this.tickets, ['id', 'id_seen', ...watched]),
      ...(isMarking && this.commands ? columnsToRead(this.commands, ['id', 'state']) : []),
    ]);
    const fresh = freshColumns(this.tickets, ['id', 'id_seen', ...watched], grids);
    const places = placesNow(fresh);
    const markPlaces = isMarking ? this.#openCommands(grids) : NOWHERE;
    const found: { readonly write: TicketWrite; readonly placed: readonly PlacedWrite[] }[] = [];
    const stale = new Set<string>();
    for (const write of writes) {
      const rowIndex = places.get(write.ticketId) ?? null;
      const marked = this.#placedMarks(marksOf(write), markPlaces);
      const isWhole = marked.length === marksOf(write).length;
      if (rowIndex === null || !isWhole || this.#wasEdited(write.ticketId, rowIndex, fresh)) {
        stale.add(write.ticketId);
        continue;
      }
      const cells = cellsOf(this.tickets, write.change, this.context);
      const own = { tab: this.#tab, target: { id: write.ticketId }, cells, rowIndex };
      found.push({ write, placed: cells.size === 0 ? marked : [own, ...marked] });
    }
    const dropped = withCompanions(stale, writes);
    const ready = found.filter(({ write }) => !dropped.has(write.ticketId));
    const written = ready.map(({ write }) => write.ticketId);
    const appended = [...ready.flatMap(({ write }) => write.along), ...following(new Set(written))];
    const along = [...joinedAppends(appended), ...rest];
    const placed = [...ready.flatMap((one) => one.placed), ...this.#placedMarks(marks, markPlaces)];
    const unsettled =
      placed.length === 0 && along.length === 0 ? [] : new SettledWrites(this.workbook).settle(placed, along);
    return {
      written,
      dropped: Array.from(dropped),
      // A command beside which nothing could be written is met again by the next tick, as done already.
      unsettled: unsettled.flatMap(({ tab, target }) =>
        tab === this.#tab && 'id' in target ? [target.id] : [],
      ),
    };
  }

  /** Rows of commands that are still to be settled; null for an id that stands more than once. */
  #openCommands(grids: readonly GridRead[]): ReadonlyMap<string, number | null> {
    if (!this.commands) return NOWHERE;
    const fresh = freshColumns(this.commands, ['id', 'state'], grids);
    const states = fresh.get('state');
    if (states === undefined) return NOWHERE;
    const open = Array.from(placesNow(fresh)).filter(
      ([, rowIndex]) => rowIndex === null || cellText(states[rowIndex]) === '',
    );
    return new Map(open);
  }

  #placedMarks(
    marks: readonly CommandMark[],
    places: ReadonlyMap<string, number | null>,
  ): readonly PlacedWrite[] {
    const { commands } = this;
    const tab = this.#commandTab;
    if (!commands || !tab) return [];
    return marks.flatMap(({ id, change }) => {
      const rowIndex = places.get(id) ?? null;
      const cells = cellsOf(commands, change, this.context);
      return rowIndex === null ? [] : [{ tab, target: { id }, cells, rowIndex }];
    });
  }

  /**
   * A person chose another word meanwhile: theirs counts, and the next tick starts from it. Or the number that this
   * ticket had stands in another row now, which has been another ticket so far.
   */
  #wasEdited(ticketId: string, rowIndex: number, fresh: FreshColumns<'tickets'>): boolean {
    const before = this.#tab.readAt.get(ticketId) ?? [];
    return [...EDITED_BY_PEOPLE, 'id_seen' as const].some((key) => {
      const column = this.tickets.layout.columns.get(key);
      const now = fresh.get(key);
      return (
        column !== undefined && now !== undefined && cellText(now[rowIndex]) !== cellText(before[column])
      );
    });
  }
}

const NOWHERE: ReadonlyMap<string, number | null> = new Map();

function marksOf({ marks = [] }: TicketWrite): readonly CommandMark[] {
  return marks;
}

/** Null where somebody deleted the column of the ids. */
function guardedTab<T extends 'tickets' | 'commands'>(
  { layout, a1Sheet, rows, values }: OpenTable<T>,
  seenColumn: number | null,
): GuardedTab | null {
  const idColumn = layout.columns.get('id');
  if (idColumn === undefined) return null;
  const readAt = new Map(rows.map(({ row, rowIndex }) => [row.id, values[rowIndex] ?? []]));
  return { sheetId: SHEET_ID[layout.table], a1Sheet, idColumn, seenColumn, readAt };
}

/** Columns as they stand now, from row 1. */
type FreshColumns<T extends TableKey> = ReadonlyMap<ColumnKey<T>, readonly unknown[]>;

function columnsToRead<T extends TableKey>(
  { layout }: OpenTable<T>,
  keys: readonly ColumnKey<T>[],
): { sheetId: number; startColumnIndex: number; endColumnIndex: number }[] {
  return keys.flatMap((key) => {
    const column = layout.columns.get(key);
    return column === undefined
      ? []
      : [{ sheetId: SHEET_ID[layout.table], startColumnIndex: column, endColumnIndex: column + 1 }];
  });
}

function freshColumns<T extends TableKey>(
  { layout }: OpenTable<T>,
  keys: readonly ColumnKey<T>[],
  grids: readonly GridRead[],
): FreshColumns<T> {
  return new Map(
    keys.flatMap((key) => {
      const column = layout.columns.get(key);
      if (column === undefined) return [];
      const grid = grids.find(
        ({ sheetId, startColumn }) => sheetId === SHEET_ID[layout.table] && startColumn === column,
      );
      return [[key, grid?.values.map((row) => row[0]) ?? []] as const];
    }),
  );
}

/** None when somebody moved a column: nothing that was planned fits its place any more. */
function placesNow<T extends 'tickets' | 'commands'>(
  fresh: FreshColumns<T>,
): ReadonlyMap<string, number | null> {
  const columnsStand = Array.from(fresh).every(([key, cells]) => cellText(cells[KEY_ROW]).trim() === key);
  return columnsStand ? placesOf(fresh.get('id') ?? []) : NOWHERE;
}

function cellsOf<T extends TableKey>(
  { layout }: OpenTable<T>,
  change: RowChange<T>,
  context: TableContext,
): Cells {
  const cells = new Map<number, CellData>();
  for (const request of updateRow(layout, 0, change, context)) {
    if (!('updateCells' in request)) continue;
    const { range, rows } = request.updateCells;
    rows[0]?.values.forEach((data, index) => {
      cells.set((range.startColumnIndex ?? 0) + index, data);
    });
  }
  return cells;
}

/** Those tickets, and all that are written together with one of them. */
function withCompanions(ids: ReadonlySet<string>, writes: readonly TicketWrite[]): ReadonlySet<string> {
  const all = new Set(ids);
  const tied = ids.size === 0 ? [] : writes.filter(({ together }) => together !== undefined);
  // A companion may have companions of its own.
  for (let before = -1; before !== all.size; ) {
    before = all.size;
    for (const { ticketId, together = [] } of tied) if (together.some((id) => all.has(id))) all.add(ticketId);
  }
  return all;
}
