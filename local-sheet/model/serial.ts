/**
 * Dates as Sheets counts them: whole days since 1899-12-30 and the fraction of a day as time, without a zone.
 * https://developers.google.com/workspace/sheets/api/guides/formats#about_date_time_values
 *
 * Unlike Excel there is no 1900 leap-year bug: serial 1 is 1899-12-31.
 */
const MS_PER_DAY = 86_400_000;
const EPOCH_MS = Date.UTC(1899, 11, 30);

/** A wall-clock reading. `month` from 1. */
export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  /** 0 is Sunday. */
  readonly weekday: number;
}

/** The civil reading of a serial, to the millisecond (a double carries about 0.6 µs at present-day serials). */
export function civilOf(serial: number): Civil {
  const at = new Date(EPOCH_MS + Math.round(serial * MS_PER_DAY));
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
    millisecond: at.getUTCMilliseconds(),
    weekday: at.getUTCDay(),
  };
}

/** Null when there is no such day or time, such as 2026-02-30 or 24:00. */
export function serialOf(
  year: number,
  month: number,
  day: number,
  hour = 0,
  minute = 0,
  second = 0,
  millisecond = 0,
): number | null {
  if (hour > 23 || minute > 59 || second > 59) return null;
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  if (at.getUTCFullYear() !== year || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return null;
  const days = Math.round((at.getTime() - EPOCH_MS) / MS_PER_DAY);
  return days + timeSerial(hour, minute, second, millisecond);
}

export function timeSerial(hour: number, minute: number, second: number, millisecond = 0): number {
  return (((hour * 60 + minute) * 60 + second) * 1000 + millisecond) / MS_PER_DAY;
}
