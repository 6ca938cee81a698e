/** The oracle's own arithmetic of days and nights, by luxon. */
import { DateTime, IANAZone } from 'luxon';
import { FREE_DAYS, OPENS_AT } from '../firm/ladder';
import { FIRM_ZONE } from '../firm/sessions';

const NIGHT_FROM = 21;
const MORNING = 7;
const EVENING = 20;
const HOUR = 3_600_000;

const DAY = 24 * HOUR;

/** What is the same for a whole hour of UTC: in the zones of the firm clocks change on the full hour. luxon is slow. */
function hourly<T>(ask: (at: number, zone: string) => T): (at: number, zone: string) => T {
  const zones = new Map<string, Map<number, T>>();
  return (at, zone) => {
    let known = zones.get(zone);
    if (!known) {
      known = new Map();
      zones.set(zone, known);
    }
    const hour = Math.floor(at / HOUR);
    let answer = known.get(hour);
    if (answer === undefined) {
      answer = ask(hour * HOUR, zone);
      known.set(hour, answer);
    }
    return answer;
  };
}

const wall = (at: number, zone: string): DateTime => DateTime.fromMillis(at, { zone });

const offsetAt = hourly((at, zone) => wall(at, zone).offset * 60_000);

export const isNight = hourly((at, zone) => {
  const { hour } = wall(at, zone);
  return hour >= NIGHT_FROM || hour < MORNING;
});

/** The morning that ends the night around an instant. */
export const morningAfter = hourly((at, zone) => {
  const now = wall(at, zone);
  const day = now.hour >= NIGHT_FROM ? now.plus({ days: 1 }) : now;
  return day.startOf('day').set({ hour: MORNING }).toMillis();
});

/** The last civil hour before the night around an instant. */
export const eveningBefore = hourly((at, zone) => {
  const now = wall(at, zone);
  const day = now.hour >= NIGHT_FROM ? now : now.minus({ days: 1 });
  return day.startOf('day').set({ hour: EVENING }).toMillis();
});

/** The day of the calendar, as a number that only the same day has. */
export function dayOf(at: number, zone: string): number {
  return Math.floor((at + offsetAt(at, zone)) / DAY);
}

export function plusDays(at: number, days: number, zone: string): number {
  return wall(at, zone).plus({ days }).toMillis();
}

/** The firm's opening on the first working day after the day of the anchor, or on the last one before it. */
export function workingMorning(anchor: number, direction: 1 | -1, zone: string): number {
  const date = wall(anchor, zone).toISODate();
  let day = DateTime.fromISO(`${date}T00:00`, { zone: FIRM_ZONE }).set({ hour: OPENS_AT });
  do day = day.plus({ days: direction });
  while (day.weekday > 5 || FREE_DAYS.includes(day.toISODate() ?? ''));
  return day.toMillis();
}

const zones = new Map<string, boolean>();

export function knownZone(name: string): boolean {
  let known = zones.get(name);
  if (known === undefined) {
    known = name !== '' && IANAZone.isValidZone(name);
    zones.set(name, known);
  }
  return known;
}

const written = new Map<number, string>();

/** To the minute: `2026-11-26T09:00Z`. */
export function shown(at: number): string {
  let text = written.get(at);
  if (text === undefined) {
    text = `${new Date(at).toISOString().slice(0, 16)}Z`;
    written.set(at, text);
  }
  return text;
}

export const AFTERWARDS_FOR = 48 * HOUR;
export const USUAL_LENGTH = 2 * HOUR;
