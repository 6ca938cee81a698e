/** Which tickets people have merged, read off the Tickets tab whenever it is read whole. */
import { isTicketId, parseTicketId } from '../ticket/ticket-id';
import type { PlacedRow } from '../workbook/rows';
import type { KnownTickets } from './known-tickets';

export function learnMerges(
  tickets: { readonly rows: readonly PlacedRow<'tickets'>[] },
  known: Pick<KnownTickets, 'merge'>,
): void {
  for (const { row } of tickets.rows) {
    const into = row.merged_into === '' ? null : parseTicketId(row.merged_into);
    if (into !== null && isTicketId(row.id)) known.merge(row.id, into);
  }
}
