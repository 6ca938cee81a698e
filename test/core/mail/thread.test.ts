import { createHmac } from 'node:crypto';
import type { Mail } from '../../../core/mail/mail';
import type { Mac } from '../../../core/mail/signed-id';
import { signMessageId, signReplyAddress } from '../../../core/mail/signed-id';
import type { ThreadVerdict } from '../../../core/mail/thread';
import { ancestorIds, awaitedIds, thread } from '../../../core/mail/thread';
import type { TicketId } from '../../../core/ticket/ticket-id';

const mac: Mac = (text) => createHmac('sha256', 'k').update(text).digest();
const KEYS = [mac];
const A = 'T-AAAAA' as TicketId;
const B = 'T-BBBBB' as TicketId;
const MERGED = 'T-CCCCC' as TicketId;
const PARTICIPANTS: Readonly<Record<string, readonly string[]>> = {
  [A]: ['anna@client.example', 'colleague@client.example'],
  [B]: ['boris@other.example'],
};
const KNOWN = {
  keys: KEYS,
  ticketOfMessageId: (id: string): TicketId | null =>
    ({ '<known-a@x>': A, '<known-b@x>': B })[id as '<known-a@x>'] ?? null,
  goesOnIn: (ticket: TicketId): TicketId => (ticket === MERGED ? A : ticket),
  ticketAwaiting: (id: string): TicketId | null => (id === '<overtaken@x>' ? A : null),
  ticketsOfSubject: (writer: string, key: string): readonly TicketId[] => {
    if (key === 'the certificate of may' && writer === 'anna@client.example') return [A];
    return key === 'the link does not open' ? [A, B] : [];
  },
  participantsOf: (ticket: TicketId): ReadonlySet<string> | null => {
    const people = PARTICIPANTS[ticket];
    return people === undefined ? null : new Set(people);
  },
};

function mail(over: Partial<Mail>): Mail {
  const base: Mail = {
    messageId: '<m@x>',
    messageIdMissing: false,
    inReplyTo: null,
    references: [],
    from: { address: 'anna@client.example', name: 'Anna' },
    fromProblems: [],
    replyTo: [],
    to: [],
    cc: [],
    subject: 'Question',
    date: null,
    headers: [],
    text: '',
    html: '',
    htmlAsText: '',
    htmlMarked: '',
    attachments: [],
    reports: [],
    embedded: [],
    calendar: null,
    contentType: { value: 'text/plain', params: new Map() },
    sizeBytes: 0,
    warnings: [],
  };
  return { ...base, ...over };
}
const to = (address: string): Pick<Mail, 'headers'> => ({
  headers: [{ name: 'to', value: `Support <${address}>` }],
});
const stranger = { from: { address: 'eve@bad.example', name: 'Eve' } };
const addressOfA = signReplyAddress('support@school.example', A, KEYS);
const addressOfB = signReplyAddress('support@school.example', B, KEYS);
const idOfA = signMessageId(A, '1', 'school.example', KEYS);

const reply = (by: string, ticket = A, as = 'participant'): object => ({ kind: 'reply', ticket, by, as });
const fresh = (pointsTo: TicketId | null, pointedBy: string | null): object => ({
  kind: 'new',
  pointsTo,
  pointedBy,
});

const CASES: readonly (readonly [string, Partial<Mail>, object])[] = [
  ['a mail that points nowhere opens a ticket', {}, fresh(null, null)],
  ['an answer to the signed address', to(addressOfA), reply('reply-address')],
  [
    'the signed address in Delivered-To',
    { headers: [{ name: 'delivered-to', value: addressOfA.toLowerCase() }] },
    reply('reply-address'),
  ],
  ['an answer to our Message-ID', { inReplyTo: idOfA }, reply('own-message-id')],
  ['our Message-ID only in References', { references: ['<x@y>', idOfA, '<z@y>'] }, reply('own-message-id')],
  ['an answer to a mail we know', { inReplyTo: '<known-a@x>' }, reply('known-message-id')],
  ['the token of a participant', { subject: 'Re: [#T-AAAAA] Question' }, reply('subject-token')],
  ['the number without its brackets', { subject: 'Still no sound, T-AAAAA' }, reply('subject-token')],
  ['the token as people write it', { subject: 're: [# t-aaaaa]' }, reply('subject-token')],
  ['the address beats the token', { ...to(addressOfA), subject: '[#T-BBBBB]' }, reply('reply-address')],
  [
    'a colleague in CC posts as himself',
    { from: { address: 'Colleague@Client.example', name: '' }, inReplyTo: idOfA },
    reply('own-message-id'),
  ],
  [
    'a From header with faults never posts as a participant',
    { inReplyTo: idOfA, fromProblems: ['more-than-one-header'] },
    reply('own-message-id', A, 'unverified'),
  ],
  ['a stranger with the signed address', { ...stranger, ...to(addressOfA) }, fresh(A, 'reply-address')],
  ['a stranger with our Message-ID', { ...stranger, inReplyTo: idOfA }, fresh(A, 'own-message-id')],
  [
    'a stranger who forges References',
    { ...stranger, references: ['<known-a@x>'] },
    fresh(A, 'known-message-id'),
  ],
  ['a stranger who quotes a number', { ...stranger, subject: 'Re: [#T-AAAAA]' }, fresh(A, 'subject-token')],
  ['a forged address', to('support+t.t-aaaaa.aaaaaaaaaaaaaaaa@school.example'), fresh(null, null)],
  ['the token of a ticket that was merged', { subject: 'Re: [#T-CCCCC]' }, reply('subject-token')],
  ['a token of no ticket', { subject: '[#T-ZZZZZ]' }, fresh(null, null)],
  ['nobody', { from: null, inReplyTo: idOfA }, fresh(A, 'own-message-id')],
  [
    'a participant of one ticket who quotes the number of another',
    { subject: '[#T-BBBBB] about that' },
    fresh(B, 'subject-token'),
  ],
  [
    'a stranger address and the own known mail: the own counts',
    { ...to(addressOfB), inReplyTo: '<known-a@x>' },
    reply('known-message-id'),
  ],
  [
    'a mail passed on does not join by the headers that came along',
    { subject: 'Fwd: Question', references: ['<known-a@x>'] },
    fresh(A, 'known-message-id'),
  ],
  [
    'a mail that its answer overtook joins the answer',
    { messageId: '<overtaken@x>' },
    reply('known-message-id'),
  ],
  [
    'a stranger cannot come in as the mail that was overtaken',
    { ...stranger, messageId: '<overtaken@x>' },
    fresh(A, 'known-message-id'),
  ],
  [
    'an answer without headers, by its subject',
    { subject: 'RE: The  certificate of May' },
    reply('same-subject'),
  ],
  ['the same subject again, not as an answer', { subject: 'The certificate of May' }, fresh(null, null)],
  ['the same subject, passed on', { subject: 'Fwd: Re: The certificate of May' }, fresh(null, null)],
  [
    'the same subject from somebody else',
    { ...stranger, subject: 'Re: The certificate of May' },
    fresh(null, null),
  ],
  ['a subject of two tickets names neither', { subject: 'Odp: The link does not open' }, fresh(null, null)],
  ['our own mail passed on stays', { subject: 'Fwd: Question', inReplyTo: idOfA }, reply('own-message-id')],
];

describe('the ticket of a mail, and the right to post there', () => {
  test.each(CASES)('%s', (_name, over, verdict) => {
    expect(thread(mail(over), KNOWN)).toEqual<ThreadVerdict>(verdict as ThreadVerdict);
  });

  test('no more than twenty ancestors are looked at, the nearest first', () => {
    const references = Array.from({ length: 500 }, (_, index) => `<r${index}@x>`);
    const ids = ancestorIds({ inReplyTo: '<p@x>', references });
    expect(ids).toHaveLength(20);
    expect(ids.slice(0, 3)).toEqual(['<p@x>', '<r499@x>', '<r498@x>']);
  });

  test('what later mails may answer: the nearest ancestors and the root', () => {
    const references = Array.from({ length: 9 }, (_, index) => `<r${index}@x>`);
    expect(awaitedIds({ inReplyTo: '<p@x>', references })).toEqual([
      '<p@x>',
      '<r8@x>',
      '<r7@x>',
      '<r6@x>',
      '<r0@x>',
    ]);
    expect(awaitedIds({ inReplyTo: '<p@x>', references: ['<p@x>'] })).toEqual(['<p@x>']);
  });
});
