/** Who asks by mail how a ticket stands, and of which tickets they are told. */
import { statusWish, type TellableTicket, ticketsToTell } from '../../../core/intake/status-wish';
import type { Mail } from '../../../core/mail/mail';
import type { TicketId } from '../../../core/ticket/ticket-id';
import { instant } from '../../../core/time/instant';
import { mailOf } from '../mail/mail-of';

const A = 'T-7K3Q9' as TicketId;
const B = 'T-ABCDE' as TicketId;
const C = 'T-22222' as TicketId;

const wish = (subject: string, words = '', over: Partial<Mail> = {}): readonly TicketId[] | null =>
  statusWish(mailOf({ subject, from: { address: 'anna@client.test', name: 'Anna Nowak' }, ...over }), words)
    ?.named ?? null;

describe('a subject that asks how it stands', () => {
  test.each([
    'status',
    'Status',
    'STATUS?',
    'Re: status',
    'Odp: Status',
    'Відп: статус',
    'stan',
    'Stan zgłoszenia',
    'stan mojego zgłoszenia?',
    'Jaki jest status mojej sprawy?',
    'Proszę o informację o statusie zgłoszenia',
    'статус',
    'Статус звернення',
    'Стан мого звернення?',
    'Який статус мого запиту?',
    'status of my ticket?',
    'What is the status of my request, please?',
    "What's my ticket status",
  ])('%s', (subject) => {
    expect(wish(subject)).toEqual([]);
  });

  test.each([
    [`status ${A}`, [A]],
    [`Status: ${A}, ${B}`, [A, B]],
    [`Re: [#${A}] status`, [A]],
    [`Stan zgłoszenia t-7k3q9`, [A]],
    [`статус ${A} та ${B}`, [A, B]],
    ['status T7K3Q9', [A]],
    ['status #T-7K3Q9', [A]],
    [`status ${A} ${A}`, [A]],
  ])('names the tickets: %s', (subject, named) => {
    expect(wish(subject)).toEqual(named);
  });

  test.each([
    ['a greeting', 'Dzień dobry,'],
    ['a polite line', 'Could you please let me know? Thank you in advance'],
    ['the same question', 'Jaki jest status mojego zgłoszenia?'],
    ['one’s name', 'Anna Nowak'],
    ['all of it', 'Dzień dobry,\njaki jest stan zgłoszenia T-7K3Q9?\n\nPozdrawiam\nAnna'],
    ['what a phone puts there', 'Wysłano z iPhone’a'],
    ['a card', '-- \nAnna Nowak\nAcme Ltd, 12 Long Street'],
  ])('with %s below it', (_, words) => {
    expect(wish('status', words)).not.toBeNull();
  });
});

describe('a short body that asks how it stands', () => {
  test.each([
    ['in an answer', 'Re: Login', 'status?', []],
    ['in an answer with our number', `Re: [#${A}] Login`, 'Jaki jest stan?', [A]],
    ['below our number', `[#${A}]`, 'статус', [A]],
    ['without a subject', '', `Статус звернення ${B}?`, [B]],
    ['below a subject that names the ticket', `Faktura [#${A}]`, 'status?', [A]],
  ])('%s', (_, subject, words, named) => {
    expect(wish(subject, words)).toEqual(named);
  });
});

describe('a mail that a person must read', () => {
  test.each([
    ['the status of something else', 'status of my invoice?', ''],
    ['in Polish', 'status mojej faktury', ''],
    ['in Ukrainian', 'Статус оплати', ''],
    ['a word beside', 'Status report of the project', ''],
    [
      'a longer question',
      'status',
      'What is the status? I still cannot log in and the course begins at ten.',
    ],
    ['another matter below', 'stan', 'Proszę o fakturę.'],
    ['a new matter whose status is asked', 'Invoice 17', 'What is the status?'],
    ['thanks for our answer', 'Re: status', 'Thank you!'],
    ['a mail passed on', 'Fwd: status', ''],
    ['nothing of the sort', 'Login', 'I cannot log in'],
    ['nothing at all', '', ''],
    ['a greeting alone', 'Hello', 'Thank you'],
    ['numbers alone', `[#${A}]`, B],
    ['a very long one', 'status', 'please '.repeat(60)],
    ['one of many words', 'status', `${'status '.repeat(31)}`],
    ['shirts', 'status of T shirts', ''],
  ])('%s', (_, subject, words) => {
    expect(wish(subject, words)).toBeNull();
  });

  test.each([
    [
      'a file',
      {
        attachments: [
          {
            filename: 'a.pdf',
            type: 'application/pdf',
            size: 1,
            sha256: 'x',
            contentId: null,
            inline: false,
          },
        ],
      },
    ],
    ['an answer to an invitation', { calendar: 'BEGIN:VCALENDAR' }],
    ['an unsound From header', { fromProblems: ['more-than-one-header'] }],
  ] as const)('one with %s', (_, over) => {
    expect(wish('status', '', over)).toBeNull();
  });

  test('but a picture of a signature is no file', () => {
    const logo = {
      filename: 'logo.png',
      type: 'image/png',
      size: 1,
      sha256: 'x',
      contentId: 'l',
      inline: true,
    };
    expect(wish('status', '', { attachments: [logo] })).toEqual([]);
  });
});

describe('of which tickets one is told', () => {
  const ticket = (
    id: TicketId,
    requesterEmail: string,
    over: Partial<TellableTicket> = {},
  ): TellableTicket => ({
    id,
    requesterEmail,
    status: 'open',
    createdAt: instant(1),
    ...over,
  });
  const TICKETS = [
    ticket(A, 'Anna@Client.test', { createdAt: instant(1) }),
    ticket(B, 'ben@client.test'),
    ticket(C, 'anna@client.test', { createdAt: instant(2) }),
    ticket('T-33333' as TicketId, 'anna@client.test', { status: 'closed', createdAt: instant(3) }),
    ticket('T-44444' as TicketId, 'anna@client.test', { status: 'spam', createdAt: instant(4) }),
  ];
  const tell = (
    named: readonly TicketId[],
    writer = 'anna@client.test',
    conversation: TicketId | null = null,
  ) => ticketsToTell({ named }, writer, conversation, TICKETS);

  test('those named, also one that is closed', () => {
    expect(tell([A, 'T-33333' as TicketId])).toEqual(['T-33333', A]);
  });

  test('without a number that of the conversation', () => {
    expect(tell([], 'ANNA@client.test ', A)).toEqual([A]);
  });

  test('without either all that are not over, the latest first', () => {
    expect(tell([])).toEqual([C, A]);
  });

  test.each([
    ['somebody else’s', tell([B])],
    ['one that does not exist', tell(['T-99999' as TicketId])],
    ['spam', tell(['T-44444' as TicketId])],
    ['the conversation of somebody else', tell([], 'anna@client.test', B)],
    ['any to a stranger', tell([], 'eve@client.test')],
    ['any to nobody', ticketsToTell({ named: [] }, '', null, [ticket(A, '')])],
  ])('never %s', (_, told) => {
    expect(told).toEqual([]);
  });

  test('those of one’s own among others’', () => {
    expect(tell([A, B, C])).toEqual([C, A]);
  });

  test('each once, and no more than a mail can list', () => {
    const many = Array.from({ length: 30 }, (_, n) =>
      ticket(`T-${10_000 + n}` as TicketId, 'anna@client.test', { createdAt: instant(n) }),
    );
    expect(ticketsToTell({ named: [] }, 'anna@client.test', null, [...many, ...many])).toHaveLength(20);
  });
});
