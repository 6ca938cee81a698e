/** Outgoing mails as rows: every cell that the bridge answers for, and no other. */
import {
  askedRow,
  isRelay,
  isTold,
  outboxResult,
  outboxRow,
  relayedRowId,
  relayKey,
  sentMessageRow,
} from '../../../core/outbox/outbox-row';
import {
  boundedReferences,
  isForTheTeam,
  isPersonsAnswer,
  type OutgoingMail,
} from '../../../core/outbox/outgoing-mail';
import type { TicketId } from '../../../core/ticket/ticket-id';
import { instant } from '../../../core/time/instant';
import { OUTBOX_KINDS, OUTBOX_STATES } from '../../../core/workbook/choices';

const MAIL: OutgoingMail = {
  key: 'reply:1',
  kind: 'reply',
  ticketId: 'T-AAAAA' as TicketId,
  sessionId: 'S-1',
  to: 'jan@people.test',
  subject: 'Re: Help',
  text: 'Please try again.',
  language: 'pl',
  template: 'answer',
  messageId: '<b1@firm.test>',
  date: instant(1_500),
  inReplyTo: null,
  references: [],
  createdAt: instant(1_000),
  createdBy: 'ola@firm.test',
  notBefore: instant(2_000),
  notAfter: instant(3_000),
  covers: ['reminder:2'],
  invitations: [],
  plainOnly: false,
  fromName: '',
  cc: ['anna@people.test'],
  files: [
    {
      original: 'a'.repeat(64),
      sha256: 'b'.repeat(64),
      filename: 'plan.pdf',
      type: 'application/pdf',
      size: 1_000,
      contentId: null,
    },
  ],
};
const ROW = {
  key: 'reply:1',
  kind: 'reply',
  ticket_id: 'T-AAAAA',
  session_id: 'S-1',
  to: 'jan@people.test',
  subject: 'Re: Help',
  body: 'Please try again.',
  language: 'pl',
  template: 'answer',
  created_at: 1_000,
  created_by: 'ola@firm.test',
  not_before: 2_000,
  not_after: 3_000,
  state: 'queued',
  message_id: '<b1@firm.test>',
  attempts: 0,
  covers: ['reminder:2'],
  cc: ['anna@people.test'],
  attachments: ['plan.pdf'],
};

test('a mail that the bridge sends by itself is a whole row', () => {
  expect(outboxRow(MAIL)).toEqual(ROW);
  expect(outboxRow({ ...MAIL, ticketId: null }).ticket_id).toBe('');
});

test('a letter that the tracker asks for leaves the cells of the bridge empty', () => {
  const {
    not_before: _1,
    not_after: _2,
    state: _3,
    message_id: _4,
    attempts: _5,
    covers: _6,
    cc: _7,
    attachments: _8,
    ...letter
  } = ROW;
  expect(askedRow({ ...letter, kind: 'reply', language: 'pl', created_at: instant(1_000) })).toEqual({
    ...letter,
    not_before: null,
    not_after: null,
    state: 'queued',
    message_id: '',
    sent_at: null,
    attempts: 0,
    answer: '',
    covers: [],
    cc: [],
    attachments: [],
  });
});

describe('what became of a mail', () => {
  const result = { mail: MAIL, attempts: 2, leftAt: instant(2_500), answer: '250 taken', again: false };

  test.each(OUTBOX_STATES.map((state) => [state]))('%s', (state) => {
    expect(outboxResult({ ...result, state })).toEqual({
      state,
      message_id: '<b1@firm.test>',
      // A mail that came back had gone out.
      sent_at: state === 'sent' || state === 'bounced' ? 2_500 : null,
      attempts: 2,
      answer: '250 taken',
    });
  });

  test('a mail sent again under its key gets its text shown anew', () => {
    expect(outboxResult({ ...result, state: 'sent', again: true })).toEqual({
      ...ROW,
      state: 'sent',
      sent_at: 2_500,
      attempts: 2,
      answer: '250 taken',
    });
  });
});

test('an answer that went out is a row of Messages, in the name of its writer', () => {
  const row = {
    id: 'out:reply:1',
    ticket_id: 'T-AAAAA',
    at: 2_500,
    direction: 'out',
    from: 'ola@firm.test',
    to: 'jan@people.test',
    subject: 'Re: Help',
    text: 'Please try again.',
    language: 'pl',
    message_id: '<b1@firm.test>',
  };
  expect(sentMessageRow(MAIL, 'support@firm.test', instant(2_500))).toEqual(row);
  const nobodys = { ...MAIL, createdBy: '', ticketId: null };
  expect(sentMessageRow(nobodys, 'support@firm.test', instant(2_500))).toEqual({
    ...row,
    ticket_id: '',
    from: 'support@firm.test',
  });
});

test('only replies and resolutions are answers of a person', () => {
  expect(OUTBOX_KINDS.filter(isPersonsAnswer)).toEqual(['reply', 'resolved']);
});

test('only alerts and assignments are for the team', () => {
  expect(OUTBOX_KINDS.filter(isForTheTeam)).toEqual(['alert', 'assignment']);
});

describe('the key of a mail', () => {
  test.each([
    [relayKey('in:0a1b'), true, false, 'in:0a1b'],
    ['told:help:in:0a1b', false, true, null],
    ['reply:relay:1', false, false, null],
    ['turn:T-7K3Q9:none:told:@people.test', false, false, null],
    ['', false, false, null],
  ])('%j is that of a relay: %s, of a letter about a mail: %s', (key, relay, told, row) => {
    expect([isRelay(key), isTold(key), relayedRowId(key)]).toEqual([relay, told, row]);
  });
});

describe('References', () => {
  test('hold each id once, the root first', () => {
    expect(boundedReferences([])).toEqual([]);
    expect(boundedReferences(['<a@x>'])).toEqual(['<a@x>']);
    expect(boundedReferences(['<a@x>', '<b@x>', '<a@x>', '<c@x>'])).toEqual(['<a@x>', '<b@x>', '<c@x>']);
  });

  test('of many keep the root and the latest that fit into 1,500 signs', () => {
    const ids = Array.from({ length: 20 }, (_, at) => `<${String(at).padStart(97, '0')}>`);
    // 99 signs for the root, and 100 for each other with the space before it.
    expect(boundedReferences(ids)).toEqual([ids[0], ...ids.slice(-14)]);
    const exact = ['<r@x>'.padStart(100, '<'), ...ids.slice(0, 14)];
    expect(boundedReferences(exact)).toEqual(exact);
    const over = ['<r@x>'.padStart(101, '<'), ...ids.slice(0, 14)];
    expect(boundedReferences(over)).toEqual([over[0], ...over.slice(2)]);
  });
});
