import { timeZone } from './zone';

/** When a time trigger fires; `atHour` and `nearMinute` in the zone that the script named. */
export type Schedule =
  | { readonly every: 'minutes'; readonly n: number }
  | { readonly every: 'hours'; readonly n: number }
  | { readonly every: 'days'; readonly n: number; readonly at: TimeOfDay }
  | { readonly every: 'weeks'; readonly n: number; readonly weekday: number; readonly at: TimeOfDay }
  | { readonly every: 'month'; readonly day: number; readonly at: TimeOfDay }
  | { readonly once: number };

interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
  readonly zone: string;
}

interface TriggerIdentity {
  readonly uniqueId: string;
  readonly handlerFunction: string;
  /** The account that created it, as which it runs and which alone can see it. */
  readonly owner: { readonly email: string; readonly locale: string };
}

export interface ClockTrigger extends TriggerIdentity {
  readonly kind: 'clock';
  readonly schedule: Schedule;
  /** null when it has fired its only time. */
  nextAt: number | null;
}

export interface SpreadsheetTrigger extends TriggerIdentity {
  readonly kind: 'spreadsheet';
  readonly event: 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE';
}

export type StoredTrigger = ClockTrigger | SpreadsheetTrigger;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * The first firing. Google spreads first firings at random within the interval or the hour
 * (developers.google.com/apps-script/guides/triggers/installable, "the time might be slightly randomized");
 * here they come on the mark, so that a run can be repeated.
 */
export function firstFiring(schedule: Schedule, createdAt: number): number {
  if ('once' in schedule) return schedule.once;
  if (schedule.every === 'minutes') return createdAt + schedule.n * MINUTE;
  if (schedule.every === 'hours') return createdAt + schedule.n * HOUR;
  return nextOnCalendar(schedule, createdAt);
}

/**
 * The firing after one at `due` that ran at `now`. Firings that were missed in between are not made up for:
 * a late timer fires once. Google documents neither way; unverified.
 */
export function nextFiring(schedule: Schedule, due: number, now: number): number | null {
  if ('once' in schedule) return null;
  if (schedule.every === 'minutes' || schedule.every === 'hours') {
    const step = schedule.n * (schedule.every === 'minutes' ? MINUTE : HOUR);
    return due + (Math.floor(Math.max(0, now - due) / step) + 1) * step;
  }
  if (schedule.every === 'month') return nextOnCalendar(schedule, now);
  const days = schedule.n * (schedule.every === 'days' ? 1 : 7);
  const { zone: zoneName } = schedule.at;
  const zone = timeZone(zoneName);
  let wall = due + zone.offset(due);
  do wall += days * DAY;
  while (zone.instant(wall) <= now);
  return zone.instant(wall);
}

type CalendarSchedule = Extract<Schedule, { readonly at: TimeOfDay }>;

function nextOnCalendar(schedule: CalendarSchedule, after: number): number {
  const { hour, minute, zone: name } = schedule.at;
  const zone = timeZone(name);
  const midnight = Math.floor((after + zone.offset(after)) / DAY) * DAY;
  // A month that lacks the day (the 31st) is passed over, so up to two months may go by.
  for (let day = 0; day <= 62; day += 1) {
    const wall = midnight + day * DAY + hour * HOUR + minute * MINUTE;
    const at = zone.instant(wall);
    if (at > after && fits(schedule, new Date(wall))) return at;
  }
  throw new Error(`The schedule ${JSON.stringify(schedule)} never fires.`);
}

function fits(schedule: CalendarSchedule, wall: Date): boolean {
  if (schedule.every === 'weeks') return wall.getUTCDay() === schedule.weekday;
  if (schedule.every === 'month') return wall.getUTCDate() === schedule.day;
  return true;
}
