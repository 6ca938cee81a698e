/**
 * Keeps the Figures tab in step with the tickets. Everything is counted anew (a fraction of a second for 50,000
 * tickets, in the rows that the tick has read anyway) and compared with the tab: only cells that differ are written,
 * so a run in which no number changed calls no service for it.
 */
import { withSettledWeeks } from '../../core/figures/settled-weeks';
import { weeklyFigures } from '../../core/figures/weekly-figures';
import type { Instant, Zone } from '../../core/time/instant';
import type { WriteRequest } from '../../core/workbook/requests';
import type { Row } from '../../core/workbook/rows';
import type { TableContext, TableRead } from '../../core/workbook/table';
import { wholeTabRequests } from './whole-tab';

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
  return wholeTabRequests(figures, wanted, context);
}
