/** What the SLA rules write into a ticket's row: due times, their reasons, figures, and the record of the clocks. */
import type { Language } from '../language';
import type { Escalation } from '../sla/alert-mail';
import { alertMails } from '../sla/alert-mail';
import { nobodyToAlert } from '../sla/alert-words';
import { dueAlerts } from '../sla/alerts';
import type { BusinessCalendar } from '../sla/business-calendar';
import type { SlaReading } from '../sla/clock-reading';
import { readClocks } from '../sla/clock-reading';
import type { ClockRun, ClockState } from '../sla/clock-state';
import { formatClockState, parseClockState } from '../sla/clock-state';
import type { SlaContext, TicketFacts } from '../sla/clocks';
import { advanceClocks, lookAtSessions } from '../sla/clocks';
import { dueReasonText } from '../sla/due-reason-words';
import { measureCells } from '../sla/measures';
import type { HurryingSession } from '../sla/near-session';
import type { ClockName, PolicyFacts, SlaPolicies } from '../sla/policy';
import { CLOCKS } from '../sla/policy';
import type { Instant, Zone, ZoneOffset } from '../time/instant';
import type { TicketStatus } from '../workbook/choices';
import { PRIORITIES } from '../workbook/choices';
import type { Row, RowChange } from '../workbook/rows';
import { type HistoryWords, historyLine, ROWDESK } from './history-line';
import type { StatusTrail } from './status-trail';
import { CLOCK_REBUILT_WORDS } from './status-words';

/** What the SLA rules must know besides the row. */
export interface SlaSurroundings {
  readonly now: Instant;
  readonly sheetZone: Zone;
  readonly offset: ZoneOffset;
  /** The firm's language: history, problems and reasons are for the team. */
  readonly language: Language;
  readonly policies: SlaPolicies;
  /** Key of the firm's own calendar, which measures what no promise does. */
  readonly firmCalendar: string;
  /** By key; '' is round the clock. Null when the Calendar tab has no such calendar. */
  readonly calendarOf: (key: string) => BusinessCalendar | null;
  /**
   * Null where nobody appends the mails that come of it (a look at a single ticket): alerts are then left to the
   * tick, unmarked.
   */
  readonly escalation: Escalation | null;
}

export interface SlaCells {
  readonly cells: RowChange<'tickets'>;
  readonly history: readonly Row<'history'>[];
  readonly problems: readonly Row<'problems'>[];
  /** Alerts that are to go out. */
  readonly outbox: readonly Row<'outbox'>[];
}

/**
 * @param ticket the row with whatever else this run fills in: its client and its session count for the policy
 * @param sessions every session of the requester
 */
export function slaCells(
  ticket: Row<'tickets'>,
  trail: StatusTrail,
  sessions: readonly HurryingSession[],
  context: SlaSurroundings & HistoryWords,
): SlaCells {
  const { policies, firmCalendar, calendarOf, now } = context;
  const sla: SlaContext = { policies, firmCalendar, calendarOf, sessions };
  const stored = ticket.clock === '' ? null : parseClockState(ticket.clock);
  const advanced = clockAfter(trail, ticket, stored === 'unreadable' ? null : stored, sla);
  const moved = lookAtSessions(advanced, sessions, now);
  const reading = readClocks(moved, trail.status, now, sla);
  const { clock, outbox, problems } = alerted(ticket, moved, reading, trail.status, context);
  const measures = measureCells(
    clock,
    reading,
    { firstMinutes: ticket.first_minutes, firstAnswerAt: ticket.first_answer_at ?? ticket.last_outbound_at },
    sla,
  );
  return {
    cells: { ...readingCells(reading, context), ...measures, clock: formatClockState(clock) },
    history: breachHistory(ticket, reading, context),
    problems: stored === 'unreadable' ? [clockProblem(ticket, context), ...problems] : problems,
    outbox,
  };
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
  const chosenBy = policyFacts(ticket, sla.sessions);
  const through = (before: ClockState | null, step: (typeof steps)[number], index: number): ClockState => {
    const until = steps[index + 1]?.since ?? null;
    const known = (at: Instant | null, earlier: Instant | null): Instant | null =>
      until === null || (at !== null && at < until) ? at : earlier;
    const facts: TicketFacts = {
      ...chosenBy,
      createdAt,
      status: step.status,
      statusSince: step.since,
      firstAnswerAt: known(answeredAt, null),
      lastInboundAt: known(ticket.last_inbound_at, ticket.inbound_seen),
      lastOutboundAt: known(ticket.last_outbound_at, ticket.outbound_seen),
    };
    return advanceClocks(before, facts, sla);
  };
  const first = through(stored, trail.start, 0);
  // What a row that was imported in the middle of its life has passed is nobody's news any more.
  const isImported = stored === null && ticket.status_seen === '' && trail.start.status !== 'new';
  const begun = isImported ? toldBefore(first) : first;
  return steps.reduce((state, step, index) => (index === 0 ? state : through(state, step, index)), begun);
}

function toldBefore(state: ClockState): ClockState {
  const runs: Partial<Record<ClockName, ClockRun>> = {};
  for (const name of CLOCKS) {
    const run = state.runs[name];
    if (run) runs[name] = { ...run, alerted: 'unknown' };
  }
  return { ...state, runs };
}

function policyFacts(ticket: Row<'tickets'>, sessions: readonly Row<'sessions'>[]): PolicyFacts {
  return {
    priority: PRIORITIES.find((word) => word === ticket.priority) ?? 'normal',
    category: ticket.category,
    client: ticket.client.trim(),
    audience: sessions.find(({ id }) => id !== '' && id === ticket.session_id)?.audience ?? '',
  };
}

function alerted(
  ticket: Row<'tickets'>,
  clock: ClockState,
  reading: SlaReading,
  status: TicketStatus,
  context: SlaSurroundings,
): { readonly clock: ClockState } & Pick<SlaCells, 'outbox' | 'problems'> {
  const { escalation, now, sheetZone: zone, offset, language } = context;
  if (escalation === null) return { clock, outbox: [], problems: [] };
  const { state, alert } = dueAlerts(clock, reading, escalation.steps, { now, zone, offset });
  if (alert === null) return { clock: state, outbox: [], problems: [] };
  const outbox = alertMails(ticket, alert, escalation, { now, zone, offset, status });
  // A firm that has not entered its team works without alerts, and need not be told.
  const isTold = outbox.length > 0 || escalation.roster.team.colleagues.length === 0;
  const problems = isTold ? [] : [nobodyToAlert(ticket.id, now, language)];
  return { clock: state, outbox, problems };
}

function readingCells(reading: SlaReading, context: SlaSurroundings): RowChange<'tickets'> {
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

function reasonWords({ reason }: SlaReading, { language, sheetZone, offset }: SlaSurroundings): string {
  return reason === null ? '' : dueReasonText(reason, { language, zone: sheetZone, offset });
}

/** A promise missed is told once, while it is still open. */
function breachHistory(
  ticket: Row<'tickets'>,
  reading: SlaReading,
  context: SlaSurroundings & HistoryWords,
): Row<'history'>[] {
  if (reading.reason === null || reading.state !== 'breached' || ticket.sla_state === 'breached') return [];
  return [
    historyLine(
      {
        at: context.now,
        ticketId: ticket.id,
        who: ROWDESK,
        what: 'sla_state',
        from: ticket.sla_state,
        to: 'breached',
        why: reasonWords(reading, context),
      },
      context,
    ),
  ];
}

function clockProblem(ticket: Row<'tickets'>, context: SlaSurroundings): Row<'problems'> {
  return {
    key: `tickets:${ticket.id}:clock`,
    at: context.now,
    tab: 'tickets',
    row: ticket.id,
    ...CLOCK_REBUILT_WORDS[context.language](ticket.id),
  };
}
