/** What becomes of ticket numbers that people empty, paste over, copy and make up. */
import { isTicketId } from '../../core/ticket/ticket-id';
import { SHEET_ID } from '../../core/workbook/columns';
import type { Row } from '../../core/workbook/rows';
import { type Desk, newTicket, openDesk } from './support/desk';

const A = 'T-7K3Q9';
const B = 'T-2M8FD';

/** Two tickets that the tracker has looked at once. */
function deskWithTwo(): Desk {
  const desk = openDesk();
  desk.append('tickets', [newTicket(A), newTicket(B, { requester_email: 'jan@client.example' })]);
  desk.append('messages', [
    { id: 'in:1', ticket_id: A, direction: 'in' },
    { id: 'in:2', ticket_id: B, direction: 'in' },
  ]);
  desk.host.run('tick');
  return desk;
}

/** Findings that somebody has to put right, without what the empty Team tab gives rise to. */
const problems = (desk: Desk): readonly Row<'problems'>[] =>
  desk.rows('problems').filter(({ key }) => !key.includes(':alert:'));

const numberLines = (desk: Desk): readonly string[] =>
  desk
    .rows('history')
    .filter(({ what, to }) => what === 'Ticket' && !to.startsWith('Status'))
    .map(({ ticket_id, from, to, who }) => `${ticket_id}: ${from} → ${to} by ${who}`);

function copyRow(desk: Desk, id: string, keep: (key: string) => boolean = () => true): void {
  const { rowIndex } = desk.ticket(id);
  const answer = desk.service.values.batchGetByDataFilter(desk.spreadsheetId, {
    dataFilters: [{ gridRange: { sheetId: SHEET_ID.tickets } }],
    valueRenderOption: 'UNFORMATTED_VALUE',
    dateTimeRenderOption: 'SERIAL_NUMBER',
  });
  const grid = answer.valueRanges?.[0]?.valueRange?.values ?? [];
  const values = (grid[rowIndex] ?? []).map((value: unknown, column: number) => {
    if (value === '' || !keep(String(grid[0]?.[column]))) return {};
    return {
      userEnteredValue: typeof value === 'number' ? { numberValue: value } : { stringValue: String(value) },
    };
  });
  desk.service.batchUpdate(desk.spreadsheetId, {
    requests: [
      { appendCells: { sheetId: SHEET_ID.tickets, rows: [{ values }], fields: 'userEnteredValue' } },
    ],
  });
}

function emptyNumberOfLastRow(desk: Desk): void {
  const column = desk.read('tickets').layout.columns.get('id') ?? 0;
  const rowIndex = Math.max(...desk.read('tickets').rows.map((placed) => placed.rowIndex));
  const range = {
    sheetId: SHEET_ID.tickets,
    startRowIndex: rowIndex,
    endRowIndex: rowIndex + 1,
    startColumnIndex: column,
    endColumnIndex: column + 1,
  };
  desk.service.batchUpdate(desk.spreadsheetId, {
    requests: [{ updateCells: { range, rows: [{ values: [{}] }], fields: 'userEnteredValue' } }],
  });
}

function deleteRow(desk: Desk, id: string): void {
  const { rowIndex } = desk.ticket(id);
  const range = {
    sheetId: SHEET_ID.tickets,
    dimension: 'ROWS',
    startIndex: rowIndex,
    endIndex: rowIndex + 1,
  };
  desk.service.batchUpdate(desk.spreadsheetId, { requests: [{ deleteDimension: { range } }] });
}

describe('a number that was', () => {
  test.each([
    ['emptied', ''],
    ['mistyped', 'T-7K3Q8'],
    ['written small', 't-7k3q9'],
    ['pasted over by another ticket’s', B],
  ])('%s is put back, and History says so', (_, typed) => {
    const desk = deskWithTwo();
    desk.type(A, 'id', typed);
    desk.sortTickets('requester_email', 'ASCENDING');

    desk.host.run('tick');

    expect(desk.ticket(A).row.subject).toBe(`Question ${A}`);
    expect(desk.ticket(B).row.subject).toBe(`Question ${B}`);
    expect(numberLines(desk)).toEqual([`${A}: ${typed} → ${A} by Rowdesk`]);
    expect(problems(desk)).toEqual([]);
  });

  test('emptied before the tracker had ever looked is found by the first message', () => {
    const desk = openDesk();
    const mail = newTicket(A);
    desk.append('tickets', [mail, newTicket(B, { requester_email: 'jan@client.example' })]);
    desk.append('messages', [
      { id: 'in:1', ticket_id: A, at: mail.created_at ?? null, from: 'Olena <olena@client.example>' },
      { id: 'in:2', ticket_id: B, at: mail.created_at ?? null, from: 'jan@client.example' },
    ]);
    desk.type(A, 'id', '');

    desk.host.run('tick');

    expect(desk.ticket(A).row.subject).toBe(`Question ${A}`);
    expect(problems(desk)).toEqual([]);
  });

  test('emptied, and could be one of two, is left to a person', () => {
    const desk = openDesk();
    const mail = newTicket(A);
    desk.append('tickets', [mail, newTicket(B)]);
    for (const id of [A, B]) {
      desk.append('messages', [
        { id: `in:${id}`, ticket_id: id, at: mail.created_at ?? null, from: 'olena@client.example' },
      ]);
      desk.type(id, 'id', '');
    }
    desk.host.run('tick');
    expect(desk.rows('tickets').map(({ id }) => id)).toEqual(['', '']);
    expect(problems(desk).map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        expect.stringContaining(`Question ${A}`),
        expect.stringContaining(`Question ${B}`),
      ]),
    );
  });

  test('swapped with another by sorting one column alone is left until somebody undoes it', () => {
    const desk = deskWithTwo();
    const before = desk.rows('tickets');
    const swap = (first: string, second: string): void => {
      const rows = desk.read('tickets').rows;
      const column = desk.read('tickets').layout.columns.get('id') ?? 0;
      desk.service.batchUpdate(desk.spreadsheetId, {
        requests: [
          {
            updateCells: {
              range: {
                sheetId: SHEET_ID.tickets,
                startRowIndex: rows[0]?.rowIndex ?? 0,
                endRowIndex: (rows[0]?.rowIndex ?? 0) + 2,
                startColumnIndex: column,
                endColumnIndex: column + 1,
              },
              rows: [first, second].map((id) => ({ values: [{ userEnteredValue: { stringValue: id } }] })),
              fields: 'userEnteredValue',
            },
          },
        ],
      });
    };
    swap(B, A);
    desk.host.run('tick');
    expect(problems(desk)).toEqual([
      expect.objectContaining({ what: expect.stringContaining('rows 3, 4 do not belong to the rest') }),
    ]);
    swap(A, B);
    desk.host.run('tick');
    expect(desk.rows('tickets')).toEqual(before);
  });
});

describe('a row that somebody copied', () => {
  test('is told to be exactly the same, and neither is touched', () => {
    const desk = deskWithTwo();
    copyRow(desk, A);
    desk.host.run('tick');
    expect(problems(desk)).toEqual([
      expect.objectContaining({
        key: `tickets:${A}:doubled`,
        what: expect.stringContaining('They are exactly the same.'),
        todo: 'Delete one of them.',
      }),
    ]);
  });

  test.each([
    ['all columns', () => true],
    [
      'only the columns in sight',
      (key: string) => !key.endsWith('_seen') && !['clock', 'seen', 'status_since'].includes(key),
    ],
  ])('becomes a ticket of its own when its number is emptied: copied with %s', (_, keep) => {
    const desk = deskWithTwo();
    const before = desk.ticket(A).row;
    copyRow(desk, A, keep);
    emptyNumberOfLastRow(desk);
    desk.clock.time = (desk.clock.time + 3_600_000) as Desk['clock']['time'];

    desk.host.run('tick');

    const copy = desk.rows('tickets').find(({ id }) => id !== A && id !== B);
    expect(isTicketId(copy?.id ?? '')).toBe(true);
    expect(copy).toMatchObject({
      subject: before.subject,
      status: 'new',
      last_inbound_at: null,
      message_count: null,
    });
    expect(copy?.created_at).toBeCloseTo(desk.clock.time, -3);
    expect(desk.ticket(A).row).toMatchObject({ created_at: before.created_at, clock: before.clock });
  });
});

describe('a ticket that somebody types in after a phone call', () => {
  test('gets a number, a first status, its due times, a note with what was said and a line of History', () => {
    const desk = deskWithTwo();
    desk.append('tickets', [{ subject: 'Cannot find the room', requester_name: 'Ola from the front desk' }]);

    desk.host.run('tick');

    const filed = desk.rows('tickets').find(({ subject }) => subject === 'Cannot find the room');
    expect(isTicketId(filed?.id ?? '')).toBe(true);
    expect(filed).toMatchObject({ status: 'new', priority: 'normal', language: 'en', sla_state: 'running' });
    expect(filed?.first_due).not.toBeNull();
    expect(desk.rows('messages')).toContainEqual(
      expect.objectContaining({ ticket_id: filed?.id, direction: 'note', text: 'Cannot find the room' }),
    );
    expect(desk.rows('history')).toContainEqual(
      expect.objectContaining({ ticket_id: filed?.id, why: 'The ticket was written into the sheet.' }),
    );
    expect(problems(desk)).toEqual([]);
  });

  test('has one number, however often the tracker looks', () => {
    const desk = deskWithTwo();
    desk.append('tickets', [{ subject: 'One' }, { subject: 'One' }]);
    desk.host.run('tick');
    const ids = desk.rows('tickets').map(({ id }) => id);
    desk.host.run('tick');
    expect(desk.rows('tickets').map(({ id }) => id)).toEqual(ids);
    expect(new Set(ids).size).toBe(4);
  });

  test('is none when nobody has said yet what it is about', () => {
    const desk = deskWithTwo();
    desk.append('tickets', [{ tags: ['to do'] }]);
    desk.host.run('tick');
    expect(desk.rows('tickets').map(({ id }) => id)).toEqual([A, B, '']);
    expect(problems(desk)).toEqual([]);
  });

  test('keeps its place when rows move at the moment in which it gets its number', () => {
    const desk = deskWithTwo();
    desk.append('tickets', [{ subject: 'Zebra' }]);
    let writes = 0;
    desk.onCall = ({ name }) => {
      if (name !== 'Sheets.Spreadsheets.batchUpdate') return;
      writes++;
      if (writes === 1) desk.sortTickets('subject', 'DESCENDING');
    };
    desk.host.run('tick');
    desk.onCall = () => undefined;
    desk.host.run('tick');

    expect(desk.ticket(A).row.subject).toBe(`Question ${A}`);
    expect(desk.ticket(B).row.subject).toBe(`Question ${B}`);
    const zebra = desk.rows('tickets').find(({ subject }) => subject === 'Zebra');
    expect(isTicketId(zebra?.id ?? '')).toBe(true);
    expect(desk.rows('tickets')).toHaveLength(3);
  });
});

describe('a row that somebody deleted', () => {
  test('is told on Problems and in History, and so is its return', () => {
    const desk = deskWithTwo();
    const cells = desk.ticket(A).row;
    deleteRow(desk, A);
    desk.host.run('tick');
    desk.host.run('tick');
    expect(problems(desk).map(({ key }) => key)).toEqual([`messages:${A}:no-ticket`]);

    desk.append('tickets', [cells]);
    desk.host.run('tick');
    desk.host.run('tick');

    expect(numberLines(desk)).toEqual([
      `${A}: ${A} →  by Somebody in the sheet`,
      `${A}:  → ${A} by Somebody in the sheet`,
    ]);
  });
});

describe('a row of Problems that somebody clears', () => {
  test('does not come back while all is as it was, and does when it happens anew', () => {
    const desk = deskWithTwo();
    const cells = desk.ticket(A).row;
    deleteRow(desk, A);
    desk.host.run('tick');
    desk.emptyTable('problems');
    desk.host.run('tick');
    expect(problems(desk)).toEqual([]);

    desk.append('tickets', [cells]);
    desk.host.run('tick');
    deleteRow(desk, A);
    desk.host.run('tick');
    expect(problems(desk).map(({ key }) => key)).toEqual([`messages:${A}:no-ticket`]);
  });
});
