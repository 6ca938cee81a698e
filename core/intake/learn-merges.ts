/** Which tickets people have merged, read off the Tickets tab whenever it is read whole. */
import { acceptedLinks } from '../ticket/seen';
import { isTicketId, parseTicketId, type TicketId } from '../ticket/ticket-id';
import type { PlacedRow, Row } from '../workbook/rows';
import type { KnownTickets } from './known-tickets';
import { recalledTicket } from './recalled-ticket';

export function learnMerges(
  tickets: { readonly rows: readonly PlacedRow<'tickets'>[] },
  known: Pick<KnownTickets, 'get' | 'remember' | 'merge' | 'unmerge' | 'goesOnIn'>,
): void {
  const rowOf = new Map(tickets.rows.map(({ row }) => [row.id, row]));
  for (const { row } of tickets.rows) {
    if (!isTicketId(row.id)) continue;
    const into = acceptedMerge(row);
    if (into === null) {
      if (known.goesOnIn(row.id) !== row.id) known.unmerge(row.id);
      continue;
    }
    // A ticket that people made themselves: its first mail comes by the merge.
    const target = known.get(into) === null ? rowOf.get(into) : undefined;
    const recalled = target === undefined ? null : recalledTicket(target, []);
    if (recalled !== null) known.remember(recalled);
    known.merge(row.id, into);
  }
}

/** A number in the cell is a wish, of which the tracker refuses some (core/ticket/merge.ts): its record of them counts. */
function acceptedMerge(row: Row<'tickets'>): TicketId | null {
  const { merged_into } = acceptedLinks(row);
  return merged_into !== '' && merged_into === row.merged_into ? parseTicketId(merged_into) : null;
}
