import fc from 'fast-check';
import { formatValue } from '../../../local-sheet/model/number-format';
import { civilOf, serialOf } from '../../../local-sheet/model/serial';

describe('serial numbers', () => {
  // The first three are the examples of the formats guide.
  test.each([
    [1899, 12, 30, 0, 0],
    [1900, 1, 1, 12, 2.5],
    [1900, 2, 1, 15, 33.625],
    [2026, 11, 21, 0, 46_347],
    [2000, 2, 29, 6, 36_585.25],
  ])('%i-%i-%i %i:00 is %d', (year, month, day, hour, serial) => {
    expect(serialOf(year, month, day, hour)).toBe(serial);
    expect(civilOf(serial)).toMatchObject({ year, month, day, hour });
  });

  test.each([
    [2026, 2, 30, 0],
    [2026, 13, 1, 0],
    [2026, 1, 1, 24],
  ])('%i-%i-%i %i:00 is no time', (year, month, day, hour) => {
    expect(serialOf(year, month, day, hour)).toBeNull();
  });

  test('every second of three centuries is read back from its serial', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(1900, 0, 1) / 1000, max: Date.UTC(2199, 11, 31) / 1000 }),
        (second) => {
          const at = new Date(second * 1000);
          const parts = [
            at.getUTCFullYear(),
            at.getUTCMonth() + 1,
            at.getUTCDate(),
            at.getUTCHours(),
            at.getUTCMinutes(),
            at.getUTCSeconds(),
          ] as const;
          const civil = civilOf(serialOf(...parts) ?? Number.NaN);
          expect([civil.year, civil.month, civil.day, civil.hour, civil.minute, civil.second]).toEqual(parts);
          expect(civil.weekday).toBe(at.getUTCDay());
        },
      ),
    );
  });
});

describe('what a cell shows', () => {
  const moment = serialOf(2026, 3, 5, 14, 7, 9) ?? 0;

  test.each([
    ['DATE', 'yyyy-mm-dd', '2026-03-05'],
    ['DATE', 'dd.MM.yyyy', '05.03.2026'],
    ['DATE', 'd/m/yy', '5/3/26'],
    ['DATE_TIME', 'yyyy-mm-dd hh:mm', '2026-03-05 14:07'],
    ['DATE_TIME', 'yyyy-mm-dd hh:mm:ss', '2026-03-05 14:07:09'],
    ['DATE_TIME', 'ddd d mmm, h:mm AM/PM', 'Thu 5 Mar, 2:07 PM'],
    ['TIME', 'HH:mm', '14:07'],
    ['TIME', 'mm:ss', '07:09'],
    ['DATE', 'dddd "the" d', 'Thursday the 5'],
    ['DATE', 'mmmm yyyy', 'March 2026'],
  ])('%s %s', (type, pattern, shown) => {
    expect(formatValue(moment, { type, pattern }, 'en_US')).toBe(shown);
  });

  test.each([
    [1234.5, { type: 'NUMBER', pattern: '#,##0.00' }, 'en_US', '1,234.50'],
    [1234567.5, { type: 'NUMBER', pattern: '#,##0.00' }, 'pl_PL', '1 234 567,50'],
    [0.125, { type: 'PERCENT', pattern: '0%' }, 'en_US', '13%'],
    [0.125, { type: 'PERCENT', pattern: '0.0#%' }, 'en_US', '12.5%'],
    [1.005, { type: 'NUMBER', pattern: '0.00' }, 'en_US', '1.01'],
    [-0.001, { type: 'NUMBER', pattern: '0.00' }, 'en_US', '0.00'],
    [7, { type: 'NUMBER', pattern: '000' }, 'en_US', '007'],
    [12, { type: 'NUMBER', pattern: '0" h"' }, 'en_US', '12 h'],
    [12345.678, { type: 'SCIENTIFIC', pattern: '0.00E+00' }, 'en_US', '1.23E+04'],
    [42, { type: 'TEXT' }, 'en_US', '42'],
  ])('%d as %j in %s', (value, format, locale, shown) => {
    // pl groups digits with a no-break space.
    expect(formatValue(value, format, locale).replaceAll('\u00a0', ' ')).toBe(shown);
  });

  test.each([
    [0, '0'],
    [-17, '-17'],
    [1 / 3, '0.3333333333'],
    [Math.PI, '3.141592654'],
    [0.1 + 0.2, '0.3'],
    [1_234_567.891, '1234567.891'],
    [46_000 + 1 / 7, '46000.14286'],
    [12_345_678_901.5, '12345678902'],
    [-0.000_012_345_678_9, '-0.0000123457'],
    [123_456_789_012, '123456789012'],
    [1e21, '1E+21'],
  ])('%d without a format', (value, shown) => {
    expect(formatValue(value, null, 'en_US')).toBe(shown);
  });

  test('months and days have the names of the locale', () => {
    expect(formatValue(moment, { type: 'DATE', pattern: 'dddd' }, 'pl_PL')).toBe('czwartek');
    expect(formatValue(moment, { type: 'DATE', pattern: 'dddd' }, 'uk_UA')).toBe('четвер');
  });

  test('a pattern that is not emulated is refused by name', () => {
    expect(() => formatValue(1, { type: 'NUMBER', pattern: '[Red]0;-0' }, 'en_US')).toThrow('[Red]0;-0');
    expect(() => formatValue(1, { type: 'DATE' }, 'pl_PL')).toThrow('give the format a pattern');
  });
});
