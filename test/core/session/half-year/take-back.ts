/** Mails that were queued and have lost their reason since. */
import type { ReminderInput } from '../../../../core/session/reminder-input';
import { type Withdrawn, withdrawnMails } from '../../../../core/session/withdrawn';
import type { Book } from './simulated-book';

export function unwantedIn(book: Book, input: ReminderInput): Withdrawn[] {
  const waiting = book.open().map(({ letter, covers }) => ({
    key: letter.key,
    covers,
    invitations: letter.invitations,
  }));
  return waiting.length === 0 ? [] : withdrawnMails(waiting, { ...input, nudgeHolds: () => false });
}
