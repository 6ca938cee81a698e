/** What mails that concern our mails about sessions set off, besides their rows. Safe to repeat after a crash. */
import { addressKey } from '../../core/mail/addresses';
import type { Instant } from '../../core/time/instant';
import type { Log } from '../log/log';
import { incomingIds } from '../log/mail-ids';
import type { OutboxBook } from '../outbox/outbox-book';
import { WITHDRAWN } from '../outbox/session-memory';
import type { RosterNotes } from '../state/roster-notes';
import type { PlannedMail } from './plan-batch';

export interface SessionEffectsContext {
  readonly book: OutboxBook;
  readonly notes: RosterNotes;
  readonly now: () => Instant;
  readonly log: Log;
}

export function heedSessionMails(planned: readonly PlannedMail[], context: SessionEffectsContext): void {
  const { book, notes, now, log } = context;
  for (const { sessionMail, confirmation, spooled } of planned) {
    const { stop, answer, returned } = sessionMail;
    if (returned && book.step(returned.key, { kind: 'bounced' }, now(), cameBack(returned.status))) {
      log.warn(
        { ...incomingIds(spooled), key: returned.key, status: returned.status },
        'a mail about a session came back for good',
      );
    }
    if (answer) notes.add(answer);
    if (!stop) continue;
    notes.add({ email: stop.email, sessionId: '', what: 'stop', at: spooled.at });
    log.info({ ...incomingIds(spooled), email: stop.email }, 'no more reminders, as was wished by mail');
    withdrawReminders(stop.email, context);
    if (confirmation) book.admit(confirmation);
  }
}

function cameBack(status: string): string {
  return status === '' ? 'Came back.' : `Came back: ${status}`;
}

/** At once, and not in the next round: the mails that wait may go out before it. */
function withdrawReminders(email: string, { book, now }: SessionEffectsContext): void {
  for (const { mail } of book.waiting()) {
    if (mail.kind === 'reminder' && addressKey(mail.to) === email) {
      book.withdraw(mail.key, now(), `${WITHDRAWN}: no more reminders are wanted.`);
    }
  }
}
