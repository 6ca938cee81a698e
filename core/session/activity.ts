/** Who has done what, by the report of the firm's platform that stands on the Activity tab. */
import type { Instant } from '../time/instant';
import { MS_PER_DAY } from '../time/instant';
import type { Row } from '../workbook/rows';
import { canonicalActivity, deniedActivity } from './activity-names';
import { normalEmail } from './reminder-key';

export { canonicalActivity };

export interface ActivityBook {
  /** @param what in anybody's words */
  has(sessionId: string, email: string, what: string): boolean;
  /** Whether anybody has ever been reported to have done that: a firm without such reports is not to be warned. */
  isReported(what: string): boolean;
}

/**
 * A report that names no session tells of the platform as a whole. What was done this long before a session or later
 * counts for it; what was done earlier belonged to another course.
 */
export const COUNTS_BEFORE_DAYS = 60;

const ANSWERED_NO = /[=:]\s*(?:no|nie|ні|false|0)\s*$/i;

export function activityBook(
  rows: readonly Row<'activity'>[],
  sessions: readonly Row<'sessions'>[],
): ActivityBook {
  const startOf = new Map(sessions.map(({ id, starts_at }) => [plainId(id), starts_at]));
  const names = remembered(canonicalActivity);
  const inSession = new Set<string>();
  /** The latest of each person's: whatever is late enough counts, however many there are. */
  const anywhere = new Map<string, number>();
  const reported = new Set<string>();
  for (const { at, email, session_id: session, what } of rows) {
    // Reports list those who have not, too.
    if (email.trim() === '' || what.trim() === '' || isDenied(what)) continue;
    const deed = names(what);
    reported.add(deed);
    const key = `${normalEmail(email)}\n${deed}`;
    if (session.trim() !== '') inSession.add(`${plainId(session)}\n${key}`);
    // Without a day it says how things stand now.
    else
      anywhere.set(
        key,
        Math.max(anywhere.get(key) ?? Number.NEGATIVE_INFINITY, at ?? Number.POSITIVE_INFINITY),
      );
  }
  return {
    has: (sessionId, email, what) => {
      const key = `${normalEmail(email)}\n${names(what)}`;
      const id = plainId(sessionId);
      if (inSession.has(`${id}\n${key}`)) return true;
      const latest = anywhere.get(key);
      return latest !== undefined && latest >= countsFrom(startOf.get(id) ?? null);
    },
    isReported: (what) => reported.has(names(what)),
  };
}

/** Platforms and people write an id in either case; the import takes both for one. */
const plainId = (id: string): string => id.trim().toLowerCase();

function isDenied(what: string): boolean {
  return deniedActivity(what) !== null || ANSWERED_NO.test(what);
}

function countsFrom(start: Instant | null): number {
  return start === null ? Number.NEGATIVE_INFINITY : start - COUNTS_BEFORE_DAYS * MS_PER_DAY;
}

/** A report repeats a few phrases thousands of times. */
function remembered(answer: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    let result = known.get(text);
    if (result === undefined) {
      result = answer(text);
      known.set(text, result);
    }
    return result;
  };
}
