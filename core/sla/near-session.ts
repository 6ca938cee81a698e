/**
 * While a session of a participant is near, a ticket of theirs cannot wait for business hours: somebody may be
 * standing before a closed door. Minutes here are plain minutes.
 */
import { sessionEnd } from '../session/session-end';
import { momentEnd } from '../staffing/moments';
import type { Instant } from '../time/instant';
import { minutes, plus } from '../time/instant';
import type { Row } from '../workbook/rows';
import type { ClockRun } from './clock-state';
import type { ClockName, NearSessionRule } from './policy';

/** A session with the key moments of it that the firm has entered. While one lasts, answers are hurried as well. */
export type HurryingSession = Row<'sessions'> & { readonly moments?: readonly Row<'moments'>[] };

/** When a key moment begins and ends. */
export interface MomentSpan {
  readonly kind: string;
  readonly from: Instant;
  readonly to: Instant;
}

export interface NearDue {
  readonly due: Instant;
  /** From when the tighter promise counts. */
  readonly from: Instant;
  readonly rule: NearSessionRule;
  readonly session: Row<'sessions'>;
  readonly startsAt: Instant;
  /** The one that hurries; null where it is the session itself. */
  readonly moment: MomentSpan | null;
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
  sessions: readonly HurryingSession[],
  now: Instant,
): NearDue | null {
  const { runningFrom, near: rule } = run;
  if (rule === null || runningFrom === null || clock === 'resolution') return null;
  const since = later(runningFrom, knownFrom(run, now));
  let tightest: NearDue | null = null;
  for (const session of sessions) {
    if (session.starts_at === null || session.state === 'cancelled') continue;
    for (const { begins, ends, moment } of occasionsOf(session, session.starts_at, rule)) {
      const from = later(since, begins);
      if (from >= ends) continue;
      const due = plus(from, rule.within);
      if (!tightest || due < tightest.due) {
        tightest = { due, from, rule, session, startsAt: session.starts_at, moment };
      }
    }
  }
  return tightest;
}

interface Occasion {
  readonly begins: Instant;
  readonly ends: Instant;
  readonly moment: MomentSpan | null;
}

/** The session with the time before it, and each key moment for as long as it lasts. */
function occasionsOf(session: HurryingSession, start: Instant, rule: NearSessionRule): readonly Occasion[] {
  const itself: Occasion = {
    begins: plus(start, minutes(0 - rule.before)),
    ends: sessionEnd(session, start),
    moment: null,
  };
  if (session.moments === undefined) return [itself];
  return [
    itself,
    ...session.moments.flatMap((row): Occasion[] => {
      if (row.at === null) return [];
      const ends = momentEnd(row, row.at);
      return [{ begins: row.at, ends, moment: { kind: row.kind, from: row.at, to: ends } }];
    }),
  ];
}

/**
 * The run with what this look has seen. Whoever looks often sees what whoever looks once saw first: at one moment the
 * second look changes nothing.
 */
export function withNearSeen(
  clock: ClockName,
  run: ClockRun,
  sessions: readonly HurryingSession[],
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
