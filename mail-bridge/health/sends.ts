/** Mails that did not go out as they should and that a person must know of: which they are, and what was told. */
import { type Instant, MS_PER_DAY, MS_PER_MINUTE } from '../../core/time/instant';
import type { BookedMail, OutboxBook } from '../outbox/outbox-book';
import { isHealthMail } from './health-letter';
import type { HealthJournal } from './memory';

export interface TroubledSend {
  readonly item: BookedMail;
  readonly state: 'unknown' | 'failed';
}

/** The bridge itself looks for the copy among the sent mails first: most of them are found within minutes. */
const LOOKED_FOR_MS = 10 * MS_PER_MINUTE;
/** What failed longer ago and was never told is history: the state folder of an older Rowdesk may be full of it. */
const RECENT_MS = 7 * MS_PER_DAY;

/** Those that nobody has settled, told or not. */
export function troubledSends(
  book: Pick<OutboxBook, 'inState'>,
  journal: Pick<HealthJournal, 'reportOf'>,
  now: Instant,
): TroubledSend[] {
  const unsettled = (state: TroubledSend['state'], isDue: (age: number) => boolean) =>
    book.inState(state).flatMap((item): TroubledSend[] => {
      const report = journal.reportOf(item.mail.key);
      if (report === 'settled') return [];
      return report === state || isDue(now - item.at) ? [{ item, state }] : [];
    });
  return [
    ...unsettled('unknown', (age) => age >= LOOKED_FOR_MS),
    ...unsettled('failed', (age) => age < RECENT_MS),
  ];
}

/** How many of them are a reason to write to people. An alert that cannot be delivered is no reason for another. */
export function countOf(sends: readonly TroubledSend[], wanted: TroubledSend['state']): number {
  return sends.filter(({ item, state }) => state === wanted && !isHealthMail(item.mail.key)).length;
}
