/**
 * Which steps of the Escalations tab have come for a ticket.
 *
 * The record in each run says up to which step the team was alerted, so a step goes once for each period of a
 * clock, whatever runs twice. Steps that were passed while nobody looked go out together as one alert.
 */
import { applyOffset } from '../session/offset';
import type { Instant, Zone, ZoneOffset } from '../time/instant';
import type { SlaReading } from './clock-reading';
import type { Alerted, ClockRun, ClockState } from './clock-state';
import type { DueReason } from './due-reason';
import type { AlertTarget, EscalationStep } from './escalation-steps';
import type { ClockName } from './policy';
import { CLOCKS } from './policy';

/** One alert about a ticket: about the promise that presses most, to everybody whom the passed steps name. */
export interface DueAlert {
  readonly clock: ClockName;
  readonly run: ClockRun;
  readonly due: Instant;
  /** Of the last step passed. */
  readonly rank: number;
  readonly reason: DueReason;
  readonly targets: readonly AlertTarget[];
}

export interface AlertClock {
  readonly now: Instant;
  readonly zone: Zone;
  readonly offset: ZoneOffset;
}

export function dueAlerts(
  state: ClockState,
  reading: SlaReading,
  steps: readonly EscalationStep[],
  clock: AlertClock,
): { readonly state: ClockState; readonly alert: DueAlert | null } {
  const runs: Partial<Record<ClockName, ClockRun>> = { ...state.runs };
  const alerts: DueAlert[] = [];
  for (const name of CLOCKS) {
    const run = state.runs[name];
    const read = reading.clocks[name];
    // A clock that stands still waits for somebody else: nobody of ours is to be alerted.
    if (!run || !read || read.ended || read.due === null || run.runningFrom === null) continue;
    const { due, reason } = read;
    const alerted = alertedOf(run, due);
    const passed = steps.filter(
      (step) =>
        (step.clock === 'any' || step.clock === name) &&
        isAfter(step.rank, alerted) &&
        applyOffset(due, step.at, clock.zone, clock.offset) <= clock.now,
    );
    const rank = passed.reduce<Alerted>(
      (last, step) => (isAfter(step.rank, last) ? step.rank : last),
      'none',
    );
    if (run.alerted === 'unknown') runs[name] = { ...run, alerted: rank };
    else if (rank !== 'none' && rank !== 'unknown') {
      const told: ClockRun = { ...run, alerted: rank, alertedDue: due };
      runs[name] = told;
      alerts.push({ clock: name, run, due, rank, reason, targets: passed.flatMap(({ alert }) => alert) });
    }
  }
  const [first] = alerts;
  if (!first) return { state: { ...state, runs }, alert: null };
  const pressing = alerts.reduce((a, b) => (b.due < a.due ? b : a), first);
  return {
    state: { ...state, runs },
    alert: { ...pressing, targets: alerts.flatMap(({ targets }) => targets) },
  };
}

/** A session that is cancelled or put off gives the time back: what was told of it does not count for the new one. */
function alertedOf({ alerted, alertedDue }: ClockRun, due: Instant): Alerted {
  return alertedDue !== null && due > alertedDue ? 'none' : alerted;
}

function isAfter(rank: number, alerted: Alerted): boolean {
  return typeof alerted !== 'number' || rank > alerted;
}
