/**
 * The three clocks of a ticket, moved forward by what has happened to it.
 *
 * `advanceClocks` depends on the facts alone, never on how often it ran: the same facts on its own result change
 * nothing. What the present makes of the clocks (at risk, breached) is in clock-reading.ts.
 */

import { isActive, isDone } from '../ticket/status';
import type { Instant } from '../time/instant';
import { businessMinutes } from '../time/instant';
import type { TicketStatus } from '../workbook/choices';
import type { BusinessCalendar } from './business-calendar';
import { addBusinessMinutes, businessMinutesBetween } from './business-calendar';
import type { ChosenBy, ClockRun, ClockState } from './clock-state';
import { type HurryingSession, nearSessionDue, withNearSeen } from './near-session';
import type { ClockName, PolicyFacts, SlaPolicies, SlaPolicy } from './policy';
import { CLOCKS, policyFor } from './policy';

export interface TicketFacts extends PolicyFacts {
  readonly createdAt: Instant;
  readonly status: TicketStatus;
  readonly statusSince: Instant;
  readonly firstAnswerAt: Instant | null;
  readonly lastInboundAt: Instant | null;
  readonly lastOutboundAt: Instant | null;
}

export interface SlaContext {
  readonly policies: SlaPolicies;
  /** Counts where no promise names a calendar: the firm's own. */
  readonly firmCalendar: string;
  /** By key; '' is round the clock. Null when the Calendar tab has no such calendar. */
  readonly calendarOf: (key: string) => BusinessCalendar | null;
  /** Every session of the participant. */
  readonly sessions: readonly HurryingSession[];
}

type Runs = { [K in ClockName]?: ClockRun | undefined };

/** The row of the SLA tab that a run's promises are taken from. */
interface Holding {
  readonly policy: SlaPolicy | null;
  readonly context: SlaContext;
}

export function advanceClocks(state: ClockState | null, facts: TicketFacts, context: SlaContext): ClockState {
  const chosenBy = pick(facts);
  const holding: Holding = { policy: policyFor(context.policies, facts), context };
  const rowNow = { policyId: holding.policy?.id ?? null, policy: holding.policy?.name ?? '' };
  // Spam is promised nothing. Taken out of spam, a ticket starts anew from its birth.
  if (facts.status === 'spam') return { chosenBy, policyId: null, policy: '', runs: {}, missedBefore: false };
  const runs: Runs = { ...state?.runs };
  const doneAt = isDone(facts.status) ? facts.statusSince : null;
  if (doneAt === null && runs.resolution) runs.resolution = reopened(runs.resolution);
  const otherRow =
    state !== null && hasChanged(state.chosenBy, chosenBy) && state.policyId !== rowNow.policyId;
  if (otherRow) retarget(runs, holding);
  let missedBefore = state?.missedBefore ?? false;

  runs.first = promised('first', runs.first, facts.createdAt, holding);
  runs.resolution = promised('resolution', runs.resolution, facts.createdAt, holding);
  if (runs.next) runs.next = promised('next', runs.next, runs.next.since, holding);
  const answeredAt = facts.firstAnswerAt ?? doneAt;
  if (answeredAt !== null) runs.first = ended('first', runs.first, answeredAt, context);
  // Resolved without a word and come back: the first promise is over all the same.
  const firstOver = runs.first.endedAt;

  if (runs.next && facts.lastOutboundAt !== null && facts.lastOutboundAt >= runs.next.since) {
    runs.next = ended('next', runs.next, facts.lastOutboundAt, context);
  }
  const question = doneAt === null ? openQuestion(facts, runs, firstOver) : null;
  if (question !== null) {
    missedBefore ||= runs.next !== undefined && endedLate(runs.next);
    runs.next = started('next', question, holding);
  }
  if (doneAt !== null) {
    if (runs.next) runs.next = ended('next', runs.next, doneAt, context);
    runs.resolution = ended('resolution', runs.resolution, doneAt, context);
  }

  const result: Partial<Record<ClockName, ClockRun>> = {};
  for (const name of CLOCKS) {
    const run = runs[name];
    if (!run) continue;
    if (run.endedAt !== null) result[name] = run;
    else
      result[name] = isActive(facts.status)
        ? resumed(run, facts, context)
        : paused(name, run, facts, context);
  }
  const isNewRow = state === null || otherRow || question !== null || state.policyId === null;
  const row = isNewRow ? rowNow : { policyId: state.policyId, policy: state.policy };
  return { chosenBy, ...row, runs: result, missedBefore };
}

/** Besides the facts, when we came to know of a session decides from when it hurries: a look writes that down. */
export function lookAtSessions(
  state: ClockState,
  sessions: readonly HurryingSession[],
  now: Instant,
): ClockState {
  const runs: Runs = { ...state.runs };
  for (const name of CLOCKS) {
    const run = runs[name];
    if (run) runs[name] = withNearSeen(name, run, sessions, now);
  }
  return { ...state, runs: runs as ClockState['runs'] };
}

export function endedLate(run: ClockRun): boolean {
  return run.endedAt !== null && run.due !== null && run.endedAt > run.due;
}

function pick({ priority, category, client, audience }: PolicyFacts): PolicyFacts {
  return { priority, category, client, audience };
}

/** What an older program did not write down cannot have changed. */
function hasChanged(before: ChosenBy, now: PolicyFacts): boolean {
  return (
    before.priority !== now.priority ||
    (before.category !== null && before.category !== now.category) ||
    (before.client !== null && before.client !== now.client) ||
    (before.audience !== null && before.audience !== now.audience)
  );
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

/** The run that is there; one that was promised nothing yet is promised what the SLA tab has come to promise. */
function promised(name: ClockName, run: ClockRun | undefined, since: Instant, holding: Holding): ClockRun {
  if (!run) return started(name, since, holding);
  const gets = run.endedAt === null && run.target === null && holding.policy?.targets[name] != null;
  return gets ? withPromise(name, run, holding) : run;
}

function started(name: ClockName, since: Instant, holding: Holding): ClockRun {
  const run: ClockRun = {
    since,
    target: null,
    calendar: '',
    policy: '',
    near: null,
    hurriedFrom: null,
    used: 0,
    runningFrom: since,
    due: null,
    alerted: 'none',
    alertedDue: null,
    endedAt: null,
  };
  return withPromise(name, run, holding);
}

/** The run with the promise of the row that holds, and what was used up before still used up. */
function withPromise(name: ClockName, run: ClockRun, { policy, context }: Holding): ClockRun {
  const changed: ClockRun = {
    ...run,
    target: policy?.targets[name] ?? null,
    calendar: policy ? policy.calendar : context.firmCalendar,
    policy: policy?.name ?? '',
    // Only answers are hurried by a session.
    near: name === 'resolution' ? null : (policy?.near ?? null),
    due: null,
    // Another promise: whoever was alerted for the old one hears of this one too.
    alerted: 'none',
    alertedDue: null,
  };
  return run.runningFrom === null ? changed : stretch(changed, run.runningFrom, context);
}

/** A run from `from` on, with its due time fixed. Already used up: due as before, or at once. */
function stretch(run: ClockRun, from: Instant, context: SlaContext): ClockRun {
  return { ...run, runningFrom: from, due: dueFrom(run, from, context) };
}

function dueFrom(run: ClockRun, from: Instant, context: SlaContext): Instant | null {
  if (run.target === null) return null;
  const left = run.target - run.used;
  if (left <= 0) return run.due ?? from;
  const calendar = calendarFor(run, context);
  return calendar && addBusinessMinutes(from, businessMinutes(left), calendar);
}

function resumed(run: ClockRun, facts: TicketFacts, context: SlaContext): ClockRun {
  // Without a due time although it runs: its calendar was missing, and may have been written since.
  if (run.runningFrom !== null) return run.due === null ? stretch(run, run.runningFrom, context) : run;
  const from = later(run.since, facts.statusSince);
  // Missed before the pause is missed for good, also where a session asked for less than the whole target.
  return run.due === null ? stretch(run, from, context) : { ...run, runningFrom: from };
}

function paused(name: ClockName, run: ClockRun, facts: TicketFacts, context: SlaContext): ClockRun {
  if (run.runningFrom === null) return run;
  const at = later(run.runningFrom, facts.statusSince);
  const due = countingDue(name, run, at, context);
  return {
    ...run,
    used: usedUntil(run, at, context),
    runningFrom: null,
    hurriedFrom: null,
    due: due !== null && at > due ? due : null,
    // The due time moves by the pause; that is no other promise.
    alertedDue: null,
  };
}

/** Ends a run once; the due time that counted, sessions and all, stays as the measure of the answer. */
function ended(name: ClockName, run: ClockRun, at: Instant, context: SlaContext): ClockRun {
  if (run.endedAt !== null) return run;
  // Never before it began, whatever a mail's date says.
  const end = later(run.since, at);
  return {
    ...run,
    used: usedUntil(run, end, context),
    due: countingDue(name, run, end, context),
    runningFrom: null,
    endedAt: end,
  };
}

/** A ticket that comes back goes on with what was left. */
function reopened(run: ClockRun): ClockRun {
  if (run.endedAt === null) return run;
  return { ...run, endedAt: null, due: endedLate(run) ? run.due : null };
}

function retarget(runs: Runs, holding: Holding): void {
  for (const name of CLOCKS) {
    const run = runs[name];
    if (run && run.endedAt === null) runs[name] = withPromise(name, run, holding);
  }
}

/** The earlier of the promised due time and the one that a near session asks for, as it stood at `at`. */
function countingDue(name: ClockName, run: ClockRun, at: Instant, context: SlaContext): Instant | null {
  if (run.runningFrom === null || run.target === null) return run.due;
  const near = nearSessionDue(name, run, context.sessions, at);
  if (!near) return run.due;
  return run.due === null || near.due < run.due ? near.due : run.due;
}

/** Minutes used by `at`, of whatever calendar the run counts by. */
function usedUntil(run: ClockRun, at: Instant, context: SlaContext): number {
  if (run.runningFrom === null) return run.used;
  const calendar = calendarFor(run, context);
  return run.used + (calendar ? businessMinutesBetween(run.runningFrom, at, calendar) : 0);
}

export function calendarFor(run: Pick<ClockRun, 'calendar'>, context: SlaContext): BusinessCalendar | null {
  return context.calendarOf(run.calendar);
}

function later(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}
