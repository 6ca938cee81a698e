/** What happened to tickets, found by comparing the rows of two readings. */

import type { Instant } from '../../core/time/instant';
import { SLA_STATES, TICKET_STATUSES } from '../../core/workbook/choices';
import type { Row } from '../../core/workbook/rows';
import type { Due, News } from '../page/protocol';

type Ticket = Row<'tickets'>;

export function ticketNews(
  before: readonly Ticket[],
  after: readonly Ticket[],
  now: Instant,
): readonly News[] {
  const known = new Map(before.map((ticket) => [ticket.id, ticket]));
  return after.flatMap((ticket) => {
    const old = known.get(ticket.id);
    if (ticket.id === '') return [];
    return old ? changesOf(old, ticket, now) : [born(ticket)];
  });
}

function born({ id, requester_name, requester_email }: Ticket): News {
  return { kind: 'ticket', id, who: requester_name || requester_email };
}

function changesOf(old: Ticket, ticket: Ticket, now: Instant): News[] {
  const news: News[] = [];
  const status = TICKET_STATUSES.find((word) => word === ticket.status);
  // The first status is set as the ticket comes in: the new row is news enough.
  if (status && old.status !== '' && old.status !== status)
    news.push({ kind: 'status', id: ticket.id, status });
  const state = SLA_STATES.find((word) => word === ticket.sla_state);
  if (state && old.sla_state !== state && (state === 'at_risk' || state === 'breached')) {
    news.push({
      kind: 'sla',
      id: ticket.id,
      state,
      due: nearestDue(ticket, state === 'breached' ? now : null),
    });
  }
  return news;
}

/** The due time that counts: of those that have passed, where `passedBy` is given. */
function nearestDue(ticket: Ticket, passedBy: Instant | null): Due | null {
  const dues: Due[] = [];
  // Once answered, its first due time is history.
  if (ticket.first_due !== null && ticket.first_answer_at === null)
    dues.push({ of: 'first', at: ticket.first_due });
  if (ticket.next_due !== null) dues.push({ of: 'next', at: ticket.next_due });
  if (ticket.resolve_due !== null) dues.push({ of: 'resolve', at: ticket.resolve_due });
  const meant = passedBy === null ? dues : dues.filter(({ at }) => at <= passedBy);
  return meant.sort((a, b) => a.at - b.at)[0] ?? null;
}
