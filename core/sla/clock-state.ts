/**
 * What the SLA clocks of a ticket remember, kept as JSON in its `clock` cell.
 *
 * A promise is remembered whole from the start of its period: when the SLA tab changes later, promises already
 * given stay as they were given.
 */
import * as v from 'valibot';
import type { Instant } from '../time/instant';
import { instant, minutes } from '../time/instant';
import type { Priority } from '../workbook/choices';
import { PRIORITIES } from '../workbook/choices';
import type { ClockName, NearSessionRule } from './policy';

/**
 * Up to which escalation step the team was alerted: its place relative to the due time, in minutes. `unknown`:
 * the period began before anybody wrote this down, so what lies behind it counts as told.
 */
export type Alerted = number | 'none' | 'unknown';

/** One period of one clock: from a question to its answer, or from the birth of a ticket to its resolution. */
export interface ClockRun {
  readonly since: Instant;
  /** Minutes of `calendar`, as promised when the period began; null promises nothing and is only measured. */
  readonly target: number | null;
  readonly calendar: string;
  /** Name of the SLA tab's row that promised it. */
  readonly policy: string;
  readonly near: NearSessionRule | null;
  /**
   * From when the promise of a near session counts, as it was at the last look; `none` when no session was near.
   * Null: the present stretch has not been looked at yet, so whatever session is there was known from its start.
   */
  readonly hurriedFrom: Instant | 'none' | null;
  /** Minutes used up before the present stretch. */
  readonly used: number;
  /** The start of the present stretch; null while the clock stands still. */
  readonly runningFrom: Instant | null;
  /** Fixed when the stretch began. While standing still: null, or the due time that was already missed. */
  readonly due: Instant | null;
  readonly alerted: Alerted;
  /** The due time of that alert, while the stretch lasts: a session that is moved or cancelled moves it. */
  readonly alertedDue: Instant | null;
  readonly endedAt: Instant | null;
}

/** What chose the row of the SLA tab; null where an older program did not write it down. */
export interface ChosenBy {
  readonly priority: Priority;
  readonly category: string | null;
  readonly client: string | null;
  readonly audience: string | null;
}

export interface ClockState {
  readonly chosenBy: ChosenBy;
  /** Of the row that holds: its conditions and its name. Null and '' when none does. */
  readonly policyId: string | null;
  readonly policy: string;
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
const amount = v.pipe(v.number(), v.minValue(0));

const runSchema = v.pipe(
  v.object({
    s: time,
    t: v.optional(amount),
    c: v.string(),
    n: v.optional(v.string()),
    b: v.optional(amount),
    w: v.optional(amount),
    h: v.optional(v.union([time, v.literal('-')])),
    u: amount,
    r: v.optional(time),
    d: v.optional(time),
    a: v.optional(v.union([v.number(), v.literal('?')])),
    o: v.optional(time),
    e: v.optional(time),
  }),
  v.transform(
    (run): ClockRun => ({
      since: run.s,
      target: run.t ?? null,
      calendar: run.c,
      policy: run.n ?? '',
      near:
        run.b === undefined || run.w === undefined
          ? null
          : { before: minutes(run.b), within: minutes(run.w) },
      hurriedFrom: run.h === '-' ? 'none' : (run.h ?? null),
      used: run.u,
      runningFrom: run.r ?? null,
      due: run.d ?? null,
      // Programs that knew no alerts wrote no name of a policy either.
      alerted: run.a === '?' || run.n === undefined ? 'unknown' : (run.a ?? 'none'),
      alertedDue: run.o ?? null,
      endedAt: run.e ?? null,
    }),
  ),
);

const stateSchema = v.object({
  v: v.literal(VERSION),
  p: v.picklist(PRIORITIES),
  g: v.optional(v.string()),
  l: v.optional(v.string()),
  u: v.optional(v.string()),
  i: v.optional(v.string()),
  k: v.optional(v.string()),
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
  const { p, g, l, u, i, k, f, n, r, m } = parsed.output;
  return {
    chosenBy: { priority: p, category: g ?? null, client: l ?? null, audience: u ?? null },
    policyId: i ?? null,
    policy: k ?? '',
    runs: { ...(f && { first: f }), ...(n && { next: n }), ...(r && { resolution: r }) },
    missedBefore: m === 1,
  };
}

/** The same state always gives the same text, so an unchanged state is an unchanged cell. */
export function formatClockState(state: ClockState): string {
  const { priority, category, client, audience } = state.chosenBy;
  return JSON.stringify({
    v: VERSION,
    p: priority,
    g: category ?? undefined,
    l: client ?? undefined,
    u: audience ?? undefined,
    i: state.policyId ?? undefined,
    k: state.policy === '' ? undefined : state.policy,
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
      t: run.target ?? undefined,
      c: run.calendar,
      n: run.policy,
      b: run.near?.before,
      w: run.near?.within,
      h: run.hurriedFrom === 'none' ? '-' : (run.hurriedFrom ?? undefined),
      u: run.used,
      r: run.runningFrom ?? undefined,
      d: run.due ?? undefined,
      a: run.alerted === 'none' ? undefined : run.alerted === 'unknown' ? '?' : run.alerted,
      o: run.alertedDue ?? undefined,
      e: run.endedAt ?? undefined,
    }
  );
}
