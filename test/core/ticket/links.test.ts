import fc from 'fast-check';
import { editLinks, linkEdits, reconcileAfter } from '../../../core/ticket/link-edits';
import { acceptedLinks } from '../../../core/ticket/seen';
import { ticketBook } from '../../../core/ticket/ticket-book';
import type { Row } from '../../../core/workbook/rows';
import { winter } from '../sla/sla-rows';
import { reconcileContext, settled, ticketRow } from './ticket-rows';

type Ticket = Row<'tickets'>;
const NOW = winter('2026-11-23T12:00');
const context = reconcileContext({ now: NOW });
const telling = { now: NOW, words: context, editor: null };

const ticket = (id: string, change: Partial<Ticket> = {}): Ticket =>
  settled({ ...settled(ticketRow({ id })), ...change });

const [A, B, C, D] = ['T-AAAAA', 'T-BBBBB', 'T-CCCCC', 'T-DDDDD'] as const;

/** One run of the tracker over all tickets. */
function run(tickets: readonly Ticket[]) {
  const links = linkEdits(tickets, telling);
  const results = tickets.map((row) => ({
    row,
    result: reconcileAfter(row, links.priors.get(row.id), context),
  }));
  return {
    tickets: results.map(({ row, result }) => ({ ...row, ...result.change })),
    history: results.flatMap(({ result }) => result.history),
    problems: [...links.problems, ...results.flatMap(({ result }) => result.problems)],
  };
}

const of = (tickets: readonly Ticket[], id: string): Ticket => {
  const found = tickets.find((row) => row.id === id);
  if (!found) throw new Error(`${id} is gone`);
  return found;
};

describe('merging', () => {
  test('closes the ticket, tells both, and asks for nothing more', () => {
    const first = run([{ ...ticket(A), merged_into: ' t-bbbbb ' }, ticket(B)]);
    expect(of(first.tickets, A)).toMatchObject({
      status: 'closed',
      status_seen: 'closed',
      status_since: NOW,
      resolved_at: NOW,
      merged_into: B,
      next_due: null,
    });
    expect(first.history).toEqual([
      expect.objectContaining({
        ticket_id: A,
        what: 'Merged into',
        from: '',
        to: B,
        who: 'Somebody in the sheet',
      }),
      expect.objectContaining({
        ticket_id: B,
        what: 'Related',
        to: A,
        why: `Ticket ${A} was merged into this one.`,
      }),
      expect.objectContaining({ ticket_id: A, what: 'Status', from: 'New', to: 'Closed' }),
    ]);
    expect(first.problems).toEqual([]);
    const second = run(first.tickets);
    expect(second).toEqual({ tickets: first.tickets, history: [], problems: [] });
  });

  test.each<[Ticket['status'], string]>([
    ['waiting_participant', 'open'],
    ['waiting_vendor', 'open'],
    ['on_hold', 'open'],
    ['resolved', 'open'],
    ['open', 'open'],
    ['new', 'new'],
  ])('brings an open question into a ticket that is %s: it is %s', (status, after) => {
    const target = status === 'new' ? ticket(B) : ticket(B, { status, hold_until: '2026-12-24' });
    const { tickets } = run([target, { ...ticket(A), merged_into: B }]);
    expect(of(tickets, B).status).toBe(after);
  });

  test.each([
    ['has come since the last look', 'open', { last_inbound_at: NOW }],
    [
      'has come and is answered since the last look',
      'waiting_vendor',
      { last_inbound_at: winter('2026-11-23T11:50'), last_outbound_at: NOW },
    ],
  ])('a question that %s leaves the other ticket %s', (_, after, mails) => {
    const source = { ...ticket(A, { status: 'waiting_participant' }), ...mails, merged_into: B };
    const { tickets } = run([source, ticket(B, { status: 'waiting_vendor' })]);
    expect([of(tickets, A).status, of(tickets, B).status]).toEqual(['closed', after]);
  });

  test('a ticket whose question is answered wakes nobody', () => {
    const source = ticket(A, { status: 'resolved' });
    const { tickets } = run([{ ...source, merged_into: B }, ticket(B, { status: 'waiting_vendor' })]);
    expect([of(tickets, A).status, of(tickets, B).status]).toEqual(['closed', 'waiting_vendor']);
  });

  const merged = run([{ ...ticket(A), merged_into: B }, ticket(B)]).tickets;
  const incident = run([{ ...ticket(C), parent: A }, ticket(A)]).tickets;
  test.each<[string, readonly Ticket[], string, string]>([
    ['a ticket that does not exist', [ticket(A)], 'T-ZZZZZ', 'there is no such ticket'],
    ['a word that is no number', [ticket(A)], 'the other one', 'there is no such ticket'],
    ['itself', [ticket(A)], A, 'into itself'],
    ['a ticket that is merged itself', [...merged, ticket(C)], A, 'itself goes on in another ticket'],
    ['a closed ticket', [ticket(A), ticket(B, { status: 'closed' })], B, 'is closed'],
    ['spam', [ticket(A), ticket(B, { status: 'spam' })], B, 'is spam'],
    ['any, when it is spam itself', [ticket(A, { status: 'spam' }), ticket(B)], B, 'is spam, so'],
    ['any, when it is merged already', [...merged, ticket(C)], C, 'already merged'],
    ['any, when it is an incident with cases', [...incident, ticket(B)], B, 'cases of its own'],
    ['any, when others go on in it', [...merged, ticket(C)], C, 'other tickets go on in it'],
  ])('into %s is put back, and the Problems tab says why', (name, tickets, into, why) => {
    const id = name.startsWith('a ticket that is merged') ? C : name.includes('others go on') ? B : A;
    const before = of(tickets, id);
    const after = run(tickets.map((row) => (row.id === id ? { ...row, merged_into: into } : row)));
    expect(of(after.tickets, id)).toEqual(before);
    expect(after.history).toEqual([]);
    expect(after.problems).toEqual([
      expect.objectContaining({
        key: `tickets:${id}:merged_into`,
        tab: 'tickets',
        row: id,
        what: expect.stringContaining(why),
      }),
    ]);
    expect(run(after.tickets).problems).toEqual([]);
  });

  test('two tickets into each other at once: the first holds, the second is refused', () => {
    const { tickets, problems } = run([
      { ...ticket(A), merged_into: B },
      { ...ticket(B), merged_into: A },
    ]);
    expect(tickets.map(({ merged_into }) => merged_into)).toEqual([B, '']);
    expect(problems).toHaveLength(1);
  });

  test('keeps the ticket closed, whatever people choose and whoever writes', () => {
    const edited = run(merged.map((row) => (row.id === A ? { ...row, status: 'open' } : row)));
    expect(of(edited.tickets, A).status).toBe('closed');
    expect(edited.problems).toMatchObject([
      { key: `tickets:${A}:status`, what: expect.stringContaining('merged') },
    ]);
    const wrote = run(merged.map((row) => (row.id === A ? { ...row, last_inbound_at: NOW } : row)));
    expect(of(wrote.tickets, A)).toMatchObject({ status: 'closed', inbound_seen: NOW });
    expect(wrote.problems).toMatchObject([
      { key: `tickets:${A}:merged_into`, todo: expect.stringContaining(B) },
    ]);
    expect(run(wrote.tickets).problems).toEqual([]);
  });

  test('is undone by clearing the cell; then the ticket may be opened', () => {
    const apart = run(
      merged.map((row) => (row.id === A ? { ...row, merged_into: '', status: 'open' } : row)),
    );
    expect(of(apart.tickets, A)).toMatchObject({ status: 'open', merged_into: '', resolved_at: null });
    expect(apart.history.map(({ ticket_id, why }) => [ticket_id, why])).toEqual([
      [A, 'The ticket stands on its own again.'],
      [B, `Ticket ${A} was taken out of this one.`],
      [A, 'Changed in the sheet.'],
    ]);
  });

  test('waits until the tracker has looked at the ticket by itself', () => {
    const imported = ticketRow({ id: A, merged_into: B });
    const first = run([imported, ticket(B)]);
    expect(of(first.tickets, A)).toMatchObject({ status: 'new', merged_into: B });
    const second = run(first.tickets);
    expect(of(second.tickets, A)).toMatchObject({ status: 'closed', merged_into: B });
    expect(run(second.tickets).history).toEqual([]);
  });
});

describe('incidents', () => {
  test('take cases in and tell both', () => {
    const first = run([{ ...ticket(A), parent: '#t-bbbbb' }, ticket(B)]);
    expect(of(first.tickets, A)).toMatchObject({ parent: B, status: 'new' });
    expect(first.history.map(({ ticket_id, what, to }) => [ticket_id, what, to])).toEqual([
      [A, 'Part of incident', B],
      [B, 'Related', A],
    ]);
    expect(run(first.tickets).history).toEqual([]);
  });

  test('a case may move to another incident, and out', () => {
    const tickets = run([{ ...ticket(A), parent: B }, ticket(B), ticket(C)]).tickets;
    const moved = run(tickets.map((row) => (row.id === A ? { ...row, parent: C } : row)));
    expect(acceptedLinks(of(moved.tickets, A)).parent).toBe(C);
    expect(moved.history.map(({ ticket_id }) => ticket_id)).toEqual([A, B, C]);
    const out = run(moved.tickets.map((row) => (row.id === A ? { ...row, parent: '' } : row)));
    expect(acceptedLinks(of(out.tickets, A)).parent).toBe('');
  });

  const family = run([{ ...ticket(A), parent: B }, ticket(B), ticket(C)]).tickets;
  const merged = run([{ ...ticket(A), merged_into: B }, ticket(B), ticket(C)]).tickets;
  test.each<[string, readonly Ticket[], string, string, string]>([
    ['of a ticket that does not exist', [ticket(A)], A, 'T-ZZZZZ', 'there is no such ticket'],
    ['of itself', [ticket(A)], A, A, 'part of itself'],
    ['of a case', family, C, A, 'is itself part of an incident'],
    ['when it has cases', family, B, C, 'cases of its own'],
    ['of what was merged away', merged, C, A, 'was merged into another ticket'],
    ['when it was merged away', merged, A, C, 'it was merged into another ticket'],
    ['of a closed ticket', [ticket(A), ticket(B, { status: 'closed' })], A, B, 'is closed'],
    ['of spam', [ticket(A), ticket(B, { status: 'spam' })], A, B, 'is spam'],
  ])('a case %s is put back with a word of why', (_, tickets, id, parent, why) => {
    const after = run(tickets.map((row) => (row.id === id ? { ...row, parent } : row)));
    expect(of(after.tickets, id).parent).toBe(of(tickets, id).parent);
    expect(after.problems).toMatchObject([
      { key: `tickets:${id}:parent`, what: expect.stringContaining(why) },
    ]);
    expect(after.history).toEqual([]);
  });
});

test('the sidebar’s way is the same: the cell filled in, then the rules of one ticket', () => {
  const source = { ...ticket(A), merged_into: B };
  const { priors, problems } = editLinks(source, ticketBook([source, ticket(B)]), {
    ...telling,
    editor: 'ola@firm.test',
  });
  expect(problems).toEqual([]);
  expect(priors.get(A)).toMatchObject({
    change: { merged_into: B },
    events: [{ kind: 'merged' }],
    history: [{ who: 'ola@firm.test' }, { ticket_id: B }],
  });
});

test('whatever people type, links form no circle and no chain, and every ticket settles in one run', () => {
  const ids = [A, B, C, D];
  const typed = fc.constantFrom('', ...ids, 'T-ZZZZZ', 'nonsense', 't-aaaaa');
  const edit = fc.record({
    id: fc.constantFrom(...ids),
    column: fc.constantFrom('merged_into' as const, 'parent' as const, 'status' as const),
    typed,
    status: fc.constantFrom('open', 'closed', 'spam', 'resolved', 'on_hold'),
  });
  const fresh = ids.map((id) => ticket(id));
  fc.assert(
    fc.property(fc.array(fc.array(edit, { maxLength: 4 }), { maxLength: 8 }), (rounds) => {
      let tickets: readonly Ticket[] = fresh;
      for (const edits of rounds) {
        for (const { id, column, typed: text, status } of edits) {
          tickets = tickets.map((row) =>
            row.id === id ? { ...row, [column]: column === 'status' ? status : text } : row,
          );
        }
        tickets = run(tickets).tickets;
        expect(run(tickets)).toEqual({ tickets, history: [], problems: [] });
        for (const row of tickets) {
          const links = acceptedLinks(row);
          expect(links).toEqual({ parent: row.parent, merged_into: row.merged_into });
          if (row.merged_into !== '') {
            expect(row.status).toBe('closed');
            expect(row.merged_into).not.toBe(row.id);
            expect(of(tickets, row.merged_into).merged_into).toBe('');
          }
          if (row.parent !== '') {
            expect(row.parent).not.toBe(row.id);
            expect(of(tickets, row.parent).parent).toBe('');
          }
        }
      }
    }),
    { numRuns: 150 },
  );
});
