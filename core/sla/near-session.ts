/**
 * While a session of a participant is near, a ticket of theirs cannot wait for business hours: somebody may be
 * standing before a closed door. Minutes here are plain minutes.
 */
import { sessionEnd } from '../session/session-end';
import type { Instant } from '../time/instant';
import { minutes, plus } from '../time/instant';
import type { Row } from '../workbook/rows';
import type { ClockName, NearSessionRule } from './policy';

export interface NearDue {
  readonly due: Instant;
  /** From when the tighter promise counts. */
  readonly from: Instant;
  readonly rule: NearSessionRule;
  readonly session: Row<'sessions'>;
  readonly startsAt: Instant;
}

/**
 * The tightest due time that sessions give to a clock running since `since`. A ticket that was already waiting
 * when the time before a session begins counts from then, so its due time is known well ahead. Only answers are
 * hurried: a solution takes as long as it takes.
 */
export function nearSessionDue(
  clock: ClockName,
  since: Instant,
  sessions: readonly Row<'sessions'>[],
  rule: NearSessionRule | null,
): NearDue | null {
  if (rule === null || clock === 'resolution') return null;
  let tightest: NearDue | null = null;
  for (const session of sessions) {
    if (session.starts_at === null || session.state === 'cancelled') continue;
    const begins = plus(session.starts_at, minutes(0 - rule.before));
    const ends = sessionEnd(session, session.starts_at);
    const from = since > begins ? since : begins;
    if (from >= ends) continue;
    const due = plus(from, rule.within);
    if (!tightest || due < tightest.due) tightest = { due, from, rule, session, startsAt: session.starts_at };
  }
  return tightest;
}
