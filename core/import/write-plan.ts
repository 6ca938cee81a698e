/**
 * A plan as requests of the Sheets API, a batch at a time, and the way back from a write that met another row.
 *
 * Rows are written by position, and people sort and delete meanwhile. So every batch is planned on a reading made right
 * before it, and the reading made right after tells whether the rows had stood still: a row that was met by mistake
 * gets its own cells back, and the next plan writes the change again where its row is by then.
 */

import type { Instant } from '../time/instant';
import type { WriteRequest } from '../workbook/requests';
import type { PlacedRow, RowChange } from '../workbook/rows';
import { appendRows, type TableContext, type TableLayout, updateRow } from '../workbook/table';
import type { ImportKind } from './fields';
import type { ImportPlan, Update } from './plan-import';
import { type SheetClock, sheetSecond } from './sheet-second';

export interface Batch<K extends ImportKind> {
  readonly requests: readonly WriteRequest[];
  readonly added: number;
  readonly updates: readonly Update<K>[];
}

export function nextBatch<K extends ImportKind>(
  { added, updated }: ImportPlan<K>,
  layout: TableLayout<K>,
  context: TableContext,
  most: number,
): Batch<K> {
  const updates = updated.slice(0, most);
  const additions = added.slice(0, most - updates.length);
  return {
    requests: [
      ...updates.flatMap(({ rowIndex, row }) => updateRow(layout, rowIndex, row, context)),
      ...appendRows(
        layout,
        additions.map(({ row }) => row),
        context,
      ),
    ],
    added: additions.length,
    updates,
  };
}

/** Requests that give back what a batch of updates wrote into rows that were not meant. */
export function repairs<K extends ImportKind>(
  updates: readonly Update<K>[],
  before: readonly PlacedRow<K>[],
  after: readonly PlacedRow<K>[],
  layout: TableLayout<K>,
  context: TableContext,
): readonly WriteRequest[] {
  const rowsAfter = new Map(after.map((placed) => [placed.rowIndex, placed.row]));
  return updates.flatMap(({ rowIndex, row: change, before: meant }) => {
    const now = rowsAfter.get(rowIndex);
    if (now === undefined || restIsSame(now, meant, change, context)) return [];
    // Which row is it then? The one whose other cells are those of the row that stands there now.
    const [met, ...alike] = before.filter(({ row }) => restIsSame(now, row, change, context));
    if (met === undefined || alike.length > 0) return [];
    const back = Object.fromEntries(
      Object.keys(change)
        .filter((column) => same(cellOf(now, column), cellOf(change, column), context))
        .map((column) => [column, cellOf(met.row, column)]),
    );
    // Cells of `met`, by the columns of the change.
    return updateRow(layout, rowIndex, back as RowChange<K>, context);
  });
}

/** Whether two rows say the same but for the cells of a change. */
function restIsSame(one: object, other: object, change: object, clock: SheetClock): boolean {
  return Object.keys(one).every(
    (column) => column in change || same(cellOf(one, column), cellOf(other, column), clock),
  );
}

const cellOf = (row: object, column: string): unknown => (row as Readonly<Record<string, unknown>>)[column];

function same(one: unknown, other: unknown, clock: SheetClock): boolean {
  if (typeof one === 'number' && typeof other === 'number') {
    // The numbers of these tabs are moments.
    return sheetSecond(one as Instant, clock) === sheetSecond(other as Instant, clock);
  }
  return String(one ?? '') === String(other ?? '');
}
