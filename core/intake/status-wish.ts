/** A mail that asks how tickets stand and says nothing else. */
import type { Language } from '../language';
import type { Mail } from '../mail/mail';
import { isMobileSignature, isSignatureDelimiter } from '../mail/signature';
import { readSubject } from '../mail/subject';
import { parseTicketId, type TicketId } from '../ticket/ticket-id';
import { folded } from '../words/folded';
import { BESIDE_STATUS, STATUS_WORDS } from './status-words';

export interface StatusWish {
  /** The tickets that it names, each once; none: those of the conversation, or all of the writer. */
  readonly named: readonly TicketId[];
  /** That of the words, where one of them tells it. */
  readonly language: Language | null;
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
  // Whoever is called Stan signs with a word that asks in Polish.
  const name = `${mail.from?.name ?? ''} ${mail.from?.address.replace(/@.*/s, '') ?? ''}`;
  const inSubject = said(base, name);
  const inBody = said(withoutCard(words), name);
  if (inBody.said === 'more') return null;
  // The subject of an answer was somebody else's; of a first mail it says what "status?" is about.
  // "Thank you!" below "Re: status" answers our own mail about it.
  const bodyAdds = inBody.said === 'nothing' && isReply && inBody.hasWords;
  const asks =
    (inSubject.said === 'asks' && !bodyAdds) ||
    (inBody.said === 'asks' && (isReply || inSubject.said === 'nothing' || inSubject.named.length > 0));
  if (!asks) return null;
  return {
    named: Array.from(new Set([...inSubject.named, ...inBody.named])),
    // The subject of an answer was somebody else's.
    language: (isReply ? null : inSubject.language) ?? inBody.language,
  };
}

/** Behind the signs of `[#T-7K3Q9]`, the dash and the case may be lost; a word with a letter more is another word. */
const TICKET = /\[?#?(?<![\p{L}\p{N}-])T[-–\s]?[0-9A-Z]{5,12}(?![\p{L}\p{N}])\]?/giu;

interface Saying {
  readonly said: Said;
  readonly hasWords: boolean;
  readonly named: readonly TicketId[];
  readonly language: Language | null;
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
  const asking = words.filter((word) => STATUS_WORDS.has(word) && !own.has(word));
  return {
    said: isMore ? 'more' : asking.length > 0 ? 'asks' : 'nothing',
    hasWords: words.length > 0,
    named,
    language:
      asking.map((word) => STATUS_WORDS.get(word) ?? null).find((language) => language !== null) ?? null,
  };
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
