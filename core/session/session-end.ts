import type { Instant } from '../time/instant';
import { minutes, plus } from '../time/instant';
import type { Row } from '../workbook/rows';

/** How long a session is taken to last when its end is not filled in. */
const USUAL_LENGTH = minutes(120);

/** The end of a session; a missing or impossible one is taken from the usual length. */
export function sessionEnd(session: Pick<Row<'sessions'>, 'ends_at'>, start: Instant): Instant {
  return session.ends_at !== null && session.ends_at > start ? session.ends_at : plus(start, USUAL_LENGTH);
}
