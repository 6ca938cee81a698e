/**
 * Letters of ours to colleagues that may be answered: a ticket that is theirs, and what became of their answers to it.
 *
 * Their Message-ID is signed for the ticket and for that colleague, and this is what makes such a letter one: where an
 * answer goes follows from it. None of them is part of the conversation with the participant.
 */
import { addressKey } from '../../core/mail/addresses';
import {
  readAgentMessageId,
  readSignedMessageId,
  type SignedFor,
  signAgentAddress,
  signAgentMessageId,
} from '../../core/mail/signed-id';
import type { OutgoingMail } from '../../core/outbox/outgoing-mail';
import type { TicketId } from '../../core/ticket/ticket-id';
import type { Keys } from '../keys';
import type { OutboxBook } from './outbox-book';
import { keyMark } from './own-message-id';
import { ownMail } from './write-letter';

/** What the bridge tells colleagues of their own mails. All other alerts are for reading only. */
const ANSWERABLE: ReadonlySet<string> = new Set([
  'answer_held',
  'commands_help',
  'command_refused',
  'mail_disbelieved',
  'confirm_address',
]);

/** Whether an answer to the letter is an answer to us about its ticket. */
export function mayBeAnswered({ kind, template }: Pick<OutgoingMail, 'kind' | 'template'>): boolean {
  return kind === 'assignment' || (kind === 'alert' && ANSWERABLE.has(template));
}

export interface ColleagueLetter
  extends Pick<OutgoingMail, 'key' | 'subject' | 'text' | 'language' | 'template' | 'createdBy'> {
  readonly kind: 'assignment' | 'alert';
  readonly ticketId: TicketId;
  /** Address of the colleague, who alone may answer. */
  readonly agent: string;
  readonly now: OutgoingMail['date'];
  /** Message-ID of the colleague's own mail that it is about; left out: it is about none. */
  readonly answers?: string | null;
}

export interface ColleagueMailContext {
  readonly book: Pick<OutboxBook, 'lettersTo'>;
  readonly keys: Keys;
  readonly domain: string;
}

export function colleagueMail(
  { key, kind, ticketId, agent, subject, text, language, template, now, createdBy, answers }: ColleagueLetter,
  { book, keys, domain }: ColleagueMailContext,
): OutgoingMail {
  return {
    ...ownMail(kind, key, agent, language, now),
    subject,
    text,
    template,
    ticketId,
    sessionId: '',
    createdBy,
    messageId: signedMessageId({ key, ticketId, agent }, { keys, domain }),
    ...inTheirThread({ key, ticketId, agent, answers: answers ?? null }, book),
  };
}

/** Of the letter with this key to this colleague: the same whenever it is made again. */
export function signedMessageId(
  { key, ticketId, agent }: Pick<ColleagueLetter, 'key' | 'ticketId' | 'agent'>,
  { keys, domain }: Pick<ColleagueMailContext, 'keys' | 'domain'>,
): string {
  return signAgentMessageId(ticketId, keyMark(key, keys), agent, domain, keys);
}

/**
 * Letters about one ticket are one thread in the colleague's mailbox, and never in the participant's: ids of the
 * conversation would lead a mail program to put the two together.
 */
export function inTheirThread(
  {
    key,
    ticketId,
    agent,
    answers,
  }: {
    readonly key: string;
    readonly ticketId: TicketId;
    readonly agent: string;
    readonly answers: string | null;
  },
  book: Pick<OutboxBook, 'lettersTo'>,
): Pick<OutgoingMail, 'inReplyTo' | 'references'> {
  const before = book
    .lettersTo(ticketId, agent)
    .filter(({ mail, state }) => mail.key !== key && state !== 'failed' && state !== 'cancelled')
    .map(({ mail }) => mail.messageId);
  const references = answers === null ? before : [...before, answers];
  return { inReplyTo: references[references.length - 1] ?? null, references };
}

/** For whom the letter was signed; null for every other mail. */
export function signedForColleague(
  { messageId, to }: Pick<OutgoingMail, 'messageId' | 'to'>,
  keys: Keys,
): SignedFor | null {
  return readAgentMessageId(messageId, [to], keys);
}

/** Somebody has put another address into the row of a letter: it is signed for whoever gets it. */
export function readdressed(
  mail: OutgoingMail,
  to: string,
  { book, keys, domain }: ColleagueMailContext,
): OutgoingMail {
  const signed = signedForColleague(mail, keys);
  if (signed === null || addressKey(to) === signed.agent) return { ...mail, to };
  const { ticket } = signed;
  return {
    ...mail,
    to,
    messageId: signedMessageId({ key: mail.key, ticketId: ticket, agent: to }, { keys, domain }),
    ...inTheirThread({ key: mail.key, ticketId: ticket, agent: to, answers: null }, book),
  };
}

/** Where an answer to the letter goes: an address that is good for this colleague and this ticket only. */
export function answerAddress(supportAddress: string, { ticket, agent }: SignedFor, keys: Keys): string {
  return signAgentAddress(supportAddress, ticket, agent, keys);
}

export interface OwnIds {
  readonly book: Pick<OutboxBook, 'mailOf'>;
  readonly keys: Keys;
  /** Addresses of the team: a letter may be older than the journals. */
  readonly team: () => Iterable<string>;
}

/** Whether we have made this Message-ID, for whomever. */
export function isOwnMessageId(messageId: string, { book, keys, team }: OwnIds): boolean {
  return (
    readSignedMessageId(messageId, keys) !== null ||
    book.mailOf(messageId) !== null ||
    readAgentMessageId(messageId, team(), keys) !== null
  );
}

/** The ticket that a letter to a colleague is about, by its Message-ID; null: it is no such letter. */
export function ticketOfLetter(messageId: string, { book, keys, team }: OwnIds): TicketId | null {
  const booked = book.mailOf(messageId);
  if (booked !== null) return signedForColleague(booked.mail, keys)?.ticket ?? null;
  return readAgentMessageId(messageId, team(), keys)?.ticket ?? null;
}
