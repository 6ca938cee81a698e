/** Start and end of a session from whatever cells tell them: one each, day and time apart, a span, a length. */
import { dayOfWall } from '../time/civil';
import { type Instant, instant, MS_PER_DAY } from '../time/instant';
import { wallAt } from '../time/zoned';
import { onWall, type RowCells } from './cells';
import type { ImportField } from './fields';
import { BadRow } from './problem';
import type { Moment } from './read-moment';

export interface SessionTimes {
  readonly start: Instant | null;
  readonly end: Instant | null;
}

export function sessionTimes(cells: RowCells): SessionTimes {
  const starting = pieces(cells, ['starts_at', 'start_date', 'start_time']);
  const start = startOf(cells, starting);
  const ending = pieces(cells, ['ends_at', 'end_date', 'end_time']);
  const end = endOf(cells, ending, starting, start) ?? endByLength(cells, start);
  if (start !== null && end !== null && end <= start) {
    const shown = ['ends_at', 'end_date', 'end_time'] as const;
    const found = shown.map((field) => cells.text(field)).filter((text) => text !== '');
    throw new BadRow({
      code: 'ends-before-start',
      found: (found.length > 0 ? found : [cells.text('start_time')]).join(' '),
    });
  }
  return { start, end };
}

/**
 * A single moment from a cell with both, or from a cell of the day and one of the time.
 * @param dayAlone the time of day, in milliseconds, of a day without one
 */
export function momentFrom(
  cells: RowCells,
  whole: ImportField,
  date: ImportField | null,
  time: ImportField | null,
  dayAlone = 0,
): Instant | null {
  const fields = [whole, date, time].filter((field): field is ImportField => field !== null);
  const { at, day, time: clock } = pieces(cells, fields);
  if (at !== null) return at;
  if (day === null) {
    if (clock === null) return null;
    throw new BadRow({ code: 'missing', field: date ?? whole });
  }
  return onWall(day, clock?.from ?? dayAlone, cells.zoneContext);
}

interface Pieces {
  /** Said with its zone. */
  readonly at: Instant | null;
  readonly day: number | null;
  readonly time: { readonly from: number; readonly until: number | null } | null;
}

function pieces(cells: RowCells, fields: readonly ImportField[]): Pieces {
  const found = fields
    .map((field) => cells.moment(field))
    .filter((moment): moment is Moment => moment !== null);
  let out: Pieces = { at: null, day: null, time: null };
  for (const moment of found) {
    if (moment.kind === 'instant') out = { ...out, at: out.at ?? moment.at };
    if (moment.kind === 'day' || moment.kind === 'day-and-time') out = { ...out, day: out.day ?? moment.day };
    if (moment.kind === 'time' || moment.kind === 'day-and-time')
      out = { ...out, time: out.time ?? moment.time };
  }
  return out;
}

function startOf(cells: RowCells, { at, day, time }: Pieces): Instant | null {
  if (at !== null) return at;
  if (day === null && time === null) return null;
  if (day === null) throw new BadRow({ code: 'missing', field: 'start_date' });
  // A session at midnight is a missing hour: mails would name it.
  if (time === null) throw new BadRow({ code: 'missing', field: 'start_time' });
  return onWall(day, time.from, cells.zoneContext);
}

function endOf(cells: RowCells, ending: Pieces, starting: Pieces, start: Instant | null): Instant | null {
  if (ending.at !== null) return ending.at;
  const context = cells.zoneContext;
  const startDay = start === null ? starting.day : dayOfWall(wallAt(start, context.zone, context.offset));
  const day = ending.day ?? startDay;
  const time = ending.time?.from ?? starting.time?.until ?? null;
  if (day === null) return null;
  if (time !== null) return onWall(day, time, context);
  // An end that names its day alone: the session goes on through that day.
  return ending.day !== null && startDay !== null && ending.day > startDay
    ? onWall(ending.day, MS_PER_DAY, context)
    : null;
}

function endByLength(cells: RowCells, start: Instant | null): Instant | null {
  const length = cells.duration('duration');
  return length === null || start === null ? null : instant(start + length);
}
