/**
 * The files that go with a row of the Outbox tab. A row names them at best, so they are looked for where they lie: in the
 * originals of the mails that came.
 */
import type { KnownTickets } from '../../core/intake/known-tickets';
import { isLanguage, type Language } from '../../core/language';
import type { Mail } from '../../core/mail/mail';
import { isAnswer } from '../../core/mail/own-words';
import { readText } from '../../core/mail/reply';
import {
  notAttachedInWords,
  notPassedOnInWords,
  originalGoneInWords,
} from '../../core/outbox/left-out-words';
import { relayedRowId } from '../../core/outbox/outbox-row';
import { passedOnFiles, type Relayed, relayedFiles } from '../../core/outbox/relayed-files';
import { isTicketId, type TicketId } from '../../core/ticket/ticket-id';
import { type Instant, MS_PER_MINUTE } from '../../core/time/instant';
import type { Row } from '../../core/workbook/rows';
import type { Ledger } from '../intake/ledger';
import { rowIdOf, type SpooledRecord } from '../intake/ledger-records';
import type { Log } from '../log/log';
import { withPicturePlaces } from '../mime/picture-places';
import { readMail } from '../mime/read-mail';
import type { Spool } from '../state/spool';
import { reasonOf } from '../user-error';
import { mailsOfTickets } from './mails-of-tickets';
import { NO_ROW_FILES, type RowFiles } from './take-on';

export interface RowFilesContext {
  readonly ledger: Pick<Ledger, 'history'>;
  readonly spool: Pick<Spool, 'read'>;
  readonly tickets: Pick<KnownTickets, 'get' | 'goesOnIn'>;
  readonly log: Log;
}

export type FindRowFiles = (row: Row<'outbox'>, firmLanguage: Language) => Promise<RowFiles>;

/** Each is read and understood anew. Whoever writes more than these between two answers has them in the mailbox. */
const MOST_READ = 10;
/** The clocks of the mail server and of the Sheet differ by less. */
const CLOCKS_APART = MS_PER_MINUTE;

export function rowFiles(context: RowFilesContext): FindRowFiles {
  const { ledger, tickets } = context;
  const mailsOf = mailsOfTickets(ledger, tickets.goesOnIn);

  return async (row, firmLanguage) => {
    const language = isLanguage(row.language) ? row.language : firmLanguage;
    const relayed = relayedRowId(row.key);
    if (relayed !== null)
      return row.attachments.length === 0 ? NO_ROW_FILES : ofRelay(row, relayed, language);
    if (row.kind !== 'assignment' || !isTicketId(row.ticket_id)) return NO_ROW_FILES;
    return ofParticipant(sinceOurAnswer(row.ticket_id, row.created_at), language);
  };

  /** What the letter shows in full (core/trainer/conversation-view.ts), the latest first. */
  function sinceOurAnswer(ticketId: TicketId, writtenAt: Instant | null): readonly SpooledRecord[] {
    const answeredAt = tickets.get(ticketId)?.lastOutboundAt ?? null;
    return (
      mailsOf(ticketId)
        .filter(({ at }) => answeredAt === null || at > answeredAt)
        // What came while the letter waited is another letter's matter.
        .filter(({ at }) => writtenAt === null || at <= writtenAt + CLOCKS_APART)
        .sort((a, b) => b.at - a.at)
        .slice(0, MOST_READ)
    );
  }

  async function ofParticipant(mails: readonly SpooledRecord[], language: Language): Promise<RowFiles> {
    const read: Relayed[] = [];
    for (const spooled of mails) {
      const mail = await original(spooled);
      if (mail === null) continue;
      read.push({
        original: spooled.name,
        mail,
        words: readText(mail, { firstMessage: !isAnswer(mail) }).reply,
      });
    }
    const { files, leftOut } = passedOnFiles(read);
    const notes = [
      ...(leftOut.length === 0 ? [] : [notPassedOnInWords(leftOut, language)]),
      ...(read.length === mails.length ? [] : [originalGoneInWords(language)]),
    ];
    return { files, note: notes.join('\n') };
  }

  /** The colleague's mail is through, and the bridge stopped right before it noted the relay. */
  async function ofRelay(row: Row<'outbox'>, rowId: string, language: Language): Promise<RowFiles> {
    const spooled = ledger.history().find((mail) => rowIdOf(mail.spooled) === rowId)?.spooled;
    const mail = spooled === undefined ? null : await original(spooled);
    const found =
      spooled === undefined || mail === null
        ? []
        : relayedFiles({ original: spooled.name, mail, words: row.body }).files;
    const files = found.filter(({ filename }) => row.attachments.includes(filename));
    const missing = row.attachments.filter((name) => !files.some(({ filename }) => filename === name));
    return { files, note: missing.length === 0 ? '' : notAttachedInWords(missing, language, true) };
  }

  /** null: it is gone, or cannot be read. */
  async function original({ name, partial }: SpooledRecord): Promise<Mail | null> {
    try {
      const mail = withPicturePlaces(await readMail(context.spool.read(name)));
      if (!partial) return mail;
      return {
        ...mail,
        warnings: [...mail.warnings, { code: 'parts-cut', text: 'Only its beginning was read.' }],
      };
    } catch (error) {
      context.log.warn(
        { original: name, reason: reasonOf(error) },
        'the original of a mail cannot be read; what would take its files along goes out without them and says so',
      );
      return null;
    }
  }
}
