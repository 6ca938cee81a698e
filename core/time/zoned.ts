/**
 * Between the wall clock of a zone and points in time.
 *
 * Twice a year the two do not match one to one, and the answer is fixed here:
 * - a wall time that the clock jumps over (spring) means the first instant after the jump;
 * - a wall time that the clock shows twice (autumn) means the earlier of the two, unless the later is asked for.
 */
import type { CivilTime, DayNumber, WallTime } from './civil';
import { civilOf, dayOfWall, minuteOfWall, plusDays, wallOf, wallTime } from './civil';
import type { Instant, Zone, ZoneOffset } from './instant';
import { instant, MS_PER_DAY, MS_PER_MINUTE, zone } from './instant';

export type WhenTwice = 'earlier' | 'later';

export function wallAt(at: Instant, zone: Zone, offset: ZoneOffset): WallTime {
  return wallTime(at + offset(at, zone) * MS_PER_MINUTE);
}

export function civilAt(at: Instant, zone: Zone, offset: ZoneOffset): CivilTime {
  return civilOf(wallAt(at, zone, offset));
}

export function dayAt(at: Instant, zone: Zone, offset: ZoneOffset): DayNumber {
  return dayOfWall(wallAt(at, zone, offset));
}

export function instantAt(
  wall: WallTime,
  zone: Zone,
  offset: ZoneOffset,
  whenTwice: WhenTwice = 'earlier',
): Instant {
  // No zone is further than 14 hours from UTC, so a day before and a day after lie on either side of any change
  // of offset near `wall`.
  const before = offset(instant(wall - MS_PER_DAY), zone);
  const after = offset(instant(wall + MS_PER_DAY), zone);
  const asBefore = instant(wall - before * MS_PER_MINUTE);
  if (before === after) return asBefore;
  const asAfter = instant(wall - after * MS_PER_MINUTE);
  const beforeHolds = offset(asBefore, zone) === before;
  const afterHolds = offset(asAfter, zone) === after;
  if (beforeHolds && afterHolds) {
    return instant(whenTwice === 'earlier' ? Math.min(asBefore, asAfter) : Math.max(asBefore, asAfter));
  }
  if (beforeHolds) return asBefore;
  if (afterHolds) return asAfter;
  return offsetChange(instant(asAfter - 1), instant(asBefore + 1), zone, offset);
}

/** The first instant after `from`, and not after `to`, whose offset is that of `to`. To the minute. */
export function offsetChange(from: Instant, to: Instant, zone: Zone, offset: ZoneOffset): Instant {
  const wanted = offset(to, zone);
  let low = Math.floor(from / MS_PER_MINUTE);
  let high = Math.ceil(to / MS_PER_MINUTE);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offset(instant(middle * MS_PER_MINUTE), zone) === wanted) high = middle;
    else low = middle;
  }
  return instant(high * MS_PER_MINUTE);
}

/** A zone as people wrote it into a cell; null when nobody knows it, so that one typing error stops nothing. */
export function knownZone(written: string, offset: ZoneOffset): Zone | null {
  const name = zone(written.trim());
  if (name === '') return null;
  try {
    offset(instant(0), name);
    return name;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The first instant of a day: 0:00, or later where the clock jumps over midnight. */
export function startOfDay(day: DayNumber, zone: Zone, offset: ZoneOffset): Instant {
  return instantAt(wallOf(day, 0), zone, offset);
}

/** The same wall-clock time some days later (or earlier): over a DST change this is not 24 hours a day. */
export function shiftDays(at: Instant, days: number, zone: Zone, offset: ZoneOffset): Instant {
  const wall = wallAt(at, zone, offset);
  const day = plusDays(dayOfWall(wall), days);
  return instantAt(wallOf(day, minuteOfWall(wall)), zone, offset);
}
