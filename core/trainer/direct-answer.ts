/** An answer that was sent past Rowdesk, as intake writes it down: nothing goes out, and the ticket is answered. */
import type { IncomingMail } from '../intake/incoming';
import { forCell } from '../intake/message-notes';
import type { IntakePlan } from '../intake/plan-intake';
import type { Language, Localized } from '../language';
import { addressKey } from '../mail/addresses';
import { headerValue, type Mail } from '../mail/mail';
import { withoutReplyToken } from '../mail/signed-id';
import type { TicketId } from '../ticket/ticket-id';
import type { Instant } from '../time/instant';
import type { DirectMailFacts, DirectTicket } from './direct-mail';

export interface DirectAnswerFacts extends Pick<DirectMailFacts, 'own' | 'isColleague'> {
  readonly ticketId: TicketId;
  readonly ticket: DirectTicket & { readonly language: Language };
  /** Id of the mail's row in Messages. */
  readonly messageRowId: string;
  readonly firmLanguage: Language;
}

export function directAnswer(incoming: IncomingMail, facts: DirectAnswerFacts): IntakePlan {
  const { mail, receivedAt, original } = incoming;
  const { ticketId, ticket, firmLanguage } = facts;
  const inCell = (text: string): string => forCell(withoutReplyToken(text), original, firmLanguage);
  const text = inCell(incoming.words);
  const fullText = inCell(incoming.fullText);
  return {
    outcome: 'agent-reply',
    message: {
      id: facts.messageRowId,
      ticket_id: ticketId,
      at: receivedAt,
      direction: 'out',
      from: writerOf(mail, facts),
      to: mail.to.map(({ address }) => address).join(', '),
      subject: mail.subject,
      text,
      full_text: fullText === text ? '' : fullText,
      class: 'human',
      language: incoming.language ?? ticket.language,
      attachments: mail.attachments.filter(({ inline }) => !inline).map(({ filename }) => filename),
      message_id: mail.messageId,
      original,
      warnings: [PAST_US[firmLanguage], ...mail.warnings.map(({ text: warning }) => warning)].join(' '),
    },
    ticket: null,
    answered: {
      ticketId,
      messageId: mail.messageId,
      to: shownTo(mail, facts).join(', '),
      // A ticket is not answered before it is opened, whatever the clocks say.
      answeredAt: later(receivedAt, ticket.createdAt),
    },
    birth: { priority: 'normal', session: null },
    related: null,
    undelivered: null,
    acknowledge: null,
  };
}

const PAST_US: Localized = {
  en: 'Sent from the mailbox itself; Rowdesk sent nothing.',
  pl: 'Wysłano wprost ze skrzynki; Rowdesk nic nie wysyłał.',
  uk: 'Надіслано просто зі скриньки; Rowdesk нічого не надсилав.',
};

/** A colleague who may write in the mailbox's name is named as Sender (RFC 5322 §3.6.2; Gmail and Exchange do so). */
function writerOf(mail: Mail, { isColleague }: DirectAnswerFacts): string {
  const sender = /[^\s<>"',;]+@[^\s<>"',;]+/.exec(headerValue(mail.headers, 'sender') ?? '')?.[0] ?? '';
  if (isColleague(sender)) return addressKey(sender);
  const { address, name } = mail.from ?? { address: '', name: '' };
  return name === '' ? address : `${name} <${address}>`;
}

/** A mail to more people than this is a mailing. */
const MOST_SHOWN_TO = 50;

/** Whom the writer let see the conversation may go on with it; of a mailing only the ticket's own people. */
function shownTo({ to, cc }: Mail, { own, isColleague, ticket }: DirectAnswerFacts): readonly string[] {
  const mine = own.map(addressKey);
  const readers = Array.from(new Set([...to, ...cc].map(({ address }) => addressKey(address)))).filter(
    (address) => address !== '' && !mine.includes(addressKey(withoutReplyToken(address))),
  );
  const isOnes = (address: string): boolean =>
    address === addressKey(ticket.requesterEmail) || ticket.participants.has(address);
  return readers.length > MOST_SHOWN_TO
    ? readers.filter(isOnes)
    : readers.filter((address) => isOnes(address) || !isColleague(address));
}

function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}
