/**
 * Writes cells of tickets whose rows may move at any moment.
 *
 * The Sheets API addresses rows by position, and people sort, filter, insert and delete while the tracker works:
 * no lock keeps them out. So positions are looked up by ticket id right before each write, and the write itself
 * brings back the ids of the rows it touched as they stood after it (`includeSpreadsheetInResponse`, one atomic
 * step with the update). A row that had moved in the moment between is found that way: what was overwritten
 * there is put back and the change is written again where its ticket is now. Positions never outlive a round.
 */
import type { ColumnKey } from '../../core/workbook/columns';
import { SHEET_ID } from '../../core/workbook/columns';
import { type CellData, cell, type RowData, type UpdateCells, type WriteRequest } from '../../core/workbook/requests';
import type { CellScalar, RowChange } from '../../core/workbook/rows';
import { type TableContext, updateRow } from '../../core/workbook/table';
import type { BatchRequest, WorkbookPort } from '../ports';
import { columnRanges } from './a1';
import type { OpenTable } from './read-tables';

export interface TicketWrite {
  readonly ticketId: string;
  readonly change: RowChange<'tickets'>;
  /** Appended rows that belong to the change: its history. Written with it or not at all. */
  readonly along: readonly WriteRequest[];
}

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

/** Columns in which a person and the tracker may both write. */
const EDITED_BY_PEOPLE = ['status', 'priority', 'category', 'language'] as const;

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
    this.#readAt = new Map(
      tickets.rows.map(({ row, rowIndex }) => [row.id, tickets.values[rowIndex] ?? []]),
    );
  }

  /** One read, one write with its verification; more of both only when rows moved in between. */
  write(writes: readonly TicketWrite[], rest: readonly BatchRequest[]): WriteOutcome {
    const watched = EDITED_BY_PEOPLE.filter(
      (key) => key === 'status' || writes.some(({ change }) => change[key] !== undefined),
    );
    const fresh = this.#columns(['id', ...watched]);
    const places = placesOf(fresh.get('id') ?? []);
    const ready: { readonly write: TicketWrite; readonly placed: PlacedWrite }[] = [];
    const dropped: string[] = [];
    for (const write of writes) {
      const rowIndex = places.get(write.ticketId) ?? null;
      if (rowIndex === null || this.#wasEdited(write.ticketId, rowIndex, fresh)) dropped.push(write.ticketId);
      else {
        const target = { ticketId: write.ticketId };
        ready.push({ write, placed: { target, cells: this.#cellsOf(write.change), rowIndex } });
      }
    }
    const along = [...joinedAppends(ready.flatMap(({ write }) => write.along)), ...rest];
    if (ready.length === 0 && along.length === 0) return { written: [], dropped, unsettled: [] };
    const unsettled = this.#settle(ready.map(({ placed }) => placed), along);
    return { written: ready.map(({ write }) => write.ticketId), dropped, unsettled };
  }

  /** A person chose another word meanwhile: theirs counts, and the next tick starts from it. */
  #wasEdited(ticketId: string, rowIndex: number, fresh: ReadonlyMap<string, readonly unknown[]>): boolean {
    const before = this.#readAt.get(ticketId) ?? [];
    return EDITED_BY_PEOPLE.some((key) => {
      const column = this.tickets.layout.columns.get(key);
      const now = fresh.get(key);
      return column !== undefined && now !== undefined && text(now[rowIndex]) !== text(before[column]);
    });
  }

  #settle(first: readonly PlacedWrite[], along: readonly BatchRequest[]): readonly string[] {
    let placed = first;
    let more = along;
    for (let round = 1; ; round++) {
      const misplaced = this.#send(placed, more);
      if (misplaced.length === 0) return [];
      const again = this.#repairs(misplaced, placed);
      if (round === ROUNDS) return again.flatMap(({ target }) => ('ticketId' in target ? [target.ticketId] : []));
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
    const requests = [...updateRequests(placed), ...along];
    if (placed.length === 0) {
      this.workbook.write(requests);
      return [];
    }
    const ranges = columnRanges(
      this.tickets.a1Sheet,
      this.#idColumn,
      placed.map(({ rowIndex }) => rowIndex),
    );
    const after = new Map(
      this.workbook.writeAndRead(requests, ranges).map((found) => [found.rowIndex, found.text]),
    );
    return placed.flatMap((write) => {
      const foundId = after.get(write.rowIndex) ?? '';
      const expected = 'ticketId' in write.target ? write.target.ticketId : '';
      return foundId === expected ? [] : [{ write, foundId }];
    });
  }

  /** For each misplaced write: the row it hit gets back what it held, and the write is tried again. */
  #repairs(
    misplaced: readonly { readonly write: PlacedWrite; readonly foundId: string }[],
    sent: readonly PlacedWrite[],
  ): { readonly target: Target; readonly cells: Cells }[] {
    const wanted = new Map(
      sent.flatMap(({ target, cells }) => ('ticketId' in target ? [[target.ticketId, cells] as const] : [])),
    );
    return misplaced.flatMap(({ write, foundId }) => {
      const before = this.#readAt.get(foundId) ?? [];
      const restored = new Map<number, CellData>();
      for (const column of write.cells.keys()) {
        restored.set(column, wanted.get(foundId)?.get(column) ?? cell(scalar(before[column])));
      }
      const hit: Target = foundId === '' ? { emptyRow: write.rowIndex } : { ticketId: foundId };
      return [
        { target: hit, cells: restored },
        { target: write.target, cells: write.cells },
      ];
    });
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
  #columns(keys: readonly ColumnKey<'tickets'>[]): Map<string, readonly unknown[]> {
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
    const columns = new Map<string, readonly unknown[]>();
    known.forEach(({ key, column }) => {
      const grid = grids.find(({ startColumn }) => startColumn === column);
      columns.set(key, grid?.values.map((row) => row[0]) ?? []);
    });
    return columns;
  }
}

/** One request for each tab instead of one for each ticket. */
function joinedAppends(requests: readonly WriteRequest[]): WriteRequest[] {
  const joined: WriteRequest[] = [];
  const rowsOf = new Map<number, RowData[]>();
  for (const request of requests) {
    if (!('appendCells' in request)) {
      joined.push(request);
      continue;
    }
    const { sheetId, rows, fields } = request.appendCells;
    const known = rowsOf.get(sheetId);
    if (known) known.push(...rows);
    else {
      const all = [...rows];
      rowsOf.set(sheetId, all);
      joined.push({ appendCells: { sheetId, rows: all, fields } });
    }
  }
  return joined;
}

/** Rows side by side that write the same columns become one request: the first tick writes most of a tab. */
function updateRequests(placed: readonly PlacedWrite[]): UpdateCells[] {
  const runs = placed.flatMap(({ rowIndex, cells }) => {
    const found: { rowIndex: number; start: number; values: CellData[] }[] = [];
    for (const [column, data] of Array.from(cells).sort(([a], [b]) => a - b)) {
      const last = found[found.length - 1];
      if (last && column === last.start + last.values.length) last.values.push(data);
      else found.push({ rowIndex, start: column, values: [data] });
    }
    return found;
  });
  runs.sort((a, b) => a.start - b.start || a.values.length - b.values.length || a.rowIndex - b.rowIndex);
  const requests: UpdateCells[] = [];
  for (const { rowIndex, start, values } of runs) {
    const range = requests[requests.length - 1]?.updateCells.range;
    if (
      range?.startColumnIndex === start &&
      range.endColumnIndex === start + values.length &&
      range.endRowIndex === rowIndex
    ) {
      requests[requests.length - 1]?.updateCells.rows.push({ values });
      range.endRowIndex = rowIndex + 1;
      continue;
    }
    requests.push({
      updateCells: {
        range: {
          sheetId: SHEET_ID.tickets,
          startRowIndex: rowIndex,
          endRowIndex: rowIndex + 1,
          startColumnIndex: start,
          endColumnIndex: start + values.length,
        },
        rows: [{ values }],
        fields: 'userEnteredValue',
      },
    });
  }
  return requests;
}

function placeOf(
  target: Target,
  ids: readonly unknown[],
  places: ReadonlyMap<string, number | null>,
): number | null {
  if ('ticketId' in target) return places.get(target.ticketId) ?? null;
  return text(ids[target.emptyRow]) === '' ? target.emptyRow : null;
}

/** Row index by id; null for an id that stands more than once. */
function placesOf(ids: readonly unknown[]): ReadonlyMap<string, number | null> {
  const places = new Map<string, number | null>();
  ids.forEach((id, index) => {
    const key = text(id);
    if (key !== '') places.set(key, places.has(key) ? null : index);
  });
  return places;
}

function text(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}

function scalar(value: unknown): CellScalar | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
