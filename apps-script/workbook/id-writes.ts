/**
 * Writes ids into rows that have none of their own, which therefore cannot be found by id (guarded-write.ts).
 *
 * A row is known by what it says instead: its accepted id, its opening, its requester and its subject. It is looked
 * up by these right before the write, and the write brings back the same cells of the rows it touched. Where another
 * ticket's row had moved there, that row now holds an id that is nowhere else, by which it is found again, and the
 * id that the tab lacks since then is the one it had.
 */
import { type ColumnKey, SHEET_ID } from '../../core/workbook/columns';
import { cell } from '../../core/workbook/requests';
import type { WorkbookPort } from '../ports';
import { columnRanges } from './a1';
import { cellText } from './cell-text';
import { joinedUpdates } from './joined-requests';
import type { OpenTable } from './read-tables';

export interface IdWrite {
  /** Where the row stood when it was read. */
  readonly rowIndex: number;
  readonly id: string;
}

/** What a row is known by besides its id. */
const MARKS = [
  'id_seen',
  'created_at',
  'requester_email',
  'requester_name',
  'subject',
] as const satisfies readonly ColumnKey<'tickets'>[];
const ROUNDS = 4;

interface Wanted {
  readonly id: string;
  /** The id cell and the marks as the row is to have them before the write. */
  readonly from: string;
  readonly marks: string;
  readonly isRepair: boolean;
}

export interface IdOutcome {
  /** Ids that stand in their rows now. What is missing was edited or kept moving: the next tick looks again. */
  readonly written: ReadonlySet<string>;
  /** Tickets whose row was met instead and would not stand still to get its own number back. */
  readonly unsettled: readonly string[];
}

export function writeIds(
  workbook: WorkbookPort,
  tickets: OpenTable<'tickets'>,
  writes: readonly IdWrite[],
): IdOutcome {
  const columns = new MarkedColumns(workbook, tickets);
  let wanted: readonly Wanted[] = writes.map(({ rowIndex, id }) => ({
    id,
    isRepair: false,
    ...columns.read(tickets.values[rowIndex] ?? []),
  }));
  const written = new Set<string>();
  for (let round = 1; round <= ROUNDS && wanted.length > 0; round++) {
    const before = columns.fresh();
    const placed = paired(wanted, before);
    if (placed.length === 0) break;
    const after = columns.write(placed.map(({ want, rowIndex }) => ({ rowIndex, id: want.id })));
    wanted = placed.flatMap(({ want, rowIndex }): Wanted[] => {
      const marks = after.get(rowIndex) ?? '';
      if (marks === want.marks) {
        if (!want.isRepair) written.add(want.id);
        return [];
      }
      // The row that was met has the new id for now and gets back its own, by which nobody could find it.
      const [met, ...alike] = before.filter((row) => row.marks === marks);
      const own = met && alike.length === 0 ? met.id : '';
      return [{ id: own, from: want.id, marks, isRepair: true }, want];
    });
  }
  return { written, unsettled: wanted.flatMap(({ id, isRepair }) => (isRepair && id !== '' ? [id] : [])) };
}

/**
 * Where each id goes. Rows that say the very same are as good as each other, so long as each of them is to get one;
 * what else differs in them is looked at by whoever writes more than the id.
 */
function paired(
  wanted: readonly Wanted[],
  rows: readonly MarkedRow[],
): { readonly want: Wanted; readonly rowIndex: number }[] {
  const saying = ({ from, marks }: Pick<Wanted, 'from' | 'marks'>): string => `${from}${SEPARATOR}${marks}`;
  const alike = new Map<string, Wanted[]>();
  for (const want of wanted) alike.set(saying(want), [...(alike.get(saying(want)) ?? []), want]);
  const places = new Map<string, number[]>();
  for (const { id, marks, rowIndex } of rows) {
    const key = saying({ from: id, marks });
    if (alike.has(key)) places.set(key, [...(places.get(key) ?? []), rowIndex]);
  }
  return Array.from(alike).flatMap(([key, wants]) => {
    const free = places.get(key) ?? [];
    if (free.length !== wants.length) return [];
    return wants.flatMap((want, index) => {
      const rowIndex = free[index];
      return rowIndex === undefined ? [] : [{ want, rowIndex }];
    });
  });
}

const SEPARATOR = '\u0000';

interface MarkedRow {
  readonly rowIndex: number;
  readonly id: string;
  readonly marks: string;
}

class MarkedColumns {
  readonly #id: number;
  readonly #marks: readonly number[];

  constructor(
    private readonly workbook: WorkbookPort,
    private readonly tickets: OpenTable<'tickets'>,
  ) {
    const id = tickets.layout.columns.get('id');
    if (id === undefined) throw new Error('The Tickets tab has lost its column "id".');
    this.#id = id;
    this.#marks = MARKS.flatMap((key) => tickets.layout.columns.get(key) ?? []);
  }

  read(cells: readonly unknown[]): { readonly from: string; readonly marks: string } {
    return {
      from: cellText(cells[this.#id]),
      marks: this.#marks.map((column) => cellText(cells[column])).join(SEPARATOR),
    };
  }

  fresh(): readonly MarkedRow[] {
    const wanted = [this.#id, ...this.#marks];
    const grids = this.workbook.read(
      wanted.map((column) => ({
        sheetId: SHEET_ID.tickets,
        startColumnIndex: column,
        endColumnIndex: column + 1,
      })),
    );
    const values = wanted.map(
      (column) => grids.find(({ startColumn }) => startColumn === column)?.values ?? [],
    );
    const height = Math.max(0, ...values.map(({ length }) => length));
    return Array.from({ length: height }, (_, rowIndex) => {
      const [id = '', ...marks] = values.map((column) => cellText(column[rowIndex]?.[0]));
      return { rowIndex, id, marks: marks.join(SEPARATOR) };
    });
  }

  /** The marks of each row written to, as they stood after the write. */
  write(ids: readonly IdWrite[]): ReadonlyMap<number, string> {
    const requests = joinedUpdates(
      SHEET_ID.tickets,
      ids.map(({ rowIndex, id }) => ({ rowIndex, cells: new Map([[this.#id, cell(id)]]) })),
    );
    const rows = ids.map(({ rowIndex }) => rowIndex);
    const ranges = this.#marks.flatMap((column) => columnRanges(this.tickets.a1Sheet, column, rows));
    const found = new Map<number, Map<number, string>>();
    for (const { rowIndex, columnIndex, text } of this.workbook.writeAndRead(requests, ranges)) {
      const cells = found.get(rowIndex) ?? new Map<number, string>();
      cells.set(columnIndex, text);
      found.set(rowIndex, cells);
    }
    return new Map(
      rows.map((rowIndex) => [
        rowIndex,
        this.#marks.map((column) => found.get(rowIndex)?.get(column) ?? '').join(SEPARATOR),
      ]),
    );
  }
}
