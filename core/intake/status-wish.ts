/** A mail that asks how tickets stand and says nothing else, and of which tickets its writer may be told. */
import { addressKey } from '../mail/addresses';
import type { Mail } from '../mail/mail';
import { isMobileSignature, isSignatureDelimiter } from '../mail/signature';
import { readSubject } from '../mail/subject';
import { parseTicketId, type TicketId } from '../ticket/ticket-id';
import type { Instant } from '../time/instant';
import { folded } from '../words/folded';
import type { TicketStatus } from '../workbook/choices';
import { BESIDE_STATUS, STATUS_WORDS } from './status-words';

export interface StatusWish {
  /** The tickets that it names, each once; none: those of the conversation, or all of the writer. */
  readonly named: readonly TicketId[];
}

/** A longer mail has more to say than this. */
const MOST_WORDS = 30;
const LONGEST = 500;

type Said =
  /** It asks for the status. */
  | 'asks'
  /** Greeting, thanks, a name, numbers of tickets: nothing that a person need read. */
  | 'nothing'
  | 'more';

/** @param words the sender's own, quotes and signature cut off as far as they could be told */
export function statusWish(
  mail: Pick<Mail, 'subject' | 'from' | 'fromProblems' | 'attachments' | 'calendar'>,
  words: string,
): StatusWish | null {
  if (mail.fromProblems.length > 0 || mail.calendar !== null) return null;
  if (mail.attachments.some(({ inline }) => !inline)) return null;
  const { base, isReply, isForward } = readSubject(mail.subject);
  if (isForward || words.length > LONGEST || base.length > LONGEST) return null;
  const name = mail.from?.name ?? '';
  const inSubject = said(base, name);
  const inBody = said(withoutCard(words), name);
  if (inBody.said === 'more') return null;
  // The subject of an answer was somebody else's; of a first mail it says what "status?" is about.
  // "Thank you!" below "Re: status" answers our own mail about it.
  const bodyAdds = inBody.said === 'nothing' && isReply && inBody.hasWords;
  const asks =
    (inSubject.said === 'asks' && !bodyAdds) ||
    (inBody.said === 'asks' && (isReply || inSubject.said === 'nothing' || inSubject.named.length > 0));
  return asks ? { named: Array.from(new Set([...inSubject.named, ...inBody.named])) } : null;
}

/** Behind the signs of `[#T-7K3Q9]`, the dash and the case may be lost; a word with a letter more is another word. */
const TICKET = /\[?#?(?<![\p{L}\p{N}-])T[-–\s]?[0-9A-Z]{5,12}(?![\p{L}\p{N}])\]?/giu;

interface Saying {
  readonly said: Said;
  readonly hasWords: boolean;
  readonly named: readonly TicketId[];
}

function said(text: string, name: string): Saying {
  const named: TicketId[] = [];
  const rest = text.replace(TICKET, (written) => {
    const ticket = parseTicketId(written.replace('–', '-'));
    // "T shirts" reads like a number without its dash: one has a digit, or was written as one.
    if (ticket === null || !/[-–\d#]/.test(written)) return written;
    named.push(ticket);
    return ' ';
  });
  const words = wordsOf(rest);
  const own = new Set(wordsOf(name));
  const isMore =
    words.length > MOST_WORDS ||
    !words.every((word) => STATUS_WORDS.has(word) || BESIDE_STATUS.has(word) || own.has(word));
  const asks = words.some((word) => STATUS_WORDS.has(word));
  return { said: isMore ? 'more' : asks ? 'asks' : 'nothing', hasWords: words.length > 0, named };
}

function wordsOf(text: string): string[] {
  return folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** What phones and cards put below, where a mail of one word left trimming nothing above it to go by. */
function withoutCard(words: string): string {
  const lines = words.split('\n');
  const end = lines.findIndex(isSignatureDelimiter);
  return (end === -1 ? lines : lines.slice(0, end)).filter((line) => !isMobileSignature(line)).join('\n');
}

export interface TellableTicket {
  /** The one that goes on, where it was merged. */
  readonly id: TicketId;
  readonly requesterEmail: string;
  readonly status: TicketStatus;
  readonly createdAt: Instant;
}

/** So many lines of one mail a person reads. */
const MOST_TOLD = 20;
const OVER: readonly TicketStatus[] = ['closed', 'spam'];

/**
 * Of a named ticket its requester alone is told, whoever else takes part in it; a number that is somebody else's is
 * answered like one that does not exist, so that nobody finds out numbers by asking.
 *
 * @param writer the sender's address: the answer goes there, so whoever borrows it learns nothing
 * @param conversation the ticket in which the mail was written; null: none
 * @param tickets every ticket that may be meant; merged ones as the ticket in which they go on
 * @returns the ones to tell, the latest first; none: a person must read the mail
 */
export function ticketsToTell(
  { named }: StatusWish,
  writer: string,
  conversation: TicketId | null,
  tickets: readonly TellableTicket[],
): readonly TicketId[] {
  const key = addressKey(writer);
  if (key === '') return [];
  const own = tickets.filter(
    ({ requesterEmail, status }) => addressKey(requesterEmail) === key && status !== 'spam',
  );
  const wanted =
    named.length > 0
      ? own.filter(({ id }) => named.includes(id))
      : conversation !== null
        ? own.filter(({ id }) => id === conversation)
        : own.filter(({ status }) => !OVER.includes(status));
  const latestFirst = [...wanted].sort((a, b) => b.createdAt - a.createdAt);
  return Array.from(new Set(latestFirst.map(({ id }) => id))).slice(0, MOST_TOLD);
}
