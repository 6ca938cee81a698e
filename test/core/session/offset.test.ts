import fc from 'fast-check';
import { applyOffset, parseOffset } from '../../../core/session/offset';
import { iso, offset, WARSAW, winter } from '../sla/sla-rows';

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
      if (parsed) expect(Number.isInteger(parsed.amount)).toBe(true);
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
