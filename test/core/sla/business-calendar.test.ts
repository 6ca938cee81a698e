import fc from 'fast-check';
import type { BusinessCalendar } from '../../../core/sla/business-calendar';
import {
  addBusinessMinutes,
  businessMinutesBetween,
  isOpen,
  nextOpening,
} from '../../../core/sla/business-calendar';
import { dayNumber } from '../../../core/time/civil';
import type { Instant } from '../../../core/time/instant';
import { businessMinutes, instant, MS_PER_MINUTE, zone } from '../../../core/time/instant';
import {
  ALWAYS,
  calendarFrom,
  holidayRow,
  hoursRow,
  iso,
  KYIV,
  OFFICE,
  offset,
  utc,
  WARSAW,
  weekdays,
  winter,
} from './sla-rows';

const HOLIDAYS = ['2026-03-27', '2026-11-11', '2026-12-24', '2026-12-25'].map((day) => holidayRow(day));
/** Open in the night of both changes of the clocks, with an edge inside the hour that is missing or double. */
const NIGHT_SHIFT = [1, 2, 3, 4, 5, 6, 7].flatMap((day) => [
  hoursRow(day, '0:00', '2:30'),
  hoursRow(day, '2:45', '3:30'),
  hoursRow(day, '22:00', '24:00'),
]);
const CALENDARS: [string, BusinessCalendar][] = [
  ['office hours in Warsaw', calendarFrom([...weekdays('9:00', '17:00'), ...HOLIDAYS])],
  [
    'office hours with a lunch break in Kyiv',
    calendarFrom([...weekdays('9:00', '13:00'), ...weekdays('14:00', '18:00'), ...HOLIDAYS], KYIV),
  ],
  ['nights in Warsaw', calendarFrom(NIGHT_SHIFT)],
  ['nights in Kyiv', calendarFrom(NIGHT_SHIFT, KYIV)],
  ['nights where half an hour is added', calendarFrom(NIGHT_SHIFT, zone('Australia/Lord_Howe'))],
  [
    'a shortened holiday',
    calendarFrom([...weekdays('9:00', '17:00'), holidayRow('2026-03-30', '10:00', '12:15')]),
  ],
  ['round the clock', ALWAYS],
];

/** Around both changes of 2026, and far apart. */
const minutesOfTime = fc
  .oneof(
    fc.integer({ min: Date.UTC(2026, 2, 26), max: Date.UTC(2026, 3, 2) }),
    fc.integer({ min: Date.UTC(2026, 9, 22), max: Date.UTC(2026, 9, 28) }),
    fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) }),
  )
  .map((ms) => instant(Math.floor(ms / MS_PER_MINUTE) * MS_PER_MINUTE));

/** Asks Intl for the wall clock of every single minute. Knows nothing of the code under test but the rows' meaning. */
function countMinutes(from: Instant, to: Instant, calendar: BusinessCalendar): number {
  let count = 0;
  for (let at = from as number; at < to; at += MS_PER_MINUTE) {
    const wall = new Date(at + offset(instant(at), calendar.zone) * MS_PER_MINUTE);
    const day = Math.floor(wall.getTime() / 86_400_000);
    const weekday = (wall.getUTCDay() + 6) % 7;
    const spans = calendar.hours.special.get(dayNumber(day)) ?? calendar.hours.weekly[weekday] ?? [];
    const minute = wall.getUTCHours() * 60 + wall.getUTCMinutes();
    if (spans.some(({ opens, closes }) => minute >= opens && minute < closes)) count++;
  }
  return count;
}

describe.each(CALENDARS)('%s', (_, calendar) => {
  test('an interval is the sum of its parts and never negative', () => {
    fc.assert(
      fc.property(minutesOfTime, minutesOfTime, minutesOfTime, (x, y, z) => {
        const [a, b, c] = [x, y, z].sort((p, q) => p - q) as [Instant, Instant, Instant];
        const whole = businessMinutesBetween(a, c, calendar);
        expect(whole).toBeGreaterThanOrEqual(0);
        expect(businessMinutesBetween(a, b, calendar) + businessMinutesBetween(b, c, calendar)).toBe(whole);
        expect(businessMinutesBetween(c, a, calendar)).toBe(0);
      }),
    );
  });

  test('it is what a count minute by minute gives, over both changes of the clocks', () => {
    const starts = fc.oneof(
      fc.integer({ min: Date.UTC(2026, 2, 26), max: Date.UTC(2026, 2, 30) }),
      fc.integer({ min: Date.UTC(2026, 9, 23), max: Date.UTC(2026, 9, 26) }),
      // Lord Howe changes on other days.
      fc.integer({ min: Date.UTC(2026, 3, 3), max: Date.UTC(2026, 3, 6) }),
      fc.integer({ min: Date.UTC(2026, 9, 2), max: Date.UTC(2026, 9, 5) }),
    );
    fc.assert(
      fc.property(starts, fc.integer({ min: 0, max: 4 * 1440 }), (ms, length) => {
        const from = instant(Math.floor(ms / MS_PER_MINUTE) * MS_PER_MINUTE);
        const to = instant(from + length * MS_PER_MINUTE);
        expect(businessMinutesBetween(from, to, calendar)).toBe(countMinutes(from, to, calendar));
      }),
      { numRuns: 40 },
    );
  });

  test('adding and counting are inverse, and no earlier instant would do', () => {
    fc.assert(
      fc.property(minutesOfTime, fc.integer({ min: 1, max: 6000 }), (from, amount) => {
        const to = addBusinessMinutes(from, businessMinutes(amount), calendar);
        if (to === null) throw new Error('never closed for long');
        expect(businessMinutesBetween(from, to, calendar)).toBe(amount);
        expect(businessMinutesBetween(from, instant(to - 1), calendar)).toBeLessThan(amount);
      }),
    );
  });

  test('what is open has passed in one minute, what is closed has not', () => {
    fc.assert(
      fc.property(minutesOfTime, (at) => {
        const minute = businessMinutesBetween(at, instant(at + MS_PER_MINUTE), calendar);
        expect(minute).toBe(isOpen(at, calendar) ? 1 : 0);
        const opening = nextOpening(at, calendar);
        if (opening === null) throw new Error('never closed for long');
        expect(isOpen(opening, calendar)).toBe(true);
        expect(businessMinutesBetween(at, opening, calendar)).toBe(0);
      }),
    );
  });

  test('the order of questions does not change the answers', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(minutesOfTime, minutesOfTime), { maxLength: 8 }), (questions) => {
        const rows: BusinessCalendar = calendar;
        const forward = questions.map(([a, b]) => businessMinutesBetween(a, b, rows));
        const backward = [...questions].reverse().map(([a, b]) => businessMinutesBetween(a, b, rows));
        expect(backward.reverse()).toEqual(forward);
      }),
    );
  });
});

test.each([
  ['Friday 16:30 plus an hour is Monday 9:30', '2026-11-20T16:30', 60, '2026-11-23T09:30'],
  ['at the end of the day is the end of the day', '2026-11-20T16:00', 60, '2026-11-20T17:00'],
  ['from a closed hour counts from the opening', '2026-11-21T12:00', 1, '2026-11-23T09:01'],
  ['nothing to add is the same instant, open or closed', '2026-11-21T12:00', 0, '2026-11-21T12:00'],
])('%s', (_, from, amount, to) => {
  expect(iso(addBusinessMinutes(winter(from), businessMinutes(amount), OFFICE))).toBe(iso(winter(to)));
});

test('a holiday on a Friday moves the end to Monday', () => {
  const calendar = calendarFrom([...weekdays('9:00', '17:00'), holidayRow('2026-12-25')]);
  expect(iso(addBusinessMinutes(winter('2026-12-24T16:00'), businessMinutes(120), calendar))).toBe(
    iso(winter('2026-12-28T10:00')),
  );
});

test('the hour that is shown twice counts twice, the one that is jumped over not at all', () => {
  const nights = calendarFrom([hoursRow(7, '0:00', '6:00')]);
  expect(businessMinutesBetween(utc('2026-10-24T20:00'), utc('2026-10-25T20:00'), nights)).toBe(7 * 60);
  expect(businessMinutesBetween(utc('2026-03-28T20:00'), utc('2026-03-29T20:00'), nights)).toBe(5 * 60);
});

test('a calendar without hours never gets there', () => {
  const closed = calendarFrom([], WARSAW);
  expect(addBusinessMinutes(utc('2026-11-21T12:00'), businessMinutes(1), closed)).toBeNull();
  expect(nextOpening(utc('2026-11-21T12:00'), closed)).toBeNull();
  expect(businessMinutesBetween(utc('2026-01-01T00:00'), utc('2027-01-01T00:00'), closed)).toBe(0);
});
