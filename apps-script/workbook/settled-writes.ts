/**
 * Writes cells into rows that may move at any moment, and finds out whether they got there.
 *
 * The Sheets API addresses rows by position, and people sort, filter, insert and delete while the tracker works: no lock
 * keeps them out. So the write itself brings back the ids of the rows it touched as they stood after it
 * (`includeSpreadsheetInResponse`, one atomic step with the update). A row that had moved in the moment between is found
 * that way: what was overwritten there is put back and the change is written again where its row is now.
 */
import { type CellData, cell } from '../../core/workbook/requests';
import type { CellScalar } from '../../core/workbook/rows';
import type { BatchRequest, WorkbookPort } from '../ports';
import { columnRanges } from './a1';
import { cellText } from './cell-text';
import { joinedUpdates } from './joined-requests';

/** A tab whose rows are known by their ids. */
export interface GuardedTab {
  readonly sheetId: number;
  readonly a1Sheet: string;
  readonly idColumn: number;
  /** Where the tracker keeps the id that it last saw in the row; null on a tab that has no such column. */
  readonly seenColumn: number | null;
  /** Rows by id as they stood when the changes were planned. */
  readonly readAt: ReadonlyMap<string, readonly unknown[]>;
}

export type Cells = ReadonlyMap<number, CellData>;

/** Where cells go: the row of an id, or a row without one that must still be such when it is emptied. */
export type Target = { readonly id: string } | { readonly emptyRow: number };

export interface PlacedWrite {
  readonly tab: GuardedTab;
  readonly target: Target;
  readonly cells: Cells;
  readonly rowIndex: number;
}

const ROUNDS = 3;

export class SettledWrites {
  constructor(private readonly workbook: WorkbookPort) {}

  /**
   * One write, more of them only where rows have moved.
   *
   * @param along goes with the first one
   * @returns writes whose rows would not stand still
   */
  settle(
    first: readonly PlacedWrite[],
    along: readonly BatchRequest[],
  ): readonly Omit<PlacedWrite, 'rowIndex'>[] {
    const intended = new Map(
      first.flatMap(({ tab, target, cells }) =>
        'id' in target ? [[nameOf(tab, target), cells] as const] : [],
      ),
    );
    let placed = first;
    let more = along;
    for (let round = 1; ; round++) {
      const misplaced = this.#send(placed, more);
      if (misplaced.length === 0) return [];
      const again = repairs(misplaced, intended);
      if (round === ROUNDS) return again;
      placed = this.#placedAnew(again);
      more = [];
      if (placed.length === 0) return [];
    }
  }

  /** Writes, and tells which writes met another row, with the id found there. */
  #send(placed: readonly PlacedWrite[], along: readonly BatchRequest[]): readonly Misplaced[] {
    const tabs = tabsOf(placed);
    const requests = [
      ...tabs.flatMap((tab) =>
        joinedUpdates(
          tab.sheetId,
          placed.filter((write) => write.tab === tab),
        ),
      ),
      ...along,
    ];
    if (placed.length === 0) {
      this.workbook.write(requests);
      return [];
    }
    const ranges = tabs.flatMap((tab) => {
      const rows = placed.flatMap((write) => (write.tab === tab ? [write.rowIndex] : []));
      return namingColumns(tab).flatMap((column) => columnRanges(tab.a1Sheet, column, rows));
    });
    const found = new Map<string, string>();
    for (const { sheetId, rowIndex, columnIndex, text } of this.workbook.writeAndRead(requests, ranges)) {
      found.set(placeName(sheetId, columnIndex, rowIndex), text);
    }
    return placed.flatMap((write) => {
      const { tab, target, cells, rowIndex } = write;
      const foundId = found.get(placeName(tab.sheetId, tab.idColumn, rowIndex)) ?? '';
      const expected = 'id' in target ? target.id : '';
      if (foundId === expected) return [];
      const { seenColumn } = tab;
      // Its number was changed at this very moment; by what the tracker alone writes it is the right row.
      const wasIt =
        seenColumn !== null &&
        !cells.has(seenColumn) &&
        found.get(placeName(tab.sheetId, seenColumn, rowIndex)) === expected;
      return wasIt && expected !== '' ? [] : [{ write, foundId }];
    });
  }

  /** Where the rows are now. Those that are gone need nothing any more. */
  #placedAnew(writes: readonly Omit<PlacedWrite, 'rowIndex'>[]): readonly PlacedWrite[] {
    const tabs = tabsOf(writes);
    const grids = this.workbook.read(
      tabs.map(({ sheetId, idColumn }) => ({
        sheetId,
        startColumnIndex: idColumn,
        endColumnIndex: idColumn + 1,
      })),
    );
    const ids = new Map(
      tabs.map((tab) => [
        tab,
        grids.find(({ sheetId }) => sheetId === tab.sheetId)?.values.map((row) => row[0]) ?? [],
      ]),
    );
    const places = new Map(tabs.map((tab) => [tab, placesOf(ids.get(tab) ?? [])]));
    return writes.flatMap((write) => {
      const { tab, target } = write;
      const rowIndex =
        'id' in target
          ? (places.get(tab)?.get(target.id) ?? null)
          : cellText(ids.get(tab)?.[target.emptyRow]) === ''
            ? target.emptyRow
            : null;
      return rowIndex === null ? [] : [{ ...write, rowIndex }];
    });
  }
}

interface Misplaced {
  readonly write: PlacedWrite;
  /** '' for a row without one. */
  readonly foundId: string;
}

/** For each misplaced write: the row it hit gets its own cells, and the write is tried again. */
function repairs(
  misplaced: readonly Misplaced[],
  intended: ReadonlyMap<string, Cells>,
): readonly Omit<PlacedWrite, 'rowIndex'>[] {
  const all = new Map<
    string,
    { readonly tab: GuardedTab; readonly target: Target; readonly cells: Map<number, CellData> }
  >();
  const add = (tab: GuardedTab, target: Target, column: number, data: CellData): void => {
    const name = nameOf(tab, target);
    const known = all.get(name) ?? { tab, target, cells: new Map<number, CellData>() };
    known.cells.set(column, data);
    all.set(name, known);
  };
  for (const { write, foundId } of misplaced) {
    const { tab } = write;
    const hit: Target = foundId === '' ? { emptyRow: write.rowIndex } : { id: foundId };
    const before = tab.readAt.get(foundId) ?? [];
    const meant = intended.get(nameOf(tab, { id: foundId }));
    for (const [column, data] of write.cells) {
      // What the row is to hold: what we meant to write there anyway, or what stood there.
      add(tab, hit, column, meant?.get(column) ?? cell(scalar(before[column])));
      add(tab, write.target, column, data);
    }
  }
  return Array.from(all.values());
}

/** Row index by id; null for an id that stands more than once. */
export function placesOf(ids: readonly unknown[]): ReadonlyMap<string, number | null> {
  const places = new Map<string, number | null>();
  ids.forEach((id, index) => {
    const key = cellText(id);
    if (key !== '') places.set(key, places.has(key) ? null : index);
  });
  return places;
}

function tabsOf(writes: readonly Pick<PlacedWrite, 'tab'>[]): readonly GuardedTab[] {
  return Array.from(new Set(writes.map(({ tab }) => tab)));
}

function namingColumns({ idColumn, seenColumn }: GuardedTab): readonly number[] {
  return seenColumn === null || seenColumn === idColumn ? [idColumn] : [idColumn, seenColumn];
}

function nameOf({ sheetId }: GuardedTab, target: Target): string {
  return 'id' in target ? `${sheetId} id ${target.id}` : `${sheetId} row ${target.emptyRow}`;
}

function placeName(sheetId: number, column: number, row: number): string {
  return `${sheetId} ${column} ${row}`;
}

function scalar(value: unknown): CellScalar | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
