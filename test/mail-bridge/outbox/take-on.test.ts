/** Which mail a row of the Outbox tab becomes, and which rows are left to the intake that wrote them. */
import type { KnownTicket } from '../../../core/intake/known-tickets';
import { readAgentMessageId, readSignedMessageId } from '../../../core/mail/signed-id';
import { relayKey } from '../../../core/outbox/outbox-row';
import type { TicketId } from '../../../core/ticket/ticket-id';
import type { Row } from '../../../core/workbook/rows';
import { isLeftToIntake } from '../../../mail-bridge/desk/asked-mails';
import type { SpooledRecord } from '../../../mail-bridge/intake/ledger';
import { rowIdOf } from '../../../mail-bridge/intake/ledger-records';
import type { BookedMail } from '../../../mail-bridge/outbox/booked-mail';
import { colleagueMail } from '../../../mail-bridge/outbox/colleague-mail';
import { NO_ROW_FILES, type TakeOnContext, takeOn } from '../../../mail-bridge/outbox/take-on';
import type { SpoolName } from '../../../mail-bridge/state/spool';
import { keys, NOW } from './letter-firm';

const TICKET = 'T-7K3Q9' as TicketId;
const OLA = 'ola@team.test';
const JAN = 'jan@client.test';

const KNOWN: KnownTicket = {
  id: TICKET,
  requesterEmail: JAN,
  requesterName: 'Jan Kos',
  language: 'pl',
  subject: 'Hasło',
  excerpt: '',
  participants: new Set([JAN]),
  messageIds: ['<first@client.test>', '<last@client.test>'],
  lastInboundId: '<last@client.test>',
  createdAt: NOW,
  lastInboundAt: NOW,
  lastThanksAt: null,
  lastOutboundAt: null,
  firstAnswerAt: null,
  messageCount: 2,
  signals: [],
};

const row = (change: Partial<Row<'outbox'>> = {}): Row<'outbox'> => ({
  key: 'turn:T-7K3Q9:abc:ola@team.test',
  kind: 'assignment',
  ticket_id: TICKET,
  session_id: '',
  to: OLA,
  subject: '[#T-7K3Q9] Hasło',
  body: 'Nie działa.',
  language: 'pl',
  template: 'assignment',
  created_at: NOW,
  created_by: 'Rowdesk',
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
  ...change,
});

const context = (more: Partial<TakeOnContext> = {}): TakeOnContext => ({
  book: { lettersTo: () => [] },
  tickets: { get: (id) => (id === TICKET ? KNOWN : null) },
  keys,
  domain: 'firm.test',
  firmName: 'Akademia Jasna',
  firmLanguage: 'en',
  now: NOW,
  files: NO_ROW_FILES,
  ...more,
});
const taken = (change: Partial<Row<'outbox'>> = {}, more: Partial<TakeOnContext> = {}) => {
  const found = takeOn(row(change), context(more));
  if (found === null) throw new Error('the row was not taken on');
  return found;
};

describe('a ticket that is a colleague’s', () => {
  test('is told in the participant’s name by the firm, signed for that colleague', () => {
    const { kind, mail } = taken();
    expect(kind).toBe('mail');
    expect(mail.fromName).toBe('Jan Kos via Akademia Jasna');
    expect(readAgentMessageId(mail.messageId, [OLA], keys)).toEqual({ ticket: TICKET, agent: OLA });
    expect(readSignedMessageId(mail.messageId, keys)).toBeNull();
  });

  test('stands in the colleague’s thread, never in the participant’s', () => {
    const before = colleagueMail(
      {
        key: 'turn:before',
        kind: 'assignment',
        ticketId: TICKET,
        agent: OLA,
        subject: 'x',
        text: 'x',
        language: 'pl',
        template: 'assignment',
        now: NOW,
        createdBy: 'Rowdesk',
      },
      { book: { lettersTo: () => [] }, keys, domain: 'firm.test' },
    );
    const booked: BookedMail = {
      mail: before,
      state: 'sent',
      attempts: 1,
      transmission: 'none',
      retryAt: null,
      at: NOW,
      answer: '',
      shown: true,
      leftAt: NOW,
      withdrawn: false,
      again: false,
    };
    expect(taken().mail).toMatchObject({ inReplyTo: null, references: [] });
    expect(taken({}, { book: { lettersTo: () => [booked] } }).mail).toMatchObject({
      inReplyTo: before.messageId,
      references: [before.messageId],
    });
  });

  test('takes the participant’s files along, and says which it does not', () => {
    const file = {
      original: 'a'.repeat(64),
      sha256: 'b'.repeat(64),
      filename: 'plan.pdf',
      type: 'application/pdf',
      size: 1,
      contentId: null,
    };
    const files = { files: [file], note: 'Do tej wiadomości nie dołączono: setup.exe (…).' };
    const { mail } = taken({ body: 'Nie działa.\n\n> Starsze.' }, { files });
    expect(mail.files).toEqual([file]);
    expect(mail.text).toBe(`Nie działa.\n\n${files.note}\n\n> Starsze.`);
  });

  test.each<[string, Partial<Row<'outbox'>>, string]>([
    ['never goes to the participant because a cell is empty', { to: '' }, 'No address to send to.'],
    ['is nothing without a ticket', { ticket_id: '' }, 'No ticket that an answer could go to.'],
    ['is nothing about what is no ticket', { ticket_id: 'x' }, '"x" is no ticket number.'],
    ['is not sent without its words, whatever files there are', { body: ' ' }, 'The text is empty.'],
    ['is not sent under the subject of an answer', { subject: '' }, 'The subject is empty.'],
  ])('%s', (_name, change, why) => {
    const files = { files: [], note: 'A note.' };
    expect(taken(change, { files })).toMatchObject({ kind: 'unsendable', why });
  });

  test('is the firm’s mail alone where the participant is not known', () => {
    expect(taken({}, { tickets: { get: () => null } }).mail.fromName).toBe('');
  });
});

describe('an alert to a colleague', () => {
  const alert = { kind: 'alert', key: 'refused:1' };

  test('that may be answered is signed for them', () => {
    const { mail } = taken({ ...alert, template: 'command_refused' });
    expect(readAgentMessageId(mail.messageId, [OLA], keys)?.ticket).toBe(TICKET);
    expect(mail.fromName).toBe('');
  });

  test('that is for reading only is not, and belongs to no conversation', () => {
    const { mail } = taken({ ...alert, template: 'escalation' });
    expect(readAgentMessageId(mail.messageId, [OLA], keys)).toBeNull();
    expect(readSignedMessageId(mail.messageId, keys)).toBeNull();
    expect(mail).toMatchObject({ inReplyTo: null, references: [] });
  });

  test('never goes to the participant because a cell is empty', () => {
    expect(taken({ ...alert, to: '' }).kind).toBe('unsendable');
  });
});

test('an answer goes to the participant, in the participant’s thread', () => {
  const { mail } = taken({ kind: 'reply', key: 'reply:1', to: '', subject: '' });
  expect(mail).toMatchObject({
    to: JAN,
    subject: 'Re: Hasło [#T-7K3Q9]',
    inReplyTo: '<last@client.test>',
    references: ['<first@client.test>', '<last@client.test>'],
    fromName: '',
  });
  expect(readSignedMessageId(mail.messageId, keys)).toBe(TICKET);
});

test.each(['sent', 'failed', 'cancelled', 'unknown'])('a row that is %s is not taken on', (state) => {
  expect(takeOn(row({ state }), context())).toBeNull();
});

describe('a row that came with a mail is left to intake', () => {
  const spooled: SpooledRecord = {
    t: 'spooled',
    epoch: 'e',
    uid: 1,
    name: 'a'.repeat(64) as SpoolName,
    at: NOW,
    day: '2026-11-23',
    size: 1,
    partial: false,
  };
  const ITS_MAIL = rowIdOf(spooled);

  test.each<[string, { key: string; kind?: string }, { waits?: boolean; unsettled?: boolean }, boolean]>([
    ['a relay whose mail waits', { key: relayKey(ITS_MAIL) }, { waits: true }, true],
    ['a relay of another mail', { key: relayKey('in:other') }, { waits: true }, false],
    ['any relay while a write is not settled', { key: relayKey('in:other') }, { unsettled: true }, true],
    ['a relay whose mail is through, or of which no ledger knows', { key: relayKey(ITS_MAIL) }, {}, false],
    ['a letter about a mail while any mail waits', { key: 'told:help:in:x' }, { waits: true }, true],
    ['such a letter when none does', { key: 'told:help:in:x' }, {}, false],
    ['an answer from the Sheet', { key: 'reply:1' }, { waits: true, unsettled: true }, false],
    [
      'a letter of the tracker',
      { key: 'turn:1', kind: 'assignment' },
      { waits: true, unsettled: true },
      false,
    ],
  ])('%s', (_name, { key, kind = 'reply' }, { waits = false, unsettled = false }, expected) => {
    const ledger = {
      waiting: () => (waits ? [spooled] : []),
      unsettled: () => (unsettled ? [ITS_MAIL] : []),
    };
    const tickets = { get: () => KNOWN };
    expect(isLeftToIntake({ key, kind, ticket_id: TICKET }, { ledger, tickets })).toBe(expected);
  });

  test.each([
    ['a ticket that is not open yet', true, null],
    ['a known ticket', false, KNOWN],
  ])('the acknowledgement of %s: %s', (_name, expected, ticket) => {
    const ledger = { waiting: () => [], unsettled: () => [] };
    const ack = { key: `ack:${TICKET}`, kind: 'acknowledgement', ticket_id: TICKET };
    expect(isLeftToIntake(ack, { ledger, tickets: { get: () => ticket } })).toBe(expected);
  });
});
