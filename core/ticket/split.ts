/**
 * Splitting: some messages of a ticket, which were about something else, become a ticket of their own.
 *
 * Mails that answer the moved ones go on to reach the first ticket until we have written in the new one: a mail
 * program knows the thread, not our sheet.
 */
import { cutText } from '../mail/clean-text';
import { readSubject } from '../mail/subject';
import type { Instant } from '../time/instant';
import type { Row, RowChange } from '../workbook/rows';
import type { Doer, HistoryWords } from './history-line';
import { historyLine } from './history-line';
import { SPLIT_WORDS } from './relation-words';
import { acceptedLinks } from './seen';
import type { TicketId } from './ticket-id';

export type SplitRefusal =
  | 'nothing-chosen'
  /** The ticket would be left without any message of the participant's. */
  | 'nothing-left'
  | 'not-of-this-ticket'
  /** Only a message of the participant's can begin a ticket. */
  | 'no-question'
  | 'is-merged';

export interface SplitContext {
  readonly now: Instant;
  readonly words: HistoryWords;
  /** Address of the person who splits. */
  readonly by: string | null;
  /** Minted by the caller: core has no randomness. */
  readonly newId: TicketId;
}

export type Split =
  | { readonly kind: 'refused'; readonly why: SplitRefusal }
  | {
      readonly kind: 'split';
      /** The new row, to be brought up to date like any other afterwards. */
      readonly ticket: RowChange<'tickets'> & { readonly id: TicketId };
      /** Of rows of Messages, by their id. */
      readonly messages: readonly { readonly id: string; readonly change: RowChange<'messages'> }[];
      readonly history: readonly Row<'history'>[];
    };

const EXCERPT_LENGTH = 280;

/** @param messages every message of the ticket, in any order */
export function splitTicket(
  source: Row<'tickets'>,
  messages: readonly Row<'messages'>[],
  chosen: readonly string[],
  { now, words, by, newId }: SplitContext,
): Split {
  const refused = (why: SplitRefusal): Split => ({ kind: 'refused', why });
  if (acceptedLinks(source).merged_into !== '') return refused('is-merged');
  const wanted = new Set(chosen);
  if (wanted.size === 0) return refused('nothing-chosen');
  const own = messages.filter(({ ticket_id }) => ticket_id === source.id);
  const moved = own.filter(({ id }) => wanted.has(id)).sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
  if (moved.length < wanted.size) return refused('not-of-this-ticket');
  const first = moved.find(isQuestion);
  if (!first) return refused('no-question');
  if (!own.some((message) => isQuestion(message) && !wanted.has(message.id))) return refused('nothing-left');

  const who: Doer = { kind: 'person', address: by };
  const say = SPLIT_WORDS[words.language];
  return {
    kind: 'split',
    ticket: bornFrom(source, first, moved, newId),
    messages: moved.map(({ id }) => ({ id, change: { ticket_id: newId } })),
    history: [
      historyLine(
        {
          at: now,
          ticketId: source.id,
          who,
          what: 'related',
          from: '',
          to: newId,
          why: say.source(moved.length),
        },
        words,
      ),
      historyLine(
        {
          at: now,
          ticketId: newId,
          who,
          what: 'related',
          from: '',
          to: source.id,
          why: say.fresh(source.id),
        },
        words,
      ),
    ],
  };
}

/** Mail of the participant's that moves a ticket: not an out-of-office, not a note. */
function isQuestion(message: Row<'messages'>): boolean {
  return message.direction === 'in' && (message.class === 'human' || message.class === 'list');
}

function bornFrom(
  source: Row<'tickets'>,
  first: Row<'messages'>,
  moved: readonly Row<'messages'>[],
  id: TicketId,
): RowChange<'tickets'> & { readonly id: TicketId } {
  const questions = moved.filter(isQuestion);
  const answers = moved.filter(({ direction }) => direction === 'out');
  const last = questions[questions.length - 1] ?? first;
  return {
    id,
    status: 'new',
    priority: source.priority,
    assignee: source.assignee,
    subject: readSubject(first.subject).base || source.subject,
    excerpt: excerptOf(last.text),
    requester_name: source.requester_name,
    requester_email: source.requester_email,
    language: source.language,
    course: source.course,
    client: source.client,
    session_id: source.session_id,
    created_at: first.at,
    last_inbound_at: last.at,
    last_outbound_at: answers[answers.length - 1]?.at ?? null,
    first_answer_at: answers[0]?.at ?? null,
    message_count: moved.length,
    related: source.id,
  };
}

function excerptOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= EXCERPT_LENGTH ? line : `${cutText(line, EXCERPT_LENGTH - 1).trimEnd()}…`;
}
