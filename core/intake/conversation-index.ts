/** Where to look a conversation up: by the Message-IDs in it, and by who wrote under which subject. */
import { addressKey } from '../mail/addresses';
import { messageIdKey } from '../mail/message-id';
import { subjectKey } from '../mail/subject';
import type { TicketId } from '../ticket/ticket-id';

export interface MailIndex {
  /** A mail that is in the ticket. The first ticket keeps it: a Message-ID can be used twice, by mistake or on purpose. */
  add(messageId: string, ticket: TicketId): void;
  /** A mail that another one in the ticket answers. Gives way to the ticket in which that mail itself turns up. */
  await(messageId: string, ticket: TicketId): void;
  ticketOf(messageId: string): TicketId | null;
  ticketAwaiting(messageId: string): TicketId | null;
}

export function mailIndex(): MailIndex {
  const present = new Map<string, TicketId>();
  const awaited = new Map<string, TicketId>();
  const setOnce = (map: Map<string, TicketId>, messageId: string, ticket: TicketId) => {
    const key = messageIdKey(messageId);
    if (messageId !== '' && !map.has(key)) map.set(key, ticket);
  };
  return {
    add(messageId, ticket) {
      setOnce(present, messageId, ticket);
      awaited.delete(messageIdKey(messageId));
    },
    await(messageId, ticket) {
      // Whoever claims the id of a mail that is here already must not get the answers to it.
      if (!present.has(messageIdKey(messageId))) setOnce(awaited, messageId, ticket);
    },
    ticketOf: (id) => present.get(messageIdKey(id)) ?? awaited.get(messageIdKey(id)) ?? null,
    ticketAwaiting: (id) => awaited.get(messageIdKey(id)) ?? null,
  };
}

/** A subject of one short word ("Zoom", "Re: hi") names no conversation. */
const SHORTEST_SUBJECT = 6;
/** Tickets kept for one subject: more are not one conversation, and nobody asks which. */
const MOST_OF_A_SUBJECT = 50;

export interface SubjectIndex {
  add(writer: string, subject: string, ticket: TicketId): void;
  /** @param key in the form of subjectKey; the most recently opened ticket is the last */
  find(writer: string, key: string): readonly TicketId[];
}

export function subjectIndex(): SubjectIndex {
  const byPlace = new Map<string, TicketId[]>();
  const placeOf = (writer: string, key: string) => `${addressKey(writer)} ${key}`;
  return {
    add(writer, subject, ticket) {
      const key = subjectKey(subject);
      if (writer === '' || key.length < SHORTEST_SUBJECT) return;
      const place = placeOf(writer, key);
      const known = byPlace.get(place);
      if (known === undefined) byPlace.set(place, [ticket]);
      else if (!known.includes(ticket)) {
        known.push(ticket);
        if (known.length > MOST_OF_A_SUBJECT) known.shift();
      }
    },
    find: (writer, key) => byPlace.get(placeOf(writer, key)) ?? [],
  };
}
