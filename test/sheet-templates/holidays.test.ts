import fc from 'fast-check';
import { gregorianEaster, julianEaster } from '../../core/calendar/easter';
import { polishHolidays } from '../../core/calendar/polish-holidays';
import { ukrainianHolidays } from '../../core/calendar/ukrainian-holidays';
import { formatDay, plusDays, weekdayOf } from '../../core/time/civil';

// The dates that church calendars print for these years. In 2025 and 2028 both reckonings give one day.
describe('Easter', () => {
  test.each([
    [2024, '2024-03-31', '2024-05-05'],
    [2025, '2025-04-20', '2025-04-20'],
    [2026, '2026-04-05', '2026-04-12'],
    [2027, '2027-03-28', '2027-05-02'],
    [2028, '2028-04-16', '2028-04-16'],
    [2029, '2029-04-01', '2029-04-08'],
    [2030, '2030-04-21', '2030-04-28'],
  ])('%d: western %s, eastern %s', (year, western, eastern) => {
    expect(formatDay(gregorianEaster(year))).toBe(western);
    expect(formatDay(julianEaster(year))).toBe(eastern);
  });

  // The earliest and latest dates possible, and the exception of 1954 and 1981 that simpler rules miss.
  test.each([
    [1818, '1818-03-22'],
    [1943, '1943-04-25'],
    [1954, '1954-04-18'],
    [1981, '1981-04-19'],
    [2038, '2038-04-25'],
  ])('the western Easter of %d is %s', (year, day) => {
    expect(formatDay(gregorianEaster(year))).toBe(day);
  });

  test('is always a Sunday, and the eastern one is never the earlier', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2199 }), (year) => {
        expect(weekdayOf(gregorianEaster(year))).toBe(7);
        expect(weekdayOf(julianEaster(year))).toBe(7);
        expect(julianEaster(year)).toBeGreaterThanOrEqual(gregorianEaster(year));
      }),
    );
  });
});

// The act of 1951 as amended; movable days counted by hand from Easter above (+0, +1, +49, +60).
describe('Polish days off', () => {
  const FIXED = ['01-01', '01-06', '05-01', '05-03', '08-15', '11-01', '11-11', '12-24', '12-25', '12-26'];

  test.each([
    [2025, ['04-20', '04-21', '06-08', '06-19']],
    [2026, ['04-05', '04-06', '05-24', '06-04']],
    [2027, ['03-28', '03-29', '05-16', '05-27']],
    [2028, ['04-16', '04-17', '06-04', '06-15']],
    [2029, ['04-01', '04-02', '05-20', '05-31']],
    [2030, ['04-21', '04-22', '06-09', '06-20']],
  ])('of %d', (year, movable) => {
    expect(polishHolidays(year).map((holiday) => holiday.date)).toEqual(
      [...FIXED, ...movable].map((day) => `${year}-${day}`).sort(),
    );
  });

  test('have Christmas Eve since 2025 only', () => {
    expect(polishHolidays(2024).map((holiday) => holiday.date)).not.toContain('2024-12-24');
  });
});

// Article 73 of the Labour Code as amended in 2023; movable days counted by hand from Easter above.
describe('Ukrainian holidays', () => {
  const FIXED = ['01-01', '03-08', '05-01', '05-08', '06-28', '07-15', '08-24', '10-01', '12-25'];

  test.each([
    [2025, ['04-20', '06-08']],
    [2026, ['04-12', '05-31']],
    [2027, ['05-02', '06-20']],
    [2028, ['04-16', '06-04']],
    [2029, ['04-08', '05-27']],
    [2030, ['04-28', '06-16']],
  ])('of %d', (year, movable) => {
    expect(ukrainianHolidays(year).map((holiday) => holiday.date)).toEqual(
      [...FIXED, ...movable].map((day) => `${year}-${day}`).sort(),
    );
  });

  test('are unknown before the list of today held', () => {
    expect(() => ukrainianHolidays(2023)).toThrow(RangeError);
  });
});

test('Trinity is the fiftieth day of Easter', () => {
  expect(ukrainianHolidays(2026).find((holiday) => holiday.name.uk === 'Трійця')?.date).toBe(
    formatDay(plusDays(julianEaster(2026), 49)),
  );
});
