/**
 * How fast due times are worked out, beside luxon doing the same: a firm's working hours in Warsaw with holidays,
 * questions over a year and a half, targets from a quarter of an hour to five working days. Every due time of the
 * floor is compared with ours. Ours starts with an empty calendar in each run, so what it remembers is paid for.
 */
import { polishHolidays } from '../../core/calendar/polish-holidays';
import { addBusinessMinutes, businessCalendar } from '../../core/sla/business-calendar';
import { type OpeningHours, readOpeningHours } from '../../core/sla/opening-hours';
import { businessMinutes, type Instant, instant, MS_PER_MINUTE, zone } from '../../core/time/instant';
import type { Row } from '../../core/workbook/rows';
import { intlOffset } from '../../mail-bridge/clock/intl-offset';
import { luxonDue } from './sla-floor';

/** Of these the floor answers the first ones: it takes hundreds of microseconds for each. */
const QUESTIONS = 1_000_000;
const FLOOR_QUESTIONS = 4_000;
const RUNS = 5;
const SEED = 20261122;
const WARSAW = zone('Europe/Warsaw');

export interface SlaResult {
  readonly name: 'sla';
  readonly ours: number;
  readonly floor: number;
  readonly unit: 'due times/s';
  readonly ratio: number;
  readonly runs: readonly { readonly ours: number; readonly floor: number }[];
  readonly compared: number;
}

interface Question {
  readonly from: Instant;
  readonly minutes: number;
}

export async function benchSla(): Promise<SlaResult> {
  const hours = officeHours();
  const questions = generateQuestions(QUESTIONS, SEED);
  const few = questions.slice(0, FLOOR_QUESTIONS);
  const ours = (asked: readonly Question[]): readonly (number | null)[] => {
    const calendar = businessCalendar(hours, WARSAW, intlOffset());
    return asked.map(({ from, minutes }) => addBusinessMinutes(from, businessMinutes(minutes), calendar));
  };
  const floor = (asked: readonly Question[]): readonly (number | null)[] =>
    asked.map(({ from, minutes }) => luxonDue(from, minutes, hours, WARSAW));
  // Both are compiled before the clock runs, and say the same.
  compare(ours(questions).slice(0, FLOOR_QUESTIONS), floor(few), few);
  const runs: { ours: number; floor: number }[] = [];
  for (let run = 0; run < RUNS; run++) {
    // Who goes first changes, so that neither always finds the heap clean.
    const first = run % 2 === 0;
    const a = first ? rate(ours, questions) : rate(floor, few);
    const b = first ? rate(floor, few) : rate(ours, questions);
    runs.push(first ? { ours: a, floor: b } : { ours: b, floor: a });
  }
  const oursMedian = median(runs.map((run) => run.ours));
  const floorMedian = median(runs.map((run) => run.floor));
  return {
    name: 'sla',
    ours: oursMedian,
    floor: floorMedian,
    unit: 'due times/s',
    ratio: Number((oursMedian / floorMedian).toFixed(1)),
    runs,
    compared: FLOOR_QUESTIONS,
  };
}

function officeHours(): OpeningHours {
  const row = (change: Partial<Row<'calendar'>>): Row<'calendar'> => ({
    calendar: 'pl',
    kind: 'hours',
    weekday: null,
    date: null,
    opens: '',
    closes: '',
    name: '',
    zone: '',
    ...change,
  });
  const rows = [
    ...[1, 2, 3, 4, 5].map((weekday) => row({ weekday, opens: '09:00', closes: '17:00' })),
    ...[2026, 2027].flatMap((year) => polishHolidays(year).map(({ date }) => row({ kind: 'holiday', date }))),
  ];
  return readOpeningHours(rows, 'pl').hours;
}

function compare(
  ours: readonly (number | null)[],
  floor: readonly (number | null)[],
  questions: readonly Question[],
): void {
  ours.forEach((due, index) => {
    if (due === floor[index]) return;
    throw new Error(
      `${JSON.stringify(questions[index])}: ours ${due}, luxon ${floor[index]}. Two answers cannot be compared by speed.`,
    );
  });
}

/** mulberry32: the same questions in every run, on every machine. */
function generateQuestions(count: number, seed: number): readonly Question[] {
  let state = seed;
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const first = Date.UTC(2026, 0, 1) / MS_PER_MINUTE;
  const length = 548 * 1440;
  return Array.from({ length: count }, () => ({
    from: instant((first + Math.floor(random() * length)) * MS_PER_MINUTE),
    minutes: 15 * (1 + Math.floor(random() * 160)),
  }));
}

function rate(work: (asked: readonly Question[]) => unknown, asked: readonly Question[]): number {
  const before = performance.now();
  work(asked);
  return Math.round(asked.length / ((performance.now() - before) / 1000));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
