/** What intake reports on the Problems tab, in the firm's language. A key names a problem once. */
import type { KnownTicket } from '../../core/intake/known-tickets';
import type { Language } from '../../core/language';
import type { Instant } from '../../core/time/instant';
import type { RowChange } from '../../core/workbook/rows';
import { words } from '../../sheet-templates/words/words';
import type { SpooledRecord } from './ledger';
import type { TakeInContext } from './take-in';

export function intakeProblems(language: () => Language, now: () => Instant): TakeInContext['problems'] {
  return {
    ticketRowRestored: (ticket: KnownTicket): RowChange<'problems'> => ({
      key: `ticket-row-restored:${ticket.id}`,
      at: now(),
      tab: 'tickets',
      row: ticket.id,
      ...words(language()).problem.ticketRowRestored(ticket.id, ticket.requesterEmail),
    }),
    undelivered: ({ ticketId, address, status }) => ({
      key: `undelivered:${ticketId}:${address}`,
      at: now(),
      tab: 'tickets',
      row: ticketId,
      ...words(language()).problem.undelivered(ticketId, address, status),
    }),
    quarantined: (spooled: SpooledRecord, fault: string): RowChange<'problems'> => ({
      key: `quarantined:${spooled.name}`,
      at: now(),
      tab: 'messages',
      row: spooled.name,
      ...words(language()).problem.quarantined(spooled.name.slice(0, 12), fault),
    }),
  };
}
