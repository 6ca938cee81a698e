/** Tabs that the tracker writes whole: compared with what stands there, and only cells that differ are written. */

import type { Instant } from '../../core/time/instant';
import { toSerial } from '../../core/time/serial';
import {
  COLUMNS,
  type ColumnKey,
  FIRST_DATA_ROW,
  LABEL_ROW,
  type TableKey,
} from '../../core/workbook/columns';
import type { WriteRequest } from '../../core/workbook/requests';
import type { Row, RowChange } from '../../core/workbook/rows';
import { appendRows, type TableContext, type TableRead, updateRow } from '../../core/workbook/table';

/** @param wanted every row of the tab, in order. Rows that stand below them are emptied. */
export function wholeTabRequests<T extends TableKey>(
  table: TableRead<T>,
  wanted: readonly Row<T>[],
  context: TableContext,
): WriteRequest[] {
  const standing = new Map(table.rows.map(({ rowIndex, row }) => [rowIndex, row]));
  const unread = new Set(table.problems.map(({ rowIndex, column }) => `${rowIndex} ${column}`));
  const last = Math.max(LABEL_ROW, ...standing.keys());
  const columns = Array.from(table.layout.columns.keys());
  const requests: WriteRequest[] = [];
  for (let rowIndex = FIRST_DATA_ROW; rowIndex <= last; rowIndex++) {
    const want = wanted[rowIndex - FIRST_DATA_ROW];
    const stands = standing.get(rowIndex);
    const change: Record<string, unknown> = {};
    for (const key of columns) {
      const value = want ? want[key] : emptyCell(table.layout.table, key);
      const isRight = stands
        ? sameCell(stands[key], value, context)
        : sameCell(emptyCell(table.layout.table, key), value, context);
      if (!isRight || unread.has(`${rowIndex} ${key}`)) change[key] = value;
    }
    // Keys and values come from rows of this very tab.
    requests.push(...updateRow(table.layout, rowIndex, change as RowChange<T>, context));
  }
  // appendCells and not updateCells: it makes room when the grid ends.
  // A whole row is a change of all its cells, which the compiler cannot tell of any table.
  const more = wanted.slice(last + 1 - FIRST_DATA_ROW) as unknown as readonly RowChange<T>[];
  return [...requests, ...appendRows(table.layout, more, context)];
}

function emptyCell<T extends TableKey>(table: T, key: ColumnKey<T>): unknown {
  const kinds: Readonly<Record<string, string>> = COLUMNS[table];
  const kind = kinds[key];
  if (kind === 'list') return [];
  if (kind === 'boolean') return false;
  return kind === 'text' || kind === 'choice' ? '' : null;
}

/** As the sheet would show them: a serial cannot tell the two hours apart that a clock shows twice. */
function sameCell(a: unknown, b: unknown, { zone, offset }: TableContext): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.join(', ') === b.join(', ');
  if (typeof a !== 'number' || typeof b !== 'number' || Math.abs(a - b) > TWO_HOURS) return false;
  // Only times are so large.
  return a > TWO_HOURS && toSerial(a as Instant, zone, offset) === toSerial(b as Instant, zone, offset);
}

const TWO_HOURS = 7_200_000;
