/** Which session a ticket is about, told from the participant's address and the time of the ticket. */

import { sessionEnd } from '../session/session-end';
import type { Instant } from '../time/instant';
import { MS_PER_DAY } from '../time/instant';
import type { Row } from '../workbook/rows';

export interface RosterRule {
  /** How far ahead a session may be for a ticket to be about it. */
  readonly nextWithinDays: number;
  /** How long after its end a session may still be what a ticket is about (recordings, certificates). */
  readonly lastWithinDays: number;
}

export const ROSTER: RosterRule = { nextWithinDays: 30, lastWithinDays: 60 };

/** The session in progress at `at`; else the next one; else the last one, each within reach. Null when none is. */
export function nearestSession(
  sessions: readonly Row<'sessions'>[],
  at: Instant,
  rule: RosterRule,
): Row<'sessions'> | null {
  let next: Row<'sessions'> | null = null;
  let nextIn = rule.nextWithinDays * MS_PER_DAY;
  let last: Row<'sessions'> | null = null;
  let lastAgo = rule.lastWithinDays * MS_PER_DAY;
  for (const session of sessions) {
    const start = session.starts_at;
    if (start === null || session.state === 'cancelled') continue;
    const end = sessionEnd(session, start);
    if (start <= at && at < end) return session;
    if (start > at && start - at <= nextIn) {
      // Of two at the same time the first in the tab.
      if (next === null || start - at < nextIn) next = session;
      nextIn = start - at;
    } else if (end <= at && at - end <= lastAgo) {
      if (last === null || at - end < lastAgo) last = session;
      lastAgo = at - end;
    }
  }
  return next ?? last;
}
