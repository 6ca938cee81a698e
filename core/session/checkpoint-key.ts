/** The names of what a checkpoint sets off: equal for equal things, whoever plans them and how often. */
import type { Instant } from '../time/instant';
import { escapePart, readStart, splitKey, startInKey } from './key-parts';

export interface NudgeIdentity {
  readonly checkpointId: string;
  readonly sessionId: string;
  /** Already normalized. */
  readonly email: string;
  /** A session that is moved gets its checkpoints anew. */
  readonly startsAt: Instant;
}

const PREFIX = 'checkpoint';

export function nudgeKey({ checkpointId, sessionId, email, startsAt }: NudgeIdentity): string {
  const parts = [checkpointId, sessionId, email].map(escapePart).join(':');
  return `${PREFIX}:${parts}:${startInKey(startsAt)}`;
}

/** Null when it is no key of a nudge. */
export function parseNudgeKey(key: string): NudgeIdentity | null {
  const [prefix, checkpointId, sessionId, email, ...start] = splitKey(key);
  if (prefix !== PREFIX || !checkpointId || !sessionId || !email) return null;
  const startsAt = readStart(start);
  return startsAt === null ? null : { checkpointId, sessionId, email, startsAt };
}

/**
 * From which the number of the one ticket of a checkpoint and session is read off. By the day: a start that is put
 * right by half an hour is no reason for a second ticket about the same people.
 */
export function followUpBirth(checkpointId: string, sessionId: string, startsAt: Instant): string {
  return ['follow-up', checkpointId, sessionId, startInKey(startsAt).slice(0, 10)].join('\n');
}
