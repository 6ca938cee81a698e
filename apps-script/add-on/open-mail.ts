/** The mail beside which the add-on runs, as Gmail hands it over. */
import { readAddressList } from '../../core/mail/address-list';
import { addressKey } from '../../core/mail/addresses';
import { readMessageIds } from '../../core/mail/message-id';
import { ticketTokens } from '../../core/mail/subject';
import { ancestorIds } from '../../core/mail/thread';
import type { TicketId } from '../../core/ticket/ticket-id';
import type { Instant } from '../../core/time/instant';

/** Headers as Gmail gives them: decoded, '' where there is none. */
export interface OpenMail {
  readonly messageId: string;
  readonly inReplyTo: string;
  readonly references: string;
  readonly from: string;
  readonly replyTo: string;
  readonly to: string;
  readonly cc: string;
  readonly subject: string;
  readonly at: Instant;
}

export interface OpenContent {
  readonly text: string;
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
}

export interface OpenMailPort {
  /** Null where no mail is open. */
  read(): OpenMail | null;
  /** What is in it, which Gmail gives only after a click. */
  content(): OpenContent;
}

export interface Person {
  readonly name: string;
  readonly address: string;
}

/** Gmail has decoded the words already. */
const AS_IT_IS = (words: string): string => words;

export function peopleIn(header: string): Person[] {
  return readAddressList(header, AS_IT_IS).flatMap(({ name, address }) =>
    address.includes('@') ? [{ name, address }] : [],
  );
}

/** By what the mail's ticket can be known. */
export interface Trace {
  /** Its own Message-ID first, then those that it answers, the nearest first. */
  readonly ids: readonly string[];
  readonly tokens: readonly TicketId[];
  /** Everybody whom it names as sender or recipient, in the form of addressKey. */
  readonly people: ReadonlySet<string>;
}

export function traceOf(mail: OpenMail): Trace {
  const [own = null] = readMessageIds(mail.messageId);
  const [inReplyTo = null] = readMessageIds(mail.inReplyTo);
  const ancestors = ancestorIds({ inReplyTo, references: readMessageIds(mail.references) });
  const people = [mail.from, mail.replyTo, mail.to, mail.cc].flatMap(peopleIn);
  return {
    ids: own === null ? ancestors : [own, ...ancestors],
    tokens: ticketTokens(mail.subject),
    people: new Set(people.map(({ address }) => addressKey(address))),
  };
}
