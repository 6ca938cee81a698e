import type { ReminderInput } from '../../../core/session/reminder-input';
import { planReminders } from '../../../core/session/reminders';
import { iso, sessionRow, winter } from '../sla/sla-rows';
import { participantRow, reminderInput, stepRow } from './reminder-rows';

const done = (...deeds: string[]): Pick<ReminderInput, 'hasDone'> => ({
  hasDone: (_session, _email, what) => deeds.includes(what),
});
const plan = (now: string, change: Partial<ReminderInput>) =>
  planReminders(reminderInput({ now: winter(now), ...change }));
const outcome = (now: string, change: Partial<ReminderInput>) => {
  const { due, skipped } = plan(now, change);
  return { due: due.map(({ template }) => template), skipped: skipped.map(({ reason }) => reason) };
};

const STARTED = stepRow('started', '+10 min', { condition: 'logged in = no', template: 'where are you' });
const AT = '2026-11-26T10:10';

test.each<[string, string, Partial<ReminderInput>, string[]]>([
  ['logged in = no', 'nobody has', {}, ['x']],
  ['logged in = no', 'they have', done('logged_in'), []],
  ['not logged in', 'nobody has', {}, ['x']],
  ['zalogowany = tak', 'they have', done('logged_in'), ['x']],
  ['вхід = так', 'nobody has', {}, []],
  ['online', 'there is a link', {}, ['x']],
  ['online', 'there is none', { sessions: [sessionRow({ link: ' ' })] }, []],
  ['na miejscu', 'there is a place', { sessions: [sessionRow({ place: 'Sala 2' })] }, ['x']],
  ['очно', 'there is none', {}, []],
])('only if “%s”, and %s', (condition, _, change, due) => {
  const steps = [stepRow('day', '-1 d', { condition, template: 'x' })];
  const found = outcome('2026-11-25T12:00', { steps, ...change });
  expect(found).toEqual({ due, skipped: due.length === 0 ? ['condition'] : [] });
});

test('a condition is asked of each participant and session', () => {
  const asked: string[] = [];
  const { due } = plan(AT, {
    steps: [STARTED],
    participants: [participantRow(), participantRow({ email: 'olha@example.com' })],
    hasDone: (session, email, what) => {
      asked.push(`${session} ${email} ${what}`);
      return email === 'olha@example.com';
    },
  });
  expect(due.map(({ email }) => email)).toEqual(['anna@example.com']);
  expect(asked).toEqual(['XL-01 anna@example.com logged_in', 'XL-01 olha@example.com logged_in']);
});

test('a step that nobody can read is named and not sent, the others go on', () => {
  const steps = [
    stepRow('odd', '-1 d', { condition: 'onlien' }),
    stepRow('plain', '-1 d', { template: 'x' }),
  ];
  const { due, unreadable, unreadableConditions } = plan('2026-11-25T12:00', { steps });
  expect([due.map(({ step }) => step), unreadable, unreadableConditions]).toEqual([['plain'], [], ['odd']]);
});

test('one step may have a text for each case', () => {
  const steps = [
    stepRow('day', '-1 d', { condition: 'logged in = yes', template: 'see you' }),
    stepRow('day', '-1 d', { condition: 'logged in = no', template: 'log in first' }),
  ];
  expect(outcome('2026-11-25T12:00', { steps }).due).toEqual(['log in first']);
  expect(outcome('2026-11-25T12:00', { steps, ...done('logged_in') }).due).toEqual(['see you']);
});

describe('a step that is not for them makes no older one needless', () => {
  const steps = [
    stepRow('day', '-1 d', { template: 'tomorrow' }),
    stepRow('login', '-20 h', { condition: 'logged in = no', template: 'log in' }),
  ];

  test.each<[string, Partial<ReminderInput>, string[], string[]]>([
    ['who has not logged in gets the newer', {}, ['log in'], ['superseded']],
    ['who has gets the older', done('logged_in'), ['tomorrow'], ['condition']],
  ])('%s', (_, change, due, skipped) => {
    expect(outcome('2026-11-25T16:00', { steps, ...change })).toEqual({ due, skipped });
  });

  test('but who got the newer and logs in then does not get the older after it', () => {
    const [sent] = plan('2026-11-25T16:00', { steps }).due;
    const later = { steps, ...done('logged_in'), alreadyPlanned: (key: string) => key === sent?.key };
    expect(outcome('2026-11-25T18:00', later)).toEqual({ due: [], skipped: ['superseded'] });
  });
});

test('the working morning after a session comes by the firm’s calendar', () => {
  const steps = [stepRow('thanks', 'next working morning', { anchor: 'end' })];
  // The session is on a Thursday.
  expect(iso(plan('2026-11-26T13:00', { steps }).next)).toBe(iso(winter('2026-11-27T09:00')));
  expect(plan('2026-11-27T09:00', { steps }).due.map(({ notAfter }) => iso(notAfter))).toEqual([
    iso(winter('2026-11-29T09:00')),
  ]);
});
