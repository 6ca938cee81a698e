/** What is written down of an answer that was sent past Rowdesk. */
import type { IncomingMail } from '../../../core/intake/incoming';
import type { Language } from '../../../core/language';
import type { Mail } from '../../../core/mail/mail';
import { NO_TONE } from '../../../core/mail/tone';
import { mintTicketId } from '../../../core/ticket/ticket-id';
import { type Instant, instant, MS_PER_MINUTE } from '../../../core/time/instant';
import { directAnswer } from '../../../core/trainer/direct-answer';
import { mailOf } from '../mail/mail-of';

const OWN = 'support@firm.test';
const OLA = 'ola@firm.test';
const JAN = 'jan@people.test';
const TICKET = mintTicketId(new Uint8Array(32).fill(1), () => false);
const OPENED = instant(Date.UTC(2026, 10, 20, 9));
const minutesLater = (n: number) => instant(OPENED + n * MS_PER_MINUTE);
const TOKEN = `support+t.t-7k3q9.${'a'.repeat(16)}@firm.test`;

const people = (...addresses: string[]) => addresses.map((address) => ({ address, name: '' }));

interface Circumstances {
  readonly words?: string;
  readonly fullText?: string;
  readonly receivedAt?: Instant;
  readonly firmLanguage?: Language;
}

function written(over: Partial<Mail> = {}, circumstances: Circumstances = {}) {
  const { words = 'Please try again.', receivedAt = minutesLater(10), firmLanguage = 'en' } = circumstances;
  const { fullText = words } = circumstances;
  const mail = mailOf({
    from: { address: OWN, name: 'Support' },
    to: people(JAN),
    messageId: '<web@mail.firm.test>',
    ...over,
  });
  const incoming: IncomingMail = {
    mail,
    classification: { class: 'loop', outOfOffice: false, autoReplyAllowed: false, reasons: [] },
    bounce: null,
    words,
    fullText,
    language: null,
    forwardedFrom: null,
    calendar: null,
    tone: NO_TONE,
    receivedAt,
    original: 'f'.repeat(64),
  };
  return directAnswer(incoming, {
    own: [OWN],
    isColleague: (address) => address.toLowerCase() === OLA,
    ticketId: TICKET,
    ticket: { requesterEmail: JAN, participants: new Set([JAN]), createdAt: OPENED, language: 'uk' },
    messageRowId: 'sent:1',
    firmLanguage,
  });
}

test('a row of the conversation, and that the ticket is answered; nothing to send and no question', () => {
  const plan = written();
  expect(plan).toMatchObject({ outcome: 'agent-reply', ticket: null, acknowledge: null, undelivered: null });
  expect(plan.message).toMatchObject({
    id: 'sent:1',
    ticket_id: TICKET,
    at: minutesLater(10),
    direction: 'out',
    from: `Support <${OWN}>`,
    to: JAN,
    text: 'Please try again.',
    full_text: '',
    language: 'uk',
    message_id: '<web@mail.firm.test>',
  });
  expect(plan.answered).toEqual({
    ticketId: TICKET,
    messageId: '<web@mail.firm.test>',
    to: JAN,
    answeredAt: minutesLater(10),
  });
});

test.each<[Language, string]>([
  ['en', 'Sent from the mailbox itself'],
  ['pl', 'Wysłano wprost ze skrzynki'],
  ['uk', 'Надіслано просто зі скриньки'],
])('people read why there is no row of the Outbox: %s', (firmLanguage, said) => {
  expect(written({}, { firmLanguage }).message.warnings).toContain(said);
});

test('a clock that is slow does not answer a ticket before it is opened', () => {
  const plan = written({}, { receivedAt: minutesLater(-3) });
  expect([plan.message.at, plan.answered?.answeredAt]).toEqual([minutesLater(-3), OPENED]);
});

test('the secret of a ticket’s address stays out of the cells', () => {
  const { message } = written(
    {},
    { words: `Write to ${TOKEN}`, fullText: `Write to ${TOKEN}\n> quoted ${TOKEN}` },
  );
  expect(message.text).toBe(`Write to ${OWN}`);
  expect(message.full_text).not.toContain('+t.');
});

test.each<[string, string, string]>([
  ['a colleague who may write for the mailbox', 'Ola Sikora <Ola@firm.test>', OLA],
  ['a bare address', OLA, OLA],
  ['somebody whom we do not know', 'x@other.test', `Support <${OWN}>`],
  ['nonsense', '<<>,', `Support <${OWN}>`],
])('its Sender is %s', (_what, value, from) => {
  expect(written({ headers: [{ name: 'sender', value }] }).message.from).toBe(from);
});

describe('who may go on with the conversation', () => {
  test.each<[string, Partial<Mail>, string]>([
    ['whom the writer let see it', { cc: people('boss@people.test') }, `${JAN}, boss@people.test`],
    ['nobody twice', { cc: people('JAN@people.test') }, JAN],
    ['not we ourselves', { cc: people(OWN, TOKEN) }, JAN],
    ['not a colleague, whose mails are read as a colleague’s', { cc: people(OLA) }, JAN],
    [
      'of a mailing only those who take part',
      { cc: people(...Array.from({ length: 60 }, (_, n) => `p${n}@people.test`)) },
      JAN,
    ],
  ])('%s', (_what, over, to) => {
    expect(written(over).answered?.to).toBe(to);
  });
});
