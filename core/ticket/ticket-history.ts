/** The lines of History that one look at a ticket gives: its birth, its moves, and what people changed in its cells. */
import type { Instant } from '../time/instant';
import type { Row } from '../workbook/rows';
import type { Doer, HistoryWords } from './history-line';
import { historyLine, shownCell } from './history-line';
import type { CellEdit, WatchedColumn } from './seen';
import { cellsOf, WATCHED } from './seen';
import type { MoveReason } from './status';
import type { StatusTrail } from './status-trail';
import { BIRTH_WORDS, BY_MAIL_WORDS, MOVE_WORDS, ROW_WORDS } from './status-words';

export interface HistoryContext {
  readonly now: Instant;
  readonly words: HistoryWords;
  /** Address of the person at whose edit the look was taken; null where nobody knows. */
  readonly editor: string | null;
  /** Where the person did not edit in the sheet. */
  readonly through?: EditedThrough;
}

export type EditedThrough = 'mail';

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

export function moveLines(
  ticketId: string,
  trail: StatusTrail,
  { words, editor, through }: HistoryContext,
): Row<'history'>[] {
  return trail.moves.map(({ from, to, at, why: reason }) => {
    const kind = MOVED_BY[reason];
    const who: Doer = kind === 'person' ? { kind, address: editor } : { kind };
    const why =
      kind === 'person' && through === 'mail'
        ? BY_MAIL_WORDS[words.language]
        : MOVE_WORDS[words.language][reason];
    return historyLine({ at, ticketId, who, what: 'status', from, to, why }, words);
  });
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
