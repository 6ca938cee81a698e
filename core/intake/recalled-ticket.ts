/** A ticket as its rows in the Sheet tell it, for a bridge that has not seen it grow. */
import { isLanguage } from '../language';
import { addressKey } from '../mail/addresses';
import { isTicketId } from '../ticket/ticket-id';
import { instant } from '../time/instant';
import type { Row } from '../workbook/rows';
import type { KnownTicket } from './known-tickets';

/** @param messages those of the ticket, in the order of the tab */
export function recalledTicket(
  row: Row<'tickets'>,
  messages: readonly Row<'messages'>[],
): KnownTicket | null {
  if (!isTicketId(row.id)) return null;
  const incoming = messages.filter(({ direction }) => direction === 'in');
  const senders = incoming.map(({ from }) => addressKey(/<([^<>]+)>\s*$/.exec(from)?.[1] ?? from));
  return {
    id: row.id,
    requesterEmail: row.requester_email,
    requesterName: row.requester_name,
    language: isLanguage(row.language) ? row.language : 'en',
    subject: row.subject,
    excerpt: row.excerpt,
    participants: new Set([addressKey(row.requester_email), ...senders].filter((address) => address !== '')),
    messageIds: messages.map(({ message_id }) => message_id).filter((id) => id !== ''),
    lastInboundId: incoming[incoming.length - 1]?.message_id ?? null,
    createdAt: row.created_at ?? instant(0),
    lastInboundAt: row.last_inbound_at,
    lastOutboundAt: row.last_outbound_at,
    firstAnswerAt: row.first_answer_at,
    signals: row.signals,
    messageCount: row.message_count ?? messages.length,
  };
}
