/**
 * Writes cells of tickets whose rows may move at any moment.
 *
 * The Sheets API addresses rows by position, and people sort, filter, insert and delete while the tracker works:
 * no lock keeps them out. So positions are looked up by ticket id right before each write, and the write itself
 * brings back the ids of the rows it touched as they stood after it (`includeSpreadsheetInResponse`, one atomic
 * step with the update). A row that had moved in the moment between is found that way: what was overwritten
 * there is put back and the change is written again where its ticket is now. Positions never outlive a round.
 */
import { LINKS, WATCHED } from '../../core/ticket/seen';
import type { ColumnKey } from '../../core/workbook/columns';
import { KEY_ROW, SHEET_ID } from '../../core/workbook/columns';
import { type CellData, cell, type WriteRequest } from '../../core/workbook/requests';
import type { CellScalar, RowChange } from '../../core/workbook/rows';
import { type TableContext, updateRow } from '../../core/workbook/table';
import type { BatchRequest, WorkbookPort } from '../ports';
import { columnRanges } from './a1';
import { cellText } from './cell-text';
import { joinedAppends, joinedUpdates } from './joined-requests';
import type { OpenTable } from './read-tables';

export interface TicketWrite {
  readonly ticketId: string;
  readonly change: RowChange<'tickets'>;
  /** Appended rows that belong to the change: its history. Written with it or not at all. */
  readonly along: readonly WriteRequest[];
  /** Tickets whose writes say something of this one, and the other way round: all of them are written or none. */
  readonly together?: readonly string[];
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

type Cells = ReadonlyMap<number, CellData>;

/** Where cells go: the row of a ticket, or a row without id that must still be one when it is emptied. */
type Target = { readonly ticketId: string } | { readonly emptyRow: number };

interface PlacedWrite {
  readonly target: Target;
  readonly cells: Cells;
  readonly rowIndex: number;
}

const ROUNDS = 3;
const NOWHERE: ReadonlyMap<string, number | null> = new Map();
const NOTHING_FOLLOWS: Following = () => [];

/** Columns in which a person and the tracker may both write. */
const EDITED_BY_PEOPLE = ['status', ...WATCHED, ...LINKS] as const;

export class TicketRows {
  readonly #idColumn: number;
  readonly #readAt: ReadonlyMap<string, readonly unknown[]>;

  /** @param tickets the Tickets tab as the changes were planned on it */
  constructor(
    private readonly workbook: WorkbookPort,
    private readonly tickets: OpenTable<'tickets'>,
    private readonly context: TableContext,
  ) {
    const idColumn = tickets.layout.columns.get('id');
    if (idColumn === undefined) throw new Error('The Tickets tab has lost its column "id".');
    this.#idColumn = idColumn;
    this.#readAt = new Map(tickets.rows.map(({ row, rowIndex }) => [row.id, tickets.values[rowIndex] ?? []]));
  }

  /** One read, one write with its verification; more of both only when rows moved in between. */
  write(
    writes: readonly TicketWrite[],
    rest: readonly BatchRequest[],
    following: Following = NOTHING_FOLLOWS,
  ): WriteOutcome {
    const watched = EDITED_BY_PEOPLE.filter(
      (key) => key === 'status' || writes.some(({ change }) => change[key] !== undefined),
    );
    const fresh = this.#columns(['id', 'id_seen', ...watched]);
    // Somebody moved a column: nothing that was planned fits its place any more.
    const places = this.#columnsStand(fresh) ? placesOf(fresh.get('id') ?? []) : NOWHERE;
    const found: { readonly write: TicketWrite; readonly placed: PlacedWrite }[] = [];
    const stale = new Set<string>();
    for (const write of writes) {
      const rowIndex = places.get(write.ticketId) ?? null;
      if (rowIndex === null || this.#wasEdited(write.ticketId, rowIndex, fresh)) stale.add(write.ticketId);
      else {
        const target = { ticketId: write.ticketId };
        found.push({ write, placed: { target, cells: this.#cellsOf(write.change), rowIndex } });
      }
    }
    const dropped = withCompanions(stale, writes);
    const ready = found.filter(({ write }) => !dropped.has(write.ticketId));
    const written = ready.map(({ write }) => write.ticketId);
    const appended = [...ready.flatMap(({ write }) => write.along), ...following(new Set(written))];
    const along = [...joinedAppends(appended), ...rest];
    const unsettled =
      ready.length === 0 && along.length === 0
        ? []
        : this.#settle(
            ready.map(({ placed }) => placed),
            along,
          );
    return { written, dropped: Array.from(dropped), unsettled };
  }

  #columnsStand(fresh: ReadonlyMap<ColumnKey<'tickets'>, readonly unknown[]>): boolean {
    return Array.from(fresh).every(([key, cells]) => cellText(cells[KEY_ROW]).trim() === key);
  }

  /**
   * A person chose another word meanwhile: theirs counts, and the next tick starts from it. Or the number that this
   * ticket had stands in another row now, which has been another ticket so far.
   */
  #wasEdited(ticketId: string, rowIndex: number, fresh: ReadonlyMap<string, readonly unknown[]>): boolean {
    const before = this.#readAt.get(ticketId) ?? [];
    return [...EDITED_BY_PEOPLE, 'id_seen' as const].some((key) => {
      const column = this.tickets.layout.columns.get(key);
      const now = fresh.get(key);
      return (
        column !== undefined && now !== undefined && cellText(now[rowIndex]) !== cellText(before[column])
      );
    });
  }

  #settle(first: readonly PlacedWrite[], along: readonly BatchRequest[]): readonly string[] {
    const intended = new Map(
      first.flatMap(({ target, cells }) => ('ticketId' in target ? [[target.ticketId, cells] as const] : [])),
    );
    let placed = first;
    let more = along;
    for (let round = 1; ; round++) {
      const misplaced = this.#send(placed, more);
      if (misplaced.length === 0) return [];
      const again = this.#repairs(misplaced, intended);
      if (round === ROUNDS)
        return again.flatMap(({ target }) => ('ticketId' in target ? [target.ticketId] : []));
      const ids = this.#columns(['id']).get('id') ?? [];
      const places = placesOf(ids);
      placed = again.flatMap((write) => {
        const rowIndex = placeOf(write.target, ids, places);
        return rowIndex === null ? [] : [{ ...write, rowIndex }];
      });
      more = [];
      if (placed.length === 0) return [];
    }
  }

  /** Writes, and tells which writes met another ticket's row, with the id found there. */
  #send(
    placed: readonly PlacedWrite[],
    along: readonly BatchRequest[],
  ): { readonly write: PlacedWrite; readonly foundId: string }[] {
    const requests = [...joinedUpdates(SHEET_ID.tickets, placed), ...along];
    if (placed.length === 0) {
      this.workbook.write(requests);
      return [];
    }
    const rows = placed.map(({ rowIndex }) => rowIndex);
    const idSeen = this.tickets.layout.columns.get('id_seen') ?? this.#idColumn;
    const columns = Array.from(new Set([this.#idColumn, idSeen]));
    const ranges = columns.flatMap((column) => columnRanges(this.tickets.a1Sheet, column, rows));
    const found = new Map(columns.map((column) => [column, new Map<number, string>()]));
    for (const { rowIndex, columnIndex, text } of this.workbook.writeAndRead(requests, ranges)) {
      found.get(columnIndex)?.set(rowIndex, text);
    }
    return placed.flatMap((write) => {
      const foundId = found.get(this.#idColumn)?.get(write.rowIndex) ?? '';
      const expected = 'ticketId' in write.target ? write.target.ticketId : '';
      if (foundId === expected) return [];
      // Its number was changed at this very moment; by what the tracker alone writes it is the right row.
      const wasIt = !write.cells.has(idSeen) && found.get(idSeen)?.get(write.rowIndex) === expected;
      return wasIt && expected !== '' ? [] : [{ write, foundId }];
    });
  }

  /** For each misplaced write: the row it hit gets its own cells, and the write is tried again. */
  #repairs(
    misplaced: readonly { readonly write: PlacedWrite; readonly foundId: string }[],
    intended: ReadonlyMap<string, Cells>,
  ): { readonly target: Target; readonly cells: Cells }[] {
    const repairs = new Map<string, { readonly target: Target; readonly cells: Map<number, CellData> }>();
    const add = (target: Target, column: number, data: CellData): void => {
      const key = 'ticketId' in target ? `ticket ${target.ticketId}` : `row ${target.emptyRow}`;
      const known = repairs.get(key) ?? { target, cells: new Map<number, CellData>() };
      known.cells.set(column, data);
      repairs.set(key, known);
    };
    for (const { write, foundId } of misplaced) {
      const hit: Target = foundId === '' ? { emptyRow: write.rowIndex } : { ticketId: foundId };
      const before = this.#readAt.get(foundId) ?? [];
      for (const [column, data] of write.cells) {
        // What the row is to hold: what we meant to write there anyway, or what stood there.
        add(hit, column, intended.get(foundId)?.get(column) ?? cell(scalar(before[column])));
        add(write.target, column, data);
      }
    }
    return Array.from(repairs.values());
  }

  #cellsOf(change: RowChange<'tickets'>): Cells {
    const cells = new Map<number, CellData>();
    for (const request of updateRow(this.tickets.layout, 0, change, this.context)) {
      if (!('updateCells' in request)) continue;
      const { range, rows } = request.updateCells;
      rows[0]?.values.forEach((data, index) => {
        cells.set((range.startColumnIndex ?? 0) + index, data);
      });
    }
    return cells;
  }

  /** Columns of the Tickets tab as they stand now, from row 1. One call. */
  #columns(keys: readonly ColumnKey<'tickets'>[]): Map<ColumnKey<'tickets'>, readonly unknown[]> {
    const known = keys.flatMap((key) => {
      const column = this.tickets.layout.columns.get(key);
      return column === undefined ? [] : [{ key, column }];
    });
    const grids = this.workbook.read(
      known.map(({ column }) => ({
        sheetId: SHEET_ID.tickets,
        startColumnIndex: column,
        endColumnIndex: column + 1,
      })),
    );
    const columns = new Map<ColumnKey<'tickets'>, readonly unknown[]>();
    known.forEach(({ key, column }) => {
      const grid = grids.find(({ startColumn }) => startColumn === column);
      columns.set(key, grid?.values.map((row) => row[0]) ?? []);
    });
    return columns;
  }
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

function placeOf(
  target: Target,
  ids: readonly unknown[],
  places: ReadonlyMap<string, number | null>,
): number | null {
  if ('ticketId' in target) return places.get(target.ticketId) ?? null;
  return cellText(ids[target.emptyRow]) === '' ? target.emptyRow : null;
}

/** Row index by id; null for an id that stands more than once. */
function placesOf(ids: readonly unknown[]): ReadonlyMap<string, number | null> {
  const places = new Map<string, number | null>();
  ids.forEach((id, index) => {
    const key = cellText(id);
    if (key !== '') places.set(key, places.has(key) ? null : index);
  });
  return places;
}

function scalar(value: unknown): CellScalar | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
