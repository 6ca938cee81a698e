import { knownTickets, type MailIn } from '../../../core/intake/known-tickets';
import { isTicketId, mintTicketId, type TicketId } from '../../../core/ticket/ticket-id';
import { instant } from '../../../core/time/instant';

const ID: TicketId = mintTicketId(new Uint8Array(32).fill(7), () => false);

const mailIn = (n: number, from = 'jan@people.test'): MailIn => ({
  ticketId: ID,
  opened: n === 0,
  at: instant(1_000_000 + n),
  from,
  name: 'Jan',
  subject: 'Question',
  excerpt: `Mail ${n}`,
  language: 'pl',
  human: true,
});

describe('a very long conversation', () => {
  const MAILS = 20_000;
  const tickets = knownTickets();
  for (let n = 0; n < MAILS; n += 1) {
    tickets.mailIn(mailIn(n, `p${n}@people.test`), `<in-${n}@people.test>`);
    tickets.mailOut(ID, `<out-${n}@firm.test>`, instant(1_000_000 + n), true);
  }
  const ticket = tickets.get(ID);

  it('keeps the root and the latest ids for References', () => {
    expect(isTicketId(ID)).toBe(true);
    expect(ticket?.messageIds).toHaveLength(21);
    expect(ticket?.messageIds[0]).toBe('<in-0@people.test>');
    expect(ticket?.messageIds.slice(-2)).toEqual([
      `<in-${MAILS - 1}@people.test>`,
      `<out-${MAILS - 1}@firm.test>`,
    ]);
  });

  it('knows every mail and everybody in it', () => {
    expect(tickets.ticketOf('<in-1@people.test>')).toBe(ID);
    expect(tickets.ticketOf('<out-12345@FIRM.test>')).toBe(ID);
    expect(ticket?.participants.size).toBe(MAILS);
    expect(ticket?.messageCount).toBe(2 * MAILS);
  });

  it('takes a mail of ours in once, however long ago that was', () => {
    tickets.mailOut(ID, '<out-3@firm.test>', null, false);
    expect(tickets.get(ID)?.messageIds).toEqual(ticket?.messageIds);
  });
});

it('a ticket recalled from the Sheet is as bounded, and all its ids are known', () => {
  const first = knownTickets();
  first.mailIn(mailIn(0), '<in-0@people.test>');
  const ticket = first.get(ID);
  if (!ticket) throw new Error('no ticket');
  const messageIds = Array.from({ length: 100 }, (_, n) => `<old-${n}@people.test>`);
  const again = knownTickets();
  again.remember({ ...ticket, messageIds });
  expect(again.get(ID)?.messageIds).toEqual([messageIds[0], ...messageIds.slice(-20)]);
  expect(again.ticketOf('<old-50@people.test>')).toBe(ID);
});
