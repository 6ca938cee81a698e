import { nudgeKey, parseNudgeKey } from '../../../core/session/checkpoint-key';
import { type NudgeInput, planNudges } from '../../../core/session/checkpoints';
import { zone } from '../../../core/time/instant';
import { iso, sessionRow, winter } from '../sla/sla-rows';
import { checkpointRow, nudgeInput, personRow, START } from './checkpoint-rows';

const plan = (change: Partial<NudgeInput> = {}) => planNudges(nudgeInput(change));
/** `Anna login 10:00–10:00`: who, which checkpoint, from when until when. */
const due = (change: Partial<NudgeInput> = {}): string[] =>
  plan(change).due.map(
    ({ participant, step, notBefore, notAfter }) =>
      `${participant.name} ${step} ${iso(notBefore)?.slice(5, 16)}–${iso(notAfter)?.slice(5, 16)}`,
  );
const skipped = (change: Partial<NudgeInput> = {}): string[] =>
  plan(change).skipped.map(({ key, reason }) => `${parseNudgeKey(key)?.email}: ${reason}`);

describe('who is nudged', () => {
  test('everybody who has not done it, from the moment until the start', () => {
    expect(due()).toEqual(['Anna login 11-25T09:00–11-26T09:00', 'Iwan login 11-25T09:00–11-26T09:00']);
    const [mail] = plan().due;
    expect(mail).toMatchObject({
      purpose: { kind: 'nudge', missing: 'logged_in' },
      template: 'checkpoint_login',
      language: 'pl',
      email: 'anna@example.com',
      key: 'checkpoint:login:XL-01:anna@example.com:2026-11-26T09:00:00.000Z',
    });
  });

  test('nobody before the moment, and the planner says when to look again', () => {
    const before = plan({ now: winter('2026-11-25T09:59') });
    expect(before.due).toEqual([]);
    expect(iso(before.next)).toBe('2026-11-25T09:00:00.000Z');
  });

  test('whoever has done it is left alone, and everybody once they have', () => {
    const has = (email: string) => (_: string, who: string) => who === email;
    expect(skipped({ hasDone: has('anna@example.com') })).toEqual(['anna@example.com: condition']);
    expect(due({ hasDone: has('anna@example.com') })).toEqual(['Iwan login 11-25T09:00–11-26T09:00']);
    expect(due({ hasDone: () => true })).toEqual([]);
  });

  test('nobody twice', () => {
    const sent = new Set(plan().due.map(({ key }) => key));
    expect(due({ alreadyPlanned: (key) => sent.has(key) })).toEqual([]);
    expect(due({ participants: [personRow('Anna'), personRow('Anna')] })).toHaveLength(1);
  });

  test.each<[string, Partial<NudgeInput>, readonly string[]]>([
    ['who has left', { participants: [personRow('Anna', { state: 'left' })] }, []],
    [
      'who wants no reminders',
      { participants: [personRow('Anna', { reminders: 'no' })] },
      ['anna@example.com: unwanted'],
    ],
    [
      'who said so for another session',
      {
        participants: [personRow('Anna'), personRow('Anna', { session_id: 'XL-02', reminders: 'no' })],
      },
      ['anna@example.com: unwanted'],
    ],
    [
      'whose mails come back',
      { undeliverable: () => true, participants: [personRow('Anna')] },
      ['anna@example.com: bounced'],
    ],
    ['of a cancelled session', { sessions: [sessionRow({ state: 'cancelled' })] }, []],
    ['of a session without a time', { sessions: [sessionRow({ starts_at: null })] }, []],
    ['of a session whose zone nobody knows', { zoneOf: () => zone('Mars/Olympus') }, []],
    [
      'where the checkpoint is off',
      { checkpoints: [checkpointRow('login', '-1 d', { enabled: false })] },
      [],
    ],
    ['where it names no letter', { checkpoints: [checkpointRow('login', '-1 d', { template: ' ' })] }, []],
  ])('not: %s', (_, change, reasons) => {
    expect(due(change)).toEqual([]);
    expect(skipped(change)).toEqual(reasons);
  });

  test('a late joiner as long as the session has not begun', () => {
    expect(due({ now: winter('2026-11-26T09:59') })).toHaveLength(2);
    expect(due({ now: winter('2026-11-26T10:00') })).toEqual([]);
  });

  test('after a move anew, with the new start in the key', () => {
    const sent = new Set(plan().due.map(({ key }) => key));
    const moved = plan({
      sessions: [sessionRow({ starts_at: winter('2026-11-26T11:00') })],
      alreadyPlanned: (key) => sent.has(key),
      now: winter('2026-11-25T11:00'),
    });
    expect(moved.due.map(({ notAfter }) => iso(notAfter))).toEqual(Array(2).fill('2026-11-26T10:00:00.000Z'));
  });
});

describe('when', () => {
  const early = sessionRow({ starts_at: winter('2026-11-26T08:00'), ends_at: winter('2026-11-26T09:00') });
  test.each<[string, Partial<NudgeInput>, readonly string[], string | null]>([
    [
      'a moment in the night waits for the morning',
      { checkpoints: [checkpointRow('login', '-12 h')], now: winter('2026-11-25T22:30') },
      [],
      '2026-11-26T06:00:00.000Z',
    ],
    [
      'the evening before where by morning the session has begun',
      {
        sessions: [sessionRow({ starts_at: winter('2026-11-26T06:30') })],
        checkpoints: [checkpointRow('login', '-8 h')],
        now: winter('2026-11-25T20:00'),
      },
      ['Anna login 11-25T19:00–11-26T05:30', 'Iwan login 11-25T19:00–11-26T05:30'],
      null,
    ],
    [
      'the bridge was off in the evening: still not at night',
      { sessions: [early], checkpoints: [checkpointRow('login', '-1 d')], now: winter('2026-11-26T03:00') },
      [],
      '2026-11-26T06:00:00.000Z',
    ],
    [
      'a checkpoint after the start is good until the end',
      {
        checkpoints: [checkpointRow('joined', '+15 min', { condition: 'joined' })],
        now: winter('2026-11-26T10:15'),
      },
      ['Anna joined 11-26T09:15–11-26T11:00', 'Iwan joined 11-26T09:15–11-26T11:00'],
      null,
    ],
    [
      'one after the end is kept for two days',
      {
        checkpoints: [checkpointRow('task', '+1 d', { condition: 'submitted' })],
        now: winter('2026-11-28T12:00'),
      },
      ['Anna task 11-27T09:00–11-29T09:00', 'Iwan task 11-27T09:00–11-29T09:00'],
      null,
    ],
  ])('%s', (_, change, mails, next) => {
    expect(due(change)).toEqual(mails);
    expect(iso(plan(change).next)).toBe(next);
  });

  test('in the night of the reader, not of the session', () => {
    const away = personRow('Iwan', { zone: 'America/New_York' });
    // 10:00 in Warsaw is 4:00 in New York.
    expect(due({ participants: [personRow('Anna'), away] })).toEqual(['Anna login 11-25T09:00–11-26T09:00']);
    const later = plan({ participants: [away], now: winter('2026-11-25T13:00') });
    expect(later.due.map(({ zone: own }) => own)).toEqual(['America/New_York']);
  });

  test('of two checkpoints for the same thing the later one replaces the earlier', () => {
    const checkpoints = [
      checkpointRow('first', '-3 d'),
      checkpointRow('last', '-1 d', { condition: 'logowanie' }),
    ];
    expect(due({ checkpoints })).toEqual([
      'Anna last 11-25T09:00–11-26T09:00',
      'Iwan last 11-25T09:00–11-26T09:00',
    ]);
    expect(skipped({ checkpoints })).toEqual([
      'anna@example.com: superseded',
      'iwan@example.com: superseded',
    ]);
  });

  test('of two for different things neither does', () => {
    const checkpoints = [
      checkpointRow('login', '-3 d'),
      checkpointRow('materials', '-1 d', { condition: 'opened materials' }),
    ];
    expect(due({ checkpoints, participants: [personRow('Anna')] })).toHaveLength(2);
  });
});

test.each([
  ['a moment', checkpointRow('x', 'soon')],
  ['a length without which nobody can be told', checkpointRow('x', '-1 d', { follow_after: 'later' })],
  ['a length before the moment', checkpointRow('x', '-1 d', { follow_after: '-2 h' })],
  ['a condition that is no deed', checkpointRow('x', '-1 d', { condition: 'online' })],
  [
    'a deed that is to be missing and done at once',
    checkpointRow('x', '-1 d', { condition: 'logged in = yes' }),
  ],
  ['no condition at all', checkpointRow('x', '-1 d', { condition: '' })],
])('%s that nobody can read is named, and stops no other', (_, row) => {
  const result = plan({ checkpoints: [row, checkpointRow('login', '-1 d')] });
  expect(result.unreadable).toEqual(['x']);
  expect(result.due).toHaveLength(2);
});

test('a key is read back whatever stands in its parts', () => {
  const identity = { checkpointId: 'a:b', sessionId: '50%:', email: 'anna@example.com', startsAt: START };
  expect(parseNudgeKey(nudgeKey(identity))).toEqual(identity);
  expect(parseNudgeKey('reminder:login:XL-01:anna@example.com:2026-11-26T09:00:00.000Z')).toBeNull();
  expect(parseNudgeKey('checkpoint:login:XL-01:anna@example.com:soon')).toBeNull();
});
