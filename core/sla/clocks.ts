/**
 * The three clocks of a ticket, moved forward by what has happened to it.
 *
 * `advanceClocks` depends on the facts alone, never on how often it ran: the same facts on its own result change
 * nothing. What the present makes of the clocks (at risk, breached) is in clock-reading.ts.
 */

import { isActive, isDone } from '../ticket/status';
import type { Instant } from '../time/instant';
import { businessMinutes } from '../time/instant';
import type { Priority, TicketStatus } from '../workbook/choices';
import type { Row } from '../workbook/rows';
import type { BusinessCalendar } from './business-calendar';
import { addBusinessMinutes, businessMinutesBetween } from './business-calendar';
import type { ClockRun, ClockState } from './clock-state';
import type { NearSessionRule } from './near-session';
import { nearSessionDue } from './near-session';
import type { ClockName, SlaPolicies } from './policy';
import { CLOCKS } from './policy';

export interface TicketFacts {
  readonly createdAt: Instant;
  readonly priority: Priority;
  readonly status: TicketStatus;
  readonly statusSince: Instant;
  readonly firstAnswerAt: Instant | null;
  readonly lastInboundAt: Instant | null;
  readonly lastOutboundAt: Instant | null;
}

export interface SlaContext {
  readonly policies: SlaPolicies;
  /** By key; '' is round the clock. Null when the Calendar tab has no such calendar. */
  readonly calendarOf: (key: string) => BusinessCalendar | null;
  /** Every session of the participant. */
  readonly sessions: readonly Row<'sessions'>[];
  readonly nearSession: NearSessionRule;
}

type Runs = { [K in ClockName]?: ClockRun | undefined };

export function advanceClocks(state: ClockState | null, facts: TicketFacts, context: SlaContext): ClockState {
  // Spam is promised nothing. Taken out of spam, a ticket starts anew from its birth.
  if (facts.status === 'spam') return { priority: facts.priority, runs: {}, missedBefore: false };
  const runs: Runs = { ...state?.runs };
  if (state && state.priority !== facts.priority) retarget(runs, facts.priority, context);
  let missedBefore = state?.missedBefore ?? false;

  runs.first ??= started('first', facts.createdAt, facts.priority, context);
  runs.resolution ??= started('resolution', facts.createdAt, facts.priority, context);
  const doneAt = isDone(facts.status) ? facts.statusSince : null;
  const answeredAt = facts.firstAnswerAt ?? doneAt;
  if (answeredAt !== null) runs.first = ended('first', runs.first, answeredAt, context);
  // Resolved without a word and come back: the first promise is over all the same.
  const firstOver = runs.first ? runs.first.endedAt : answeredAt;

  if (runs.next && facts.lastOutboundAt !== null && facts.lastOutboundAt >= runs.next.since) {
    runs.next = ended('next', runs.next, facts.lastOutboundAt, context);
  }
  const question = doneAt === null ? openQuestion(facts, runs, firstOver) : null;
  if (question !== null) {
    missedBefore ||= runs.next !== undefined && endedLate(runs.next);
    runs.next = started('next', question, facts.priority, context);
  }
  if (doneAt !== null) runs.next = ended('next', runs.next, doneAt, context);

  if (doneAt !== null) runs.resolution = ended('resolution', runs.resolution, doneAt, context);
  else if (runs.resolution?.endedAt != null) runs.resolution = reopened(runs.resolution);

  const result: Partial<Record<ClockName, ClockRun>> = {};
  for (const name of CLOCKS) {
    const run = runs[name];
    if (!run) continue;
    if (run.endedAt !== null) result[name] = run;
    else result[name] = isActive(facts.status) ? resumed(run, facts, context) : paused(run, facts, context);
  }
  return { priority: facts.priority, runs: result, missedBefore };
}

export function endedLate(run: ClockRun): boolean {
  return run.endedAt !== null && run.due !== null && run.endedAt > run.due;
}

/** When a participant's question that no clock counts yet was asked; null when there is none. */
function openQuestion(facts: TicketFacts, runs: Runs, firstOver: Instant | null): Instant | null {
  const asked = facts.lastInboundAt;
  if (asked === null || firstOver === null || asked <= firstOver) return null;
  if (facts.lastOutboundAt !== null && asked <= facts.lastOutboundAt) return null;
  const last = runs.next;
  if (!last) return asked;
  // A second mail before the answer does not start the wait anew.
  return last.endedAt !== null && asked > last.endedAt ? asked : null;
}

function started(
  name: ClockName,
  since: Instant,
  priority: Priority,
  context: SlaContext,
): ClockRun | undefined {
  const policy = context.policies.get(priority);
  const target = policy?.targets[name] ?? null;
  if (!policy || target === null) return undefined;
  return stretch(
    { since, target, calendar: policy.calendar, used: 0, runningFrom: since, due: null, endedAt: null },
    since,
    context,
  );
}

/** A run from `from` on, with its due time fixed. Already used up: due as before, or at once. */
function stretch(run: ClockRun, from: Instant, context: SlaContext): ClockRun {
  const left = run.target - run.used;
  const calendar = calendarFor(run, context);
  const due =
    left > 0 ? calendar && addBusinessMinutes(from, businessMinutes(left), calendar) : (run.due ?? from);
  return { ...run, runningFrom: from, due };
}

function resumed(run: ClockRun, facts: TicketFacts, context: SlaContext): ClockRun {
  // Without a due time although it runs: its calendar was missing, and may have been written since.
  if (run.runningFrom !== null) return run.due === null ? stretch(run, run.runningFrom, context) : run;
  return stretch(run, later(run.since, facts.statusSince), context);
}

function paused(run: ClockRun, facts: TicketFacts, context: SlaContext): ClockRun {
  if (run.runningFrom === null) return run;
  const at = later(run.runningFrom, facts.statusSince);
  const missed = run.due !== null && at > run.due;
  return { ...run, used: usedUntil(run, at, context), runningFrom: null, due: missed ? run.due : null };
}

/** Ends a run once; the due time that counted, sessions and all, stays as the measure of the answer. */
function ended(
  name: ClockName,
  run: ClockRun | undefined,
  at: Instant,
  context: SlaContext,
): ClockRun | undefined {
  if (!run || run.endedAt !== null) return run;
  // Never before it began, whatever a mail's date says.
  const end = later(run.since, at);
  return {
    ...run,
    used: usedUntil(run, end, context),
    due: countingDue(name, run, context),
    runningFrom: null,
    endedAt: end,
  };
}

/** A ticket that comes back goes on with what was left. */
function reopened(run: ClockRun): ClockRun {
  return { ...run, endedAt: null, due: endedLate(run) ? run.due : null };
}

function retarget(runs: Runs, priority: Priority, context: SlaContext): void {
  const policy = context.policies.get(priority);
  for (const name of CLOCKS) {
    const run = runs[name];
    if (!run || run.endedAt !== null) continue;
    const target = policy?.targets[name] ?? null;
    if (!policy || target === null) runs[name] = undefined;
    else {
      const changed = { ...run, target, calendar: policy.calendar, due: null };
      runs[name] = run.runningFrom === null ? changed : stretch(changed, run.runningFrom, context);
    }
  }
}

/** The earlier of the promised due time and the one that a near session asks for. */
function countingDue(name: ClockName, run: ClockRun, context: SlaContext): Instant | null {
  if (run.runningFrom === null) return run.due;
  const near = nearSessionDue(name, run.runningFrom, context.sessions, context.nearSession);
  if (!near) return run.due;
  return run.due === null || near.due < run.due ? near.due : run.due;
}

/** Minutes used by `at`, of whatever calendar the run counts by. */
function usedUntil(run: ClockRun, at: Instant, context: SlaContext): number {
  if (run.runningFrom === null) return run.used;
  const calendar = calendarFor(run, context);
  return run.used + (calendar ? businessMinutesBetween(run.runningFrom, at, calendar) : 0);
}

export function calendarFor(run: ClockRun, context: SlaContext): BusinessCalendar | null {
  return context.calendarOf(run.calendar);
}

function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}
