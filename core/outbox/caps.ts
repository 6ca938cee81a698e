/**
 * Caps on automatic answers, so that two robots never write to each other for long.
 *
 * The figures are the strictest of what peers run with (research of Zammad, FreeScout and HESK): per ticket, per
 * person, per sender domain and over all. A mail that a person wrote is never held back here. What no window of time
 * catches, a robot that writes once an hour for days, is the business of exchange.ts.
 */
import { domainOf } from '../mail/addresses';
import type { TicketId } from '../ticket/ticket-id';
import { type Instant, MS_PER_MINUTE } from '../time/instant';

/** To whom an automatic answer goes, and about what. */
export interface AutomaticAnswer {
  readonly to: string;
  /** null: about no ticket. */
  readonly ticketId: TicketId | null;
}

/** One that went out or waits to go out. */
export interface AutomaticMail extends AutomaticAnswer {
  readonly at: Instant;
}

export interface Cap {
  readonly per: 'ticket' | 'person' | 'domain' | 'all';
  readonly minutes: number;
  readonly atMost: number;
}

/** In the order in which they are asked: who is capped alone must not pull the brake for everybody. */
export const CAPS: readonly Cap[] = [
  { per: 'ticket', minutes: 24 * 60, atMost: 1 },
  { per: 'person', minutes: 60, atMost: 3 },
  { per: 'person', minutes: 24 * 60, atMost: 10 },
  { per: 'domain', minutes: 60, atMost: 30 },
  { per: 'all', minutes: 60, atMost: 100 },
];

/** Nothing older counts for any cap. */
export const LONGEST_CAP_MINUTES = Math.max(...CAPS.map(({ minutes }) => minutes));

/** Domains that thousands of unrelated people share: a cap per domain would punish strangers for each other. */
const SHARED_DOMAINS = new Set([
  'gmail.com',
  'outlook.com',
  'hotmail.com',
  'yahoo.com',
  'icloud.com',
  'wp.pl',
  'o2.pl',
  'onet.pl',
  'interia.pl',
  'gazeta.pl',
  'ukr.net',
  'i.ua',
  'meta.ua',
]);

export function isSharedDomain(domain: string): boolean {
  return SHARED_DOMAINS.has(domain);
}

/**
 * The first cap that one more automatic answer would break, or null when it may go.
 *
 * @param releasedAt when a person last released the brake: the cap over all, which pulls it, counts anew from there
 */
export function brokenCap(
  answer: AutomaticAnswer,
  recent: readonly AutomaticMail[],
  now: Instant,
  releasedAt: Instant | null = null,
): Cap | null {
  const person = personOf(answer.to);
  const domain = domainOf(person);
  const counts: Readonly<Record<Cap['per'], (mail: AutomaticMail) => boolean>> = {
    ticket: ({ ticketId, to }) =>
      answer.ticketId !== null && ticketId === answer.ticketId && personOf(to) === person,
    person: ({ to }) => personOf(to) === person,
    domain: ({ to }) => domainOf(personOf(to)) === domain,
    all: ({ at }) => releasedAt === null || at > releasedAt,
  };
  for (const cap of CAPS) {
    if (cap.per === 'domain' && isSharedDomain(domain)) continue;
    const since = now - cap.minutes * MS_PER_MINUTE;
    const count = recent.filter((mail) => mail.at > since && counts[cap.per](mail)).length;
    if (count >= cap.atMost) return cap;
  }
  return null;
}

/** One mailbox has many spellings: a tag after "+" reaches the same person. */
export function personOf(address: string): string {
  return address
    .trim()
    .toLowerCase()
    .replace(/\+[^@]*(?=@)/, '');
}
