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
  signals: [],
  answers: [],
  onlyThanks: false,
  shownTo: [],
});

describe('a very long conversation', () => {
  const MAILS = 20_000;
  const tickets = knownTickets();
  for (let n = 0; n < MAILS; n += 1) {
    tickets.mailIn(mailIn(n, `p${n}@people.test`), `<in-${n}@people.test>`);
    tickets.mailOut({
      ticketId: ID,
      messageId: `<out-${n}@firm.test>`,
      to: 'jan@people.test',
      answeredAt: instant(1_000_000 + n),
    });
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
    expect(ticket?.participants.size).toBe(MAILS + 1);
    expect(ticket?.messageCount).toBe(2 * MAILS);
  });

  it('takes a mail of ours in once, however long ago that was', () => {
    tickets.mailOut({
      ticketId: ID,
      messageId: '<out-3@firm.test>',
      to: 'jan@people.test',
      answeredAt: null,
    });
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

describe('finding a ticket by what a mail says', () => {
  const OTHER: TicketId = mintTicketId(new Uint8Array(32).fill(9), () => false);
  const known = () => {
    const tickets = knownTickets();
    tickets.mailIn(
      { ...mailIn(0), answers: ['<never-came@people.test>'], shownTo: ['boss@client.test'] },
      '<in-0@people.test>',
    );
    return tickets;
  };

  it('by a mail that it answers and that has not come in', () => {
    const tickets = known();
    expect(tickets.ticketOf('<never-came@people.test>')).toBe(ID);
    expect(tickets.ticketAwaiting('<never-came@people.test>')).toBe(ID);
  });

  it('which nobody else can claim by answering it later', () => {
    const tickets = known();
    tickets.mailIn(
      {
        ...mailIn(0, 'eve@bad.test'),
        ticketId: OTHER,
        answers: ['<never-came@people.test>', '<in-0@people.test>'],
      },
      '<in-eve@bad.test>',
    );
    expect(tickets.ticketOf('<never-came@people.test>')).toBe(ID);
    expect(tickets.ticketOf('<in-0@people.test>')).toBe(ID);
  });

  it('but the ticket in which that mail turns up has it', () => {
    const tickets = known();
    tickets.mailIn({ ...mailIn(0), ticketId: OTHER }, '<never-came@people.test>');
    expect(tickets.ticketOf('<never-came@people.test>')).toBe(OTHER);
    expect(tickets.ticketAwaiting('<never-came@people.test>')).toBeNull();
  });

  it('by the subject under which its writer wrote, while it is young, and not for who was only shown it', () => {
    const tickets = known();
    expect(tickets.ticketsOfSubject('JAN@people.test', 'question', instant(1_000_000))).toEqual([ID]);
    expect(tickets.ticketsOfSubject('jan@people.test', 'question', instant(1_000_001))).toEqual([]);
    expect(tickets.ticketsOfSubject('boss@client.test', 'question', instant(0))).toEqual([]);
  });

  it('subjects of one short word name nothing', () => {
    const tickets = knownTickets();
    tickets.mailIn({ ...mailIn(0), subject: 'Zoom' }, '<in-0@people.test>');
    expect(tickets.ticketsOfSubject('jan@people.test', 'zoom', instant(0))).toEqual([]);
  });
});

describe('who takes part', () => {
  const participants = (event: Partial<MailIn>) => {
    const tickets = knownTickets();
    tickets.mailIn({ ...mailIn(0), ...event }, '<in-0@people.test>');
    return [...(tickets.get(ID)?.participants ?? [])];
  };

  it('the writer and whom they showed it', () => {
    expect(participants({ from: 'Jan@people.test', shownTo: ['boss@client.test'] })).toEqual([
      'jan@people.test',
      'boss@client.test',
    ]);
  });

  it('nobody by a robot', () => {
    const tickets = knownTickets();
    tickets.mailIn(mailIn(0), '<in-0@people.test>');
    tickets.mailIn(
      { ...mailIn(1, 'robot@people.test'), human: false, shownTo: ['x@y.test'] },
      '<in-1@people.test>',
    );
    expect([...(tickets.get(ID)?.participants ?? [])]).toEqual(['jan@people.test']);
  });

  it('whom a person of the firm answered, once the answer is sent', () => {
    const tickets = knownTickets();
    tickets.mailIn(mailIn(0), '<in-0@people.test>');
    const answer = { ticketId: ID, messageId: '<out@firm.test>', to: 'Anna@people.test' };
    tickets.mailOut({ ...answer, answeredAt: null });
    expect(tickets.get(ID)?.participants.has('anna@people.test')).toBe(false);
    tickets.mailOut({ ...answer, answeredAt: instant(1_000_005) });
    expect(tickets.get(ID)?.participants.has('anna@people.test')).toBe(true);
  });

  it('not everybody of a mailing', () => {
    const many = Array.from({ length: 500 }, (_, n) => `p${n}@people.test`);
    expect(participants({ shownTo: many }).length).toBeLessThanOrEqual(101);
  });
});

describe('a ticket that people merged into another', () => {
  const OTHER: TicketId = mintTicketId(new Uint8Array(32).fill(9), () => false);
  const THIRD: TicketId = mintTicketId(new Uint8Array(32).fill(11), () => false);
  const two = () => {
    const tickets = knownTickets();
    tickets.mailIn(mailIn(0), '<in-0@people.test>');
    tickets.mailIn(
      { ...mailIn(0, 'ewa@people.test'), ticketId: OTHER, at: instant(2_000_000) },
      '<in-1@people.test>',
    );
    tickets.mailIn({ ...mailIn(0, 'olga@people.test'), ticketId: THIRD }, '<in-2@people.test>');
    return tickets;
  };

  it('goes on in the other: its mails, its people, its last word', () => {
    const tickets = two();
    tickets.merge(OTHER, ID);
    tickets.merge(OTHER, ID);
    expect(tickets.goesOnIn(OTHER)).toBe(ID);
    expect(tickets.ticketOf('<in-1@people.test>')).toBe(ID);
    expect(tickets.get(ID)).toMatchObject({
      requesterEmail: 'jan@people.test',
      messageCount: 2,
      lastInboundAt: 2_000_000,
      lastInboundId: '<in-1@people.test>',
      messageIds: ['<in-0@people.test>', '<in-1@people.test>'],
    });
    expect(tickets.get(ID)?.participants.has('ewa@people.test')).toBe(true);
  });

  it('also when the other is merged on, whichever was first', () => {
    const tickets = two();
    tickets.merge(ID, THIRD);
    tickets.merge(OTHER, ID);
    expect(tickets.goesOnIn(OTHER)).toBe(THIRD);
    expect(tickets.get(THIRD)?.messageCount).toBe(3);
  });

  it('never in a circle', () => {
    const tickets = two();
    tickets.merge(OTHER, ID);
    tickets.merge(ID, OTHER);
    tickets.merge(ID, ID);
    expect(tickets.goesOnIn(ID)).toBe(ID);
    expect(tickets.goesOnIn(OTHER)).toBe(ID);
  });

  it('the same whether the merge was learned before or after the mails: after a restart it is learned last', () => {
    const OUT = { messageId: '<out@firm.test>', to: 'boss@client.test', answeredAt: instant(3_000_000) };
    const more = (tickets: ReturnType<typeof two>) => {
      tickets.mailIn({ ...mailIn(9), at: instant(4_000_000) }, '<in-9@people.test>');
      tickets.mailOut({ ...OUT, ticketId: OTHER });
      return tickets;
    };
    const live = two();
    live.merge(OTHER, ID);
    const restarted = more(two());
    restarted.merge(OTHER, ID);
    expect(more(live).get(ID)).toEqual(restarted.get(ID));
    expect(live.get(ID)).toMatchObject({ messageCount: 4, lastOutboundAt: 3_000_000 });
    expect(live.get(ID)?.participants.has('boss@client.test')).toBe(true);
    expect(live.get(ID)?.messageIds[0]).toBe('<in-0@people.test>');
    expect(live.get(ID)?.messageIds.slice(-1)).toEqual(['<in-9@people.test>']);
  });

  it('until they undo it: then each has its own mails and people again', () => {
    const tickets = two();
    const before = tickets.get(ID);
    tickets.merge(OTHER, ID);
    tickets.unmerge(OTHER);
    expect(tickets.goesOnIn(OTHER)).toBe(OTHER);
    expect(tickets.ticketOf('<in-1@people.test>')).toBe(OTHER);
    expect(tickets.get(ID)).toEqual(before);
    expect(tickets.get(ID)?.participants.has('ewa@people.test')).toBe(false);
  });

  it('in the ticket that the Sheet names now, when they corrected the number', () => {
    const tickets = two();
    tickets.merge(OTHER, ID);
    tickets.merge(OTHER, THIRD);
    expect(tickets.goesOnIn(OTHER)).toBe(THIRD);
    expect(tickets.get(ID)?.messageCount).toBe(1);
    tickets.merge(THIRD, OTHER);
    expect(tickets.goesOnIn(THIRD)).toBe(THIRD);
  });

  it('with everybody who wrote, however many were shown the other', () => {
    const tickets = two();
    const many = Array.from({ length: 300 }, (_, n) => `p${n}@people.test`);
    tickets.mailIn({ ...mailIn(1), shownTo: many }, '<in-3@people.test>');
    tickets.merge(OTHER, ID);
    expect(tickets.get(ID)?.participants.has('ewa@people.test')).toBe(true);
    tickets.mailOut({
      ticketId: ID,
      messageId: '<o@firm.test>',
      to: 'New@people.test',
      answeredAt: instant(5),
    });
    expect(tickets.get(ID)?.participants.has('new@people.test')).toBe(true);
  });

  it('and not into one that nobody knows', () => {
    const tickets = two();
    tickets.merge(
      ID,
      mintTicketId(new Uint8Array(32).fill(13), () => false),
    );
    expect(tickets.goesOnIn(ID)).toBe(ID);
  });
});

describe('a mere thank-you', () => {
  it('is the latest mail of the conversation and has its own moment, so that it covers no question', () => {
    const tickets = knownTickets();
    tickets.mailIn(mailIn(0), '<in-0@people.test>');
    tickets.mailIn({ ...mailIn(1), onlyThanks: true, excerpt: 'Dziękuję!' }, '<in-1@people.test>');
    expect(tickets.get(ID)).toMatchObject({
      lastInboundAt: instant(1_000_000),
      lastThanksAt: instant(1_000_001),
      lastInboundId: '<in-1@people.test>',
      excerpt: 'Dziękuję!',
      messageCount: 2,
    });
  });
});

describe('rows that move nothing', () => {
  const OUT = { ticketId: ID, messageId: '<relay@firm.test>', to: 'jan@people.test' };

  it('count, and no thread goes on from them', () => {
    const tickets = knownTickets();
    tickets.mailIn(mailIn(0), '<in-0@people.test>');
    const before = tickets.get(ID);
    tickets.keep({ ticketId: ID, rows: 2 });
    expect(tickets.get(ID)).toEqual({ ...before, messageCount: 3 });
  });

  it('are counted once, though one of them is sent later', () => {
    const tickets = knownTickets();
    tickets.mailIn(mailIn(0), '<in-0@people.test>');
    tickets.keep({ ticketId: ID, rows: 1 });
    const sentAt = instant(2_000_000);
    tickets.mailOut({ ...OUT, answeredAt: sentAt, isCounted: true });
    expect(tickets.get(ID)).toMatchObject({ messageCount: 2, lastOutboundAt: sentAt, firstAnswerAt: sentAt });
  });

  it('of a ticket that nobody knows are nobody’s', () => {
    const tickets = knownTickets();
    tickets.keep({ ticketId: ID, rows: 1 });
    expect(tickets.get(ID)).toBeNull();
  });
});
