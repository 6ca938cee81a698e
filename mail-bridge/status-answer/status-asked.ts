/**
 * Whether a mail is a question for the status that a program may answer. Where it is not, the mail is taken in like any
 * other, and a person reads it: so in doubt it is not.
 */
import type { IncomingMail } from '../../core/intake/incoming';
import type { Asking } from '../../core/intake/status-told';
import { statusWish } from '../../core/intake/status-wish';
import { addressKey, isSendableAddress } from '../../core/mail/addresses';
import { isVouchedFor, type Standing } from '../../core/mail/standing';
import { readSubject } from '../../core/mail/subject';
import { ancestorIds, type ThreadVerdict } from '../../core/mail/thread';
import { contradicts } from '../../core/mail/trust';
import { personOf } from '../../core/outbox/caps';
import type { TicketId } from '../../core/ticket/ticket-id';
import { type Instant, MS_PER_DAY } from '../../core/time/instant';

export interface StatusAskedFacts {
  /** Where the mail belongs, and whether its sender may write there. */
  readonly verdict: ThreadVerdict;
  readonly sender: Standing;
  /** The mailbox's own server as it names itself in Authentication-Results; undefined: nobody can vouch. */
  readonly authservId: string | undefined;
  /** Addresses that people write to us at. */
  readonly ownAddresses: readonly string[];
  readonly now: Instant;
}

export interface StatusAsked extends Asking {
  /** The conversation that the mail is kept with; null: none. */
  readonly writtenIn: TicketId | null;
  /**
   * Something shows that the owner of the address wrote. Where nothing does, the answer goes to that owner all the same,
   * but without a word that whoever borrows the address may have put there.
   */
  readonly isProved: boolean;
}

/** How things stand is of no use to who asked a day ago; a mailbox that is read anew would answer for years. */
const LATEST_ANSWER = MS_PER_DAY;

export function statusAsked(incoming: IncomingMail, facts: StatusAskedFacts): StatusAsked | null {
  const { mail, classification, forwardedFrom, receivedAt } = incoming;
  const { verdict, sender, authservId, ownAddresses, now } = facts;
  const writer = mail.from?.address ?? '';
  if (classification.class !== 'human' || !classification.autoReplyAllowed) return null;
  if (sender !== 'other' || forwardedFrom !== null || !isSendableAddress(writer)) return null;
  if (receivedAt < now - LATEST_ANSWER || isOnlyCopied(mail, ownAddresses)) return null;
  if (authservId !== undefined && contradicts(mail, { authservIds: [authservId] })) return null;
  const wish = statusWish(mail, incoming.words);
  if (wish === null) return null;
  const writtenIn = verdict.kind === 'reply' && verdict.as === 'participant' ? verdict.ticket : null;
  return {
    wish,
    writer,
    about: aboutOf(incoming, verdict),
    at: receivedAt,
    writtenIn,
    isProved: isVouchedFor(mail, authservId) || (writtenIn !== null && isSigned(verdict)),
  };
}

/** Asked of whom it was written to: whoever is copied in need not be meant. */
function isOnlyCopied({ to, cc }: IncomingMail['mail'], ownAddresses: readonly string[]): boolean {
  const own = new Set(ownAddresses.map(personOf).filter((address) => address !== ''));
  const isOurs = ({ address }: { readonly address: string }) => own.has(personOf(addressKey(address)));
  return !to.some(isOurs) && cc.some(isOurs);
}

function aboutOf({ mail }: IncomingMail, verdict: ThreadVerdict): StatusAsked['about'] {
  if (verdict.kind === 'reply') return { ticket: verdict.ticket };
  // Of somebody else's ticket they are not told, and of their own they did not ask.
  if (verdict.pointsTo !== null) return { ticket: verdict.pointsTo };
  return ancestorIds(mail).length > 0 || readSubject(mail.subject).isReply ? 'unknown' : 'none';
}

/** A signature of ours comes only from those who got our mail. */
function isSigned(verdict: ThreadVerdict): boolean {
  return verdict.kind === 'reply' && (verdict.by === 'reply-address' || verdict.by === 'own-message-id');
}
