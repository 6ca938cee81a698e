/** One ticket with everything that the sidebar shows of it or needs to work on it. */
import { readTeamTab, type TeamReading } from '../../core/assignment/colleagues';
import { addressKey } from '../../core/mail/addresses';
import { type TicketBook, ticketBook } from '../../core/ticket/ticket-book';
import { parseTicketId } from '../../core/ticket/ticket-id';
import { dayAt } from '../../core/time/zoned';
import type { Row } from '../../core/workbook/rows';
import type { Services } from '../ports';
import { RULE_TABLES } from '../tick/rules';
import { type OpenTable, type OpenWorkbook, openWorkbook } from '../workbook/read-tables';
import { Refused } from './refused';
import { searchTicket } from './ticket-search';

const SMALL_TABLES = [...RULE_TABLES, 'templates', 'team'] as const;

export type SidebarWorkbook = OpenWorkbook<
  (typeof SMALL_TABLES)[number],
  'tickets' | 'messages' | 'outbox' | 'history'
>;

/** What a mail about a ticket is written from. */
export interface MailFile {
  readonly workbook: SidebarWorkbook;
  readonly ticket: Row<'tickets'>;
  readonly session: Row<'sessions'> | null;
  readonly participant: Row<'participants'> | null;
}

export interface SidebarDesk {
  readonly workbook: SidebarWorkbook;
  readonly team: TeamReading;
}

export interface TicketFile extends MailFile, SidebarDesk {
  /** The Tickets tab with just the rows filled that this ticket has to do with. */
  readonly tickets: OpenTable<'tickets'>;
  readonly book: TicketBook;
  readonly messages: readonly Row<'messages'>[];
  readonly outbox: readonly Row<'outbox'>[];
  readonly olderMessages: number;
  /** Every ticket id of the workbook. */
  readonly ids: ReadonlySet<string>;
}

/** The small tabs, in one read. */
export function openSidebarDesk(services: Services): SidebarDesk {
  const workbook = openWorkbook(services, SMALL_TABLES, ['tickets', 'messages', 'outbox', 'history']);
  const { tables, context, settings } = workbook;
  const team = readTeamTab(
    tables.team,
    dayAt(services.clock.now(), settings.zone, context.offset),
    context.wordOf,
  );
  return { workbook, team };
}

/**
 * The ticket and what hangs on it, in two more reads.
 *
 * @param named other tickets whose rows are needed, as people write their numbers
 */
export function openTicketFile(
  services: Services,
  { workbook, team }: SidebarDesk,
  ticketId: string,
  named: readonly string[],
): TicketFile {
  const { layouts, context, language } = workbook;
  const { tickets, messages, outbox, olderMessages, ids } = searchTicket(
    services.workbook,
    layouts,
    context,
    ticketId,
    named.flatMap((written) => parseTicketId(written) ?? []),
  );
  const [ticket, twin] = tickets.rows.flatMap(({ row }) => (row.id === ticketId ? [row] : []));
  if (!ticket) throw new Refused('ticket-gone', ticketId, language);
  if (twin) throw new Refused('ticket-doubled', ticketId, language);
  const book = ticketBook(tickets.rows.map(({ row }) => row));
  // A number that somebody has just written into "merged into" counts once the tracker has accepted it.
  const parts = new Set([ticketId, ...book.mergedInto(ticketId).map(({ id }) => id)]);
  const ofThese = <T extends { readonly ticket_id: string }>(rows: readonly { readonly row: T }[]): T[] =>
    rows.flatMap(({ row }) => (parts.has(row.ticket_id) ? [row] : []));
  return {
    ...mailFile(workbook, ticket),
    team,
    tickets,
    book,
    messages: ofThese(messages.rows),
    outbox: ofThese(outbox.rows),
    olderMessages,
    ids,
  };
}

export function mailFile(workbook: SidebarWorkbook, ticket: Row<'tickets'>): MailFile {
  const { sessions, participants } = workbook.tables;
  const session = sessions.rows.find(({ row }) => row.id === ticket.session_id)?.row ?? null;
  const address = addressKey(ticket.requester_email);
  const participant = participants.rows.find(
    ({ row }) => row.session_id === ticket.session_id && addressKey(row.email) === address,
  );
  return { workbook, ticket, session, participant: participant?.row ?? null };
}
