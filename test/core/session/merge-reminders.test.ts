import type { ReminderInput } from '../../../core/session/reminder-input';
import { planReminders } from '../../../core/session/reminders';
import type { Row } from '../../../core/workbook/rows';
import { iso, sessionRow, winter } from '../sla/sla-rows';
import { participantRow, reminderInput, stepRow } from './reminder-rows';

/** On Thursday at these times, an hour long each, with Anna in all of them. */
function firm(times: readonly string[], ...steps: Row<'reminders'>[]): Partial<ReminderInput> {
  const sessions = times.map((time, index) => {
    const startsAt = winter(time.includes('T') ? time : `2026-11-26T${time}`);
    return sessionRow({ id: `S${index + 1}`, starts_at: startsAt, ends_at: null });
  });
  const participants = sessions.map(({ id }) => participantRow({ session_id: id }));
  return { sessions, participants, steps };
}
const plan = (now: string, change: Partial<ReminderInput>) =>
  planReminders(reminderInput({ now: winter(now), ...change }));
/** `S1+S2`: one mail about both. */
const mails = (now: string, change: Partial<ReminderInput>) =>
  plan(now, change).due.map(({ session, also }) =>
    [session.id, ...also.map((one) => one.session.id)].join('+'),
  );

const DAY = stepRow('day', '-1 d');
const HOURS = stepRow('hours', '-2 h');

describe('one mail where a person has', () => {
  test.each<[string, readonly string[], Row<'reminders'>, string, string[]]>([
    ['two sessions on one day, counted in days', ['10:00', '17:00'], DAY, '2026-11-25T10:00', ['S1+S2']],
    ['three', ['10:00', '13:00', '17:00'], DAY, '2026-11-25T10:00', ['S1+S2+S3']],
    ['counted in hours, an hour apart', ['10:00', '11:00'], HOURS, '2026-11-26T08:00', ['S1+S2']],
    [
      'counted from the working morning',
      ['10:00', '17:00'],
      stepRow('eve', 'previous working morning'),
      '2026-11-25T09:00',
      ['S1+S2'],
    ],
    ['late, because the program was off', ['10:00', '17:00'], DAY, '2026-11-25T19:00', ['S1+S2']],
  ])('%s', (_, times, step, now, expected) => {
    expect(mails(now, firm(times, step))).toEqual(expected);
  });

  test.each<[string, readonly string[], Row<'reminders'>, string, string[]]>([
    ['on two days', ['10:00', '2026-11-27T10:00'], DAY, '2026-11-25T10:00', ['S1']],
    ['counted in hours, further apart', ['10:00', '11:01'], HOURS, '2026-11-26T08:00', ['S1']],
    [
      'the third is too far from the first',
      ['10:00', '10:50', '11:40'],
      HOURS,
      '2026-11-26T08:00',
      ['S1+S2'],
    ],
    ['both far apart, and both late', ['10:00', '11:30'], HOURS, '2026-11-26T09:40', ['S1', 'S2']],
  ])('but not when they are %s', (_, times, step, now, expected) => {
    expect(mails(now, firm(times, step))).toEqual(expected);
  });
});

test('it goes when the first is due, until the first is too late, under the first’s key', () => {
  const change = firm(['10:00', '17:00'], DAY, HOURS);
  const [mail] = plan('2026-11-25T10:00', change).due;
  expect(mail).toMatchObject({
    key: 'reminder:S1:anna@example.com:day:2026-11-26T09:00:00.000Z',
    template: 'reminder_several',
    step: 'day',
    also: [{ key: 'reminder:S2:anna@example.com:day:2026-11-26T16:00:00.000Z' }],
    notBefore: winter('2026-11-25T10:00'),
  });
  expect(iso(mail?.notAfter ?? null)).toBe(iso(winter('2026-11-26T08:00')));
  expect(plan('2026-11-25T09:59', change).due).toEqual([]);
});

test('what it covers is not sent again', () => {
  const change = firm(['10:00', '17:00'], DAY);
  const keys = new Set(
    plan('2026-11-25T10:00', change).due.flatMap(({ key, also }) => [key, ...also.map((one) => one.key)]),
  );
  const alreadyPlanned = (key: string) => keys.has(key);
  expect(mails('2026-11-25T17:00', { ...change, alreadyPlanned })).toEqual([]);
  // Withdrawn before it left: both are free again.
  expect(mails('2026-11-25T17:00', change)).toEqual(['S1+S2']);
});

test('what was planned before is not said once more with another session', () => {
  const change = firm(['10:00', '17:00'], DAY);
  const alreadyPlanned = (key: string) => key.startsWith('reminder:S2:');
  expect(mails('2026-11-25T10:00', { ...change, alreadyPlanned })).toEqual(['S1']);
});

test('it is too late for all as soon as it is too late for one', () => {
  // Counted from their ends: the one that begins later ends first, and sends the mail.
  const change = firm(['10:00', '11:00'], stepRow('day', '-1 d', { anchor: 'end' }));
  const [long, short] = change.sessions ?? [];
  const sessions = [
    { ...sessionRow(long), ends_at: winter('2026-11-26T18:00') },
    { ...sessionRow(short), ends_at: winter('2026-11-26T12:00') },
  ];
  const { due } = plan('2026-11-25T12:00', { ...change, sessions });
  expect(due.map(({ session, also, notAfter }) => [session.id, also.length, iso(notAfter)])).toEqual([
    ['S2', 1, iso(winter('2026-11-26T10:00'))],
  ]);
});

test('who joins the second session later gets a mail of its own', () => {
  const change = firm(['10:00', '17:00'], DAY);
  const alreadyPlanned = (key: string) => key.startsWith('reminder:S1:');
  expect(mails('2026-11-25T17:00', { ...change, alreadyPlanned })).toEqual(['S2']);
});

describe('a session is left out of it', () => {
  const both = firm(['10:00', '17:00'], DAY);
  const second = (participant: Partial<Row<'participants'>>) => ({
    ...both,
    participants: [
      participantRow({ session_id: 'S1' }),
      participantRow({ session_id: 'S2', ...participant }),
    ],
  });
  test.each<[string, Partial<ReminderInput>]>([
    ['that the person has left', second({ state: 'left' })],
    [
      'of which they want no reminders',
      {
        ...second({ reminders: 'no' }),
        participants: [
          participantRow({ session_id: 'S1', reminders: 'yes' }),
          participantRow({ session_id: 'S2', reminders: 'no' }),
        ],
      },
    ],
    ['in which they read another language', second({ language: 'uk' })],
    [
      'where another text is theirs',
      {
        ...second({ audience: 'novice' }),
        steps: [DAY, stepRow('day', '-1 d', { audience: 'novice', template: 'plain' })],
      },
    ],
    [
      'that is cancelled',
      {
        ...both,
        sessions: (both.sessions ?? []).map((row) =>
          row.id === 'S2' ? { ...row, state: 'cancelled' } : row,
        ),
      },
    ],
    ['that is another person’s', second({ email: 'olha@example.com' })],
    [
      'where the step does not apply',
      {
        ...both,
        steps: [stepRow('day', '-1 d', { condition: 'logged in = no' })],
        hasDone: (id: string) => id === 'S2',
      },
    ],
    [
      'of which a notice tells',
      {
        ...both,
        told: (id: string) =>
          id === 'S2'
            ? {
                startsAt: winter('2026-11-26T17:00'),
                details: null,
                cancelled: false,
                sequence: 1,
                noticeAt: winter('2026-11-25T17:00'),
              }
            : null,
      },
    ],
  ])('%s', (_, change) => {
    expect(mails('2026-11-25T10:00', change)).toEqual(['S1']);
  });
});

test('a day is one of the reader’s calendar', () => {
  // 23:30 in Warsaw is Friday in Kyiv.
  const change = firm(['17:00', '23:30'], DAY);
  const inKyiv = {
    ...change,
    participants: (change.participants ?? []).map((row) => ({ ...row, zone: 'Europe/Kyiv' })),
  };
  expect([mails('2026-11-25T17:00', change), mails('2026-11-25T17:00', inKyiv)]).toEqual([['S1+S2'], ['S1']]);
});

test.each<[string, Row<'reminders'>, string, string]>([
  ['begin, it says so', DAY, '2026-11-25T10:00', 'reminder_several'],
  [
    'are over, it thanks in the step’s own words',
    stepRow('thanks', 'next working morning', { anchor: 'end' }),
    '2026-11-27T09:00',
    'reminder-thanks',
  ],
])('before several sessions %s', (_, step, now, template) => {
  expect(plan(now, firm(['10:00', '14:00'], step)).due.map((mail) => mail.template)).toEqual([template]);
});

test('the order of the rows makes no difference', () => {
  const change = firm(['10:00', '10:00', '10:30'], DAY, HOURS);
  const turned = {
    ...change,
    sessions: [...(change.sessions ?? [])].reverse(),
    participants: [...(change.participants ?? [])].reverse(),
  };
  for (const now of ['2026-11-25T10:00', '2026-11-26T08:00']) {
    expect(plan(now, turned)).toEqual(plan(now, change));
  }
});
