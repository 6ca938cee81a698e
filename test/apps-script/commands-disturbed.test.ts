/** Commands of mails while people move their rows, and while ticks end in the middle or overlap. */
import { SHEET_ID } from '../../core/workbook/columns';
import { ask, firm, ID, lines, MAIL, OLA, OTHER, stateOf } from './support/command-desk';
import { ANNA, type Desk, newTicket } from './support/desk';

/** Right before the tick writes for the first time. */
function rightBeforeWriting(desk: Desk, deed: () => void): void {
  desk.onCall = ({ name }) => {
    if (name !== 'Sheets.Spreadsheets.batchUpdate') return;
    desk.onCall = () => undefined;
    deed();
  };
}

describe('rows of commands are found wherever they are', () => {
  const sort = (desk: Desk, order: 'ASCENDING' | 'DESCENDING'): void => {
    const column = desk.read('commands').layout.columns.get('value') ?? -1;
    desk.service.batchUpdate(desk.spreadsheetId, {
      requests: [
        {
          sortRange: {
            range: { sheetId: SHEET_ID.commands, startRowIndex: 2 },
            sortSpecs: [{ dimensionIndex: column, sortOrder: order }],
          },
        },
      ],
    });
  };

  test('when somebody sorts them between the look-up and the write, every state stands beside its own', () => {
    const desk = firm();
    const done = ask(desk, 'priority', 'urgent');
    const refused = ask(desk, 'assignee', 'Zygfryd', { ticket_id: OTHER, who: ANNA.email });
    const earlier = ask(desk, 'priority', 'high', { state: 'done', answer: 'as before' });
    rightBeforeWriting(desk, () => sort(desk, 'ASCENDING'));
    desk.host.run('tick');
    expect(desk.rows('commands').map(({ value }) => value)).toEqual(['high', 'urgent', 'Zygfryd']);
    expect(stateOf(desk, done)).toMatchObject({ state: 'done', answer: '' });
    expect(stateOf(desk, refused)).toMatchObject({
      state: 'refused',
      answer: expect.stringContaining('Zygfryd'),
    });
    expect(stateOf(desk, earlier)).toMatchObject({ state: 'done', answer: 'as before', done_at: null });
  });

  test('and one that was asked at that moment stays to be done', () => {
    const desk = firm();
    const done = ask(desk, 'priority', 'urgent');
    let next = '';
    rightBeforeWriting(desk, () => {
      next = ask(desk, 'status', 'resolved');
      sort(desk, 'ASCENDING');
    });
    desk.host.run('tick');
    expect(stateOf(desk, done).state).toBe('done');
    expect(stateOf(desk, next)).toMatchObject({ state: '', done_at: null, answer: '' });
    desk.host.run('tick');
    expect(stateOf(desk, next).state).toBe('done');
    expect(desk.ticket(ID).row.status).toBe('resolved');
  });

  test('a command whose row somebody deletes in time is not carried out', () => {
    const desk = firm();
    ask(desk, 'priority', 'urgent');
    let reads = 0;
    desk.onCall = ({ name }) => {
      if (name === 'Sheets.Spreadsheets.Values.batchGetByDataFilter') reads++;
      if (reads < 3) return;
      desk.onCall = () => undefined;
      desk.emptyTable('commands');
    };
    desk.host.run('tick');
    desk.host.run('tick');
    expect(desk.shown(ID, 'priority')).toBe('Normal');
    expect(lines(desk)).toEqual([]);
  });

  test('a copied row is carried out by nobody, and told', () => {
    const desk = firm();
    const command = ask(desk, 'priority', 'urgent');
    desk.append('commands', [
      { id: command, at: MAIL, ticket_id: ID, who: OLA, cell: 'priority', value: 'low' },
    ]);
    desk.host.run('tick');
    desk.host.run('tick');
    expect(desk.shown(ID, 'priority')).toBe('Normal');
    expect(desk.rows('problems').map(({ key }) => key)).toEqual([`commands:${command}:doubled`]);
  });

  test('a row without an id, or with a state that nobody understands, is left alone', () => {
    const desk = firm();
    ask(desk, 'priority', 'urgent', { id: '' });
    const command = ask(desk, 'priority', 'low');
    const { rowIndex } = desk.read('commands').rows[1] ?? { rowIndex: -1 };
    const column = desk.read('commands').layout.columns.get('state') ?? -1;
    desk.service.batchUpdate(desk.spreadsheetId, {
      requests: [
        {
          updateCells: {
            range: {
              sheetId: SHEET_ID.commands,
              startRowIndex: rowIndex,
              endRowIndex: rowIndex + 1,
              startColumnIndex: column,
              endColumnIndex: column + 1,
            },
            rows: [{ values: [{ userEnteredValue: { stringValue: 'banana' } }] }],
            fields: 'userEnteredValue',
          },
        },
      ],
    });
    desk.host.run('tick');
    expect(desk.shown(ID, 'priority')).toBe('Normal');
    expect(desk.read('commands').problems.map(({ found }) => found)).toEqual(['banana']);
    expect(stateOf(desk, command).done_at).toBeNull();
  });

  test('without the column of states nothing is carried out, and the column is missed', () => {
    const desk = firm();
    ask(desk, 'priority', 'urgent');
    const place = desk.read('commands').layout.columns.get('state') ?? -1;
    desk.service.batchUpdate(desk.spreadsheetId, {
      requests: [
        {
          deleteDimension: {
            range: {
              sheetId: SHEET_ID.commands,
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
    expect(desk.shown(ID, 'priority')).toBe('Normal');
    expect(desk.rows('problems').map(({ key }) => key)).toEqual(['commands:column:state']);
  });
});

describe('a tick with commands', () => {
  const calls = (commands: number): number => {
    const desk = firm();
    const ids = Array.from({ length: commands }, (_, index) => `T-${String(10_000 + index)}`);
    desk.append(
      'tickets',
      ids.map((id) => newTicket(id, { assignee: 'Ola Nowak' })),
    );
    desk.host.run('tick');
    for (const id of ids) ask(desk, 'priority', 'urgent', { ticket_id: id });
    desk.append(
      'commands',
      ids.map((id, index) => ({
        id: `old:${index}`,
        at: MAIL,
        ticket_id: id,
        who: OLA,
        cell: 'status',
        value: 'open',
        state: 'done',
      })),
    );
    const { serviceCalls } = desk.host.run('tick');
    expect(desk.rows('commands').filter(({ state }) => state !== 'done')).toEqual([]);
    return serviceCalls;
  };

  test('makes the same few service calls for one as for many', () => {
    const few = calls(1);
    expect(few).toBeLessThanOrEqual(12);
    expect(calls(40)).toBe(few);
  });

  test('that ends after any of its calls leaves nothing half done, and the next one ends it', () => {
    const expected = (desk: Desk, ids: readonly string[]): void => {
      expect(ids.map((id) => stateOf(desk, id).state)).toEqual(['done', 'done', 'refused']);
      expect(desk.ticket(ID).row).toMatchObject({ priority: 'urgent', status: 'waiting_vendor' });
      expect(lines(desk)).toEqual([
        'Ola Nowak: Priority, Normal → Urgent. Asked for by mail.',
        'Ola Nowak: Status, New → Waiting for vendor. Asked for by mail.',
      ]);
    };
    const asked = (desk: Desk): readonly string[] => [
      ask(desk, 'priority', 'urgent'),
      ask(desk, 'status', 'waiting_vendor'),
      ask(desk, 'priority', 'high', { ticket_id: 'T-G0NE1' }),
    ];
    const undisturbed = firm();
    const ids = asked(undisturbed);
    let all = 0;
    undisturbed.onCall = () => {
      all++;
    };
    undisturbed.host.run('tick');
    expected(undisturbed, ids);
    for (let last = 1; last <= all; last++) {
      const desk = firm();
      const own = asked(desk);
      let made = 0;
      desk.onCall = () => {
        made++;
        if (made === last) throw new Error('Exceeded maximum execution time');
      };
      expect(() => desk.host.run('tick')).toThrow('Exceeded maximum execution time');
      desk.onCall = () => undefined;
      desk.host.run('tick');
      expected(desk, own);
    }
  });

  test('and another at any of its moments carry each out once', () => {
    const desk = firm();
    let all = 0;
    desk.onCall = () => {
      all++;
    };
    ask(desk, 'priority', 'urgent');
    desk.host.run('tick');
    for (let moment = 1; moment <= all; moment++) {
      const twice = firm();
      const command = ask(twice, 'priority', 'urgent');
      let made = 0;
      twice.onCall = () => {
        made++;
        if (made !== moment) return;
        twice.onCall = () => undefined;
        twice.host.run('tick');
      };
      twice.host.run('tick');
      twice.onCall = () => undefined;
      twice.host.run('tick');
      expect(stateOf(twice, command).state).toBe('done');
      expect(lines(twice)).toEqual(['Ola Nowak: Priority, Normal → Urgent. Asked for by mail.']);
    }
  });
});
