import { addBusinessMinutes } from '../../../core/sla/business-calendar';
import { calendarZone, readCalendars } from '../../../core/sla/firm-calendars';
import { businessMinutes } from '../../../core/time/instant';
import type { Row } from '../../../core/workbook/rows';
import { iso, offset, utc, WARSAW, weekdays } from './sla-rows';

const of = (calendar: string, zone: string): Row<'calendar'>[] =>
  weekdays('9:00', '17:00').map((row, index) => ({ ...row, calendar, zone: index === 2 ? zone : '' }));

test.each([
  ['in the firm’s zone when it names none', 'pl', '2026-11-23T09:00'],
  ['in the zone that one of its rows names', 'kyiv', '2026-11-23T08:00'],
  ['in the firm’s zone when nobody knows the one it names', 'odd', '2026-11-23T09:00'],
  ['round the clock without a name', '', '2026-11-22T13:00'],
])('a calendar counts %s', (_, key, due) => {
  const rows = [...of('pl', ''), ...of('kyiv', 'Europe/Kyiv'), ...of('odd', 'Europe/Krakow')];
  const calendar = readCalendars(rows, WARSAW, offset).get(key);
  if (!calendar) throw new Error(`no calendar ${key}`);
  // A Sunday noon and an hour: 10 o’clock on Monday there.
  expect(iso(addBusinessMinutes(utc('2026-11-22T12:00'), businessMinutes(60), calendar))).toBe(iso(utc(due)));
});

test('a zone that nobody knows and a second zone are told apart', () => {
  const rows = [
    ...of('mix', 'Europe/Nowhere'),
    ...of('mix', 'Europe/Kyiv'),
    ...of('mix', 'Europe/Warsaw'),
    ...of('other', 'Europe/London'),
  ];
  expect(calendarZone(rows, 'mix', offset)).toEqual({
    zone: 'Europe/Kyiv',
    unknown: ['Europe/Nowhere'],
    others: ['Europe/Warsaw'],
  });
});
