/**
 * Incidents: one ticket stands for a trouble that many have, the others are its cases. An answer to the incident is
 * sent to the participant of every case, each in their own ticket and thread.
 */
import { addressKey, isSendableAddress } from '../mail/addresses';
import { askedRow } from '../outbox/outbox-row';
import type { Instant } from '../time/instant';
import type { Row } from '../workbook/rows';
import { acceptedLinks } from './seen';
import { isDone } from './status';
import { statusToCome, type TicketBook } from './ticket-book';
import { parseTicketId } from './ticket-id';

export type CaseRefusal =
  | 'no-such-ticket'
  | 'of-itself'
  /** The other one is a case itself: incidents have one level. */
  | 'target-is-case'
  /** It has cases of its own. */
  | 'has-cases'
  | 'is-merged'
  | 'target-merged'
  | 'target-closed'
  | 'target-spam';

export type CaseAnswer =
  | { readonly kind: 'may'; readonly incident: Row<'tickets'> }
  | { readonly kind: 'refused'; readonly why: CaseRefusal; readonly target: Row<'tickets'> | null };

/** @param of id of the incident as a person wrote it */
export function mayBeCase(ticket: Row<'tickets'>, of: string, book: TicketBook): CaseAnswer {
  const id = parseTicketId(of);
  const target = id === null ? null : book.get(id);
  const refused = (why: CaseRefusal): CaseAnswer => ({ kind: 'refused', why, target });
  if (!target) return refused('no-such-ticket');
  if (target.id === ticket.id) return refused('of-itself');
  if (acceptedLinks(ticket).merged_into !== '') return refused('is-merged');
  if (acceptedLinks(target).merged_into !== '') return refused('target-merged');
  // One level only, so there is no circle either.
  if (acceptedLinks(target).parent !== '') return refused('target-is-case');
  if (book.casesOf(ticket.id).length > 0) return refused('has-cases');
  if (statusToCome(target) === 'spam') return refused('target-spam');
  if (statusToCome(target) === 'closed') return refused('target-closed');
  return { kind: 'may', incident: target };
}

/** The mail of one case, in the words of its participant's language. */
export interface CaseMail {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly language: string;
  readonly template: string;
}

export interface IncidentAnswer {
  /** Of the click: a second click repeats it. */
  readonly key: string;
  readonly resolve: boolean;
  readonly by: string;
  readonly at: Instant;
}

export type SkippedCase = {
  readonly ticketId: string;
  readonly why: 'done' | 'no-address' | 'same-person' | 'already-queued' | 'cannot-be-written';
};

export interface AnsweredIncident {
  readonly outbox: readonly Row<'outbox'>[];
  /** Those who get the answer: with `resolve` their status is set as the incident's is. */
  readonly answered: readonly Row<'tickets'>[];
  readonly skipped: readonly SkippedCase[];
}

/**
 * The answers to the cases of an incident. The incident's own answer goes the usual way.
 *
 * @param queued keys that the Outbox has already
 * @param write words the mail for the case; null where its template cannot be read
 */
export function answerCases(
  incident: Row<'tickets'>,
  cases: readonly Row<'tickets'>[],
  answer: IncidentAnswer,
  queued: (key: string) => boolean,
  write: (ticket: Row<'tickets'>) => CaseMail | null,
): AnsweredIncident {
  const outbox: Row<'outbox'>[] = [];
  const answered: Row<'tickets'>[] = [];
  const skipped: SkippedCase[] = [];
  // Who reported the trouble twice is answered once.
  const told = new Set([addressKey(incident.requester_email)]);
  for (const ticket of cases) {
    const key = `reply:${answer.key}:${ticket.id}`;
    const skip = (why: SkippedCase['why']): void => {
      skipped.push({ ticketId: ticket.id, why });
    };
    const address = addressKey(ticket.requester_email);
    if (isDone(statusToCome(ticket))) skip('done');
    else if (queued(key)) skip('already-queued');
    else if (!isSendableAddress(ticket.requester_email.trim())) skip('no-address');
    else if (told.has(address)) {
      skip('same-person');
      // Nothing more is to be said to them, and the case is over with the incident.
      if (answer.resolve) answered.push(ticket);
    } else {
      const mail = write(ticket);
      if (!mail) {
        skip('cannot-be-written');
        continue;
      }
      told.add(address);
      answered.push(ticket);
      outbox.push(outboxRow(ticket, mail, key, answer));
    }
  }
  return { outbox, answered, skipped };
}

function outboxRow(
  ticket: Row<'tickets'>,
  mail: CaseMail,
  key: string,
  { resolve, by, at }: IncidentAnswer,
): Row<'outbox'> {
  return askedRow({
    key,
    kind: resolve ? 'resolved' : 'reply',
    ticket_id: ticket.id,
    session_id: ticket.session_id,
    ...mail,
    created_at: at,
    created_by: by,
  });
}
