/** People sort, insert, delete and edit while a tick is at work: between its read and its write, and right in it. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { SHEET_ID } from '../../core/workbook/columns';
import { at, type Desk, newTicket, openDesk } from './support/desk';

const IDS = ['T-AAAAA', 'T-BBBBB', 'T-CCCCC', 'T-DDDDD'];

function deskWithTickets(desk = openDesk()): Desk {
  desk.append(
    'tickets',
    IDS.map((id, index) =>
      newTicket(id, { requester_name: String(9 - index), created_at: at(`2026-11-2${index}T08:00:00Z`) }),
    ),
  );
  return desk;
}

/** What a tick alone makes of the same tickets. */
function undisturbed(): Map<string, unknown> {
  const desk = deskWithTickets();
  desk.host.run('tick');
  return new Map(desk.rows('tickets').map((row) => [row.id ?? '', row]));
}

const expected = undisturbed();

function expectEveryRowItsOwn(desk: Desk): void {
  for (const row of desk.rows('tickets')) expect(row).toEqual(expected.get(row.id ?? ''));
}

type Moment = 'before the rows are looked up again' | 'between look-up and write';

/** Does something when the tick comes to that point, once. */
function interrupt(desk: Desk, moment: Moment, deed: () => void): void {
  let reads = 0;
  desk.onCall = ({ name }) => {
    if (name === 'Sheets.Spreadsheets.Values.batchGetByDataFilter') reads++;
    // Reads of a tick: all tabs, ids of tickets and messages, ids and statuses right before writing.
    const isNow =
      moment === 'between look-up and write' ? name === 'Sheets.Spreadsheets.batchUpdate' : reads === 3;
    if (!isNow) return;
    desk.onCall = () => undefined;
    deed();
  };
}

describe.each<Moment>(['before the rows are looked up again', 'between look-up and write'])(
  'when %s',
  (moment) => {
    test('somebody sorts, every value ends in the row of its ticket', () => {
      const desk = deskWithTickets();
      interrupt(desk, moment, () => desk.sortTickets('requester_name', 'ASCENDING'));
      desk.host.run('tick');
      desk.host.run('tick');
      expect(desk.rows('tickets').map(({ id }) => id)).toEqual([...IDS].reverse());
      expectEveryRowItsOwn(desk);
    });

    test('somebody inserts rows above, nothing stays behind in the empty ones', () => {
      const desk = deskWithTickets();
      interrupt(desk, moment, () => {
        desk.service.batchUpdate(desk.spreadsheetId, {
          requests: [
            {
              insertDimension: {
                range: { sheetId: SHEET_ID.tickets, dimension: 'ROWS', startIndex: 2, endIndex: 4 },
                inheritFromBefore: false,
              },
            },
          ],
        });
      });
      desk.host.run('tick');
      desk.host.run('tick');
      expect(desk.rows('tickets')).toHaveLength(IDS.length);
      expectEveryRowItsOwn(desk);
    });

    test('somebody deletes a ticket, the others are not mixed up', () => {
      const desk = deskWithTickets();
      interrupt(desk, moment, () => {
        desk.service.batchUpdate(desk.spreadsheetId, {
          requests: [
            {
              deleteDimension: {
                range: { sheetId: SHEET_ID.tickets, dimension: 'ROWS', startIndex: 3, endIndex: 4 },
              },
            },
          ],
        });
      });
      desk.host.run('tick');
      desk.host.run('tick');
      expect(desk.rows('tickets').map(({ id }) => id)).toEqual(['T-AAAAA', 'T-CCCCC', 'T-DDDDD']);
      expectEveryRowItsOwn(desk);
    });
  },
);

test('a status that a person chooses meanwhile is not overwritten', () => {
  const desk = deskWithTickets();
  desk.host.run('tick');
  // Mail would move the ticket to "waiting"; the person resolves it at that very moment.
  desk.update('T-BBBBB', { last_outbound_at: at('2026-11-23T09:10:00Z') });
  desk.clock.time = at('2026-11-23T09:20:00Z');
  interrupt(desk, 'before the rows are looked up again', () => desk.type('T-BBBBB', 'status', 'Resolved'));
  desk.host.run('tick');
  expect(desk.shown('T-BBBBB', 'status')).toBe('Resolved');
  desk.host.run('tick');
  expect(desk.ticket('T-BBBBB').row).toMatchObject({ status: 'resolved', status_seen: 'resolved' });
});

test('a column that a person moves meanwhile gets nobody else’s values; the next tick does what this one could not', () => {
  const desk = deskWithTickets();
  interrupt(desk, 'before the rows are looked up again', () => {
    const from = desk.place('T-AAAAA', 'sla_state').column - 1;
    desk.service.batchUpdate(desk.spreadsheetId, {
      requests: [
        {
          moveDimension: {
            source: { sheetId: SHEET_ID.tickets, dimension: 'COLUMNS', startIndex: from, endIndex: from + 1 },
            destinationIndex: 1,
          },
        },
      ],
    });
  });
  desk.host.run('tick');
  expect(desk.rows('tickets').map(({ clock }) => clock)).toEqual(['', '', '', '']);
  desk.host.run('tick');
  expectEveryRowItsOwn(desk);
});

test('rows that never stand still are given up and reported', () => {
  const desk = deskWithTickets();
  let writes = 0;
  desk.onCall = ({ name }) => {
    if (name !== 'Sheets.Spreadsheets.batchUpdate') return;
    writes++;
    // Three rounds and then the row of Problems.
    if (writes <= 3) desk.sortTickets('requester_name', writes % 2 === 1 ? 'ASCENDING' : 'DESCENDING');
  };
  desk.host.run('tick');
  expect(writes).toBe(4);
  const keys = desk.rows('problems').map(({ key }) => key);
  const reported = keys.filter((key) => key.endsWith(':moving'));
  expect(reported.sort((a, b) => a.localeCompare(b))).toEqual(IDS.map((id) => `tickets:${id}:moving`));
});

test('whatever is sorted whenever, a row that keeps what belongs to another is reported', () => {
  const atEveryWrite = [
    { atCall: 4, column: 'subject', order: 'DESCENDING' },
    { atCall: 6, column: 'subject', order: 'ASCENDING' },
    { atCall: 8, column: 'requester_name', order: 'ASCENDING' },
  ] as const;
  const sort = fc.record({
    /** Three reads and the write, and the rounds of repair after them. */
    atCall: fc.integer({ min: 1, max: 9 }),
    column: fc.constantFrom('requester_name', 'created_at', 'id', 'subject'),
    order: fc.constantFrom('ASCENDING' as const, 'DESCENDING' as const),
  });
  /** Calls 4, 6 and 8 are the writes of the three rounds. */
  const roundsAllDisturbed = (sorts: readonly { readonly atCall: number }[]): boolean =>
    [4, 6, 8].every((write) => sorts.some(({ atCall }) => atCall === write));
  const desk = openDesk();
  fc.assert(
    fc.property(fc.array(sort, { minLength: 1, maxLength: 5 }), (sorts) => {
      desk.emptyTable('tickets');
      desk.emptyTable('problems');
      deskWithTickets(desk);
      let calls = 0;
      desk.onCall = ({ name }) => {
        if (!name.startsWith('Sheets.')) return;
        calls++;
        const number = calls;
        for (const { atCall, column, order } of sorts) {
          if (atCall === number) desk.sortTickets(column as 'id', order);
        }
      };
      desk.host.run('tick');
      desk.onCall = () => undefined;
      desk.host.run('tick');
      // Only what would not stand still in any of the rounds may be left to a person.
      const reported = desk.rows('problems').map(({ key }) => key);
      const wrong = desk.rows('tickets').filter((row) => !isDeepStrictEqual(row, expected.get(row.id)));
      expect(reported).toEqual(expect.arrayContaining(wrong.map(({ id }) => `tickets:${id}:moving`)));
      if (!roundsAllDisturbed(sorts)) expect(wrong).toEqual([]);
      expect(desk.rows('tickets')).toHaveLength(IDS.length);
    }),
    { numRuns: 40, examples: [[[...atEveryWrite]]] },
  );
});
