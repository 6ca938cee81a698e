/** What the sidebar tells beside the conversation: sessions of the person, their other tickets, incident and merge. */
import { addressKey } from '../../core/mail/addresses';
import { acceptedLinks } from '../../core/ticket/seen';
import { asStatus, isDone } from '../../core/ticket/status';
import type { Instant } from '../../core/time/instant';
import type { Row } from '../../core/workbook/rows';
import { mayRead } from './admitted';
import type { Conversation, ShownTicket } from './contract';
import type { TicketFile } from './ticket-file';

type Moment = (at: Instant) => string;

const MOST_SHOWN = 8;

export function relationsOf(
  file: TicketFile,
  userEmail: string,
  moment: Moment,
): Pick<Conversation, 'otherTickets' | 'incident' | 'openCases' | 'mergedInto'> {
  const { ticket, book, tickets, workbook } = file;
  const { parent, merged_into } = acceptedLinks(ticket);
  const shown = (row: Row<'tickets'>): ShownTicket => ({
    id: row.id,
    subject: row.subject,
    status: row.status === '' ? '' : workbook.context.labelOf('status', row.status),
    when: row.created_at === null ? '' : moment(row.created_at),
  });
  const person = addressKey(ticket.requester_email);
  const others = tickets.rows
    .map(({ row }) => row)
    .filter(
      (row) =>
        row.id !== ticket.id &&
        person !== '' &&
        addressKey(row.requester_email) === person &&
        // What was merged into this one is shown with it already.
        acceptedLinks(row).merged_into !== ticket.id &&
        mayRead(file, row.id, userEmail),
    )
    .sort((a, b) => Number(isOver(a)) - Number(isOver(b)) || (b.created_at ?? 0) - (a.created_at ?? 0));
  // Subject and status are the other ticket's own, so whoever may not open that is not told them.
  const incident = parent === '' ? null : book.get(parent);
  return {
    otherTickets: others.slice(0, MOST_SHOWN).map(shown),
    incident: incident && mayRead(file, incident.id, userEmail) ? shown(incident) : null,
    openCases: book.casesOf(ticket.id).filter((row) => !isOver(row)).length,
    mergedInto: merged_into,
  };
}

function isOver({ status }: Row<'tickets'>): boolean {
  const word = asStatus(status);
  return word !== null && isDone(word);
}

export function sessionLine(session: Row<'sessions'>, moment: Moment): string {
  return [session.course, session.starts_at === null ? '' : moment(session.starts_at)]
    .filter(Boolean)
    .join(', ');
}

/** The next session in which the person takes part, unless the ticket is about that one. */
export function nextSessionLine(
  { workbook, ticket, session }: TicketFile,
  now: Instant,
  moment: Moment,
): string {
  const { sessions, participants } = workbook.tables;
  const person = addressKey(ticket.requester_email);
  const mine = new Set(
    participants.rows.flatMap(({ row }) =>
      person !== '' && addressKey(row.email) === person && row.state !== 'left' ? [row.session_id] : [],
    ),
  );
  let next: Row<'sessions'> | null = null;
  for (const { row } of sessions.rows) {
    if (!mine.has(row.id) || row.starts_at === null || row.starts_at <= now || row.state === 'cancelled')
      continue;
    if (next === null || row.starts_at < (next.starts_at ?? 0)) next = row;
  }
  return next === null || next.id === session?.id ? '' : sessionLine(next, moment);
}
