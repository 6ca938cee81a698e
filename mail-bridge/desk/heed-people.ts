/** Until a mail goes out it is its row: who cancels, deletes or edits the row stops or changes the mail. */
import { cleanLine } from '../../core/mail/clean-text';
import type { OutgoingMail } from '../../core/outbox/outgoing-mail';
import type { Instant } from '../../core/time/instant';
import { LONGEST_CELL } from '../../core/workbook/columns';
import type { Row } from '../../core/workbook/rows';
import type { TableRead } from '../../core/workbook/table';
import type { Keys } from '../keys';
import type { Log } from '../log/log';
import { type ColleagueMailContext, readdressed } from '../outbox/colleague-mail';
import type { OutboxBook } from '../outbox/outbox-book';
import { whyUnsendable } from '../outbox/take-on';

export interface HeedContext {
  readonly book: OutboxBook;
  readonly keys: Keys;
  readonly domain: string;
  readonly now: () => Instant;
  readonly log: Log;
}

export function heedPeople(outbox: TableRead<'outbox'>, { book, keys, domain, now, log }: HeedContext): void {
  if (outbox.layout.missing.includes('key')) return;
  const rowOf = new Map(outbox.rows.map(({ row }) => [row.key, row]));
  for (const { mail, shown, again, state, answer } of book.waiting()) {
    const row = rowOf.get(mail.key);
    if (row === undefined) {
      // A row that the Sheet has never shown is one that is still to be written.
      if (shown) book.cancel(mail.key, now(), 'Its row was deleted.');
      continue;
    }
    // The row still tells how we withdrew an earlier mail of this key.
    if (again) continue;
    if (row.state === 'cancelled') {
      // A person changes the state alone. With another answer it is a cancellation of ours that met the wrong row.
      if (row.answer.trim() === answer.trim()) book.cancel(mail.key, now(), 'Cancelled in the Sheet.');
      continue;
    }
    // Of one that the server has seen nobody knows what it kept: it is sent as it was.
    const edited =
      state === 'queued' ? editedMail(mail, row, outbox.layout.missing, { book, keys, domain }) : null;
    if (edited === null || !book.amend(edited)) continue;
    log.info({ key: mail.key }, 'the row of a waiting mail was edited; it goes out as it stands there');
    const why = whyUnsendable(edited);
    if (why !== null) book.step(mail.key, { kind: 'refused' }, now(), why);
  }
}

/** @returns null where the row says what the mail says */
function editedMail(
  mail: OutgoingMail,
  row: Row<'outbox'>,
  missing: readonly (keyof Row<'outbox'>)[],
  context: ColleagueMailContext,
): OutgoingMail | null {
  // An emptied cell is more likely a slip than a wish for a mail without a subject.
  const subject = cleanLine(row.subject) || mail.subject;
  const to = row.to.trim() || mail.to;
  const text = row.body.trim() === '' || mail.text.length > LONGEST_CELL ? mail.text : row.body;
  const notBefore = missing.includes('not_before') ? mail.notBefore : row.not_before;
  const notAfter = missing.includes('not_after') ? mail.notAfter : row.not_after;
  const isSame =
    subject === cleanLine(mail.subject) &&
    to === mail.to &&
    lines(text) === lines(mail.text) &&
    sameMoment(notBefore, mail.notBefore) &&
    sameMoment(notAfter, mail.notAfter);
  return isSame ? null : { ...readdressed(mail, to, context), subject, text, notBefore, notAfter };
}

/** A cell keeps neither the kind of its line breaks nor blanks at its end for sure. */
function lines(text: string): string {
  return text.replace(/\r\n?/g, '\n').trimEnd();
}

/** A date-time in a cell is a fraction of a day. */
function sameMoment(a: Instant | null, b: Instant | null): boolean {
  return a === b || (a !== null && b !== null && Math.abs(a - b) < 1000);
}
