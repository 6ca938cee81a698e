/// <reference lib="dom" />
/** Times as the firm's clock shows them. */
import type { Language } from '../../../core/language';

export interface Times {
  /** 12:41 */
  time(at: number): string;
  /** Monday, 23 November */
  day(at: number): string;
  /** 12:41, or with its weekday when that is not the day of `now`. */
  near(at: number, now: number): string;
  isSameDay(a: number, b: number): boolean;
}

export function timesIn(language: Language, zone: string): Times {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { timeZone: zone, ...options });
  const time = format({ hour: '2-digit', minute: '2-digit' });
  const day = format({ weekday: 'long', day: 'numeric', month: 'long' });
  const weekday = format({ weekday: 'short' });
  const key = format({ year: 'numeric', month: '2-digit', day: '2-digit' });
  const isSameDay = (a: number, b: number) => key.format(a) === key.format(b);
  return {
    time: (at) => time.format(at),
    day: (at) => day.format(at),
    near: (at, now) => (isSameDay(at, now) ? time.format(at) : `${weekday.format(at)} ${time.format(at)}`),
    isSameDay,
  };
}
