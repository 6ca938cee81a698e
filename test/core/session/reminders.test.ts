import fc from 'fast-check';
import { eveningBefore, isNight, morningAfter, NIGHT } from '../../../core/session/night';
import { parseReminderKey, reminderKey } from '../../../core/session/reminder-key';
import type { ReminderInput } from '../../../core/session/reminders';
import { planReminders } from '../../../core/session/reminders';
import { withdrawnReminders } from '../../../core/session/withdrawn';
import type { Instant } from '../../../core/time/instant';
import { instant, MS_PER_MINUTE, zone } from '../../../core/time/instant';
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
      unknownZones: [],
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

  test('during a session at night a reminder comes at its own time, not the evening before', () => {
    const step = stepRow('break', '+30 min');
    expect(moment(step, { starts_at: winter('2026-11-26T22:00'), ends_at: winter('2026-11-26T23:00') })).toBe(
      iso(winter('2026-11-26T22:30')),
    );
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

describe('keys', () => {
  test('name a reminder and can be read back, whatever signs are in the names', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.string({ minLength: 1 }),
        fc.string(),
        fc.integer({ min: 0, max: 4e12 }),
        (sessionId, email, step, ms) => {
          const identity = { sessionId, email, step, startsAt: instant(ms) };
          expect(parseReminderKey(reminderKey(identity))).toEqual(identity);
        },
      ),
    );
    expect(parseReminderKey('reply:T-7K3Q9')).toBeNull();
  });
});

describe('what was queued and lost its reason', () => {
  const [due] = plan('2026-11-25T12:00').due;
  const queued = { key: due?.key ?? '', kind: 'reminder' } as Row<'outbox'>;
  test.each<[string | null, Row<'sessions'>[], Row<'participants'>[]]>([
    [null, [sessionRow()], [participantRow()]],
    ['session-gone', [], [participantRow()]],
    ['session-cancelled', [sessionRow({ state: 'cancelled' })], [participantRow()]],
    ['session-moved', [sessionRow({ starts_at: winter('2026-11-26T11:00') })], [participantRow()]],
    ['participant-left', [sessionRow()], [participantRow({ state: 'left' })]],
    ['participant-left', [sessionRow()], []],
    ['not-wanted', [sessionRow()], [participantRow({ reminders: 'no' })]],
    [null, [sessionRow()], [participantRow({ state: 'left' }), participantRow()]],
  ])('%s', (why, sessions, participants) => {
    expect(withdrawnReminders([queued], sessions, participants)).toEqual(
      why === null ? [] : [{ key: queued.key, why }],
    );
  });

  test('mails of other kinds are passed over', () => {
    expect(withdrawnReminders([{ ...queued, kind: 'reply' }], [], [])).toEqual([]);
  });
});

describe('a program that runs, stops, joins in late and never forgets', () => {
  const start = winter('2026-10-20T00:00');
  const roster = fc.record({
    sessions: fc.array(
      fc.record({
        id: fc.constantFrom('A', 'B', 'C'),
        startsIn: fc.integer({ min: 0, max: 20_000 }),
        lasts: fc.integer({ min: 15, max: 300 }),
        state: fc.constantFrom('planned', 'planned', 'cancelled'),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    people: fc.array(
      fc.record({
        session_id: fc.constantFrom('A', 'B', 'C'),
        email: fc.constantFrom('a@x.pl', 'b@x.pl', 'A@x.pl '),
        state: fc.constantFrom('active', 'active', 'left'),
        reminders: fc.constantFrom('yes', '', 'no'),
        audience: fc.constantFrom('', 'novice', 'experienced'),
      }),
      { maxLength: 5 },
    ),
    steps: fc.array(
      fc.record({
        step: fc.constantFrom('p', 'q', 'r', 's'),
        offset: fc.constantFrom('-3 d', '-1 d', '-2 h', '-10 min', '+30 min', '-1 w'),
        anchor: fc.constantFrom('start', 'end'),
        audience: fc.constantFrom('any', 'novice', 'experienced'),
        at_night: fc.boolean(),
      }),
      { maxLength: 5 },
    ),
    ticks: fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 40 }),
  });

  test('sends nothing twice, late, early, at night or to those who left, and plans the same every time', () => {
    fc.assert(
      fc.property(roster, ({ sessions, people, steps: rows, ticks }) => {
        const planned = new Set<string>();
        const sent: { to: string; step: string; session: string }[] = [];
        let now = start as number;
        for (const gap of ticks) {
          now += gap * MS_PER_MINUTE;
          const input = reminderInput({
            sessions: sessions
              .map(({ id, startsIn, lasts, state }) =>
                sessionRow({
                  id,
                  state,
                  starts_at: instant(start + startsIn * MS_PER_MINUTE),
                  ends_at: instant(start + (startsIn + lasts) * MS_PER_MINUTE),
                }),
              )
              .filter((session, index, all) => all.findIndex(({ id }) => id === session.id) === index),
            participants: people.map((person) => participantRow(person)),
            steps: rows.map(({ step, offset: when, ...rest }) => stepRow(step, when, rest)),
            now: instant(now),
            alreadyPlanned: (key) => planned.has(key),
          });
          const result = planReminders(input);
          expect(planReminders(input)).toEqual(result);
          if (result.next !== null) expect(result.next).toBeGreaterThan(now);
          for (const due of result.due) {
            expect(planned.has(due.key)).toBe(false);
            planned.add(due.key);
            sent.push({ to: due.email, step: due.step, session: due.session.id });
            expect(due.notBefore).toBeLessThanOrEqual(now);
            expect(due.notAfter).toBeGreaterThan(now);
            expect(due.session.state).not.toBe('cancelled');
            expect([due.participant.state, due.participant.reminders]).not.toContain('left');
            expect(due.participant.reminders).not.toBe('no');
            const row = input.steps.find(
              ({ template, step }) => template === due.template && step === due.step,
            );
            const beforeStart = due.notAfter <= (due.session.starts_at ?? 0);
            if (row && beforeStart && input.steps.every(({ at_night: atNight }) => !atNight)) {
              expect(isNight(input.now, WARSAW, offset, NIGHT)).toBe(false);
            }
          }
        }
        const names = sent.map(({ to, step, session }) => `${to} ${step} ${session}`);
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });

  test('asked again at `next`, something is due or further ahead: no moment is slept through', () => {
    const moments = fc.integer({ min: 0, max: 60 * 24 * 30 });
    fc.assert(
      fc.property(moments, (before) => {
        const from = instant((winter('2026-11-26T10:00') as number) - before * MS_PER_MINUTE);
        const { next } = planReminders(reminderInput({ now: from }));
        if (next === null) return;
        const inBetween = instant(from + Math.floor((next - from) / 2));
        const seen = new Set(planReminders(reminderInput({ now: from })).due.map(({ key }) => key));
        const alreadyPlanned = (key: string) => seen.has(key);
        expect(planReminders(reminderInput({ now: inBetween as Instant, alreadyPlanned })).due).toEqual([]);
        expect(planReminders(reminderInput({ now: next, alreadyPlanned })).due).toHaveLength(1);
      }),
    );
  });
});
