/** Dates and times in words, the same in Node and in Apps Script because neither's Intl is asked. */
import type { Language } from '../language';
import type { CalendarDay } from '../workbook/rows';
import { HOUR_FORMS, MINUTE_FORMS, MONTHS, SHORT_WEEKDAYS, WEEKDAYS, ZONE_NAMES } from './calendar-words';
import type { CivilDate, Weekday } from './civil';
import { civilOf, dayOf, parseDay, twoDigits, wallOf, weekdayOf } from './civil';
import type { Instant, Zone, ZoneOffset } from './instant';
import { formatNumber, plural } from './plural';
import { civilAt, dayAt } from './zoned';

/** `czwartek`, `Thursday`, `четвер`. */
function weekdayName(language: Language, weekday: Weekday): string {
  return nameAt(WEEKDAYS[language], weekday - 1);
}

/** `26 listopada 2026`, `26 November 2026`, `26 листопада 2026 року`. */
function formatDate(date: CivilDate, language: Language): string {
  const year = language === 'uk' ? `${date.year} року` : String(date.year);
  return `${date.day} ${nameAt(MONTHS[language], date.month - 1)} ${year}`;
}

/** `czwartek, 26 listopada 2026`. */
export function formatLongDate(date: CivilDate, language: Language): string {
  return `${weekdayName(language, weekdayOf(dayOf(date)))}, ${formatDate(date, language)}`;
}

/** `09:05`. */
export function formatTime(at: Instant, zone: Zone, offset: ZoneOffset): string {
  const { hour, minute } = civilAt(at, zone, offset);
  return `${twoDigits(hour)}:${twoDigits(minute)}`;
}

/** For people outside the firm: `czwartek, 26 listopada 2026, 10:00 (czas warszawski)`. */
export function formatMoment(at: Instant, zone: Zone, language: Language, offset: ZoneOffset): string {
  const date = civilAt(at, zone, offset);
  return `${formatLongDate(date, language)}, ${formatTime(at, zone, offset)} (${zoneName(at, zone, language, offset)})`;
}

/** The end of something whose start was said: `12:00`, and the day before it where that is another one. */
export function formatEnd(
  end: Instant,
  start: Instant,
  zone: Zone,
  language: Language,
  offset: ZoneOffset,
): string {
  const time = formatTime(end, zone, offset);
  if (dayAt(end, zone, offset) === dayAt(start, zone, offset)) return time;
  return `${formatLongDate(civilAt(end, zone, offset), language)}, ${time}`;
}

/** For people inside the firm, who share the sheet's zone: `czw. 26.11.2026, 10:00`, `Thu 26 Nov 2026, 10:00`. */
export function formatShortMoment(at: Instant, zone: Zone, language: Language, offset: ZoneOffset): string {
  const date = civilAt(at, zone, offset);
  const weekday = nameAt(SHORT_WEEKDAYS[language], weekdayOf(dayOf(date)) - 1);
  return `${weekday} ${shortDate(date, language)}, ${formatTime(at, zone, offset)}`;
}

/** `26.11.2026`, `26 Nov 2026`; what is no day stays as it was written. */
export function formatShortDay(written: CalendarDay, language: Language): string {
  const day = parseDay(written);
  return day === null ? written : shortDate(civilOf(wallOf(day, 0)), language);
}

function shortDate(date: CivilDate, language: Language): string {
  return language === 'en'
    ? `${date.day} ${nameAt(MONTHS.en, date.month - 1).slice(0, 3)} ${date.year}`
    : `${twoDigits(date.day)}.${twoDigits(date.month)}.${date.year}`;
}

/** `czas warszawski`; for a zone without a name of ours `Asia/Tbilisi, UTC+4`. */
export function zoneName(at: Instant, zone: Zone, language: Language, offset: ZoneOffset): string {
  const known = ZONE_NAMES[zone];
  if (known) return known[language];
  const ahead = offset(at, zone);
  const size = Math.abs(ahead);
  const rest = size % 60 === 0 ? '' : `:${twoDigits(size % 60)}`;
  return `${zone}, UTC${ahead < 0 ? '−' : '+'}${Math.floor(size / 60)}${rest}`;
}

/** A length of time: `15 minut`, `8 godzin`, `1 godzina 30 minut`. */
export function formatLength(totalMinutes: number, language: Language): string {
  const whole = Math.max(0, Math.round(totalMinutes));
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  const hourText = `${formatNumber(language, hours)} ${plural(language, hours, HOUR_FORMS[language])}`;
  const minuteText = `${rest} ${plural(language, rest, MINUTE_FORMS[language])}`;
  if (hours === 0) return minuteText;
  return rest === 0 ? hourText : `${hourText} ${minuteText}`;
}

function nameAt(names: readonly string[], index: number): string {
  const name = names[index];
  if (name === undefined) throw new RangeError(`no name at ${index}`);
  return name;
}
