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
