/** A ticket's life in the built tracker: what one run writes when people merge, group and fall silent. */
import { SHEET_ID } from '../../core/workbook/columns';
import type { RowChange } from '../../core/workbook/rows';
import { at, type Desk, newTicket, openDesk } from './support/desk';

const [A, B, C] = ['T-AAAAA', 'T-BBBBB', 'T-CCCCC'];

function deskWith(
  tickets: readonly RowChange<'tickets'>[],
  settings: Record<string, string> = {},
  language: 'en' | 'pl' = 'en',
): Desk {
  const desk = openDesk({ language });
  desk.append('tickets', tickets);
  // The first row of a key counts, so ours must come before the usual ones.
  const usual = desk.rows('settings');
  desk.emptyTable('settings');
  desk.append('settings', [
    ...Object.entries(settings).map(([key, value]) => ({ key, value })),
    ...usual.filter(({ key }) => settings[key] === undefined),
  ]);
  desk.host.run('tick');
  return desk;
}

const linesOf = (desk: Desk, id: string): string[] =>
  desk
    .rows('history')
    .filter(({ ticket_id }) => ticket_id === id)
    .map(({ what, from, to }) => `${what}: ${from} → ${to}`);

describe('a participant who does not answer', () => {
  const answered = at('2026-11-23T08:30:00Z');
  const waiting = newTicket(A, {
    language: 'uk',
    last_outbound_at: answered,
    first_answer_at: answered,
    message_count: 2,
  });
  const quiet = (desk: Desk): Desk => {
    desk.clock.time = at('2026-12-08T09:00:00Z');
    desk.host.run('tick');
    desk.clock.time = at('2026-12-08T09:05:00Z');
    desk.host.run('tick');
    return desk;
  };

  test('is told once, in their language, that the ticket counts as resolved', () => {
    const desk = quiet(deskWith([waiting], { resolve_after_days: '14' }));
    expect(desk.ticket(A).row.status).toBe('resolved');
    const notices = desk.rows('outbox').filter(({ kind }) => kind === 'notice');
    expect(notices).toEqual([
      expect.objectContaining({
        ticket_id: A,
        to: 'olena@client.example',
        language: 'uk',
        template: 'no_answer',
        state: 'queued',
        subject: expect.stringContaining(A),
        body: expect.stringMatching(/не отримали відповіді[\s\S]*Nordlicht Trainings/),
      }),
    ]);
  });

  test('is told nothing where the firm does not want it', () => {
    const desk = quiet(deskWith([waiting], { resolve_after_days: '14', closing_notice: 'No' }));
    expect(desk.ticket(A).row.status).toBe('resolved');
    expect(desk.rows('outbox').filter(({ kind }) => kind === 'notice')).toEqual([]);
  });

  test('is left alone where no number of days is set', () => {
    expect(quiet(deskWith([waiting])).ticket(A).row.status).toBe('waiting_participant');
  });

  test('gets the letter also when the firm’s own wording of it cannot be read', () => {
    const desk = deskWith([waiting], { resolve_after_days: '14' });
    const usual = desk.rows('templates');
    desk.emptyTable('templates');
    desk.append(
      'templates',
      usual.map((row) => (row.key === 'no_answer' ? { ...row, body: 'Hi {{ person.name' } : row)),
    );
    expect(
      quiet(desk)
        .rows('outbox')
        .filter(({ kind }) => kind === 'notice'),
    ).toMatchObject([{ body: expect.stringContaining('не отримали відповіді') }]);
  });

  test('a resolved ticket is closed after the days of the setting, without a letter', () => {
    const desk = deskWith([{ ...newTicket(A), status: 'resolved' }], { close_after_days: '3' });
    desk.clock.time = at('2026-11-27T09:05:00Z');
    desk.host.run('tick');
    expect(desk.ticket(A).row.status).toBe('closed');
    expect(desk.rows('outbox').filter(({ kind }) => kind === 'notice')).toEqual([]);
  });
});

describe('a number typed into a cell', () => {
  test('merges two tickets, and History says so in the firm’s words', () => {
    const desk = deskWith([newTicket(A), newTicket(B)], {}, 'pl');
    desk.type(A, 'merged_into', ' t-bbbbb ');
    desk.host.run('tick');
    expect(desk.ticket(A).row).toMatchObject({ status: 'closed', merged_into: B });
    expect(linesOf(desk, A).slice(1)).toEqual([`Scalone z:  → ${B}`, 'Status: Nowe → Zamknięte']);
    expect(linesOf(desk, B).slice(1)).toEqual([`Powiązane:  → ${A}`]);
    const before = desk.rows('history').length;
    desk.host.run('tick');
    expect(desk.rows('history')).toHaveLength(before);
  });

  test('of no ticket is taken out again, and the Problems tab says what to do', () => {
    const desk = deskWith([newTicket(A)]);
    desk.type(A, 'parent', 'T-ZZZZZ');
    desk.host.run('tick');
    expect(desk.shown(A, 'parent')).toBe('');
    expect(desk.rows('problems')).toMatchObject([
      { key: `tickets:${A}:parent`, row: A, what: expect.stringContaining('there is no such ticket') },
    ]);
    desk.host.run('tick');
    expect(desk.rows('problems')).toHaveLength(1);
  });

  test('makes cases of an incident', () => {
    const desk = deskWith([newTicket(A), newTicket(B), newTicket(C)]);
    desk.type(B, 'parent', A ?? '');
    desk.type(C, 'parent', A ?? '');
    desk.host.run('tick');
    expect([B, C].map((id) => desk.ticket(id ?? '').row.parent)).toEqual([A, A]);
    expect(linesOf(desk, A ?? '')).toEqual(expect.arrayContaining([`Related:  → ${B}`, `Related:  → ${C}`]));
    expect(desk.rows('problems')).toEqual([]);
  });
});

test('what people paste into 200 rows is 200 lines of History, each with its ticket', () => {
  const ids = Array.from({ length: 200 }, (_, n) => `T-${String(10_000 + n)}`);
  const desk = deskWith(ids.map((id) => newTicket(id)));
  const before = desk.rows('history').length;
  const { row, column } = desk.place(ids[0] ?? '', 'category');
  desk.service.batchUpdate(desk.spreadsheetId, {
    requests: [
      {
        updateCells: {
          start: { sheetId: SHEET_ID.tickets, rowIndex: row - 1, columnIndex: column - 1 },
          rows: ids.map((_, n) => ({
            values: [{ userEnteredValue: { stringValue: n % 2 ? 'Login' : 'Invoice' } }],
          })),
          fields: 'userEnteredValue',
        },
      },
    ],
  });
  desk.host.run('tick');
  const lines = desk.rows('history').slice(before);
  expect(lines.map(({ ticket_id }) => ticket_id).sort()).toEqual(ids);
  expect(lines).toContainEqual(expect.objectContaining({ what: 'Category', from: '', to: 'Invoice' }));
});
