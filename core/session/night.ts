/** Nobody is written to at night: a moment in the night is moved to the morning after or the evening before. */
import type { WallTime } from '../time/civil';
import { dayOfWall, minuteOfWall, plusDays, wallOf } from '../time/civil';
import type { Instant, Zone, ZoneOffset } from '../time/instant';
import { instantAt, wallAt } from '../time/zoned';

/** Minutes since 0:00 of the session's zone. Over midnight when `from` is later than `to`; never when equal. */
export interface Night {
  readonly from: number;
  readonly to: number;
  /** When in the evening a mail goes out that cannot wait for the morning. */
  readonly evening: number;
}

export const NIGHT: Night = { from: 21 * 60, to: 7 * 60, evening: 20 * 60 };

export function isNight(at: Instant, zone: Zone, offset: ZoneOffset, night: Night): boolean {
  const minute = minuteOfWall(wallAt(at, zone, offset));
  const begun = minute >= night.from;
  const over = minute >= night.to;
  return night.from > night.to ? begun || !over : begun && !over;
}

/** The morning that ends the night around `at`. */
export function morningAfter(at: Instant, zone: Zone, offset: ZoneOffset, night: Night): Instant {
  const wall = wallAt(at, zone, offset);
  const days = beforeMidnight(wall, night) ? 1 : 0;
  return instantAt(wallOf(plusDays(dayOfWall(wall), days), night.to), zone, offset);
}

/** The evening before the night around `at`: an hour before the night at the latest. */
export function eveningBefore(at: Instant, zone: Zone, offset: ZoneOffset, night: Night): Instant {
  const wall = wallAt(at, zone, offset);
  const days = beforeMidnight(wall, night) ? 0 : -1;
  const evening = night.from > night.to ? Math.min(night.evening, night.from - 60) : night.evening;
  return instantAt(wallOf(plusDays(dayOfWall(wall), days), evening), zone, offset);
}

/** In the first part of a night that goes over midnight. */
function beforeMidnight(wall: WallTime, night: Night): boolean {
  return night.from > night.to && minuteOfWall(wall) >= night.from;
}
