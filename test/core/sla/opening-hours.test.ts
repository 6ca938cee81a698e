import { calendarKeys, readOpeningHours } from '../../../core/sla/opening-hours';
import { parseDay } from '../../../core/time/civil';
import { holidayRow, hoursRow } from './sla-rows';

const read = (...rows: Parameters<typeof readOpeningHours>[0]) => readOpeningHours(rows, 'pl');

test('several spans a day are kept apart, touching and overlapping ones are one', () => {
  const { hours } = read(
    hoursRow(1, '13:00', '17:00'),
    hoursRow(1, '8:00', '12:00'),
    hoursRow(1, '11:00', '12:30'),
    hoursRow(2, '8', '12'),
    hoursRow(2, '12', '16'),
  );
  expect(hours.weekly[0]).toEqual([
    { opens: 480, closes: 750 },
    { opens: 780, closes: 1020 },
  ]);
  expect(hours.weekly[1]).toEqual([{ opens: 480, closes: 960 }]);
});

test('a span may end at midnight, written as 24:00 or 0:00', () => {
  const { hours } = read(hoursRow(6, '18:00', '24:00'), hoursRow(7, '18:00', '0:00'));
  expect([hours.weekly[5], hours.weekly[6]]).toEqual([
    [{ opens: 1080, closes: 1440 }],
    [{ opens: 1080, closes: 1440 }],
  ]);
});

test('a holiday is closed, or open as its own times say', () => {
  const { hours } = read(holidayRow('2026-12-25'), holidayRow('2026-12-24', '9:00', '13:00'));
  expect(hours.special.get(parseDay('2026-12-25') ?? fail())).toEqual([]);
  expect(hours.special.get(parseDay('2026-12-24') ?? fail())).toEqual([{ opens: 540, closes: 780 }]);
});

test.each([
  ['bad-weekday', hoursRow(8, '9:00', '17:00')],
  ['bad-time', hoursRow(1, 'rano', '17:00')],
  ['bad-time', hoursRow(1, '', '')],
  ['closes-before-opening', hoursRow(1, '22:00', '6:00')],
  ['bad-date', holidayRow('24 grudnia')],
])('a row that makes no sense is left out and reported: %s', (kind, row) => {
  const { hours, problems } = read(hoursRow(3, '9:00', '17:00'), row);
  expect(problems).toEqual([{ calendar: 'pl', row, kind }]);
  expect(hours.weekly.flat()).toEqual([{ opens: 540, closes: 1020 }]);
});

test('a holiday with impossible times is reported and stays a holiday', () => {
  const { hours, problems } = read(hoursRow(5, '9:00', '17:00'), holidayRow('2026-12-25', '9:00', 'noon'));
  expect(problems.map(({ kind }) => kind)).toEqual(['bad-time']);
  expect(hours.special.get(parseDay('2026-12-25') ?? fail())).toEqual([]);
});

test('rows of other calendars do not mix in; the keys are listed', () => {
  const uk = { ...hoursRow(1, '10:00', '18:00'), calendar: 'uk' };
  expect(read(uk).hours.weekly.flat()).toEqual([]);
  expect(calendarKeys([hoursRow(1, '9', '17'), uk, uk])).toEqual(['pl', 'uk']);
});

function fail(): never {
  throw new Error('not a day');
}
