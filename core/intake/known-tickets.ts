/**
 * What the bridge knows of every ticket, folded from what happened to it. It answers "whose is this mail?" without
 * asking the Sheet, and says what the bridge's own columns of the ticket's row must show.
 */
import type { Language } from '../language';
import { messageIdKey } from '../mail/message-id';
import type { TicketId } from '../ticket/ticket-id';
import type { Instant } from '../time/instant';
import type { RowChange } from '../workbook/rows';

/** A mail came in for a ticket. */
export interface MailIn {
  readonly ticketId: TicketId;
  /** It opened the ticket. */
  readonly opened: boolean;
  readonly at: Instant;
  readonly from: string;
  readonly name: string;
  readonly subject: string;
  readonly excerpt: string;
  readonly language: Language;
  /** A person's own words. Automatic mail is kept with the ticket but never moves it. */
  readonly human: boolean;
}

export interface KnownTicket {
  readonly id: TicketId;
  readonly requesterEmail: string;
  readonly requesterName: string;
  readonly language: Language;
  readonly subject: string;
  readonly excerpt: string;
  /**
   * Everybody who has written in it, in lower case. The requester never changes by that. One set for the ticket's
   * whole life, which grows: a copy for every mail would make long conversations slow.
   */
  readonly participants: ReadonlySet<string>;
  /** Message-IDs for the References of an answer, oldest first: the thread's root and the latest. */
  readonly messageIds: readonly string[];
  readonly lastInboundId: string | null;
  readonly createdAt: Instant;
  readonly lastInboundAt: Instant | null;
  readonly lastOutboundAt: Instant | null;
  readonly firstAnswerAt: Instant | null;
  readonly messageCount: number;
}

/** As kept here. */
type MutableTicket = KnownTicket & { readonly participants: Set<string> };

export interface KnownTickets {
  get(id: TicketId): KnownTicket | null;
  ticketOf(messageId: string): TicketId | null;
  mailIn(event: MailIn, messageId: string): KnownTicket | null;
  /** A mail of ours belongs to the ticket. `answer`: a person's answer, not an acknowledgement. */
  mailOut(ticketId: TicketId, messageId: string, at: Instant | null, answer: boolean): void;
  /** A ticket found in the Sheet that the ledger does not know (the state folder is new). */
  remember(ticket: KnownTicket): void;
  all(): Iterable<KnownTicket>;
}

/** Ids kept with a ticket besides its root. A References header takes no more (RFC 5322 §3.6.4 lets it be shortened). */
const LATEST_IDS = 20;

export function knownTickets(): KnownTickets {
  const tickets = new Map<TicketId, MutableTicket>();
  const byMessageId = new Map<string, TicketId>();
  const note = (ticket: KnownTicket, messageId: string) => {
    if (messageId !== '' && !byMessageId.has(messageIdKey(messageId))) {
      byMessageId.set(messageIdKey(messageId), ticket.id);
    }
  };

  return {
    get: (id) => tickets.get(id) ?? null,
    ticketOf: (messageId) => byMessageId.get(messageIdKey(messageId)) ?? null,
    mailIn(event, messageId) {
      const before = tickets.get(event.ticketId);
      if (!before && !event.opened) return null;
      const ticket = before ? withMail(before, event, messageId) : opened(event, messageId);
      tickets.set(ticket.id, ticket);
      note(ticket, messageId);
      return ticket;
    },
    mailOut(ticketId, messageId, at, answer) {
      const before = tickets.get(ticketId);
      if (!before) return;
      const fresh =
        byMessageId.get(messageIdKey(messageId)) !== ticketId && !before.messageIds.includes(messageId);
      const ticket: MutableTicket = {
        ...before,
        messageIds: fresh ? withId(before.messageIds, messageId) : before.messageIds,
        ...(answer && at !== null
          ? {
              lastOutboundAt: later(before.lastOutboundAt, at),
              firstAnswerAt: before.firstAnswerAt ?? at,
              messageCount: before.messageCount + 1,
            }
          : {}),
      };
      tickets.set(ticketId, ticket);
      note(ticket, messageId);
    },
    remember(ticket) {
      if (tickets.has(ticket.id)) return;
      tickets.set(ticket.id, {
        ...ticket,
        participants: new Set(ticket.participants),
        messageIds: bounded(ticket.messageIds),
      });
      for (const messageId of ticket.messageIds) note(ticket, messageId);
    },
    all: () => tickets.values(),
  };
}

function opened(event: MailIn, messageId: string): MutableTicket {
  return {
    id: event.ticketId,
    requesterEmail: event.from,
    requesterName: event.name,
    language: event.language,
    subject: event.subject,
    excerpt: event.excerpt,
    participants: new Set(event.from === '' ? [] : [event.from.toLowerCase()]),
    messageIds: [messageId],
    lastInboundId: messageId,
    createdAt: event.at,
    lastInboundAt: event.human ? event.at : null,
    lastOutboundAt: null,
    firstAnswerAt: null,
    messageCount: 1,
  };
}

function withId(ids: readonly string[], id: string): readonly string[] {
  return id === '' ? ids : bounded([...ids, id]);
}

function bounded(ids: readonly string[]): readonly string[] {
  const [root, ...later] = ids;
  return root === undefined ? [] : [root, ...later.slice(-LATEST_IDS)];
}

function withMail(ticket: MutableTicket, event: MailIn, messageId: string): MutableTicket {
  if (event.from !== '' && event.human) ticket.participants.add(event.from.toLowerCase());
  return {
    ...ticket,
    messageIds: withId(ticket.messageIds, messageId),
    messageCount: ticket.messageCount + 1,
    ...(event.human
      ? {
          lastInboundAt: later(ticket.lastInboundAt, event.at),
          lastInboundId: messageId,
          excerpt: event.excerpt,
        }
      : {}),
  };
}

function later(a: Instant | null, b: Instant): Instant {
  return a !== null && a > b ? a : b;
}

/** The bridge's own cells of the ticket's row, as they must be. */
export function bridgeCells(ticket: KnownTicket): RowChange<'tickets'> {
  return {
    excerpt: ticket.excerpt,
    last_inbound_at: ticket.lastInboundAt,
    last_outbound_at: ticket.lastOutboundAt,
    first_answer_at: ticket.firstAnswerAt,
    message_count: ticket.messageCount,
  };
}

/** The whole row of a new ticket, as the bridge gives birth to it. The tracker fills in the rest. */
export function newTicketRow(
  ticket: KnownTicket,
  birth: { readonly related: TicketId | null; readonly status: string; readonly priority: string },
): RowChange<'tickets'> {
  return {
    ...bridgeCells(ticket),
    id: ticket.id,
    status: birth.status,
    priority: birth.priority,
    subject: ticket.subject,
    requester_name: ticket.requesterName,
    requester_email: ticket.requesterEmail,
    language: ticket.language,
    created_at: ticket.createdAt,
    related: birth.related ?? '',
  };
}
