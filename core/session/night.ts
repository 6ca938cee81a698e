/** Nobody is written to at night: a moment in the night is moved to the morning after or the evening before. */
import type { WallTime } from '../time/civil';
import { dayOfWall, minuteOfWall, plusDays, wallOf } from '../time/civil';
import type { Instant, Zone, ZoneOffset } from '../time/instant';
import { instantAt, wallAt } from '../time/zoned';

/** Minutes since 0:00 of the session's zone. The night goes over midnight. */
export interface Night {
  readonly from: number;
  readonly to: number;
  /** When in the evening a mail goes out that cannot wait for the morning. */
  readonly evening: number;
}

export const NIGHT: Night = { from: 22 * 60, to: 7 * 60, evening: 20 * 60 };

export function isNight(at: Instant, zone: Zone, offset: ZoneOffset, night: Night): boolean {
  const minute = minuteOfWall(wallAt(at, zone, offset));
  return minute >= night.from || minute < night.to;
}

/** The morning that ends the night around `at`. */
export function morningAfter(at: Instant, zone: Zone, offset: ZoneOffset, night: Night): Instant {
  const wall = wallAt(at, zone, offset);
  return instantAt(
    wallOf(plusDays(dayOfWall(wall), startedBeforeMidnight(wall, night) ? 1 : 0), night.to),
    zone,
    offset,
  );
}

/** The evening before the night around `at`. */
export function eveningBefore(at: Instant, zone: Zone, offset: ZoneOffset, night: Night): Instant {
  const wall = wallAt(at, zone, offset);
  return instantAt(
    wallOf(plusDays(dayOfWall(wall), startedBeforeMidnight(wall, night) ? 0 : -1), night.evening),
    zone,
    offset,
  );
}

function startedBeforeMidnight(wall: WallTime, night: Night): boolean {
  return minuteOfWall(wall) >= night.from;
}
