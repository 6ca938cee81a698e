/** The add-on's first page: the tickets of the person who looks, the most pressing first. */

import type { TeamReading } from '../../core/assignment/colleagues';
import type { Language } from '../../core/language';
import { isOwnTicket, type Standing } from '../../core/team/standing';
import { asStatus, isDone } from '../../core/ticket/status';
import type { Instant } from '../../core/time/instant';
import type { Row } from '../../core/workbook/rows';
import { addOnWords } from '../../sheet-templates/words/add-on';
import { buttons, type Card, fact, type Section, section, text } from './card';
import type { ListedTicket } from './ticket-list';

/** A card takes 100 widgets, and nobody works down a longer list. */
const MOST_SHOWN = 20;

export interface HomeFacts {
  readonly tickets: readonly ListedTicket[];
  readonly sessions: readonly Row<'sessions'>[];
  readonly team: TeamReading;
  readonly standing: Standing;
  readonly language: Language;
  readonly moment: (at: Instant) => string;
  readonly labelOf: (choice: 'status' | 'sla_state', word: string) => string;
  /** Address of the Tickets tab. */
  readonly sheet: string;
  readonly sheetLabel: string;
}

export function homeCard(facts: HomeFacts): Card {
  const words = addOnWords(facts.language).home;
  const mine = ownOpenTickets(facts);
  const shown = mine.slice(0, MOST_SHOWN);
  const list: Section =
    shown.length === 0
      ? section('', text(words.none))
      : section('', ...shown.map((ticket) => line(ticket, facts, words.noDue)));
  const rest = mine.length - shown.length;
  const link = buttons({
    label: facts.sheetLabel,
    press: { kind: 'link', url: facts.sheet },
    strong: false,
  });
  return {
    title: words.title,
    subtitle: mine.length === 0 ? '' : words.open(mine.length),
    sections: [list, section('', ...(rest > 0 ? [text(words.more(rest))] : []), link)],
  };
}

/** What is due first comes first; what is not due, by who has waited longest. */
export function ownOpenTickets({
  tickets,
  sessions,
  team,
  standing,
}: Pick<HomeFacts, 'tickets' | 'sessions' | 'team' | 'standing'>): ListedTicket[] {
  const bySession = new Map(sessions.map((session) => [session.id, session]));
  const isMine = (ticket: ListedTicket): boolean => {
    switch (standing.kind) {
      case 'founder':
        return true;
      case 'stranger':
        return false;
      case 'colleague':
        return isOwnTicket(standing.name, ticket, bySession.get(ticket.session_id) ?? null, team);
    }
  };
  return tickets
    .filter((ticket) => ticket.id !== '' && isOpen(ticket) && isMine(ticket))
    .sort((a, b) => dueOf(a) - dueOf(b) || (a.last_inbound_at ?? 0) - (b.last_inbound_at ?? 0));
}

function isOpen({ status }: ListedTicket): boolean {
  const word = asStatus(status);
  return word === null || !isDone(word);
}

function dueOf({ next_due, resolve_due }: ListedTicket): number {
  return Math.min(next_due ?? Infinity, resolve_due ?? Infinity);
}

/** One ticket in a list; pressing it shows the ticket. */
function line(
  ticket: ListedTicket,
  { moment, labelOf }: Pick<HomeFacts, 'moment' | 'labelOf'>,
  noDue: string,
): ReturnType<typeof fact> {
  const due = [ticket.next_due, ticket.resolve_due].reduce(earlier, null);
  const state = ticket.sla_state === 'breached' || ticket.sla_state === 'at_risk' ? ticket.sla_state : '';
  return fact(
    [due === null ? noDue : moment(due), state && labelOf('sla_state', state)].filter(Boolean).join(' · '),
    ticket.subject,
    below(ticket, labelOf),
    { action: 'ticket', parameters: { ticketId: ticket.id, how: 'push' } },
  );
}

export function below(
  ticket: Pick<ListedTicket, 'id' | 'status' | 'requester_name' | 'requester_email'>,
  labelOf: HomeFacts['labelOf'],
): string {
  const status = ticket.status === '' ? '' : labelOf('status', ticket.status);
  return [ticket.requester_name || ticket.requester_email, status, ticket.id].filter(Boolean).join(' · ');
}

function earlier(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
