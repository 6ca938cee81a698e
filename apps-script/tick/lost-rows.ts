/** Messages that name a ticket which is not on the tab: its row was deleted, or its number was emptied. */
import { type HistoryContext, rowLine } from '../../core/ticket/ticket-history';
import { FIRST_DATA_ROW } from '../../core/workbook/columns';
import type { Row } from '../../core/workbook/rows';
import type { Columns } from './columns';
import { fitting } from './standing';

/** Rows of Messages (from 0) by the ticket they name, for tickets that are not on the tab. */
export type LostRows = ReadonlyMap<string, readonly number[]>;

export function lostRows({ tickets, messages }: Pick<Columns, 'tickets' | 'messages'>): LostRows {
  const present = new Set(tickets.slice(FIRST_DATA_ROW));
  const lost = new Map<string, number[]>();
  messages.forEach((id, rowIndex) => {
    if (rowIndex < FIRST_DATA_ROW || id === '' || present.has(id)) return;
    const rows = lost.get(id);
    if (rows) rows.push(rowIndex);
    else lost.set(id, [rowIndex]);
  });
  return lost;
}

export interface Departures {
  readonly history: readonly Row<'history'>[];
  /** To be remembered until the next tick. */
  readonly gone: ReadonlySet<string>;
}

/** A row that went since the last tick, and one that came back, are each a line of History. */
export function departures(
  lost: Iterable<string>,
  before: ReadonlySet<string>,
  present: ReadonlySet<string>,
  context: HistoryContext,
): Departures {
  const isLost = new Set(lost);
  // Those known before come first, so that none of them is told a second time when there are too many to remember.
  const gone = fitting(new Set([...before, ...isLost].filter((id) => isLost.has(id))));
  const left = Array.from(gone).filter((id) => !before.has(id));
  const back = Array.from(before).filter((id) => !isLost.has(id) && present.has(id));
  return {
    history: [
      ...left.map((id) => rowLine(id, 'deleted', context)),
      ...back.map((id) => rowLine(id, 'back', context)),
    ],
    gone,
  };
}
