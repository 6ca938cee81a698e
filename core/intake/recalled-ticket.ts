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
  // As the bridge that saw it grow: a robot's mail makes nobody a participant, and whom people answered is one.
  const spoken = incoming.filter(({ class: kind }) => kind === 'human' || kind === 'list');
  const senders = spoken.map(({ from }) => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from);
  const shown = messages
    .filter((message) => message.direction === 'out' || spoken.includes(message))
    .flatMap(({ to }) => to.split(','));
  return {
    id: row.id,
    requesterEmail: row.requester_email,
    requesterName: row.requester_name,
    language: isLanguage(row.language) ? row.language : 'en',
    subject: row.subject,
    excerpt: row.excerpt,
    participants: new Set(
      [row.requester_email, ...senders, ...shown].map(addressKey).filter((address) => address !== ''),
    ),
    // A note's is that of a colleague's own mail: it must not go out among the References of an answer.
    messageIds: messages
      .filter(({ direction }) => direction !== 'note')
      .map(({ message_id }) => message_id)
      .filter((id) => id !== ''),
    lastInboundId: incoming[incoming.length - 1]?.message_id ?? null,
    createdAt: row.created_at ?? instant(0),
    lastInboundAt: row.last_inbound_at,
    lastThanksAt: row.last_thanks_at,
    lastOutboundAt: row.last_outbound_at,
    firstAnswerAt: row.first_answer_at,
    signals: row.signals,
    // Not the cell: that of a ticket into which others were merged counts theirs too.
    messageCount: messages.length,
  };
}
