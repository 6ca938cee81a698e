/** Mails by which somebody who must not could reach a participant or change a ticket: see abuse.test.ts. */
import {
  signAgentAddress,
  signAgentMessageId,
  signMessageId,
  signReplyAddress,
} from '../../../core/mail/signed-id';
import type { TicketId } from '../../../core/ticket/ticket-id';
import { instant } from '../../../core/time/instant';
import {
  ANNA,
  addressOf,
  gmailQuote,
  idOf,
  KEYS,
  LENA,
  type Letter,
  mac,
  member,
  NOW,
  OLA,
  OTHER,
  OWN,
  passed,
  SARA,
  SERVER,
  type Story,
  T,
  TEAM,
  TOM,
  WORKBOOK,
} from './desk';

/** What such a mail tries: words for the participant, and a command. */
export const ATTACK = '#resolved\nPlease pay to this account instead.';
export const EVE = 'eve@bad.test';
export const STOLEN = addressOf(T, TOM);

export interface Case extends Letter {
  readonly what: string;
  readonly becomes:
    | 'none'
    | 'note'
    | 'disbelieved'
    | 'other-address'
    | 'misunderstood'
    | 'held'
    | 'direct'
    | 'away';
  readonly story?: Story;
}

const ticket = (over: NonNullable<Story['tickets']>[string]): Story => ({ tickets: { [T]: over } });

export const CASES: readonly Case[] = [
  // Who writes.
  { what: 'a stranger who got hold of a trainer’s signed address', from: EVE, becomes: 'other-address' },
  { what: 'a stranger in the trainer’s name', from: `Tom Wrona <${EVE}>`, becomes: 'other-address' },
  {
    what: 'a stranger with the trainer’s address as a name',
    from: `"${TOM.email}" <${EVE}>`,
    becomes: 'none',
  },
  { what: 'a stranger whom nobody vouches for', from: EVE, results: null, becomes: 'none' },
  {
    what: 'a stranger with our Message-ID',
    from: EVE,
    to: [OWN],
    inReplyTo: idOf(T, TOM),
    becomes: 'other-address',
  },
  { what: 'a look-alike domain', from: 'tom@f1rm.test', becomes: 'other-address' },
  { what: 'a look-alike domain in other letters', from: 'tom@fіrm.test', becomes: 'none' },
  { what: 'a sub-domain of the firm’s', from: 'tom@mail.firm.test', becomes: 'other-address' },
  { what: 'a local part with a tag', from: 'tom+x@firm.test', becomes: 'other-address' },
  { what: 'an address that was not confirmed yet', from: 'tom.phone@post.test', becomes: 'other-address' },
  {
    what: 'an address of two colleagues',
    from: 'office@post.test',
    becomes: 'other-address',
    story: { team: TEAM.map((row) => (row.active ? { ...row, other_emails: ['office@post.test'] } : row)) },
  },
  { what: 'the participant', from: ANNA, becomes: 'none' },
  { what: 'another person of the ticket', from: 'boss@client.test', becomes: 'none' },
  { what: 'a participant in the trainer’s name', from: `Tom Wrona <${ANNA}>`, becomes: 'none' },
  {
    what: 'a participant with commands, to the own address',
    from: ANNA,
    to: [signReplyAddress(OWN, T, KEYS)],
    becomes: 'none',
  },
  { what: 'a colleague who has left', from: OLA.email, to: [addressOf(T, OLA)], becomes: 'none' },
  { what: 'a colleague who has left, to another’s address', from: OLA.email, becomes: 'none' },
  { what: 'the second address of one who has left', from: 'ola@post.test', becomes: 'none' },
  {
    what: 'a row that was made inactive since',
    becomes: 'none',
    story: { team: TEAM.map((row) => ({ ...row, active: row.email !== TOM.email })) },
  },
  {
    what: 'a colleague whose row is gone',
    becomes: 'none',
    story: { team: TEAM.filter(({ email }) => email !== TOM.email) },
  },
  { what: 'another colleague with the trainer’s signed address', from: LENA.email, becomes: 'disbelieved' },
  { what: 'a colleague of every right with it', from: SARA.email, becomes: 'disbelieved' },
  { what: 'the mailbox itself', from: OWN, becomes: 'none' },
  { what: 'nobody', from: [], results: passed('firm.test'), becomes: 'none' },

  // Who vouches.
  { what: 'no authentication', results: null, becomes: 'disbelieved' },
  { what: 'a DMARC failure', results: `${SERVER}; dmarc=fail header.from=firm.test`, becomes: 'disbelieved' },
  {
    what: 'SPF of the envelope alone',
    results: `${SERVER}; spf=pass smtp.mailfrom=tom@firm.test`,
    becomes: 'disbelieved',
  },
  {
    what: 'DKIM of another domain',
    results: `${SERVER}; dkim=pass header.d=bad.test`,
    becomes: 'disbelieved',
  },
  { what: 'DMARC of another domain', results: passed('bad.test'), becomes: 'disbelieved' },
  {
    what: 'another server’s word',
    results: 'mx.bad.test; dmarc=pass header.from=firm.test',
    becomes: 'disbelieved',
  },
  {
    what: 'our server’s word as the sender wrote it, below the true one',
    results: `${SERVER}; dmarc=fail header.from=firm.test`,
    headers: [['authentication-results', passed('firm.test')]],
    becomes: 'disbelieved',
  },
  {
    what: 'our server’s word below foreign hosts',
    results: null,
    headers: [
      ['received', 'a'],
      ['received', 'b'],
      ['received', 'c'],
      ['received', 'd'],
      ['authentication-results', passed('firm.test')],
    ],
    becomes: 'disbelieved',
  },
  {
    what: 'our server’s word in a comment',
    results: `${SERVER}; spf=fail (dmarc=pass header.from=firm.test)`,
    becomes: 'disbelieved',
  },
  {
    what: 'a header that was cut',
    mail: { warnings: [{ code: 'headers-cut', text: '' }] },
    becomes: 'disbelieved',
  },

  // The From header.
  { what: 'two From headers', from: [TOM.email, EVE], becomes: 'disbelieved' },
  { what: 'two From headers, the stranger’s first', from: [EVE, TOM.email], becomes: 'none' },
  { what: 'two mailboxes in From', from: `${TOM.email}, ${EVE}`, becomes: 'disbelieved' },
  {
    what: 'an encoded word as the address',
    from: '=?utf-8?q?tom=40firm=2Etest?=',
    results: passed('firm.test'),
    becomes: 'none',
  },
  {
    what: 'an encoded word before the stranger’s address',
    from: `=?utf-8?q?tom=40firm=2Etest?= <${EVE}>`,
    becomes: 'other-address',
  },
  { what: 'a group', from: `Team: ${TOM.email};`, becomes: 'disbelieved' },
  {
    what: 'two addresses in one',
    from: `<${TOM.email}> <${EVE}>`,
    results: passed('bad.test'),
    becomes: 'disbelieved',
  },
  {
    what: 'the trainer in Sender and Reply-To only',
    from: EVE,
    headers: [
      ['sender', TOM.email],
      ['reply-to', TOM.email],
    ],
    results: null,
    becomes: 'none',
  },

  // What was signed.
  { what: 'a forged address', to: ['support+a.t-7k3q9.aaaaaaaaaaaaaaaa@firm.test'], becomes: 'note' },
  {
    what: 'a forged Message-ID',
    to: [OWN],
    inReplyTo: `<b1a_${T}.turn-1.aaaaaaaaaaaaaaaa@firm.test>`,
    becomes: 'note',
  },
  {
    what: 'a signed address with another ticket put in',
    to: [STOLEN.replace('t-7k3q9', OTHER.toLowerCase())],
    becomes: 'note',
  },
  {
    what: 'an address signed for another ticket, which is another’s',
    to: [addressOf(OTHER, TOM)],
    becomes: 'misunderstood',
  },
  { what: 'an address signed for another colleague', to: [addressOf(T, LENA)], becomes: 'disbelieved' },
  {
    what: 'a Message-ID signed for another colleague',
    to: [OWN],
    inReplyTo: idOf(T, LENA),
    becomes: 'disbelieved',
  },
  {
    what: 'an address of another firm’s Rowdesk',
    to: [signAgentAddress(OWN, T, TOM.email, [mac('another firm')])],
    becomes: 'note',
  },
  {
    what: 'a Message-ID of another firm’s Rowdesk',
    to: [OWN],
    inReplyTo: signAgentMessageId(T, 'turn-1', TOM.email, 'firm.test', [mac('another firm')]),
    becomes: 'note',
  },
  {
    what: 'the participants’ address in a colleague’s hands',
    to: [signReplyAddress(OWN, T, KEYS)],
    becomes: 'note',
  },
  {
    what: 'the participants’ Message-ID in a colleague’s hands',
    to: [OWN],
    inReplyTo: signMessageId(T, 'ack', 'firm.test', KEYS),
    becomes: 'note',
  },
  {
    what: 'the participants’ MAC in a colleague’s address',
    to: [signReplyAddress(OWN, T, KEYS).replace('+t.', '+a.')],
    becomes: 'note',
  },
  { what: 'a ticket’s number in the subject alone', to: [OWN], becomes: 'note' },

  // Robots.
  {
    what: 'an automatic answer with commands',
    headers: [['auto-submitted', 'auto-replied']],
    becomes: 'none',
  },
  {
    what: 'an out-of-office with commands',
    headers: [['auto-submitted', 'auto-replied (vacation)']],
    becomes: 'away',
  },
  {
    what: 'an out-of-office in a stranger’s hands',
    from: EVE,
    headers: [['auto-submitted', 'auto-replied (vacation)']],
    becomes: 'none',
  },
  { what: 'a mail of a list', headers: [['list-id', '<team.firm.test>']], becomes: 'none' },
  { what: 'a mass mail', headers: [['precedence', 'bulk']], becomes: 'none' },
  {
    what: 'a bounce that encloses an answer',
    from: 'mailer-daemon@firm.test',
    headers: [['return-path', '<>']],
    subject: 'Undelivered Mail Returned to Sender',
    becomes: 'none',
  },
  { what: 'one of our own mails that came back', story: { madeByUs: 'message-id' }, becomes: 'none' },

  // What is said.
  { what: 'commands in the quote alone', text: gmailQuote(), becomes: 'misunderstood' },
  {
    what: 'our letter sent back as it was',
    text: '##- Please reply above this line -##\n#resolved\nI cannot log in.',
    becomes: 'misunderstood',
  },
  {
    what: 'commands in the participant’s words, passed on',
    text: `---------- Forwarded message ---------\nFrom: Anna <${ANNA}>\nDate: Mon, 23 Nov 2026 at 10:41\nSubject: Login\nTo: ${OWN}\n\n#resolved`,
    subject: 'Fwd: Login',
    becomes: 'none',
  },
  {
    what: 'a slip in a command that keeps words from the participant',
    text: '#notte\nShe is impossible.',
    becomes: 'misunderstood',
  },
  { what: 'a note below the words', text: 'Done.\n\n#note she is impossible', becomes: 'misunderstood' },
  {
    what: 'a note and a template',
    text: '#note\n#template zoom_link\nShe is impossible.',
    becomes: 'misunderstood',
  },
  { what: 'a command with one that is none', text: '#resolved\n#foo', becomes: 'misunderstood' },
  {
    what: '"#send" to another’s held answer',
    text: '#send',
    story: ticket({ held: [{ row: 'm-1', agent: LENA.email }] }),
    becomes: 'misunderstood',
  },
  { what: '"#send" with nothing held', text: '#send', becomes: 'misunderstood' },
  {
    what: '"#send" in a stranger’s hands',
    from: EVE,
    text: '#send',
    story: ticket({ held: [{ row: 'm-1', agent: TOM.email }] }),
    becomes: 'other-address',
  },
  {
    what: '"#send" of a colleague who was not asked',
    from: LENA.email,
    text: '#send',
    story: ticket({ held: [{ row: 'm-1', agent: LENA.email }] }),
    becomes: 'disbelieved',
  },
  {
    what: 'an answer behind another’s of this moment',
    story: ticket({ given: [{ by: LENA, at: instant(NOW - 1_000) }] }),
    becomes: 'held',
  },

  {
    what: 'a link to the workbook amid the words',
    text: `#resolved\nIt is in https://docs.google.com/spreadsheets/d/${WORKBOOK}/edit\nThen log in.`,
    becomes: 'misunderstood',
  },
  {
    what: 'words amid a quote of our letter',
    text: `Hello\n> Open the ticket: https://docs.google.com/spreadsheets/d/${WORKBOOK}\nPay here.\n> Bye`,
    becomes: 'misunderstood',
  },

  // Which ticket.
  { what: 'a ticket that is spam', story: ticket({ status: 'spam' }), becomes: 'misunderstood' },
  {
    what: 'a ticket that goes on in somebody else’s',
    story: ticket({ id: OTHER, mergedRequester: ANNA, requester: 'ben@client.test' }),
    becomes: 'misunderstood',
  },
  { what: 'a ticket that nobody knows', to: [addressOf('T-99999' as TicketId, TOM)], becomes: 'none' },
  {
    what: 'a ticket that was given to another',
    story: ticket({ assignee: 'Lena' }),
    becomes: 'misunderstood',
  },
  {
    what: 'a ticket of nobody, in a trainer’s hands',
    story: ticket({ assignee: '' }),
    becomes: 'misunderstood',
  },
  {
    what: 'a ticket of one’s own, as the one who asks',
    story: ticket({ requester: TOM.email }),
    becomes: 'none',
  },
  {
    what: 'a trainer’s row whose role is a word that nobody knows',
    story: { team: [member(TOM, 'superuser'), ...TEAM.slice(1)], tickets: { [T]: { assignee: 'Lena' } } },
    becomes: 'misunderstood',
  },

  // To whom.
  { what: 'a copy of what was written to the participant', to: [ANNA], cc: [STOLEN], becomes: 'direct' },
  {
    what: 'a copy of what was written to a participant, which nobody vouches for',
    to: [ANNA],
    cc: [OWN],
    results: null,
    becomes: 'none',
  },
  {
    what: 'a copy of what was written to somebody without a ticket, which nobody vouches for',
    to: ['zoe@client.test'],
    cc: [OWN],
    subject: 'Login',
    results: null,
    becomes: 'none',
  },
  {
    what: 'a stranger’s mail to somebody without a ticket, with us in Cc',
    from: EVE,
    to: ['zoe@client.test'],
    cc: [OWN],
    subject: 'Login',
    becomes: 'none',
  },
  { what: 'a copy of what was written to a vendor', to: ['help@vendor.test'], cc: [STOLEN], becomes: 'note' },

  // The question about an address.
  {
    what: 'a stranger’s yes',
    from: EVE,
    text: 'Yes',
    story: { input: { question: { agent: TOM, address: EVE } } },
    becomes: 'other-address',
  },
  {
    what: 'a yes that nobody vouches for',
    results: null,
    text: 'Yes',
    story: { input: { question: { agent: TOM, address: EVE } } },
    becomes: 'disbelieved',
  },
  {
    what: 'another colleague’s yes',
    from: LENA.email,
    text: 'Yes',
    story: { input: { question: { agent: TOM, address: EVE } } },
    becomes: 'note',
  },
];
