/**
 * A mail that asks how tickets stand is answered from the rows of the Tickets tab, to its sender and to nobody else.
 *
 * Whatever keeps a program from answering (the brake, a cap, a template that cannot be read), the mail is not lost: it is
 * taken in like any other, and a person reads it.
 */
import type { IncomingMail } from '../../core/intake/incoming';
import type { KnownTickets } from '../../core/intake/known-tickets';
import { messageRowId } from '../../core/intake/message-row-id';
import { statusTold } from '../../core/intake/status-told';
import type { OutgoingMail } from '../../core/outbox/outgoing-mail';
import type { TicketId } from '../../core/ticket/ticket-id';
import type { Row } from '../../core/workbook/rows';
import type { Acknowledger } from '../acknowledge';
import type { LetterContext } from '../outbox/letter-context';
import type { OutboxBook } from '../outbox/outbox-book';
import { type StatusAskedFacts, statusAsked } from './status-asked';
import { statusAnswerLetter } from './status-letter';

export interface StatusAnswerContext extends StatusAskedFacts {
  /** The Tickets tab as it is now. Asked for only where the words are a wish. */
  readonly ticketRows: () => Promise<readonly Row<'tickets'>[]>;
  readonly tickets: Pick<KnownTickets, 'all' | 'goesOnIn'>;
  readonly participants: readonly Row<'participants'>[];
  readonly answer: Acknowledger['answer'];
  readonly book: Pick<OutboxBook, 'get'>;
  readonly letter: LetterContext;
}

export interface StatusAnswer {
  /** The conversation that the mail was written in, and is kept with; null: none. */
  readonly ticketId: TicketId | null;
  readonly letter: OutgoingMail;
}

/** @returns null: the mail is no such question, or a person must read it */
export async function statusAnswer(
  incoming: IncomingMail,
  context: StatusAnswerContext,
): Promise<StatusAnswer | null> {
  const asked = statusAsked(incoming, context);
  if (asked === null) return null;
  const key = `status:${messageRowId(incoming.original)}`;
  // Planned before a crash, its answer is on the way: nothing is decided anew.
  const before = context.book.get(key);
  if (before !== null) return { ticketId: asked.writtenIn, letter: before.mail };
  const rows = await context.ticketRows();
  const { tickets, participants, answer } = context;
  const told = statusTold(asked, { rows, known: tickets.all(), goesOnIn: tickets.goesOnIn });
  if (told.kind === 'not-told') return null;
  const { mail, language, receivedAt } = incoming;
  const letter = answer(asked.writer, receivedAt, () =>
    statusAnswerLetter(
      {
        key,
        to: asked.writer,
        // An id that was made up here would lead the reader's mail program to nothing.
        messageId: mail.messageIdMissing ? null : mail.messageId,
        told,
        showsSubjects: asked.isProved,
        language: asked.wish.language ?? language,
        participants,
      },
      context.letter,
    ),
  );
  return letter === null ? null : { ticketId: asked.writtenIn, letter };
}
