/**
 * Date and time patterns of number formats.
 * https://developers.google.com/workspace/sheets/api/guides/formats#date_and_time_format_patterns
 */
import { type Civil, civilOf } from './serial';

/** A pattern, read once and shown often. */
export interface DatePattern {
  readonly pieces: readonly Piece[];
  readonly twelveHours: boolean;
}

/** One piece of a pattern: a token such as `yyyy`, or text shown as it is. */
type Piece = { readonly text: string } | { readonly token: string; readonly isMinutes: boolean };

const DATE_TOKEN = /^(?:y+|M+|m+|d+|D+|h+|H+|s+|\[h+\]|\[m+\]|\[s+\]|am\/pm|AM\/PM|a\/p|A\/P|\.0{1,3})/;

/** @returns null when the pattern holds a sign that belongs to no date token */
export function parseDatePattern(pattern: string): DatePattern | null {
  const raw: { token: string | null; text: string }[] = [];
  for (let at = 0; at < pattern.length; ) {
    const rest = pattern.slice(at);
    const quoted = /^"([^"]*)"/.exec(rest) ?? /^\\(.)/s.exec(rest);
    const token = DATE_TOKEN.exec(rest)?.[0];
    if (quoted) {
      raw.push({ token: null, text: quoted[1] ?? '' });
      at += quoted[0].length;
    } else if (token !== undefined) {
      raw.push({ token, text: '' });
      at += token.length;
    } else {
      const sign = rest.charAt(0);
      if (/[\p{L}\d#?@%;[\]*_]/u.test(sign)) return null;
      raw.push({ token: null, text: sign });
      at += 1;
    }
  }
  const tokens = raw.flatMap(({ token }) => token ?? []);
  let place = -1;
  const pieces = raw.map(({ token, text }): Piece => {
    if (token === null) return { text };
    place += 1;
    return { token, isMinutes: meansMinutes(tokens[place - 1], tokens[place + 1]) };
  });
  return { pieces, twelveHours: tokens.some((token) => /^(am\/pm|a\/p)$/i.test(token)) };
}

/** `m` means minutes right after hours or right before seconds, and months elsewhere. */
function meansMinutes(before: string | undefined, after: string | undefined): boolean {
  return /^\[?[hH]/.test(before ?? '') || /^\[?s/.test(after ?? '');
}

export function formatDate(serial: number, { pieces, twelveHours }: DatePattern, locale: string): string {
  const civil = civilOf(serial);
  let shown = '';
  for (const piece of pieces) {
    shown +=
      'text' in piece
        ? piece.text
        : tokenText(piece.token, civil, serial, twelveHours, piece.isMinutes, locale);
  }
  return shown;
}

function tokenText(
  token: string,
  civil: Civil,
  serial: number,
  twelveHours: boolean,
  minutes: boolean,
  locale: string,
): string {
  const size = token.length;
  if (token.startsWith('[')) return elapsed(token, serial);
  switch (token.charAt(0)) {
    case 'y':
      return size <= 2 ? pad(civil.year % 100, 2) : pad(civil.year, 4);
    case 'M':
    case 'm':
      return minutes && size <= 2 ? pad(civil.minute, size) : monthText(civil, size, locale);
    case 'd':
    case 'D':
      return size <= 2 ? pad(civil.day, size) : weekdayText(civil, size, locale);
    case 'h':
    case 'H':
      return pad(twelveHours ? civil.hour % 12 || 12 : civil.hour, Math.min(size, 2));
    case 's':
      return pad(civil.second, Math.min(size, 2));
    case '.':
      return `.${pad(civil.millisecond, 3).slice(0, size - 1)}`;
    case 'a':
    case 'A': {
      const word = civil.hour < 12 ? 'AM' : 'PM';
      const shown = size === 3 ? word.charAt(0) : word;
      return token.charAt(0) === 'a' ? shown.toLowerCase() : shown;
    }
    default:
      throw new TypeError(`${token} is no date token`);
  }
}

function monthText(civil: Civil, size: number, locale: string): string {
  if (size <= 2) return pad(civil.month, size);
  const name = named(civil, locale, { month: size === 3 ? 'short' : 'long' });
  return size === 5 ? name.charAt(0) : name;
}

function weekdayText(civil: Civil, size: number, locale: string): string {
  return named(civil, locale, { weekday: size === 3 ? 'short' : 'long' });
}

function named(civil: Civil, locale: string, options: Intl.DateTimeFormatOptions): string {
  const at = Date.UTC(2000, civil.month - 1, 15);
  // A day in 2000 with the right month, or with the right weekday (2000-01-02 was a Sunday).
  const date = options.weekday === undefined ? at : Date.UTC(2000, 0, 2 + civil.weekday);
  return new Intl.DateTimeFormat(locale.replace('_', '-'), { ...options, timeZone: 'UTC' }).format(date);
}

function elapsed(token: string, serial: number): string {
  const milliseconds = Math.round(serial * 86_400_000);
  const per = { h: 3_600_000, m: 60_000, s: 1_000 }[token.charAt(1) as 'h' | 'm' | 's'];
  return pad(Math.floor(milliseconds / per), token.length - 2);
}

function pad(value: number, size: number): string {
  return String(value).padStart(size, '0');
}
