/**
 * Keeps the Figures tab in step with the tickets. Everything is counted anew (a fraction of a second for 50,000
 * tickets, in the rows that the tick has read anyway) and compared with the tab: only cells that differ are written,
 * so a run in which no number changed calls no service for it.
 */
import { withSettledWeeks } from '../../core/figures/settled-weeks';
import { weeklyFigures } from '../../core/figures/weekly-figures';
import type { Instant, Zone } from '../../core/time/instant';
import { type ColumnKey, FIRST_DATA_ROW, LABEL_ROW } from '../../core/workbook/columns';
import type { WriteRequest } from '../../core/workbook/requests';
import type { Row, RowChange } from '../../core/workbook/rows';
import { appendRows, type TableContext, type TableRead, updateRow } from '../../core/workbook/table';

export interface FiguresInput {
  /** As they stand after the changes of this run. */
  readonly tickets: readonly Row<'tickets'>[];
  readonly figures: TableRead<'figures'>;
  readonly context: TableContext;
  /** The firm's. */
  readonly zone: Zone;
  readonly now: Instant;
}

/** What to write, for the one batchUpdate of the tick. Empty when every number is right. */
export function figureRequests({ tickets, figures, context, zone, now }: FiguresInput): WriteRequest[] {
  const counted = weeklyFigures(tickets, { now, zone, offset: context.offset });
  const known = figures.rows.map(({ row }) => row);
  const wanted = withSettledWeeks(known, counted);
  const standing = new Map(figures.rows.map(({ rowIndex, row }) => [rowIndex, row]));
  const unread = new Set(figures.problems.map(({ rowIndex, column }) => `${rowIndex} ${column}`));
  const last = Math.max(LABEL_ROW, ...standing.keys());
  const columns = Array.from(figures.layout.columns.keys());
  const requests: WriteRequest[] = [];
  for (let rowIndex = FIRST_DATA_ROW; rowIndex <= last; rowIndex++) {
    const want = wanted[rowIndex - FIRST_DATA_ROW] ?? NO_WEEK;
    const stands = standing.get(rowIndex) ?? NO_WEEK;
    const change: Partial<Record<ColumnKey<'figures'>, string | number | null>> = {};
    for (const key of columns) {
      if (want[key] !== stands[key] || unread.has(`${rowIndex} ${key}`)) change[key] = want[key];
    }
    // Keys and values come from rows of this very tab.
    requests.push(...updateRow(figures.layout, rowIndex, change as RowChange<'figures'>, context));
  }
  // appendCells and not updateCells: it makes room when the grid ends.
  return [...requests, ...appendRows(figures.layout, wanted.slice(last + 1 - FIRST_DATA_ROW), context)];
}

const NO_WEEK: Row<'figures'> = {
  week: null,
  created: null,
  resolved: null,
  backlog: null,
  promises_kept: null,
  promises_missed: null,
  first_median: null,
  first_p90: null,
  resolution_median: null,
  resolution_p90: null,
};
