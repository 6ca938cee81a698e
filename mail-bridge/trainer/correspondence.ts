/**
 * What was written to participants and to colleagues about a ticket, as far as it decides what becomes of a colleague's
 * mail: answers that were given, and letters that are written once or not too often. The outbox book knows; mails that
 * are planned and not in it yet are kept here until they are.
 */
import { addressKey } from '../../core/mail/addresses';
import { isPersonsAnswer, type OutgoingMail } from '../../core/outbox/outgoing-mail';
import type { TicketId } from '../../core/ticket/ticket-id';
import { type Instant, MS_PER_DAY } from '../../core/time/instant';
import type { Agents } from '../../core/trainer/agents';
import type { GivenAnswer } from '../../core/trainer/held';
import type { OutboxState } from '../../core/workbook/choices';
import type { Ledger } from '../intake/ledger';
import type { OutboxBook } from '../outbox/outbox-book';

/** Letters about a colleague's own mail: what is said, and then of which. */
export const TOLD = {
  held: 'told:held:',
  help: 'told:help:',
  disbelieved: 'told:disbelieved:',
  address: 'told:address:',
  note: 'told:note:',
  files: 'told:files:',
} as const;

export interface Correspondence {
  /** Answers to the ticket's people that have gone out or will. */
  given(ticket: TicketId, agents: Pick<Agents, 'at'>): readonly GivenAnswer[];
  /** When the colleague was last told that somebody else has answered; null: never. */
  toldOfAnother(ticket: TicketId, agent: string): Instant | null;
  /** Whether a mail of this key was or will be sent. */
  has(key: string): boolean;
  /** How many letters of help the colleague got in the last day. */
  helped(agent: string, now: Instant): number;
  /** How often the colleague was asked in the last day whether an address is theirs. */
  asked(agent: string, now: Instant): number;
  /** Mails that go out once the rows of the mail that caused them are written. */
  planned(mails: readonly OutgoingMail[]): void;
  /** They do not go: those rows were refused. */
  takeBack(mails: readonly OutgoingMail[]): void;
  /** A colleague has written to the participant past us. */
  answered(ticket: TicketId, at: Instant): void;
}

/** It never reached anybody, and will not. */
const IN_VAIN: ReadonlySet<OutboxState> = new Set(['failed', 'cancelled', 'bounced']);

export function correspondence(
  book: Pick<OutboxBook, 'all' | 'get'>,
  history: ReturnType<Ledger['history']>,
  goesOnIn: (ticket: TicketId) => TicketId,
): Correspondence {
  const ahead = new Map<string, OutgoingMail>();
  const past: { readonly ticket: TicketId; readonly at: Instant }[] = [];
  for (const { done } of history) {
    if (done.answered) past.push({ ticket: done.answered.ticketId, at: done.answered.at });
  }

  function* mails(): Generator<OutgoingMail> {
    for (const { mail, state } of book.all()) if (!IN_VAIN.has(state)) yield mail;
    for (const [key, mail] of ahead) {
      if (book.get(key) === null) yield mail;
      else ahead.delete(key);
    }
  }
  const toldInADay = (what: string, agent: string, now: Instant): number => {
    let count = 0;
    for (const mail of mails()) {
      if (!mail.key.startsWith(what) || addressKey(mail.to) !== agent) continue;
      if (mail.createdAt > now - MS_PER_DAY) count++;
    }
    return count;
  };
  const isAbout = (mail: OutgoingMail, ticket: TicketId): boolean =>
    mail.ticketId !== null && goesOnIn(mail.ticketId) === ticket;

  return {
    given(ticket, agents) {
      const found: GivenAnswer[] = past.flatMap((answer) =>
        goesOnIn(answer.ticket) === ticket ? [{ by: null, at: answer.at }] : [],
      );
      for (const mail of mails()) {
        if (!isPersonsAnswer(mail.kind) || !isAbout(mail, ticket)) continue;
        found.push({ by: agents.at(mail.createdBy), at: mail.createdAt });
      }
      return found;
    },
    toldOfAnother(ticket, agent) {
      let last: Instant | null = null;
      for (const mail of mails()) {
        if (!mail.key.startsWith(TOLD.held) || addressKey(mail.to) !== agent || !isAbout(mail, ticket))
          continue;
        if (last === null || mail.createdAt > last) last = mail.createdAt;
      }
      return last;
    },
    has: (key) => ahead.has(key) || book.get(key) !== null,
    helped: (agent, now) => toldInADay(TOLD.help, agent, now),
    asked: (agent, now) => toldInADay(TOLD.address, agent, now),
    planned(planned) {
      for (const mail of planned) ahead.set(mail.key, mail);
    },
    takeBack(planned) {
      for (const mail of planned) ahead.delete(mail.key);
    },
    answered(ticket, at) {
      past.push({ ticket, at });
    },
  };
}
