/**
 * What the Sheet can tell at the start: which rows of the last, perhaps unclear, batch are there; and, when the state
 * folder is younger than the Sheet, which tickets and messages existed before it.
 */
import type { KnownTicket } from '../../core/intake/known-tickets';
import { isLanguage } from '../../core/language';
import { addressKey } from '../../core/mail/addresses';
import { isTicketId } from '../../core/ticket/ticket-id';
import { type Instant, instant } from '../../core/time/instant';
import type { PlacedRow, Row } from '../../core/workbook/rows';
import type { BridgeState } from '../bridge-state';
import type { Log } from '../log/log';
import type { Desk } from '../sheets/desk';

/** @returns ids of Messages rows that need not be written again */
export async function recallFromSheet(
  state: BridgeState,
  desk: Desk,
  log: Log,
): Promise<ReadonlySet<string>> {
  const { ledger } = state;
  if (ledger.isEmpty() || ledger.isYoungerThanSheet()) await recallTickets(state, desk, log);
  const unsettled = ledger.unsettled();
  if (unsettled.length === 0) return new Set();
  const { messages } = await desk.read(['messages']);
  const present = new Set(messages.rows.map(({ row }) => row.id));
  const written = unsettled.filter((id) => present.has(id));
  log.info({ mails: unsettled.length, found: written.length }, 'the last batch was cut short; looked it up');
  return new Set(written);
}

/** Nothing to do in a Sheet without mails. A later start reads again: the ledger tells nothing of these tickets. */
async function recallTickets(state: BridgeState, desk: Desk, log: Log): Promise<void> {
  const { tickets, messages } = await desk.read(['tickets', 'messages']);
  if (messages.rows.length === 0) return;
  if (!state.ledger.isYoungerThanSheet()) state.ledger.noteYoungerThanSheet(firstArrival(messages.rows));
  // Mails of a batch that was cut short are taken in once more: what they opened must not be known before.
  const unsettled = new Set(state.ledger.unsettled());
  const beingBorn = new Set(
    messages.rows.flatMap(({ row }) => (unsettled.has(row.id) ? [row.ticket_id] : [])),
  );
  const byTicket = new Map<string, Row<'messages'>[]>();
  for (const { row } of messages.rows) {
    if (unsettled.has(row.id)) continue;
    state.seen.addRow(row.id);
    const conversation = byTicket.get(row.ticket_id) ?? [];
    conversation.push(row);
    byTicket.set(row.ticket_id, conversation);
  }
  for (const { row } of tickets.rows) {
    const conversation = byTicket.get(row.id) ?? [];
    if (conversation.length === 0 && beingBorn.has(row.id)) continue;
    const ticket = recalled(row, conversation);
    if (ticket) state.tickets.remember(ticket);
  }
  log.info(
    { tickets: tickets.rows.length },
    'the state folder is younger than the Sheet; recalled its tickets',
  );
}

/** When the oldest mail of the Sheet came in; null where none says. */
function firstArrival(rows: readonly PlacedRow<'messages'>[]): Instant | null {
  let first: Instant | null = null;
  for (const { row } of rows) {
    if (row.direction === 'in' && row.at !== null && (first === null || row.at < first)) first = row.at;
  }
  return first;
}

function recalled(row: Row<'tickets'>, messages: readonly Row<'messages'>[]): KnownTicket | null {
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
    messageCount: row.message_count ?? messages.length,
  };
}
