/** Which ticket a mail answers that somebody of the firm sent past Rowdesk, and when it answers none. */
import { createHmac } from 'node:crypto';
import type { Mail } from '../../../core/mail/mail';
import { type Mac, signMessageId, signReplyAddress } from '../../../core/mail/signed-id';
import { subjectKey } from '../../../core/mail/subject';
import { mintTicketId, type TicketId } from '../../../core/ticket/ticket-id';
import { instant, MS_PER_MINUTE } from '../../../core/time/instant';
import {
  type DirectMail,
  type DirectMailFacts,
  type DirectTicket,
  readDirectMail,
} from '../../../core/trainer/direct-mail';
import { mailOf } from '../mail/mail-of';

const OWN = 'support@firm.test';
const ALIAS = 'help@firm.test';
const OLA = 'ola@firm.test';
const JAN = 'jan@people.test';
const EWA = 'ewa@people.test';
const BOSS = 'boss@people.test';
const VENDOR = 'vendor@other.test';

const ticketId = (n: number) => mintTicketId(new Uint8Array(32).fill(n), () => false);
const OF_JAN = ticketId(1);
const OF_EWA = ticketId(2);
const MERGED = ticketId(3);
const OPENED = instant(Date.UTC(2026, 10, 20, 9));
const minutesLater = (n: number) => instant(OPENED + n * MS_PER_MINUTE);

const mac: Mac = (text) => createHmac('sha256', 'the key').update(text).digest();
const KEYS = [mac];
const SIGNED = signMessageId(OF_JAN, 'reply-1', 'firm.test', KEYS);
const FORGED = SIGNED.replace(/\.[a-z2-7]{16}@/, '.aaaaaaaaaaaaaaaa@');

const ticketOf = (requesterEmail: string, ...others: string[]): DirectTicket => ({
  requesterEmail,
  participants: new Set([requesterEmail, ...others]),
  createdAt: OPENED,
});
const TICKETS = new Map<TicketId, DirectTicket>([
  [OF_JAN, ticketOf(JAN, BOSS, OLA)],
  [OF_EWA, ticketOf(EWA)],
]);
const IDS = new Map<string, TicketId>([
  ['<question@people.test>', OF_JAN],
  ['<other@people.test>', OF_EWA],
  ['<merged@people.test>', MERGED],
]);
const SUBJECTS: readonly (readonly [string, string, TicketId])[] = [
  [JAN, 'Zoom link', OF_JAN],
  [JAN, 'Invoice', OF_JAN],
  [EWA, 'Invoice', OF_EWA],
];

const facts = (over: Partial<DirectMailFacts> = {}): DirectMailFacts => ({
  own: [OWN, ALIAS],
  isColleague: (address) => address.toLowerCase() === OLA,
  ownMessageId: (id) => id === '<b1_mail.booked@firm.test>',
  keys: KEYS,
  known: {
    ticketOfMessageId: (id) => IDS.get(id) ?? null,
    ticketAwaiting: (id) => (id === '<awaited@firm.test>' ? OF_JAN : null),
    ticketsOfSubject: (reader, key) =>
      SUBJECTS.flatMap(([who, subject, id]) => (who === reader && subjectKey(subject) === key ? [id] : [])),
    goesOnIn: (id) => (id === MERGED ? OF_JAN : id),
  },
  ticket: (id) => TICKETS.get(id) ?? null,
  sentAt: minutesLater(10),
  ...over,
});

const people = (...addresses: string[]) => addresses.map((address) => ({ address, name: '' }));
const headers = (...fields: readonly [string, string][]) => ({
  headers: fields.map(([name, value]) => ({ name, value })),
});
/** An answer to Jan's question, but for what a case changes. */
const sent = (over: Partial<Mail> = {}): Mail =>
  mailOf({
    from: { address: OWN, name: 'Support' },
    to: people(JAN),
    subject: 'Re: Cannot log in',
    messageId: '<web@mail.firm.test>',
    inReplyTo: '<question@people.test>',
    ...over,
  });
/** A mail that answers nothing by its headers. */
const loose = (over: Partial<Mail> = {}): Mail => sent({ inReplyTo: null, subject: 'Hello', ...over });

const jans = (by: string, to = JAN) => ({ kind: 'answer', ticket: OF_JAN, by, to });
const none = (why: Extract<DirectMail, { kind: 'none' }>['why']) => ({ kind: 'none', why });

describe('an answer to a ticket', () => {
  it.each<[string, Mail, string]>([
    ['answers a mail of the ticket', sent(), 'known-message-id'],
    ['answers a mail of ours in the ticket', sent({ inReplyTo: SIGNED }), 'own-message-id'],
    [
      'answers it by References only',
      sent({ inReplyTo: null, references: ['<first@people.test>', '<question@people.test>'] }),
      'known-message-id',
    ],
    [
      'answers a mail of a ticket that was merged into it',
      sent({ inReplyTo: '<merged@people.test>' }),
      'known-message-id',
    ],
    ['has the number in its subject', loose({ subject: `[#${OF_JAN}] Your access` }), 'subject-token'],
    [
      'answers under the subject of its reader, from a program that keeps no headers',
      loose({ subject: 'Odp: Zoom link' }),
      'same-subject',
    ],
    ['has the one who asked in Cc', sent({ to: people(VENDOR), cc: people(JAN) }), 'known-message-id'],
    [
      'comes from another address of the mailbox',
      sent({ from: { address: ALIAS, name: '' } }),
      'known-message-id',
    ],
    [
      'comes from the address that names a ticket',
      sent({ from: { address: `support+t.t-7k3q9.${'a'.repeat(16)}@firm.test`, name: '' } }),
      'known-message-id',
    ],
    [
      'comes from a colleague’s own address',
      sent({ from: { address: OLA, name: 'Ola' } }),
      'known-message-id',
    ],
    ['hands the one who asked a mail on', sent({ subject: 'Fwd: From the vendor' }), 'known-message-id'],
    [
      'goes to two who have tickets, and answers the mail of one',
      sent({ to: people(EWA, JAN) }),
      'known-message-id',
    ],
    [
      'asks to confirm an address, as robots do',
      sent({ text: 'Please confirm your address by clicking here.' }),
      'known-message-id',
    ],
  ])('%s', (_what, mail, by) => {
    expect(readDirectMail(mail, facts())).toEqual(jans(by));
  });

  it('goes to somebody else who takes part', () => {
    expect(readDirectMail(sent({ to: people(BOSS) }), facts())).toEqual(jans('known-message-id', BOSS));
    expect(readDirectMail(sent({ to: people(BOSS), cc: people(JAN) }), facts())).toEqual(
      jans('known-message-id'),
    );
  });

  it('may be known by the address of the ticket in Cc', () => {
    const address = signReplyAddress(OWN, OF_JAN, KEYS);
    const mail = loose({ cc: people(address), ...headers(['cc', address]) });
    expect(readDirectMail(mail, facts())).toEqual(jans('reply-address'));
    const forged = address.replace(/\.[a-z2-7]{16}@/, '.aaaaaaaaaaaaaaaa@');
    expect(readDirectMail(loose({ cc: people(forged), ...headers(['cc', forged]) }), facts())).toEqual(
      none('no-ticket'),
    );
  });

  it.each([
    ['reply-address', 'reply-address'],
    ['message-id', 'own-message-id'],
  ] as const)('may answer a letter of ours to a colleague, known by the %s', (by, trace) => {
    const asked = { ticket: OF_JAN, agent: { email: OLA, name: 'Ola' }, by };
    expect(readDirectMail(loose(), facts({ asked }))).toEqual(jans(trace));
    expect(readDirectMail(loose({ to: people(VENDOR) }), facts({ asked }))).toEqual(none('no-ticket'));
  });

  it('may come in after the participant’s answer to it', () => {
    const mail = loose({ messageId: '<awaited@firm.test>' });
    expect(readDirectMail(mail, facts())).toEqual(jans('known-message-id'));
    expect(readDirectMail({ ...mail, messageIdMissing: true }, facts())).toEqual(none('no-ticket'));
  });

  it('is one whatever the clocks say where it names the mail that it answers', () => {
    expect(readDirectMail(sent(), facts({ sentAt: minutesLater(-60) }))).toEqual(jans('known-message-id'));
  });

  it('that only its subject tells may carry a clock that is some minutes slow, and none that is an hour', () => {
    const mail = loose({ subject: `Re: [#${OF_JAN}]` });
    expect(readDirectMail(mail, facts({ sentAt: minutesLater(-4) }))).toEqual(jans('subject-token'));
    expect(readDirectMail(mail, facts({ sentAt: minutesLater(-60) }))).toEqual(none('no-ticket'));
  });

  it('to a colleague is one where the colleague asks', () => {
    const ticket = () => ticketOf(OLA);
    expect(readDirectMail(sent({ to: people(OLA) }), facts({ ticket }))).toEqual(
      jans('known-message-id', OLA),
    );
  });
});

describe('what answers nobody’s ticket', () => {
  it.each<[string, Mail]>([
    ['a new mail to somebody who has one open ticket', loose()],
    ['a new mail under the subject of the ticket', loose({ subject: 'Zoom link' })],
    [
      'an answer under a subject of two of its readers',
      loose({ subject: 'Re: Invoice', to: people(JAN, EWA) }),
    ],
    [
      'an answer to a mail that we do not know, under the subject of a ticket',
      sent({ inReplyTo: '<private@people.test>', subject: 'Re: Zoom link' }),
    ],
    ['an answer in the ticket, to a stranger', sent({ to: people(VENDOR) })],
    ['an answer in the ticket, to somebody who has another', sent({ to: people(EWA) })],
    ['the number of a ticket, to a stranger', loose({ subject: `[#${OF_JAN}]`, to: people(VENDOR) })],
    [
      'the numbers of two tickets, to both',
      loose({ subject: `[#${OF_JAN}] [#${OF_EWA}]`, to: people(JAN, EWA) }),
    ],
    ['a forged Message-ID of ours', sent({ inReplyTo: FORGED })],
    [
      'the mail of the ticket, handed on to one who was only shown it',
      sent({ subject: 'Fwd: Cannot log in', to: people(BOSS) }),
    ],
    [
      'the mail of the ticket, handed on with the one who asked in Cc',
      sent({ subject: 'PD: Cannot log in', to: people(VENDOR), cc: people(JAN) }),
    ],
    ['a word to a colleague who was shown the ticket', sent({ to: people(OLA) })],
  ])('%s', (_what, mail) => {
    expect(readDirectMail(mail, facts())).toEqual(none('no-ticket'));
  });

  it.each<[string, Mail]>([
    ['to the mailbox itself', sent({ to: people(OWN) })],
    [
      'to its other address, with the number of a ticket',
      loose({ subject: `[#${OF_JAN}]`, to: people(ALIAS) }),
    ],
    ['to nobody', sent({ to: [] })],
  ])('a mail %s', (_what, mail) => {
    expect(readDirectMail(mail, facts())).toEqual(none('to-nobody'));
  });

  it.each<[string, Mail]>([
    ['of the mailbox’s responder', sent(headers(['auto-submitted', 'auto-replied']))],
    ['of Gmail’s responder', sent(headers(['x-autoreply', 'yes'], ['precedence', 'bulk']))],
    ['that says by its subject that it is automatic', sent({ subject: 'Automatic reply: Cannot log in' })],
    [
      'that says that a mail was read',
      sent({
        contentType: {
          value: 'multipart/report',
          params: new Map([['report-type', 'disposition-notification']]),
        },
      }),
    ],
    ['to a list', sent(headers(['list-id', '<courses.firm.test>']))],
  ])('an automatic mail %s', (_what, mail) => {
    expect(readDirectMail(mail, facts())).toEqual(none('automatic'));
  });

  it.each<[string, Mail]>([
    ['by a Message-ID in the book', sent(headers(['message-id', '<b1_mail.booked@firm.test>']))],
    ['by a signed Message-ID', sent(headers(['message-id', SIGNED]))],
    [
      'by the one that Microsoft 365 has put aside',
      sent(headers(['message-id', '<x@prod.test>'], ['x-microsoft-original-message-id', SIGNED])),
    ],
    ['by its mark, though the keys are lost', sent(headers(['x-rowdesk-loop', 'whatever']))],
  ])('a mail of our own, known %s', (_what, mail) => {
    expect(readDirectMail(mail, facts())).toEqual(none('ours'));
  });

  it.each<[string, Mail]>([
    ['a participant', sent({ from: { address: JAN, name: 'Jan' } })],
    ['nobody', sent({ from: null })],
    ['a colleague who has left', sent({ from: { address: 'left@firm.test', name: '' } })],
  ])('a mail that somebody moved there, from %s', (_what, mail) => {
    expect(readDirectMail(mail, facts())).toEqual(none('not-from-us'));
  });
});
