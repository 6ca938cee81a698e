/**
 * What a ticket's opening says about it, as cells that pivots can group by: the week, the weekday and the hour on the
 * firm's wall clock, and the phase of its session. Cells and not formulas, so that a manager finds them in the list of
 * fields of any pivot.
 */
import type { Language } from '../language';
import { sessionEnd } from '../session/session-end';
import { SHORT_WEEKDAYS } from '../time/calendar-words';
import { type DayNumber, dayOfWall, formatDay, minuteOfWall, plusDays, weekdayOf } from '../time/civil';
import type { Instant, Zone, ZoneOffset } from '../time/instant';
import { minutes, plus } from '../time/instant';
import { wallAt } from '../time/zoned';
import type { SessionPhase } from '../workbook/choices';
import type { Row, RowChange } from '../workbook/rows';

export interface BirthContext {
  /** The firm's: weekday and hour are those of its own clock, also for a participant abroad. */
  readonly zone: Zone;
  readonly offset: ZoneOffset;
  readonly language: Language;
}

/** @param session the one that the ticket is about, as far as the roster knows it */
export function birthCells(
  ticket: Pick<Row<'tickets'>, 'created_at' | 'session_id'>,
  session: Row<'sessions'> | null,
  { zone, offset, language }: BirthContext,
): RowChange<'tickets'> {
  const at = ticket.created_at;
  if (at === null) return {};
  const wall = wallAt(at, zone, offset);
  const day = dayOfWall(wall);
  // A session that is named but no longer on its tab (archived): what was found while it was there stays.
  const isLost = session === null && ticket.session_id !== '';
  return {
    week: formatDay(mondayOf(day)),
    weekday: weekdayName(day, language),
    hour: Math.floor(minuteOfWall(wall) / 60),
    ...(isLost ? {} : { phase: sessionPhase(at, session) }),
  };
}

/** Half-open on every side: an instant is in one phase. */
export function sessionPhase(at: Instant, session: Row<'sessions'> | null): SessionPhase {
  const start = session?.starts_at ?? null;
  if (session === null || start === null) return 'none';
  if (at < start) return 'before';
  if (at >= sessionEnd(session, start)) return 'after';
  return at < plus(start, minutes(60)) ? 'first_hour' : 'during';
}

/** ISO 8601: weeks begin on Monday. */
export function mondayOf(day: DayNumber): DayNumber {
  return plusDays(day, 1 - weekdayOf(day));
}

/** `1 Mon`: the number first, because pivots sort their groups as text. */
function weekdayName(day: DayNumber, language: Language): string {
  const number = weekdayOf(day);
  return `${number} ${(SHORT_WEEKDAYS[language][number - 1] ?? '').replace('.', '')}`;
}
