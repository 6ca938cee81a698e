/**
 * When the demo's day begins: a working morning, whatever the hour at which somebody tries Rowdesk. At night and on
 * Sundays the firm's calendar is closed, no due time would come near and no reminder would go out.
 */
import { polishHolidays } from '../core/calendar/polish-holidays';
import { civilOf, type DayNumber, formatDay, plusDays, wallOf, weekdayOf } from '../core/time/civil';
import type { Instant, Zone, ZoneOffset } from '../core/time/instant';
import { dayAt, instantAt } from '../core/time/zoned';

/** A few minutes after the office has opened. */
const BEGINS_AT = 9 * 60 + 5;
const LAST_WORKING_WEEKDAY = 5;

/** The next such morning that is not behind `now`. */
export function firmMorning(now: Instant, zone: Zone, offset: ZoneOffset): Instant {
  for (let day = dayAt(now, zone, offset); ; day = plusDays(day, 1)) {
    const morning = instantAt(wallOf(day, BEGINS_AT), zone, offset);
    if (isWorkingDay(day) && morning >= now) return morning;
  }
}

function isWorkingDay(day: DayNumber): boolean {
  if (weekdayOf(day) > LAST_WORKING_WEEKDAY) return false;
  const { year } = civilOf(wallOf(day, 0));
  return !polishHolidays(year).some(({ date }) => date === formatDay(day));
}
