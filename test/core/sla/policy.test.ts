import { readClocks } from '../../../core/sla/clock-reading';
import { formatClockState, parseClockState } from '../../../core/sla/clock-state';
import type { SlaContext, TicketFacts } from '../../../core/sla/clocks';
import { advanceClocks } from '../../../core/sla/clocks';
import { dueReasonText } from '../../../core/sla/due-reason-words';
import type { PolicyFacts } from '../../../core/sla/policy';
import { policyFor, readPolicies } from '../../../core/sla/policy';
import type { Row } from '../../../core/workbook/rows';
import {
  ALWAYS,
  calendarFrom,
  iso,
  KYIV,
  near,
  OFFICE,
  offset,
  slaRow,
  WARSAW,
  weekdays,
  winter,
} from './sla-rows';

const named = (name: string, change: Partial<Row<'sla'>>): Row<'sla'> => ({
  ...slaRow('', 60, 60, 60),
  name,
  ...change,
});

const TAB = [
  named('everything', {}),
  named('urgent', { priority: 'urgent' }),
  named('urgent again', { priority: 'urgent' }),
  named('invoices', { category: 'invoice' }),
  named('Nordwind', { client: 'Nordwind  Sp. z o.o.' }),
  named('Nordwind, urgent', { client: 'nordwind sp. z o.o', priority: 'urgent' }),
  named('novices', { audience: 'novice' }),
  named('anybody', { audience: 'any', category: 'certificate' }),
];

const facts = (change: Partial<PolicyFacts> = {}): PolicyFacts => ({
  priority: 'normal',
  category: 'login',
  client: '',
  audience: '',
  ...change,
});

describe('of the rows that fit a ticket', () => {
  test.each<[string, string, Partial<PolicyFacts>]>([
    ['the one without conditions', 'everything', {}],
    ['rather the one with a condition', 'urgent', { priority: 'urgent' }],
    ['by category', 'invoices', { category: 'invoice' }],
    ['by client, however it is written', 'Nordwind', { client: 'NORDWIND sp. z o.o.' }],
    ['by the audience of the session', 'novices', { audience: 'novice' }],
    [
      'the one with the most conditions',
      'Nordwind, urgent',
      { priority: 'urgent', client: 'Nordwind Sp. z o.o.' },
    ],
    [
      'of equals the first in the tab',
      'urgent',
      { priority: 'urgent', category: 'invoice', audience: 'novice' },
    ],
    ['“any” is no condition', 'anybody', { category: 'certificate', audience: 'experienced' }],
  ])('%s holds: %s', (_, name, change) => {
    expect(policyFor(readPolicies(TAB), facts(change))?.name).toBe(name);
  });

  test('none may: then nothing is promised', () => {
    expect(policyFor(readPolicies(TAB.slice(1)), facts())).toBeNull();
  });

  test('a row with nothing but a note is no row for everything', () => {
    const empty = named('', { calendar: '', first_answer: null, next_answer: null, resolution: null });
    expect(readPolicies([{ ...empty, note: 'to be discussed' }])).toEqual([]);
  });
});

// A Monday.
const BORN = winter('2026-11-23T10:00');
const ticket = (change: Partial<TicketFacts> = {}): TicketFacts => ({
  ...facts(),
  createdAt: BORN,
  status: 'new',
  statusSince: BORN,
  firstAnswerAt: null,
  lastInboundAt: BORN,
  lastOutboundAt: null,
  ...change,
});

function context(rows: readonly Row<'sla'>[]): SlaContext {
  const calendars = new Map([
    ['', ALWAYS],
    ['pl', OFFICE],
    ['uk', calendarFrom(weekdays('9:00', '17:00'), KYIV)],
  ]);
  return {
    policies: readPolicies(rows),
    firmCalendar: 'pl',
    calendarOf: (key) => calendars.get(key) ?? null,
    sessions: [],
  };
}

const firstDue = (state: ReturnType<typeof advanceClocks>, sla: SlaContext, now = BORN) =>
  iso(readClocks(state, 'new', now, sla).clocks.first?.due ?? null);

describe('promises already given', () => {
  const before = context([slaRow('normal', 240, 480, 1440), slaRow('urgent', 60, 60, 240)]);
  const given = advanceClocks(null, ticket(), before);

  test('stand when the SLA tab changes later', () => {
    const after = context([slaRow('normal', 30, 30, 30), named('login first', { category: 'login' })]);
    const looked = advanceClocks(given, ticket(), after);
    expect(firstDue(looked, after)).toBe(iso(winter('2026-11-23T14:00')));
    expect(looked).toEqual(given);
  });

  test('stand when the row is deleted', () => {
    expect(advanceClocks(given, ticket(), context([]))).toEqual(given);
  });

  test('stand when a change of the ticket leads to the same row', () => {
    const after = context([slaRow('normal', 30, 30, 30)]);
    const looked = advanceClocks(given, ticket({ category: 'invoice' }), after);
    expect(firstDue(looked, after)).toBe(iso(winter('2026-11-23T14:00')));
  });

  test('keep the rule about near sessions that they were given with', () => {
    const sessions = [
      {
        ...({} as Row<'sessions'>),
        id: 'XL-01',
        course: 'Excel',
        state: 'planned',
        starts_at: winter('2026-11-23T11:30'),
        ends_at: winter('2026-11-23T12:30'),
      },
    ];
    const tight = { ...context([near(slaRow('normal', 240, 480, 1440), 60, 10)]), sessions };
    const state = advanceClocks(null, ticket(), tight);
    const loose = { ...context([slaRow('normal', 240, 480, 1440)]), sessions };
    expect(firstDue(state, tight)).toBe(iso(winter('2026-11-23T10:40')));
    expect(firstDue(advanceClocks(state, ticket(), loose), loose)).toBe(iso(winter('2026-11-23T10:40')));
  });

  test.each<[string, Partial<TicketFacts>, string]>([
    ['priority', { priority: 'urgent' }, '2026-11-23T11:00'],
    ['category', { category: 'invoice' }, '2026-11-23T10:20'],
    ['client', { client: 'Nordwind' }, '2026-11-23T10:30'],
    ['audience', { audience: 'novice' }, '2026-11-23T10:40'],
  ])('are given anew when the %s of the ticket changes', (_, change, due) => {
    const sla = context([
      slaRow('normal', 240, 480, 1440),
      slaRow('urgent', 60, 60, 240),
      named('invoices', { category: 'invoice', first_answer: 20, priority: 'normal' }),
      named('Nordwind', { client: 'Nordwind', first_answer: 30, priority: 'normal' }),
      named('novices', { audience: 'novice', first_answer: 40, priority: 'normal' }),
    ]);
    const rows = [advanceClocks(null, ticket(), sla), ticket(change)] as const;
    expect(firstDue(advanceClocks(...rows, sla), sla)).toBe(iso(winter(due)));
  });

  test('a next question is promised what the tab says by then', () => {
    const answered = ticket({
      status: 'waiting_participant',
      statusSince: winter('2026-11-23T11:00'),
      firstAnswerAt: winter('2026-11-23T11:00'),
      lastOutboundAt: winter('2026-11-23T11:00'),
    });
    const after = context([{ ...slaRow('normal', 30, 30, 30), name: 'quicker now' }]);
    const asked = ticket({
      ...answered,
      status: 'open',
      statusSince: winter('2026-11-23T12:00'),
      lastInboundAt: winter('2026-11-23T12:00'),
    });
    const state = advanceClocks(advanceClocks(given, answered, before), asked, after);
    const { next, resolution } = readClocks(state, 'open', BORN, after).clocks;
    expect(iso(next?.due ?? null)).toBe(iso(winter('2026-11-23T12:30')));
    // The clock stood still for the hour of waiting; its target is the old one.
    expect(iso(resolution?.due ?? null)).toBe(iso(winter('2026-11-26T11:00')));
    expect(state.policy).toBe('quicker now');
  });

  test('a ticket that nothing was promised is promised what somebody adds', () => {
    const nothing = advanceClocks(null, ticket(), context([]));
    expect(firstDue(nothing, context([]))).toBeNull();
    expect(firstDue(advanceClocks(nothing, ticket(), before), before)).toBe(iso(winter('2026-11-23T14:00')));
  });

  test('written by an older program stand, and are given anew with a change of priority', () => {
    const old = parseClockState(
      `{"v":1,"p":"normal","f":{"s":${BORN},"t":240,"c":"pl","u":0,"r":${BORN},"d":${winter('2026-11-23T14:00')}}}`,
    );
    if (old === 'unreadable') throw new Error('an older state is readable');
    const rows = context([slaRow('normal', 30, 30, 30), slaRow('urgent', 15, 15, 15)]);
    const kept = advanceClocks(old, ticket(), rows);
    expect(firstDue(kept, rows)).toBe(iso(winter('2026-11-23T14:00')));
    expect(parseClockState(formatClockState(kept))).toEqual(kept);
    const urgent = advanceClocks(kept, ticket({ priority: 'urgent' }), rows);
    expect(firstDue(urgent, rows)).toBe(iso(winter('2026-11-23T10:15')));
  });
});

describe('a due time explains itself', () => {
  const reasonIn = (language: 'en' | 'pl' | 'uk', name = 'Krynycia') => {
    const sla = context([{ ...slaRow('normal', 120, 120, 480), calendar: 'uk', name }]);
    const { reason } = readClocks(advanceClocks(null, ticket(), sla), 'new', BORN, sla);
    if (!reason) throw new Error('a promise is open');
    return dueReasonText(reason, { language, zone: WARSAW, offset });
  };

  test.each([
    [
      'en',
      'First answer by Mon 23 Nov 2026, 12:00. Target: 2 hours of working time (Kyiv time) from Mon 23 Nov 2026, 10:00, policy “Krynycia”, priority normal.',
    ],
    [
      'pl',
      'Pierwsza odpowiedź do: pon. 23.11.2026, 12:00. Cel: 2 godziny czasu pracy (czas kijowski) od pon. 23.11.2026, 10:00, zasada „Krynycia”, priorytet zwykły.',
    ],
    [
      'uk',
      'Перша відповідь до: пн 23.11.2026, 12:00. Ціль: 2 години робочого часу (за київським часом) від пн 23.11.2026, 10:00, правило «Krynycia», пріоритет звичайний.',
    ],
  ] as const)('in %s: by which row, of which calendar, in whose time', (language, words) => {
    expect(reasonIn(language)).toBe(words);
  });

  test('a row called like its priority is not named twice', () => {
    expect(reasonIn('pl', 'Zwykły')).toContain('od pon. 23.11.2026, 10:00, priorytet zwykły.');
  });
});
