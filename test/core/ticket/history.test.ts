import fc from 'fast-check';
import type { HistoryWords } from '../../../core/ticket/history-line';
import { shownCell } from '../../../core/ticket/history-line';
import { linkEdits, reconcileAfter } from '../../../core/ticket/link-edits';
import { TICKET_RULES } from '../../../core/ticket/reconcile';
import { cellsOf, LINKS, WATCHED } from '../../../core/ticket/seen';
import { MOVES } from '../../../core/ticket/status';
import { rowLine } from '../../../core/ticket/ticket-history';
import { instant, MS_PER_DAY, MS_PER_MINUTE } from '../../../core/time/instant';
import { CATEGORIES, PRIORITIES, TICKET_STATUSES } from '../../../core/workbook/choices';
import type { Row } from '../../../core/workbook/rows';
import { labelOfWord } from '../../../sheet-templates/labels';
import { TABS } from '../../../sheet-templates/tabs';
import { BORN, reconcileContext, ticketRow } from './ticket-rows';

type Ticket = Row<'tickets'>;
type Told = 'status' | (typeof WATCHED)[number] | (typeof LINKS)[number];
const TOLD: readonly Told[] = ['status', ...WATCHED, ...LINKS];

const inPolish = reconcileContext({
  language: 'pl',
  columnLabel: (column) => TABS.tickets.columns[column].words.pl[0],
  choiceLabel: (choice, word) => labelOfWord(choice, word, 'pl'),
});

/** What a reader of the History tab knows of a ticket: nothing but its lines. */
function replayed(history: readonly Row<'history'>[], id: string, words: HistoryWords): Map<string, string> {
  const cells = new Map<string, string>();
  for (const line of history.filter(({ ticket_id }) => ticket_id === id)) {
    if (line.what === words.columnLabel('id')) {
      for (const pair of line.to.split('; ')) {
        const [label = '', value = ''] = pair.split(': ');
        cells.set(label, value);
      }
      continue;
    }
    // That another ticket was linked to this one changes none of its cells.
    if (line.what === words.columnLabel('related')) continue;
    if (line.what === words.columnLabel('sla_state')) continue;
    expect(cells.get(line.what) ?? '').toBe(line.from);
    cells.set(line.what, line.to);
  }
  return cells;
}

/** Moves of the status that the table knows, as labels. */
const LEGAL = new Set(
  TICKET_STATUSES.flatMap((from) => {
    const { on, whenQuiet, byHand } = MOVES[from];
    const to = [
      ...Object.values(on).map(([word]) => word),
      ...(whenQuiet ? [whenQuiet.move[0]] : []),
      ...byHand,
    ];
    return to.map((word) => `${labelOfWord('status', from, 'pl')} → ${labelOfWord('status', word, 'pl')}`);
  }),
);

function shown(ticket: Ticket, words: HistoryWords): Map<string, string> {
  const cells = { status: ticket.status, ...cellsOf(ticket) };
  return new Map(
    TOLD.flatMap((column) => {
      const value = shownCell(column, cells[column], words);
      return value === '' ? [] : [[words.columnLabel(column), value] as const];
    }),
  );
}

test('the lines of History, read from the birth on, give the cells as they are now, by moves of the table', () => {
  const [A, B] = ['T-AAAAA', 'T-BBBBB'];
  const edit = fc.oneof(
    fc.record({ assignee: fc.constantFrom('', 'Ola Nowak', 'Jan', 'ktoś') }),
    fc.record({ priority: fc.constantFrom(...PRIORITIES, '') }),
    fc.record({ category: fc.constantFrom(...CATEGORIES, '') }),
    fc.record({ language: fc.constantFrom('pl', 'uk', 'en') }),
    fc.record({ tags: fc.subarray(['vip', 'zoom', 'zwrot']) }),
    fc.record({ hold_until: fc.constantFrom(null, '2026-11-25', '2026-12-24', '2026-01-01') }),
    fc.record({ status: fc.constantFrom(...TICKET_STATUSES, '') }),
    fc.record({ merged_into: fc.constantFrom('', A, B, 'T-ZZZZZ', 't-bbbbb') }),
    fc.record({ parent: fc.constantFrom('', A, B, 'nic') }),
  );
  const step = fc.record({
    which: fc.constantFrom(A, B),
    edits: fc.array(edit, { maxLength: 3 }),
    mail: fc.constantFrom('none', 'in', 'out'),
    minutes: fc.integer({ min: 1, max: 6 * 24 * 60 }),
    editor: fc.constantFrom(null, 'ola@firm.test'),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
      let tickets: readonly Ticket[] = [A, B].map((id) => ticketRow({ id }));
      let now = BORN as number;
      const history: Row<'history'>[] = [];
      const run = (editor: string | null): void => {
        const context = {
          ...inPolish,
          now: instant(now),
          editor,
          rules: { ...TICKET_RULES, quiet: { resolveWaitingAfter: 5, closeResolvedAfter: 3 } },
        };
        const { priors } = linkEdits(tickets, { now: context.now, words: context, editor });
        tickets = tickets.map((row) => {
          const result = reconcileAfter(row, priors.get(row.id), context);
          history.push(...result.history);
          return { ...row, ...result.change };
        });
      };
      run(null);
      for (const { which, edits, mail, minutes, editor } of steps) {
        now += minutes * MS_PER_MINUTE;
        tickets = tickets.map((row) => {
          if (row.id !== which) return row;
          const edited = Object.assign({}, row, ...edits) as Ticket;
          if (mail === 'none') return edited;
          return { ...edited, [mail === 'in' ? 'last_inbound_at' : 'last_outbound_at']: instant(now - 1) };
        });
        run(editor);
        for (const row of tickets) {
          const told = replayed(history, row.id, inPolish);
          const present = shown(row, inPolish);
          expect(new Map([...told].filter(([, value]) => value !== ''))).toEqual(present);
        }
      }
      for (const { what, from, to } of history) {
        if (what === inPolish.columnLabel('status')) expect(LEGAL).toContain(`${from} → ${to}`);
      }
      // Nothing is told twice: another look has nothing to say.
      const before = history.length;
      run(null);
      expect(history).toHaveLength(before);
    }),
    { numRuns: 150 },
  );
});

test.each([
  ['deleted' as const, 'T-AAAAA', ''],
  ['back' as const, '', 'T-AAAAA'],
])('a row that is %s is a line of History', (what, from, to) => {
  const now = instant(BORN + MS_PER_DAY);
  expect(rowLine('T-AAAAA', what, { now, words: inPolish, editor: null })).toMatchObject({
    at: now,
    ticket_id: 'T-AAAAA',
    who: 'Ktoś w arkuszu',
    what: 'Numer',
    from,
    to,
  });
});
