/** From when a near session hurries: nobody can keep a promise before anybody knows of it. */
import fc from 'fast-check';
import { parseClockState } from '../../../core/sla/clock-state';
import { readPolicies } from '../../../core/sla/policy';
import { reconcileTicket } from '../../../core/ticket/reconcile';
import { instant, MS_PER_MINUTE } from '../../../core/time/instant';
import type { Row } from '../../../core/workbook/rows';
import { applied, BORN, reconcileContext, ticketRow } from '../ticket/ticket-rows';
import { near, sessionRow, slaRow, winter } from './sla-rows';

type Sessions = readonly Row<'sessions'>[];

const policies = readPolicies([near(slaRow('normal', 480, 480, 4800))]);
const contextAt = (now: ReturnType<typeof winter>, sessions: Sessions) =>
  reconcileContext({ now, policies, sessionsOf: () => sessions });
const session = (from: string, to: string, id = 'XL-01', state = 'planned') =>
  sessionRow({ id, starts_at: winter(`2026-11-23T${from}`), ends_at: winter(`2026-11-23T${to}`), state });

const NOON = [session('12:00', '14:00')];

interface Case {
  readonly name: string;
  /** Looks at a ticket of 10:00 whose own due time is the next morning: when, and what is on the Sessions tab. */
  readonly looks: readonly (readonly [string, Sessions])[];
  readonly due: string;
  readonly state: string;
}

const CASES: readonly Case[] = [
  {
    name: 'a session known before its hour begins hurries from then',
    looks: [
      ['10:01', NOON],
      ['11:14', NOON],
    ],
    due: '23T11:15',
    state: 'at_risk',
  },
  {
    name: 'and is missed, however seldom anybody looks',
    looks: [
      ['10:01', NOON],
      ['11:56', NOON],
    ],
    due: '23T11:15',
    state: 'breached',
  },
  {
    name: 'a session entered at 11:56 hurries from 11:56',
    looks: [
      ['10:01', []],
      ['11:56', NOON],
    ],
    due: '23T12:11',
    state: 'running',
  },
  {
    name: 'and goes on counting from then at every later look',
    looks: [
      ['10:01', []],
      ['11:56', NOON],
      ['12:05', NOON],
      ['12:12', NOON],
    ],
    due: '23T12:11',
    state: 'breached',
  },
  {
    name: 'a session moved near hurries from when that was seen',
    looks: [
      ['10:01', [session('16:00', '17:00')]],
      ['11:56', NOON],
    ],
    due: '23T12:11',
    state: 'running',
  },
  {
    name: 'a session moved while it hurries already gives no time back',
    looks: [
      ['10:01', NOON],
      ['11:05', [session('11:30', '13:00')]],
      ['11:10', [session('11:30', '13:00')]],
    ],
    due: '23T11:15',
    state: 'running',
  },
  {
    name: 'a session put off gives the time back',
    looks: [
      ['10:01', NOON],
      ['11:20', [session('13:00', '14:00')]],
    ],
    due: '23T12:15',
    state: 'running',
  },
  {
    name: 'a session that comes after a cancelled one and was known all along hurries from its own hour',
    looks: [
      ['10:01', [...NOON, session('12:30', '13:00', 'B')]],
      ['11:40', [session('12:00', '14:00', 'XL-01', 'cancelled'), session('12:30', '13:00', 'B')]],
    ],
    due: '23T11:45',
    state: 'running',
  },
  {
    name: 'a session entered when it is over hurries nobody',
    looks: [
      ['10:01', []],
      ['14:30', NOON],
    ],
    due: '24T10:00',
    state: 'running',
  },
  {
    name: 'a ticket born within the hour counts from its birth, not from the first look at it',
    looks: [['10:09', [session('10:30', '11:30')]]],
    due: '23T10:15',
    state: 'running',
  },
];

function looked(looks: Case['looks']): Row<'tickets'> {
  return looks.reduce(
    (row, [time, sessions]) =>
      applied(row, reconcileTicket(row, contextAt(winter(`2026-11-23T${time}`), sessions))),
    ticketRow(),
  );
}

test.each(CASES)('$name', ({ looks, due, state }) => {
  expect(looked(looks)).toMatchObject({ first_due: winter(`2026-11-${due}`), sla_state: state });
});

test('an answer that came between two looks is not late for a session that nobody knew of', () => {
  const at = winter('2026-11-23T11:58');
  const row = { ...looked([['10:01', []]]), first_answer_at: at, last_outbound_at: at };
  const { change } = reconcileTicket(
    { ...row, status: 'resolved' },
    contextAt(winter('2026-11-23T12:00'), NOON),
  );
  expect(change).toMatchObject({ sla_state: 'met', sla_met: 'yes' });
});

test('a cell from before this was remembered is read, and its session counts as known', () => {
  const row = looked([['10:01', NOON]]);
  const clock = row.clock.replace(/"h":\d+,/, '');
  expect(clock).not.toBe(row.clock);
  expect(parseClockState(clock)).toMatchObject({ runs: { first: { hurriedFrom: null } } });
  const { change } = reconcileTicket({ ...row, clock }, contextAt(winter('2026-11-23T11:56'), NOON));
  expect(change).toMatchObject({ sla_state: 'breached', clock: expect.stringContaining('"h":') });
});

const anySessions = fc.array(
  fc
    .record({ start: fc.integer({ min: -60, max: 400 }), length: fc.integer({ min: 1, max: 180 }) })
    .map(({ start, length }) =>
      sessionRow({
        id: `S${start}`,
        starts_at: instant(BORN + start * MS_PER_MINUTE),
        ends_at: instant(BORN + (start + length) * MS_PER_MINUTE),
      }),
    ),
  { maxLength: 3 },
);

test('looking twice at one moment changes nothing, whatever happens to the sessions', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), anySessions), { minLength: 1, maxLength: 5 }),
      (steps) => {
        let row = ticketRow();
        let now = BORN;
        for (const [wait, sessions] of steps) {
          now = instant(now + wait * MS_PER_MINUTE);
          const context = contextAt(now, sessions);
          row = applied(row, reconcileTicket(row, context));
          expect(reconcileTicket(row, context).change).toEqual({});
        }
      },
    ),
  );
});

test('no session that appears makes a promise missed at the very look that finds it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), anySessions, (wait, sessions) => {
      const before = applied(ticketRow(), reconcileTicket(ticketRow(), contextAt(BORN, [])));
      const now = instant(BORN + wait * MS_PER_MINUTE);
      const { change } = reconcileTicket(before, contextAt(now, sessions));
      expect(change.sla_state ?? before.sla_state).not.toBe('breached');
    }),
  );
});

describe('a key moment that the firm has entered', () => {
  const row = (at: string, until: string | null): Row<'moments'> => ({
    at: winter(`2026-11-23T${at}`),
    until: until === null ? null : winter(`2026-11-23T${until}`),
    kind: 'deadline',
    session_id: 'XL-01',
    people: null,
    note: '',
  });
  /** A session of another day: only its moment is near. */
  const far = (moments: readonly Row<'moments'>[], state = 'planned') => [
    {
      ...sessionRow({ starts_at: winter('2026-12-10T10:00'), ends_at: winter('2026-12-10T12:00'), state }),
      moments,
    },
  ];
  test.each<[string, readonly (readonly [string, ReturnType<typeof far>])[], string]>([
    ['hurries from its beginning', [['10:01', far([row('12:00', '14:00')])]], '23T12:15'],
    [
      'not any longer when it is over',
      [
        ['10:01', []],
        ['14:30', far([row('12:00', '14:00')])],
      ],
      '24T10:00',
    ],
    [
      'for an hour where no end is written',
      [
        ['10:01', []],
        ['12:30', far([row('12:00', null)])],
      ],
      '23T12:45',
    ],
    [
      'from when it was seen, if it was entered while it lasts',
      [
        ['10:01', []],
        ['13:00', far([row('12:00', '14:00')])],
      ],
      '23T13:15',
    ],
    [
      'not where its session is cancelled',
      [['10:01', far([row('12:00', '14:00')], 'cancelled')]],
      '24T10:00',
    ],
  ])('%s', (_, looks, due) => {
    expect(looked(looks).first_due).toBe(winter(`2026-11-${due}`));
  });

  test('and the reason names it', () => {
    const { due_reason } = looked([['10:01', far([row('12:00', '14:00')])]]);
    expect(due_reason).toContain(
      'Deadline of the session “Excel od podstaw”: Mon 23 Nov 2026, 12:00 – Mon 23 Nov 2026, 14:00',
    );
    expect(due_reason).toContain('while it lasts the target is 15 minutes');
  });
});
