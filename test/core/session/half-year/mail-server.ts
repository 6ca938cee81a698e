/** A mail server that asks for patience now and then, loses a connection, and has some mailboxes no more. */
import type { Instant } from '../../../../core/time/instant';
import { numberOf } from './firm/random';
import type { HandedOver } from './mail-log';

/** How long after its delivery a mail to a mailbox that is gone comes back. */
const COMES_BACK_AFTER = 10 * 60_000;

export function answerOf(key: string, attempt: number, seed: number): HandedOver['answer'] {
  const number = numberOf(`${key} ${attempt}`, seed);
  if (attempt === 1 ? number < 0.05 : attempt < 6 && number < 0.6) return 'deferred';
  return number > 0.996 ? 'lost' : 'accepted';
}

export function comesBackAt(to: string, deliveredAt: Instant): Instant | null {
  return to.endsWith('@gone.example') ? ((deliveredAt + COMES_BACK_AFTER) as Instant) : null;
}
