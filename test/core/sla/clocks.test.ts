import fc from 'fast-check';
import { businessMinutesBetween } from '../../../core/sla/business-calendar';
import { readClocks } from '../../../core/sla/clock-reading';
import type { ClockState } from '../../../core/sla/clock-state';
import { formatClockState, parseClockState } from '../../../core/sla/clock-state';
import type { SlaContext, TicketFacts } from '../../../core/sla/clocks';
import { advanceClocks } from '../../../core/sla/clocks';
import { dueReasonText } from '../../../core/sla/due-reason-words';
import { readPolicies } from '../../../core/sla/policy';
import type { Instant } from '../../../core/time/instant';
import { instant, MS_PER_MINUTE, minutes, plus } from '../../../core/time/instant';
import type { Row } from '../../../core/workbook/rows';
import {
  ALWAYS,
  calendarFrom,
  iso,
  near,
  OFFICE,
  offset,
  sessionRow,
  slaRow,
  WARSAW,
  weekdays,
  winter,
} from './sla-rows';

const ROWS = [
  near(slaRow('urgent', 60, 60, 240)),
  near(slaRow('normal', 240, 480, 1440)),
  near(slaRow('low', 480, 480, 4800)),
];

function context(
  change: { rows?: Row<'sla'>[]; sessions?: Row<'sessions'>[]; calendar?: typeof OFFICE | null } = {},
): SlaContext {
  const calendar = change.calendar === undefined ? OFFICE : change.calendar;
  return {
    policies: readPolicies(change.rows ?? ROWS),
    calendarOf: (key) => (key === '' ? ALWAYS : calendar),
    sessions: change.sessions ?? [],
    firmCalendar: 'pl',
  };
}

// A Monday.
const BORN = winter('2026-11-23T10:00');

function facts(change: Partial<TicketFacts> = {}): TicketFacts {
  return {
    createdAt: BORN,
    priority: 'normal',
    category: 'login',
    client: '',
    audience: '',
    status: 'new',
    statusSince: BORN,
    firstAnswerAt: null,
    lastInboundAt: BORN,
    lastOutboundAt: null,
    ...change,
  };
}

/** A ticket's life, told step by step. */
function live(
  steps: readonly Partial<TicketFacts>[],
  sla = context(),
): { state: ClockState; last: TicketFacts } {
  let last = facts();
  let state = advanceClocks(null, last, sla);
  for (const step of steps) {
    last = { ...last, ...step };
    state = advanceClocks(state, last, sla);
  }
  return { state, last };
}

const read = (state: ClockState, status: TicketFacts['status'], now: Instant, sla = context()) =>
  readClocks(state, status, now, sla);

describe('a new ticket', () => {
  test('is promised a first answer and a solution, in working time', () => {
    const { clocks, state } = read(live([]).state, 'new', BORN);
    expect(iso(clocks.first?.due ?? null)).toBe(iso(winter('2026-11-23T14:00')));
    expect(iso(clocks.resolution?.due ?? null)).toBe(iso(winter('2026-11-26T10:00')));
    expect(clocks.next).toBeUndefined();
    expect(state).toBe('running');
  });

  test.each([
    ['2026-11-23T12:59', 'running'],
    ['2026-11-23T13:00', 'at_risk'],
    ['2026-11-23T14:00', 'at_risk'],
    ['2026-11-23T14:01', 'breached'],
  ])('at %s it is %s', (now, state) => {
    expect(read(live([]).state, 'new', winter(now)).state).toBe(state);
  });

  test('without a row for its priority it is promised nothing', () => {
    const sla = context({ rows: [] });
    expect(read(live([], sla).state, 'new', BORN, sla)).toEqual({ clocks: {}, state: '', reason: null });
  });

  test('an empty target makes no promise', () => {
    const sla = context({ rows: [{ ...slaRow('normal', 240, 0, 0), resolution: null }] });
    expect(Object.keys(read(live([], sla).state, 'new', BORN, sla).clocks)).toEqual(['first']);
  });

  test('whose calendar is missing has no due time until somebody writes the calendar', () => {
    const without = context({ calendar: null });
    const { state, last } = live([], without);
    expect(read(state, 'new', BORN, without).clocks.first?.due).toBeNull();
    const healed = advanceClocks(state, last, context());
    expect(iso(read(healed, 'new', BORN).clocks.first?.due ?? null)).toBe(iso(winter('2026-11-23T14:00')));
  });
});

describe('answers', () => {
  const answered = (at: string) => ({
    status: 'waiting_participant' as const,
    statusSince: winter(at),
    firstAnswerAt: winter(at),
    lastOutboundAt: winter(at),
  });
  const asked = (at: string) => ({
    status: 'open' as const,
    statusSince: winter(at),
    lastInboundAt: winter(at),
  });

  test('in time is met for good, late is missed for good', () => {
    const inTime = live([answered('2026-11-23T14:00')]).state;
    const late = live([answered('2026-11-23T14:01')]).state;
    const later = winter('2026-12-23T10:00');
    expect(read(inTime, 'waiting_participant', later).clocks.first?.state).toBe('met');
    expect(read(late, 'waiting_participant', later).clocks.first?.state).toBe('breached');
  });

  test('a question after the first answer starts the next-answer clock, which the answer ends', () => {
    const { state } = live([answered('2026-11-23T11:00'), asked('2026-11-23T16:00')]);
    expect(iso(read(state, 'open', BORN).clocks.next?.due ?? null)).toBe(iso(winter('2026-11-24T16:00')));
    const { state: after } = live([
      answered('2026-11-23T11:00'),
      asked('2026-11-23T16:00'),
      {
        status: 'waiting_participant',
        statusSince: winter('2026-11-24T09:00'),
        lastOutboundAt: winter('2026-11-24T09:00'),
      },
    ]);
    expect(read(after, 'waiting_participant', winter('2026-11-30T10:00')).clocks.next).toMatchObject({
      ended: true,
      state: 'met',
    });
  });

  test('a second mail before the answer does not start the wait anew', () => {
    const once = live([answered('2026-11-23T11:00'), asked('2026-11-23T16:00')]).state;
    const twice = live([
      answered('2026-11-23T11:00'),
      asked('2026-11-23T16:00'),
      { lastInboundAt: winter('2026-11-24T15:00') },
    ]).state;
    expect(twice).toEqual(once);
  });

  test('a late answer in between is not forgotten when the ticket ends well', () => {
    const { state } = live([
      answered('2026-11-23T11:00'),
      asked('2026-11-23T12:00'),
      {
        status: 'waiting_participant',
        statusSince: winter('2026-11-25T12:00'),
        lastOutboundAt: winter('2026-11-25T12:00'),
      },
      asked('2026-11-25T13:00'),
      {
        status: 'waiting_participant',
        statusSince: winter('2026-11-25T13:30'),
        lastOutboundAt: winter('2026-11-25T13:30'),
      },
      { status: 'resolved', statusSince: winter('2026-11-25T14:00') },
    ]);
    expect(read(state, 'resolved', winter('2026-11-25T14:00'))).toMatchObject({
      state: 'breached',
      reason: null,
    });
  });

  test('resolved without a word counts as answered then', () => {
    const { state } = live([{ status: 'resolved', statusSince: winter('2026-11-23T11:00') }]);
    expect(read(state, 'resolved', winter('2026-12-24T11:00'))).toMatchObject({
      state: 'met',
      clocks: { first: { state: 'met' }, resolution: { state: 'met' } },
    });
  });
});

describe('pauses', () => {
  const wait = (at: string) => ({ status: 'waiting_vendor' as const, statusSince: winter(at) });
  const goOn = (at: string) => ({ status: 'open' as const, statusSince: winter(at) });

  test.each(['waiting_participant', 'waiting_vendor', 'on_hold'] as const)(
    'in %s every clock stands still',
    (status) => {
      const { state } = live([{ status, statusSince: winter('2026-11-23T12:00') }]);
      expect(read(state, status, winter('2026-12-23T12:00'))).toMatchObject({
        state: 'paused',
        clocks: { first: { due: null, state: 'paused' }, resolution: { due: null, state: 'paused' } },
      });
    },
  );

  test('over a weekend, the due time moves by the working time of the pause', () => {
    const { state } = live([wait('2026-11-23T12:00'), goOn('2026-11-30T11:00')]);
    expect(iso(read(state, 'open', BORN).clocks.first?.due ?? null)).toBe(iso(winter('2026-11-30T13:00')));
  });

  test('what was missed before a pause stays missed, during it and after it', () => {
    const missed = live([wait('2026-11-23T15:00')]).state;
    expect(read(missed, 'waiting_vendor', winter('2026-11-23T15:00')).state).toBe('breached');
    const { state } = live([wait('2026-11-23T15:00'), goOn('2026-11-24T10:00')]);
    expect(iso(read(state, 'open', BORN).clocks.first?.due ?? null)).toBe(iso(winter('2026-11-23T14:00')));
  });

  test('a ticket that comes back goes on with what was left of its solution time', () => {
    const { state } = live([
      { status: 'resolved', statusSince: winter('2026-11-24T10:00') },
      { status: 'open', statusSince: winter('2026-12-01T10:00'), lastInboundAt: winter('2026-12-01T10:00') },
    ]);
    // 8 of 24 hours were used.
    expect(iso(read(state, 'open', BORN).clocks.resolution?.due ?? null)).toBe(
      iso(winter('2026-12-03T10:00')),
    );
    expect(read(state, 'open', BORN).clocks.next?.ended).toBe(false);
  });

  test('however often a ticket is paused, due is where a minute count puts it', () => {
    const statuses = fc.constantFrom(
      'open',
      'waiting_participant',
      'waiting_vendor',
      'on_hold',
    ) as fc.Arbitrary<TicketFacts['status']>;
    const steps = fc.array(fc.tuple(statuses, fc.integer({ min: 1, max: 3000 })), { maxLength: 12 });
    fc.assert(
      fc.property(steps, (plan) => {
        let now = BORN;
        let used = 0;
        let active = true;
        const story: Partial<TicketFacts>[] = [];
        for (const [status, length] of plan) {
          const next = plus(now, minutes(length));
          if (active) used += businessMinutesBetween(now, next, OFFICE);
          now = next;
          active = status === 'open';
          story.push({ status, statusSince: now });
        }
        const { state } = live(story);
        const run = state.runs.resolution;
        expect(run?.used ?? 0).toBeLessThanOrEqual(used);
        if (active && run?.due != null && run.runningFrom !== null && used < 1440) {
          expect(used + businessMinutesBetween(now, run.due, OFFICE)).toBe(1440);
        }
      }),
    );
  });
});

describe('promises already given', () => {
  test('stay when the SLA tab changes', () => {
    const { state, last } = live([]);
    const stricter = context({ rows: [slaRow('normal', 10, 10, 10)] });
    expect(advanceClocks(state, last, stricter)).toEqual(state);
  });

  test('stay through a pause, while the next period takes the new target', () => {
    const stricter = context({ rows: [slaRow('normal', 10, 30, 10)] });
    const { state, last } = live([{ status: 'on_hold', statusSince: winter('2026-11-23T12:00') }]);
    const resumed = { ...last, status: 'open' as const, statusSince: winter('2026-11-24T12:00') };
    const after = advanceClocks(state, resumed, stricter);
    expect(iso(after.runs.first?.due ?? null)).toBe(iso(winter('2026-11-24T14:00')));
    const answered = {
      ...resumed,
      firstAnswerAt: winter('2026-11-24T13:00'),
      lastOutboundAt: winter('2026-11-24T13:00'),
      lastInboundAt: winter('2026-11-24T14:00'),
    };
    expect(iso(advanceClocks(after, answered, stricter).runs.next?.due ?? null)).toBe(
      iso(winter('2026-11-24T14:30')),
    );
  });

  test('change with the priority, which a person changed on purpose', () => {
    const { state } = live([{ priority: 'urgent' }]);
    expect(iso(state.runs.first?.due ?? null)).toBe(iso(winter('2026-11-23T11:00')));
    const back = live([{ priority: 'urgent' }, { priority: 'normal' }]).state;
    expect(back).toEqual(live([]).state);
  });
});

describe('spam', () => {
  test('is promised nothing; taken out of spam a ticket starts from its birth', () => {
    const spam = { status: 'spam' as const, statusSince: winter('2026-11-23T10:30') };
    const { state } = live([spam]);
    expect(read(state, 'spam', BORN).state).toBe('');
    const { state: back } = live([spam, { status: 'open', statusSince: winter('2026-11-23T11:00') }]);
    expect(iso(back.runs.first?.due ?? null)).toBe(iso(winter('2026-11-23T14:00')));
  });
});

describe('near a session', () => {
  // Thursday 10:00 to 12:00.
  const soon = context({ sessions: [sessionRow()] });
  const due = (at: string, sla = soon) => {
    const born = winter(at);
    const state = advanceClocks(
      null,
      facts({ createdAt: born, statusSince: born, lastInboundAt: born }),
      sla,
    );
    return iso(read(state, 'new', born, sla).clocks.first?.due ?? null);
  };

  test.each([
    ['an hour before it starts, the answer is due in 15 minutes', '2026-11-26T09:00', '2026-11-26T09:15'],
    ['during it too', '2026-11-26T11:59', '2026-11-26T12:14'],
    ['a question already waiting is due 15 minutes into that hour', '2026-11-26T08:30', '2026-11-26T09:15'],
    ['after it, the usual time counts', '2026-11-26T12:00', '2026-11-26T16:00'],
    ['long before it, the usual time is shorter anyway', '2026-11-24T09:00', '2026-11-24T13:00'],
  ])('%s', (_, at, expected) => {
    expect(due(at)).toBe(iso(winter(expected)));
  });

  test('minutes are plain minutes: an evening session does not wait for the office', () => {
    const evening = context({
      sessions: [sessionRow({ starts_at: winter('2026-11-28T20:00'), ends_at: winter('2026-11-28T21:00') })],
    });
    expect(due('2026-11-28T19:30', evening)).toBe(iso(winter('2026-11-28T19:45')));
  });

  test('a cancelled session changes nothing; of several the nearest counts; an unknown end is taken as usual', () => {
    expect(due('2026-11-26T09:30', context({ sessions: [sessionRow({ state: 'cancelled' })] }))).toBe(
      iso(winter('2026-11-26T13:30')),
    );
    const both = context({
      sessions: [
        sessionRow({ starts_at: winter('2026-11-26T11:00') }),
        sessionRow({ id: 'B', ends_at: null }),
      ],
    });
    expect(due('2026-11-26T09:30', both)).toBe(iso(winter('2026-11-26T09:45')));
    expect(due('2026-11-26T11:59', context({ sessions: [sessionRow({ ends_at: null })] }))).toBe(
      iso(winter('2026-11-26T12:14')),
    );
  });

  test('the solution time is not tightened, and the reason names the session', () => {
    const born = winter('2026-11-26T09:30');
    const state = advanceClocks(
      null,
      facts({ createdAt: born, statusSince: born, lastInboundAt: born }),
      soon,
    );
    const { clocks, reason } = read(state, 'new', born, soon);
    expect(iso(clocks.resolution?.due ?? null)).toBe(iso(winter('2026-12-01T09:30')));
    expect(reason).toMatchObject({ kind: 'near-session', sessionId: 'XL-01', within: 15 });
  });

  test('an answer is measured by the tighter time, also when the session is long over', () => {
    const born = winter('2026-11-26T09:30');
    const at = winter('2026-11-26T09:50');
    const base = facts({ createdAt: born, statusSince: born, lastInboundAt: born });
    const state = advanceClocks(
      advanceClocks(null, base, soon),
      { ...base, status: 'waiting_participant', statusSince: at, firstAnswerAt: at, lastOutboundAt: at },
      soon,
    );
    expect(
      read(state, 'waiting_participant', winter('2026-12-24T10:00'), context()).clocks.first,
    ).toMatchObject({ state: 'breached', due: winter('2026-11-26T09:45') });
  });

  test.each([
    ['a pause after it is missed does not make it good', '2026-11-26T09:50', 'breached', '2026-11-26T09:45'],
    ['a pause before it comes stops it like any other', '2026-11-26T09:40', 'paused', null],
  ])('%s', (_, pause, state, due) => {
    const born = winter('2026-11-26T09:30');
    const base = facts({ createdAt: born, statusSince: born, lastInboundAt: born });
    const waiting: TicketFacts = { ...base, status: 'waiting_vendor', statusSince: winter(pause) };
    const goesOn: TicketFacts = { ...base, status: 'open', statusSince: winter('2026-11-26T13:00') };
    const paused = advanceClocks(advanceClocks(null, base, soon), waiting, soon);
    const first = (clock: ClockState, status: TicketFacts['status']) =>
      read(clock, status, winter('2026-11-26T13:00'), soon).clocks.first;
    expect(first(paused, 'waiting_vendor')).toMatchObject({ state, due: due === null ? null : winter(due) });
    const after = first(advanceClocks(paused, goesOn, soon), 'open');
    expect(after?.state === 'breached').toBe(state === 'breached');
  });
});

describe('repeating', () => {
  const statuses = fc.constantFrom(
    'new',
    'open',
    'waiting_participant',
    'waiting_vendor',
    'on_hold',
    'resolved',
    'closed',
    'spam',
  ) as fc.Arbitrary<TicketFacts['status']>;
  const moment = fc.integer({ min: 0, max: 20_000 }).map((n) => instant(BORN + n * MS_PER_MINUTE));
  const anyFacts = fc.record({
    createdAt: fc.constant(BORN),
    priority: fc.constantFrom('urgent', 'high', 'normal', 'low') as fc.Arbitrary<TicketFacts['priority']>,
    category: fc.constantFrom('', 'login', 'invoice'),
    client: fc.constantFrom('', 'Nordwind'),
    audience: fc.constantFrom('', 'novice'),
    status: statuses,
    statusSince: moment,
    firstAnswerAt: fc.option(moment),
    lastInboundAt: fc.option(moment),
    lastOutboundAt: fc.option(moment),
  });

  test('the same facts on their own result change nothing, and the state survives its cell', () => {
    const sla = context({
      rows: [
        ...ROWS,
        { ...slaRow('', 30, 0, 0), client: 'Nordwind', name: 'Nordwind' },
        { ...slaRow('urgent', 0, 20, 200), category: 'invoice', name: 'Invoices' },
      ],
      sessions: [sessionRow()],
    });
    fc.assert(
      fc.property(fc.array(anyFacts, { minLength: 1, maxLength: 5 }), (story) => {
        let state: ClockState | null = null;
        for (const step of story) {
          state = advanceClocks(state, step, sla);
          expect(advanceClocks(state, step, sla)).toEqual(state);
          expect(parseClockState(formatClockState(state))).toEqual(state);
          for (const run of Object.values(state.runs)) expect(run.used).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

describe('the clock cell', () => {
  test.each([
    '',
    'x',
    'null',
    '[]',
    '{}',
    '{"v":2,"p":"normal"}',
    '{"v":1,"p":"huge"}',
    '{"v":1,"p":"low","f":{"s":"now"}}',
    '{"v":1,"p":"low","f":{"s":1,"t":-5,"c":"","u":0}}',
  ])('%s is unreadable, not an error', (text) => {
    expect(parseClockState(text)).toBe('unreadable');
  });

  test('any text is read without an error', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void parseClockState(text)));
  });

  test('a state is short enough for a cell that nobody looks at', () => {
    expect(formatClockState(live([]).state).length).toBeLessThan(300);
  });
});

describe('why a due time is what it is', () => {
  const words = (
    language: 'en' | 'pl' | 'uk',
    state: ClockState,
    status: TicketFacts['status'],
    sla = context(),
  ) => {
    const { reason } = read(state, status, BORN, sla);
    return reason === null ? '' : dueReasonText(reason, { language, zone: WARSAW, offset });
  };

  test.each([
    [
      'en',
      'First answer by Mon 23 Nov 2026, 14:00. Target: 4 hours of working time from Mon 23 Nov 2026, 10:00, priority normal.',
    ],
    [
      'pl',
      'Pierwsza odpowiedź do: pon. 23.11.2026, 14:00. Cel: 4 godziny czasu pracy od pon. 23.11.2026, 10:00, priorytet zwykły.',
    ],
    [
      'uk',
      'Перша відповідь до: пн 23.11.2026, 14:00. Ціль: 4 години робочого часу від пн 23.11.2026, 10:00, пріоритет звичайний.',
    ],
  ] as const)('by the SLA tab, in %s', (language, text) => {
    expect(words(language, live([]).state, 'new')).toBe(text);
  });

  test.each([
    [
      'en',
      'First answer by Thu 26 Nov 2026, 09:15. The session “Excel od podstaw” starts Thu 26 Nov 2026, 10:00; around a session (from 1 hour before the start until the end) the target is 15 minutes, whatever the working hours.',
    ],
    [
      'pl',
      'Pierwsza odpowiedź do: czw. 26.11.2026, 09:15. Zajęcia „Excel od podstaw” zaczynają się: czw. 26.11.2026, 10:00. Gdy zajęcia są blisko (przed początkiem: 1 godzina, i aż do ich końca), cel to 15 minut, także poza godzinami pracy.',
    ],
    [
      'uk',
      'Перша відповідь до: чт 26.11.2026, 09:15. Заняття «Excel od podstaw» починається: чт 26.11.2026, 10:00. Коли заняття близько (до початку: 1 година, і аж до кінця), ціль: 15 хвилин, також поза робочими годинами.',
    ],
  ] as const)('by a session, in %s', (language, text) => {
    const sla = context({ sessions: [sessionRow()] });
    const born = winter('2026-11-26T09:00');
    const state = advanceClocks(
      null,
      facts({ createdAt: born, statusSince: born, lastInboundAt: born }),
      sla,
    );
    expect(words(language, state, 'new', sla)).toBe(text);
  });

  test.each([
    ['en', 'The clock stands still: waiting for the vendor. First answer: 2 hours of working time left.'],
    ['pl', 'Zegar stoi: czekamy na dostawcę. Pierwsza odpowiedź, pozostało: 2 godziny czasu pracy.'],
    ['uk', 'Відлік зупинено: чекаємо на постачальника. Перша відповідь, залишилося: 2 години робочого часу.'],
  ] as const)('by a pause, in %s', (language, text) => {
    const { state } = live([{ status: 'waiting_vendor', statusSince: winter('2026-11-23T12:00') }]);
    expect(words(language, state, 'waiting_vendor')).toBe(text);
  });

  test('after a pause it says what had been used; after a miss what was due; without hours that there are none', () => {
    const { state } = live([
      { status: 'on_hold', statusSince: winter('2026-11-23T12:00') },
      { status: 'open', statusSince: winter('2026-11-24T12:00') },
    ]);
    expect(words('en', state, 'open')).toContain(
      'Used before a pause: 2 hours; running again from Tue 24 Nov 2026, 12:00.',
    );
    const missed = live([{ status: 'on_hold', statusSince: winter('2026-11-23T15:00') }]).state;
    expect(words('en', missed, 'on_hold')).toBe(
      'The clock stands still: on hold. First answer was due Mon 23 Nov 2026, 14:00.',
    );
    const closed = context({ calendar: calendarFrom([]) });
    expect(words('en', live([], closed).state, 'new', closed)).toContain(
      'no due time, the calendar has no open hours',
    );
  });
});

test('a holiday written later moves no promise that runs, only those that begin after it', () => {
  const { state, last } = live([]);
  const holiday = calendarFrom([
    ...weekdays('9:00', '17:00'),
    {
      ...(weekdays('9', '17')[0] as Row<'calendar'>),
      kind: 'holiday',
      weekday: null,
      date: '2026-11-23',
      opens: '',
      closes: '',
    },
  ]);
  expect(advanceClocks(state, last, context({ calendar: holiday }))).toEqual(state);
});
