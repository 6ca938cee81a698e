/** Takes on what people, the tracker and an interrupted intake ask for in the Outbox tab. Sends nothing. */
import type { KnownTickets } from '../../core/intake/known-tickets';
import { isRelay, isTold, relayedRowId } from '../../core/outbox/outbox-row';
import { isForTheTeam } from '../../core/outbox/outgoing-mail';
import { isTicketId } from '../../core/ticket/ticket-id';
import type { Instant } from '../../core/time/instant';
import type { Row } from '../../core/workbook/rows';
import type { DeskFacts } from '../desk-facts';
import type { Ledger } from '../intake/ledger';
import { rowIdOf } from '../intake/ledger-records';
import type { Keys } from '../keys';
import type { Log } from '../log/log';
import type { OutboxBook } from '../outbox/outbox-book';
import type { FindRowFiles } from '../outbox/row-files';
import { takeOn, waitsForUs } from '../outbox/take-on';

export interface AskedMailsContext {
  readonly ledger: Pick<Ledger, 'unsettled' | 'waiting'>;
  readonly book: OutboxBook;
  readonly tickets: KnownTickets;
  readonly keys: Keys;
  readonly domain: string;
  readonly filesOf: FindRowFiles;
  readonly now: () => Instant;
  readonly log: Log;
}

export async function takeOnAskedMails(
  outbox: readonly Row<'outbox'>[],
  { settings }: Pick<DeskFacts, 'settings'>,
  { ledger, book, tickets, keys, domain, filesOf, now, log }: AskedMailsContext,
): Promise<void> {
  const { firm_name: firmName, language: firmLanguage } = settings;
  for (const row of outbox) {
    if (!waitsForUs(row) || book.get(row.key) !== null || isLeftToIntake(row, { ledger, tickets })) continue;
    const files = await filesOf(row, firmLanguage);
    // Mails are taken in side by side with this, and the same row may stand there twice.
    if (book.get(row.key) !== null) continue;
    const taken = takeOn(row, { book, tickets, keys, domain, firmName, firmLanguage, files, now: now() });
    if (!taken) continue;
    // The note stands in no cell yet, and would be taken for something that a person has deleted there.
    book.admit(taken.mail, files.note !== '' || files.files.length > 0);
    if (taken.kind === 'unsendable') {
      book.step(row.key, { kind: 'refused' }, now(), taken.why);
      log.warn({ key: row.key, why: taken.why }, 'a row of the Outbox cannot be sent');
    } else if (taken.mail.ticketId && !isForTheTeam(taken.mail.kind)) {
      const { ticketId, messageId, to } = taken.mail;
      tickets.mailOut({ ticketId, messageId, to, answeredAt: null });
    }
  }
}

/**
 * Rows that were written together with a mail that came, and that a stop left behind before the ledger knew the mail. Intake
 * goes on with it: it knows what the mail answers and which files it has, and makes the same mail of ours once more.
 *
 * When the ledger has the mail, and the book not the one that it set off, there are two ways: the bridge stopped between
 * the two, or the state folder was lost and the Sheet is all there is. In both nobody else will ever send it, so it is
 * taken on from its row. What is in the book at the same time cannot go out a second time: the key is the same.
 */
export function isLeftToIntake(
  { key, kind, ticket_id }: Pick<Row<'outbox'>, 'key' | 'kind' | 'ticket_id'>,
  { ledger, tickets }: Pick<AskedMailsContext, 'ledger'> & { readonly tickets: Pick<KnownTickets, 'get'> },
): boolean {
  // Its mail opens the ticket: until that is through, the ticket is not known.
  if (kind === 'acknowledgement') return isTicketId(ticket_id) && tickets.get(ticket_id) === null;
  if (isRelay(key)) {
    const row = relayedRowId(key);
    // An answer that was held may have been let go by a later mail, with which its row was written.
    return ledger.unsettled().length > 0 || ledger.waiting().some((spooled) => rowIdOf(spooled) === row);
  }
  // Some keys do not say which mail it was; such a letter is in no hurry.
  return isTold(key) && ledger.waiting().length > 0;
}
