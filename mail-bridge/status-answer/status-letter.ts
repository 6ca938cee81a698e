/** To a participant who asked by mail how their tickets stand. */
import type { StatusTold, ToldTicket } from '../../core/intake/status-told';
import { isLanguage, type Language } from '../../core/language';
import { addressKey } from '../../core/mail/addresses';
import { cleanLine, cutText } from '../../core/mail/clean-text';
import { signMessageId } from '../../core/mail/signed-id';
import { readSubject, withTicketToken } from '../../core/mail/subject';
import type { OutgoingMail } from '../../core/outbox/outgoing-mail';
import { needOf } from '../../core/template/choose';
import { NO_DESK } from '../../core/template/view';
import { formatDay } from '../../core/time/civil';
import { formatShortDay } from '../../core/time/format';
import type { Instant } from '../../core/time/instant';
import { dayAt } from '../../core/time/zoned';
import type { Row } from '../../core/workbook/rows';
import { statusForParticipant, statusLine } from '../../sheet-templates/words/status-answer';
import type { LetterContext } from '../outbox/letter-context';
import { keyMark, ownMessageId } from '../outbox/own-message-id';
import { ownMail, writeLetter } from '../outbox/write-letter';

export interface StatusLetterWish {
  /** Equal for the same wish, so that it is answered once. */
  readonly key: string;
  readonly to: string;
  /** Message-ID of the mail that held the wish; null: it has none of its own. */
  readonly messageId: string | null;
  readonly told: Exclude<StatusTold, { kind: 'not-told' }>;
  /** Subjects are the words of whoever wrote under this address: only its owner is shown them. */
  readonly showsSubjects: boolean;
  /** Of the wish itself; null: its words do not tell. */
  readonly language: Language | null;
  readonly participants: readonly Row<'participants'>[];
}

/** The template, by which such a letter is known. */
export const STATUS_ANSWER = 'status_answer';
const LONGEST_SUBJECT = 80;

/** @returns null when the firm's template cannot be read and there is none to fall back on */
export function statusAnswerLetter(wish: StatusLetterWish, context: LetterContext): OutgoingMail | null {
  const { key, to, messageId, told, participants } = wish;
  const { keys, domain, now, facts } = context;
  const rows = participants.filter(({ email }) => addressKey(email) === addressKey(to));
  const person = rows[rows.length - 1];
  const tickets = told.kind === 'tickets' ? told.tickets : [];
  // Of several nobody knows which one an answer is about.
  const only = told.kind === 'tickets' && told.tickets.length === 1 ? told.tickets[0] : null;
  const language =
    rows.map((row) => row.language).find(isLanguage) ??
    tickets.map((ticket) => ticket.language).find(isLanguage) ??
    wish.language ??
    facts.settings.language;
  const subjectOf = (ticket: ToldTicket) => (wish.showsSubjects ? shownSubject(ticket) : '');
  const need = rows.some((row) => needOf(row) === 'accessible') ? 'accessible' : 'any';
  const written = writeLetter(
    STATUS_ANSWER,
    { language, audience: person?.audience || 'any', need },
    context,
    {
      personName: person?.name ?? '',
      ...(only && {
        ticket: {
          id: only.id,
          subject: subjectOf(only),
          status: statusForParticipant(only.status, language),
        },
      }),
      desk: {
        ...NO_DESK,
        list: tickets.map((ticket) => lineOf(ticket, subjectOf(ticket), language, context)).join('\n'),
      },
    },
  );
  if (!written) return null;
  return {
    // Counted and held back like every mail that tells people by a program that we heard them.
    ...ownMail('acknowledgement', key, to, language, now),
    ...written,
    subject: only ? withTicketToken(written.subject, only.id) : written.subject,
    template: STATUS_ANSWER,
    ticketId: only?.id ?? null,
    sessionId: '',
    messageId: only
      ? signMessageId(only.id, keyMark(key, keys), domain, keys)
      : ownMessageId(key, domain, keys),
    // RFC 3834 §3.1.5: the answer stands in the thread of the question.
    inReplyTo: messageId,
    references: messageId === null ? [] : [messageId],
    plainOnly: need === 'accessible',
  };
}

/** Without the number, which stands beside it. */
function shownSubject({ subject }: ToldTicket): string {
  const line = cleanLine(readSubject(subject).base);
  return line.length <= LONGEST_SUBJECT ? line : `${cutText(line, LONGEST_SUBJECT - 1).trimEnd()}…`;
}

function lineOf(
  { id, status, createdAt, answeredAt }: ToldTicket,
  subject: string,
  language: Language,
  { facts, offset }: LetterContext,
): string {
  const day = (at: Instant | null): string =>
    at === null ? '' : formatShortDay(formatDay(dayAt(at, facts.settings.zone, offset)), language);
  return statusLine({ id, status, subject, received: day(createdAt), answered: day(answeredAt) }, language);
}
