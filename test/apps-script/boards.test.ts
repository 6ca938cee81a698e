/** The boards of coming sessions and of staffing, and the alert about gaps, as the built tracker writes them. */
import { SHEET_ID } from '../../core/workbook/columns';
import { boardDesk, edit, person, reminded, tickAt } from './support/board-desk';
import { at, type Desk, newTicket } from './support/desk';

const readiness = (opened: Desk): string[] =>
  opened.rows('readiness').map(({ session_id, light, reasons }) => `${session_id} ${light}: ${reasons}`);
const writes = (opened: Desk, work: () => void): number => {
  let calls = 0;
  opened.onCall = ({ name }) => {
    if (name === 'Sheets.Spreadsheets.batchUpdate') calls++;
  };
  work();
  opened.onCall = () => undefined;
  return calls;
};

describe('the board of coming sessions', () => {
  test('shows each with its light, the nearest first', () => {
    const opened = boardDesk();
    opened.host.run('tick');
    expect(readiness(opened)).toEqual([
      'XL-01 green: Nothing is missing.',
      'XL-02 green: Nothing is missing.',
    ]);
    expect(opened.rows('readiness')[0]).toMatchObject({
      course: 'Excel basics',
      client: 'Nordwind',
      starts_at: at('2026-11-25T09:00:00Z'),
      trainer: 'Adam',
      people: 2,
      reminded: 2,
      undelivered: 0,
      logged_in: null,
      declined: 0,
      open_tickets: 0,
    });
  });

  test('counts what the other tabs know', () => {
    const opened = boardDesk();
    opened.append('outbox', [
      {
        key: reminded('anna', '1d'),
        kind: 'reminder',
        session_id: 'XL-01',
        to: 'anna@client.example',
        state: 'sent',
      },
      {
        key: reminded('jan', '1d'),
        kind: 'reminder',
        session_id: 'XL-01',
        to: 'jan@client.example',
        state: 'bounced',
      },
    ]);
    opened.append('activity', [{ email: 'anna@client.example', session_id: 'XL-01', what: 'Logged in' }]);
    opened.append('tickets', [newTicket('T-7K3Q9', { requester_email: 'anna@client.example' })]);
    edit(opened, 'participants', 0, { answer: 'declined' });
    opened.host.run('tick');
    expect(opened.rows('readiness')[0]).toMatchObject({
      light: 'amber',
      reminded: 1,
      undelivered: 1,
      logged_in: 1,
      declined: 1,
      open_tickets: 1,
    });
    expect(readiness(opened)[0]).toContain('1 of 2 participants were not reached');
  });

  test('says when a session comes into danger, and when it is out of it', () => {
    const opened = boardDesk();
    opened.host.run('tick');
    edit(opened, 'sessions', 0, { trainer: '', link: '' });
    opened.host.run('tick');
    expect(readiness(opened)[0]).toBe(
      'XL-01 red: It has no trainer. Managers: enter one on the Sessions tab.\n' +
        'No link and no place. Managers: fill in one of them; participants will learn it from the reminders.',
    );
    edit(opened, 'sessions', 0, { trainer: 'Adam', link: 'https://meet.example/xl' });
    opened.host.run('tick');
    expect(readiness(opened)[0]).toBe('XL-01 green: Nothing is missing.');
  });

  test('rows come and go with the sessions, and stay in order of time', () => {
    const opened = boardDesk();
    opened.host.run('tick');
    edit(opened, 'sessions', 1, { starts_at: at('2026-11-24T09:00:00Z'), ends_at: null });
    opened.append('sessions', [
      {
        id: 'XL-03',
        course: 'Pivots',
        starts_at: at('2026-12-01T09:00:00Z'),
        trainer: 'Adam',
        link: 'x',
        state: 'planned',
      },
    ]);
    opened.host.run('tick');
    expect(opened.rows('readiness').map(({ session_id }) => session_id)).toEqual(['XL-02', 'XL-01', 'XL-03']);
    edit(opened, 'sessions', 0, { state: 'cancelled' });
    edit(opened, 'sessions', 1, { state: 'held' });
    opened.host.run('tick');
    expect(opened.rows('readiness').map(({ session_id }) => session_id)).toEqual(['XL-03']);
    tickAt(opened, '2026-12-02T09:00:00Z');
    expect(opened.rows('readiness')).toEqual([]);
  });

  test('what people sort, edit and delete on it is put right by the next tick', () => {
    const opened = boardDesk();
    opened.host.run('tick');
    const right = opened.rows('readiness');
    opened.service.batchUpdate(opened.spreadsheetId, {
      requests: [
        {
          sortRange: {
            range: { sheetId: SHEET_ID.readiness, startRowIndex: 2 },
            sortSpecs: [{ dimensionIndex: 1, sortOrder: 'DESCENDING' }],
          },
        },
      ],
    });
    edit(opened, 'readiness', 0, { light: 'red', reasons: 'mine', people: 99 });
    opened.host.run('tick');
    expect(opened.rows('readiness')).toEqual(right);
    opened.emptyTable('readiness');
    opened.host.run('tick');
    expect(opened.rows('readiness')).toEqual(right);
  });

  test('a second tick writes nothing', () => {
    const opened = boardDesk();
    opened.host.run('tick');
    opened.host.run('tick');
    expect(writes(opened, () => opened.host.run('tick'))).toBe(0);
  });
});

describe('the board of staffing', () => {
  const gaps = (opened: Desk) =>
    opened.rows('outbox').filter(({ template }) => template === 'alert_staffing');

  test('shows each key moment with who is on duty', () => {
    const opened = boardDesk();
    opened.host.run('tick');
    const shown = opened
      .rows('staffing')
      .map(({ kind, session_id, light, on_duty, expected }) => [
        kind,
        session_id,
        light,
        on_duty.join(),
        expected,
      ]);
    expect(shown).toEqual([
      ['first_login', 'XL-01', 'green', 'Lena', 0.2],
      ['start', 'XL-01', 'green', 'Lena', 0.1],
      ['first_login', 'XL-02', 'amber', '', 0.1],
      ['start', 'XL-02', 'amber', '', 0.1],
    ]);
    expect(opened.rows('staffing')[2]?.reasons).toBe(
      'Nobody is on duty. Manager: enter somebody on the Rota tab.',
    );
  });

  test('a gap in the next days alerts the manager once, and again when nobody is left', () => {
    const opened = boardDesk();
    opened.append('moments', [
      {
        at: at('2026-11-24T12:00:00Z'),
        until: at('2026-11-24T14:00:00Z'),
        kind: 'other',
        people: 400,
        note: 'new portal',
      },
    ]);
    opened.host.run('tick');
    opened.host.run('tick');
    expect(gaps(opened).map(({ to, kind }) => [to, kind])).toEqual([['ewa@nordlicht.example', 'alert']]);
    expect(gaps(opened)[0]?.body).toContain(
      '- Tue 24 Nov 2026, 13:00 to Tue 24 Nov 2026, 15:00, Other: about 20 tickets expected, 12 can be answered; on duty: Lena',
    );
    edit(opened, 'rota', 0, { from: at('2026-11-25T08:00:00Z') });
    tickAt(opened, '2026-11-23T10:00:00Z');
    tickAt(opened, '2026-11-23T10:05:00Z');
    expect(gaps(opened)).toHaveLength(2);
    expect(gaps(opened)[1]?.body).toContain('on duty: nobody');
    expect(new Set(gaps(opened).map(({ key }) => key)).size).toBe(2);
  });

  test('no alert for a moment weeks ahead, for one that has begun, nor without a rota', () => {
    const far = boardDesk();
    far.append('moments', [{ at: at('2026-12-04T12:00:00Z'), kind: 'other', people: 400 }]);
    far.append('moments', [{ at: at('2026-11-23T08:50:00Z'), kind: 'other', people: 400 }]);
    far.host.run('tick');
    expect(far.rows('staffing').filter(({ light }) => light === 'red')).toHaveLength(2);
    expect(gaps(far)).toEqual([]);
    const without = boardDesk();
    without.emptyTable('rota');
    without.append('moments', [{ at: at('2026-11-24T12:00:00Z'), kind: 'other', people: 400 }]);
    without.host.run('tick');
    expect(gaps(without)).toEqual([]);
    expect(without.rows('staffing')[0]?.light).toBe('amber');
  });
});

test('as many calls of Google’s services with sixty sessions as with two', () => {
  const calls = (more: number): number => {
    const opened = boardDesk();
    opened.append(
      'sessions',
      Array.from({ length: more }, (_, index) => ({
        id: `M-${index}`,
        course: 'Mail merge',
        starts_at: at('2026-12-01T09:00:00Z'),
        trainer: 'Adam',
        state: 'planned',
      })),
    );
    opened.append(
      'participants',
      Array.from({ length: more }, (_, index) => person('Anna', `M-${index}`)),
    );
    opened.host.run('tick');
    opened.clock.time = at('2026-11-23T10:00:00Z');
    return opened.host.run('tick').serviceCalls;
  };
  expect(calls(58)).toBe(calls(0));
});
