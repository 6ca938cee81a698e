/** One ticket with everything that the sidebar shows of it or needs to answer it. */
import { addressKey } from '../../core/mail/addresses';
import type { PlacedRow, Row } from '../../core/workbook/rows';
import type { Services } from '../ports';
import { RULE_TABLES } from '../tick/rules';
import { findRows } from '../workbook/find-rows';
import { type OpenTable, type OpenWorkbook, openWorkbook } from '../workbook/read-tables';
import { Refused } from './refused';

const SMALL_TABLES = [...RULE_TABLES, 'templates', 'team'] as const;

export type SidebarWorkbook = OpenWorkbook<
  (typeof SMALL_TABLES)[number],
  'tickets' | 'messages' | 'outbox' | 'history'
>;

export interface TicketFile {
  readonly workbook: SidebarWorkbook;
  readonly ticket: PlacedRow<'tickets'>;
  /** The Tickets tab with just this row filled. */
  readonly tickets: OpenTable<'tickets'>;
  readonly messages: readonly Row<'messages'>[];
  readonly outbox: readonly Row<'outbox'>[];
  readonly session: Row<'sessions'> | null;
  readonly participant: Row<'participants'> | null;
}

/** Four service calls, whatever the size of the workbook. */
export function openTicketFile(services: Services, ticketId: string): TicketFile {
  const workbook = openSidebarWorkbook(services);
  const { layouts, tables, context } = workbook;
  const found = findRows(
    services.workbook,
    {
      tickets: { layout: layouts.tickets, column: 'id', value: ticketId },
      messages: { layout: layouts.messages, column: 'ticket_id', value: ticketId },
      outbox: { layout: layouts.outbox, column: 'ticket_id', value: ticketId },
    },
    context,
  );
  const [ticket, twin] = found.tickets.rows;
  if (!ticket) throw new Refused('ticket-gone', ticketId);
  if (twin) throw new Refused('ticket-doubled', ticketId);
  const session = tables.sessions.rows.find(({ row }) => row.id === ticket.row.session_id)?.row ?? null;
  const address = addressKey(ticket.row.requester_email);
  const participant = tables.participants.rows.find(
    ({ row }) => row.session_id === ticket.row.session_id && addressKey(row.email) === address,
  );
  return {
    workbook,
    ticket,
    tickets: found.tickets,
    messages: found.messages.rows.map(({ row }) => row),
    outbox: found.outbox.rows.map(({ row }) => row),
    session,
    participant: participant?.row ?? null,
  };
}

function openSidebarWorkbook(services: Services): SidebarWorkbook {
  return openWorkbook(services, SMALL_TABLES, ['tickets', 'messages', 'outbox', 'history']);
}
