/**
 * Wall-clock time without a zone: what a calendar on the wall and a watch say. Proleptic Gregorian, 24 hours.
 */

import type { CalendarDay } from '../workbook/rows';
import { MS_PER_DAY, MS_PER_MINUTE } from './instant';

declare const brand: unique symbol;

/** Days since 1970-01-01, whatever the zone. */
export type DayNumber = number & { readonly [brand]: 'DayNumber' };

/** Milliseconds since 1970-01-01 00:00 on the wall clock of some zone. Not an Instant. */
export type WallTime = number & { readonly [brand]: 'WallTime' };

export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

export interface CivilTime extends CivilDate {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** ISO 8601: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const dayNumber = (n: number): DayNumber => n as DayNumber;
export const wallTime = (ms: number): WallTime => ms as WallTime;

export function dayOf({ year, month, day }: CivilDate): DayNumber {
  return (Date.UTC(year, month - 1, day) / MS_PER_DAY) as DayNumber;
}

function dateOf(day: DayNumber): CivilDate {
  const date = new Date(day * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 1970-01-01 was a Thursday. */
export function weekdayOf(day: DayNumber): Weekday {
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;
}

export function plusDays(day: DayNumber, days: number): DayNumber {
  return (day + days) as DayNumber;
}

/** Wall time on a day, `minute` counted from 0:00. Minute 1440 is 0:00 of the next day. */
export function wallOf(day: DayNumber, minute: number): WallTime {
  return (day * MS_PER_DAY + minute * MS_PER_MINUTE) as WallTime;
}

export function dayOfWall(wall: WallTime): DayNumber {
  return Math.floor(wall / MS_PER_DAY) as DayNumber;
}

/** Minutes since 0:00 of the wall clock's day, with the seconds as a fraction. */
export function minuteOfWall(wall: WallTime): number {
  return (wall - dayOfWall(wall) * MS_PER_DAY) / MS_PER_MINUTE;
}

export function civilOf(wall: WallTime): CivilTime {
  const date = new Date(wall);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

/** Reads `2026-11-21`. Null when it is no day of the calendar, such as `2026-02-30`. */
export function parseDay(text: CalendarDay): DayNumber | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  if (!match) return null;
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  const day = dayOf(date);
  const back = dateOf(day);
  return back.month === date.month && back.day === date.day ? day : null;
}

export function formatDay(day: DayNumber): CalendarDay {
  const { year, month, day: dayOfMonth } = dateOf(day);
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`;
}

export function twoDigits(n: number): string {
  return String(n).padStart(2, '0');
}

/**
 * Reads a time of day as people write it in a cell: `9`, `9:00`, `09.30`, `24:00`, `9h30`, or the fraction of a
 * day that a sheet stores when the cell is formatted as a time (`0.375`).
 *
 * @returns minutes since 0:00, at most 1440 (`24:00`); null when it is no time
 */
export function parseTimeOfDay(text: string): number | null {
  const written = text.trim().toLowerCase();
  if (/^[01]?[.,]\d{3,}$/.test(written)) {
    const minute = Math.round(Number(written.replace(',', '.')) * 1440);
    return minute <= 1440 ? minute : null;
  }
  const match = /^(\d{1,2})(?:\s*[:.h]\s*(\d{2})(?::00)?)?$/.exec(written);
  if (!match) return null;
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null;
  return hour * 60 + minute;
}

export function formatTimeOfDay(minute: number): string {
  return `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
}
