/** Steps that came and were never handed over: the bridge must have said why, and it must be true. */
import type { Remembered } from '../mail-log';
import { shown } from './clock';
import type { Moment } from './moments';
import type { Situation } from './situation';
import { activeRows, isAddress, type Seat, type Truth, wants } from './truth';

/** A step whose moment came while it was for somebody who takes part and wants it. */
export interface Owed {
  readonly sessionId: string;
  readonly start: number;
  readonly step: string;
  readonly atNight: boolean;
  /** The last moment at which it could have gone out. */
  readonly until: number;
}

export function owedNow(now: Situation): Moment[] {
  if (!now.active || !now.wants || now.session.state === 'cancelled') return [];
  return now.moments.filter(({ at, until }) => at <= now.at && (now.at < until || now.at < now.start));
}

/** It was theirs to get until its time was over: who left, or whose session was moved, is owed nothing. */
export function stillOwed(
  { sessionId, start, until }: Owed,
  email: string,
  seats: readonly Seat[],
  truth: Truth,
): boolean {
  const session = truth.session(sessionId, until);
  if (session?.starts_at !== start || session.state === 'cancelled') return false;
  return seats.some(
    (seat) =>
      seat.sessionId === sessionId &&
      activeRows(seat, email, until).some((row) => wants(row, seats, email, until)),
  );
}

/** What else can be said of a step than that it went out. */
const REASONS = new Set([
  'superseded',
  'expired',
  'night',
  'told-by-notice',
  'no-address',
  'bounced',
  'condition',
  'session-cancelled',
  'session-moved',
  'session-changed',
  'participant-left',
  'not-wanted',
]);

export function checkReason(
  email: string,
  { sessionId, start, step, atNight }: Owed,
  remembered: readonly Remembered[],
  { gotNotice, returned }: { readonly gotNotice: boolean; readonly returned: boolean },
  complain: (sentence: string) => void,
): void {
  const what = `${email}: “${step}” of ${sessionId} at ${shown(start)}`;
  const reasons = new Set(remembered.map(({ why }) => why));
  if (![...reasons].some((why) => REASONS.has(why)))
    complain(`${what} was never handed over, and nobody knows why`);
  const untrue = [
    ...(reasons.has('no-address') && isAddress(email) ? ['no-address'] : []),
    ...(reasons.has('bounced') && !returned ? ['bounced'] : []),
    ...(reasons.has('night') && atNight ? ['night'] : []),
    ...(reasons.has('told-by-notice') && !gotNotice ? ['told-by-notice'] : []),
  ];
  for (const why of untrue) complain(`${what} was not handed over because of “${why}”, which is not true`);
}

/** As the bridge names a reminder, with the signs escaped that would break the name apart. */
export function keyOf(email: string, { sessionId, step, start }: Owed): string {
  const part = (text: string): string => text.replace(/%/g, '%25').replace(/:/g, '%3A');
  return `reminder:${part(sessionId)}:${part(email)}:${part(step)}:${new Date(start).toISOString()}`;
}
