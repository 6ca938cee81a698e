/** Whether the Sheet knows of mails that the journals do not: then the state folder was restored from a backup. */
import { isLater } from '../../core/outbox/catch-up';
import type { OutboxState } from '../../core/workbook/choices';
import type { Row } from '../../core/workbook/rows';
import type { Ledger } from '../intake/ledger';
import type { OutboxBook } from '../outbox/outbox-book';

/**
 * By the days of the Intake tab, which the ledger itself has counted. Days before the ledger's latest say nothing: what
 * they count more was found out at an earlier start, and stays counted there.
 */
export function sheetKnowsMore(
  intake: readonly Pick<Row<'intake'>, 'day' | 'mailbox'>[],
  ledger: Pick<Ledger, 'days'>,
): boolean {
  const days = ledger.days();
  const latest = [...days.keys()].reduce((last, day) => (day > last ? day : last), '');
  return intake.some(
    ({ day, mailbox }) => day !== null && day >= latest && (mailbox ?? 0) > (days.get(day)?.found ?? 0),
  );
}

/** Ends that only a bridge can have seen. A person may write "cancelled" into a row at any time. */
const SEEN_BY_A_BRIDGE: readonly OutboxState[] = ['sent', 'bounced', 'failed', 'unknown'];

/**
 * By the Outbox tab, which is written after the journal and never before. It tells also where the whole machine was put
 * back to an earlier day, and no mail has come in since.
 */
export function sheetSentMore(
  outbox: readonly Pick<Row<'outbox'>, 'key' | 'state' | 'message_id'>[],
  book: Pick<OutboxBook, 'get'>,
): boolean {
  return outbox.some(({ key, state, message_id }) => {
    const item = book.get(key);
    const shown = SEEN_BY_A_BRIDGE.find((end) => end === state);
    return (
      item !== null && shown !== undefined && item.mail.messageId === message_id && isLater(item.state, shown)
    );
  });
}
