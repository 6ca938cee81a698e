/** A ticket's row in the Sheet: the cells that are the bridge's own, and the row it is born with. */
import type { TicketId } from '../ticket/ticket-id';
import type { RowChange } from '../workbook/rows';
import type { KnownTicket } from './known-tickets';
import type { SessionCells } from './session-mail';

/** The bridge's own cells of the ticket's row, as they must be. */
export function bridgeCells(ticket: KnownTicket): RowChange<'tickets'> {
  return {
    excerpt: ticket.excerpt,
    last_inbound_at: ticket.lastInboundAt,
    last_thanks_at: ticket.lastThanksAt,
    last_outbound_at: ticket.lastOutboundAt,
    first_answer_at: ticket.firstAnswerAt,
    message_count: ticket.messageCount,
    signals: ticket.signals,
  };
}

/** The whole row of a new ticket, as the bridge gives birth to it. The tracker fills in the rest. */
export function newTicketRow(
  ticket: KnownTicket,
  birth: {
    readonly related: TicketId | null;
    readonly status: string;
    readonly priority: string;
    readonly session: SessionCells | null;
    readonly assignee?: string;
  },
): RowChange<'tickets'> {
  return {
    ...bridgeCells(ticket),
    ...birth.session,
    id: ticket.id,
    status: birth.status,
    priority: birth.priority,
    ...(birth.assignee === undefined ? {} : { assignee: birth.assignee }),
    subject: ticket.subject,
    requester_name: ticket.requesterName,
    requester_email: ticket.requesterEmail,
    language: ticket.language,
    created_at: ticket.createdAt,
    related: birth.related ?? '',
  };
}
