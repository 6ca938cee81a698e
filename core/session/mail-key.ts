/** Of any mail about a session, what it is and for whom: read off its key, which is all that every store keeps. */
import type { NudgeIdentity } from './checkpoint-key';
import { parseNudgeKey } from './checkpoint-key';
import type { CancelledIdentity, ChangedIdentity } from './notice-key';
import { parseCancelledKey, parseChangedKey } from './notice-key';
import type { ReminderIdentity } from './reminder-key';
import { parseReminderKey } from './reminder-key';

export type MailIdentity =
  | ({ readonly kind: 'reminder' } & ReminderIdentity)
  | ({ readonly kind: 'changed' } & ChangedIdentity)
  | ({ readonly kind: 'cancelled' } & CancelledIdentity)
  | ({ readonly kind: 'nudge' } & NudgeIdentity);

/** Null when it is no key of a mail about a session. */
export function parseMailKey(key: string): MailIdentity | null {
  const reminder = parseReminderKey(key);
  if (reminder) return { kind: 'reminder', ...reminder };
  const changed = parseChangedKey(key);
  if (changed) return { kind: 'changed', ...changed };
  const cancelled = parseCancelledKey(key);
  if (cancelled) return { kind: 'cancelled', ...cancelled };
  const nudge = parseNudgeKey(key);
  return nudge && { kind: 'nudge', ...nudge };
}
