/** The names of notices: that a session has changed since a participant was told of it, that it is cancelled. */
import type { Instant } from '../time/instant';
import { fingerprint } from '../words/fingerprint';
import { escapePart, readStart, splitKey, startInKey } from './key-parts';

export interface ChangedIdentity {
  readonly sessionId: string;
  /** Already normalized. */
  readonly email: string;
  /** The new start. */
  readonly startsAt: Instant;
  /** A short sign of all that the notice says. */
  readonly revision: string;
}

export interface CancelledIdentity {
  readonly sessionId: string;
  readonly email: string;
  /** What was told, and holds no more. */
  readonly startsAt: Instant;
  readonly sequence: number;
}

/** What a notice of change tells, and what was told before it. */
export interface Change {
  readonly endsAt: Instant;
  readonly place: string;
  readonly link: string;
  readonly state: string;
  /** A session that is moved there, back and there again is told of three times. */
  readonly toldSequence: number;
}

const CHANGED = 'changed';
const CANCELLED = 'cancelled';

export function revisionSign({ endsAt, place, link, state, toldSequence }: Change): string {
  return fingerprint(JSON.stringify([endsAt, place, link, state, toldSequence]));
}

export function changedKey({ sessionId, email, startsAt, revision }: ChangedIdentity): string {
  return `${CHANGED}:${escapePart(sessionId)}:${escapePart(email)}:${startInKey(startsAt)}:${revision}`;
}

export function cancelledKey({ sessionId, email, startsAt, sequence }: CancelledIdentity): string {
  return `${CANCELLED}:${escapePart(sessionId)}:${escapePart(email)}:${startInKey(startsAt)}:${sequence}`;
}

/** Null when it is no key of a notice of change. */
export function parseChangedKey(key: string): ChangedIdentity | null {
  const read = readNoticeKey(key, CHANGED);
  if (read === null || !/^[0-9a-z]+$/.test(read.last)) return null;
  const { last: revision, ...identity } = read;
  return { ...identity, revision };
}

/** Null when it is no key of a notice of cancellation. */
export function parseCancelledKey(key: string): CancelledIdentity | null {
  const read = readNoticeKey(key, CANCELLED);
  if (read === null || !/^-?\d+$/.test(read.last)) return null;
  const { last, ...identity } = read;
  return { ...identity, sequence: Number(last) };
}

function readNoticeKey(
  key: string,
  kind: string,
): {
  readonly sessionId: string;
  readonly email: string;
  readonly startsAt: Instant;
  readonly last: string;
} | null {
  const [prefix, sessionId, email, ...rest] = splitKey(key);
  const last = rest.pop();
  if (prefix !== kind || !sessionId || !email || !last) return null;
  const startsAt = readStart(rest);
  return startsAt === null ? null : { sessionId, email, startsAt, last };
}
