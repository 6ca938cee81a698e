/** The names of our mails: made from the key alone, so the same mail has the same one whenever it is written again. */
import type { Keys } from '../keys';

/** Keys are long and hold any sign; two of them never share a mark, and nobody can guess one. */
export function keyMark(key: string, keys: Keys): string {
  return Buffer.from(keys[0](`mail|${key}`))
    .toString('hex')
    .slice(0, 32);
}

/** Of a mail that belongs to no ticket. */
export function ownMessageId(key: string, domain: string, keys: Keys): string {
  return `<b1_mail.${keyMark(key, keys)}@${domain}>`;
}

/** By its form alone: for ids that we have made ourselves (`<b1a_…>`, core/mail/signed-id.ts). */
export function isSignedForColleague(messageId: string): boolean {
  return messageId.startsWith('<b1a_');
}
