/** One row into another: what changes, and what the other row keeps though the file says otherwise. */
import { addressKey } from '../mail/addresses';
import type { Instant } from '../time/instant';
import type { RowChange } from '../workbook/rows';
import type { ImportKind } from './fields';
import { type SheetClock, sheetSecond } from './sheet-second';

export interface MergedCells<K extends ImportKind> {
  /** Cells that the file fills or, if told so, replaces. */
  readonly change: RowChange<K>;
  /** Columns whose filled cells differ from the file's and stay. */
  readonly kept: readonly string[];
}

type Cells = Readonly<Record<string, unknown>>;

export function mergeCells<K extends ImportKind>(
  standing: RowChange<K>,
  incoming: RowChange<K>,
  replace: boolean,
  clock: SheetClock,
): MergedCells<K> {
  const change: Record<string, unknown> = {};
  const kept: string[] = [];
  const before = standing as Cells;
  for (const [column, value] of Object.entries(incoming as Cells)) {
    // An empty cell of the file erases nothing.
    if (isEmpty(value) || isSame(column, before[column], value, clock)) continue;
    if (isEmpty(before[column]) || (replace && !isPromise(column, before[column]))) change[column] = value;
    else kept.push(column);
  }
  // Only columns of `incoming`, with its values.
  return { change: change as RowChange<K>, kept };
}

/** Whoever asked us for no more reminders is not asked again by a file. */
const isPromise = (column: string, value: unknown): boolean => column === 'reminders' && value === 'no';

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

function isSame(column: string, standing: unknown, incoming: unknown, clock: SheetClock): boolean {
  if (typeof standing === 'number' && typeof incoming === 'number') {
    // The numbers of these tabs are moments.
    return sheetSecond(standing as Instant, clock) === sheetSecond(incoming as Instant, clock);
  }
  if (column === 'email') return addressKey(String(standing)) === addressKey(String(incoming));
  return String(standing ?? '').trim() === String(incoming).trim();
}
