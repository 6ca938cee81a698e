/**
 * How fast mail may leave. Providers count what goes out in 24 hours (Gmail: support.google.com/mail/answer/22839) and
 * take a burst for spam. So a mailing about sessions is spread, and stops while there is room left for answers to people.
 */
import { type Instant, instant, MS_PER_DAY, MS_PER_MINUTE } from '../time/instant';
import type { OutgoingMail } from './outgoing-mail';

export interface Quota {
  /** All mails in any 24 hours. */
  readonly perDay: number;
  /** Mails about sessions in any minute. */
  readonly perMinute: number;
  /** Of a day's mails, those that mails about sessions may not use. */
  readonly keptForReplies: number;
}

/** `mailing`: what a program writes to many about a session. */
export type Lane = 'mailing' | 'single';

export function laneOf({ kind, sessionId }: Pick<OutgoingMail, 'kind' | 'sessionId'>): Lane {
  return kind === 'reminder' || (kind === 'notice' && sessionId !== '') ? 'mailing' : 'single';
}

export interface Departure {
  readonly at: Instant;
  readonly lane: Lane;
}

/** @returns the earliest moment for one more mail, in the past when it may leave now; null: never under this quota */
export function mayLeaveAt(
  lane: Lane,
  /** In the order of time; those of the last 24 hours are enough. */
  departures: readonly Departure[],
  { perDay, perMinute, keptForReplies }: Quota,
): Instant | null {
  if (lane === 'single') return roomAt(departures, perDay, MS_PER_DAY);
  const today = roomAt(departures, perDay - keptForReplies, MS_PER_DAY);
  const thisMinute = roomAt(
    departures.filter((departure) => departure.lane === 'mailing'),
    perMinute,
    MS_PER_MINUTE,
  );
  return today === null || thisMinute === null ? null : later(today, thisMinute);
}

const AT_ONCE = instant(0);

/** When fewer than `atMost` of them lie in the span that ends with the moment, its beginning left out. */
function roomAt(departures: readonly Departure[], atMost: number, span: number): Instant | null {
  if (atMost <= 0) return null;
  const oldest = departures[departures.length - atMost];
  return oldest === undefined ? AT_ONCE : instant(oldest.at + span);
}

function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}
