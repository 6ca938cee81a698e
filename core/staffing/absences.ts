/** Who is away when, for days ahead: the presence that assignment reads off the Team tab is that of today. */
import type { TeamReading } from '../assignment/colleagues';
import { nameOf } from '../assignment/colleagues';
import { parseDay, plusDays } from '../time/civil';
import type { Instant, Zone, ZoneOffset } from '../time/instant';
import { startOfDay } from '../time/zoned';
import type { Row } from '../workbook/rows';

/** In milliseconds since 1970, without end where nobody has written one. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface Absences {
  of(name: string): readonly Stretch[];
  isAway(name: string, at: Instant): boolean;
}

const ALWAYS: Stretch = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

/** Days count whole, in the firm's zone. A day that is missing leaves that end open; who has left is always away. */
export function readAbsences(
  team: readonly Row<'team'>[],
  { who }: Pick<TeamReading, 'who'>,
  zone: Zone,
  offset: ZoneOffset,
): Absences {
  const found = new Map<string, readonly Stretch[]>();
  for (const row of team) {
    const reading = who(nameOf(row));
    // The first row of a name counts, as everywhere.
    if (reading.kind !== 'known' || found.has(reading.name)) continue;
    found.set(reading.name, stretchesOf(row, zone, offset));
  }
  const of = (name: string): readonly Stretch[] => found.get(name) ?? [];
  return { of, isAway: (name, at) => of(name).some(({ from, to }) => from <= at && at < to) };
}

function stretchesOf(row: Row<'team'>, zone: Zone, offset: ZoneOffset): readonly Stretch[] {
  if (!row.active) return [ALWAYS];
  const from = row.absent_from === null ? null : parseDay(row.absent_from);
  const until = row.absent_until === null ? null : parseDay(row.absent_until);
  if (from === null && until === null) return [];
  return [
    {
      from: from === null ? ALWAYS.from : startOfDay(from, zone, offset),
      to: until === null ? ALWAYS.to : startOfDay(plusDays(until, 1), zone, offset),
    },
  ];
}
