/** A mail that came in, or was found among the sent ones, as a row of Messages. */
import type { Language } from '../language';
import type { MailClass } from '../mail/class-rule';
import type { Mail } from '../mail/mail';
import { withoutReplyToken } from '../mail/signed-id';
import type { TicketId } from '../ticket/ticket-id';
import type { RowChange } from '../workbook/rows';
import type { IncomingMail } from './incoming';
import { forCell } from './message-notes';

export interface MessageRowFacts {
  readonly id: string;
  readonly ticketId: TicketId | null;
  readonly direction: 'in' | 'out' | 'note';
  /** Who wrote it, as it is shown. */
  readonly from: string;
  /** What of its text is said in the conversation. */
  readonly words: string;
  readonly language: Language;
  readonly messageId: string;
  readonly warnings: string;
  /** Left out: as the mail was classified. */
  readonly class?: MailClass;
  readonly firmLanguage: Language;
}

export function messageRow(incoming: IncomingMail, facts: MessageRowFacts): RowChange<'messages'> {
  const { mail, classification, receivedAt, original } = incoming;
  // An address that is signed for one person lets whoever holds it write into the ticket.
  const inCell = (text: string): string => forCell(withoutReplyToken(text), original, facts.firmLanguage);
  return {
    id: facts.id,
    ticket_id: facts.ticketId ?? '',
    at: receivedAt,
    direction: facts.direction,
    from: facts.from,
    to: mail.to.map(({ address }) => withoutReplyToken(address)).join(', '),
    subject: mail.subject,
    text: inCell(facts.words),
    full_text: incoming.fullText === facts.words ? '' : inCell(incoming.fullText),
    class: facts.class ?? classification.class,
    language: facts.language,
    attachments: mail.attachments.filter(({ inline }) => !inline).map(({ filename }) => filename),
    message_id: facts.messageId,
    original,
    warnings: facts.warnings,
  };
}

export function shownAddress(from: Mail['from']): string {
  if (!from) return '';
  return from.name === '' ? from.address : `${from.name} <${from.address}>`;
}
