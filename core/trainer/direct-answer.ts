/** An answer that was sent past Rowdesk, as intake writes it down: nothing goes out, and the ticket is answered. */
import type { IncomingMail } from '../intake/incoming';
import { messageRow, shownAddress } from '../intake/message-row';
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
  const { mail, receivedAt } = incoming;
  const { ticketId, ticket, firmLanguage } = facts;
  return {
    outcome: 'agent-reply',
    message: messageRow(incoming, {
      id: facts.messageRowId,
      ticketId,
      direction: 'out',
      from: writerOf(mail, facts),
      words: incoming.words,
      language: incoming.language ?? ticket.language,
      messageId: mail.messageId,
      // Mails of the mailbox's own address look like its echo.
      class: 'human',
      warnings: pastUs(mail, facts),
      firmLanguage,
    }),
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

const FROM_MAILBOX: Localized = {
  en: 'Sent from the mailbox itself; Rowdesk sent nothing.',
  pl: 'Wysłano wprost ze skrzynki; Rowdesk nic nie wysyłał.',
  uk: 'Надіслано просто зі скриньки; Rowdesk нічого не надсилав.',
};

const FROM_COLLEAGUE: Localized = {
  en: 'Sent to the participant from a colleague’s own address; Rowdesk sent nothing.',
  pl: 'Wysłano do uczestnika wprost z adresu osoby z zespołu; Rowdesk nic nie wysyłał.',
  uk: 'Надіслано учасникові просто з адреси колеги; Rowdesk нічого не надсилав.',
};

/** The warnings cell: why there is no row of the Outbox. */
export function pastUs(
  mail: Mail,
  { own, firmLanguage }: Pick<DirectAnswerFacts, 'own' | 'firmLanguage'>,
): string {
  const from = addressKey(withoutReplyToken(mail.from?.address ?? ''));
  const said = own.some((address) => addressKey(address) === from) ? FROM_MAILBOX : FROM_COLLEAGUE;
  return [said[firmLanguage], ...mail.warnings.map(({ text }) => text)].join(' ');
}

/** A colleague who may write in the mailbox's name is named as Sender (RFC 5322 §3.6.2; Gmail and Exchange do so). */
function writerOf(mail: Mail, { isColleague }: DirectAnswerFacts): string {
  const sender = /[^\s<>"',;]+@[^\s<>"',;]+/.exec(headerValue(mail.headers, 'sender') ?? '')?.[0] ?? '';
  if (isColleague(sender)) return addressKey(sender);
  return shownAddress(mail.from);
}

/** A mail to more people than this is a mailing. */
const MOST_SHOWN_TO = 50;

/** Whom the writer let see the conversation may go on with it; of a mailing only the ticket's own people. */
export function shownTo(
  { to, cc }: Mail,
  {
    own,
    isColleague,
    ticket,
  }: Pick<DirectAnswerFacts, 'own' | 'isColleague'> & {
    readonly ticket: Pick<DirectTicket, 'requesterEmail' | 'participants'>;
  },
): readonly string[] {
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
