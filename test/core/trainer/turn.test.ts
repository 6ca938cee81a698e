/** Whose turn it is to be told by mail of a ticket. */
import fc from 'fast-check';
import { readTeam } from '../../../core/assignment/colleagues';
import type { TicketId } from '../../../core/ticket/ticket-id';
import { readerOf, standsInFor } from '../../../core/trainer/stand-in';
import {
  type ToldTurn,
  type Turn,
  type TurnFacts,
  type TurnTicket,
  toldBy,
  turnsDue,
} from '../../../core/trainer/turn';
import { MAIL_READERS, TICKET_STATUSES } from '../../../core/workbook/choices';
import type { Row } from '../../../core/workbook/rows';
import { LENA, member, OLA, SARA, T, TEAM, TODAY, TOM } from './desk';

const MAIL = 'm1';
const ticket = (over: Partial<TurnTicket> = {}): TurnTicket => ({
  id: T,
  status: 'open',
  assignee: 'Tom',
  requesterEmail: 'anna@client.test',
  mark: MAIL,
  ...over,
});
const teamOf = (rows: readonly Row<'team'>[]) => readTeam(rows, TODAY, () => null);
const facts = (
  over: Partial<Omit<TurnFacts, 'team'>> & { team?: readonly Row<'team'>[] } = {},
): TurnFacts => ({
  tickets: [ticket()],
  readers: 'trainers',
  told: [],
  isAway: () => false,
  ...over,
  team: teamOf(over.team ?? TEAM),
});
const told = (turns: readonly Turn[]): ToldTurn[] => turns.flatMap(({ key }) => toldBy(key) ?? []);
const AWAY = { absent_from: '2026-11-20', absent_until: '2026-11-30' };

/** The team, with one row as it is here. */
const withRow = (changed: Row<'team'>): readonly Row<'team'>[] =>
  TEAM.map((row) => (row.email === changed.email ? changed : row));

describe('the colleague whose name stands on an active ticket is told', () => {
  test('of the participant’s latest mail, by a key that names all three', () => {
    const { due, untold } = turnsDue(facts());
    expect(untold).toEqual([]);
    expect(due).toEqual([
      {
        key: `turn:${T}:m1:tom@firm.test`,
        ticket: T,
        mark: MAIL,
        agent: TOM,
        insteadOf: '',
        again: false,
      },
    ]);
  });

  test.each(TICKET_STATUSES)('whether it is %s', (status) => {
    const { due } = turnsDue(facts({ tickets: [ticket({ status })] }));
    expect(due).toHaveLength(status === 'new' || status === 'open' ? 1 : 0);
  });

  test('once, and again when the participant has written again', () => {
    const first = turnsDue(facts()).due;
    expect(turnsDue(facts({ told: told(first) })).due).toEqual([]);
    const later = turnsDue(facts({ told: told(first), tickets: [ticket({ mark: 'm2' })] })).due;
    expect(later).toMatchObject([{ agent: TOM, again: true }]);
    expect(later[0]?.key).not.toBe(first[0]?.key);
  });

  test('again of the same mail when it was somebody else’s turn meanwhile', () => {
    let memory: ToldTurn[] = [];
    const keys: string[] = [];
    const news: boolean[] = [];
    for (const assignee of ['Tom', 'Lena', 'Lena', 'Tom', 'Tom', 'Lena', 'Tom']) {
      const { due } = turnsDue(facts({ tickets: [ticket({ assignee })], told: memory }));
      keys.push(...due.map(({ key }) => key.slice(key.lastIndexOf(':', key.indexOf('@')) + 1)));
      memory = [...memory, ...told(due)];
      news.push(...due.map(({ again }) => again));
    }
    // It is about no new message.
    expect(news).toEqual([false, false, false, false, false]);
    expect(keys).toEqual([
      'tom@firm.test',
      'lena@firm.test',
      'tom@firm.test:2',
      'lena@firm.test:2',
      'tom@firm.test:3',
    ]);
  });
});

describe('the setting', () => {
  test.each([
    ['trainers', 'Tom', 1],
    ['trainers', 'Sara', 0],
    ['everybody', 'Tom', 1],
    ['everybody', 'Sara', 1],
    ['nobody', 'Tom', 0],
    ['nobody', 'Sara', 0],
  ] as const)('%s: a ticket of %s is told to %d', (readers, assignee, count) => {
    expect(turnsDue(facts({ readers, tickets: [ticket({ assignee })] })).due).toHaveLength(count);
  });
});

describe('whoever stands in', () => {
  const absent = withRow(member(TOM, 'trainer', { ...AWAY, substitute: 'Sara' }));

  test('is told instead of a colleague who is absent, whatever the own role is', () => {
    expect(turnsDue(facts({ team: absent })).due).toMatchObject([{ agent: SARA, insteadOf: TOM.name }]);
  });

  test('is told when an out-of-office came back, of that ticket', () => {
    const isAway = (id: TicketId, agent: string) => id === T && agent === TOM.email;
    expect(turnsDue(facts({ isAway })).due).toMatchObject([{ agent: SARA, insteadOf: TOM.name }]);
    const first = told(turnsDue(facts()).due);
    expect(turnsDue(facts({ isAway, told: first })).due).toMatchObject([{ agent: SARA }]);
  });

  test('is asked for in turn until somebody is here', () => {
    const team = [
      member(TOM, 'trainer', { ...AWAY, substitute: 'Lena' }),
      member(LENA, 'trainer', { ...AWAY, substitute: 'Sara' }),
      member(SARA, 'support'),
    ];
    expect(turnsDue(facts({ team })).due).toMatchObject([{ agent: SARA, insteadOf: TOM.name }]);
  });

  test('is nobody where they stand in for each other and all are away', () => {
    const team = [
      member(TOM, 'trainer', { ...AWAY, substitute: 'Lena' }),
      member(LENA, 'trainer', { ...AWAY, substitute: 'Tom' }),
    ];
    expect(turnsDue(facts({ team }))).toEqual({
      due: [],
      untold: [{ ticket: T, why: { kind: 'all-away', names: [TOM.name, LENA.name] } }],
    });
  });

  test('is nobody who has left', () => {
    const team = [
      member(TOM, 'trainer', { ...AWAY, substitute: 'Ola' }),
      member(OLA, 'trainer', { active: false }),
    ];
    expect(turnsDue(facts({ team })).untold).toEqual([
      { ticket: T, why: { kind: 'all-away', names: [TOM.name] } },
    ]);
  });

  test('may answer a ticket a day late, and nobody else may', () => {
    const team = teamOf(TEAM);
    expect(['Tom Wrona', SARA.name, LENA.name].map((name) => standsInFor(name, 'Tom', team))).toEqual([
      true,
      true,
      false,
    ]);
    expect(standsInFor(TOM.name, '', team)).toBe(false);
    expect(standsInFor(TOM.name, 'Zygfryd', team)).toBe(false);
  });
});

describe('nobody is told, and why', () => {
  test.each([
    ['left', OLA.name, TEAM, { kind: 'assignee-left', name: OLA.name }],
    [
      'has no address',
      'Tom',
      withRow({ ...member(TOM, 'trainer'), email: TOM.email }).map((row) => ({
        ...row,
        email: row.name === TOM.name ? '' : row.email,
      })),
      { kind: 'no-address', name: TOM.name },
    ],
  ] as const)('the colleague %s', (_, assignee, team, why) => {
    expect(turnsDue(facts({ team, tickets: [ticket({ assignee })] }))).toEqual({
      due: [],
      untold: [{ ticket: T, why }],
    });
  });

  test('the name is nobody’s', () => {
    const one = turnsDue(facts({ readers: 'everybody', tickets: [ticket({ assignee: 'Zygfryd' })] }));
    expect(one.untold).toEqual([{ ticket: T, why: { kind: 'unknown-assignee', written: 'Zygfryd' } }]);
  });

  test('the colleague asked the question', () => {
    const { due, untold } = turnsDue(facts({ tickets: [ticket({ requesterEmail: 'Tom@firm.test' })] }));
    expect(due).toEqual([]);
    expect(untold).toEqual([{ ticket: T, why: { kind: 'asks-too', name: TOM.name } }]);
  });

  test.each(['', 'anna', 'anna@client.test, boss@client.test'])(
    'an answer would have nowhere to go: %j',
    (requesterEmail) => {
      const { due, untold } = turnsDue(facts({ tickets: [ticket({ requesterEmail })] }));
      expect(due).toEqual([]);
      expect(untold).toEqual([{ ticket: T, why: { kind: 'no-requester' } }]);
    },
  );

  test('nobody has the ticket', () => {
    const { due, untold } = turnsDue(facts({ readers: 'everybody', tickets: [ticket({ assignee: ' ' })] }));
    expect([due, untold]).toEqual([[], []]);
    expect(readerOf('', teamOf(TEAM))).toEqual({ kind: 'nobody', why: { kind: 'unassigned' } });
  });
});

describe('the key of another mail', () => {
  test.each([
    'reply:1',
    'turn:',
    `turn:${T}`,
    `turn:${T}:x:`,
    'turn:T-UUUUU:x:a@b.test',
    'ack:turn:T-7K3Q9:x:a@b.test',
  ])('tells nobody: %s', (key) => {
    expect(toldBy(key)).toBeNull();
  });
});

/** Things that happen to a small desk, in any order. */
const step = fc.oneof(
  fc.record({
    kind: fc.constant('assign' as const),
    ticket: fc.nat(2),
    to: fc.constantFrom('Tom', 'Lena', 'Sara', 'Ola', '', '?'),
  }),
  fc.record({ kind: fc.constant('writes' as const), ticket: fc.nat(2), mail: fc.nat(3) }),
  fc.record({
    kind: fc.constant('status' as const),
    ticket: fc.nat(2),
    to: fc.constantFrom(...TICKET_STATUSES),
  }),
  fc.record({
    kind: fc.constant('away' as const),
    who: fc.nat(3),
    until: fc.constantFrom('2026-11-30', '2026-11-01'),
  }),
  fc.record({
    kind: fc.constant('substitute' as const),
    who: fc.nat(3),
    by: fc.constantFrom('Tom', 'Lena', 'Sara', 'Ola', ''),
  }),
  fc.record({ kind: fc.constant('active' as const), who: fc.nat(3), is: fc.boolean() }),
  fc.record({ kind: fc.constant('setting' as const), to: fc.constantFrom(...MAIL_READERS) }),
);

test('whatever happens: no key twice, nobody who has left, one per ticket and look, and a second look tells nothing', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let team = [...TEAM];
      let tickets = ['T-00001', 'T-00002', 'T-00003'].map((id) => ticket({ id: id as TicketId }));
      let readers: TurnFacts['readers'] = 'everybody';
      const memory: ToldTurn[] = [];
      const keys = new Set<string>();
      for (const event of steps) {
        if (event.kind === 'assign')
          tickets = tickets.map((each, n) => (n === event.ticket ? { ...each, assignee: event.to } : each));
        else if (event.kind === 'writes')
          tickets = tickets.map((each, n) =>
            n === event.ticket ? { ...each, mark: `${event.mail}` } : each,
          );
        else if (event.kind === 'status')
          tickets = tickets.map((each, n) => (n === event.ticket ? { ...each, status: event.to } : each));
        else if (event.kind === 'away')
          team = team.map((row, n) => (n === event.who ? { ...row, absent_until: event.until } : row));
        else if (event.kind === 'substitute')
          team = team.map((row, n) => (n === event.who ? { ...row, substitute: event.by } : row));
        else if (event.kind === 'active')
          team = team.map((row, n) => (n === event.who ? { ...row, active: event.is } : row));
        else readers = event.to;
        const look = () => turnsDue(facts({ tickets, team, readers, told: memory }));
        const { due } = look();
        expect(new Set(due.map((turn) => turn.ticket)).size).toBe(due.length);
        for (const turn of due) {
          expect(keys.has(turn.key)).toBe(false);
          keys.add(turn.key);
          expect(team.find(({ email }) => email === turn.agent.email)?.active).toBe(true);
          expect(toldBy(turn.key)).toEqual({ ticket: turn.ticket, mark: turn.mark, agent: turn.agent.email });
        }
        memory.push(...told(due));
        expect(look().due).toEqual([]);
      }
    }),
  );
});
