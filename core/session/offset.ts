/**
 * When a reminder or a checkpoint is due, as people write it: `-3 d`, `+30 min`, `3 dni przed`, `за 2 год`,
 * `next working morning`.
 */
import type { BusinessCalendar } from '../sla/business-calendar';
import type { Instant, Zone, ZoneOffset } from '../time/instant';
import { minutes, plus } from '../time/instant';
import { shiftDays } from '../time/zoned';
import type { WorkingMorning } from './working-morning';
import { parseWorkingMorning, workingMorning } from './working-morning';

/**
 * Relative to an anchor; negative is before it. Days are days of the calendar: three days before 10:00 is 10:00
 * also when the clocks change in between.
 */
export type Distance =
  | { readonly unit: 'days'; readonly amount: number }
  | { readonly unit: 'minutes'; readonly amount: number };

/** What a step of the ladder or a checkpoint may say. */
export type Offset = Distance | WorkingMorning;

const PER_DAY = { unit: 'days', factor: 1 } as const;
const PER_WEEK = { unit: 'days', factor: 7 } as const;
const PER_HOUR = { unit: 'minutes', factor: 60 } as const;
const PER_MINUTE = { unit: 'minutes', factor: 1 } as const;

const UNITS: readonly (readonly [RegExp, { readonly unit: Distance['unit']; readonly factor: number }])[] = [
  [/^(w|wks?|weeks?|tydz|tydzie[nń]|tygodni(e|a|u)?|тиж|тижд(ень|ня|ні|нів)|тижні(в)?)$/, PER_WEEK],
  [/^(d|days?|dni|dzie[nń]|dnia|дн|дн(і|ів|я)|день|д|доб(а|у|и)|діб)$/, PER_DAY],
  [/^(h|hrs?|hours?|g|godz|godzin(a|ę|e|y)?|год|годин(а|у|и)?|г)$/, PER_HOUR],
  [/^(m|mins?|minutes?|minut(a|ę|e|y)?|хв|хвилин(а|у|и)?|х)$/, PER_MINUTE],
];

const BEFORE = /^(before|earlier|przed|wcześniej|wczesniej|до|перед|раніше)$/;
const AFTER = /^(after|later|po|później|pozniej|після|по|пізніше)$/;

export function parseOffset(text: string): Offset | null {
  return parseWorkingMorning(text) ?? parseDistance(text);
}

/** Null when it cannot be told for sure: a length without a sign and without "before" or "after" too. */
export function parseDistance(text: string): Distance | null {
  const written = text
    .trim()
    .toLowerCase()
    // The minus signs that people's keyboards and programs write.
    .replace(/[−–—‒]/g, '-');
  // "na 2 dni przed", "за 2 дні до", "за 2 дні": a leading word that only fills the phrase (uk "за": before).
  const match =
    /^(?:(na|za|за|через)\s+)?([+-])?\s*(\d+(?:[.,]\d+)?)\s*(\p{L}+)\.?(?:\s+(\p{L}+))?(?:\s+.*)?$/u.exec(
      written,
    );
  if (!match) return null;
  const [, lead, sign, number, unitWord, direction] = match;
  const unit = UNITS.find(([pattern]) => pattern.test(unitWord ?? ''))?.[1];
  const forward = directionOf(lead, sign, direction);
  if (!unit || forward === null) return null;
  const amount = Number((number ?? '').replace(',', '.')) * unit.factor;
  if (unit.unit === 'days' && !Number.isInteger(amount)) {
    return { unit: 'minutes', amount: signed(Math.round(amount * 1440), forward) };
  }
  return { unit: unit.unit, amount: signed(Math.round(amount), forward) };
}

function directionOf(
  lead: string | undefined,
  sign: string | undefined,
  direction: string | undefined,
): 1 | -1 | null {
  const word = direction ?? '';
  const byWord = BEFORE.test(word) ? -1 : AFTER.test(word) ? 1 : null;
  // A word that is neither: "3 dni robocze" and the like are not understood rather than half understood.
  if (direction !== undefined && byWord === null) return null;
  if (sign !== undefined) {
    const bySign = sign === '-' ? -1 : 1;
    return byWord === null || byWord === bySign || bySign === 1 ? (byWord ?? bySign) : null;
  }
  if (byWord !== null) return byWord;
  // Ukrainian "за 2 дні" (before the anchor) against "через 2 дні" (after it). Polish "za 2 dni" says neither.
  if (lead === 'за') return -1;
  return lead === 'через' ? 1 : null;
}

function signed(amount: number, forward: 1 | -1): number {
  // No minus zero: it would not equal zero in a comparison of data.
  return amount === 0 ? 0 : amount * forward;
}

export function applyOffset(anchor: Instant, by: Distance, zone: Zone, offset: ZoneOffset): Instant {
  return by.unit === 'days' ? shiftDays(anchor, by.amount, zone, offset) : plus(anchor, minutes(by.amount));
}

/**
 * @param zone of the session: its calendar counts the days
 * @param calendar of the firm: its opening is the morning
 * @returns null when it asks for a working morning and the calendar does not open any more
 */
export function momentOf(
  anchor: Instant,
  by: Offset,
  zone: Zone,
  offset: ZoneOffset,
  calendar: BusinessCalendar,
): Instant | null {
  return by.unit === 'working-morning'
    ? workingMorning(anchor, by.which, zone, offset, calendar)
    : applyOffset(anchor, by, zone, offset);
}
