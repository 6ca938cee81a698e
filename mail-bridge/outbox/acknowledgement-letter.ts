/** To a participant whose mail became a ticket. */
import type { Language } from '../../core/language';
import { signMessageId } from '../../core/mail/signed-id';
import type { OutgoingMail } from '../../core/outbox/outgoing-mail';
import type { TicketId } from '../../core/ticket/ticket-id';
import { labelOfWord } from '../../sheet-templates/labels';
import type { Answered } from './answered-mail';
import type { LetterContext } from './letter-context';
import { keyMark } from './own-message-id';
import { ownMail, writeLetter } from './write-letter';

/** @returns null when the firm's template cannot be read and there is none to fall back on */
export function acknowledgementLetter(
  { to, messageId }: Answered,
  language: Language,
  ticket: TicketId,
  context: LetterContext,
): OutgoingMail | null {
  const { facts, now, keys, domain } = context;
  const key = `ack:${ticket}`;
  const template = facts.openAt(now) ? 'acknowledgement' : 'acknowledgement_out_of_hours';
  const written = writeLetter(template, { language, audience: 'any', need: 'any' }, context, {
    personName: '',
    // Never the sender's own subject: an acknowledgement must not carry a spammer's text to a third person.
    ticket: { id: ticket, subject: '', status: labelOfWord('status', 'new', language) },
  });
  if (!written) return null;
  return {
    ...ownMail('acknowledgement', key, to, language, now),
    ...written,
    template,
    ticketId: ticket,
    sessionId: '',
    messageId: signMessageId(ticket, keyMark(key, keys), domain, keys),
    // RFC 3834 §3.1.5: without them the mail program of the sender starts a second thread.
    inReplyTo: messageId,
    references: messageId === null ? [] : [messageId],
  };
}
