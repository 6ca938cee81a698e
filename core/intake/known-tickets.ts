/**
 * What the bridge knows of every ticket, folded from what happened to it. It answers "whose is this mail?" without
 * asking the Sheet, and says what the bridge's own columns of the ticket's row must show.
 */
import type { Language } from '../language';
import { addressKey } from '../mail/addresses';
import type { TicketId } from '../ticket/ticket-id';
import type { Instant } from '../time/instant';
import { mailIndex, subjectIndex } from './conversation-index';
import { mergeMap } from './merge-map';

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
  /** Says nothing but thank you: shown like any other mail, but it is no question. */
  readonly onlyThanks: boolean;
  /** Message-IDs that it answers, by which later mails may find the ticket: see awaitedIds. */
  readonly answers: readonly string[];
  /** Urgent and angry words found in it, as the Tickets tab shows them. */
  readonly signals: readonly string[];
  /** To whom else it went, in the form of addressKey: who was shown the conversation may write in it. */
  readonly shownTo: readonly string[];
}

/** A mail of ours belongs to a ticket. */
export interface MailOut {
  readonly ticketId: TicketId;
  readonly messageId: string;
  readonly to: string;
  /** When it was sent as a person's answer; null: an acknowledgement, a notice, or not sent yet. */
  readonly answeredAt: Instant | null;
  /** Its row in Messages was counted before it was sent; left out: it was not. */
  readonly isCounted?: boolean;
}

/** Rows of Messages that move nothing else: notes of the team, answers that are yet to be sent. */
export interface RowsKept {
  readonly ticketId: TicketId;
  readonly rows: number;
}

export interface KnownTicket {
  readonly id: TicketId;
  readonly requesterEmail: string;
  readonly requesterName: string;
  readonly language: Language;
  readonly subject: string;
  readonly excerpt: string;
  /**
   * Everybody who has written in it or whom a writer or we have shown it to (To, Cc), in lower case. The requester never
   * changes by that. One set for the ticket's whole life, which grows: a copy for every mail would make long
   * conversations slow.
   */
  readonly participants: ReadonlySet<string>;
  /** Message-IDs for the References of an answer, oldest first: the thread's root and the latest. */
  readonly messageIds: readonly string[];
  readonly lastInboundId: string | null;
  readonly createdAt: Instant;
  /** Mere thank-yous left out. */
  readonly lastInboundAt: Instant | null;
  readonly lastThanksAt: Instant | null;
  readonly lastOutboundAt: Instant | null;
  readonly firstAnswerAt: Instant | null;
  readonly messageCount: number;
  /** Of all its mails, each once. */
  readonly signals: readonly string[];
}

/** As kept here. */
type MutableTicket = KnownTicket & { readonly participants: Set<string> };

export interface KnownTickets {
  get(id: TicketId): KnownTicket | null;
  /** Of a mail that came in or went out, or that one of them answers. */
  ticketOf(messageId: string): TicketId | null;
  /** Of a mail that others answer and that has not come in. */
  ticketAwaiting(messageId: string): TicketId | null;
  /**
   * Tickets in which the writer has written under this subject (subjectKey) and that have any mail at or after the
   * moment, the most recently opened last. Those who were only shown a ticket are not asked: whoever puts a victim in
   * Cc would otherwise get the victim's next mail of that subject into a ticket of his own.
   */
  ticketsOfSubject(writer: string, key: string, since: Instant): readonly TicketId[];
  mailIn(event: MailIn, messageId: string): KnownTicket | null;
  mailOut(event: MailOut): void;
  /** They count, and no thread goes on from them: their ids are nobody's business but the team's. */
  keep(kept: RowsKept): void;
  /** A ticket found in the Sheet that the ledger does not know: the state folder is new, or a person made the ticket. */
  remember(ticket: KnownTicket): void;
  /** The rows of a mail that opened it were refused: it is not there. */
  forget(id: TicketId): void;
  /** The Sheet knows more of the ticket than the ledger, which was restored from a backup. */
  relearn(ticket: KnownTicket): void;
  /**
   * People merged a ticket into another: from now on its mail belongs there, and the other is shown with all that is in
   * it. Safe to repeat; a circle is refused. Nothing is moved, so it can be undone.
   */
  merge(from: TicketId, into: TicketId): void;
  /** People undid a merge, or there was none. */
  unmerge(id: TicketId): void;
  /** The ticket in which a merged one goes on; any other is itself. */
  goesOnIn(id: TicketId): TicketId;
  all(): Iterable<KnownTicket>;
}

/** Ids kept with a ticket besides its root. A References header takes no more (RFC 5322 §3.6.4 lets it be shortened). */
const LATEST_IDS = 20;

export function knownTickets(): KnownTickets {
  const tickets = new Map<TicketId, MutableTicket>();
  const mails = mailIndex();
  const subjects = subjectIndex();
  const merges = mergeMap();
  const { goesOnIn } = merges;
  const current = (id: TicketId | null) => (id === null ? null : goesOnIn(id));
  // Folded anew each time: a merge learned after a restart must give what the same merge gave before, and one that is
  // undone must leave nobody's right to write behind. Merged tickets are few.
  const whole = (id: TicketId): KnownTicket | null => {
    const own = tickets.get(id);
    if (own === undefined) return null;
    return merges.partsOf(id).reduce<KnownTicket>((all, part) => {
      const source = tickets.get(part);
      return source === undefined ? all : withMerged(all, source);
    }, own);
  };

  return {
    get: whole,
    ticketOf(messageId) {
      const id = current(mails.ticketOf(messageId));
      return id !== null && tickets.has(id) ? id : null;
    },
    ticketAwaiting: (messageId) => current(mails.ticketAwaiting(messageId)),
    ticketsOfSubject: (writer, key, since) => {
      const found = subjects.find(writer, key).map(goesOnIn);
      return Array.from(new Set(found)).filter((id) => {
        const ticket = whole(id);
        return ticket !== null && lastMoment(ticket) >= since;
      });
    },
    mailIn(event, messageId) {
      const before = tickets.get(event.ticketId);
      if (!before && !event.opened) return null;
      const ticket = before ? withMail(before, event, messageId) : opened(event, messageId);
      tickets.set(ticket.id, ticket);
      mails.add(messageId, ticket.id);
      for (const id of event.answers) mails.await(id, ticket.id);
      if (event.human) subjects.add(event.from, event.subject, ticket.id);
      return ticket;
    },
    mailOut({ ticketId, messageId, to, answeredAt, isCounted = false }) {
      const before = tickets.get(ticketId);
      if (!before) return;
      const fresh = mails.ticketOf(messageId) !== ticketId && !before.messageIds.includes(messageId);
      const ticket: MutableTicket = {
        ...before,
        messageIds: fresh ? withId(before.messageIds, messageId) : before.messageIds,
        ...(answeredAt === null
          ? {}
          : {
              lastOutboundAt: later(before.lastOutboundAt, answeredAt),
              // An answer that was sent without us may be found after a later one.
              firstAnswerAt: earlier(before.firstAnswerAt, answeredAt),
              // The colleague's mail that opened the ticket is counted already.
              messageCount: before.messageCount + (isCounted || before.lastInboundId === messageId ? 0 : 1),
            }),
      };
      // Whom we answer may answer back, however many were shown the conversation.
      if (answeredAt !== null)
        for (const address of to.split(',').map(addressKey))
          if (address !== '') ticket.participants.add(address);
      tickets.set(ticketId, ticket);
      mails.add(messageId, ticket.id);
    },
    keep({ ticketId, rows }) {
      const ticket = tickets.get(ticketId);
      if (ticket) tickets.set(ticketId, { ...ticket, messageCount: ticket.messageCount + rows });
    },
    remember(ticket) {
      if (tickets.has(ticket.id)) return;
      tickets.set(ticket.id, {
        ...ticket,
        participants: new Set(ticket.participants),
        messageIds: bounded(ticket.messageIds),
      });
      subjects.add(ticket.requesterEmail, ticket.subject, ticket.id);
      for (const messageId of ticket.messageIds) mails.add(messageId, ticket.id);
    },
    forget: (id) => {
      tickets.delete(id);
    },
    relearn(ticket) {
      const before = tickets.get(ticket.id);
      const ids = [...(before?.messageIds ?? []), ...ticket.messageIds];
      tickets.set(ticket.id, {
        ...ticket,
        participants: new Set([...(before?.participants ?? []), ...ticket.participants]),
        // Those of acknowledgements stand in the ledger's memory only.
        messageIds: bounded(Array.from(new Set(ids))),
      });
      for (const messageId of ticket.messageIds) mails.add(messageId, ticket.id);
    },
    merge(from, into) {
      if (tickets.has(from) && tickets.has(into)) merges.merge(from, into);
    },
    unmerge: merges.unmerge,
    goesOnIn,
    all: () => Array.from(tickets.keys()).flatMap((id) => whole(id) ?? []),
  };
}

/** The conversation of the one becomes part of the other; who asked, and when the other began, stays. */
function withMerged(target: KnownTicket, source: KnownTicket): KnownTicket {
  const inbound = source.lastInboundAt;
  const newer = inbound !== null && (target.lastInboundAt === null || inbound > target.lastInboundAt);
  const [root, ...others] = target.messageIds;
  return {
    ...target,
    participants: new Set([...target.participants, ...source.participants]),
    // What comes after the merge comes into the target: its ids are the latest.
    messageIds: [...source.messageIds, ...others].reduce(withId, root === undefined ? [] : [root]),
    messageCount: target.messageCount + source.messageCount,
    signals: union(target.signals, source.signals),
    lastThanksAt: latest(target.lastThanksAt, source.lastThanksAt),
    ...(newer && { lastInboundAt: inbound, lastInboundId: source.lastInboundId, excerpt: source.excerpt }),
    ...(source.lastOutboundAt !== null && {
      lastOutboundAt: later(target.lastOutboundAt, source.lastOutboundAt),
      firstAnswerAt: target.firstAnswerAt ?? source.firstAnswerAt,
    }),
  };
}

/** Most people of one ticket that are there because they were shown it: a mail to a whole mailing is no conversation. */
const MOST_SHOWN = 100;

function addPeople(participants: Set<string>, shownTo: readonly string[]): void {
  for (const address of shownTo) {
    if (participants.size >= MOST_SHOWN) return;
    if (address !== '') participants.add(address);
  }
}

function lastMoment(ticket: KnownTicket): Instant {
  const { createdAt, lastInboundAt, lastThanksAt, lastOutboundAt } = ticket;
  return [lastInboundAt, lastThanksAt, lastOutboundAt].reduce<Instant>(
    (last, at) => (at === null ? last : later(last, at)),
    createdAt,
  );
}

function opened(event: MailIn, messageId: string): MutableTicket {
  return {
    id: event.ticketId,
    requesterEmail: event.from,
    requesterName: event.name,
    language: event.language,
    subject: event.subject,
    excerpt: event.excerpt,
    participants: participantsOf(event),
    messageIds: [messageId],
    lastInboundId: messageId,
    createdAt: event.at,
    lastInboundAt: event.human ? event.at : null,
    lastThanksAt: null,
    lastOutboundAt: null,
    firstAnswerAt: null,
    messageCount: 1,
    signals: event.signals,
  };
}

function participantsOf(event: MailIn): Set<string> {
  const participants = new Set(event.from === '' ? [] : [addressKey(event.from)]);
  if (event.human) addPeople(participants, event.shownTo);
  return participants;
}

function withId(ids: readonly string[], id: string): readonly string[] {
  return id === '' ? ids : bounded([...ids, id]);
}

function bounded(ids: readonly string[]): readonly string[] {
  const [root, ...later] = ids;
  return root === undefined ? [] : [root, ...later.slice(-LATEST_IDS)];
}

function withMail(ticket: MutableTicket, event: MailIn, messageId: string): MutableTicket {
  if (event.human) {
    if (event.from !== '') ticket.participants.add(addressKey(event.from));
    addPeople(ticket.participants, event.shownTo);
  }
  return {
    ...ticket,
    messageIds: withId(ticket.messageIds, messageId),
    messageCount: ticket.messageCount + 1,
    ...(event.human
      ? {
          // Two columns, because what a thank-you means depends on the status, which only the tracker knows; and so
          // that a thank-you right after a question does not cover it.
          ...(event.onlyThanks
            ? { lastThanksAt: later(ticket.lastThanksAt, event.at) }
            : { lastInboundAt: later(ticket.lastInboundAt, event.at) }),
          lastInboundId: messageId,
          excerpt: event.excerpt,
          signals: union(ticket.signals, event.signals),
        }
      : {}),
  };
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return b.length === 0 ? a : Array.from(new Set([...a, ...b]));
}

function latest(a: Instant | null, b: Instant | null): Instant | null {
  return b === null ? a : later(a, b);
}

function later(a: Instant | null, b: Instant): Instant {
  return a !== null && a > b ? a : b;
}

function earlier(a: Instant | null, b: Instant): Instant {
  return a !== null && a < b ? a : b;
}
