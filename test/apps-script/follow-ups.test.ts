/** The tickets that checkpoints give rise to, as the built tracker makes them. */
import { SHEET_ID } from '../../core/workbook/columns';
import type { RowChange } from '../../core/workbook/rows';
import { boardDesk, tickAt } from './support/board-desk';
import { at, type Desk } from './support/desk';

describe('the ticket of a checkpoint', () => {
  const CHECKPOINT: RowChange<'checkpoints'> = {
    id: 'login',
    moment: '-1 d',
    condition: 'logged in',
    template: 'checkpoint_login',
    follow_after: '12 h',
    enabled: true,
  };
  const followUps = (opened: Desk) =>
    opened.rows('tickets').filter(({ requester_email }) => requester_email === '');
  function checked(more: RowChange<'checkpoints'> = {}): Desk {
    const opened = boardDesk();
    opened.append('checkpoints', [{ ...CHECKPOINT, ...more }]);
    tickAt(opened, '2026-11-24T20:59:00Z');
    expect(followUps(opened)).toEqual([]);
    return opened;
  }

  test('goes to the trainer twelve hours after the moment, with a list of those who have not', () => {
    const opened = checked();
    opened.append('activity', [
      { email: 'jan@client.example', session_id: 'XL-01', what: 'User has logged in' },
    ]);
    tickAt(opened, '2026-11-24T21:00:00Z');
    const [ticket] = followUps(opened);
    expect(followUps(opened)).toHaveLength(1);
    expect(ticket).toMatchObject({
      status: 'new',
      priority: 'normal',
      assignee: 'Adam',
      session_id: 'XL-01',
      course: 'Excel basics',
      client: 'Nordwind',
    });
    expect(ticket?.subject).toContain('Excel basics');
    const notes = opened.rows('messages').filter(({ ticket_id }) => ticket_id === ticket?.id);
    expect(notes).toMatchObject([{ direction: 'note', id: `follow-up:${ticket?.id}` }]);
    expect(notes[0]?.text).toContain('- Anna (anna@client.example)');
    expect(notes[0]?.text).not.toContain('Jan');
    const lines = opened.rows('history').filter(({ ticket_id }) => ticket_id === ticket?.id);
    expect(lines[0]).toMatchObject({ to: 'Adam', why: 'Created by checkpoint “login”.' });
  });

  test('goes to whom the row names', () => {
    const opened = checked({ follow_up: 'lena' });
    tickAt(opened, '2026-11-24T21:00:00Z');
    expect(followUps(opened)[0]?.assignee).toBe('Lena');
  });

  test('is no further ticket when the tick comes again, forgets, or the ticket is closed or deleted', () => {
    const opened = checked();
    tickAt(opened, '2026-11-24T21:00:00Z');
    tickAt(opened, '2026-11-24T21:05:00Z');
    const [ticket] = followUps(opened);
    expect(followUps(opened)).toHaveLength(1);
    opened.update(ticket?.id ?? '', { status: 'closed' });
    tickAt(opened, '2026-11-24T21:10:00Z');
    opened.host.run('tick');
    expect(followUps(opened)).toHaveLength(1);
    const { rowIndex } = opened.ticket(ticket?.id ?? '');
    opened.service.batchUpdate(opened.spreadsheetId, {
      requests: [
        {
          deleteDimension: {
            range: {
              sheetId: SHEET_ID.tickets,
              dimension: 'ROWS',
              startIndex: rowIndex,
              endIndex: rowIndex + 1,
            },
          },
        },
      ],
    });
    tickAt(opened, '2026-11-24T21:15:00Z');
    expect(followUps(opened)).toEqual([]);
  });

  test('is made by the next tick when this one dies before its write, and once when it dies after it', () => {
    for (const dies of ['before', 'after'] as const) {
      const opened = checked();
      opened.clock.time = at('2026-11-24T21:00:00Z');
      let armed = true;
      opened.onCall = ({ name }) => {
        const now = dies === 'before' ? name === 'Sheets.Spreadsheets.batchUpdate' : /setProperty/.test(name);
        if (!armed || !now) return;
        armed = false;
        throw new Error('killed');
      };
      expect(() => opened.host.run('tick')).toThrow('killed');
      opened.onCall = () => undefined;
      tickAt(opened, '2026-11-24T21:05:00Z');
      tickAt(opened, '2026-11-24T21:10:00Z');
      expect(followUps(opened)).toHaveLength(1);
    }
  });

  test('is not made again when it is deleted before anything was remembered of it', () => {
    const opened = checked();
    opened.clock.time = at('2026-11-24T21:00:00Z');
    opened.onCall = ({ name }) => {
      if (/setProperty/.test(name)) throw new Error('killed');
    };
    expect(() => opened.host.run('tick')).toThrow('killed');
    opened.onCall = () => undefined;
    expect(followUps(opened)).toHaveLength(1);
    opened.emptyTable('tickets');
    tickAt(opened, '2026-11-24T21:05:00Z');
    expect(followUps(opened)).toEqual([]);
  });

  test('is not made when everybody has done it', () => {
    const opened = checked();
    opened.append('activity', [
      { email: 'anna@client.example', what: 'login', at: at('2026-11-24T10:00:00Z') },
      { email: 'JAN@client.example', what: 'Zalogował się', session_id: 'XL-01' },
    ]);
    tickAt(opened, '2026-11-24T21:00:00Z');
    expect(followUps(opened)).toEqual([]);
  });
});
