/**
 * While a session of a participant is near, a ticket of theirs cannot wait for business hours: somebody may be
 * standing before a closed door. Minutes here are plain minutes.
 */
import { sessionEnd } from '../session/session-end';
import type { Instant, Minutes } from '../time/instant';
import { minutes, plus } from '../time/instant';
import type { Row } from '../workbook/rows';
import type { ClockName } from './policy';

export interface NearSessionRule {
  /** The tighter promise holds from this long before the start until the end. */
  readonly before: Minutes;
  /** How long an answer may take then; null leaves that clock as it is. */
  readonly within: Readonly<Record<Exclude<ClockName, 'resolution'>, Minutes | null>>;
}

export const NEAR_SESSION: NearSessionRule = {
  before: minutes(60),
  within: { first: minutes(15), next: minutes(15) },
};

export interface NearDue {
  readonly due: Instant;
  /** From when the tighter promise counts. */
  readonly from: Instant;
  readonly within: Minutes;
  readonly session: Row<'sessions'>;
}

/**
 * The tightest due time that sessions give to a clock running since `since`. A ticket that was already waiting
 * when the time before a session begins counts from then, so its due time is known well ahead.
 */
export function nearSessionDue(
  clock: ClockName,
  since: Instant,
  sessions: readonly Row<'sessions'>[],
  rule: NearSessionRule,
): NearDue | null {
  const within = clock === 'resolution' ? null : rule.within[clock];
  if (within === null) return null;
  let tightest: NearDue | null = null;
  for (const session of sessions) {
    if (session.starts_at === null || session.state === 'cancelled') continue;
    const begins = plus(session.starts_at, minutes(0 - rule.before));
    const ends = sessionEnd(session, session.starts_at);
    const from = since > begins ? since : begins;
    if (from >= ends) continue;
    const due = plus(from, within);
    if (!tightest || due < tightest.due) tightest = { due, from, within, session };
  }
  return tightest;
}
