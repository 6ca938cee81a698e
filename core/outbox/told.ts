/**
 * What a participant was last told of a session. The outbox is the memory: only what went out was told, and of what
 * may have gone out it is safer to think that it did.
 */
import { parseMailKey } from '../session/mail-key';
import type { Told } from '../session/planned-mail';
import type { Instant } from '../time/instant';
import type { OutboxState } from '../workbook/choices';
import type { OutgoingMail } from './outgoing-mail';

/** A mail about sessions, as far as it tells anything. */
export interface TellingMail {
  readonly mail: Pick<OutgoingMail, 'key' | 'kind' | 'covers' | 'invitations' | 'createdAt'>;
  readonly state: OutboxState;
  /** When the last step was taken. */
  readonly at: Instant;
  /** When the server had it. */
  readonly leftAt: Instant | null;
}

const TELLS: readonly OutboxState[] = ['sent', 'sending', 'unknown'];

type Telling = Omit<Told, 'noticeAt'>;

/** @param mails those to one person, in the order in which they were taken on */
export function lastTold(sessionId: string, mails: readonly TellingMail[]): Told | null {
  let last: { readonly told: Telling; readonly revision: number; readonly at: Instant } | null = null;
  let noticeAt: Instant | null = null;
  for (const item of mails) {
    if (!TELLS.includes(item.state)) continue;
    const told = toldBy(sessionId, item);
    if (told === null) continue;
    const at = item.leftAt ?? item.at;
    // By the revision, not by the moment: a mail of which nobody knew may be found in Sent long after a newer one.
    const revision = told.details === null ? -1 : told.sequence;
    if (last !== null && revision < last.revision) continue;
    const isNotice = item.mail.kind === 'notice' && !told.cancelled;
    // A reminder that repeats what a notice told does not make it untold.
    const known: Instant | null = last?.revision === revision ? noticeAt : null;
    noticeAt = isNotice && (known === null || at > known) ? at : known;
    if (last === null || revision > last.revision || at >= last.at) last = { told, revision, at };
  }
  return last && { ...last.told, noticeAt: last.told.cancelled ? null : noticeAt };
}

function toldBy(sessionId: string, { mail }: TellingMail): Telling | null {
  const invitation = mail.invitations.find((one) => one.sessionId === sessionId);
  if (invitation !== undefined) {
    const { startsAt, endsAt, place, link, method, sequence } = invitation;
    return { startsAt, details: { endsAt, place, link }, cancelled: method === 'CANCEL', sequence };
  }
  // Mails of older versions, and rows of the Sheet, remember nothing but their keys.
  for (const key of [mail.key, ...mail.covers]) {
    const named = parseMailKey(key);
    if (named === null || named.sessionId !== sessionId || named.kind === 'nudge') continue;
    const { kind, startsAt } = named;
    // A letter of thanks after the session invites nobody.
    if (kind === 'reminder' && mail.createdAt >= startsAt) return null;
    return {
      startsAt,
      details: null,
      cancelled: kind === 'cancelled',
      sequence: kind === 'cancelled' ? named.sequence : 0,
    };
  }
  return null;
}
