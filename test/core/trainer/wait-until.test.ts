/** Until which day a ticket is put off. */
import fc from 'fast-check';
import { type DayNumber, formatDay, plusDays } from '../../../core/time/civil';
import { readWait } from '../../../core/trainer/wait-until';
import { TODAY } from './desk';

const until = (written: string, today: DayNumber = TODAY): string => {
  const reading = readWait(written, today);
  switch (reading.kind) {
    case 'day':
      return formatDay(reading.day);
    case 'ambiguous':
      return reading.days.map(formatDay).join(' or ');
    case 'unknown':
      return 'unknown';
  }
};

describe('from Monday, 23 November 2026', () => {
  test.each([
    ['1d', '2026-11-24'],
    ['3d', '2026-11-26'],
    ['3 D', '2026-11-26'],
    ['-3d', '2026-11-26'],
    ['3 days', '2026-11-26'],
    ['for 3 days', '2026-11-26'],
    ['3 dni', '2026-11-26'],
    ['przez 2 dni', '2026-11-25'],
    ['3 дні', '2026-11-26'],
    ['5 днів', '2026-11-28'],
    ['2w', '2026-12-07'],
    ['a week', '2026-11-30'],
    ['2 tygodnie', '2026-12-07'],
    ['tydzień', '2026-11-30'],
    ['2 тижні', '2026-12-07'],
    ['тиждень', '2026-11-30'],
    // On hold is by the day: a few hours end with the next one.
    ['1h', '2026-11-24'],
    ['5 godz.', '2026-11-24'],
    ['24 години', '2026-11-24'],
    ['25h', '2026-11-25'],
    ['tomorrow', '2026-11-24'],
    ['do jutra', '2026-11-24'],
    ['до завтра', '2026-11-24'],
    ['pojutrze', '2026-11-25'],
    ['Friday', '2026-11-27'],
    ['until Fri', '2026-11-27'],
    ['do piątku', '2026-11-27'],
    ['do środy', '2026-11-25'],
    ['pt', '2026-11-27'],
    ['до п’ятниці', '2026-11-27'],
    ["до п'ятниці", '2026-11-27'],
    ['неділя', '2026-11-29'],
    // Today's weekday is that of next week.
    ['Monday', '2026-11-30'],
    ['2026-12-01', '2026-12-01'],
    ['30.11', '2026-11-30'],
    ['30.11.', '2026-11-30'],
    ['do 30.11.2026', '2026-11-30'],
    ['30/11', '2026-11-30'],
    ['11/30', '2026-11-30'],
    ['30 Nov', '2026-11-30'],
    ['Nov 30', '2026-11-30'],
    ['30 listopada', '2026-11-30'],
    ['до 30 листопада', '2026-11-30'],
    ['1 grudnia 2026 r.', '2026-12-01'],
    // What is over this year is meant of the next.
    ['15.01', '2027-01-15'],
    ['23.11', '2027-11-23'],
    ['05/06', '2027-06-05 or 2027-05-06'],
    ['05/06/2027', '2027-06-05 or 2027-05-06'],
    ['06/06', '2027-06-06'],
    // Full stops leave no doubt.
    ['05.06', '2027-06-05'],
  ])('%s is %s', (written, day) => {
    expect(until(written)).toBe(day);
  });

  test.each([
    '',
    '3',
    'd',
    '0d',
    '3m',
    '400d',
    '9999 weeks',
    'yesterday',
    'today',
    'soon',
    'Anna',
    '31.02',
    '22.11.2026',
    '2025-12-01',
    '01.12.2028',
    '46000',
    '10:00',
    'constructor',
    'x'.repeat(10_000),
  ])('%j is no day to come', (written) => {
    expect(until(written)).toBe('unknown');
  });
});

test('whatever is written, the day is to come and within a year', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ maxLength: 30 }), fc.stringMatching(/^\d{1,3} ?[dhw]$/)), (written) => {
      const reading = readWait(written, TODAY);
      const days = reading.kind === 'day' ? [reading.day] : reading.kind === 'ambiguous' ? reading.days : [];
      for (const day of days) {
        expect(day).toBeGreaterThan(TODAY);
        expect(day).toBeLessThanOrEqual(TODAY + 366);
      }
    }),
  );
});

test('a weekday is one to seven days ahead, whatever today is', () => {
  for (let ahead = 0; ahead < 7; ahead++) {
    const today = plusDays(TODAY, ahead);
    expect(until('Thursday', today)).toBe(ahead < 3 ? '2026-11-26' : '2026-12-03');
  }
});
