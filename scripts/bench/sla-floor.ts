/**
 * Due times as one would write them with luxon: day by day, each span of opening hours a pair of DateTimes in the
 * calendar's zone, until the minutes are used up.
 */
import { DateTime } from 'luxon';
import type { OpeningHours } from '../../core/sla/opening-hours';
import { formatDay } from '../../core/time/civil';

const LONGEST_DAYS = 750;

/** @returns milliseconds, or null when the calendar does not open any more */
export function luxonDue(from: number, minutes: number, hours: OpeningHours, zone: string): number | null {
  const special = specialDays(hours);
  const start = DateTime.fromMillis(from, { zone });
  let left = minutes * 60_000;
  let day = start.startOf('day');
  for (let days = 0; days < LONGEST_DAYS; days++, day = day.plus({ days: 1 })) {
    const spans = special.get(day.toISODate() ?? '') ?? hours.weekly[day.weekday - 1] ?? [];
    for (const { opens, closes } of spans) {
      const opening = timeOn(day, opens);
      const closing = timeOn(day, closes);
      const begin = DateTime.max(opening, start);
      if (closing <= begin) continue;
      const open = closing.diff(begin).toMillis();
      if (left <= open) return begin.plus(left).toMillis();
      left -= open;
    }
  }
  return null;
}

function timeOn(day: DateTime, minute: number): DateTime {
  if (minute === 24 * 60) return day.plus({ days: 1 });
  return day.set({ hour: Math.floor(minute / 60), minute: minute % 60 });
}

/** Read once for each calendar, as anybody would. */
const read = new WeakMap<OpeningHours, ReadonlyMap<string, OpeningHours['weekly'][number]>>();

function specialDays(hours: OpeningHours): ReadonlyMap<string, OpeningHours['weekly'][number]> {
  let days = read.get(hours);
  if (!days) {
    days = new Map(Array.from(hours.special, ([day, spans]) => [formatDay(day), spans]));
    read.set(hours, days);
  }
  return days;
}
