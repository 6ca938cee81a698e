/** Assignment as people meet it in the sheet; the rules themselves are told in test/core/assignment. */
import { type Desk, newTicket, openDesk } from './support/desk';

const ID = 'T-7K3Q9';

function deskWithTeam(options: Parameters<typeof openDesk>[0] = {}): Desk {
  const desk = openDesk(options);
  desk.append('team', [
    { name: 'Lena Wrona', email: 'lena@firm.example', role: 'support', skills: ['Login'], active: true },
    { name: 'Adam Lis', email: 'adam@firm.example', role: 'support', active: true },
  ]);
  return desk;
}

function setSetting(desk: Desk, key: string, value: string): void {
  const rows = desk.rows('settings');
  desk.emptyTable('settings');
  desk.append('settings', [...rows.filter((row) => row.key !== key), { key, value }]);
}

const loads = (desk: Desk): readonly (number | null)[] =>
  desk.rows('team').map(({ open_tickets }) => open_tickets);

test('a new ticket finds its colleague; the row says why, History too, and the Team tab shows the load', () => {
  const desk = deskWithTeam();
  desk.append('tickets', [newTicket(ID, { category: 'login' })]);

  desk.host.run('tick');

  const why = 'Lena Wrona: knows Login; nobody else fits as well.';
  expect(desk.ticket(ID).row).toMatchObject({ assignee: 'Lena Wrona', assigned_why: why });
  expect(desk.rows('history')).toContainEqual(
    expect.objectContaining({
      ticket_id: ID,
      who: 'Rowdesk',
      what: 'Assigned to',
      from: '',
      to: 'Lena Wrona',
      why,
    }),
  );
  expect(loads(desk)).toEqual([1, 0]);
});

test('what the tracker gave is no edit of a person at the next look', () => {
  const desk = deskWithTeam();
  desk.append('tickets', [newTicket(ID)]);
  desk.host.run('tick');
  const before = desk.rows('history');
  desk.host.run('tick');
  expect(desk.rows('history')).toEqual(before);
});

test('a colleague chosen by a part of the name is written in full, in one line of History by the person', () => {
  const desk = deskWithTeam({ language: 'pl' });
  desk.append('tickets', [newTicket(ID, { category: 'login' })]);
  desk.host.run('tick');
  const before = desk.rows('history').length;
  desk.type(ID, 'assignee', 'adam');

  desk.host.run('tick');
  desk.host.run('tick');

  expect(desk.ticket(ID).row).toMatchObject({
    assignee: 'Adam Lis',
    assigned_why: 'Adam Lis: wybór ręczny.',
  });
  expect(desk.rows('history').slice(before)).toEqual([
    expect.objectContaining({ who: 'Ktoś w arkuszu', from: 'Lena Wrona', to: 'Adam Lis' }),
  ]);
  expect(loads(desk)).toEqual([0, 1]);
});

test('a name that nobody has is left and reported once', () => {
  const desk = deskWithTeam();
  desk.append('tickets', [newTicket(ID, { assignee: 'Gustaw' })]);
  desk.host.run('tick');
  desk.host.run('tick');
  expect(desk.shown(ID, 'assignee')).toBe('Gustaw');
  expect(desk.rows('problems')).toEqual([
    expect.objectContaining({
      what: `Ticket ${ID} is assigned to “Gustaw”, and nobody on the Team tab is called so.`,
    }),
  ]);
});

test('when nobody fits, the cell stays empty and Problems says why, once', () => {
  const desk = openDesk();
  desk.append('team', [
    { name: 'Lena Wrona', email: 'lena@firm.example', role: 'support', languages: ['pl'], active: true },
    { name: 'Adam Lis', email: 'adam@firm.example', role: 'support', active: false },
  ]);
  desk.append('tickets', [newTicket(ID, { language: 'uk' })]);
  desk.host.run('tick');
  desk.host.run('tick');
  expect(desk.shown(ID, 'assignee')).toBe('');
  expect(desk.rows('problems').filter(({ key }) => key.endsWith(':nobody-fits'))).toEqual([
    expect.objectContaining({
      what: `Nobody on the Team tab can take ticket ${ID}. Lena Wrona: does not answer in its language; Adam Lis: no longer active.`,
    }),
  ]);
});

test('a role that nobody knows is told on Problems once, and gives no tickets of the support', () => {
  const desk = openDesk();
  desk.append('team', [
    { name: 'Adam Lis', email: 'adam@firm.example', role: 'grand vizier', active: true },
    { name: 'Lena Wrona', email: 'lena@firm.example', role: 'support', active: true },
  ]);
  desk.append('tickets', [newTicket(ID)]);
  desk.host.run('tick');
  desk.host.run('tick');
  expect(desk.ticket(ID).row.assignee).toBe('Lena Wrona');
  expect(desk.rows('problems').filter(({ tab }) => tab === 'team')).toMatchObject([
    { key: 'team:role:Adam Lis:grand vizier', row: 'Adam Lis' },
  ]);
});

test('who is on duty for a session gets its tickets and no others', () => {
  const desk = openDesk();
  desk.append('team', [
    { name: 'Pavlo Bondar', email: 'pavlo@firm.example', role: 'trainer', active: true },
    { name: 'Lena Wrona', email: 'lena@firm.example', role: 'support', active: true },
  ]);
  desk.append('sessions', [{ id: 'XL-01', course: 'Excel', state: 'planned' }]);
  desk.append('rota', [{ from: desk.clock.time, to: null, email: 'pavlo@firm.example', duty: 'xl-01' }]);
  desk.append('tickets', [newTicket(ID, { session_id: 'XL-01' }), newTicket('T-2M8FD')]);
  desk.host.run('tick');
  expect([desk.ticket(ID).row.assignee, desk.ticket('T-2M8FD').row.assignee]).toEqual([
    'Pavlo Bondar',
    'Lena Wrona',
  ]);
});

test('an absence begins and ends at midnight of the firm, whatever zone the spreadsheet is in', () => {
  // 23:30 in Warsaw, where the spreadsheet is, and 00:30 of the 24th in Kyiv, where the firm is.
  const desk = deskWithTeam({ now: '2026-11-23T22:30:00Z' });
  setSetting(desk, 'zone', 'Europe/Kyiv');
  desk.emptyTable('team');
  desk.append('team', [
    {
      name: 'Lena Wrona',
      email: 'lena@firm.example',
      role: 'support',
      absent_from: '2026-11-24',
      substitute: 'Adam Lis',
      active: true,
    },
    {
      name: 'Adam Lis',
      email: 'adam@firm.example',
      role: 'support',
      absent_until: '2026-11-23',
      active: true,
    },
  ]);
  desk.append('tickets', [
    newTicket(ID, { created_at: desk.clock.time, last_inbound_at: desk.clock.time }),
    newTicket('T-2M8FD', { assignee: 'Lena Wrona' }),
  ]);
  desk.emptyTable('escalations');
  desk.append('escalations', [{ clock: 'any', when: '0', alert: 'assignee', enabled: true }]);
  desk.host.run('tick');
  expect(desk.ticket(ID).row).toMatchObject({
    assignee: 'Adam Lis',
    weekday: '2 Tue',
    hour: 0,
  });
  expect(desk.rows('outbox').map(({ kind, to }) => [kind, to])).toEqual([['alert', 'adam@firm.example']]);
});

test('a colleague whom a person chooses between the look and the write stays', () => {
  const desk = deskWithTeam();
  desk.append('tickets', [newTicket(ID, { category: 'login' })]);
  let reads = 0;
  desk.onCall = ({ name }) => {
    if (name === 'Sheets.Spreadsheets.Values.batchGetByDataFilter') reads++;
    if (reads === 3) desk.type(ID, 'assignee', 'Adam Lis');
  };
  desk.host.run('tick');
  desk.onCall = () => undefined;
  expect(desk.shown(ID, 'assignee')).toBe('Adam Lis');
  desk.host.run('tick');
  expect(desk.ticket(ID).row).toMatchObject({
    assignee: 'Adam Lis',
    assigned_why: 'Adam Lis: chosen by hand.',
  });
});
