/** What the present makes of the clocks: due times, states, and which promise presses most. */
import type { Instant } from '../time/instant';
import { businessMinutes, minutes, plus } from '../time/instant';
import type { SlaState, TicketStatus } from '../workbook/choices';
import { addBusinessMinutes } from './business-calendar';
import type { ClockRun, ClockState } from './clock-state';
import type { SlaContext } from './clocks';
import { calendarFor, endedLate } from './clocks';
import type { DueReason } from './due-reason';
import { nearSessionDue } from './near-session';
import type { ClockName } from './policy';
import { CLOCKS } from './policy';

interface ClockReading {
  readonly name: ClockName;
  readonly due: Instant | null;
  readonly state: SlaState;
  readonly ended: boolean;
  readonly reason: DueReason;
}

export interface SlaReading {
  readonly clocks: Readonly<Partial<Record<ClockName, ClockReading>>>;
  /**
   * Of the whole ticket: while a promise is open, the worst of the open ones; afterwards `breached` when any was
   * missed. '' when nothing was promised.
   */
  readonly state: SlaState | '';
  /** Of the open promise that comes due first; null when none is open. */
  readonly reason: DueReason | null;
}

/** At risk from when this much of the target is used. */
const AT_RISK_FROM = 0.75;

export function readClocks(
  state: ClockState,
  status: TicketStatus,
  now: Instant,
  context: SlaContext,
): SlaReading {
  const clocks: Partial<Record<ClockName, ClockReading>> = {};
  const open: ClockReading[] = [];
  for (const name of CLOCKS) {
    const run = state.runs[name];
    if (!run || run.target === null) continue;
    const reading = readRun(name, { ...run, target: run.target }, state, status, now, context);
    clocks[name] = reading;
    if (!reading.ended) open.push(reading);
  }
  const all = Object.values(clocks);
  if (all.length === 0) return { clocks, state: '', reason: null };
  if (open.length === 0) {
    const missed = state.missedBefore || all.some((reading) => reading.state === 'breached');
    return { clocks, state: missed ? 'breached' : 'met', reason: null };
  }
  const worst = (['breached', 'at_risk', 'running', 'paused'] as const).find((word) =>
    open.some((reading) => reading.state === word),
  );
  const pressing = open.reduce((a, b) => ((b.due ?? Infinity) < (a.due ?? Infinity) ? b : a));
  return { clocks, state: worst ?? 'running', reason: pressing.reason };
}

type PromisedRun = ClockRun & { readonly target: number };

function readRun(
  name: ClockName,
  run: PromisedRun,
  state: ClockState,
  status: TicketStatus,
  now: Instant,
  context: SlaContext,
): ClockReading {
  const promised: DueReason = {
    kind: 'target',
    clock: name,
    due: run.due,
    since: run.since,
    target: run.target,
    calendar: run.calendar,
    zone: calendarFor(run, context)?.zone ?? null,
    policy: run.policy,
    priority: state.chosenBy.priority,
    resumedAt: run.used > 0 ? run.runningFrom : null,
    usedBefore: run.used,
  };
  if (run.endedAt !== null) {
    return { name, due: run.due, state: endedLate(run) ? 'breached' : 'met', ended: true, reason: promised };
  }
  if (run.runningFrom === null) {
    // A due time kept while standing still is one that was missed before.
    const missed = run.due !== null;
    const reason: DueReason = {
      kind: 'paused',
      clock: name,
      status,
      left: Math.max(0, run.target - run.used),
      calendar: run.calendar,
      missed: run.due,
    };
    return { name, due: run.due, state: missed ? 'breached' : 'paused', ended: false, reason };
  }
  const near = nearSessionDue(name, run, context.sessions, now);
  if (near && (run.due === null || near.due < run.due)) {
    const risky = plus(near.from, minutes(near.rule.within * AT_RISK_FROM));
    const reason: DueReason = {
      kind: 'near-session',
      clock: name,
      due: near.due,
      policy: run.policy,
      course: near.session.course,
      sessionId: near.session.id,
      startsAt: near.startsAt,
      moment: near.moment,
      ...near.rule,
    };
    return { name, due: near.due, state: pressure(now, risky, near.due), ended: false, reason };
  }
  return {
    name,
    due: run.due,
    state: run.due === null ? 'running' : pressure(now, riskyFrom(run, run.runningFrom, context), run.due),
    ended: false,
    reason: promised,
  };
}

function riskyFrom(run: PromisedRun, from: Instant, context: SlaContext): Instant | null {
  const calendar = calendarFor(run, context);
  const left = run.target * AT_RISK_FROM - run.used;
  return calendar && addBusinessMinutes(from, businessMinutes(left), calendar);
}

function pressure(now: Instant, risky: Instant | null, due: Instant): SlaState {
  if (now > due) return 'breached';
  return risky !== null && now >= risky ? 'at_risk' : 'running';
}
