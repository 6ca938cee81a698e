/** All tickets of the workbook, for the rules that look at more than one. */

import type { TicketStatus } from '../workbook/choices';
import type { Row } from '../workbook/rows';
import { acceptedLinks, type LinkColumn } from './seen';
import { asStatus, nextStatus } from './status';

export interface TicketBook {
  get(id: string): Row<'tickets'> | null;
  /** Tickets that are cases of this incident. */
  casesOf(id: string): readonly Row<'tickets'>[];
  /** Tickets that go on in this one. */
  mergedInto(id: string): readonly Row<'tickets'>[];
  /** A ticket as it is after a change. */
  replace(ticket: Row<'tickets'>): void;
}

/** Only links that the tracker has accepted count. Of two tickets with the same id the first counts. */
export function ticketBook(tickets: readonly Row<'tickets'>[]): TicketBook {
  const byId = new Map<string, Row<'tickets'>>();
  const linked: Readonly<Record<LinkColumn, Map<string, Set<string>>>> = {
    parent: new Map(),
    merged_into: new Map(),
  };
  const eachLink = (ticket: Row<'tickets'>, visit: (column: LinkColumn, id: string) => void): void => {
    const { parent, merged_into } = acceptedLinks(ticket);
    if (parent !== '') visit('parent', parent);
    if (merged_into !== '') visit('merged_into', merged_into);
  };
  const put = (ticket: Row<'tickets'>): void => {
    byId.set(ticket.id, ticket);
    eachLink(ticket, (column, id) => {
      const known = linked[column].get(id);
      if (known) known.add(ticket.id);
      else linked[column].set(id, new Set([ticket.id]));
    });
  };
  const those = (column: LinkColumn, id: string): readonly Row<'tickets'>[] =>
    Array.from(linked[column].get(id) ?? []).flatMap((one) => byId.get(one) ?? []);
  for (const ticket of tickets) if (!byId.has(ticket.id)) put(ticket);
  return {
    get: (id) => byId.get(id) ?? null,
    casesOf: (id) => those('parent', id),
    mergedInto: (id) => those('merged_into', id),
    replace(ticket) {
      const before = byId.get(ticket.id);
      if (before) eachLink(before, (column, id) => linked[column].get(id)?.delete(ticket.id));
      put(ticket);
    },
  };
}

/** The status that a ticket will have once what people typed into its cell is accepted or put back. */
export function statusToCome({
  status,
  status_seen,
}: Pick<Row<'tickets'>, 'status' | 'status_seen'>): TicketStatus {
  const cell = asStatus(status);
  const seen = asStatus(status_seen);
  if (cell === null || seen === null) return cell ?? seen ?? 'new';
  const limits = { resolveWaitingAfter: null, closeResolvedAfter: null };
  const answer = nextStatus(seen, { kind: 'person-set', to: cell }, limits);
  return 'to' in answer ? answer.to : seen;
}
