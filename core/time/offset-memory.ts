/**
 * A memory in front of a slow source of zone offsets: asking Intl costs some microseconds and Apps Script's
 * Utilities more, remembering some nanoseconds.
 */
import type { Instant, Zone, ZoneOffset } from './instant';
import { instant, MS_PER_DAY, MS_PER_MINUTE } from './instant';

/** Every change of offset in the tz database since 1970 falls on a quarter of an hour. */
const MS_PER_QUARTER = 15 * MS_PER_MINUTE;

/**
 * A UTC day whose ends agree has one offset, for no zone changes twice within a day. Only days with a change are
 * kept by the quarter of an hour.
 */
export function rememberOffsets(ask: ZoneOffset): ZoneOffset {
  const zones = new Map<string, (at: Instant) => number>();
  return (at, zone) => {
    let offsetAt = zones.get(zone);
    if (!offsetAt) {
      offsetAt = remembered(zone, ask);
      zones.set(zone, offsetAt);
    }
    return offsetAt(at);
  };
}

function remembered(zone: Zone, ask: ZoneOffset): (at: Instant) => number {
  const days = new Map<number, number | 'changes'>();
  const quarters = new Map<number, number>();
  const inQuarter = (at: Instant): number => {
    const quarter = Math.floor(at / MS_PER_QUARTER);
    let offset = quarters.get(quarter);
    if (offset === undefined) {
      offset = ask(instant(quarter * MS_PER_QUARTER), zone);
      quarters.set(quarter, offset);
    }
    return offset;
  };
  return (at) => {
    const day = Math.floor(at / MS_PER_DAY);
    let offset = days.get(day);
    if (offset === undefined) {
      const first = inQuarter(instant(day * MS_PER_DAY));
      offset = first === inQuarter(instant((day + 1) * MS_PER_DAY)) ? first : 'changes';
      days.set(day, offset);
    }
    return offset === 'changes' ? inQuarter(at) : offset;
  };
}
