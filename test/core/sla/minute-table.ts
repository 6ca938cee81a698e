/**
 * Opening hours counted minute by minute, by asking Intl for the wall clock. Knows nothing of the code under test
 * but what the rows of the Calendar tab mean.
 */
import type { BusinessCalendar } from '../../../core/sla/business-calendar';
import { dayNumber } from '../../../core/time/civil';
import type { Instant } from '../../../core/time/instant';
import { instant, MS_PER_DAY, MS_PER_MINUTE } from '../../../core/time/instant';

const QUARTER = 15;

export interface MinuteTable {
  readonly from: Instant;
  /** Minutes in it. */
  readonly length: number;
  /** Open minutes between two instants, both on the minute and inside the table. */
  count(from: Instant, to: Instant): number;
  /** The end of the minute with which `amount` open ones have passed since `from`; null beyond the table. */
  reach(from: Instant, amount: number): Instant | null;
}

export function minuteTable(calendar: BusinessCalendar, from: Instant, to: Instant): MinuteTable {
  const length = Math.floor((to - from) / MS_PER_MINUTE);
  const offsets = quarterOffsets(calendar.zone, from, length);
  /** Open minutes before each one. */
  const before = new Int32Array(length + 1);
  for (let minute = 0; minute < length; minute++) {
    const offset = offsets[Math.floor(minute / QUARTER)] ?? 0;
    const wall = from + (minute + offset) * MS_PER_MINUTE;
    const day = Math.floor(wall / MS_PER_DAY);
    // 1970-01-01 was a Thursday; index 0 is Monday.
    const spans = calendar.hours.special.get(dayNumber(day)) ?? calendar.hours.weekly[(day + 3) % 7] ?? [];
    const ofDay = Math.floor((wall - day * MS_PER_DAY) / MS_PER_MINUTE);
    const isOpen = spans.some(({ opens, closes }) => ofDay >= opens && ofDay < closes);
    before[minute + 1] = (before[minute] ?? 0) + (isOpen ? 1 : 0);
  }
  const at = (moment: Instant): number => {
    const index = (moment - from) / MS_PER_MINUTE;
    const found = before[index];
    if (found === undefined) throw new RangeError(`${new Date(moment).toISOString()} is not in the table`);
    return found;
  };
  return {
    from,
    length,
    count: (a, b) => at(b) - at(a),
    reach(start, amount) {
      const goal = at(start) + amount;
      let low = (start - from) / MS_PER_MINUTE;
      let high = length;
      if ((before[high] ?? 0) < goal) return null;
      // The first index at which so many have passed.
      while (low < high) {
        const middle = Math.floor((low + high) / 2);
        if ((before[middle] ?? 0) >= goal) high = middle;
        else low = middle + 1;
      }
      return instant(from + low * MS_PER_MINUTE);
    },
  };
}

/** Every change of offset in this century falls on a quarter of an hour. */
function quarterOffsets(zone: string, from: Instant, length: number): readonly number[] {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  return Array.from({ length: Math.ceil(length / QUARTER) }, (_, quarter) => {
    const moment = from + quarter * QUARTER * MS_PER_MINUTE;
    // "29/03/2026, 03:00"
    const [, day, month, year, hour, minute] =
      /(\d\d)\/(\d\d)\/(\d{4}), (\d\d):(\d\d)/.exec(format.format(moment)) ?? [];
    const wall = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute));
    return (wall - moment) / MS_PER_MINUTE;
  });
}
