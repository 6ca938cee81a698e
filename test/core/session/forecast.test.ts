import { forecast } from '../../../core/session/forecast';
import type { ReminderInput } from '../../../core/session/reminder-input';
import { planReminders } from '../../../core/session/reminders';
import { instant, MS_PER_DAY, zone } from '../../../core/time/instant';
import type { Row } from '../../../core/workbook/rows';
import { iso, sessionRow, winter } from '../sla/sla-rows';
import { participantRow, reminderInput, stepRow, toldRow } from './reminder-rows';

const NOW = '2026-11-23T12:00';
const lines = (change: Partial<ReminderInput>, now = NOW, days = 14) =>
  forecast(reminderInput({ now: winter(now), ...change }), instant(winter(now) + days * MS_PER_DAY));
/** `day 2026-11-25T09:00 goes` */
const told = (...args: Parameters<typeof lines>) =>
  lines(...args).map(
    ({ step, at, verdict }) =>
      `${step} ${iso(at)?.slice(0, 16)} ${verdict.kind === 'goes' ? 'goes' : verdict.reason}`,
  );
const person = (change: Partial<Row<'participants'>>) => ({ participants: [participantRow(change)] });
const session = (change: Partial<Row<'sessions'>>) => ({ sessions: [sessionRow(change)] });

test('every step with its moment, what is due now with the present, and what was missed with its reason', () => {
  expect(told({})).toEqual([
    'week 2026-11-19T09:00 superseded',
    'days 2026-11-23T11:00 goes',
    'day 2026-11-25T09:00 goes',
    'hours 2026-11-26T07:00 goes',
    'survey 2026-11-26T12:00 goes',
  ]);
});

test('a line says all that a person wants to know', () => {
  const [line] = lines({ steps: [stepRow('day', '-1 d', { condition: 'logged in = no' })] });
  expect(line).toEqual({
    at: winter('2026-11-25T10:00'),
    email: 'anna@example.com',
    name: 'Anna Kowalska',
    sessionId: 'XL-01',
    course: 'Excel od podstaw',
    step: 'day',
    template: 'reminder-day',
    condition: 'logged in = no',
    purpose: 'reminder',
    verdict: { kind: 'goes' },
  });
});

test('no further than it was asked for', () => {
  expect(told({}, NOW, 2)).toEqual([
    'week 2026-11-19T09:00 superseded',
    'days 2026-11-23T11:00 goes',
    'day 2026-11-25T09:00 goes',
  ]);
});

test('what is planned already is in the Outbox and not here', () => {
  expect(told({ alreadyPlanned: (key) => key.includes(':days:') || key.includes(':week:') })).toEqual([
    'day 2026-11-25T09:00 goes',
    'hours 2026-11-26T07:00 goes',
    'survey 2026-11-26T12:00 goes',
  ]);
});

test.each<[string, Partial<ReminderInput>, string[]]>([
  ['left', person({ state: 'left' }), ['day 2026-11-25T09:00 left']],
  ['unwanted', person({ reminders: 'no' }), ['day 2026-11-25T09:00 unwanted']],
  ['no address', person({ email: '' }), ['day 2026-11-25T09:00 no-address']],
  ['bounced', { undeliverable: () => true }, ['day 2026-11-25T09:00 bounced']],
  ['cancelled', session({ state: 'cancelled' }), ['day 2026-11-25T09:00 cancelled']],
  [
    'has done it',
    { steps: [stepRow('day', '-1 d', { condition: 'logged in = no' })], hasDone: () => true },
    ['day 2026-11-25T09:00 condition'],
  ],
  [
    'the zone of the session is unknown',
    { zoneOf: () => zone('Mars/Olympus') },
    [' 2026-11-26T09:00 unknown-zone'],
  ],
  ['the session has no time', session({ starts_at: null }), []],
  ['the session is over', session({ starts_at: winter('2026-11-10T10:00'), ends_at: null }), []],
  ['out of the night', session({ starts_at: winter('2026-11-26T06:00') }), ['day 2026-11-25T06:00 goes']],
  [
    'at night, with no other time',
    {
      steps: [stepRow('break', '+30 min')],
      ...session({ starts_at: winter('2026-11-26T22:00'), ends_at: winter('2026-11-26T23:00') }),
    },
    ['break 2026-11-26T21:30 night'],
  ],
])('why it goes or not: %s', (_, change, expected) => {
  expect(told({ steps: [stepRow('day', '-1 d')], ...change })).toEqual(expected);
});

test('people without an address are named one by one', () => {
  const participants = [
    participantRow({ email: '', name: 'Jan' }),
    participantRow({ email: '', name: 'Ewa' }),
  ];
  const found = lines({ participants, steps: [stepRow('day', '-1 d')] });
  expect(found.map(({ name, verdict }) => [name, verdict])).toEqual([
    ['Ewa', { kind: 'not', reason: 'no-address' }],
    ['Jan', { kind: 'not', reason: 'no-address' }],
  ]);
});

describe('notices', () => {
  const moved = session({ starts_at: winter('2026-11-24T14:00'), ends_at: winter('2026-11-24T16:00') });
  const cancelled = session({ state: 'cancelled' });
  const DAY = { steps: [stepRow('day', '-1 d'), stepRow('hours', '-2 h')], told: () => toldRow() };

  test.each<[string, Partial<ReminderInput>, string, string[]]>([
    [
      'a move, now',
      moved,
      '2026-11-23T15:00',
      ['day 2026-11-23T13:00 told-by-notice', 'changed 2026-11-23T14:00 goes', 'hours 2026-11-24T11:00 goes'],
    ],
    [
      'a move, in the morning',
      moved,
      '2026-11-23T23:00',
      ['day 2026-11-23T13:00 told-by-notice', 'changed 2026-11-24T06:00 goes', 'hours 2026-11-24T11:00 goes'],
    ],
    [
      'a cancellation, and what it spares',
      cancelled,
      NOW,
      [
        'cancelled 2026-11-23T11:00 goes',
        'day 2026-11-25T09:00 cancelled',
        'hours 2026-11-26T07:00 cancelled',
      ],
    ],
    [
      'nobody to be reached',
      { ...cancelled, undeliverable: () => true },
      NOW,
      ['cancelled 2026-11-23T11:00 bounced'],
    ],
    ['too late', cancelled, '2026-11-26T12:00', ['cancelled 2026-11-26T11:00 too-late']],
    [
      'nothing for who left',
      { ...moved, ...person({ state: 'left' }) },
      '2026-11-23T15:00',
      ['day 2026-11-23T14:00 left', 'hours 2026-11-24T11:00 left'],
    ],
    [
      'a move for who wants no reminders',
      { ...moved, ...person({ reminders: 'no' }) },
      '2026-11-23T15:00',
      ['changed 2026-11-23T14:00 goes', 'hours 2026-11-24T11:00 unwanted'],
    ],
  ])('%s', (_, change, now, expected) => {
    expect(told({ ...DAY, ...change }, now)).toEqual(expected);
  });
});

test('two sessions of one day: one goes, of the other it is said that it goes with it', () => {
  const sessions = ['10:00', '17:00'].map((time, index) =>
    sessionRow({ id: `S${index + 1}`, starts_at: winter(`2026-11-26T${time}`), ends_at: null }),
  );
  const participants = sessions.map(({ id }) => participantRow({ session_id: id }));
  const found = lines({ sessions, participants, steps: [stepRow('day', '-1 d')] });
  expect(
    found.map(({ sessionId, at, template, verdict }) => [sessionId, iso(at), template, verdict]),
  ).toEqual([
    ['S1', '2026-11-25T09:00:00.000Z', 'reminder_several', { kind: 'goes' }],
    ['S2', '2026-11-25T09:00:00.000Z', 'reminder-day', { kind: 'not', reason: 'merged' }],
  ]);
});

test('what goes is what planning sends, step by step, until the time that was asked for', () => {
  const sessions = ['2026-11-26T10:00', '2026-11-26T17:00', '2026-11-27T06:30'].map((time, index) =>
    sessionRow({ id: `S${index + 1}`, starts_at: winter(time), ends_at: null }),
  );
  const participants = sessions.flatMap(({ id }) => [
    participantRow({ session_id: id }),
    participantRow({ session_id: id, email: 'olha@example.com', zone: 'Europe/Kyiv' }),
    participantRow({ session_id: id, email: 'john@example.com', zone: 'America/New_York' }),
  ]);
  const input = reminderInput({ sessions, participants, now: winter(NOW) });
  const until = instant(winter(NOW) + 6 * MS_PER_DAY);
  const expected = forecast(input, until).flatMap(({ at, sessionId, email, step, verdict }) =>
    verdict.kind === 'goes' ? [`${iso(at)} ${sessionId} ${email} ${step}`] : [],
  );
  const planned = new Set<string>();
  const sent: string[] = [];
  for (let now: number | null = input.now; now !== null && now <= until; ) {
    const plan = planReminders({ ...input, now: instant(now), alreadyPlanned: (key) => planned.has(key) });
    for (const { key, also, session: first, email, step } of plan.due) {
      for (const one of [key, ...also.map((other) => other.key)]) planned.add(one);
      sent.push(`${iso(now)} ${first.id} ${email} ${step}`);
    }
    now = plan.next;
  }
  expect(sent.length).toBeGreaterThan(20);
  expect([...sent].sort()).toEqual([...expected].sort());
});
