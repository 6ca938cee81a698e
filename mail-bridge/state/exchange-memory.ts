/** Whom programs of ours have answered without any person doing so, rebuilt from the journals in the order of time. */
import type { KnownTickets } from '../../core/intake/known-tickets';
import { isAutomaticAnswer } from '../../core/outbox/brake';
import { type Exchanges, exchanges } from '../../core/outbox/exchange';
import { isPersonsAnswer } from '../../core/outbox/outgoing-mail';
import type { Instant } from '../../core/time/instant';
import type { Ledger } from '../intake/ledger';
import type { OutboxBook } from '../outbox/outbox-book';
import { STATUS_ANSWER } from '../status-answer/status-letter';

export function exchangeMemory(
  tickets: Pick<KnownTickets, 'all' | 'get'>,
  book: Pick<OutboxBook, 'all'>,
  ledger: Pick<Ledger, 'history'>,
): Exchanges {
  const memory = exchanges();
  const events: { readonly at: Instant; readonly apply: () => void }[] = [];
  for (const { requesterEmail, createdAt } of tickets.all()) {
    if (requesterEmail !== '') {
      events.push({ at: createdAt, apply: () => memory.heard(requesterEmail, createdAt) });
    }
  }
  for (const { mail, leftAt } of book.all()) {
    const { to, ticketId, createdAt } = mail;
    if (isAutomaticAnswer(mail)) {
      // Whoever asks how things stand is heard now, however old the ticket.
      const opened = mail.template === STATUS_ANSWER ? null : ticketId && tickets.get(ticketId);
      const heardAt = opened?.createdAt ?? createdAt;
      events.push({ at: createdAt, apply: () => memory.answeredByProgram(to, heardAt) });
    } else if (leftAt !== null && isPersonsAnswer(mail.kind)) {
      events.push({ at: leftAt, apply: () => noteAnswerOfPerson(memory, to) });
    }
  }
  for (const { done } of ledger.history()) {
    if (!done.answered) continue;
    const { to, at } = done.answered;
    events.push({ at, apply: () => noteAnswerOfPerson(memory, to) });
  }
  // Equal moments keep their order: what was heard comes before what answered it.
  for (const { apply } of events.sort((a, b) => a.at - b.at)) apply();
  return memory;
}

/** @param to as it stands in the Outbox: one address, or several with commas */
export function noteAnswerOfPerson(memory: Exchanges, to: string): void {
  for (const address of to.split(',')) memory.answeredByPerson(address);
}
