/**
 * In whose name a mail may speak. Pure policy: who the sender claims to be, and who vouches for it.
 *
 * A From header is a claim (RFC 5322 §3.6.2). For participants of a ticket our own signed ids and their threads speak as
 * well; a colleague, whose words may one day reach participants, must be vouched for by the mailbox's own server.
 */
import { addressKey } from './addresses';
import type { Mail } from './mail';
import type { ThreadVerdict } from './thread';
import { judgeTrust } from './trust';

/**
 * - `colleague`: on the Team tab, and the mailbox's own server vouches for the sender
 * - `claims-colleague`: on the Team tab, and nobody vouches
 */
export type Standing = 'colleague' | 'claims-colleague' | 'other';

/** What is known of the firm for judging a sender. */
export interface StandingFacts {
  /** Addresses of active colleagues, in the form of addressKey. */
  readonly team: ReadonlySet<string>;
  /** The mailbox's own server as it names itself in Authentication-Results; undefined: nobody can vouch. */
  readonly authservId: string | undefined;
}

export function standingOf(mail: Mail, { team, authservId }: StandingFacts): Standing {
  if (mail.from === null || !team.has(addressKey(mail.from.address))) return 'other';
  return isVouchedFor(mail, authservId) ? 'colleague' : 'claims-colleague';
}

/**
 * A ticket's number in the subject is known to everybody who has seen it, and its subject to more. Where the mailbox's own server says who wrote,
 * a sender it does not vouch for is not believed on a number alone.
 */
export function believed(mail: Mail, verdict: ThreadVerdict, authservId: string | undefined): ThreadVerdict {
  if (authservId === undefined || verdict.kind !== 'reply') return verdict;
  if (verdict.by !== 'subject-token' && verdict.by !== 'same-subject') return verdict;
  return isVouchedFor(mail, authservId) ? verdict : { ...verdict, as: 'unverified' };
}

function isVouchedFor(mail: Mail, authservId: string | undefined): boolean {
  return authservId !== undefined && judgeTrust(mail, { authservIds: [authservId] }).trusted;
}
