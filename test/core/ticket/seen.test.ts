import fc from 'fast-check';
import { reconcileTicket } from '../../../core/ticket/reconcile';
import {
  acceptedLinks,
  cellsOf,
  formatSeen,
  NOBODY_TOLD,
  parseSeen,
  turnOf,
  withAccepted,
  withTurn,
} from '../../../core/ticket/seen';
import type { Row } from '../../../core/workbook/rows';
import { winter } from '../sla/sla-rows';
import { applied, reconcileContext, settled, ticketRow } from './ticket-rows';

const later = reconcileContext({ now: winter('2026-11-23T10:30') });
const seen = settled(ticketRow());

describe('a cell that people edit', () => {
  test.each<[string, Partial<Row<'tickets'>>, string, string, string]>([
    ['assignee', { assignee: 'Ola Nowak' }, 'Assigned to', '', 'Ola Nowak'],
    ['priority', { priority: 'urgent' }, 'Priority', 'Normal', 'Urgent'],
    ['category', { category: 'sound_and_picture' }, 'Category', 'Login', 'Sound and picture'],
    ['category, emptied', { category: '' }, 'Category', 'Login', ''],
    ['tags', { tags: ['vip', 'zoom'] }, 'Tags', '', 'vip, zoom'],
    ['language', { language: 'uk' }, 'Language', 'Polish', 'Ukrainian'],
    ['day of a hold that is over', { hold_until: '2026-11-01' }, 'On hold until', '', '2026-11-01'],
  ])('%s: is one line of History, told once', (_, edit, what, from, to) => {
    const row = { ...seen, ...edit };
    const result = reconcileTicket(row, later);
    expect(result.history).toEqual([
      {
        at: later.now,
        ticket_id: row.id,
        who: 'Somebody in the sheet',
        what,
        from,
        to,
        why: 'Changed in the sheet.',
      },
    ]);
    expect(reconcileTicket(applied(row, result), later).history).toEqual([]);
  });

  test('of a closed ticket that is long at rest is told too', () => {
    const closed = settled({ ...seen, status: 'closed' }, later);
    const { history } = reconcileTicket({ ...closed, tags: ['refund'] }, later);
    expect(history).toMatchObject([{ what: 'Tags', to: 'refund' }]);
  });

  test('names the person where somebody knows', () => {
    const { history } = reconcileTicket(
      { ...seen, assignee: 'Ola', status: 'open' },
      reconcileContext({ now: later.now, personEditAt: later.now, editor: 'ola@firm.test' }),
    );
    expect(history.map(({ who }) => who)).toEqual(['ola@firm.test', 'ola@firm.test']);
  });

  test('speaks the firm’s language', () => {
    const { history } = reconcileTicket(
      { ...seen, assignee: 'Ola' },
      { ...later, language: 'uk', columnLabel: () => 'Відповідає' },
    );
    expect(history).toMatchObject([
      { who: 'Хтось у таблиці', what: 'Відповідає', why: 'Змінено в таблиці.' },
    ]);
  });

  test('changed by a program is nobody’s edit, and hides no edit beside it', () => {
    const edited = { ...seen, priority: 'high' };
    const change = { assignee: 'Ola' };
    const row = { ...edited, ...change, seen: withAccepted(edited, change) };
    expect(reconcileTicket(row, later).history).toMatchObject([{ what: 'Priority', to: 'High' }]);
  });
});

describe('the record of accepted cells', () => {
  test.each(['{', '[]', '{"v":2}', '{"v":1,"a":7}', 'null'])(
    'that nobody can read (%s) is rebuilt and reported once',
    (broken) => {
      const row = { ...seen, assignee: 'Ola', seen: broken };
      const result = reconcileTicket(row, later);
      expect(result.history).toEqual([]);
      expect(result.problems).toMatchObject([{ key: 'tickets:T-7K3Q9:seen', row: 'T-7K3Q9' }]);
      const rebuilt = applied(row, result);
      expect(parseSeen(rebuilt.seen)).toMatchObject({ assignee: 'Ola', priority: 'normal' });
      expect(reconcileTicket(rebuilt, later)).toMatchObject({ change: {}, history: [], problems: [] });
    },
  );

  test('that an older workbook lacks is begun without a line: the ticket was born long ago', () => {
    const old = { ...seen, seen: '' };
    const result = reconcileTicket(old, later);
    expect(result.history).toEqual([]);
    // Nobody is told by mail either, as of a new ticket.
    expect(result.change).toEqual({ seen: withTurn(seen.seen, '') });
    expect(turnOf(seen.seen)).toBe(NOBODY_TOLD);
  });

  test('says the same after being read', () => {
    const text = fc.string({ maxLength: 30 });
    const rows = fc.record({
      assignee: text,
      priority: text,
      category: text,
      tags: fc.array(text, { maxLength: 3 }),
      language: text,
      hold_until: fc.constantFrom(null, '2026-11-25'),
      parent: text,
      merged_into: text,
    });
    fc.assert(
      fc.property(rows, (cells) => {
        const row = ticketRow(cells);
        const written = formatSeen(cellsOf(row));
        expect(parseSeen(written)).toEqual(cellsOf(row));
        expect(acceptedLinks({ ...row, seen: written })).toEqual({
          parent: row.parent,
          merged_into: row.merged_into,
        });
      }),
    );
  });

  test('stays short, whatever is pasted into a cell', () => {
    const row = { ...seen, assignee: 'x'.repeat(40_000) };
    const result = reconcileTicket(row, later);
    expect(result.change.seen?.length).toBeLessThan(1_000);
    expect(reconcileTicket(applied(row, result), later).history).toEqual([]);
  });
});
