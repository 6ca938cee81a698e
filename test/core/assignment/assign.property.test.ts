import fc from 'fast-check';
import { assign } from '../../../core/assignment/assign';
import { TICKET_STATUSES } from '../../../core/workbook/choices';
import type { Row } from '../../../core/workbook/rows';
import { asTheTrackerLeaves, colleague, contextOf, givenTo, newTicket } from './team-rows';

const NAMES = ['Adam Lis', 'Berta Mak', 'Cezary Wit', 'Dora Ton', 'Emil Rys'];

const person = (name: string): fc.Arbitrary<Row<'team'>> =>
  fc
    .record({
      role: fc.constantFrom('support', 'trainer', 'manager'),
      languages: fc.subarray(['pl', 'uk', 'en']),
      skills: fc.subarray(['login', 'invoice', 'Excel']),
      absent_from: fc.constantFrom(null, null, '2026-11-20', '2026-12-01'),
      substitute: fc.constantFrom('', ...NAMES),
      max_open: fc.constantFrom(null, 0, 2, 5),
      active: fc.boolean(),
    })
    .map((more) => colleague(name, more));

const team = fc.tuple(...NAMES.map(person));

const tickets = fc
  .array(
    fc.record({
      status: fc.constantFrom(...TICKET_STATUSES),
      category: fc.constantFrom('login', 'invoice', 'other', ''),
      language: fc.constantFrom('pl', 'uk', 'en', ''),
      course: fc.constantFrom('', 'Excel'),
      priority: fc.constantFrom('urgent', 'normal'),
      assignee: fc.constantFrom('', '', '', ...NAMES, 'Nobody Known'),
      machine: fc.boolean(),
    }),
    { maxLength: 25 },
  )
  .map((list) =>
    list.map(({ machine, ...more }, index) =>
      newTicket(`T-${index}`, {
        ...more,
        assigned_why: machine && more.assignee !== '' ? `${more.assignee}: next in turn.` : '',
      }),
    ),
  );

const mode = fc.constantFrom('fewest' as const, 'round_robin' as const);

describe('whoever is on the team, whatever waits', () => {
  test('nobody absent, gone or full gets a ticket, and no ticket goes to two', () => {
    fc.assert(
      fc.property(tickets, team, mode, (rows, people, how) => {
        const { changes, open } = assign(rows, contextOf(people, { mode: how }));
        const given = changes.filter(({ kind }) => kind === 'given');
        expect(new Set(given.map(({ ticketId }) => ticketId)).size).toBe(given.length);
        for (const name of Object.values(givenTo(changes))) {
          const row = people.find((each) => each.name === name);
          expect(row).toMatchObject({ active: true });
          expect(row?.absent_from).not.toBe('2026-11-20');
          expect(open.get(name)).toBeLessThanOrEqual(row?.max_open ?? Number.POSITIVE_INFINITY);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('once it is done there is nothing more to do, and the order of the rows changes nothing', () => {
    fc.assert(
      fc.property(tickets, team, mode, fc.nat(), (rows, people, how, turn) => {
        const context = contextOf(people, { mode: how });
        const { changes, open } = assign(rows, context);
        const again = assign(asTheTrackerLeaves(rows, changes), context);
        const kinds = again.changes.map(({ kind }) => kind);
        // A ticket that somebody chose by hand in this run is looked at as such only in the next.
        expect(kinds.every((kind) => kind === 'nobody-fits' || kind === 'unknown-name')).toBe(true);
        const cut = rows.length === 0 ? 0 : turn % rows.length;
        const rotated = assign([...rows.slice(cut), ...rows.slice(0, cut)], context);
        expect(givenTo(rotated.changes)).toEqual(givenTo(changes));
        expect(new Map(rotated.open)).toEqual(new Map(open));
      }),
      { numRuns: 500 },
    );
  });

  test('the load of equal colleagues never differs by more than one ticket', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 0, max: 40 }),
        mode,
        (size, count, how) => {
          const people = NAMES.slice(0, size).map((name) => colleague(name));
          const rows = Array.from({ length: count }, (_, index) => newTicket(`T-${index}`));
          const { open } = assign(rows, contextOf(people, { mode: how }));
          const loads = people.map(({ name }) => open.get(name) ?? 0);
          expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  test('what a person chose is never changed, unless that colleague has gone', () => {
    fc.assert(
      fc.property(tickets, team, mode, (rows, people, how) => {
        const { changes } = assign(rows, contextOf(people, { mode: how }));
        const given = givenTo(changes);
        for (const row of rows) {
          if (row.assignee !== '' && row.assigned_why === '') expect(given[row.id]).toBeUndefined();
        }
      }),
      { numRuns: 300 },
    );
  });
});
