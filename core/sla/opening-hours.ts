/** When a firm is open, read from the rows of the Calendar tab that share one calendar key. */
import type { DayNumber, Weekday } from '../time/civil';
import { parseDay, parseTimeOfDay } from '../time/civil';
import type { Row } from '../workbook/rows';

/** Minutes since 0:00 on the wall clock, the end not included; 1440 is midnight at the end of the day. */
export interface Span {
  readonly opens: number;
  readonly closes: number;
}

export interface OpeningHours {
  readonly key: string;
  /** Index 0 is Monday. Spans in order, never touching or overlapping. */
  readonly weekly: readonly (readonly Span[])[];
  /** Days that differ from their weekday. No spans: a holiday. */
  readonly special: ReadonlyMap<DayNumber, readonly Span[]>;
}

/** A row that could not be used, by what it says. */
export interface HoursProblem {
  readonly calendar: string;
  readonly row: Row<'calendar'>;
  readonly kind: 'bad-weekday' | 'bad-time' | 'closes-before-opening' | 'bad-date';
}

const WHOLE_DAY: Span = { opens: 0, closes: 1440 };

/** Always open: what a target without a calendar counts by. */
export const ROUND_THE_CLOCK: OpeningHours = {
  key: '',
  weekly: Array.from({ length: 7 }, () => [WHOLE_DAY]),
  special: new Map(),
};

/**
 * - `hours` rows: weekday 1 (Monday) to 7 (Sunday; 0 is accepted too), one row for each span of the day.
 * - `holiday` rows: closed on that date; with times, open only then (a shortened Christmas Eve).
 *
 * Rows that make no sense are left out and reported, so that one bad cell does not stop every clock.
 */
export function readOpeningHours(
  rows: readonly Row<'calendar'>[],
  key: string,
): { hours: OpeningHours; problems: HoursProblem[] } {
  const weekly: Span[][] = Array.from({ length: 7 }, () => []);
  const special = new Map<DayNumber, Span[]>();
  const problems: HoursProblem[] = [];
  for (const row of rows) {
    if (row.calendar !== key) continue;
    const report = (kind: HoursProblem['kind']): unknown => problems.push({ calendar: key, row, kind });
    const open = row.opens.trim() || row.closes.trim() ? readSpan(row.opens, row.closes) : null;
    if (typeof open === 'string') {
      report(open);
      if (row.kind !== 'holiday') continue;
    }
    const span = typeof open === 'string' ? null : open;
    if (row.kind === 'holiday') {
      const day = row.date === null ? null : parseDay(row.date);
      if (day === null) {
        report('bad-date');
        continue;
      }
      // A holiday whose times are wrong is still a holiday: closed is the safer reading.
      const spans = special.get(day) ?? [];
      if (span) spans.push(span);
      special.set(day, spans);
    } else {
      const weekday = weekdayIn(row.weekday);
      if (weekday === null) report('bad-weekday');
      else if (span === null) report('bad-time');
      else weekly[weekday - 1]?.push(span);
    }
  }
  return {
    hours: {
      key,
      weekly: weekly.map(merged),
      special: new Map(Array.from(special, ([day, spans]) => [day, merged(spans)])),
    },
    problems,
  };
}

export function calendarKeys(rows: readonly Row<'calendar'>[]): string[] {
  return Array.from(new Set(rows.map((row) => row.calendar).filter((key) => key !== '')));
}

function weekdayIn(value: number | null): Weekday | null {
  const weekday = value === 0 ? 7 : value;
  return weekday !== null && Number.isInteger(weekday) && weekday >= 1 && weekday <= 7
    ? (weekday as Weekday)
    : null;
}

function readSpan(opensText: string, closesText: string): Span | 'bad-time' | 'closes-before-opening' {
  const opens = parseTimeOfDay(opensText);
  const closes = parseTimeOfDay(closesText);
  if (opens === null || closes === null) return 'bad-time';
  // "18:00 to 0:00" can only mean midnight at the end of that day.
  const end = closes === 0 ? 1440 : closes;
  return end > opens ? { opens, closes: end } : 'closes-before-opening';
}

function merged(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.opens - b.opens);
  const result: Span[] = [];
  for (const span of sorted) {
    const last = result[result.length - 1];
    if (last && span.opens <= last.closes) {
      result[result.length - 1] = { opens: last.opens, closes: Math.max(last.closes, span.closes) };
    } else {
      result.push(span);
    }
  }
  return result;
}
