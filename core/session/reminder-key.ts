/** The name of one reminder: equal for equal reminders, whoever plans it and how often. */
import type { Instant } from '../time/instant';
import { instant } from '../time/instant';

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
  const tail = `:${new Date(startsAt).toISOString()}`;
  return (email, step) => `${head}${escapePart(email)}:${escapePart(step)}${tail}`;
}

/** Null when it is no key of a reminder. */
export function parseReminderKey(key: string): ReminderIdentity | null {
  const [prefix, sessionId, email, step, ...start] = key.split(':').map(unescapePart);
  if (prefix !== PREFIX || !sessionId || !email || step === undefined) return null;
  const startsAt = Date.parse(start.join(':'));
  return Number.isNaN(startsAt) ? null : { sessionId, email, step, startsAt: instant(startsAt) };
}

export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** Only what would break the key apart is escaped, so that people can still read it. */
function escapePart(part: string): string {
  if (part.indexOf(':') === -1 && part.indexOf('%') === -1) return part;
  return part.replace(/%/g, '%25').replace(/:/g, '%3A');
}

function unescapePart(part: string): string {
  return part.replace(/%3A/g, ':').replace(/%25/g, '%');
}
