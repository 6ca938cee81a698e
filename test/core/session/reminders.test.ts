import { eveningBefore, isNight, morningAfter } from '../../../core/session/night';
import type { ReminderInput } from '../../../core/session/reminders';
import { planReminders } from '../../../core/session/reminders';
import { zone } from '../../../core/time/instant';
import type { Row } from '../../../core/workbook/rows';
import { iso, offset, sessionRow, WARSAW, winter } from '../sla/sla-rows';
import { LADDER, participantRow, reminderInput, stepRow } from './reminder-rows';

const plan = (now: string, change: Partial<ReminderInput> = {}) =>
  planReminders(reminderInput({ now: winter(now), ...change }));
const steps = (now: string, change: Partial<ReminderInput> = {}) =>
  plan(now, change).due.map(({ step }) => step);

describe('the ladder before a session', () => {
  test.each([
    ['2026-11-18T10:00', [], '2026-11-19T10:00'],
    ['2026-11-19T10:00', ['week'], null],
    ['2026-11-23T09:59', ['week'], '2026-11-23T10:00'],
    ['2026-11-23T10:00', ['days'], null],
    ['2026-11-25T12:00', ['day'], null],
    ['2026-11-26T08:00', ['hours'], null],
    ['2026-11-26T09:59', ['hours'], null],
    ['2026-11-26T10:00', [], '2026-11-26T13:00'],
    ['2026-11-26T13:00', ['survey'], null],
    ['2026-11-28T12:59', ['survey'], null],
    ['2026-11-28T13:00', [], null],
  ])('at %s: %j', (now, due, next) => {
    const planned = plan(now);
    expect(planned.due.map(({ step }) => step)).toEqual(due);
    if (next !== null) expect(iso(planned.next)).toBe(iso(winter(next)));
  });

  test('what is due carries everything that the mail needs', () => {
    expect(plan('2026-11-25T12:00').due).toEqual([
      {
        key: 'reminder:XL-01:anna@example.com:day:2026-11-26T09:00:00.000Z',
        purpose: { kind: 'reminder' },
        session: sessionRow(),
        also: [],
        participant: participantRow(),
        step: 'day',
        email: 'anna@example.com',
        template: 'reminder-day',
        language: 'pl',
        tone: 'any',
        need: 'any',
        zone: WARSAW,
        notBefore: winter('2026-11-25T10:00'),
        notAfter: winter('2026-11-26T08:00'),
      },
    ]);
  });

  test('older steps that were never sent are superseded, and that is told', () => {
    const { skipped } = plan('2026-11-25T12:00');
    expect(skipped.map(({ key, reason }) => [key.split(':')[3], reason])).toEqual([
      ['week', 'superseded'],
      ['days', 'superseded'],
    ]);
  });

  test('what was planned before is neither due nor skipped', () => {
    const { due, skipped } = plan('2026-11-25T12:00', { alreadyPlanned: () => true });
    expect([due, skipped]).toEqual([[], []]);
  });

  test('a session that is moved is reminded of anew', () => {
    const sent = new Set(plan('2026-11-25T12:00').due.map(({ key }) => key));
    const moved = {
      sessions: [sessionRow({ starts_at: winter('2026-11-26T11:00') })],
      alreadyPlanned: (key: string) => sent.has(key),
    };
    expect(steps('2026-11-25T12:00', moved)).toEqual(['day']);
  });

  test('three days before is the same time of day, over the change of the clocks', () => {
    const monday = sessionRow({ starts_at: winter('2026-10-26T10:00'), ends_at: null });
    const [week] = planReminders(
      reminderInput({
        now: winter('2026-10-20T00:00'),
        sessions: [monday],
        steps: [stepRow('days', '-3 d')],
      }),
    ).due;
    expect(week).toBeUndefined();
    expect(
      iso(
        planReminders(
          reminderInput({
            now: winter('2026-10-20T12:00'),
            sessions: [monday],
            steps: [stepRow('days', '-3 d')],
          }),
        ).next,
      ),
    ).toBe('2026-10-23T08:00:00.000Z');
  });
});

describe('nobody is reminded', () => {
  test.each<[string, Partial<ReminderInput>]>([
    ['of a cancelled session', { sessions: [sessionRow({ state: 'cancelled' })] }],
    ['of a session without a start', { sessions: [sessionRow({ starts_at: null })] }],
    ['who has left', { participants: [participantRow({ state: 'left' })] }],
    ['who does not want it', { participants: [participantRow({ reminders: 'no' })] }],
    ['by a step that is off', { steps: LADDER.map((step) => ({ ...step, enabled: false })) }],
    ['of a session that is not in the tab', { participants: [participantRow({ session_id: 'gone' })] }],
  ])('%s', (_, change) => {
    expect(plan('2026-11-25T12:00', change)).toEqual({
      due: [],
      next: null,
      skipped: [],
      unreadable: [],
      unreadableConditions: [],
      unknownZones: [],
      unknownReaderZones: [],
    });
  });

  test('without an address; that is told', () => {
    const { due, skipped } = plan('2026-11-25T12:00', { participants: [participantRow({ email: ' ' })] });
    expect(due).toEqual([]);
    expect(new Set(skipped.map(({ reason }) => reason))).toEqual(new Set(['no-address']));
  });

  test('twice, when a person is in the roster twice', () => {
    const twice = [participantRow(), participantRow({ email: ' Anna@Example.com ', name: 'A. Kowalska' })];
    expect(plan('2026-11-25T12:00', { participants: twice }).due).toHaveLength(1);
  });

  test('a step that nobody can read is named, the others go on', () => {
    const { due, unreadable } = plan('2026-11-25T12:00', {
      steps: [stepRow('odd', 'soon'), stepRow('day', '-1 d')],
    });
    expect(unreadable).toEqual(['odd']);
    expect(due.map(({ step }) => step)).toEqual(['day']);
  });
});

describe('the night', () => {
  const only = (step: Row<'reminders'>, session: Partial<Row<'sessions'>>) => ({
    steps: [step],
    sessions: [sessionRow(session)],
  });
  const moment = (step: Row<'reminders'>, session: Partial<Row<'sessions'>>) =>
    iso(plan('2026-11-20T12:00', only(step, session)).next);

  test('a moment in the night is moved to the morning, if that is still before the session', () => {
    expect(moment(stepRow('hours', '-2 h'), { starts_at: winter('2026-11-26T08:00') })).toBe(
      iso(winter('2026-11-26T07:00')),
    );
    expect(moment(stepRow('half', '-12 h'), { starts_at: winter('2026-11-26T11:00') })).toBe(
      iso(winter('2026-11-26T07:00')),
    );
  });

  test('else to the evening before', () => {
    expect(moment(stepRow('hours', '-2 h'), { starts_at: winter('2026-11-26T07:00') })).toBe(
      iso(winter('2026-11-25T20:00')),
    );
  });

  test('unless the step may go out at night', () => {
    expect(
      moment(stepRow('hours', '-2 h', { at_night: true }), { starts_at: winter('2026-11-26T08:00') }),
    ).toBe(iso(winter('2026-11-26T06:00')));
  });

  test('is night in the zone of the session', () => {
    const kyiv = {
      ...only(stepRow('hours', '-2 h'), { starts_at: winter('2026-11-26T08:00') }),
      zoneOf: () => zone('Europe/Kyiv'),
    };
    // 6:00 in Warsaw is 7:00 in Kyiv.
    expect(iso(plan('2026-11-20T12:00', kyiv).next)).toBe(iso(winter('2026-11-26T06:00')));
  });

  test('who joins at night is written to in the morning, or not at all when that is too late', () => {
    const late = plan(
      '2026-11-25T23:30',
      only(stepRow('day', '-1 d'), { starts_at: winter('2026-11-26T10:00') }),
    );
    expect([late.due, iso(late.next)]).toEqual([[], iso(winter('2026-11-26T07:00'))]);
    const never = plan(
      '2026-11-25T23:30',
      only(stepRow('day', '-1 d'), { starts_at: winter('2026-11-26T07:00') }),
    );
    expect([never.due, never.next, never.skipped.map(({ reason }) => reason)]).toEqual([[], null, ['night']]);
  });

  test('two steps that the night puts together become one', () => {
    const both = {
      steps: [stepRow('two', '-2 h'), stepRow('one', '-1 h')],
      sessions: [sessionRow({ starts_at: winter('2026-11-26T07:30') })],
    };
    expect(steps('2026-11-26T07:00', both)).toEqual(['one']);
  });

  test('during a session at night only a step that may go out at night is sent, and never the evening before', () => {
    const night = { starts_at: winter('2026-11-26T22:00'), ends_at: winter('2026-11-26T23:00') };
    expect(moment(stepRow('break', '+30 min', { at_night: true }), night)).toBe(
      iso(winter('2026-11-26T22:30')),
    );
    const asleep = plan('2026-11-20T12:00', only(stepRow('break', '+30 min'), night));
    expect([asleep.due, asleep.next, asleep.skipped.map(({ reason }) => reason)]).toEqual([
      [],
      null,
      ['night'],
    ]);
  });
});

describe('quiet hours of the firm’s own', () => {
  const at = (time: string) => winter(`2026-11-26T${time}`);
  const quiet = (from: number, to: number) => ({ from: from * 60, to: to * 60, evening: 20 * 60 });
  test.each([
    ['over midnight', quiet(22, 7), ['22:00', '23:59', '00:00', '06:59'], ['07:00', '12:00', '21:59']],
    ['after midnight only', quiet(0, 6), ['00:00', '05:59'], ['06:00', '23:59']],
    ['never', quiet(0, 0), [], ['00:00', '12:00', '23:59']],
  ])('%s', (_, night, inside, outside) => {
    for (const time of inside) expect([time, isNight(at(time), WARSAW, offset, night)]).toEqual([time, true]);
    for (const time of outside)
      expect([time, isNight(at(time), WARSAW, offset, night)]).toEqual([time, false]);
  });

  test.each([
    ['23:00', quiet(22, 7), '2026-11-27T07:00', '2026-11-26T20:00'],
    ['03:00', quiet(22, 7), '2026-11-26T07:00', '2026-11-25T20:00'],
    ['03:00', quiet(19, 7), '2026-11-26T07:00', '2026-11-25T18:00'],
    ['03:00', quiet(0, 6), '2026-11-26T06:00', '2026-11-25T20:00'],
  ])('around %s the morning and the evening lie outside the night', (time, night, morning, evening) => {
    expect(iso(morningAfter(at(time), WARSAW, offset, night))).toBe(iso(winter(morning)));
    expect(iso(eveningBefore(at(time), WARSAW, offset, night))).toBe(iso(winter(evening)));
    expect(isNight(winter(evening), WARSAW, offset, night)).toBe(false);
  });
});

test('a session whose zone nobody knows is named, the others go on', () => {
  const sessions = [sessionRow(), sessionRow({ id: 'B', zone: 'Europe/Warszawa' })];
  const participants = [participantRow(), participantRow({ session_id: 'B' })];
  const zoneOf = (session: Row<'sessions'>) => zone(session.zone || 'Europe/Warsaw');
  const { due, unknownZones } = plan('2026-11-25T12:00', { sessions, participants, zoneOf });
  expect(unknownZones).toEqual(['B']);
  expect(due.map(({ session }) => session.id)).toEqual(['XL-01']);
});

describe('language and tone', () => {
  test.each([
    ['of the participant', 'uk', 'pl', 'uk'],
    ['else of the session', '', 'pl', 'pl'],
    ['else of the firm', '', '', 'en'],
  ])('%s', (_, own, session, expected) => {
    const change = {
      participants: [participantRow({ language: own })],
      sessions: [sessionRow({ language: session })],
    };
    expect(plan('2026-11-25T12:00', change).due[0]?.language).toBe(expected);
  });

  const variants = [
    stepRow('day', '-1 d', { audience: 'novice', template: 'plain' }),
    stepRow('day', '-1 d', { audience: 'experienced', template: 'brief' }),
  ];
  test.each([
    ['experienced', 'novice', 'brief'],
    ['', 'novice', 'plain'],
    ['mixed', 'experienced', 'brief'],
    ['', 'mixed', 'plain'],
  ])('own “%s”, session’s “%s”: the %s variant, and only that', (own, session, template) => {
    const change = {
      steps: variants,
      participants: [participantRow({ audience: own })],
      sessions: [sessionRow({ audience: session })],
    };
    expect(plan('2026-11-25T12:00', change).due.map((due) => due.template)).toEqual([template]);
  });

  test('a step for others is not for them', () => {
    const change = {
      steps: [stepRow('day', '-1 d', { audience: 'novice' })],
      participants: [participantRow({ audience: 'experienced' })],
    };
    expect(steps('2026-11-25T12:00', change)).toEqual([]);
  });
});
