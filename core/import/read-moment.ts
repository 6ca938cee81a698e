/**
 * Reads a day, a time of day or both, as people of these countries and programs write them. What is said twice in
 * different ways is not guessed: `05/06/2026` has two readings until somebody says which.
 */
import { type DayNumber, dayNumber, dayOf, parseDay, twoDigits } from '../time/civil';
import { type Instant, instant, MS_PER_DAY, MS_PER_MINUTE } from '../time/instant';
import { monthNamed } from './month-names';

export type DayOrder = 'day-first' | 'month-first';

export type Moment =
  | { readonly kind: 'instant'; readonly at: Instant }
  | { readonly kind: 'day'; readonly day: DayNumber }
  | { readonly kind: 'day-and-time'; readonly day: DayNumber; readonly time: TimeOfDay }
  | { readonly kind: 'time'; readonly time: TimeOfDay }
  /** Two readings; nobody has said which. */
  | { readonly kind: 'ambiguous' };

export interface TimeOfDay {
  /** Milliseconds since 0:00. */
  readonly from: number;
  /** `10:00–12:00` tells the end as well. */
  readonly until: number | null;
}

/** 1970-01-01 as a spreadsheet counts days. */
const EPOCH_SERIAL = 25_569;
/** Serials of 1990 to 2099: a number outside is no date. */
const SERIALS = { from: 32_874, to: 73_050 };
const HOUR = 60 * MS_PER_MINUTE;

const NUMERIC = /(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;
const YEAR_FIRST = /(?<!\d)(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?!\d)/;
const DAY_MONTH_NAME = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[\s.-]+(\p{L}+)\.?[\s,-]+(\d{4})(?!\d)/u;
const MONTH_NAME_DAY = /(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u;
/** As databases write it; a span of hours has no seconds on one of its sides alone. */
const SQL_STAMP = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d+)? ?-(?:0\d|1[0-2]):?\d{2}$/;
const ZONED = /\s*(?:(?:utc|gmt)\s*([+-]\d{1,2})?(?::?(\d{2}))?|([+-]\d{2}):?(\d{2})|(z))$/;

/** Words around dates that say nothing: weekdays, `godz.`, `r.`, `o`, `at`. */
const FILLERS =
  /(?<!\p{L})(?:mon|tue|wed|thu|fri|sat|sun|mo|tu|we|th|fr|sa|su|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tues|thurs|pn|pon|wt|sr|śr|czw|pt|sob|so|nd|ndz|niedz|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela|пн|вт|ср|чт|пт|сб|нд|понеділок|вівторок|середа|четвер|п[ʼ'’]?ятниця|субота|неділя|godz|godzina|godzinie|g|od|o|at|from|r|rok|roku|р|рік|року|о|об|з|год|година|годині|hours|hrs|h)(?!\p{L})\.?/gu;

/** @param order null: nobody knows, so a date with two readings is ambiguous. Null is given for what is no moment. */
export function readMoment(written: string, order: DayOrder | null): Moment | null {
  const text = written
    .normalize('NFC')
    .replace(/[\s\u00a0\u2009\u202f]+/g, ' ')
    .trim()
    .toLowerCase();
  if (text === '' || text.length > 80) return null;
  // `10.30` is a time of day; `0.4375` and `0.25` are parts of a day, as a workbook keeps times. It writes no zero
  // at the end, so `0.30` is half past midnight.
  const isNumber = /^\d+(?:[.,]\d+)?$/.test(text) && !/^(?!0\.\d[1-9]$)\d{1,2}(?:\.\d{2})?$/.test(text);
  if (isNumber) return fromNumber(Number(text.replace(',', '.')));
  const found = datePart(text, order);
  if (found === 'ambiguous') return { kind: 'ambiguous' };
  if (found === null) {
    const time = timeOf(text);
    return time === null || time === 'none' ? null : { kind: 'time', time };
  }
  const zone = zonePart(found.rest, /\dt\d/.test(text) || SQL_STAMP.test(text));
  const time = timeOf(zone ? found.rest.slice(0, zone.index) : found.rest);
  if (time === 'none' && zone === null) return { kind: 'day', day: found.day };
  if (time === null || time === 'none') return null;
  if (zone === null) return { kind: 'day-and-time', day: found.day, time };
  return { kind: 'instant', at: instant(found.day * MS_PER_DAY + time.from - zoneOffset(zone)) };
}

/** What the order of day and month must be for this text to be a date. With full stops nobody puts the month first. */
export function orderShown(written: string): DayOrder | null {
  const [, first, sign, second] = NUMERIC.exec(written) ?? [];
  if (sign === undefined || sign === '.' || YEAR_FIRST.test(written)) return null;
  if (Number(first) > 12 && Number(second) <= 12) return 'day-first';
  return Number(second) > 12 && Number(first) <= 12 ? 'month-first' : null;
}

function fromNumber(value: number): Moment | null {
  if (value > 0 && value < 1) {
    return { kind: 'time', time: { from: Math.round(value * 86_400) * 1000, until: null } };
  }
  if (value < SERIALS.from || value >= SERIALS.to) return null;
  const seconds = Math.round((value - EPOCH_SERIAL) * 86_400);
  const day = dayNumber(Math.floor(seconds / 86_400));
  const from = (seconds - day * 86_400) * 1000;
  return from === 0 ? { kind: 'day', day } : { kind: 'day-and-time', day, time: { from, until: null } };
}

interface DatePart {
  readonly day: DayNumber;
  /** The text without it. */
  readonly rest: string;
}

function datePart(text: string, order: DayOrder | null): DatePart | 'ambiguous' | null {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) {
    const [, year, , month, day] = yearFirst;
    // The T of ISO 8601 stands between the day and the time.
    return dated(text, yearFirst, civilDay(Number(year), Number(month), Number(day)));
  }
  const numeric = NUMERIC.exec(text);
  if (numeric) {
    const [, first, sign, second, year] = numeric;
    const asDayFirst = civilDay(fullYear(year), Number(second), Number(first));
    const asMonthFirst = sign === '.' ? null : civilDay(fullYear(year), Number(first), Number(second));
    if (asDayFirst !== null && asMonthFirst !== null && asDayFirst !== asMonthFirst) {
      if (order === null) return 'ambiguous';
      return dated(text, numeric, order === 'day-first' ? asDayFirst : asMonthFirst);
    }
    return dated(text, numeric, asDayFirst ?? asMonthFirst);
  }
  const dayName = DAY_MONTH_NAME.exec(text);
  if (dayName) {
    const month = monthNamed(dayName[2] ?? '');
    if (month !== null) return dated(text, dayName, civilDay(Number(dayName[3]), month, Number(dayName[1])));
  }
  const nameDay = MONTH_NAME_DAY.exec(text);
  const month = nameDay ? monthNamed(nameDay[1] ?? '') : null;
  return nameDay && month !== null
    ? dated(text, nameDay, civilDay(Number(nameDay[3]), month, Number(nameDay[2])))
    : null;
}

function dated(text: string, match: RegExpExecArray, day: DayNumber | null): DatePart | null {
  if (day === null) return null;
  const after = text.slice(match.index + match[0].length).replace(/^t(?=\d)/, ' ');
  return { day, rest: `${text.slice(0, match.index)} ${after}`.trim() };
}

function civilDay(year: number, month: number, day: number): DayNumber | null {
  const date = dayOf({ year, month, day });
  return parseDay(`${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`) === date
    ? date
    : null;
}

const fullYear = (year = ''): number => (year.length === 2 ? 2000 + Number(year) : Number(year));

/** @returns 'none' when nothing is left that could be a time, null when what is left is none */
function timeOf(text: string): TimeOfDay | 'none' | null {
  // Number and letter apart first: `10h`, `10:00r.`
  const bare = text
    .replace(FILLERS, ' ')
    .replace(/[,()]/g, ' ')
    .replace(/(\d)\s*h\s*(?=\d)/g, '$1:')
    .replace(/\s+/g, ' ')
    .trim();
  if (bare === '' || bare === '.') return 'none';
  const [first, second, third] = bare.split(/\s*(?:[-–—]|(?<!\p{L})(?:do|to|till|until|до)(?!\p{L}))\s*/u);
  if (first === undefined || third !== undefined) return null;
  const from = clock(first);
  if (from === null) return null;
  if (second === undefined) return { from, until: null };
  const until = clock(second);
  return until === null ? null : { from, until };
}

function clock(text: string): number | null {
  const match = /^(\d{1,2})(?:[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?)?\s*(am|pm|a\.m\.?|p\.m\.?)?$/.exec(
    text.trim(),
  );
  if (!match) return null;
  const half = match[4]?.charAt(0);
  const written = Number(match[1]);
  const [minute, second] = [Number(match[2] ?? 0), Number(match[3] ?? 0)];
  if (minute > 59 || second > 59 || (half !== undefined && (written < 1 || written > 12))) return null;
  const hour = half === undefined ? written : (written % 12) + (half === 'p' ? 12 : 0);
  if (hour > 24 || (hour === 24 && minute + second > 0)) return null;
  return hour * HOUR + minute * MS_PER_MINUTE + second * 1000;
}

/** A minus before a time is a dash, except in ISO 8601 and in stamps of databases: `10:00-12:00`. */
function zonePart(rest: string, isIso: boolean): RegExpExecArray | null {
  const zone = ZONED.exec(rest);
  return zone?.[3]?.startsWith('-') && !isIso ? null : zone;
}

function zoneOffset([, hours, minutes, signedHours, plainMinutes]: RegExpExecArray): number {
  const hour = hours ?? signedHours ?? '+0';
  const sign = hour.startsWith('-') ? -1 : 1;
  return sign * (Math.abs(Number(hour)) * HOUR + Number(minutes ?? plainMinutes ?? 0) * MS_PER_MINUTE);
}
