/** Forty sessions over a half-year that holds both changes of the clocks, and what people do to them. */
import { DateTime } from 'luxon';
import type { Instant } from '../../../../../core/time/instant';
import type { Row } from '../../../../../core/workbook/rows';
import type { Edit, Outage } from './history';
import type { Chance } from './random';

export const FIRM_ZONE = 'Europe/Warsaw';
export const BEGINS = Date.UTC(2026, 8, 28);
export const ENDS = Date.UTC(2027, 3, 12);
const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** When the clocks change: Europe and New York do it on different days. */
const CLOCKS_CHANGE = [
  Date.UTC(2026, 9, 25),
  Date.UTC(2026, 10, 1),
  Date.UTC(2027, 2, 14),
  Date.UTC(2027, 2, 28),
] as const;

const USUAL = ['08:00', '09:00', '09:30', '10:00', '13:00', '15:30', '17:00', '18:30'] as const;
const ODD = ['00:30', '06:30', '07:30', '21:30', '22:15'] as const;

export interface PlannedSession {
  readonly id: string;
  readonly createdAt: number;
  /** As it was first entered. */
  readonly row: Row<'sessions'>;
  readonly startsAt: number;
}

/** @param twins so many of the sessions share their day with the one before */
export function sessionsOf(chance: Chance, count: number, twins: number): PlannedSession[] {
  const sessions: PlannedSession[] = [];
  for (let index = 0; index < count; index++) {
    const before = sessions[index - 1];
    const twin = before !== undefined && index % 2 === 1 && index < 2 * twins;
    const zone = chance.pick(['', '', '', 'Europe/Kyiv', 'Europe/London', 'America/New_York']);
    const day = twin ? before.startsAt : dayOf(chance);
    const startsAt = wallClock(day, chance.happens(0.2) ? chance.pick(ODD) : chance.pick(USUAL), zone);
    const length = chance.pick([60, 90, 120, 240, 480]) * MINUTE;
    const createdAt = twin ? before.createdAt + HOUR : startsAt - chance.whole(10, 25) * DAY - 3 * HOUR;
    const id = `S${String(index + 1).padStart(2, '0')}${chance.happens(0.1) ? ':a' : ''}`;
    const online = chance.happens(0.7);
    const row: Row<'sessions'> = {
      id,
      course: `Course ${index + 1}`,
      client: chance.pick(['Nordwind', 'Tkalnia', 'Verba']),
      starts_at: startsAt as Instant,
      ends_at: chance.happens(0.05) ? null : ((startsAt + length) as Instant),
      zone,
      trainer: 'Ewa Nowak',
      substitute: '',
      link: online ? `https://meet.example/${index}` : '',
      place: !online || chance.happens(0.1) ? `Room ${index}` : '',
      materials: '',
      audience: chance.pick(['', 'novice', 'experienced', 'mixed']),
      language: chance.pick(['pl', 'pl', 'uk', 'en', '']),
      state: 'planned',
      confirmed: '',
      deadline: null,
      notes: '',
    };
    sessions.push({ id, createdAt, row, startsAt });
  }
  return sessions;
}

function dayOf(chance: Chance): number {
  const around = chance.happens(0.35) ? chance.pick(CLOCKS_CHANGE) + chance.whole(-3, 4) * DAY : null;
  const day = around ?? BEGINS + chance.whole(26, 188) * DAY;
  const weekday = DateTime.fromMillis(day, { zone: 'utc' }).weekday;
  return weekday > 5 && chance.happens(0.8) ? day + 2 * DAY : day;
}

function wallClock(day: number, time: string, zone: string): number {
  const date = DateTime.fromMillis(day, { zone: 'utc' }).toISODate();
  return DateTime.fromISO(`${date}T${time}`, { zone: zone || FIRM_ZONE }).toMillis();
}

/** Moves, other links and places, cancellations, some of them taken back, some while the bridge is off. */
export function editsOf(session: PlannedSession, chance: Chance, outages: readonly Outage[]): Edit[] {
  const edits: Edit[] = [];
  let row = session.row;
  const write = (at: number, change: Partial<Row<'sessions'>>): void => {
    row = { ...row, ...change };
    edits.push({ at: at as Instant, tab: 'sessions', id: session.id, row });
  };
  write(session.createdAt, {});
  let at = session.createdAt;
  const rounds = chance.whole(0, 4);
  for (let round = 0; round < rounds; round++) {
    const startsAt = row.starts_at ?? session.startsAt;
    const endsAt = row.ends_at ?? startsAt + 2 * HOUR;
    at = nextEdit(chance, at, endsAt, outages);
    if (at >= endsAt || at >= ENDS - 5 * DAY) break;
    const what = chance.number();
    if (what < 0.35 && at < startsAt) {
      const before = { starts_at: row.starts_at, ends_at: row.ends_at };
      const shift = shiftOf(chance, startsAt, at);
      write(at, {
        starts_at: (startsAt + shift) as Instant,
        ends_at: row.ends_at === null ? null : ((row.ends_at + shift) as Instant),
      });
      if (chance.happens(0.3)) {
        at += pauseOf(chance);
        write(at, before);
      }
    } else if (what < 0.6) {
      const before = { link: row.link };
      write(at, { link: row.link === '' ? '' : `${session.row.link}/${round}-${chance.whole(1, 99)}` });
      if (chance.happens(0.2)) {
        at += pauseOf(chance);
        write(at, before);
      }
    } else if (what < 0.72) {
      write(at, { place: row.place === '' ? 'Hall' : `Room ${chance.whole(100, 199)}` });
    } else if (what < 0.84) {
      write(at, { ends_at: (endsAt + chance.pick([30, 60]) * MINUTE) as Instant });
    } else {
      write(at, { state: 'cancelled' });
      if (chance.happens(0.5)) {
        at += pauseOf(chance);
        write(at, { state: 'planned' });
      }
    }
  }
  const over = (row.ends_at ?? (row.starts_at ?? session.startsAt) + 2 * HOUR) + 3 * HOUR;
  if (row.state === 'planned' && chance.happens(0.6)) write(Math.max(at, over) + MINUTE, { state: 'held' });
  return edits;
}

/** Soon after the last edit, near the start, any time before, or in an outage if there is one ahead. */
function nextEdit(chance: Chance, after: number, endsAt: number, outages: readonly Outage[]): number {
  const outage = outages.find(({ from }) => from > after && from < endsAt);
  if (outage && chance.happens(0.5)) {
    return outage.from + Math.floor(chance.number() * (outage.to - outage.from));
  }
  const left = Math.max(MINUTE, endsAt - after);
  const at = chance.happens(0.4)
    ? endsAt - Math.floor(chance.number() * Math.min(left, 36 * HOUR))
    : after + Math.floor(chance.number() * left);
  return Math.max(at, after + MINUTE) + 11_000;
}

function pauseOf(chance: Chance): number {
  return chance.pick([2 * MINUTE, 7 * MINUTE, 40 * MINUTE, 9 * HOUR, 30 * HOUR]) + 7_000;
}

/** Never into the past: to the firm that is a new session, not a move. */
function shiftOf(chance: Chance, startsAt: number, now: number): number {
  const shift = chance.pick([
    -26 * HOUR,
    -3 * HOUR,
    -90 * MINUTE,
    30 * MINUTE,
    60 * MINUTE,
    4 * HOUR,
    DAY,
    2 * DAY,
    6 * DAY,
  ]);
  return startsAt + shift > now + 30 * MINUTE ? shift : Math.abs(shift);
}
