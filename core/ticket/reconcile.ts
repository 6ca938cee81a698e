/**
 * THE rule that brings a ticket's row up to date: what the tick applies to every row, and onEdit to the edited
 * one. Depends on the row and the present alone and is safe to repeat: applied to its own result at the same
 * moment it changes nothing.
 */
import type { Language } from '../language';
import type { BusinessCalendar } from '../sla/business-calendar';
import type { SlaReading } from '../sla/clock-reading';
import { readClocks } from '../sla/clock-reading';
import type { ClockState } from '../sla/clock-state';
import { formatClockState, parseClockState } from '../sla/clock-state';
import type { SlaContext } from '../sla/clocks';
import { advanceClocks } from '../sla/clocks';
import { dueReasonText } from '../sla/due-reason-words';
import type { NearSessionRule } from '../sla/near-session';
import { NEAR_SESSION } from '../sla/near-session';
import type { SlaPolicies } from '../sla/policy';
import type { Instant, Zone, ZoneOffset } from '../time/instant';
import { toSerial } from '../time/serial';
import type { Priority, TicketStatus } from '../workbook/choices';
import { PRIORITIES } from '../workbook/choices';
import type { Row, RowChange } from '../workbook/rows';
import type { RosterRule } from './roster';
import { nearestSession, ROSTER } from './roster';
import type { MoveReason, QuietLimits } from './status';
import { isDone } from './status';
import type { StatusTrail } from './status-trail';
import { statusTrail } from './status-trail';
import { CLOCK_REBUILT_WORDS, MOVE_WORDS, NO_STATUS_WORDS, REFUSAL_WORDS } from './status-words';

export interface TicketRules {
  readonly quiet: QuietLimits;
  readonly nearSession: NearSessionRule;
  readonly roster: RosterRule;
}

export const TICKET_RULES: TicketRules = {
  // Resolving what waits for the participant is the firm's decision: off until it says so.
  quiet: { resolveWaitingAfter: null, closeResolvedAfter: 7 },
  nearSession: NEAR_SESSION,
  roster: ROSTER,
};

export interface ReconcileContext {
  readonly now: Instant;
  readonly sheetZone: Zone;
  readonly offset: ZoneOffset;
  /** The firm's language: history, problems and reasons are for the team. */
  readonly language: Language;
  readonly policies: SlaPolicies;
  /** By key; '' is round the clock. Null when the Calendar tab has no such calendar. */
  readonly calendarOf: (key: string) => BusinessCalendar | null;
  /** Every session in which this address takes part. */
  readonly sessionsOf: (email: string) => readonly Row<'sessions'>[];
  readonly statusLabel: (status: TicketStatus) => string;
  readonly rules: TicketRules;
  /** When the person's edit of the status was made, where onEdit knows it; null from the tick. */
  readonly personEditAt: Instant | null;
}

export interface Reconciled {
  /** Only cells that are to be written. Empty when the row is up to date. */
  readonly change: RowChange<'tickets'>;
  readonly history: readonly Row<'history'>[];
  readonly problems: readonly Row<'problems'>[];
}

const NOTHING: Reconciled = { change: {}, history: [], problems: [] };

export function reconcileTicket(ticket: Row<'tickets'>, context: ReconcileContext): Reconciled {
  if (isAtRest(ticket)) return NOTHING;
  const trail = statusTrail(ticket, {
    now: context.now,
    sheetZone: context.sheetZone,
    offset: context.offset,
    quiet: context.rules.quiet,
    personEditAt: context.personEditAt,
  });
  const sessions = context.sessionsOf(ticket.requester_email);
  const sla: SlaContext = {
    policies: context.policies,
    calendarOf: context.calendarOf,
    sessions,
    nearSession: context.rules.nearSession,
  };
  const stored = ticket.clock === '' ? null : parseClockState(ticket.clock);
  const clock = clockAfter(trail, ticket, stored === 'unreadable' ? null : stored, sla);
  const reading = readClocks(clock, trail.status, context.now, sla);

  const wanted: RowChange<'tickets'> = {
    status: trail.status,
    status_seen: trail.status,
    status_since: trail.since,
    resolved_at: resolvedAt(ticket, trail),
    ...(ticket.last_inbound_at !== null && { inbound_seen: ticket.last_inbound_at }),
    ...(ticket.last_outbound_at !== null && { outbound_seen: ticket.last_outbound_at }),
    ...rosterCells(ticket, sessions, context),
    ...slaCells(reading, context),
    clock: formatClockState(clock),
  };
  return {
    change: changedCells(ticket, wanted, context),
    history: [...statusHistory(ticket, trail, context), ...breachHistory(ticket, reading, context)],
    problems: [
      ...statusProblems(ticket, trail, context),
      ...(stored === 'unreadable'
        ? [problem(ticket, 'clock', CLOCK_REBUILT_WORDS[context.language](ticket.id), context)]
        : []),
    ],
  };
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

/** Walks the clocks through every move, so that a pause between two looks is counted too. */
function clockAfter(
  trail: StatusTrail,
  ticket: Row<'tickets'>,
  stored: ClockState | null,
  sla: SlaContext,
): ClockState {
  const steps = [trail.start, ...trail.moves.map((move) => ({ status: move.to, since: move.at }))];
  const createdAt = ticket.created_at ?? ticket.last_inbound_at ?? trail.start.since;
  const answeredAt = ticket.first_answer_at ?? ticket.last_outbound_at;
  const priority: Priority = PRIORITIES.find((word) => word === ticket.priority) ?? 'normal';
  const through = (before: ClockState | null, step: (typeof steps)[number], index: number): ClockState => {
    const until = steps[index + 1]?.since ?? null;
    const known = (at: Instant | null, earlier: Instant | null): Instant | null =>
      until === null || (at !== null && at < until) ? at : earlier;
    const facts = {
      createdAt,
      priority,
      status: step.status,
      statusSince: step.since,
      firstAnswerAt: known(answeredAt, null),
      lastInboundAt: known(ticket.last_inbound_at, ticket.inbound_seen),
      lastOutboundAt: known(ticket.last_outbound_at, ticket.outbound_seen),
    };
    return advanceClocks(before, facts, sla);
  };
  const first = through(stored, trail.start, 0);
  return steps.reduce((state, step, index) => (index === 0 ? state : through(state, step, index)), first);
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

/** Fills what is empty; what stands there stays, also when the roster changes later. */
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
  if (!session) return {};
  return {
    ...(ticket.session_id === '' && { session_id: session.id }),
    ...(ticket.course === '' && { course: session.course }),
    ...(ticket.client === '' && { client: session.client }),
  };
}

function slaCells(reading: SlaReading, context: ReconcileContext): RowChange<'tickets'> {
  const { first, next, resolution } = reading.clocks;
  const answer = [next, first].find((clock) => clock && !clock.ended);
  return {
    first_due: first?.due ?? null,
    // "Answer by": to the question that is open now, the first one included.
    next_due: answer?.due ?? null,
    resolve_due: resolution?.due ?? null,
    sla_state: reading.state,
    due_reason: reasonWords(reading, context),
  };
}

function reasonWords({ reason }: SlaReading, { language, sheetZone, offset }: ReconcileContext): string {
  return reason === null ? '' : dueReasonText(reason, { language, zone: sheetZone, offset });
}

const WHO: Readonly<Record<MoveReason, string>> = {
  'participant-wrote': 'participant',
  'reopened-by-participant': 'participant',
  'agent-answered': 'agent',
  'hold-ended': 'rowdesk',
  'quiet-waiting': 'rowdesk',
  'quiet-resolved': 'rowdesk',
  'set-by-person': 'person',
  'nothing-to-do': 'rowdesk',
};

function statusHistory(
  ticket: Row<'tickets'>,
  trail: StatusTrail,
  context: ReconcileContext,
): Row<'history'>[] {
  return trail.moves.map(({ from, to, at, why }) => ({
    at,
    ticket_id: ticket.id,
    who: WHO[why],
    what: 'status',
    from,
    to,
    why: MOVE_WORDS[context.language][why],
  }));
}

/** A promise missed is told once, while it is still open. */
function breachHistory(
  ticket: Row<'tickets'>,
  reading: SlaReading,
  context: ReconcileContext,
): Row<'history'>[] {
  if (reading.reason === null || reading.state !== 'breached' || ticket.sla_state === 'breached') return [];
  return [
    {
      at: context.now,
      ticket_id: ticket.id,
      who: 'rowdesk',
      what: 'sla_state',
      from: ticket.sla_state,
      to: 'breached',
      why: reasonWords(reading, context),
    },
  ];
}

function statusProblems(
  ticket: Row<'tickets'>,
  trail: StatusTrail,
  context: ReconcileContext,
): Row<'problems'>[] {
  if (!trail.putBack) return [];
  const kept = context.statusLabel(trail.status);
  const words =
    trail.putBack.kind === 'no-status'
      ? NO_STATUS_WORDS[context.language](ticket.id, kept)
      : REFUSAL_WORDS[context.language][trail.putBack.why](
          ticket.id,
          context.statusLabel(trail.putBack.wanted),
          kept,
        );
  return [problem(ticket, 'status', words, context)];
}

function problem(
  ticket: Row<'tickets'>,
  column: 'status' | 'clock',
  words: { readonly what: string; readonly todo: string },
  context: ReconcileContext,
): Row<'problems'> {
  return { key: `tickets:${ticket.id}:${column}`, at: context.now, tab: 'tickets', row: ticket.id, ...words };
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
