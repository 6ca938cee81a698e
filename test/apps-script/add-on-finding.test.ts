/** Which ticket a mail belongs to, where a reply to it goes, and whether it may become a ticket. */
import { type KnownTicket, ticketOfMail } from '../../apps-script/add-on/find-ticket';
import { forwardable } from '../../apps-script/add-on/mail-card';
import { type OpenMail, traceOf } from '../../apps-script/add-on/open-mail';
import { replyRoute } from '../../apps-script/add-on/reply-route';

import { addOnFirm, SUPPORT } from './support/add-on-desk';
import { STORY_TICKET } from './support/believable';
import { at } from './support/desk';
import { Gmail, gmailMail } from './support/gmail';

const MAIL: OpenMail = {
  messageId: '<open@client.example>',
  inReplyTo: '',
  references: '',
  from: 'Priya Natarajan <priya@client.example>',
  replyTo: '',
  to: SUPPORT,
  cc: '',
  subject: 'A question',
  at: at('2026-11-23T08:21:00Z'),
};

function ticket(id: string, more: Partial<KnownTicket> = {}): KnownTicket {
  return { id, mergedInto: '', requester: 'priya@client.example', ...more };
}

const MAILS = [
  { messageId: '<sent@nordlicht.example>', ticketId: 'T-AAAA2' },
  { messageId: '<older@nordlicht.example>', ticketId: 'T-BBBB2' },
  { messageId: '<merged@client.example>', ticketId: 'T-CCCC2' },
  { messageId: '<lost@client.example>', ticketId: 'T-GGGG2' },
  { messageId: '<round@client.example>', ticketId: 'T-DDDD2' },
  { messageId: '', ticketId: 'T-BBBB2' },
];
const TICKETS = [
  ticket('T-AAAA2'),
  ticket('T-BBBB2', { requester: 'tomasz@client.example' }),
  ticket('T-CCCC2', { mergedInto: 'T-AAAA2' }),
  ticket('T-DDDD2', { mergedInto: 'T-EEEE2' }),
  ticket('T-EEEE2', { mergedInto: 'T-DDDD2' }),
  ticket('T-HHHH2', { requester: '' }),
];

const found = (more: Partial<OpenMail>): string | null =>
  ticketOfMail(traceOf({ ...MAIL, ...more }), TICKETS, MAILS);

describe('the ticket of a mail', () => {
  test.each<[string, Partial<OpenMail>, string | null]>([
    ['by its own Message-ID', { messageId: '<sent@nordlicht.example>' }, 'T-AAAA2'],
    ['whatever the case of the domain', { messageId: '<sent@NORDLICHT.example>' }, 'T-AAAA2'],
    ['by the mail that it answers', { inReplyTo: '<sent@nordlicht.example>' }, 'T-AAAA2'],
    [
      'by the nearest of its References',
      { references: '<older@nordlicht.example> <sent@nordlicht.example>' },
      'T-AAAA2',
    ],
    [
      'by its own before those that it answers',
      { messageId: '<older@nordlicht.example>', inReplyTo: '<sent@nordlicht.example>' },
      'T-BBBB2',
    ],
    ['where a merged ticket goes on', { inReplyTo: '<merged@client.example>' }, 'T-AAAA2'],
    ['not of a row that has gone', { inReplyTo: '<lost@client.example>' }, null],
    ['though two tickets were merged into each other', { inReplyTo: '<round@client.example>' }, 'T-EEEE2'],
    ['by the number in its subject, from its participant', { subject: 'Re: x [#T-AAAA2]' }, 'T-AAAA2'],
    [
      'by the number, to its participant',
      { subject: '[#T-BBBB2]', from: 'anna@firma.example', to: 'Tomasz <TOMASZ@client.example>' },
      'T-BBBB2',
    ],
    ['not by the number, from anybody else', { subject: 'Re: x [#T-BBBB2]' }, null],
    ['not by the number of a ticket of nobody', { subject: '[#T-HHHH2]', from: '', to: '' }, null],
    ['not by a number that is none', { subject: 'Re: [#T-1]' }, null],
    ['by nothing', {}, null],
  ])('%s', (_, mail, expected) => {
    expect(found(mail)).toBe(expected);
  });

  test('whatever hostile headers hold', () => {
    const flood = Array.from({ length: 5_000 }, (_, n) => `<${n}@x.example>`).join(' ');
    expect(traceOf({ ...MAIL, references: flood }).ids.length).toBeLessThanOrEqual(21);
    expect(
      found({ messageId: '<<<>', inReplyTo: '\u0000', references: '" ( <', from: '<<', to: ',,,;;' }),
    ).toBeNull();
  });

  test.each(['Message-ID', 'Message-Id', 'Message-id'])('is found in Gmail under %s', (idHeader) => {
    const { desk, story } = addOnFirm();
    const mail = gmailMail({ from: 'somebody@client.example', messageId: '<q1@client.example>', idHeader });
    expect(new Gmail(desk, undefined, mail).open().title).toBe(story.subject);
  });

  test('is found by our own mail to a colleague', () => {
    const { desk, assignment } = addOnFirm();
    expect(new Gmail(desk, undefined, assignment).open().card.header.subtitle).toBe(STORY_TICKET);
  });
});

describe('a reply to the open mail', () => {
  const FIRM = { supportAddress: SUPPORT, showsColleagues: false };
  const COLLEAGUE = 'pavlo@firma.example';
  const route = (mail: Partial<OpenMail>, user = COLLEAGUE, firm = FIRM) =>
    replyRoute({ ...MAIL, ...mail }, 'priya@client.example', user, firm);

  test.each<[string, Partial<OpenMail>, object]>([
    [
      'goes to the bridge from our own mail',
      { replyTo: 'help+a.t-7k3q9.mac@nordlicht.example' },
      { kind: 'relayed' },
    ],
    [
      'goes to the bridge from support itself',
      { from: `Desk <${SUPPORT.toUpperCase()}>` },
      { kind: 'relayed' },
    ],
    [
      'goes to the participant who wrote to the colleague',
      { to: `${SUPPORT}, Pavlo <${COLLEAGUE}>` },
      { kind: 'direct', cc: SUPPORT },
    ],
    [
      'goes to nobody who does not know the address',
      { to: SUPPORT },
      { kind: 'none', why: 'address-hidden' },
    ],
    [
      'goes to no stranger',
      { from: 'eve@evil.example', to: COLLEAGUE },
      { kind: 'none', why: 'not-the-participant' },
    ],
    [
      'goes to no stranger whom the participant’s mail names',
      { replyTo: 'eve@evil.example', to: COLLEAGUE },
      { kind: 'none', why: 'not-the-participant' },
    ],
    [
      'goes to no two people',
      { replyTo: `${SUPPORT}, eve@evil.example`, to: COLLEAGUE },
      { kind: 'none', why: 'not-the-participant' },
    ],
    ['goes to nobody where nobody is named', { from: '' }, { kind: 'none', why: 'not-the-participant' }],
    [
      'goes not to an address that only looks like support',
      { from: 'help@nordlicht.example.evil.test', to: COLLEAGUE },
      { kind: 'none', why: 'not-the-participant' },
    ],
  ])('%s', (_, mail, expected) => {
    expect(route(mail)).toEqual(expected);
  });

  test('may show the colleague’s address where the firm says so', () => {
    expect(route({}, COLLEAGUE, { ...FIRM, showsColleagues: true })).toEqual({ kind: 'direct', cc: SUPPORT });
  });

  test('goes to the participant from the support mailbox itself', () => {
    expect(route({}, SUPPORT)).toEqual({ kind: 'from-support' });
  });

  test('is not offered where nobody knows the support address', () => {
    expect(route({ to: COLLEAGUE }, COLLEAGUE, { ...FIRM, supportAddress: '' })).toEqual({
      kind: 'none',
      why: 'no-support-address',
    });
  });

  test('is not offered for a ticket without a participant', () => {
    expect(replyRoute({ ...MAIL, from: '' }, '', COLLEAGUE, FIRM)).toMatchObject({ kind: 'none' });
  });
});

describe('a mail without a ticket', () => {
  const may = (mail: Partial<OpenMail>, supportAddress = SUPPORT) =>
    forwardable({ mail: { ...MAIL, ...mail }, supportAddress, team: new Set(['anna@firma.example']) });

  test.each<[string, Partial<OpenMail>, string, object]>([
    [
      'can become one of its sender',
      {},
      SUPPORT,
      { kind: 'yes', sender: { name: 'Priya Natarajan', address: 'priya@client.example' } },
    ],
    ['of a colleague cannot', { from: 'Anna <ANNA@firma.example>' }, SUPPORT, { kind: 'no', why: 'ofTeam' }],
    ['of support cannot', { from: `help+t.x@nordlicht.example` }, SUPPORT, { kind: 'no', why: 'ofSupport' }],
    ['of nobody cannot', { from: 'undisclosed' }, SUPPORT, { kind: 'no', why: 'noSender' }],
    ['cannot without a support address', {}, '', { kind: 'no', why: 'noSupportAddress' }],
  ])('%s', (_, mail, support, expected) => {
    expect(may(mail, support)).toEqual(expected);
  });
});
