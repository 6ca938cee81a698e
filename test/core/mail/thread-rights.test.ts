/** The finer rights of threading: what counts as a sign, in which order, and what it opens. */
import { createHmac } from 'node:crypto';
import type { Mac } from '../../../core/mail/signed-id';
import { signMessageId, signReplyAddress } from '../../../core/mail/signed-id';
import { ancestorIds, awaitedIds, type Known, thread } from '../../../core/mail/thread';
import type { TicketId } from '../../../core/ticket/ticket-id';
import { headed, mailOf } from './mail-of';

const mac: Mac = (text) => createHmac('sha256', 'k').update(text).digest();
const A = 'T-AAAAA' as TicketId;
/** A ticket that only people know: it has no participants. */
const SILENT = 'T-SSSSS' as TicketId;
const KNOWN: Known = {
  keys: [mac],
  ticketOfMessageId: (id) => (id === '<a@x>' ? A : id === '<silent@x>' ? SILENT : null),
  ticketAwaiting: (id) => (id === '<awaited@x>' ? A : null),
  ticketsOfSubject: (_, key) => (key === 'lessons' ? [A] : []),
  goesOnIn: (ticket) => ticket,
  participantsOf: (ticket) => (ticket === A ? new Set(['anna@client.example']) : null),
};
const ADDRESS = signReplyAddress('support@school.example', A, [mac]);
const fresh = { kind: 'new', pointsTo: null, pointedBy: null };

test.each(['to', 'cc', 'delivered-to', 'x-original-to', 'x-envelope-to', 'envelope-to', 'x-forwarded-to'])(
  'a signed address counts in %s',
  (header) => {
    expect(thread(mailOf(headed([header, `"Support, Firm" <${ADDRESS}>`])), KNOWN)).toMatchObject({
      kind: 'reply',
      by: 'reply-address',
    });
  },
);

test.each(['from', 'reply-to', 'bcc', 'subject', 'x-note'])(
  'a signed address means nothing in %s',
  (header) => {
    expect(thread(mailOf(headed([header, ADDRESS])), KNOWN)).toEqual(fresh);
  },
);

test('a header is read for as long as addresses of people are', () => {
  const far = `${'x@y.example, '.repeat(1_700)}${ADDRESS}`;
  expect(thread(mailOf(headed(['to', far])), KNOWN)).toEqual(fresh);
  const near = `${'x@y.example, '.repeat(1_400)}${ADDRESS}`;
  expect(thread(mailOf(headed(['to', near])), KNOWN)).toMatchObject({ kind: 'reply' });
});

describe('a ticket that only people know', () => {
  test.each([
    [
      'a signed address',
      headed(['to', signReplyAddress('support@school.example', SILENT, [mac])]),
      { pointsTo: SILENT, pointedBy: 'reply-address' },
    ],
    [
      'our Message-ID',
      { inReplyTo: signMessageId(SILENT, '1', 'school.example', [mac]) },
      { pointsTo: SILENT, pointedBy: 'own-message-id' },
    ],
    ['a Message-ID of somebody', { inReplyTo: '<silent@x>' }, { pointsTo: null, pointedBy: null }],
    ['its number', { subject: '[#T-SSSSS]' }, { pointsTo: null, pointedBy: null }],
  ])('is pointed to by what we signed alone: %s', (_, over, expected) => {
    expect(thread(mailOf(over), KNOWN)).toEqual({ kind: 'new', ...expected });
  });

  test('the first sign is the one that points', () => {
    const both = {
      ...headed(['to', ADDRESS]),
      from: { address: 'eve@bad.example', name: '' },
      inReplyTo: signMessageId(SILENT, '1', 'school.example', [mac]),
    };
    expect(thread(mailOf(both), KNOWN)).toMatchObject({ pointsTo: A, pointedBy: 'reply-address' });
    const silentFirst = {
      ...both,
      ...headed(['to', signReplyAddress('support@school.example', SILENT, [mac])]),
      inReplyTo: signMessageId(A, '1', 'school.example', [mac]),
    };
    expect(thread(mailOf(silentFirst), KNOWN)).toMatchObject({
      pointsTo: SILENT,
      pointedBy: 'reply-address',
    });
  });
});

test('whoever has no address takes part in nothing', () => {
  const open = { ...KNOWN, participantsOf: () => new Set(['']) };
  expect(thread(mailOf({ from: null, inReplyTo: '<a@x>' }), open)).toEqual({
    kind: 'new',
    pointsTo: A,
    pointedBy: 'known-message-id',
  });
});

test('a Message-ID that we made up for a mail without one is awaited by nobody', () => {
  expect(thread(mailOf({ messageId: '<awaited@x>', messageIdMissing: true }), KNOWN)).toEqual(fresh);
  expect(thread(mailOf({ messageId: '<awaited@x>' }), KNOWN)).toMatchObject({ kind: 'reply', ticket: A });
});

describe('a forward', () => {
  test.each([
    ['of a mail we know opens a matter', 'Fwd: Lessons', { kind: 'new', pointsTo: A }],
    ['that is also an answer goes on', 'Re: Fwd: Lessons', { kind: 'reply', ticket: A }],
    ['is not every answer', 'Re: Lessons', { kind: 'reply', ticket: A }],
  ])('%s', (_, subject, expected) => {
    expect(thread(mailOf({ subject, inReplyTo: '<a@x>' }), KNOWN)).toMatchObject(expected);
  });
});

test('a subject counts of an answer alone, and only when one ticket has it', () => {
  expect(thread(mailOf({ subject: 'Re: Lessons' }), KNOWN)).toMatchObject({ by: 'same-subject' });
  expect(thread(mailOf({ subject: 'Lessons' }), KNOWN)).toEqual(fresh);
  const none = { ...KNOWN, ticketsOfSubject: () => [] };
  expect(thread(mailOf({ subject: 'Re: Lessons' }), none)).toEqual(fresh);
  const two = { ...KNOWN, ticketsOfSubject: () => [A, SILENT] };
  expect(thread(mailOf({ subject: 'Re: Lessons' }), two)).toEqual(fresh);
});

test('the subject of what is no answer is not even looked up', () => {
  const asked: string[] = [];
  const known: Known = {
    ...KNOWN,
    ticketsOfSubject: (writer, key) => {
      asked.push(`${writer}|${key}`);
      return [];
    },
  };
  for (const subject of ['Re: Lessons', 'Lessons', 'Fwd: Re: Lessons']) thread(mailOf({ subject }), known);
  thread(mailOf({ subject: 'Re: Lessons', from: null }), known);
  expect(asked).toEqual([
    'anna@client.example|lessons',
    'anna@client.example|',
    'anna@client.example|',
    '|lessons',
  ]);
});

describe('ancestors', () => {
  test('without references there is at most the one answered', () => {
    expect(ancestorIds({ inReplyTo: null, references: [] })).toEqual([]);
    expect(ancestorIds({ inReplyTo: '<p@x>', references: [] })).toEqual(['<p@x>']);
    expect(awaitedIds({ inReplyTo: '<p@x>', references: [] })).toEqual(['<p@x>']);
    expect(awaitedIds({ inReplyTo: null, references: [] })).toEqual([]);
  });

  test('one that is named twice counts once', () => {
    expect(ancestorIds({ inReplyTo: '<b@x>', references: ['<a@x>', '<b@x>'] })).toEqual(['<b@x>', '<a@x>']);
  });
});
