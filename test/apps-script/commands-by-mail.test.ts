/** What colleagues ask by mail, from the rows that the bridge appends to what stands in the sheet after a tick. */
import type { RowChange } from '../../core/workbook/rows';
import { ask, firm, ID, LATER, lines, MAIL, OLA, OTHER, stateOf } from './support/command-desk';
import { ANNA, at, type Desk, newTicket } from './support/desk';
import { call } from './support/sidebar-call';

describe('a command', () => {
  test('is carried out by the next tick, which says so beside it and in History', () => {
    const desk = firm();
    const command = ask(desk, 'priority', 'urgent');
    desk.host.run('tick');
    expect(desk.shown(ID, 'priority')).toBe('Urgent');
    expect(stateOf(desk, command)).toMatchObject({ state: 'done', answer: '' });
    expect(stateOf(desk, command).done_at).toBeGreaterThanOrEqual(LATER);
    expect(lines(desk)).toEqual(['Ola Nowak: Priority, Normal → Urgent. Asked for by mail.']);
    const line = desk.rows('history').find(({ what }) => what === 'Priority');
    expect(line?.at).toBe(MAIL);
  });

  test.each([
    ['pl', 'Ola Nowak: Priorytet, Zwykły → Pilny. Polecenie w e-mailu.'],
    ['uk', 'Ola Nowak: Пріоритет, Звичайний → Терміновий. Команда в листі.'],
  ] as const)('is told in the firm’s language: %s', (language, told) => {
    const desk = firm({ language });
    const done = ask(desk, 'priority', 'urgent');
    const refused = ask(desk, 'status', 'banana');
    desk.host.run('tick');
    expect(
      desk.rows('history').map(({ who, what, from, to, why }) => `${who}: ${what}, ${from} → ${to}. ${why}`),
    ).toContain(told);
    expect(stateOf(desk, done).state).toBe('done');
    expect(stateOf(desk, refused).answer).toContain('banana');
  });

  test('is carried out once', () => {
    const desk = firm();
    ask(desk, 'status', 'waiting_vendor');
    desk.host.run('tick');
    desk.type(ID, 'status', 'Open');
    desk.host.run('tick');
    desk.host.run('tick');
    expect(desk.ticket(ID).row.status).toBe('open');
    expect(lines(desk)).toEqual([
      'Ola Nowak: Status, New → Waiting for vendor. Asked for by mail.',
      'Somebody in the sheet: Status, Waiting for vendor → Open. Changed in the sheet.',
    ]);
  });

  test('writes no cell of the ticket but those that change', () => {
    const desk = firm();
    const before = desk.ticket(ID).row;
    ask(desk, 'assignee', 'Anna Zielińska');
    desk.host.run('tick');
    const { assignee, seen, ...rest } = desk.ticket(ID).row;
    expect(before).toMatchObject(rest);
    expect([assignee, seen]).not.toEqual([before.assignee, before.seen]);
  });

  test('of somebody who is absent today counts, and the ticket is nobody else’s for it', () => {
    const desk = firm();
    ask(desk, 'assignee', 'Anna Zielińska');
    // Without the command this very tick would look for somebody who is there.
    const place = desk.read('team').rows.find(({ row }) => row.email === OLA)?.rowIndex ?? -1;
    expect(place).toBeGreaterThan(0);
    desk.emptyTable('team');
    desk.append('team', [
      { email: ANNA.email, name: 'Anna Zielińska', role: 'support', active: true },
      { email: 'jan@firma.example', name: 'Jan Lis', role: 'support', active: true },
      {
        email: OLA,
        name: 'Ola Nowak',
        role: 'trainer',
        active: true,
        absent_from: '2026-11-01',
        substitute: 'Jan Lis',
      },
    ]);
    desk.host.run('tick');
    expect(desk.ticket(ID).row.assignee).toBe('Anna Zielińska');
    expect(lines(desk)).toEqual(['Ola Nowak: Assigned to, Ola Nowak → Anna Zielińska. Asked for by mail.']);
  });

  test('for a merged ticket goes to the one in which the matter goes on', () => {
    const desk = firm();
    desk.type(ID, 'merged_into', OTHER);
    desk.host.run('tick');
    const hers = ask(desk, 'priority', 'high', { who: ANNA.email });
    const olas = ask(desk, 'priority', 'urgent');
    desk.host.run('tick');
    expect(stateOf(desk, hers).state).toBe('done');
    // The other ticket is not the trainer's.
    expect(stateOf(desk, olas)).toMatchObject({ state: 'refused', answer: expect.stringContaining(OTHER) });
    expect([ID, OTHER].map((id) => desk.ticket(id).row.priority)).toEqual(['normal', 'high']);
  });

  test('for a ticket that is merged at this very moment goes there too', () => {
    const desk = firm();
    desk.type(ID, 'merged_into', OTHER);
    const command = ask(desk, 'priority', 'high', { who: ANNA.email });
    desk.host.run('tick');
    expect(stateOf(desk, command).state).toBe('done');
    expect([ID, OTHER].map((id) => desk.ticket(id).row.priority)).toEqual(['normal', 'high']);
  });

  test('several are carried out in the order of their mails', () => {
    const desk = firm();
    const second = ask(desk, 'priority', 'low', { at: at('2026-11-23T09:06:00Z') });
    const first = ask(desk, 'priority', 'urgent');
    const hold = ask(desk, 'hold_until', '2026-11-26');
    desk.host.run('tick');
    expect([first, second, hold].map((id) => stateOf(desk, id).state)).toEqual(['done', 'done', 'done']);
    expect(desk.ticket(ID).row).toMatchObject({
      priority: 'low',
      status: 'on_hold',
      hold_until: '2026-11-26',
    });
  });
});

describe('a command is refused, with a sentence beside it', () => {
  const refusal = (desk: Desk, cell: string, value: string, more: RowChange<'commands'> = {}): string => {
    const before = JSON.stringify([desk.rows('tickets'), desk.rows('history')]);
    const id = ask(desk, cell, value, more);
    desk.host.run('tick');
    expect(JSON.stringify([desk.rows('tickets'), desk.rows('history')])).toBe(before);
    const row = stateOf(desk, id);
    expect(row.state).toBe('refused');
    expect(row.done_at).not.toBeNull();
    return row.answer;
  };

  test.each<[string, string, string, RowChange<'commands'>, RegExp]>([
    ['for a ticket that there is not', 'priority', 'high', { ticket_id: 'T-G0NE1' }, /no ticket T-G0NE1/],
    ['of a stranger', 'priority', 'high', { who: 'eve@x.example' }, /eve@x\.example/],
    ['of somebody who has left', 'priority', 'high', { who: 'ewa@firma.example' }, /active colleagues/],
    [
      'of a trainer, for a ticket of somebody else',
      'priority',
      'high',
      { ticket_id: OTHER },
      /somebody else’s/,
    ],
    ['to give it to nobody known', 'assignee', 'Zygfryd', {}, /Zygfryd/],
    ['to give it to somebody who has left', 'assignee', 'Ewa Mak', {}, /Ewa Mak/],
    ['until a day that has been', 'hold_until', '2026-11-20', {}, /2026-11-20 is not a day to come/],
    ['against the table of statuses', 'status', 'new', {}, /already worked|cannot go back/],
  ])('%s', (_, cell, value, more, expected) => {
    const desk = firm();
    desk.clock.time = at('2026-11-23T09:02:00Z');
    desk.type(ID, 'status', 'Open');
    desk.host.run('tick');
    desk.clock.time = LATER;
    expect(refusal(desk, cell, value, more)).toMatch(expected);
  });

  test('for a number that stands in several rows', () => {
    const desk = firm();
    desk.append('tickets', [newTicket('T-AAAAA'), newTicket('T-AAAAA', { subject: 'copy' })]);
    desk.host.run('tick');
    expect(refusal(desk, 'priority', 'high', { ticket_id: 'T-AAAAA' })).toContain('several rows');
  });

  test('of a trainer for a ticket of a session that somebody else holds, and done for one of their own', () => {
    const desk = firm();
    desk.append('sessions', [{ id: 'S-1', trainer: 'Ola Nowak', state: 'planned' }]);
    desk.append('tickets', [newTicket('T-5E551', { assignee: 'Anna Zielińska', session_id: 'S-1' })]);
    desk.host.run('tick');
    const command = ask(desk, 'status', 'resolved', { ticket_id: 'T-5E551' });
    desk.host.run('tick');
    expect(stateOf(desk, command).state).toBe('done');
  });
});

describe('a person who has changed the same since the mail has the last word', () => {
  test('in the sheet, with nothing but the cell to tell it', () => {
    const desk = firm();
    desk.type(ID, 'priority', 'Low');
    const command = ask(desk, 'priority', 'urgent');
    desk.host.run('tick');
    expect(desk.shown(ID, 'priority')).toBe('Low');
    expect(stateOf(desk, command)).toMatchObject({
      state: 'refused',
      answer: expect.stringContaining('“Low”'),
    });
  });

  test('in the sheet, at the very moment of the tick', () => {
    const desk = firm();
    const command = ask(desk, 'priority', 'urgent');
    let reads = 0;
    desk.onCall = ({ name }) => {
      if (name === 'Sheets.Spreadsheets.Values.batchGetByDataFilter') reads++;
      if (reads < 3) return;
      desk.onCall = () => undefined;
      desk.type(ID, 'priority', 'Low');
    };
    desk.host.run('tick');
    expect(stateOf(desk, command).state).toBe('');
    desk.host.run('tick');
    expect(desk.shown(ID, 'priority')).toBe('Low');
    expect(stateOf(desk, command).state).toBe('refused');
  });

  test('in the sidebar, which leaves nothing but a line of History', () => {
    const desk = firm();
    desk.clock.time = LATER;
    const wish = { column: 'priority', to: 'low' } as const;
    expect(call(desk, 'setCell', { ticketId: ID, wish })).toMatchObject({ ok: true });
    const late = ask(desk, 'priority', 'urgent');
    const after = ask(desk, 'priority', 'high', { at: at('2026-11-23T09:09:00Z') });
    desk.clock.time = at('2026-11-23T09:10:00Z');
    desk.host.run('tick');
    expect([late, after].map((id) => stateOf(desk, id).state)).toEqual(['refused', 'done']);
    expect(desk.shown(ID, 'priority')).toBe('High');
  });

  test('but what was changed before the mail is there to be changed', () => {
    const desk = firm();
    const wish = { column: 'priority', to: 'low' } as const;
    expect(call(desk, 'setCell', { ticketId: ID, wish })).toMatchObject({ ok: true });
    desk.clock.time = at('2026-11-23T09:20:00Z');
    const command = ask(desk, 'priority', 'urgent', { at: at('2026-11-23T09:15:00Z') });
    desk.host.run('tick');
    expect(stateOf(desk, command).state).toBe('done');
    expect(desk.shown(ID, 'priority')).toBe('Urgent');
  });

  test('an earlier mail that comes late does not undo a later one', () => {
    const desk = firm();
    ask(desk, 'priority', 'urgent', { at: at('2026-11-23T09:06:00Z') });
    desk.host.run('tick');
    const late = ask(desk, 'priority', 'low');
    desk.host.run('tick');
    expect(stateOf(desk, late).state).toBe('refused');
    expect(desk.shown(ID, 'priority')).toBe('Urgent');
  });

  test('what the tracker and the mail have moved since is no such change', () => {
    const desk = firm();
    desk.update(ID, {
      last_outbound_at: at('2026-11-23T09:06:00Z'),
      first_answer_at: at('2026-11-23T09:06:00Z'),
    });
    desk.host.run('tick');
    expect(desk.ticket(ID).row.status).toBe('waiting_participant');
    const command = ask(desk, 'status', 'resolved');
    desk.host.run('tick');
    expect(stateOf(desk, command).state).toBe('done');
    expect(desk.ticket(ID).row.status).toBe('resolved');
  });
});
