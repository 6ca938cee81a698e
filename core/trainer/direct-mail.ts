/**
 * THE rule for mails that somebody of the firm wrote to a participant past Rowdesk: in the shared mailbox's own web mail
 * (found in the folder of sent mails), or from an own account with the mailbox in Cc (found in the inbox). Which ticket
 * does such a mail answer?
 *
 * Such a mail may as well be private, about an invoice, or to somebody who only happens to have a ticket. So the mail
 * itself must lead to the ticket, by what it answers or by the ticket's number, and it must go to one of the ticket's
 * people. That its reader has one open ticket is no such trace: a mailing to all participants would stop the clocks of
 * half of them.
 */
import { addressKey } from '../mail/addresses';
import type { ClassifyContext } from '../mail/class-rule';
import { CLASS_RULES } from '../mail/classify-rules';
import { headerValues, type Mail } from '../mail/mail';
import { readMessageIds } from '../mail/message-id';
import { type MacKeys, readReplyAddress, readSignedMessageId, withoutReplyToken } from '../mail/signed-id';
import { readSubject, subjectKey, ticketTokens } from '../mail/subject';
import { ancestorIds, type Known, recipientWords, type ThreadedBy } from '../mail/thread';
import type { TicketId } from '../ticket/ticket-id';
import { type Instant, minutes, plus } from '../time/instant';
import type { Asked } from './trainer-mail-types';

export interface DirectMailFacts {
  /** Addresses of the mailbox. */
  readonly own: readonly string[];
  readonly isColleague: (address: string) => boolean;
  /** Did we make this Message-ID? */
  readonly ownMessageId: (id: string) => boolean;
  readonly keys: MacKeys;
  readonly known: Pick<Known, 'ticketOfMessageId' | 'ticketAwaiting' | 'ticketsOfSubject' | 'goesOnIn'>;
  readonly ticket: (id: TicketId) => DirectTicket | null;
  /** By the mailbox's own server, or the clock of the program that filed the copy. */
  readonly sentAt: Instant;
  /** Which of our letters to a colleague it answers, where somebody has looked. */
  readonly asked?: Asked | null;
}

export interface DirectTicket {
  readonly requesterEmail: string;
  /** In the form of addressKey. */
  readonly participants: ReadonlySet<string>;
  readonly createdAt: Instant;
}

export type DirectMail =
  | {
      readonly kind: 'answer';
      readonly ticket: TicketId;
      readonly by: ThreadedBy;
      /** Whom of the ticket's people it answers: the one who asks, where they are among its readers. */
      readonly to: string;
    }
  | { readonly kind: 'none'; readonly why: NoAnswer };

export type NoAnswer =
  /** Rowdesk has sent it. */
  | 'ours'
  /** The mailbox's responder, a receipt, a mailing. */
  | 'automatic'
  /** The From header names nobody of the firm: somebody has moved it there. */
  | 'not-from-us'
  /** To ourselves and to colleagues. */
  | 'to-nobody'
  /** It leads to no ticket of one of its readers, as far as is known by now. */
  | 'no-ticket';

export function readDirectMail(mail: Mail, facts: DirectMailFacts): DirectMail {
  if (isMadeByUs(mail, facts)) return none('ours');
  if (!isFromUs(mail, facts)) return none('not-from-us');
  if (isAutomatic(mail, facts)) return none('automatic');
  const readers = readersOf(mail, facts);
  if (readers.to.length === 0) return none('to-nobody');
  for (const [by, tickets] of traces(mail, readers, facts)) {
    const led = Array.from(new Set(tickets.map(facts.known.goesOnIn))).flatMap((ticket) => {
      if (GUESSED.has(by) && isBefore(ticket, facts)) return [];
      const to = whomOf(readers, ticket, mail, facts);
      return to === null ? [] : [{ ticket, to }];
    });
    const [only] = led;
    // Two numbers, or two matters of one name: nobody can tell which is answered.
    if (only !== undefined) return led.length === 1 ? { kind: 'answer', by, ...only } : none('no-ticket');
  }
  return none('no-ticket');
}

const none = (why: NoAnswer): DirectMail => ({ kind: 'none', why });

/** Microsoft 365 gives a mail a Message-ID of its own and keeps ours in the second header. */
const ID_HEADERS = ['message-id', 'x-microsoft-original-message-id'];

/**
 * The mark need not be proved: no mail program writes one, and the keys by which it could be may be lost with the state
 * folder, while the copies of what was sent then are still there.
 */
function isMadeByUs(mail: Mail, { ownMessageId, keys }: DirectMailFacts): boolean {
  if (headerValues(mail.headers, 'x-rowdesk-loop').length > 0) return true;
  const ids = ID_HEADERS.flatMap((name) => headerValues(mail.headers, name)).flatMap(readMessageIds);
  return ids.some((id) => ownMessageId(id) || readSignedMessageId(id, keys) !== null);
}

function isFromUs({ from }: Mail, facts: DirectMailFacts): boolean {
  const address = from?.address ?? '';
  return isOwn(address, facts) || facts.isColleague(address);
}

function isOwn(address: string, { own }: Pick<DirectMailFacts, 'own'>): boolean {
  const key = addressKey(withoutReplyToken(address));
  return own.some((each) => addressKey(each) === key);
}

/** What a rule means for a mail that comes in, it means for one that goes out: nobody has written it by hand. */
const AUTOMATIC = CLASS_RULES.filter(
  ({ name, means }) =>
    (means === 'auto-reply' || means === 'report' || means === 'list') &&
    // "Please confirm your address" is what people of a help desk write too.
    name !== 'challenge-response',
);

function isAutomatic(mail: Mail, { own, ownMessageId }: DirectMailFacts): boolean {
  const context: ClassifyContext = { ownAddresses: own, ownMessageId };
  return AUTOMATIC.some((rule) => rule.test(mail, context));
}

interface Readers {
  /** To, in the form of addressKey; without ourselves. */
  readonly to: readonly string[];
  readonly addressed: readonly string[];
}

function readersOf(mail: Mail, facts: DirectMailFacts): Readers {
  const outside = (mailboxes: Mail['to']) =>
    mailboxes
      .map(({ address }) => addressKey(address))
      .filter((address) => address !== '' && !isOwn(address, facts));
  const addressed = outside(mail.to);
  const to = Array.from(new Set([...addressed, ...outside(mail.cc)]));
  return { to, addressed };
}

/** The program that filed the copy may have a clock of its own. */
const CLOCKS_DIFFER = minutes(5);

/** A subject may be that of an earlier matter. Whoever answers a mail of the ticket wrote after it, whatever the clocks say. */
const GUESSED: ReadonlySet<ThreadedBy> = new Set(['subject-token', 'same-subject']);

function isBefore(id: TicketId, { ticket, sentAt }: DirectMailFacts): boolean {
  const createdAt = ticket(id)?.createdAt;
  return createdAt !== undefined && plus(sentAt, CLOCKS_DIFFER) < createdAt;
}

/**
 * Colleagues are among a ticket's people when they were shown it: a word to them is no answer, unless they ask
 * themselves. Handed on, the mail is an answer to the one who asked only, when it is addressed to them.
 *
 * @returns null: to none of them
 */
function whomOf({ to, addressed }: Readers, id: TicketId, mail: Mail, facts: DirectMailFacts): string | null {
  const ticket = facts.ticket(id);
  if (ticket === null) return null;
  const requester = addressKey(ticket.requesterEmail);
  const { isForward, isReply } = readSubject(mail.subject);
  if (isForward && !isReply) return addressed.includes(requester) ? requester : null;
  if (to.includes(requester)) return requester;
  return to.find((address) => ticket.participants.has(address) && !facts.isColleague(address)) ?? null;
}

const ASKED_BY: Readonly<Record<Asked['by'], ThreadedBy>> = {
  'reply-address': 'reply-address',
  'message-id': 'own-message-id',
};

/** Where the mail leads, the surest first; several tickets where one trace leads to several. */
function* traces(
  mail: Mail,
  { to }: Readers,
  { known, keys, asked = null }: DirectMailFacts,
): Generator<readonly [ThreadedBy, readonly TicketId[]]> {
  if (asked !== null) yield [ASKED_BY[asked.by], [asked.ticket]];
  for (const word of recipientWords(mail)) {
    const signed = readReplyAddress(word, keys);
    if (signed !== null) yield ['reply-address', [signed]];
  }
  const ids = ancestorIds(mail);
  for (const id of ids) {
    const signed = readSignedMessageId(id, keys);
    if (signed !== null) yield ['own-message-id', [signed]];
  }
  for (const id of ids) {
    const ticket = known.ticketOfMessageId(id);
    if (ticket !== null) yield ['known-message-id', [ticket]];
  }
  // The participant's answer to it came in before it.
  const awaiting = mail.messageIdMissing ? null : known.ticketAwaiting(mail.messageId);
  if (awaiting !== null) yield ['known-message-id', [awaiting]];
  yield ['subject-token', ticketTokens(mail.subject)];
  // What it answers is named, and is none of ours: a conversation of another kind under the same subject.
  if (ids.length > 0) return;
  const { isReply, isForward } = readSubject(mail.subject);
  if (!isReply || isForward) return;
  const key = subjectKey(mail.subject);
  yield ['same-subject', to.flatMap((reader) => known.ticketsOfSubject(reader, key))];
}
