/** Decides whether somebody is told by a program that their mail arrived or was obeyed: settings, brake and caps. */
import type { Language } from '../core/language';
import { type AutomaticMail, brokenCap } from '../core/outbox/caps';
import { AUTOMATIC, type OutgoingMail } from '../core/outbox/outgoing-mail';
import type { TicketId } from '../core/ticket/ticket-id';
import { type Instant, MS_PER_DAY } from '../core/time/instant';
import type { DeskFacts } from './desk-facts';
import type { Answered } from './intake/plan-batch';
import type { Log } from './log/log';
import type { OutboxBook } from './outbox/outbox-book';

export interface Acknowledger {
  /** null: nobody is told, and the log says why. */
  acknowledge(answered: Answered, language: Language, ticket: TicketId): OutgoingMail | null;
  /** Any other automatic answer; the caps count all of them together. */
  answer(to: string, write: () => OutgoingMail | null): OutgoingMail | null;
}

export interface AcknowledgerContext {
  readonly book: OutboxBook;
  readonly facts: () => DeskFacts;
  readonly now: () => Instant;
  readonly write: (answered: Answered, language: Language, ticket: TicketId) => OutgoingMail | null;
  readonly log: Log;
}

export function acknowledger({ book, facts, now, write, log }: AcknowledgerContext): Acknowledger {
  // Planned acknowledgements reach the book only when their rows are written, so they are counted here.
  let recent: AutomaticMail[] = [...book.all()]
    .filter(({ mail }) => AUTOMATIC[mail.kind] === 'auto-replied')
    .map(({ mail }) => ({ to: mail.to, at: mail.createdAt }));
  const answer = (to: string, what: object, write: () => OutgoingMail | null): OutgoingMail | null => {
    if (facts().settings.brake) return null;
    const at = now();
    recent = recent.filter((mail) => mail.at > at - MS_PER_DAY);
    const cap = brokenCap(to, recent, at);
    if (cap) {
      log.warn(
        { ...what, cap: `${cap.atMost} in ${cap.minutes} min per ${cap.per}` },
        'no automatic answer: cap reached',
      );
      return null;
    }
    const letter = write();
    if (letter) recent.push({ to, at });
    return letter;
  };
  return {
    acknowledge: (answered, language, ticket) =>
      facts().settings.acknowledgements
        ? answer(answered.to, { ticket }, () => write(answered, language, ticket))
        : null,
    answer: (to, writeAnswer) => answer(to, { to }, writeAnswer),
  };
}
