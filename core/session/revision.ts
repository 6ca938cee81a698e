/** Which event of a calendar a session is, and which of its revisions (RFC 5546 §2.1.4, §2.1.5). */
import { cleanLine } from '../mail/clean-text';
import { type Instant, instant, MS_PER_MINUTE } from '../time/instant';
import type { Invitation } from './invitation';

/** Stable for ever: made from the session's id, not from keys that are changed now and then. */
export function uidOf(sessionId: string, domain: string): string {
  return `session-${encodeURIComponent(cleanLine(sessionId))}@${domain}`;
}

/** Minutes are counted from here, so that the numbers stay within the 31 bits of an iCalendar integer. */
const EPOCH = instant(Date.UTC(2026, 0, 1));

/**
 * What was said last keeps its number, whoever is told of it next. News gets a greater one: the minute of its first
 * telling, so that a bridge that lost its memory never goes back behind what calendars have seen.
 */
export function sequenceOf(
  plan: Pick<Invitation, 'method' | 'startsAt' | 'endsAt' | 'place' | 'link'>,
  told: readonly Invitation[],
  now: Instant,
): number {
  const last = told.reduce<Invitation | null>(
    (latest, one) => (latest === null || one.sequence >= latest.sequence ? one : latest),
    null,
  );
  if (
    last !== null &&
    last.method === plan.method &&
    last.startsAt === plan.startsAt &&
    last.endsAt === plan.endsAt &&
    last.place === plan.place &&
    last.link === plan.link
  ) {
    return last.sequence;
  }
  return Math.max((last?.sequence ?? -1) + 1, Math.floor((now - EPOCH) / MS_PER_MINUTE), 0);
}
