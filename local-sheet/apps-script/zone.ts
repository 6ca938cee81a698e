/** Wall clocks of IANA zones, from Node's own time-zone data. */
export interface TimeZone {
  readonly name: string;
  /** Milliseconds to add to UTC at `at` to read this zone's wall clock. */
  offset(at: number): number;
  /** The instant at which the wall clock shows `wall` (milliseconds as if it were UTC). */
  instant(wall: number): number;
}

const DAY = 86_400_000;
/** No zone has ever moved its clock off a quarter of an hour in the years that Intl gives offsets for. */
const BUCKET = 15 * 60_000;

const zones = new Map<string, TimeZone>();

/** @throws RangeError on a name that Intl does not know */
export function timeZone(name: string): TimeZone {
  const known = zones.get(name);
  if (known !== undefined) return known;
  const offset = offsetReader(name);
  const zone: TimeZone = {
    name,
    offset,
    instant(wall) {
      const before = offset(wall - DAY);
      const after = offset(wall + DAY);
      const early = wall - before;
      if (before === after || offset(early) === before) return early;
      const late = wall - after;
      // An hour that the clock skipped is read with the offset before the change (ECMA-262, UTC(t)).
      return offset(late) === after ? late : early;
    },
  };
  zones.set(name, zone);
  return zone;
}

function offsetReader(name: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    era: 'short',
  });
  const cache = new Map<number, number>();
  return (at) => {
    if (!Number.isFinite(at)) return 0;
    const bucket = Math.floor(at / BUCKET);
    const cached = cache.get(bucket);
    if (cached !== undefined) return cached;
    const start = bucket * BUCKET;
    const part: Record<string, string> = {};
    for (const { type, value } of format.formatToParts(start)) part[type] = value;
    const year = part.era === 'BC' ? 1 - Number(part.year) : Number(part.year);
    const wall = new Date(0);
    wall.setUTCFullYear(year, Number(part.month) - 1, Number(part.day));
    wall.setUTCHours(Number(part.hour), Number(part.minute), Number(part.second), 0);
    const offset = wall.getTime() - start;
    if (cache.size > 50_000) cache.clear();
    cache.set(bucket, offset);
    return offset;
  };
}
