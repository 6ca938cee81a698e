/** What became of the mails about coming sessions: who was reached, and who was not. Read off the Outbox tab. */
import { escapePart } from '../session/key-parts';
import { parseMailKey } from '../session/mail-key';
import type { Instant } from '../time/instant';

/** As much of a row as is needed: a long tab is not read whole for this. */
export interface MailCells {
  readonly key: string;
  readonly covers: readonly string[];
  readonly state: string;
}

export interface MailBook {
  /** A mail about the session at that time went out to them. */
  isReached(sessionId: string, email: string, startsAt: Instant): boolean;
  /** The last mail about the session failed, or their address sends mails back. */
  isLost(sessionId: string, email: string): boolean;
  /** The last mail to the address came back for good, whatever it was about. */
  isBounced(email: string): boolean;
}

const WENT_OUT: ReadonlySet<string> = new Set(['sent', 'unknown']);
const WENT_WRONG: ReadonlySet<string> = new Set(['failed', 'bounced']);

/** @param rows in the order of the tab, the oldest first */
export function mailBook(rows: readonly MailCells[], sessionIds: Iterable<string>): MailBook {
  const wanted = new Set(Array.from(sessionIds, escapePart));
  const reached = new Set<string>();
  const last = new Map<string, 'reached' | 'lost'>();
  const bounced = new Set<string>();
  for (const { key, covers, state } of rows) {
    const isBounce = state === 'bounced';
    if (!isBounce && !WENT_OUT.has(state) && !WENT_WRONG.has(state)) continue;
    for (const one of covers.length === 0 ? [key] : [key, ...covers]) {
      if (!isBounce && !matters(one, wanted, bounced)) continue;
      const mail = parseMailKey(one);
      if (!mail) continue;
      if (isBounce) bounced.add(mail.email);
      else if (state === 'sent') bounced.delete(mail.email);
      const person = `${mail.sessionId}\n${mail.email}`;
      const isOut = WENT_OUT.has(state);
      last.set(person, isOut ? 'reached' : 'lost');
      const told = `${person}\n${mail.startsAt}`;
      // What came back told nobody anything, and whoever heard of a cancellation knows of no session.
      if (isOut && mail.kind !== 'cancelled') reached.add(told);
      else if (isOut || isBounce) reached.delete(told);
    }
  }
  return {
    isReached: (sessionId, email, startsAt) => reached.has(`${sessionId}\n${email}\n${startsAt}`),
    isLost: (sessionId, email) => last.get(`${sessionId}\n${email}`) === 'lost' || bounced.has(email),
    isBounced: (email) => bounced.has(email),
  };
}

/** Where each kind of key names its session; the address comes after it. */
const PLACE_OF_SESSION: Readonly<Record<string, number>> = {
  reminder: 1,
  changed: 1,
  cancelled: 1,
  checkpoint: 2,
};

/** Most rows are about sessions long over: those are told by a look at the key, without reading it. */
function matters(key: string, sessions: ReadonlySet<string>, bounced: ReadonlySet<string>): boolean {
  const parts = key.split(':', 4);
  const place = PLACE_OF_SESSION[parts[0] ?? ''];
  if (place === undefined) return false;
  return sessions.has(parts[place] ?? '') || bounced.has(parts[place + 1] ?? '');
}
