/**
 * Date and time patterns of number formats.
 * https://developers.google.com/workspace/sheets/api/guides/formats#date_and_time_format_patterns
 */
import { type Civil, civilOf } from './serial';

/** One piece of a pattern: a token such as `yyyy`, or text shown as it is. */
export interface PatternPiece {
  readonly token: string | null;
  readonly text: string;
}

const DATE_TOKEN = /^(?:y+|M+|m+|d+|D+|h+|H+|s+|\[h+\]|\[m+\]|\[s+\]|am\/pm|AM\/PM|a\/p|A\/P|\.0{1,3}|e+)/;

/** Splits a pattern into date tokens and texts; null when it holds a sign that is no date token. */
export function datePieces(pattern: string): PatternPiece[] | null {
  const pieces: PatternPiece[] = [];
  for (let at = 0; at < pattern.length; ) {
    const rest = pattern.slice(at);
    const quoted = /^"([^"]*)"/.exec(rest) ?? /^\\(.)/s.exec(rest);
    if (quoted) {
      pieces.push({ token: null, text: quoted[1] ?? '' });
      at += quoted[0].length;
      continue;
    }
    const token = DATE_TOKEN.exec(rest)?.[0];
    if (token !== undefined) {
      pieces.push({ token, text: '' });
      at += token.length;
      continue;
    }
    const sign = rest.charAt(0);
    if (/[\p{L}\d#?@%;[\]*_]/u.test(sign)) return null;
    pieces.push({ token: null, text: sign });
    at += 1;
  }
  return pieces;
}

export function formatDate(serial: number, pieces: readonly PatternPiece[], locale: string): string {
  // A pattern without fractions of a second shows the second that has begun, so 23:59:59.9999 must not round up
  // to a day that the other tokens do not show; civilOf already rounded to the millisecond.
  const civil = civilOf(serial);
  const twelveHours = pieces.some((piece) => /^(am\/pm|a\/p)$/i.test(piece.token ?? ''));
  return pieces
    .map((piece, index) =>
      piece.token === null
        ? piece.text
        : tokenText(piece.token, civil, serial, twelveHours, isMinutes(pieces, index), locale),
    )
    .join('');
}

/** `m` means minutes right after hours or right before seconds, and months elsewhere. */
function isMinutes(pieces: readonly PatternPiece[], index: number): boolean {
  const before = pieces.slice(0, index).findLast((piece) => piece.token !== null)?.token;
  const after = pieces.slice(index + 1).find((piece) => piece.token !== null)?.token;
  return /^\[?[hH]/.test(before ?? '') || /^\[?s/.test(after ?? '');
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
      return weekdayText(civil, size, locale);
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
