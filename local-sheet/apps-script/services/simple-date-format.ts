import { ServiceException } from '../failure';
import { type TimeZone, timeZone } from '../zone';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const DAY = 86_400_000;

/**
 * Utilities.formatDate: the patterns of Java's SimpleDateFormat with English names
 * (developers.google.com/apps-script/reference/utilities/utilities#formatdatedate,-timezone,-format;
 * docs.oracle.com/javase/8/docs/api/java/text/SimpleDateFormat.html).
 */
export function formatDate(at: number, zoneName: string, pattern: string): string {
  const zone = javaZone(zoneName);
  const offset = zone.offset(at);
  const wall = new Date(at + offset);
  let formatted = '';
  for (const token of tokens(pattern)) {
    formatted += 'literal' in token ? token.literal : field(token.letter, token.count, wall, at, zone);
  }
  return formatted;
}

type Token = { readonly literal: string } | { readonly letter: string; readonly count: number };

function tokens(pattern: string): Token[] {
  const found: Token[] = [];
  // A quoted text, where '' is a quote; a quote that is not closed; a run of one letter; anything else.
  for (const match of pattern.matchAll(/'((?:[^']|'')*)'|(')|([A-Za-z])\3*|[^A-Za-z']+/g)) {
    const [all, quoted, open, letter] = match;
    if (open !== undefined) throw new ServiceException('Unterminated quote');
    if (quoted !== undefined) found.push({ literal: quoted === '' ? "'" : quoted.replaceAll("''", "'") });
    else if (letter !== undefined) found.push({ letter, count: all.length });
    else found.push({ literal: all });
  }
  return found;
}

function field(letter: string, count: number, wall: Date, at: number, zone: TimeZone): string {
  const digits = (value: number): string => String(value).padStart(count, '0');
  const hour = wall.getUTCHours();
  const year = wall.getUTCFullYear();
  const name = (names: readonly string[], index: number): string => {
    const full = names[index] ?? '';
    return count >= 4 ? full : full.slice(0, 3);
  };
  switch (letter) {
    case 'G':
      return year > 0 ? 'AD' : 'BC';
    case 'y':
      return count === 2 ? String(year % 100).padStart(2, '0') : digits(year > 0 ? year : 1 - year);
    case 'Y':
      return count === 2 ? String(weekYear(wall) % 100).padStart(2, '0') : digits(weekYear(wall));
    case 'M':
    case 'L':
      return count >= 3 ? name(MONTHS, wall.getUTCMonth()) : digits(wall.getUTCMonth() + 1);
    case 'w':
      return digits(weekOfYear(wall));
    case 'W':
      return digits(Math.ceil((wall.getUTCDate() + firstWeekday(wall)) / 7));
    case 'D':
      return digits(dayOfYear(wall));
    case 'd':
      return digits(wall.getUTCDate());
    case 'F':
      return digits(Math.ceil(wall.getUTCDate() / 7));
    case 'E':
      return name(WEEKDAYS, wall.getUTCDay());
    case 'u':
      return digits(wall.getUTCDay() === 0 ? 7 : wall.getUTCDay());
    case 'a':
      return hour < 12 ? 'AM' : 'PM';
    case 'H':
      return digits(hour);
    case 'k':
      return digits(hour === 0 ? 24 : hour);
    case 'K':
      return digits(hour % 12);
    case 'h':
      return digits(hour % 12 === 0 ? 12 : hour % 12);
    case 'm':
      return digits(wall.getUTCMinutes());
    case 's':
      return digits(wall.getUTCSeconds());
    case 'S':
      return digits(wall.getUTCMilliseconds());
    case 'z':
      return zoneName(at, zone, count >= 4 ? 'long' : 'short');
    case 'Z':
      return offsetText(zone.offset(at), '');
    case 'X':
      return isoOffset(zone.offset(at), count);
    default:
      throw new ServiceException(`Illegal pattern character '${letter}'`);
  }
}

/** Java's default calendar (US): weeks begin on Sunday and week 1 holds 1 January. */
function weekOfYear(wall: Date): number {
  if (weekYear(wall) !== wall.getUTCFullYear()) return 1;
  const newYear = new Date(Date.UTC(wall.getUTCFullYear(), 0, 1)).getUTCDay();
  return Math.floor((dayOfYear(wall) - 1 + newYear) / 7) + 1;
}

function weekYear(wall: Date): number {
  const saturday = new Date(wall.getTime() + (6 - wall.getUTCDay()) * DAY);
  return saturday.getUTCFullYear();
}

function firstWeekday(wall: Date): number {
  return new Date(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth(), 1)).getUTCDay();
}

function dayOfYear(wall: Date): number {
  return Math.floor((wall.getTime() - Date.UTC(wall.getUTCFullYear(), 0, 1)) / DAY) + 1;
}

function zoneName(at: number, zone: TimeZone, style: 'long' | 'short'): string {
  if (zone.name === 'UTC') return style === 'long' ? 'Greenwich Mean Time' : 'GMT';
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone.name, timeZoneName: style }).formatToParts(
    at,
  );
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone.name;
}

function offsetText(offset: number, separator: string): string {
  const size = Math.abs(offset) / 60_000;
  const two = (n: number): string => String(Math.floor(n)).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(size / 60)}${separator}${two(size % 60)}`;
}

function isoOffset(offset: number, count: number): string {
  if (count > 3) throw new ServiceException('invalid ISO 8601 format: length=4');
  if (offset === 0) return 'Z';
  if (count === 1) return offsetText(offset, '').slice(0, 3);
  return offsetText(offset, count === 2 ? '' : ':');
}

/** IANA names, and Java's own `GMT`, `GMT+1`, `GMT+01:00`. */
function javaZone(name: string): TimeZone {
  if (/^(?:GMT|UTC|Z)$/i.test(name)) return timeZone('UTC');
  const custom = /^GMT([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(name);
  if (custom !== null) {
    const size = (Number(custom[2]) * 60 + Number(custom[3] ?? 0)) * 60_000;
    const offset = custom[1] === '-' ? -size : size;
    return { name, offset: () => offset, instant: (wall) => wall - offset };
  }
  try {
    return timeZone(name);
  } catch {
    // Java takes an unknown name for GMT without a word. That hides a misspelt zone, so it is refused here.
    throw new ServiceException(`Invalid argument: timeZone. ${name} is not a time zone.`);
  }
}
