/** What threading may ask of the known tickets, for a mail that came in at a certain moment. */

import type { MacKeys } from '../mail/signed-id';
import type { Known } from '../mail/thread';
import { type Instant, instant, MS_PER_DAY } from '../time/instant';
import type { KnownTickets } from './known-tickets';

/** The same subject from the same person after a quiet fortnight is another matter. */
const TALKED_ABOUT_DAYS = 14;

export function knownToThread(tickets: KnownTickets, keys: MacKeys, receivedAt: Instant): Known {
  const since = instant(receivedAt - TALKED_ABOUT_DAYS * MS_PER_DAY);
  return {
    ticketOfMessageId: tickets.ticketOf,
    ticketAwaiting: tickets.ticketAwaiting,
    ticketsOfSubject: (writer, key) => tickets.ticketsOfSubject(writer, key, since),
    goesOnIn: tickets.goesOnIn,
    participantsOf: (id) => tickets.get(id)?.participants ?? null,
    keys,
  };
}
