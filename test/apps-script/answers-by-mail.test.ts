/** Answers that colleagues write by mail, with commands above them, in whichever order their traces come in. */
import type { RowChange } from '../../core/workbook/rows';
import { ask, firm, ID, lines, MAIL, OLA, stateOf } from './support/command-desk';
import { ANNA, at, type Desk } from './support/desk';

/** From the question at nine in Warsaw. */
const MINUTES = 66;
const LEFT = at('2026-11-23T09:06:00Z');

/** As the bridge writes it once the answer has left. */
function leaves(desk: Desk, more: RowChange<'outbox'> = {}): void {
  const mail = { key: 'relay:in:m1', kind: 'reply', ticket_id: ID, to: 'olena@client.example' } as const;
  desk.append('outbox', [
    { ...mail, created_by: OLA, created_at: MAIL, state: 'sent', sent_at: LEFT, ...more },
  ]);
  desk.update(ID, { last_outbound_at: LEFT });
}

describe('an answer by mail', () => {
  const sheet = { key: '0123456789abcdef0123456789abcdef', created_by: ANNA.email };

  test('moves the ticket as one from the sidebar does', () => {
    const after = [{}, sheet].map((more) => {
      const desk = firm();
      leaves(desk, more);
      desk.host.run('tick');
      return desk.ticket(ID).row;
    });
    expect(after[0]).toMatchObject({
      status: 'waiting_participant',
      first_minutes: MINUTES,
      outbound_seen: LEFT,
    });
    expect(after[0]).toEqual(after[1]);
  });

  test.each<[string, RowChange<'outbox'>, string]>([
    [
      'by mail',
      {},
      'Ola Nowak: Status, New → Waiting for participant. Answered by mail; now it is the participant’s turn.',
    ],
    [
      'by mail, under the name',
      { created_by: 'Ola Nowak' },
      'Ola Nowak: Status, New → Waiting for participant. Answered by mail; now it is the participant’s turn.',
    ],
    [
      'in the sheet',
      sheet,
      'Anna Zielińska: Status, New → Waiting for participant. We answered; now it is the participant’s turn.',
    ],
    [
      'by nobody knows whom',
      { sent_at: at('2026-11-23T09:01:00Z') },
      'Colleague: Status, New → Waiting for participant. We answered; now it is the participant’s turn.',
    ],
  ])('is told in History with its writer: %s', (_, more, expected) => {
    const desk = firm();
    leaves(desk, more);
    desk.host.run('tick');
    expect(lines(desk)).toEqual([expected]);
  });

  test('costs the tick no call more', () => {
    const desk = firm();
    desk.update(ID, { priority: 'high' });
    const { serviceCalls } = desk.host.run('tick');
    leaves(desk);
    expect(desk.host.run('tick').serviceCalls).toBe(serviceCalls);
  });
});

describe.each<[cell: string, value: string, expected: RowChange<'tickets'>]>([
  ['status', 'resolved', { status: 'resolved' }],
  ['status', 'waiting_vendor', { status: 'waiting_vendor' }],
  ['hold_until', '2026-11-26', { status: 'on_hold', hold_until: '2026-11-26' }],
])('an answer under “%s: %s” leaves the ticket there', (cell, value, expected) => {
  const orders: readonly [string, (desk: Desk) => string][] = [
    [
      'seen before the answer has left',
      (desk) => {
        const command = ask(desk, cell, value);
        desk.host.run('tick');
        leaves(desk);
        return command;
      },
    ],
    [
      'seen after the answer',
      (desk) => {
        leaves(desk);
        desk.host.run('tick');
        return ask(desk, cell, value);
      },
    ],
    [
      'seen together with it',
      (desk) => {
        leaves(desk);
        return ask(desk, cell, value);
      },
    ],
  ];

  test.each(orders)('%s', (_, happens) => {
    const desk = firm();
    const command = happens(desk);
    desk.host.run('tick');
    desk.host.run('tick');
    expect(stateOf(desk, command)).toMatchObject({ state: 'done', answer: '' });
    expect(desk.ticket(ID).row).toMatchObject({ ...expected, first_minutes: MINUTES });
    expect(lines(desk).filter((line) => line.startsWith('Ola Nowak')).length).toBeGreaterThan(0);
  });
});

describe('of commands that were refused the colleague is told', () => {
  const letters = (desk: Desk) =>
    desk.rows('outbox').filter(({ template }) => template === 'command_refused');

  test('in one letter for each mail, in the colleague’s language, once', () => {
    const desk = firm();
    const place = desk.rows('team');
    desk.emptyTable('team');
    desk.append(
      'team',
      place.map((row) => (row.email === OLA ? { ...row, languages: ['pl'] } : row)),
    );
    for (const [n, cell, value] of [
      [1, 'status', 'new'],
      [2, 'assignee', 'Zygfryd'],
      [3, 'priority', 'high'],
      [4, 'hold_until', '2026-11-01'],
    ] as const) {
      ask(desk, cell, value, { id: `in:m1:${n}` });
    }
    ask(desk, 'priority', 'low', { id: 'in:m2:1', ticket_id: 'T-G0NE1' });
    desk.host.run('tick');
    desk.host.run('tick');
    expect(stateOf(desk, 'in:m1:3').state).toBe('done');
    expect(letters(desk)).toMatchObject([
      { key: 'refused:in:m1:2', kind: 'alert', to: OLA, ticket_id: ID, language: 'pl', state: 'queued' },
      { key: 'refused:in:m2:1', kind: 'alert', to: OLA, ticket_id: 'T-G0NE1' },
    ]);
    expect(letters(desk)[0]?.body).toMatch(/Zygfryd.*2026-11-01/s);
    expect(letters(desk)[0]?.body).not.toContain('Priorytet');
  });

  test('not, when a stranger’s was refused', () => {
    const desk = firm();
    ask(desk, 'priority', 'high', { who: 'eve@x.example' });
    desk.host.run('tick');
    expect(letters(desk)).toEqual([]);
  });

  test('once, though the run ends right after it has written', () => {
    const desk = firm();
    ask(desk, 'assignee', 'Zygfryd', { id: 'in:m1:1' });
    let written = false;
    desk.onCall = ({ name }) => {
      if (written) throw new Error('Exceeded maximum execution time');
      if (name.endsWith('batchUpdate')) written = true;
    };
    expect(() => desk.host.run('tick')).toThrow('Exceeded maximum execution time');
    desk.onCall = () => undefined;
    desk.host.run('tick');
    expect(letters(desk)).toHaveLength(1);
  });

  test('five times in a day at most', () => {
    const desk = firm();
    for (let n = 1; n <= 8; n++) {
      ask(desk, 'assignee', 'Zygfryd', { id: `in:m${n}:1` });
      if (n % 3 === 0) desk.host.run('tick');
    }
    desk.host.run('tick');
    expect(letters(desk)).toHaveLength(5);
    expect(desk.rows('commands').every(({ state }) => state === 'refused')).toBe(true);
  });
});
