/** The promise of a ticket that comes due first, read from its row: for letters that say it in their reader's language. */

import type { Instant } from '../time/instant';
import type { TicketStatus } from '../workbook/choices';
import type { Row } from '../workbook/rows';
import { readClocks } from './clock-reading';
import { parseClockState } from './clock-state';
import type { SlaContext } from './clocks';
import type { DueReason } from './due-reason';

/** Null where nothing is promised, or everything was kept. */
export function openPromise(
  ticket: Row<'tickets'> & { readonly status: TicketStatus },
  now: Instant,
  context: SlaContext,
): DueReason | null {
  const state = ticket.clock === '' ? 'unreadable' : parseClockState(ticket.clock);
  return state === 'unreadable' ? null : readClocks(state, ticket.status, now, context).reason;
}
