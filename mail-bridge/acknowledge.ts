/**
 * Decides whether somebody is told by a program that their mail arrived or was obeyed: settings, the brake, caps, and
 * whether a person of ours has ever answered them.
 */
import type { Language } from '../core/language';
import { isAutomaticAnswer } from '../core/outbox/brake';
import { type AutomaticMail, brokenCap, LONGEST_CAP_MINUTES } from '../core/outbox/caps';
import { type Exchanges, MOST_IN_EXCHANGE } from '../core/outbox/exchange';
import type { OutgoingMail } from '../core/outbox/outgoing-mail';
import type { TicketId } from '../core/ticket/ticket-id';
import { type Instant, minutes, plus } from '../core/time/instant';
import type { DeskFacts } from './desk-facts';
import type { Log } from './log/log';
import type { Answered } from './outbox/answered-mail';
import type { BrakeMemory } from './state/brake';

export interface Acknowledger {
  /** null: nobody is told, and the log says why. */
  acknowledge(
    answered: Answered,
    language: Language,
    ticket: TicketId,
    receivedAt: Instant,
  ): OutgoingMail | null;
  /** Any other automatic answer, which is about no ticket; the caps count all of them together. */
  answer(to: string, receivedAt: Instant, write: () => OutgoingMail | null): OutgoingMail | null;
  /** This answer was planned and does not go: the rows of the mail that it answers were refused. */
  takeBack(answer: OutgoingMail): void;
}

export interface AcknowledgerContext {
  readonly book: { all(): Iterable<{ readonly mail: OutgoingMail }> };
  readonly brake: Pick<BrakeMemory, 'state' | 'take'>;
  readonly exchanges: Exchanges;
  readonly facts: () => Pick<DeskFacts, 'settings'>;
  readonly isInRoster: (address: string) => boolean;
  readonly now: () => Instant;
  readonly write: (answered: Answered, language: Language, ticket: TicketId) => OutgoingMail | null;
  readonly log: Log;
}

/** The mail that would be answered. */
interface Asked {
  readonly to: string;
  readonly ticketId: TicketId | null;
  readonly receivedAt: Instant;
}

export function acknowledger(context: AcknowledgerContext): Acknowledger {
  const { book, brake, exchanges, facts, isInRoster, now, log } = context;
  // Planned acknowledgements reach the book only when their rows are written, so they are counted here.
  let recent: AutomaticMail[] = [...book.all()]
    .filter(({ mail }) => isAutomaticAnswer(mail))
    .map(({ mail: { to, ticketId, createdAt } }) => ({ to, ticketId, at: createdAt }));

  /** Why it must not be answered by a program; null: it may. */
  const whyNot = ({ to, ticketId, receivedAt }: Asked, at: Instant): string | null => {
    if (brake.state().state !== 'released') return 'the brake is on';
    if (exchanges.isExhausted(to, receivedAt, () => isInRoster(to))) {
      return `${MOST_IN_EXCHANGE} automatic answers, and none of a person`;
    }
    const cap = brokenCap({ to, ticketId }, recent, at, brake.state().at);
    if (cap === null) return null;
    if (cap.per === 'all' && brake.take('cap-reached', at)) {
      log.error(
        { cap: cap.atMost, minutes: cap.minutes },
        'too many automatic answers: none goes out until a person deletes the line on the Problems tab',
      );
    }
    return `cap reached: ${cap.atMost} in ${cap.minutes} min per ${cap.per}`;
  };

  const answer = (asked: Asked, write: () => OutgoingMail | null): OutgoingMail | null => {
    if (facts().settings.brake) return null;
    const at = now();
    const oldest = plus(at, minutes(-LONGEST_CAP_MINUTES));
    recent = recent.filter((mail) => mail.at > oldest);
    const why = whyNot(asked, at);
    const { to, ticketId, receivedAt } = asked;
    if (why !== null) {
      log.warn({ to, ...(ticketId === null ? {} : { ticket: ticketId }), why }, 'no automatic answer');
      return null;
    }
    const letter = write();
    if (letter === null) {
      log.error(
        { to, ...(ticketId === null ? {} : { ticket: ticketId }) },
        'no automatic answer: its template cannot be used, and neither can the one that came with the workbook',
      );
      return null;
    }
    // A letter may be about a ticket though its wish was about none.
    recent.push({ to, ticketId: letter.ticketId, at });
    exchanges.answeredByProgram(to, receivedAt);
    return letter;
  };

  return {
    acknowledge: (answered, language, ticket, receivedAt) =>
      facts().settings.acknowledgements
        ? answer({ to: answered.to, ticketId: ticket, receivedAt }, () =>
            context.write(answered, language, ticket),
          )
        : null,
    answer: (to, receivedAt, write) => answer({ to, ticketId: null, receivedAt }, write),
    takeBack({ to, ticketId }) {
      const last = recent.map((mail) => mail.to === to && mail.ticketId === ticketId).lastIndexOf(true);
      recent = recent.filter((_, index) => index !== last);
    },
  };
}
