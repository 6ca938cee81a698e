/** A colleague’s mail to a participant who has no ticket yet: what is written down, and what the tracker makes of it. */
import type { IncomingMail } from '../../../core/intake/incoming';
import { knownTickets } from '../../../core/intake/known-tickets';
import { newTicketRow } from '../../../core/intake/ticket-row';
import type { Language } from '../../../core/language';
import type { Mail } from '../../../core/mail/mail';
import { NO_TONE } from '../../../core/mail/tone';
import { reconcileTicket } from '../../../core/ticket/reconcile';
import { mintTicketId } from '../../../core/ticket/ticket-id';
import { instant, MS_PER_MINUTE } from '../../../core/time/instant';
import { directOpening } from '../../../core/trainer/direct-opening';
import { mailOf } from '../mail/mail-of';
import { reconcileContext, ticketRow } from '../ticket/ticket-rows';
import { LENA, TOM } from './desk';

const OWN = 'support@firm.test';
const ZOE = 'zoe@client.test';
const TICKET = mintTicketId(new Uint8Array(32).fill(1), () => false);
const AT = instant(Date.UTC(2026, 10, 23, 9));
const people = (...addresses: string[]) => addresses.map((address) => ({ address, name: '' }));

function opened(over: Partial<Mail> = {}, firmLanguage: Language = 'en') {
  const incoming: IncomingMail = {
    mail: mailOf({
      from: { address: TOM.email, name: TOM.name },
      to: [{ address: 'Zoe@client.test', name: 'Zoe New' }],
      cc: people(OWN),
      subject: 'Re: Sound',
      messageId: '<answer@firm.test>',
      inReplyTo: '<question@client.test>',
      ...over,
    }),
    classification: { class: 'human', outOfOffice: false, autoReplyAllowed: true, reasons: [] },
    bounce: null,
    words: 'Please restart it.',
    fullText: 'Please restart it.\n\n> I hear nothing.',
    language: 'en',
    forwardedFrom: null,
    calendar: null,
    tone: NO_TONE,
    receivedAt: AT,
    original: 'f'.repeat(64),
  };
  return directOpening(incoming, {
    own: [OWN],
    isColleague: (address) => [TOM.email, LENA.email].includes(address),
    agent: TOM,
    requester: ZOE,
    ticketId: TICKET,
    messageRowId: 'm:1',
    language: 'uk',
    firmLanguage,
  });
}

/** As the bridge folds it, now and when it starts anew. */
function known(plan = opened()) {
  const tickets = knownTickets();
  if (plan.ticket) tickets.mailIn(plan.ticket, plan.message.message_id ?? '');
  if (plan.answered) tickets.mailOut(plan.answered);
  return tickets;
}

test('the ticket is the participant’s, the words are the colleague’s, and nothing goes out', () => {
  const plan = opened();
  expect(plan).toMatchObject({
    outcome: 'new-ticket',
    acknowledge: null,
    birth: { assignee: TOM.name },
    ticket: { opened: true, from: ZOE, name: 'Zoe New', human: false, language: 'uk' },
    message: {
      direction: 'out',
      from: `${TOM.name} <${TOM.email}>`,
      text: 'Please restart it.',
      class: 'human',
    },
  });
});

test.each<[Language, string]>([
  ['en', 'from a colleague’s own address'],
  ['pl', 'z adresu osoby z zespołu'],
  ['uk', 'з адреси колеги'],
])('people read why there is no row of the Outbox: %s', (language, said) => {
  expect(opened({}, language).message.warnings).toContain(said);
});

test('it is answered from the first, and its one mail counts once', () => {
  expect(known().get(TICKET)).toMatchObject({
    requesterEmail: ZOE,
    requesterName: 'Zoe New',
    createdAt: AT,
    lastInboundAt: null,
    lastOutboundAt: AT,
    firstAnswerAt: AT,
    messageCount: 1,
    messageIds: ['<answer@firm.test>'],
  });
});

test('the participant’s answer to all finds it, and so does their first mail that comes late', () => {
  const tickets = known();
  expect(tickets.ticketOf('<answer@firm.test>')).toBe(TICKET);
  expect(tickets.ticketAwaiting('<question@client.test>')).toBe(TICKET);
  expect(tickets.get(TICKET)?.participants.has(ZOE)).toBe(true);
});

test('whom the colleague let see it may go on with it, but for colleagues and ourselves', () => {
  const tickets = known(opened({ cc: people(OWN, LENA.email, 'boss@client.test') }));
  expect(Array.from(tickets.get(TICKET)?.participants ?? [])).toEqual([ZOE, 'boss@client.test']);
});

describe('in the sheet', () => {
  const ticket = known().get(TICKET);
  const born = ticket && newTicketRow(ticket, { ...opened().birth, related: null, status: 'new' });
  const tick = (minutes: number) =>
    reconcileTicket(ticketRow({ ...born }), reconcileContext({ now: instant(AT + minutes * MS_PER_MINUTE) }));

  test('the colleague has it, and it waits for the participant', () => {
    expect(born).toMatchObject({ assignee: TOM.name, status: 'new', requester_email: ZOE });
    expect(tick(1).change).toMatchObject({ status: 'waiting_participant' });
  });

  test('no promise runs, however late the tracker looks', () => {
    const { change, outbox } = tick(24 * 60);
    expect(change).toMatchObject({ status: 'waiting_participant', first_minutes: 0 });
    expect([change.next_due ?? null, change.sla_state, outbox]).toEqual([null, 'paused', []]);
  });
});
