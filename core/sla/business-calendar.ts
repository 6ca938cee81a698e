/**
 * Arithmetic of business minutes.
 *
 * A minute is open when the wall clock of the zone shows a time inside a span of that day. So on the night that
 * shows an hour twice, a calendar that is open then counts it twice, and the hour that is jumped over counts for
 * nothing: what a minute-by-minute count by the wall clock gives.
 *
 * Days are worked out once and kept, with the open time before each: an interval of any length costs two look-ups.
 */
import type { DayNumber } from '../time/civil';
import { dayNumber, wallOf, weekdayOf } from '../time/civil';
import type { BusinessMinutes, Instant, Zone, ZoneOffset } from '../time/instant';
import { businessMinutes, instant, MS_PER_DAY, MS_PER_MINUTE } from '../time/instant';
import { dayAt, offsetChange, startOfDay } from '../time/zoned';
import type { OpeningHours, Span } from './opening-hours';

export interface BusinessCalendar {
  readonly key: string;
  readonly zone: Zone;
  readonly hours: OpeningHours;
  /** The day that holds `at`. */
  dayAround(at: Instant): OpenDay;
  dayAfter(day: OpenDay): OpenDay;
}

interface OpenDay {
  readonly day: DayNumber;
  readonly start: Instant;
  /** The start of the next day. */
  readonly end: Instant;
  /** Pairs of instants: opens, closes, opens, closes … in order. */
  readonly edges: readonly Instant[];
  readonly openMs: number;
  /** Open milliseconds from the first known day to the start of this one. Only differences mean anything. */
  readonly openBefore: number;
}

/** A calendar that stays closed this long never opens as far as due times go. */
const LONGEST_CLOSURE_DAYS = 750;

export function businessCalendar(hours: OpeningHours, zone: Zone, offset: ZoneOffset): BusinessCalendar {
  // Two lists growing away from the first day asked for, so that openBefore can be summed in both directions.
  const onward: OpenDay[] = [];
  const backward: OpenDay[] = [];
  let origin: DayNumber | null = null;

  const at = (day: DayNumber): OpenDay => {
    if (origin === null) origin = day;
    const steps = day - origin;
    const list = steps >= 0 ? onward : backward;
    const index = steps >= 0 ? steps : -1 - steps;
    while (list.length <= index) {
      const next = dayNumber(origin + (steps >= 0 ? list.length : -1 - list.length));
      const { start, end, edges, openMs } = workOut(next, hours, zone, offset);
      const before = list[list.length - 1];
      const openBefore =
        steps >= 0 ? (before ? before.openBefore + before.openMs : 0) : (before?.openBefore ?? 0) - openMs;
      list.push({ day: next, start, end, edges, openMs, openBefore });
    }
    const found = list[index];
    if (!found) throw new RangeError(`no day ${day}`);
    return found;
  };

  let last: OpenDay | null = null;
  return {
    key: hours.key,
    zone,
    hours,
    dayAround(moment) {
      if (last && moment >= last.start && moment < last.end) return last;
      // Away from the last day by whole days, give or take the hours of a DST change.
      let found = last
        ? at(dayNumber(last.day + Math.floor((moment - last.start) / MS_PER_DAY)))
        : at(dayAt(moment, zone, offset));
      while (moment < found.start) found = at(dayNumber(found.day - 1));
      while (moment >= found.end) found = at(dayNumber(found.day + 1));
      last = found;
      return found;
    },
    dayAfter: (day) => at(dayNumber(day.day + 1)),
  };
}

/** Open minutes between two instants; 0 when `to` is not after `from`. */
export function businessMinutesBetween(
  from: Instant,
  to: Instant,
  calendar: BusinessCalendar,
): BusinessMinutes {
  if (to <= from) return businessMinutes(0);
  return businessMinutes((openUntil(to, calendar) - openUntil(from, calendar)) / MS_PER_MINUTE);
}

/**
 * The earliest instant by which `amount` open minutes have passed since `from`. Null when the calendar does not
 * open any more. With nothing to add it is `from` itself, even while closed.
 */
export function addBusinessMinutes(
  from: Instant,
  amount: BusinessMinutes,
  calendar: BusinessCalendar,
): Instant | null {
  if (amount <= 0) return from;
  const goal = openUntil(from, calendar) + amount * MS_PER_MINUTE;
  let day = calendar.dayAround(from);
  let closedDays = 0;
  while (day.openBefore + day.openMs < goal) {
    closedDays = day.openMs === 0 ? closedDays + 1 : 0;
    if (closedDays > LONGEST_CLOSURE_DAYS) return null;
    day = calendar.dayAfter(day);
  }
  let left = goal - day.openBefore;
  for (let i = 0; i + 1 < day.edges.length; i += 2) {
    const opens = day.edges[i] as Instant; // i + 1 < length
    const length = (day.edges[i + 1] as Instant) - opens;
    if (left <= length) return instant(opens + left);
    left -= length;
  }
  // Fractions of a millisecond lost in the sum.
  return instant(day.edges[day.edges.length - 1] ?? day.end);
}

export function isOpen(at: Instant, calendar: BusinessCalendar): boolean {
  const { edges } = calendar.dayAround(at);
  for (let i = 0; i + 1 < edges.length; i += 2) {
    if (at >= (edges[i] as Instant) && at < (edges[i + 1] as Instant)) return true; // i + 1 < length
  }
  return false;
}

/** The next moment at which the calendar is open: `at` itself when it is. Null when it does not open any more. */
export function nextOpening(at: Instant, calendar: BusinessCalendar): Instant | null {
  if (isOpen(at, calendar)) return at;
  let day = calendar.dayAround(at);
  for (let days = 0; days <= LONGEST_CLOSURE_DAYS; days++) {
    for (let i = 0; i < day.edges.length; i += 2) {
      const opens = day.edges[i] as Instant; // i < length
      if (opens >= at) return opens;
    }
    day = calendar.dayAfter(day);
  }
  return null;
}

function openUntil(at: Instant, calendar: BusinessCalendar): number {
  const day = calendar.dayAround(at);
  let open = day.openBefore;
  for (let i = 0; i + 1 < day.edges.length; i += 2) {
    const opens = day.edges[i] as Instant; // i + 1 < length
    if (at <= opens) break;
    open += Math.min(at, day.edges[i + 1] as Instant) - opens;
  }
  return open;
}

function workOut(
  day: DayNumber,
  hours: OpeningHours,
  zone: Zone,
  offset: ZoneOffset,
): Pick<OpenDay, 'start' | 'end' | 'edges' | 'openMs'> {
  const start = startOfDay(day, zone, offset);
  const end = startOfDay(dayNumber(day + 1), zone, offset);
  const spans = hours.special.get(day) ?? hours.weekly[weekdayOf(day) - 1] ?? [];
  const edges: Instant[] = [];
  for (const stretch of stretches(start, end, zone, offset)) {
    for (const span of spans) addEdges(edges, span, day, stretch);
  }
  let openMs = 0;
  for (let i = 0; i + 1 < edges.length; i += 2) openMs += (edges[i + 1] as Instant) - (edges[i] as Instant); // i + 1 < length
  return { start, end, edges, openMs };
}

/** A part of a day during which the offset does not change: the whole day but twice a year. */
interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
  readonly offset: number;
}

function stretches(start: Instant, end: Instant, zone: Zone, offset: ZoneOffset): Stretch[] {
  const lastMoment = instant(end - 1);
  const first = offset(start, zone);
  const second = offset(lastMoment, zone);
  if (first === second) return [{ from: start, to: end, offset: first }];
  const change = offsetChange(start, lastMoment, zone, offset);
  return [
    { from: start, to: change, offset: first },
    { from: change, to: end, offset: second },
  ];
}

function addEdges(edges: Instant[], span: Span, day: DayNumber, stretch: Stretch): void {
  const shift = stretch.offset * MS_PER_MINUTE;
  const opens = Math.max(wallOf(day, span.opens) - shift, stretch.from);
  const closes = Math.min(wallOf(day, span.closes) - shift, stretch.to);
  if (closes <= opens) return;
  // A span that goes on over the change is one opening, not two.
  if (edges[edges.length - 1] === opens) edges[edges.length - 1] = instant(closes);
  else edges.push(instant(opens), instant(closes));
}
