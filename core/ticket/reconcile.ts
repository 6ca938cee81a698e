/**
 * THE rule that brings a ticket's row up to date: what the tick applies to every row, and the sidebar to the one that a
 * person works on. Depends on the row and the present alone and is safe to repeat: applied to its own result at the same
 * moment it changes nothing. What depends on other tickets has been settled before: link-edits.ts.
 */
import type { HurryingSession } from '../sla/near-session';
import type { Instant, Zone } from '../time/instant';
import { toSerial } from '../time/serial';
import type { Row, RowChange } from '../workbook/rows';
import { birthCells } from './birth-cells';
import type { WriteNotice } from './closing-notice';
import { closingNotices } from './closing-notice';
import type { HistoryWords } from './history-line';
import type { RosterRule } from './roster';
import { nearestSession, ROSTER } from './roster';
import type { SeenReading } from './seen';
import { lookAtCells } from './seen';
import type { SlaSurroundings } from './sla-cells';
import { slaCells } from './sla-cells';
import type { QuietLimits } from './status';
import { isDone } from './status';
import type { LinkEvent, StatusTrail } from './status-trail';
import { statusTrail } from './status-trail';
import type { Answerer, EditedThrough, HistoryContext } from './ticket-history';
import { birthLine, editLines, moveLines } from './ticket-history';
import { ticketProblems } from './ticket-problems';

export interface TicketRules {
  readonly quiet: QuietLimits;
  readonly roster: RosterRule;
}

export const TICKET_RULES: TicketRules = {
  // Resolving what waits for the participant is the firm's decision: off until it says so.
  quiet: { resolveWaitingAfter: null, closeResolvedAfter: 7 },
  roster: ROSTER,
};

export interface ReconcileContext extends SlaSurroundings, HistoryWords {
  /** Every session in which this address takes part. */
  readonly sessionsOf: (email: string) => readonly HurryingSession[];
  readonly rules: TicketRules;
  /** Whose clock says in which week and hour a ticket came in; cells are read and written in the sheet's. */
  readonly firmZone: Zone;
  /** Writes the letter that we stopped waiting for an answer; null where the firm does not want it. */
  readonly closingNotice: WriteNotice | null;
  /** When the person's edit was made, where the sidebar or a mail tells it; null from the tick. */
  readonly personEditAt: Instant | null;
  /** Whose edit it was, where somebody knows: an address, or a name of the team. */
  readonly editor: string | null;
  /** Where the person did not edit in the sheet. */
  readonly editedThrough?: EditedThrough;
  /** Who wrote the answer that left at this moment; null where nobody knows. Only the tick asks. */
  readonly answeredBy?: (ticketId: string, at: Instant) => Answerer | null;
}

export interface Reconciled {
  /** Only cells that are to be written. Empty when the row is up to date. */
  readonly change: RowChange<'tickets'>;
  readonly history: readonly Row<'history'>[];
  readonly problems: readonly Row<'problems'>[];
  /** Mails that this change of the ticket calls for: appended with it, in the same write. */
  readonly outbox: readonly Row<'outbox'>[];
}

const NOTHING: Reconciled = { change: {}, history: [], problems: [], outbox: [] };
const NO_EVENTS: readonly LinkEvent[] = [];

/** @param events what happened to the ticket through others in this very run */
export function reconcileTicket(
  ticket: Row<'tickets'>,
  context: ReconcileContext,
  events: readonly LinkEvent[] = NO_EVENTS,
): Reconciled {
  const look = lookAtCells(ticket);
  if (events.length === 0 && look.seen === ticket.seen && isAtRest(ticket)) return NOTHING;
  const edits = look.reading.kind === 'edits' ? look.reading.edits : [];
  const trail = statusTrail(ticket, {
    now: context.now,
    sheetZone: context.sheetZone,
    offset: context.offset,
    quiet: context.rules.quiet,
    personEditAt: context.personEditAt,
    holdEdited: edits.some(({ column }) => column === 'hold_until'),
    events,
  });
  const sessions = context.sessionsOf(ticket.requester_email);
  const roster = rosterCells(ticket, sessions, context);
  const sla = slaCells({ ...ticket, ...roster }, trail, sessions, context);

  const wanted: RowChange<'tickets'> = {
    status: trail.status,
    status_seen: trail.status,
    status_since: trail.since,
    resolved_at: resolvedAt(ticket, trail),
    ...(ticket.last_inbound_at !== null && { inbound_seen: ticket.last_inbound_at }),
    ...(ticket.last_outbound_at !== null && { outbound_seen: ticket.last_outbound_at }),
    ...roster,
    ...sla.cells,
    seen: look.seen,
  };
  const { now, editor, personEditAt, editedThrough: through } = context;
  const answerer = answererOf(ticket, trail, context);
  const telling: HistoryContext = { now, words: context, editor, answerer, ...(through && { through }) };
  return {
    change: changedCells(ticket, wanted, context),
    history: [
      ...(isBirth(ticket, look.reading) ? [birthLine(ticket, trail.start.status, telling)] : []),
      ...editLines(ticket.id, edits, personEditAt ?? now, telling),
      ...moveLines(ticket.id, trail, telling),
      ...sla.history,
    ],
    problems: [...ticketProblems(ticket, trail, look.reading, context), ...sla.problems],
    outbox: [
      ...(context.closingNotice ? closingNotices(ticket, trail, context.closingNotice, context.now) : []),
      ...sla.outbox,
    ],
  };
}

function answererOf(
  { id, last_outbound_at: at }: Row<'tickets'>,
  { moves }: StatusTrail,
  { answeredBy }: ReconcileContext,
): Answerer | null {
  if (!answeredBy || at === null) return null;
  return moves.some(({ why }) => why === 'agent-answered') ? answeredBy(id, at) : null;
}

/** A row of a workbook from before `seen` was there is not newly born. */
function isBirth(ticket: Row<'tickets'>, reading: SeenReading): boolean {
  return reading.kind === 'first' && ticket.status_seen === '';
}

/** Closed long ago and nothing new: most rows of an old sheet, so found without any work. */
function isAtRest(ticket: Row<'tickets'>): boolean {
  return (
    (ticket.status === 'closed' || ticket.status === 'spam') &&
    ticket.status_seen === ticket.status &&
    ticket.last_inbound_at === ticket.inbound_seen &&
    ticket.last_outbound_at === ticket.outbound_seen &&
    ticket.status_since !== null &&
    ticket.clock !== ''
  );
}

function resolvedAt(ticket: Row<'tickets'>, trail: StatusTrail): Instant | null {
  if (!isDone(trail.status) || trail.status === 'spam') return null;
  // Of the stretch that is done without a break up to now, the beginning.
  let began: Instant | null = null;
  for (const move of trail.moves) {
    const wasDone = isDone(move.from) && move.from !== 'spam';
    const isNowDone = isDone(move.to) && move.to !== 'spam';
    if (!wasDone && isNowDone) began = move.at;
  }
  return began ?? ticket.resolved_at ?? trail.since;
}

/**
 * The session that the ticket is about, and what its opening says. Fills what is empty; what stands there stays, also
 * when the roster changes later.
 */
function rosterCells(
  ticket: Row<'tickets'>,
  sessions: readonly Row<'sessions'>[],
  context: ReconcileContext,
): RowChange<'tickets'> {
  const at = ticket.created_at ?? ticket.last_inbound_at ?? context.now;
  const session =
    ticket.session_id === ''
      ? nearestSession(sessions, at, context.rules.roster)
      : (sessions.find(({ id }) => id === ticket.session_id) ?? null);
  const { firmZone, offset, language } = context;
  const birth = birthCells(ticket, session, { zone: firmZone, offset, language });
  if (!session) return birth;
  return {
    ...birth,
    ...(ticket.session_id === '' && { session_id: session.id }),
    ...(ticket.course === '' && { course: session.course }),
    ...(ticket.client === '' && { client: session.client }),
  };
}

function changedCells(
  ticket: Row<'tickets'>,
  wanted: RowChange<'tickets'>,
  context: ReconcileContext,
): RowChange<'tickets'> {
  const present: Readonly<Record<string, unknown>> = ticket;
  const future: Readonly<Record<string, unknown>> = wanted;
  const changed: Record<string, unknown> = {};
  for (const key of Object.keys(future)) {
    if (!sameCell(present[key], future[key], context)) changed[key] = future[key];
  }
  return changed as RowChange<'tickets'>;
}

/** Two instants that show the same wall time are the same cell: a serial cannot tell them apart. */
function sameCell(a: unknown, b: unknown, context: ReconcileContext): boolean {
  if (a === b) return true;
  if (typeof a !== 'number' || typeof b !== 'number') return false;
  const serial = (at: number): number => toSerial(at as Instant, context.sheetZone, context.offset);
  return Math.abs(a - b) <= 7_200_000 && serial(a) === serial(b);
}
