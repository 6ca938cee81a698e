/** Decides whether the sender of a new ticket is told that it arrived: settings, brake and caps. */
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
  return {
    acknowledge(answered, language, ticket) {
      const { to } = answered;
      const { settings } = facts();
      if (!settings.acknowledgements || settings.brake) return null;
      const at = now();
      recent = recent.filter((mail) => mail.at > at - MS_PER_DAY);
      const cap = brokenCap(to, recent, at);
      if (cap) {
        log.warn(
          { ticket, cap: `${cap.atMost} in ${cap.minutes} min per ${cap.per}` },
          'no acknowledgement: cap reached',
        );
        return null;
      }
      const letter = write(answered, language, ticket);
      if (letter) recent.push({ to, at });
      return letter;
    },
  };
}
