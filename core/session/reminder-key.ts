/** The name of one reminder: equal for equal reminders, whoever plans it and how often. */
import type { Instant } from '../time/instant';
import { escapePart, readStart, splitKey, startInKey } from './key-parts';

export interface ReminderIdentity {
  readonly sessionId: string;
  /** Already normalized. */
  readonly email: string;
  readonly step: string;
  /** A session that is moved gets new reminders: the old ones named another time. */
  readonly startsAt: Instant;
}

const PREFIX = 'reminder';

export function reminderKey({ sessionId, email, step, startsAt }: ReminderIdentity): string {
  return reminderKeys(sessionId, startsAt)(email, step);
}

/** Names the reminders of one session, of which there are many: the session's own part is written once. */
export function reminderKeys(sessionId: string, startsAt: Instant): (email: string, step: string) => string {
  const head = `${PREFIX}:${escapePart(sessionId)}:`;
  const tail = `:${startInKey(startsAt)}`;
  return (email, step) => `${head}${escapePart(email)}:${escapePart(step)}${tail}`;
}

/** Null when it is no key of a reminder. */
export function parseReminderKey(key: string): ReminderIdentity | null {
  const [prefix, sessionId, email, step, ...start] = splitKey(key);
  if (prefix !== PREFIX || !sessionId || !email || step === undefined) return null;
  const startsAt = readStart(start);
  return startsAt === null ? null : { sessionId, email, step, startsAt };
}

export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}
