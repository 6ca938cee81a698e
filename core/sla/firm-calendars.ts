/** The calendars of the Calendar tab, each in its own zone: a firm may answer from Warsaw and from Kyiv. */
import type { Zone, ZoneOffset } from '../time/instant';
import { knownZone } from '../time/zoned';
import type { Row } from '../workbook/rows';
import type { BusinessCalendar } from './business-calendar';
import { businessCalendar } from './business-calendar';
import { calendarKeys, ROUND_THE_CLOCK, readOpeningHours } from './opening-hours';

export interface CalendarZone {
  /** The first that the calendar's rows name and that is known; null: the firm's own. */
  readonly zone: Zone | null;
  /** As written, where nobody knows it. */
  readonly unknown: readonly string[];
  /** Known ones that differ from the first: one calendar has one zone. */
  readonly others: readonly Zone[];
}

export function calendarZone(
  rows: readonly Row<'calendar'>[],
  key: string,
  offset: ZoneOffset,
): CalendarZone {
  const unknown: string[] = [];
  const known: Zone[] = [];
  for (const row of rows) {
    const written = row.zone.trim();
    if (row.calendar !== key || written === '') continue;
    const zone = knownZone(written, offset);
    if (zone === null) unknown.push(written);
    else if (!known.includes(zone)) known.push(zone);
  }
  const [zone = null, ...others] = known;
  return { zone, unknown: Array.from(new Set(unknown)), others };
}

/** By key; '' is round the clock, which is the same in every zone. */
export function readCalendars(
  rows: readonly Row<'calendar'>[],
  firmZone: Zone,
  offset: ZoneOffset,
): ReadonlyMap<string, BusinessCalendar> {
  const calendars = new Map([['', businessCalendar(ROUND_THE_CLOCK, firmZone, offset)]]);
  for (const key of calendarKeys(rows)) {
    const { hours } = readOpeningHours(rows, key);
    const zone = calendarZone(rows, key, offset).zone ?? firmZone;
    calendars.set(key, businessCalendar(hours, zone, offset));
  }
  return calendars;
}
