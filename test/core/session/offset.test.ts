import fc from 'fast-check';
import { applyOffset, momentOf, parseDistance, parseOffset } from '../../../core/session/offset';
import { businessCalendar } from '../../../core/sla/business-calendar';
import { zone } from '../../../core/time/instant';
import { calendarFrom, holidayRow, iso, OFFICE, offset, WARSAW, weekdays, winter } from '../sla/sla-rows';

const days = (amount: number) => ({ unit: 'days', amount });
const minutes = (amount: number) => ({ unit: 'minutes', amount });

test.each([
  ['-3 d', days(-3)],
  ['-3d', days(-3)],
  ['−3 d', days(-3)],
  ['– 3 days', days(-3)],
  ['-1 w', days(-7)],
  ['-2 h', minutes(-120)],
  ['+30 min', minutes(30)],
  ['+ 30 Minutes', minutes(30)],
  ['-1.5 h', minutes(-90)],
  ['-1,5 d', minutes(-2160)],
  ['-0 min', minutes(0)],
  ['3 days before', days(-3)],
  ['1 week before the start', days(-7)],
  ['2 hours after', minutes(120)],
  ['-3 dni', days(-3)],
  ['3 dni przed', days(-3)],
  ['na 1 dzień przed zajęciami', days(-1)],
  ['tydzień przed', null],
  ['1 tydzień przed', days(-7)],
  ['2 tygodnie przed', days(-14)],
  ['-2 godz.', minutes(-120)],
  ['2 godziny po', minutes(120)],
  ['30 minut po zajęciach', minutes(30)],
  ['за 3 дні до', days(-3)],
  ['за 2 години', minutes(-120)],
  ['-2 год', minutes(-120)],
  ['15 хв до початку', minutes(-15)],
  ['через 1 день', days(1)],
  ['2 тижні до', days(-14)],
  ['1 день після', days(1)],
  ['-3 days before', days(-3)],
])('“%s”', (text, expected) => {
  expect(parseOffset(text)).toEqual(expected);
});

test.each([
  '',
  '3',
  '-3',
  '3 d',
  'za 3 dni',
  '-3 x',
  'soon',
  '3 dni robocze przed',
  '-3 days after',
  '--3 d',
  'd -3',
])('“%s” cannot be told for sure', (text) => {
  expect(parseOffset(text)).toBeNull();
});

test('any text is read without an error, and what is read is a whole amount', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const parsed = parseOffset(text);
      if (parsed && parsed.unit !== 'working-morning') expect(Number.isInteger(parsed.amount)).toBe(true);
    }),
  );
});

test('days keep the time of day over a change of the clocks, hours do not', () => {
  const monday = winter('2026-10-26T10:00');
  expect(iso(applyOffset(monday, { unit: 'days', amount: -2 }, WARSAW, offset))).toBe(
    '2026-10-24T08:00:00.000Z',
  );
  expect(iso(applyOffset(monday, { unit: 'minutes', amount: -2880 }, WARSAW, offset))).toBe(
    '2026-10-24T09:00:00.000Z',
  );
});

const morning = (which: 'next' | 'previous') => ({ unit: 'working-morning', which }) as const;

test.each([
  'next working morning',
  'Next Working Morning',
  'the next business morning',
  'next working day',
  'next business day in the morning',
  'next working morning after the session',
  'następny roboczy ranek',
  'Nastepny roboczy ranek',
  'następny ranek roboczy',
  'następny dzień roboczy rano',
  'następnego dnia roboczego rano',
  'w następny dzień roboczy',
  'najbliższy roboczy ranek',
  'najbliższego dnia roboczego rano',
  'kolejny dzień roboczy rano',
  'następny dzień roboczy rano po zajęciach',
  'наступний робочий ранок',
  'Наступного робочого ранку',
  'наступного робочого дня вранці',
  'найближчий робочий ранок',
  'у наступний робочий день',
  'наступний робочий ранок після заняття',
])('“%s” is the next working morning', (text) => {
  expect(parseOffset(text)).toEqual(morning('next'));
});

test.each([
  'previous working morning',
  'the last working morning before the session',
  'previous business day',
  'poprzedni roboczy ranek',
  'poprzedni dzień roboczy rano',
  'poprzedniego dnia roboczego rano',
  'ostatni roboczy ranek przed zajęciami',
  'попередній робочий ранок',
  'попереднього робочого дня зранку',
  'останній робочий ранок перед заняттям',
])('“%s” is the previous working morning', (text) => {
  expect(parseOffset(text)).toEqual(morning('previous'));
});

test.each(['next morning', 'working morning', 'następny ranek', 'ранок', 'next working morning before'])(
  '“%s” is neither',
  (text) => {
    expect(parseOffset(text)).toBeNull();
  },
);

test('a length of time is never a working morning', () => {
  expect([parseDistance('-3 d'), parseDistance('next working morning')]).toEqual([days(-3), null]);
});

describe('the working morning', () => {
  const at = (anchor: string, which: 'next' | 'previous', calendar = OFFICE, where = WARSAW) =>
    iso(momentOf(winter(anchor), morning(which), where, offset, calendar));
  const holidays = calendarFrom([
    ...weekdays('9:00', '17:00'),
    holidayRow('2026-11-11'),
    holidayRow('2026-12-24', '10:00', '12:00'),
  ]);

  test.each([
    ['of a Thursday is Friday’s opening', '2026-11-26T12:00', 'next', '2026-11-27T09:00'],
    ['of a Friday is Monday’s', '2026-11-27T12:00', 'next', '2026-11-30T09:00'],
    ['of an early morning is the one of the day after', '2026-11-26T07:00', 'next', '2026-11-27T09:00'],
    ['of a Sunday is Monday’s', '2026-11-29T12:00', 'next', '2026-11-30T09:00'],
    ['before a Monday is Friday’s', '2026-11-30T10:00', 'previous', '2026-11-27T09:00'],
    ['before a Friday is Thursday’s', '2026-11-27T10:00', 'previous', '2026-11-26T09:00'],
    ['leaves out a holiday', '2026-11-10T12:00', 'next', '2026-11-12T09:00'],
    ['leaves out a holiday backwards', '2026-11-12T12:00', 'previous', '2026-11-10T09:00'],
    ['is the later opening of a short day', '2026-12-23T12:00', 'next', '2026-12-24T10:00'],
  ] as const)('%s', (_, anchor, which, expected) => {
    expect(at(anchor, which, holidays)).toBe(iso(winter(expected)));
  });

  test('counts the days where the session is, and opens where the firm is', () => {
    // Thursday 23:00 in New York is Friday in Warsaw; the morning after its day is Friday's.
    expect(at('2026-11-27T05:00', 'next', OFFICE, zone('America/New_York'))).toBe(
      iso(winter('2026-11-27T09:00')),
    );
    // Thursday 0:30 in Auckland is Wednesday 12:30 in Warsaw.
    expect(at('2026-11-25T12:30', 'previous', OFFICE, zone('Pacific/Auckland'))).toBe(
      iso(winter('2026-11-25T09:00')),
    );
  });

  test('does not come where the firm never opens', () => {
    const closed = businessCalendar({ key: '', weekly: [], special: new Map() }, WARSAW, offset);
    expect(momentOf(winter('2026-11-26T12:00'), morning('next'), WARSAW, offset, closed)).toBeNull();
  });

  test('is always an opening, on a later or an earlier day than the anchor, and the nearest such', () => {
    const hour = fc.integer({ min: 0, max: 24 * 400 });
    fc.assert(
      fc.property(hour, fc.constantFrom('next' as const, 'previous' as const), (hours, which) => {
        const anchor = applyOffset(
          winter('2026-01-05T00:00'),
          { unit: 'minutes', amount: hours * 60 },
          WARSAW,
          offset,
        );
        const found = momentOf(anchor, morning(which), WARSAW, offset, holidays);
        const day = (moment: number) =>
          new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Warsaw' }).format(moment);
        expect(found).not.toBeNull();
        if (found === null) return;
        expect(which === 'next' ? day(found) > day(anchor) : day(found) < day(anchor)).toBe(true);
        expect(holidays.dayAround(found).edges[0]).toBe(found);
        const step = which === 'next' ? 1 : -1;
        for (let between = 1; between < 10; between++) {
          const other = applyOffset(anchor, { unit: 'days', amount: step * between }, WARSAW, offset);
          if (day(other) === day(found)) break;
          expect(holidays.dayAround(other).edges).toEqual([]);
        }
      }),
    );
  });
});
