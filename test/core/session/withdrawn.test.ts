import { nudgeKey } from '../../../core/session/checkpoint-key';
import { planReminders } from '../../../core/session/reminders';
import type { WaitingMail, WithdrawalInput } from '../../../core/session/withdrawn';
import { withdrawnMails } from '../../../core/session/withdrawn';
import type { Row } from '../../../core/workbook/rows';
import { sessionRow, winter } from '../sla/sla-rows';
import { LADDER, participantRow, reminderInput, stepRow, toldRow } from './reminder-rows';

const DAY = 'reminder:XL-01:anna@example.com:day:2026-11-26T09:00:00.000Z';
const NUDGE = nudgeKey({
  checkpointId: 'login',
  sessionId: 'XL-01',
  email: 'anna@example.com',
  startsAt: winter('2026-11-26T10:00'),
});
const MOVED = { starts_at: winter('2026-11-27T14:00'), ends_at: winter('2026-11-27T16:00') };

function input(change: Partial<WithdrawalInput> = {}): WithdrawalInput {
  return { ...reminderInput(), nudgeHolds: () => true, ...change };
}
const mail = (key: string, change: Partial<WaitingMail> = {}): WaitingMail => ({
  key,
  covers: [],
  invitations: [],
  ...change,
});
const why = (waiting: WaitingMail, change: Partial<WithdrawalInput> = {}) =>
  withdrawnMails([waiting], input(change)).map(({ key, why: reason }) => {
    expect(key).toBe(waiting.key);
    return reason;
  });
const session = (change: Partial<Row<'sessions'>>) => ({ sessions: [sessionRow(change)] });
const person = (...rows: Partial<Row<'participants'>>[]) => ({ participants: rows.map(participantRow) });

describe('a reminder that waits', () => {
  test.each<[string, Partial<WithdrawalInput>]>([
    ['when nothing has changed', {}],
    ['of a person entered twice who keeps one of the seats', person({ state: 'left' }, {})],
    ['of a session that is held', session({ state: 'held' })],
  ])('stays %s', (_, change) => {
    expect(why(mail(DAY), change)).toEqual([]);
  });

  test.each<[string, Partial<WithdrawalInput>]>([
    ['session-gone', { sessions: [] }],
    ['session-cancelled', session({ state: 'cancelled' })],
    ['session-moved', session(MOVED)],
    ['session-moved', session({ starts_at: null })],
    ['participant-left', person({ state: 'left' })],
    ['participant-left', person({ email: 'a.kowalska@example.com' })],
    ['not-wanted', person({ reminders: 'no' })],
    ['not-wanted', person({ reminders: '' }, { session_id: 'other', reminders: 'no' })],
    ['bounced', { undeliverable: () => true }],
    ['step-off', { steps: LADDER.map((step) => ({ ...step, enabled: step.step !== 'day' })) }],
    ['condition', { steps: [stepRow('day', '-1 d', { condition: 'on site' })] }],
  ])('is withdrawn: %s', (reason, change) => {
    expect(why(mail(DAY), change)).toEqual([reason]);
  });

  test('goes to those who have not done what was asked, and not to those who have meanwhile', () => {
    const steps = [stepRow('day', '-1 d', { condition: 'logged in = no' })];
    expect(why(mail(DAY), { steps })).toEqual([]);
    expect(why(mail(DAY), { steps, hasDone: () => true })).toEqual(['condition']);
  });

  test('is withdrawn when what it says of the session is out of date', () => {
    const { startsAt, details } = toldRow();
    const invitation = {
      sessionId: 'XL-01',
      startsAt,
      endsAt: winter('2026-11-26T12:00'),
      place: '',
      link: details?.link ?? '',
    };
    const waiting = mail(DAY, { invitations: [invitation] });
    expect(why(waiting)).toEqual([]);
    expect(why(waiting, session({ link: 'https://example.com/other' }))).toEqual(['session-changed']);
    expect(why(waiting, session({ place: 'Sala 2' }))).toEqual(['session-changed']);
    expect(why(waiting, session({ ends_at: winter('2026-11-26T13:00') }))).toEqual(['session-changed']);
    // One that invites nobody says nothing that could be out of date.
    expect(why(mail(DAY), session({ place: 'Sala 2' }))).toEqual([]);
  });

  test('for several sessions is withdrawn as a whole when one of them changes', () => {
    const second = DAY.replace('XL-01', 'XL-02');
    const waiting = mail(DAY, { covers: [second] });
    const both = (change: Partial<Row<'sessions'>>) => ({
      sessions: [sessionRow(), sessionRow({ id: 'XL-02', ...change })],
      participants: [participantRow(), participantRow({ session_id: 'XL-02' })],
    });
    expect(why(waiting, both({}))).toEqual([]);
    expect(why(waiting, both({ state: 'cancelled' }))).toEqual(['session-cancelled']);
    expect(why(waiting, both(MOVED))).toEqual(['session-moved']);
  });
});

describe('a nudge that waits', () => {
  test.each<[string, Partial<WithdrawalInput>]>([
    ['condition', { nudgeHolds: () => false }],
    ['session-moved', session(MOVED)],
    ['session-cancelled', session({ state: 'cancelled' })],
    ['participant-left', person({ state: 'left' })],
    ['not-wanted', person({ reminders: 'no' })],
    ['bounced', { undeliverable: () => true }],
  ])('is withdrawn: %s', (reason, change) => {
    expect(why(mail(NUDGE), change)).toEqual([reason]);
  });

  test('stays while it has something to ask for', () => {
    const asked: unknown[] = [];
    const nudgeHolds: WithdrawalInput['nudgeHolds'] = (nudge) => asked.push(nudge) > 0;
    expect(why(mail(NUDGE), { nudgeHolds, steps: [] })).toEqual([]);
    expect(asked).toEqual([
      expect.objectContaining({ checkpointId: 'login', sessionId: 'XL-01', email: 'anna@example.com' }),
    ]);
  });
});

describe('a notice that waits', () => {
  const noticeOf = (change: Partial<Row<'sessions'>>) => {
    const { due } = planReminders(
      reminderInput({ now: winter('2026-11-24T12:00'), ...session(change), told: () => toldRow() }),
    );
    return mail(due[0]?.key ?? '');
  };
  const told = (change: Parameters<typeof toldRow>[0] = {}) => ({ told: () => toldRow(change) });
  const changed = noticeOf(MOVED);
  const cancelled = noticeOf({ state: 'cancelled' });

  test.each<[string, string[], WaitingMail, Partial<WithdrawalInput>]>([
    ['what it says still holds', [], changed, { ...session(MOVED), ...told() }],
    [
      'also for who wants no reminders',
      [],
      changed,
      { ...session(MOVED), ...told(), ...person({ reminders: 'no' }) },
    ],
    ['it was moved back', ['nothing-to-tell'], changed, told()],
    ['the mail that told came back, and nothing was told', ['nothing-to-tell'], changed, session(MOVED)],
    [
      'it was moved again',
      ['session-moved'],
      changed,
      { ...session({ ...MOVED, starts_at: winter('2026-11-27T15:00') }), ...told() },
    ],
    [
      'the room changed too',
      ['session-changed'],
      changed,
      { ...session({ ...MOVED, place: 'Sala 2' }), ...told() },
    ],
    [
      'it was cancelled',
      ['session-cancelled'],
      changed,
      { ...session({ ...MOVED, state: 'cancelled' }), ...told() },
    ],
    [
      'they left',
      ['participant-left'],
      changed,
      { ...session(MOVED), ...told(), ...person({ state: 'left' }) },
    ],
    [
      'their mail comes back',
      ['bounced'],
      changed,
      { ...session(MOVED), ...told(), undeliverable: () => true },
    ],
    ['still off', [], cancelled, { ...session({ state: 'cancelled' }), ...told() }],
    ['still off, and out of the tab', [], cancelled, { sessions: [], participants: [] }],
    ['it takes place after all', ['session-on-again'], cancelled, told()],
    [
      'they know it',
      ['nothing-to-tell'],
      cancelled,
      { ...session({ state: 'cancelled' }), ...told({ cancelled: true }) },
    ],
    [
      'they left a cancelled session',
      ['participant-left'],
      cancelled,
      { ...session({ state: 'cancelled' }), ...told(), ...person({ state: 'left' }) },
    ],
  ])('%s: %j', (_, expected, waiting, change) => {
    expect(waiting.key).not.toBe('');
    expect(why(waiting, change)).toEqual(expected);
  });
});

describe('a mail that has waited into the night of its reader', () => {
  const at = (now: string) => ({ now: winter(now) });
  const DUSK = '2026-11-25T20:59';
  const NIGHT = '2026-11-25T21:00';
  const notice = 'cancelled:XL-01:anna@example.com:2026-11-26T09:00:00.000Z:7';
  const off = { ...session({ state: 'cancelled' }), told: () => toldRow() };

  test.each<[string, string, Partial<WithdrawalInput>]>([
    ['a reminder', DAY, {}],
    [
      'a reminder for which by morning it is too late',
      DAY,
      { steps: [stepRow('day', '-1 d'), stepRow('early', '-4 h')] },
    ],
    ['a nudge', NUDGE, {}],
    ['a notice that can wait', notice, off],
  ])('is withdrawn: %s', (_, key, change) => {
    expect(why(mail(key), { ...at(DUSK), ...change })).toEqual([]);
    expect(why(mail(key), { ...at(NIGHT), ...change })).toEqual(['night']);
    // It is still day in New York.
    expect(why(mail(key), { ...at(NIGHT), ...change, ...person({ zone: 'America/New_York' }) })).toEqual([]);
  });

  test.each<[string, string, Partial<WithdrawalInput>]>([
    ['by a step that may go out at night', DAY, { steps: [stepRow('day', '-1 d', { at_night: true })] }],
    [
      'because somebody would set out in vain',
      notice.replace('T09', 'T05'),
      { ...off, told: () => toldRow({ startsAt: winter('2026-11-26T06:00') }) },
    ],
  ])('stays, %s', (_, key, change) => {
    expect(why(mail(key), { ...at(NIGHT), ...change })).toEqual([]);
  });
});

test('mails about anything else are passed over', () => {
  const waiting = ['reply:T-7K3Q9', 'ack:T-7K3Q9', ''].map((key) => mail(key));
  expect(withdrawnMails(waiting, input({ sessions: [], participants: [] }))).toEqual([]);
});
