/**
 * In whose name a mail may speak. Pure policy: who the sender claims to be, and who vouches for it.
 *
 * A From header is a claim (RFC 5322 §3.6.2). For participants of a ticket our own signed ids and their threads speak as
 * well; a colleague, whose words may one day reach participants, must be vouched for by the mailbox's own server.
 */
import { addressKey } from './addresses';
import type { Mail } from './mail';
import type { ThreadedBy, ThreadVerdict } from './thread';
import { contradicts, judgeTrust } from './trust';

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
 * How much a trace proves of the ticket it leads to. Our signatures come only from those who got our mail. A Message-ID
 * is random but no secret (whoever got a copy has it): enough until the mailbox's own server calls the sender forged.
 * Everybody who has seen a ticket knows its number: where that server says who wrote, it must vouch. A subject can be
 * guessed: on that nobody is believed unproved.
 */
const PROOF: Readonly<Record<ThreadedBy, 'enough' | 'unless-contradicted' | 'where-possible' | 'never'>> = {
  'reply-address': 'enough',
  'own-message-id': 'enough',
  'known-message-id': 'unless-contradicted',
  'subject-token': 'where-possible',
  'same-subject': 'never',
};

export function believed(mail: Mail, verdict: ThreadVerdict, authservId: string | undefined): ThreadVerdict {
  if (verdict.kind !== 'reply') return verdict;
  return provesEnough(mail, verdict.by, authservId) ? verdict : { ...verdict, as: 'unverified' };
}

function provesEnough(mail: Mail, by: ThreadedBy, authservId: string | undefined): boolean {
  switch (PROOF[by]) {
    case 'enough':
      return true;
    case 'unless-contradicted':
      return authservId === undefined || !contradicts(mail, { authservIds: [authservId] });
    case 'where-possible':
      return authservId === undefined || isVouchedFor(mail, authservId);
    case 'never':
      return isVouchedFor(mail, authservId);
  }
}

/** Whether the mailbox's own server says that the sender is who the From header claims. */
export function isVouchedFor(mail: Mail, authservId: string | undefined): boolean {
  return authservId !== undefined && judgeTrust(mail, { authservIds: [authservId] }).trusted;
}
