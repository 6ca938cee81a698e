/**
 * While a session of a participant is near, a ticket of theirs cannot wait for business hours: somebody may be
 * standing before a closed door. Minutes here are plain minutes.
 */
import { sessionEnd } from '../session/session-end';
import type { Instant } from '../time/instant';
import { minutes, plus } from '../time/instant';
import type { Row } from '../workbook/rows';
import type { ClockRun } from './clock-state';
import type { ClockName, NearSessionRule } from './policy';

export interface NearDue {
  readonly due: Instant;
  /** From when the tighter promise counts. */
  readonly from: Instant;
  readonly rule: NearSessionRule;
  readonly session: Row<'sessions'>;
  readonly startsAt: Instant;
}

type NearRun = Pick<ClockRun, 'runningFrom' | 'near' | 'hurriedFrom'>;

/**
 * The tightest due time that sessions give to a running clock. A ticket that was already waiting when the time before
 * a session begins counts from then, so its due time is known well ahead. A session that was entered or moved near
 * later counts from when it was first seen: nobody can keep a promise before anybody knows of it. Only answers are
 * hurried: a solution takes as long as it takes.
 */
export function nearSessionDue(
  clock: ClockName,
  run: NearRun,
  sessions: readonly Row<'sessions'>[],
  now: Instant,
): NearDue | null {
  const { runningFrom, near: rule } = run;
  if (rule === null || runningFrom === null || clock === 'resolution') return null;
  const since = later(runningFrom, knownFrom(run, now));
  let tightest: NearDue | null = null;
  for (const session of sessions) {
    if (session.starts_at === null || session.state === 'cancelled') continue;
    const begins = plus(session.starts_at, minutes(0 - rule.before));
    const ends = sessionEnd(session, session.starts_at);
    const from = later(since, begins);
    if (from >= ends) continue;
    const due = plus(from, rule.within);
    if (!tightest || due < tightest.due) tightest = { due, from, rule, session, startsAt: session.starts_at };
  }
  return tightest;
}

/**
 * The run with what this look has seen. Whoever looks often sees what whoever looks once saw first: at one moment the
 * second look changes nothing.
 */
export function withNearSeen(
  clock: ClockName,
  run: ClockRun,
  sessions: readonly Row<'sessions'>[],
  now: Instant,
): ClockRun {
  if (run.near === null || run.runningFrom === null || run.endedAt !== null || clock === 'resolution')
    return run;
  return { ...run, hurriedFrom: nearSessionDue(clock, run, sessions, now)?.from ?? 'none' };
}

/** What counts already goes on counting; anything tighter than that is news of this moment. */
function knownFrom({ hurriedFrom }: NearRun, now: Instant): Instant | null {
  if (hurriedFrom === null) return null;
  return hurriedFrom === 'none' || hurriedFrom > now ? now : hurriedFrom;
}

function later(a: Instant, b: Instant | null): Instant {
  return b !== null && b > a ? b : a;
}
