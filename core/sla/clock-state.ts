/**
 * What the SLA clocks of a ticket remember, kept as JSON in its `clock` cell.
 *
 * A target is remembered from the start of its period: when the SLA tab changes later, promises already given
 * stay as they were given.
 */
import * as v from 'valibot';
import type { Instant } from '../time/instant';
import { instant } from '../time/instant';
import type { Priority } from '../workbook/choices';
import { PRIORITIES } from '../workbook/choices';
import type { ClockName } from './policy';

/** One period of one clock: from a question to its answer, or from the birth of a ticket to its resolution. */
export interface ClockRun {
  readonly since: Instant;
  /** Minutes of `calendar`, as promised when the period began. */
  readonly target: number;
  readonly calendar: string;
  /** Minutes used up before the present stretch. */
  readonly used: number;
  /** The start of the present stretch; null while the clock stands still. */
  readonly runningFrom: Instant | null;
  /** Fixed when the stretch began. While standing still: null, or the due time that was already missed. */
  readonly due: Instant | null;
  readonly endedAt: Instant | null;
}

export interface ClockState {
  /** The priority whose targets the runs hold. */
  readonly priority: Priority;
  readonly runs: Readonly<Partial<Record<ClockName, ClockRun>>>;
  /** Some earlier answer came too late: remembered when the next question starts a new period. */
  readonly missedBefore: boolean;
}

const VERSION = 1;

const time = v.pipe(
  v.number(),
  v.integer(),
  v.transform((ms) => instant(ms)),
);

const runSchema = v.pipe(
  v.object({
    s: time,
    t: v.pipe(v.number(), v.minValue(0)),
    c: v.string(),
    u: v.pipe(v.number(), v.minValue(0)),
    r: v.optional(time),
    d: v.optional(time),
    e: v.optional(time),
  }),
  v.transform(
    (run): ClockRun => ({
      since: run.s,
      target: run.t,
      calendar: run.c,
      used: run.u,
      runningFrom: run.r ?? null,
      due: run.d ?? null,
      endedAt: run.e ?? null,
    }),
  ),
);

const stateSchema = v.object({
  v: v.literal(VERSION),
  p: v.picklist(PRIORITIES),
  f: v.optional(runSchema),
  n: v.optional(runSchema),
  r: v.optional(runSchema),
  m: v.optional(v.literal(1)),
});

/** @returns 'unreadable' for anything that is not a state of ours; the caller rebuilds and reports it */
export function parseClockState(text: string): ClockState | 'unreadable' {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return 'unreadable';
  }
  const parsed = v.safeParse(stateSchema, json);
  if (!parsed.success) return 'unreadable';
  const { p, f, n, r, m } = parsed.output;
  return {
    priority: p,
    runs: { ...(f && { first: f }), ...(n && { next: n }), ...(r && { resolution: r }) },
    missedBefore: m === 1,
  };
}

/** The same state always gives the same text, so an unchanged state is an unchanged cell. */
export function formatClockState(state: ClockState): string {
  return JSON.stringify({
    v: VERSION,
    p: state.priority,
    f: compact(state.runs.first),
    n: compact(state.runs.next),
    r: compact(state.runs.resolution),
    m: state.missedBefore ? 1 : undefined,
  });
}

function compact(run: ClockRun | undefined): Record<string, number | string | undefined> | undefined {
  return (
    run && {
      s: run.since,
      t: run.target,
      c: run.calendar,
      u: run.used,
      r: run.runningFrom ?? undefined,
      d: run.due ?? undefined,
      e: run.endedAt ?? undefined,
    }
  );
}
