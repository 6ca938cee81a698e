import { LANGUAGES } from '../../../core/language';
import type { SessionFacts } from '../../../core/readiness/facts';
import { lightOf, RULES, type RuleKey, reasonsFor } from '../../../core/readiness/rules';
import { boardWords, readinessText } from '../../../sheet-templates/words/board';
import { sessionRow, winter } from '../sla/sla-rows';
import { moment } from '../staffing/staffing-rows';

const DAY = 24;

/** A session in two days at which nothing is missing. */
function ready(change: Partial<SessionFacts> = {}): SessionFacts {
  return {
    session: sessionRow({ confirmed: 'yes', materials: 'https://example.com/xl' }),
    startsAt: winter('2026-11-26T10:00'),
    hoursLeft: 2 * DAY,
    leader: { kind: 'here', name: 'Ewa Nowak' },
    people: 12,
    reached: 12,
    lost: 0,
    untold: 0,
    loggedIn: 12,
    declined: 0,
    open: 0,
    overdue: 0,
    cover: null,
    sending: 'on',
    uses: { confirmed: true, materials: true },
    ...change,
  };
}

const cover = (light: 'red' | 'amber', kind: 'nobody' | 'no-rota'): SessionFacts['cover'] => ({
  moment: moment(),
  expected: 6,
  capacity: 0,
  onDuty: [],
  light,
  reasons: [{ kind }],
});
/** `red no-trainer` */
const judged = (change: Partial<SessionFacts>): string[] =>
  reasonsFor(ready(change)).map(({ light, rule }) => `${light} ${rule}`);
const session = (change: Parameters<typeof sessionRow>[0]) =>
  sessionRow({ confirmed: 'yes', materials: 'https://example.com/xl', ...change });

test('a session at which nothing is missing is green', () => {
  expect(judged({})).toEqual([]);
  expect(lightOf(reasonsFor(ready()))).toBe('green');
});

test.each<[string, Partial<SessionFacts>, readonly string[]]>([
  ['nobody leads it', { leader: { kind: 'nobody' } }, ['red no-trainer']],
  [
    'nobody leads it in three weeks',
    { leader: { kind: 'nobody' }, hoursLeft: 21 * DAY },
    ['amber no-trainer'],
  ],
  [
    'the trainer is away',
    { leader: { kind: 'away', name: 'Ewa' }, hoursLeft: 21 * DAY },
    ['red trainer-away'],
  ],
  ['a trainer whom nobody knows', { leader: { kind: 'unknown', name: 'Zoe' } }, ['amber trainer-unknown']],
  ['no link and no place', { session: session({ link: '' }) }, ['red no-way-in']],
  [
    'no link and no place in a week',
    { session: session({ link: '' }), hoursLeft: 7 * DAY },
    ['amber no-way-in'],
  ],
  ['a place is enough', { session: session({ link: '', place: 'Room 2' }) }, []],
  ['nobody is listed', { people: 0, loggedIn: 0 }, ['red nobody-listed']],
  ['nobody is listed in three weeks', { people: 0, hoursLeft: 21 * DAY }, []],
  ['mails came back', { lost: 2 }, ['amber not-reached']],
  ['mails came back on the last day', { lost: 2, hoursLeft: DAY }, ['red not-reached']],
  ['not told though due', { untold: 3 }, ['amber not-told']],
  ['the brake is on', { sending: 'braked' }, ['amber braked']],
  ['the brake is on, in three weeks', { sending: 'braked', hoursLeft: 21 * DAY }, []],
  ['the firm sends no reminders', { sending: 'off' }, []],
  ['nobody on duty', { cover: cover('red', 'nobody') }, ['red no-cover']],
  ['nobody on duty in a week', { cover: cover('red', 'nobody'), hoursLeft: 7 * DAY }, ['amber no-cover']],
  ['nobody on duty yet in two weeks', { cover: cover('red', 'nobody'), hoursLeft: 14 * DAY }, []],
  ['a firm without a rota', { cover: cover('amber', 'no-rota') }, []],
  ['a ticket is overdue', { open: 2, overdue: 1 }, ['amber overdue-tickets']],
  [
    'one overdue, one open on the last day',
    { open: 2, overdue: 1, hoursLeft: 5 },
    ['red overdue-tickets', 'amber open-tickets'],
  ],
  ['an open ticket with time left', { open: 2 }, []],
  ['not confirmed', { session: session({ confirmed: '' }) }, ['amber trainer-silent']],
  [
    'not confirmed on the last day',
    { session: session({ confirmed: 'no' }), hoursLeft: 10 },
    ['red trainer-silent'],
  ],
  ['not confirmed in three weeks', { session: session({ confirmed: '' }), hoursLeft: 21 * DAY }, []],
  [
    'a firm that does not ask for confirmations',
    { session: session({ confirmed: '' }), uses: { confirmed: false, materials: true } },
    [],
  ],
  ['no materials', { session: session({ materials: '' }) }, ['amber no-materials']],
  [
    'a firm without materials',
    { session: session({ materials: '' }), uses: { confirmed: true, materials: false } },
    [],
  ],
  ['not logged in with time left', { loggedIn: 2 }, []],
  ['not logged in on the last day', { loggedIn: 2, hoursLeft: 20 }, ['amber not-logged-in']],
  ['most not logged in by the last hours', { loggedIn: 2, hoursLeft: 1 }, ['red not-logged-in']],
  ['nobody reports logins', { loggedIn: null, hoursLeft: 1 }, []],
  ['somebody declined', { declined: 1 }, ['amber declined']],
])('%s', (_, change, expected) => {
  expect(judged(change)).toEqual(expected);
});

test('what is red comes first, and of that the gravest', () => {
  expect(
    judged({
      declined: 1,
      lost: 1,
      leader: { kind: 'nobody' },
      session: session({ link: '', confirmed: '' }),
      hoursLeft: 3,
    }),
  ).toEqual(['red no-trainer', 'red no-way-in', 'red not-reached', 'amber declined']);
});

test.each(LANGUAGES)('every rule says in %s what is missing, and who is to do what', (language) => {
  const rules = Object.keys(RULES) as RuleKey[];
  for (const rule of rules) {
    for (const count of [1, 2, 5, 22]) {
      const said = boardWords(language).rule[rule]({ name: 'Ewa Nowak', count, of: 25 });
      // Two sentences at least, and whoever is to act named before a colon.
      expect(said).toMatch(/[.:;] .+/);
      expect(said).toMatch(/\p{Lu}\p{L}+( \p{L}+)?: \p{Ll}/u);
      expect(said).not.toMatch(/undefined|NaN| {2}/);
    }
  }
  expect(
    new Set(rules.map((rule) => boardWords(language).rule[rule]({ name: '', count: 1, of: 2 }))).size,
  ).toBe(rules.length);
});

test('a line for each reason, or one that says that nothing is missing', () => {
  expect(readinessText([], 'en')).toBe('Nothing is missing.');
  expect(readinessText(reasonsFor(ready({ lost: 1, declined: 2 })), 'pl').split('\n')).toEqual([
    'Bez kontaktu: 1 z 12 uczestników; list nie wyszedł albo wrócił. Wsparcie: zadzwoń i popraw adres na karcie Uczestnicy.',
    '2 osoby odrzuciły zaproszenie w kalendarzu. Kierownictwo: zaproponuj inny termin.',
  ]);
});
