/**
 * Sheet serials: days since 1899-12-30 0:00 on the wall clock of the spreadsheet's zone, the time as a fraction.
 * https://developers.google.com/workspace/sheets/api/reference/rest/v4/DateTimeRenderOption
 *
 * A serial holds wall time, so the hour that an autumn night shows twice is read back as the earlier one.
 */
import type { CalendarDay } from '../workbook/rows';
import { dayNumber, formatDay, parseDay, wallTime } from './civil';
import type { Instant, Zone, ZoneOffset } from './instant';
import { MS_PER_DAY } from './instant';
import { instantAt, wallAt } from './zoned';

/** 1970-01-01 as a serial. */
const EPOCH_SERIAL = 25_569;

export function toSerial(at: Instant, zone: Zone, offset: ZoneOffset): number {
  return wallAt(at, zone, offset) / MS_PER_DAY + EPOCH_SERIAL;
}

/** 9999-12-31: after it Google shows no dates. A number beyond it is a slip, such as a phone number. */
const LAST_SERIAL = 2_958_466;

export function isSerial(number: number): boolean {
  return number >= 0 && number < LAST_SERIAL;
}

/** To the millisecond: a double holds today's serials to less than a microsecond. */
export function fromSerial(serial: number, zone: Zone, offset: ZoneOffset): Instant {
  return instantAt(wallTime(Math.round((serial - EPOCH_SERIAL) * MS_PER_DAY)), zone, offset);
}

/** The day that a date cell (or a date-time cell) shows. */
export function serialDay(serial: number): CalendarDay {
  return formatDay(dayNumber(Math.floor(serial) - EPOCH_SERIAL));
}

/** @throws RangeError when `day` is no day of the calendar */
export function serialOfDay(day: CalendarDay): number {
  const number = parseDay(day);
  if (number === null) throw new RangeError(`not a calendar day: ${day}`);
  return number + EPOCH_SERIAL;
}
