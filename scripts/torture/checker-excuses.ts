/**
 * Whether a row of the Outbox that says of a mail anything but "sent" has a reason for it outside the bridge: a refusal
 * that the server gave, or a moment after which nobody can know. Each reason excuses one row.
 */
import type { OutboxKind } from '../../core/workbook/choices';
import type { Row } from '../../core/workbook/rows';
import type { Evidence, PermanentRefusal } from './evidence';

type OutboxRow = Row<'outbox'>;

/** Mails around a session, whose moment passes. An answer to a person is late rather than never. */
const MAY_BE_CANCELLED = new Set<string>(['reminder', 'notice'] satisfies OutboxKind[]);

/**
 * Not about the mail: what it says is about the connection or the log-in (RFC 5321 4.2.2, RFC 4954 6), or about the day
 * (Gmail's 550 5.4.5). A mail that is given up for them is lost.
 */
const NOT_OF_THE_MAIL = /^5(?:03|30|34|35)\b|\b5\.4\.5\b/;

/** @param accepted what the server took under a Message-ID, and whether it told anybody */
export function excusedRows(
  {
    sheet,
    refusals,
    leftOpen,
    notesRefused,
  }: Pick<Evidence, 'sheet' | 'refusals' | 'leftOpen' | 'notesRefused'>,
  accepted: (messageId: string) => readonly { readonly toldNobody: boolean }[],
): ReadonlySet<OutboxRow> {
  const refused = counter(refusals.filter(isOfTheMail).map(({ to }) => to ?? NOBODY));
  const open = counter(leftOpen);
  let forgotten = notesRefused;
  const forget = () => {
    forgotten -= 1;
    return forgotten >= 0;
  };
  const isExcused = (row: OutboxRow): boolean => {
    switch (row.state) {
      case 'failed':
        return refused.take(row.to) || refused.take(NOBODY);
      case 'unknown': {
        const mails = accepted(row.message_id);
        const isOpen = mails.length > 0 ? mails.some(({ toldNobody }) => toldNobody) : open.take(row.to);
        return isOpen || forget();
      }
      case 'cancelled':
        return MAY_BE_CANCELLED.has(row.kind);
      default:
        return false;
    }
  };
  return new Set(sheet.outbox.filter(isExcused));
}

/** The server did not know yet to whom. */
const NOBODY = '';

function isOfTheMail({ reply }: PermanentRefusal): boolean {
  return reply.startsWith('5') && !NOT_OF_THE_MAIL.test(reply);
}

function counter(addresses: readonly string[]) {
  const left = new Map<string, number>();
  for (const address of addresses) left.set(keyOf(address), (left.get(keyOf(address)) ?? 0) + 1);
  return {
    /** @returns whether there was one more */
    take(address: string): boolean {
      const count = left.get(keyOf(address)) ?? 0;
      if (count > 0) left.set(keyOf(address), count - 1);
      return count > 0;
    },
  };
}

function keyOf(address: string): string {
  return address.trim().toLowerCase();
}
