import fc from 'fast-check';
import type { Language } from '../../../core/language';
import {
  civilOf,
  dayNumber,
  dayOf,
  formatDay,
  parseDay,
  parseTimeOfDay,
  wallOf,
  wallTime,
  weekdayOf,
} from '../../../core/time/civil';
import { formatLength, formatMoment, formatShortDay, formatShortMoment } from '../../../core/time/format';
import { instant, MS_PER_DAY, zone } from '../../../core/time/instant';
import { formatNumber, plural } from '../../../core/time/plural';
import { fromSerial, serialDay, serialOfDay, toSerial } from '../../../core/time/serial';
import { instantAt, shiftDays, startOfDay, wallAt } from '../../../core/time/zoned';
import { intlOffset } from '../../../mail-bridge/clock/intl-offset';

const offset = intlOffset();
const warsaw = zone('Europe/Warsaw');
const kyiv = zone('Europe/Kyiv');
const utc = (text: string) => instant(Date.parse(`${text}Z`));
const wall = (text: string) => wallTime(Date.parse(`${text}Z`));
const iso = (at: number) => new Date(at).toISOString();

const moments = fc
  .integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2036, 0, 1) })
  .map((ms) => instant(Math.floor(ms / 1000) * 1000));
const zones = fc.constantFrom(
  ...[
    'Europe/Warsaw',
    'Europe/Kyiv',
    'Europe/London',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
  ].map(zone),
);

describe('days of the calendar', () => {
  test.each([
    ['1970-01-01', 0, 4],
    ['2026-11-21', 20_778, 6],
    ['2000-02-29', 11_016, 2],
    ['1969-12-28', -4, 7],
  ])('%s is day %i, weekday %i', (text, number, weekday) => {
    expect(parseDay(text)).toBe(number);
    expect(formatDay(dayNumber(number))).toBe(text);
    expect(weekdayOf(dayNumber(number))).toBe(weekday);
  });

  test.each(['2026-02-30', '2026-13-01', '21.11.2026', '', '2026-1-1'])('"%s" is no day', (text) => {
    expect(parseDay(text)).toBeNull();
  });
});

describe('times of day as people write them', () => {
  test.each([
    ['9', 540],
    ['9:00', 540],
    ['09.30', 570],
    ['9h15', 555],
    ['17:45:00', 1065],
    ['24:00', 1440],
    ['0:00', 0],
    ['0.375', 540],
    ['0,375', 540],
  ])('%s', (text, minute) => {
    expect(parseTimeOfDay(text)).toBe(minute);
  });

  test.each(['', '25:00', '24:01', '9:60', 'rano', '9-17', '-1'])('"%s" is no time', (text) => {
    expect(parseTimeOfDay(text)).toBeNull();
  });
});

describe('wall clock and instants', () => {
  test.each([
    ['Warsaw in winter', warsaw, '2026-11-26T10:00', '2026-11-26T09:00'],
    ['Warsaw in summer', warsaw, '2026-07-01T10:00', '2026-07-01T08:00'],
    ['Kyiv in winter', kyiv, '2026-11-26T10:00', '2026-11-26T08:00'],
  ])('%s', (_, where, civil, at) => {
    expect(iso(instantAt(wall(civil), where, offset))).toBe(iso(utc(at)));
  });

  test.each([
    ['Warsaw', warsaw, '2026-03-29T02:30', '2026-03-29T01:00'],
    ['Kyiv', kyiv, '2026-03-29T03:30', '2026-03-29T01:00'],
  ])(
    'a time that the clock jumps over in %s means the first instant after the jump',
    (_, where, civil, at) => {
      expect(iso(instantAt(wall(civil), where, offset))).toBe(iso(utc(at)));
    },
  );

  test('a time that the clock shows twice means the earlier, unless the later is asked for', () => {
    const twice = wall('2026-10-25T02:30');
    expect(iso(instantAt(twice, warsaw, offset))).toBe(iso(utc('2026-10-25T00:30')));
    expect(iso(instantAt(twice, warsaw, offset, 'later'))).toBe(iso(utc('2026-10-25T01:30')));
  });

  test('where the clock jumps over midnight the day starts after the jump', () => {
    // Egypt went to summer time at 0:00 on 2026-04-24.
    const cairo = zone('Africa/Cairo');
    const day = dayOf({ year: 2026, month: 4, day: 24 });
    const start = startOfDay(day, cairo, offset);
    expect(wallAt(start, cairo, offset)).toBe(wallOf(day, 60));
    expect(iso(start)).toBe(iso(utc('2026-04-23T22:00')));
  });

  test('an instant comes back from its wall time, or as the earlier twin of the same wall time', () => {
    fc.assert(
      fc.property(moments, zones, (at, where) => {
        const civil = wallAt(at, where, offset);
        const back = instantAt(civil, where, offset);
        expect(wallAt(back, where, offset)).toBe(civil);
        expect([back, instantAt(civil, where, offset, 'later')]).toContain(at);
      }),
    );
  });

  test('three days earlier is the same time of day, also over a change of the clocks', () => {
    const session = utc('2026-10-26T09:00'); // Monday 10:00 in Warsaw, winter time since Sunday
    expect(iso(shiftDays(session, -3, warsaw, offset))).toBe(iso(utc('2026-10-23T08:00')));
  });
});

describe('offsets from Intl', () => {
  test('the memory gives what Intl gives', () => {
    const parts = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Australia/Lord_Howe',
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    fc.assert(
      fc.property(moments, (at) => {
        const shown = Date.parse(`${parts.format(at).replace(' ', 'T')}Z`);
        expect(offset(at, zone('Australia/Lord_Howe')) * 60_000).toBe(shown - at);
      }),
      { numRuns: 300 },
    );
  });

  test('a zone that nobody knows is an error', () => {
    expect(() => offset(instant(0), zone('Europe/Atlantis'))).toThrow(RangeError);
  });
});

describe('Sheet serials', () => {
  test.each([
    ['1899-12-30 is 0', '1899-12-30', 0],
    ['1970-01-01', '1970-01-01', 25_569],
    ['2026-11-21', '2026-11-21', 46_347],
  ])('%s', (_, day, serial) => {
    expect(serialOfDay(day)).toBe(serial);
    expect(serialDay(serial + 0.99)).toBe(day);
  });

  test('noon in the spreadsheet’s zone is half a day', () => {
    expect(toSerial(utc('2026-11-21T11:00'), warsaw, offset)).toBe(46_347.5);
    expect(iso(fromSerial(46_347.5, warsaw, offset))).toBe(iso(utc('2026-11-21T11:00')));
  });

  test('an instant comes back to the millisecond, and twice converted is a fixed point', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: 999 }), zones, (second, ms, where) => {
        const at = instant(second + ms);
        const serial = toSerial(at, where, offset);
        const back = fromSerial(serial, where, offset);
        expect(toSerial(back, where, offset)).toBe(serial);
        expect(Math.abs(back - at) % 1_800_000).toBe(0); // the other twin of an autumn night, or the same
      }),
    );
  });

  test('no day is an error', () => {
    expect(() => serialOfDay('2026-02-30')).toThrow(RangeError);
  });
});

describe('dates in words', () => {
  const at = utc('2026-11-26T09:00');
  test.each<[Language, string, string]>([
    ['en', 'Thursday, 26 November 2026, 10:00 (Warsaw time)', 'Thu 26 Nov 2026, 10:00'],
    ['pl', 'czwartek, 26 listopada 2026, 10:00 (czas warszawski)', 'czw. 26.11.2026, 10:00'],
    ['uk', 'четвер, 26 листопада 2026 року, 10:00 (за варшавським часом)', 'чт 26.11.2026, 10:00'],
  ])('%s', (language, long, short) => {
    expect(formatMoment(at, warsaw, language, offset)).toBe(long);
    expect(formatShortMoment(at, warsaw, language, offset)).toBe(short);
  });

  test('a zone without a name of ours shows its own', () => {
    expect(formatMoment(at, zone('Asia/Kathmandu'), 'en', offset)).toBe(
      'Thursday, 26 November 2026, 14:45 (Asia/Kathmandu, UTC+5:45)',
    );
    expect(formatMoment(at, zone('America/Caracas'), 'pl', offset)).toContain('(America/Caracas, UTC−4)');
  });

  test('months and weekdays are those of Intl', () => {
    const day = (month: number) => instant(Date.UTC(2026, month, 3 + month, 12));
    for (const language of ['pl', 'uk'] as const) {
      for (let month = 0; month < 12; month++) {
        const format = (options: Intl.DateTimeFormatOptions) =>
          new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options })
            .format(day(month))
            .replace(/['ʼ]/g, '’')
            .replace(' р.', ' року');
        expect(formatMoment(day(month), zone('UTC'), language, offset)).toBe(
          `${format({ weekday: 'long' })}, ${format({ day: 'numeric', month: 'long', year: 'numeric' })}, 12:00 (UTC)`,
        );
      }
    }
  });

  test.each<[Language, number, string]>([
    ['en', 1, '1 minute'],
    ['en', 90, '1 hour 30 minutes'],
    ['pl', 15, '15 minut'],
    ['pl', 22, '22 minuty'],
    ['pl', 480, '8 godzin'],
    ['pl', 61, '1 godzina 1 minuta'],
    ['uk', 21, '21 хвилина'],
    ['uk', 132, '2 години 12 хвилин'],
    ['uk', 660, '11 годин'],
    ['en', 0, '0 minutes'],
  ])('length in %s: %i', (language, length, text) => {
    expect(formatLength(length, language)).toBe(text);
  });
});

describe('plural forms', () => {
  test.each(['en', 'pl', 'uk'] as const)('%s agrees with CLDR in Intl.PluralRules', (language) => {
    const rules = new Intl.PluralRules(language);
    const forms: readonly [string, ...string[]] =
      language === 'en' ? ['one', 'other'] : ['one', 'few', 'many', 'other'];
    for (let n = 0; n <= 250; n++) expect([n, plural(language, n, forms)]).toEqual([n, rules.select(n)]);
    expect(plural(language, 1.5, forms)).toBe('other');
  });

  test('a form that is not given falls back to one that is', () => {
    expect(plural('pl', 5, ['zgłoszenie'])).toBe('zgłoszenie');
    expect(plural('pl', 1.5, ['godzina', 'godziny', 'godzin'])).toBe('godziny');
  });

  test('numbers have a decimal comma in Polish and Ukrainian', () => {
    expect([formatNumber('en', 1.5), formatNumber('pl', 1.5), formatNumber('uk', 1.005)]).toEqual([
      '1.5',
      '1,5',
      '1',
    ]);
  });
});

test('civil time is read off the wall', () => {
  expect(civilOf(wall('2026-11-26T10:05:07'))).toEqual({
    year: 2026,
    month: 11,
    day: 26,
    hour: 10,
    minute: 5,
    second: 7,
  });
  expect(MS_PER_DAY).toBe(86_400_000);
});

test.each([
  ['2026-11-07', 'en', '7 Nov 2026'],
  ['2026-11-07', 'pl', '07.11.2026'],
  ['2026-11-07', 'uk', '07.11.2026'],
  ['after the holidays', 'en', 'after the holidays'],
] as const)('the day %s is written in %s as %s', (written, language, shown) => {
  expect(formatShortDay(written, language)).toBe(shown);
});
