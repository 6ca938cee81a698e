import { reconcileEdit } from '../../../core/ticket/person-edit';
import { reconcileTicket } from '../../../core/ticket/reconcile';
import type { RowChange } from '../../../core/workbook/rows';
import { winter } from '../sla/sla-rows';
import { reconcileContext, settled, ticketRow } from './ticket-rows';

const now = winter('2026-11-23T10:05');
const context = reconcileContext({ now, personEditAt: now, editor: 'ola@firm.test' });

describe('an edit of a ticket at which the tracker has not looked yet', () => {
  test.each<[string, RowChange<'tickets'>, string, string, string]>([
    ['the status', { status: 'resolved' }, 'Status', 'New', 'Resolved'],
    ['the assignee', { assignee: 'Ola Nowak' }, 'Assigned to', '', 'Ola Nowak'],
    ['the priority', { priority: 'urgent' }, 'Priority', 'Normal', 'Urgent'],
  ])('%s: the birth is told first, then the edit and who made it', (_, wanted, what, from, to) => {
    const ticket = ticketRow();
    const { change, history } = reconcileEdit(ticket, wanted, context);
    expect(history).toMatchObject([
      { what: 'Ticket', to: expect.stringContaining('Status: New; Priority: Normal'), who: 'Participant' },
      { what, from, to, who: 'ola@firm.test' },
    ]);
    const written = { ...ticket, ...wanted, ...change };
    expect(written).toMatchObject(wanted);
    expect(reconcileTicket(written, context)).toMatchObject({ change: {}, history: [], problems: [] });
  });

  test('puts it on hold, when a day to come is written', () => {
    const { change, history } = reconcileEdit(ticketRow(), { hold_until: '2026-11-30' }, context);
    expect(change).toMatchObject({ status: 'on_hold', status_seen: 'on_hold' });
    expect(history.map(({ what }) => what)).toEqual(['Ticket', 'On hold until', 'Status']);
  });

  test('stands against what the first look alone would have made of it', () => {
    const answered = ticketRow({ last_outbound_at: winter('2026-11-23T10:03') });
    const { change } = reconcileEdit(answered, { status: 'resolved' }, context);
    expect(change).toMatchObject({ status_seen: 'resolved' });
    expect(change).not.toHaveProperty('status');
  });
});

test('an edit of a ticket that the tracker knows is the same as in the cell', () => {
  const ticket = settled(ticketRow());
  const wanted = { status: 'waiting_vendor', category: 'link' };
  expect(reconcileEdit(ticket, wanted, context)).toEqual(reconcileTicket({ ...ticket, ...wanted }, context));
});
