/**
 * A bridge with a state folder that was restored from a backup: its journal may promise mails that have gone out since.
 * What the Sheet shows as sent is not sent again, and what still waits is first looked for among the sent mails, because
 * the last moments before the loss may have reached neither.
 */
import { type Instant, instant, MS_PER_MINUTE } from '../../core/time/instant';
import { OUTBOX_STATES } from '../../core/workbook/choices';
import type { Row } from '../../core/workbook/rows';
import type { Log } from '../log/log';
import type { BookedMail, LaterState, OutboxBook } from '../outbox/outbox-book';
import { WITHDRAWN } from '../outbox/session-memory';
import { reasonOf } from '../user-error';
import type { SearchFailure } from './search-failure';

export interface CatchUpContext {
  readonly book: OutboxBook;
  /** Which of these Message-IDs are among the sent mails; null: the mailbox has no folder for them. */
  readonly findSent: (messageIds: readonly string[]) => Promise<ReadonlySet<string> | null>;
  /** Since when they cannot be looked into. */
  readonly failing: SearchFailure;
  readonly now: () => Instant;
  readonly log: Log;
}

export interface CatchUp {
  /** To be called whenever mails were taken on and before any is sent. Returns the mails that have gone out already. */
  beforeSending(): Promise<readonly BookedMail[]>;
}

/** @param outbox the tab as it stood when the bridge was opened, before anything was written to it */
export function catchUp(outbox: readonly Row<'outbox'>[], context: CatchUpContext): CatchUp {
  const { book, findSent, failing, now, log } = context;
  const shown = new Map<string, LaterState>();
  for (const row of outbox) {
    const later = laterState(row);
    // A copied row is another person's wish.
    if (row.key !== '' && later !== null && !shown.has(row.key)) shown.set(row.key, later);
  }
  const looked = new Set<string>();

  const bySheet = (items: Iterable<BookedMail>): BookedMail[] =>
    [...items].flatMap(({ mail: { key } }) => {
      const later = shown.get(key);
      return (later && book.catchUp(key, later, now())) ?? [];
    });
  const bySent = async (): Promise<BookedMail[]> => {
    const waiting = book.waiting().filter(({ mail }) => !looked.has(mail.key));
    if (waiting.length === 0) return [];
    let found: ReadonlySet<string> | null;
    try {
      found = await findSent(waiting.map(({ mail }) => mail.messageId));
      failing.over();
    } catch (error) {
      if (now() - failing.since(now()) < LONGEST_SEARCH) throw error;
      // A mailbox that cannot be searched must not keep every answer back for good.
      log.warn({ mails: waiting.length, reason: reasonOf(error) }, 'sent mail could not be searched');
      found = null;
    }
    if (found === null) log.warn({ mails: waiting.length }, 'there is no folder of sent mails to look into');
    for (const { mail } of waiting) looked.add(mail.key);
    return waiting.flatMap(({ mail, attempts: made }) => {
      if (!found?.has(mail.messageId)) return [];
      const later = {
        state: 'sent',
        attempts: made,
        answer: FOUND,
        leftAt: mail.date,
        withdrawn: false,
      } as const;
      return book.catchUp(mail.key, later, now()) ?? [];
    });
  };
  const told = (caughtUp: readonly BookedMail[]) => {
    for (const { mail, state } of caughtUp) {
      log.info({ key: mail.key, state }, 'the state folder is older than this mail’s end');
    }
    return caughtUp.filter(({ state }) => state === 'sent');
  };

  told(bySheet(book.all()));
  return {
    async beforeSending() {
      const fromSheet = bySheet(book.waiting());
      return told([...fromSheet, ...(await bySent())]);
    },
  };
}

/** How long nothing is sent because the sent mails cannot be looked into: servers that restart are back by then. */
const LONGEST_SEARCH = 15 * MS_PER_MINUTE;
const FOUND = 'Found among the sent mails.';

/** null: the row says nothing of an end. */
function laterState({ state, attempts, answer, sent_at, message_id }: Row<'outbox'>): LaterState | null {
  const known = OUTBOX_STATES.find((one) => one === state);
  // A person may cancel by the state alone; what we have written has more than that.
  if (known === undefined || (message_id === '' && known !== 'cancelled')) return null;
  const leftAt = sent_at === null ? null : instant(sent_at);
  return { state: known, attempts: attempts ?? 0, answer, leftAt, withdrawn: answer.startsWith(WITHDRAWN) };
}
