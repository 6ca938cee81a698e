/** What the bridge knew of every ticket when it stopped, rebuilt from the two journals in the order of time. */
import type { KnownTickets } from '../../core/intake/known-tickets';
import { messageIdKey } from '../../core/mail/message-id';
import { isRelay } from '../../core/outbox/outbox-row';
import { isForTheTeam, isPersonsAnswer } from '../../core/outbox/outgoing-mail';
import type { Instant } from '../../core/time/instant';
import type { Ledger } from '../intake/ledger';
import { rowIdOf } from '../intake/ledger-records';
import type { SeenMail } from '../intake/plan-batch';
import type { BookedMail, OutboxBook } from '../outbox/outbox-book';

/**
 * One journal after the other would put every answer behind the last mail of the ticket, and the References of the
 * next answer would differ from those before the stop.
 */
export function replay(
  ledger: Pick<Ledger, 'history'>,
  book: Pick<OutboxBook, 'all'>,
  tickets: KnownTickets,
  seen: SeenMail,
): void {
  const { byAnswered, byTime } = outgoing(book);
  const send = ({ mail, state, at }: BookedMail) => {
    if (!mail.ticketId || isForTheTeam(mail.kind)) return;
    const { ticketId, messageId, to } = mail;
    const answered = state === 'sent' && isPersonsAnswer(mail.kind);
    tickets.mailOut({
      ticketId,
      messageId,
      to,
      answeredAt: answered ? at : null,
      isCounted: isRelay(mail.key),
    });
  };

  let next = 0;
  for (const { spooled, done } of ledger.history()) {
    // The ledger's own order stands: a mail that was moved into the folder later carries an older date.
    for (let item = byTime[next]; item && momentOf(item) <= spooled.at; item = byTime[++next]) send(item);
    // Of a mail in quarantine nothing is known: when it is tried again it is no second delivery of itself.
    if (done.outcome !== 'quarantined') seen.add(rowIdOf(spooled), done.messageId, done.content);
    if (done.kept) tickets.keep(done.kept);
    if (done.ticket) tickets.mailIn(done.ticket, done.messageId);
    // After it: a colleague's mail may both open a ticket and answer it.
    if (done.answered) {
      const { ticketId, to, at } = done.answered;
      tickets.mailOut({ ticketId, messageId: done.messageId, to, answeredAt: at });
    }
    const key = messageIdKey(done.messageId);
    for (const item of byAnswered.get(key) ?? []) send(item);
    byAnswered.delete(key);
  }
  for (const items of byAnswered.values()) for (const item of items) send(item);
  for (const item of byTime.slice(next)) send(item);
}

interface Outgoing {
  /** Acknowledgements are made with the mail they answer, before the next one is looked at. */
  readonly byAnswered: Map<string, BookedMail[]>;
  readonly byTime: readonly BookedMail[];
}

function outgoing(book: Pick<OutboxBook, 'all'>): Outgoing {
  const byAnswered = new Map<string, BookedMail[]>();
  const byTime: BookedMail[] = [];
  for (const item of book.all()) {
    const { kind, inReplyTo } = item.mail;
    if (kind !== 'acknowledgement' || inReplyTo === null) {
      byTime.push(item);
      continue;
    }
    const key = messageIdKey(inReplyTo);
    const answers = byAnswered.get(key) ?? [];
    answers.push(item);
    byAnswered.set(key, answers);
  }
  return { byAnswered, byTime: byTime.sort((a, b) => momentOf(a) - momentOf(b)) };
}

/** When the mail became part of the conversation. */
function momentOf({ mail, at }: BookedMail): Instant {
  return isPersonsAnswer(mail.kind) ? at : mail.createdAt;
}
