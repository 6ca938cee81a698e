/** Writes to cells that are people's own, in rows that people sort and insert while the bridge writes. */
import type { TableKey } from './columns';
import type { PlacedRow, Row, RowChange } from './rows';

/** One write to a row, with all that is needed to take it back from a row that it was not meant for. */
export interface OwnedWrite<T extends TableKey> {
  readonly rowIndex: number;
  /** Whose row it is meant for. */
  readonly owner: string;
  readonly change: RowChange<T>;
}

/**
 * The Sheets API writes by position, and people sort between our reading and our writing. A row that was hit by mistake
 * gets back what stood there: in a wrong row, a confirmed address would let one colleague speak for another.
 *
 * @param before the tab as it was read for the writes
 * @param after as it was read afterwards
 * @param ownerOf what tells one row from another, wherever it stands
 */
export function misplacedWrites<T extends TableKey>(
  writes: readonly OwnedWrite<T>[],
  before: readonly PlacedRow<T>[],
  after: readonly PlacedRow<T>[],
  ownerOf: (row: Row<T>) => string,
): OwnedWrite<T>[] {
  const old = new Map(before.map(({ row }) => [ownerOf(row), row]));
  const there = new Map(after.map(({ row, rowIndex }) => [rowIndex, row]));
  return writes.flatMap(({ rowIndex, owner: meant, change }) => {
    const row = there.get(rowIndex);
    const owner = row === undefined ? meant : ownerOf(row);
    const stood = old.get(owner);
    if (row === undefined || owner === meant || stood === undefined) return [];
    const hit = (Object.keys(change) as (keyof Row<T>)[]).filter(
      // What differs from what we wrote was not hit, or somebody has changed it since.
      (cell) => isSame(row[cell], change[cell]) && !isSame(stood[cell], change[cell]),
    );
    if (hit.length === 0) return [];
    const back = Object.fromEntries(hit.map((cell) => [cell, stood[cell]])) as RowChange<T>;
    return [{ rowIndex, owner, change: back }];
  });
}

/** Of values of cells, which are texts, numbers, truths, nothing, or lists of texts. */
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
