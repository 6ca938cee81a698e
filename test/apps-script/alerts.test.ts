/** Alerts of the Escalations tab, as the built tracker puts them into the Outbox. */
import type { RowChange } from '../../core/workbook/rows';
import { at, type Desk, newTicket, openDesk } from './support/desk';

const TEAM: RowChange<'team'>[] = [
  { email: 'lena@nordlicht.example', name: 'Lena', role: 'support', languages: ['pl'], active: true },
  { email: 'ewa@nordlicht.example', name: 'Ewa', role: 'manager', languages: ['en'], active: true },
];

/** Tickets of 9:00 Warsaw time whose first answer is due at 13:00. */
function desk(ids: readonly string[], more: RowChange<'tickets'> = {}): Desk {
  const opened = openDesk();
  opened.append('team', TEAM);
  opened.append(
    'tickets',
    ids.map((id) => newTicket(id, { assignee: 'Lena', ...more })),
  );
  opened.host.run('tick');
  return opened;
}

const tickAt = (opened: Desk, time: string) => {
  opened.clock.time = at(`2026-11-23T${time}:00Z`);
  opened.host.run('tick');
};

const alerts = (opened: Desk) => opened.rows('outbox').filter(({ kind }) => kind === 'alert');

test('each step goes out once, to its own people, however often the tick runs', () => {
  const opened = desk(['T-7K3Q9']);
  for (const time of ['11:29', '11:30', '11:31', '12:00', '12:01', '14:00', '14:01']) tickAt(opened, time);
  expect(alerts(opened).map(({ to, template, language }) => [to, template, language])).toEqual([
    ['lena@nordlicht.example', 'alert_due_soon', 'pl'],
    ['lena@nordlicht.example', 'alert_overdue', 'pl'],
    ['ewa@nordlicht.example', 'alert_overdue', 'en'],
  ]);
  expect(alerts(opened)[0]).toMatchObject({
    ticket_id: 'T-7K3Q9',
    state: 'queued',
    subject: 'T-7K3Q9: do terminu 30 minut (pierwsza odpowiedź)',
  });
});

test('a tick that was off for hours sends one alert for all that it missed', () => {
  const opened = desk(['T-7K3Q9']);
  tickAt(opened, '15:30');
  tickAt(opened, '15:31');
  expect(alerts(opened).map(({ to }) => to)).toEqual(['lena@nordlicht.example', 'ewa@nordlicht.example']);
});

test('many tickets that are due in the same minute are one mail to a person', () => {
  const ids = ['T-2A2A2', 'T-3B3B3', 'T-4C4C4', 'T-5D5D5', 'T-6E6E6'];
  const opened = desk(ids);
  tickAt(opened, '11:30');
  tickAt(opened, '11:31');
  expect(alerts(opened)).toMatchObject([
    { to: 'lena@nordlicht.example', template: 'alert_several', ticket_id: '', language: 'pl' },
  ]);
  for (const id of ids) expect(alerts(opened)[0]?.body).toContain(`- ${id}: do terminu 30 minut`);
});

describe('one mail for many tickets', () => {
  const ids = ['T-2A2A2', 'T-3B3B3', 'T-4C4C4', 'T-5D5D5', 'T-6E6E6'];
  /** Right before the tick looks up the rows that it is going to write. */
  const meanwhile = (opened: Desk, deed: () => void): void => {
    let reads = 0;
    opened.onCall = ({ name }) => {
      if (name === 'Sheets.Spreadsheets.Values.batchGetByDataFilter') reads++;
      if (reads < 3) return;
      opened.onCall = () => undefined;
      deed();
    };
  };

  test('leaves out the one that is edited meanwhile: it is alerted by itself when it is looked at anew', () => {
    const opened = desk(ids);
    meanwhile(opened, () => opened.type('T-4C4C4', 'status', 'Open'));
    tickAt(opened, '11:30');
    tickAt(opened, '11:31');
    expect(alerts(opened).map(({ ticket_id, template }) => [ticket_id, template])).toEqual([
      ['', 'alert_several'],
      ['T-4C4C4', 'alert_due_soon'],
    ]);
    const [several] = alerts(opened);
    const listed = ids.filter((id) => several?.body.includes(id));
    expect(listed).toEqual(ids.filter((id) => id !== 'T-4C4C4'));
    expect(several?.subject).toContain('4');
  });

  test('is several mails when too few are left for one', () => {
    const opened = desk(ids.slice(0, 4));
    meanwhile(opened, () => opened.type('T-4C4C4', 'status', 'Open'));
    tickAt(opened, '11:30');
    expect(alerts(opened).map(({ ticket_id }) => ticket_id)).toEqual(['T-2A2A2', 'T-3B3B3', 'T-5D5D5']);
  });

  test('costs no more calls than any other tick', () => {
    const opened = desk(ids);
    opened.clock.time = at('2026-11-23T11:30:00Z');
    const { serviceCalls } = opened.host.run('tick');
    expect(alerts(opened)).toHaveLength(1);
    expect(serviceCalls).toBeLessThanOrEqual(12);
  });
});

test('a step that nobody can read is told on Problems, the others hold', () => {
  const opened = openDesk();
  opened.append('team', TEAM);
  opened.append('escalations', [{ clock: 'any', when: 'soon', alert: 'the boss', enabled: true }]);
  opened.append('tickets', [newTicket('T-7K3Q9', { assignee: 'Lena' })]);
  opened.host.run('tick');
  tickAt(opened, '12:00');
  expect(alerts(opened)).toHaveLength(1);
  expect(opened.rows('problems').filter(({ tab }) => tab === 'escalations')).toMatchObject([
    { key: 'escalations:bad-when:soon' },
  ]);
});

test('a step for a promise that nobody knows alerts nobody, and is told on Problems', () => {
  const opened = openDesk();
  opened.append('team', TEAM);
  opened.emptyTable('escalations');
  opened.append('escalations', [
    { clock: 'bananas', when: '0', alert: 'managers', enabled: true },
    { clock: 'plums', when: '0', alert: 'managers', enabled: false },
    { clock: 'first', when: '0', alert: 'assignee', enabled: true },
  ]);
  opened.append('tickets', [newTicket('T-7K3Q9', { assignee: 'Lena' })]);
  opened.host.run('tick');
  tickAt(opened, '12:00');
  expect(alerts(opened).map(({ to }) => to)).toEqual(['lena@nordlicht.example']);
  expect(opened.rows('problems').filter(({ tab }) => tab === 'escalations')).toMatchObject([
    { key: 'escalations:bad-clock:bananas' },
  ]);
});

test('an SLA row with a misspelt condition holds for nothing, and is told on Problems', () => {
  const opened = openDesk();
  opened.append('sla', [{ name: 'Angry people', category: 'bananas', first_answer: 5, calendar: 'pl' }]);
  opened.append('tickets', [newTicket('T-7K3Q9')]);
  opened.host.run('tick');
  expect(opened.ticket('T-7K3Q9').row.first_due).toBe(at('2026-11-23T12:00:00Z'));
  expect(opened.rows('problems').filter(({ tab }) => tab === 'sla')).toMatchObject([
    { key: 'sla:bad-condition:Angry people:bananas', row: 'Angry people' },
  ]);
});

test('a client with hours of its own in another zone is promised in its own time', () => {
  const opened = openDesk();
  opened.append('calendar', [
    { calendar: 'krynycia', kind: 'hours', weekday: 1, opens: '09:00', closes: '12:00', zone: 'Europe/Kyiv' },
    { calendar: 'krynycia', kind: 'hours', weekday: 2, opens: '09:00', closes: '12:00' },
  ]);
  opened.append('sla', [
    {
      name: 'Krynycia',
      client: 'Фонд «Криниця»',
      priority: 'normal',
      first_answer: 150,
      calendar: 'krynycia',
    },
  ]);
  opened.append('tickets', [newTicket('T-7K3Q9', { client: 'фонд «криниця»' })]);
  opened.host.run('tick');
  const { row } = opened.ticket('T-7K3Q9');
  // From 8:00 UTC, 10:00 in Kyiv: two hours until noon, the rest on Tuesday from 9:00, 7:00 UTC.
  expect(row.first_due).toBe(at('2026-11-24T07:30:00Z'));
  expect(row.policy).toBe('Krynycia');
  expect(row.due_reason).toContain('2 hours 30 minutes of working time (Kyiv time)');
});
