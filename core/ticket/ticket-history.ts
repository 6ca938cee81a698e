/** The lines of History that one look at a ticket gives: its birth, its moves, and what people changed in its cells. */
import { LANGUAGES } from '../language';
import type { Instant } from '../time/instant';
import type { Row } from '../workbook/rows';
import type { Doer, HistoryWords } from './history-line';
import { historyLine, shownCell } from './history-line';
import type { CellEdit, WatchedColumn } from './seen';
import { cellsOf, WATCHED } from './seen';
import type { MoveReason } from './status';
import type { StatusTrail } from './status-trail';
import { ANSWERED_BY_MAIL_WORDS, BIRTH_WORDS, BY_MAIL_WORDS, MOVE_WORDS, ROW_WORDS } from './status-words';

export interface HistoryContext {
  readonly now: Instant;
  readonly words: HistoryWords;
  /** Address of the person at whose edit the look was taken; null where nobody knows. */
  readonly editor: string | null;
  /** Where the person did not edit in the sheet. */
  readonly through?: EditedThrough;
  /** Who wrote the answer that moved the ticket, where that is known. */
  readonly answerer?: Answerer | null;
}

export type EditedThrough = 'mail';

export interface Answerer {
  readonly name: string;
  readonly through: EditedThrough | 'sheet';
}

const MOVED_BY: Readonly<Record<MoveReason, Doer['kind']>> = {
  'participant-wrote': 'participant',
  'reopened-by-participant': 'participant',
  'agent-answered': 'colleague',
  'hold-ended': 'rowdesk',
  'hold-asked': 'person',
  merged: 'person',
  'question-joined': 'person',
  'quiet-waiting': 'rowdesk',
  'quiet-resolved': 'rowdesk',
  'set-by-person': 'person',
  'nothing-to-do': 'rowdesk',
};

export function moveLines(ticketId: string, trail: StatusTrail, context: HistoryContext): Row<'history'>[] {
  return trail.moves.map(({ from, to, at, why: reason }) =>
    historyLine({ at, ticketId, what: 'status', from, to, ...movedBy(reason, context) }, context.words),
  );
}

function movedBy(
  reason: MoveReason,
  { words: { language }, editor, through, answerer }: HistoryContext,
): { readonly who: Doer; readonly why: string } {
  const kind = MOVED_BY[reason];
  const why = MOVE_WORDS[language][reason];
  if (reason === 'agent-answered' && answerer) {
    const who: Doer = { kind: 'person', address: answerer.name };
    return { who, why: answerer.through === 'mail' ? ANSWERED_BY_MAIL_WORDS[language] : why };
  }
  if (kind !== 'person') return { who: { kind }, why };
  return { who: { kind, address: editor }, why: through === 'mail' ? BY_MAIL_WORDS[language] : why };
}

/** Whether a line of History tells of an answer, by its reason: it moved the status, and nobody chose that status. */
export function tellsOfAnswer(why: string): boolean {
  return LANGUAGES.some(
    (language) => why === MOVE_WORDS[language]['agent-answered'] || why === ANSWERED_BY_MAIL_WORDS[language],
  );
}

export function editLines(
  ticketId: string,
  edits: readonly CellEdit[],
  /** When they were made, as far as that is known. */
  at: Instant,
  { words, editor, through }: HistoryContext,
): Row<'history'>[] {
  const who: Doer = { kind: 'person', address: editor };
  const { language } = words;
  const why = through === 'mail' ? BY_MAIL_WORDS[language] : MOVE_WORDS[language]['set-by-person'];
  return edits.map(({ column, from, to }) =>
    historyLine({ at, ticketId, who, what: column, from, to, why }, words),
  );
}

/** One line says with what a ticket began, so that the lines after it tell the rest. */
export function birthLine(
  ticket: Row<'tickets'>,
  status: string,
  { now, words }: HistoryContext,
): Row<'history'> {
  const how = ticket.last_inbound_at === null ? 'by-hand' : 'by-mail';
  return historyLine(
    {
      at: ticket.created_at !== null && ticket.created_at < now ? ticket.created_at : now,
      ticketId: ticket.id,
      who: how === 'by-mail' ? { kind: 'participant' } : { kind: 'person', address: null },
      what: 'id',
      from: '',
      to: begunWith(ticket, status, words),
      why: BIRTH_WORDS[words.language][how],
    },
    words,
  );
}

/** `Status: New; Priority: Normal; Language: Polish`. */
function begunWith(ticket: Row<'tickets'>, status: string, words: HistoryWords): string {
  const cells = cellsOf(ticket);
  const shown = (column: 'status' | WatchedColumn, value: string): string[] =>
    value === '' ? [] : [`${words.columnLabel(column)}: ${shownCell(column, value, words)}`];
  return [...shown('status', status), ...WATCHED.flatMap((column) => shown(column, cells[column]))].join(
    '; ',
  );
}

/** A row that people deleted, and one that came back (undo, an older version restored): found by comparing two looks. */
export function rowLine(
  ticketId: string,
  what: 'deleted' | 'back',
  { now, words, editor }: HistoryContext,
): Row<'history'> {
  return historyLine(
    {
      at: now,
      ticketId,
      who: { kind: 'person', address: editor },
      what: 'id',
      from: what === 'deleted' ? ticketId : '',
      to: what === 'deleted' ? '' : ticketId,
      why: ROW_WORDS[words.language][what],
    },
    words,
  );
}
