/** Days and times as people of these countries and programs write them. */
import { dayOrderOf } from '../../../core/import/day-order';
import { readDuration } from '../../../core/import/read-duration';
import { type DayOrder, type Moment, readMoment } from '../../../core/import/read-moment';
import { formatDay } from '../../../core/time/civil';

/** `2026-11-26 10:00`, `10:00–12:00`, `2026-11-26`, or the instant in UTC. */
function shown(moment: Moment | null): string | null {
  if (moment === null) return null;
  const clock = (ms: number): string => new Date(ms).toISOString().slice(11, 19).replace(/:00$/, '');
  switch (moment.kind) {
    case 'ambiguous':
      return '?';
    case 'instant':
      return new Date(moment.at).toISOString();
    case 'day':
      return formatDay(moment.day);
    case 'time':
    case 'day-and-time': {
      const { from, until } = moment.time;
      const time = until === null ? clock(from) : `${clock(from)}–${clock(until)}`;
      return moment.kind === 'time' ? time : `${formatDay(moment.day)} ${time}`;
    }
  }
}

describe('a moment in a cell', () => {
  test.each([
    ['2026-11-26 10:00', '2026-11-26 10:00'],
    ['2026-11-26', '2026-11-26'],
    ['2026/11/26 9:05:07', '2026-11-26 09:05:07'],
    ['26.11.2026 10:00', '2026-11-26 10:00'],
    ['26.11.2026, 10.00', '2026-11-26 10:00'],
    ['05.06.2026', '2026-06-05'],
    ['26.11.26', '2026-11-26'],
    ['26-11-2026 10:00', '2026-11-26 10:00'],
    ['26/11/2026', '2026-11-26'],
    ['11/26/2026 10:00', '2026-11-26 10:00'],
    ['11/26/2026 02:30:00 PM', '2026-11-26 14:30'],
    ['26 listopada 2026 r., godz. 10:00', '2026-11-26 10:00'],
    ['czwartek, 26 listopada 2026 roku o godz. 9.30', '2026-11-26 09:30'],
    ['26 lis 2026 10:00–12:00', '2026-11-26 10:00–12:00'],
    ['26 листопада 2026, 10:00', '2026-11-26 10:00'],
    ['четвер, 26 листопада 2026 р. о 10:00', '2026-11-26 10:00'],
    ['26 листоп. 2026 р.', '2026-11-26'],
    ['1 października 2026', '2026-10-01'],
    ['3 червня 2026 року', '2026-06-03'],
    ['November 26, 2026 10:00 AM', '2026-11-26 10:00'],
    ['Thu, 26 Nov 2026 10:00', '2026-11-26 10:00'],
    ['26-Nov-2026', '2026-11-26'],
    ['Thursday, 26th November 2026 at 10 am', '2026-11-26 10:00'],
    ['2026-11-26T10:00:00+01:00', '2026-11-26T09:00:00.000Z'],
    ['2026-11-26T09:00:00.000Z', '2026-11-26T09:00:00.000Z'],
    ['2026-11-26T10:00-05:00', '2026-11-26T15:00:00.000Z'],
    ['2026-11-26 10:00 UTC', '2026-11-26T10:00:00.000Z'],
    ['26.11.2026 10:00 GMT+2', '2026-11-26T08:00:00.000Z'],
    ['2026-11-26T10:00', '2026-11-26 10:00'],
    // As databases write an offset; without seconds a minus is the dash of a span.
    ['2026-11-26 10:00:00-05:00', '2026-11-26T15:00:00.000Z'],
    ['2026-11-26 10:00:00.123456-0500', '2026-11-26T15:00:00.000Z'],
    ['2026-11-26 10:00:00+01:00', '2026-11-26T09:00:00.000Z'],
    ['2026-11-26 10:00-12:00', '2026-11-26 10:00–12:00'],
    ['2026-11-26 10:00:00-12:30:00', '2026-11-26 10:00–12:30'],
    ['2026-11-26 10:00:00-14:00', '2026-11-26 10:00–14:00'],
    // Serials, as a workbook keeps them and careless exports write them.
    ['46352', '2026-11-26'],
    ['46352.416666666664', '2026-11-26 10:00'],
    ['46352,5', '2026-11-26 12:00'],
    ['0.4375', '10:30'],
    ['0.25', '06:00'],
    ['0.75', '18:00'],
    ['0.5', '12:00'],
    ['0.30', '00:30'],
    ['00.25', '00:25'],
    ['10:00', '10:00'],
    ['9.30', '09:30'],
    ['godz. 10', '10:00'],
    ['10:00-12:00', '10:00–12:00'],
    ['10:00 – 12:30', '10:00–12:30'],
    ['od 10:00 do 12:00', '10:00–12:00'],
    ['з 10:00 до 12:00', '10:00–12:00'],
    ['10 год. 30', null],
    ['05/06/2026 10:00', '?'],
    ['05-06-2026', '?'],
    ['05/05/2026', '2026-05-05'],
    ['31.02.2026', null],
    ['2026-13-01', null],
    ['32/13/2026', null],
    ['26.11.2026 25:00', null],
    ['26.11.2026 maybe', null],
    ['26 listopada', null],
    ['wkrótce', null],
    ['2026', null],
    ['+48 600 100 200', null],
    ['', null],
  ])('%p is %p', (written, expected) => {
    expect(shown(readMoment(written, null))).toBe(expected);
  });

  test.each<[DayOrder, string]>([
    ['day-first', '2026-06-05 10:00'],
    ['month-first', '2026-05-06 10:00'],
  ])('with two readings is read %s when somebody says so', (order, expected) => {
    expect(shown(readMoment('05/06/2026 10:00', order))).toBe(expected);
  });

  test('full stops put the day first whatever the file does with strokes', () => {
    expect(shown(readMoment('05.06.2026', 'month-first'))).toBe('2026-06-05');
  });
});

describe('the order of day and month in a file', () => {
  test.each([
    ['one day above twelve tells it for all', ['05/06/2026', '26/11/2026'], 'day-first'],
    ['a month-first export', ['11/05/2026', '11/26/2026 10:00 AM'], 'month-first'],
    ['nothing tells', ['05/06/2026', '01/02/2026'], 'each'],
    ['the file contradicts itself', ['26/11/2026', '11/26/2026'], 'each'],
    ['full stops and ISO say nothing of strokes', ['2026-11-26', 'x', '05/06/2026'], 'each'],
  ])('%s', (_, cells, expected) => {
    expect(dayOrderOf(cells)).toBe(expected);
  });
});

describe('a length of time', () => {
  test.each([
    ['90', null, 90],
    ['90 min', null, 90],
    ['90', 'minutes', 90],
    ['8', null, 480],
    ['8', 'minutes', 8],
    ['2', 'hours', 120],
    ['1h 30m', null, 90],
    ['1 h', null, 60],
    ['2h 2m 50s', null, 122],
    ['1:30', null, 90],
    ['01:30:00', null, 90],
    ['1,5 godz.', null, 90],
    ['2 godziny', null, 120],
    ['2 години 15 хвилин', null, 135],
    ['45 хв', null, 45],
    ['1 hour and 15 minutes', null, 75],
    ['0', null, null],
    ['long', null, null],
    ['-90', null, null],
    ['99999999', null, null],
  ] as const)('%p (%p) is %p minutes', (written, unit, minutes) => {
    expect(readDuration(written, unit)).toBe(minutes === null ? null : minutes * 60_000);
  });
});
