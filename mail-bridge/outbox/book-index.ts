/** By what else than its key a mail of the book is found: its Message-ID, its session and reader, when it left. */
import { addressKey } from '../../core/mail/addresses';
import { messageIdKey } from '../../core/mail/message-id';
import { isForTheTeam } from '../../core/outbox/outgoing-mail';
import { type Departure, laneOf } from '../../core/outbox/quota';
import type { Instant } from '../../core/time/instant';
import type { BookedMail } from './booked-mail';
import { stopToken } from './stop-links';

export interface BookIndex {
  /** Notes a mail, anew after each step. */
  put(item: BookedMail): void;
  keyOf(messageIdKey: string): string | null;
  /** @param mark the part of a Message-ID of ours that is made of the mail's key (own-message-id.ts) */
  keyOfMark(mark: string): string | null;
  /** Keys of the mails that stand for the one with this key. */
  coveredBy(key: string): Iterable<string>;
  aboutSession(sessionId: string): Iterable<string>;
  /** Those to one person, in the order in which they were taken on. */
  aboutSeat(sessionId: string, email: string): Iterable<string>;
  /** Those to one person about a ticket that are no part of its conversation, in the order in which they were taken on. */
  lettersTo(ticketId: string, email: string): Iterable<string>;
  /** The mail to this address (addressKey) that left last. */
  lastLeft(address: string): string | null;
  departuresSince(since: Instant): readonly Departure[];
}

const NONE: ReadonlySet<string> = new Set();

export function bookIndex(): BookIndex {
  const byMessageId = new Map<string, string>();
  const byMark = new Map<string, string>();
  const byCovered = new Map<string, Set<string>>();
  const bySession = new Map<string, Set<string>>();
  const bySeat = new Map<string, Set<string>>();
  const byReader = new Map<string, Set<string>>();
  const lastLeft = new Map<string, { readonly key: string; readonly at: Instant }>();
  const left = new Set<string>();
  /** In order of time. */
  const departures: Departure[] = [];
  const seatOf = (sessionId: string, email: string) => `${sessionId}\n${addressKey(email)}`;
  const readerOf = (ticketId: string, email: string) => `${ticketId}\n${addressKey(email)}`;

  const depart = (departure: Departure) => {
    // Nearly always the latest; a clock that was set back and a journal written anew bring older ones.
    let place = departures.length;
    while (place > 0 && (departures[place - 1]?.at ?? 0) > departure.at) place -= 1;
    departures.splice(place, 0, departure);
  };

  return {
    put({ mail, leftAt }) {
      const { key, messageId, covers, invitations, sessionId, ticketId, to } = mail;
      byMessageId.set(messageIdKey(messageId), key);
      const mark = stopToken(messageId);
      if (mark !== null) byMark.set(mark, key);
      for (const covered of covers) add(byCovered, covered, key);
      const sessions = new Set([sessionId, ...invitations.map((invitation) => invitation.sessionId)]);
      for (const session of sessions) {
        if (session === '') continue;
        add(bySession, session, key);
        add(bySeat, seatOf(session, to), key);
      }
      if (ticketId !== null && isForTheTeam(mail.kind)) add(byReader, readerOf(ticketId, to), key);
      if (leftAt === null || left.has(key)) return;
      left.add(key);
      depart({ at: leftAt, lane: laneOf(mail) });
      // Answers to people are no proof: their returns are told on their tickets.
      if (laneOf(mail) !== 'mailing') return;
      const address = addressKey(to);
      if (leftAt >= (lastLeft.get(address)?.at ?? 0)) lastLeft.set(address, { key, at: leftAt });
    },
    keyOf: (messageId) => byMessageId.get(messageId) ?? null,
    keyOfMark: (mark) => byMark.get(mark) ?? null,
    coveredBy: (key) => byCovered.get(key) ?? NONE,
    aboutSession: (sessionId) => bySession.get(sessionId) ?? NONE,
    aboutSeat: (sessionId, email) => bySeat.get(seatOf(sessionId, email)) ?? NONE,
    lettersTo: (ticketId, email) => byReader.get(readerOf(ticketId, email)) ?? NONE,
    lastLeft: (address) => lastLeft.get(address)?.key ?? null,
    departuresSince(since) {
      let first = departures.length;
      while (first > 0 && (departures[first - 1]?.at ?? 0) > since) first -= 1;
      return departures.slice(first);
    },
  };
}

function add(map: Map<string, Set<string>>, place: string, key: string): void {
  const keys = map.get(place);
  if (keys) keys.add(key);
  else map.set(place, new Set([key]));
}
