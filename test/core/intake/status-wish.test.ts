/** Which mails ask how a ticket stands, and nothing else. */
import { statusWish } from '../../../core/intake/status-wish';
import type { Language } from '../../../core/language';
import type { Mail } from '../../../core/mail/mail';
import type { TicketId } from '../../../core/ticket/ticket-id';
import { mailOf } from '../mail/mail-of';

const A = 'T-7K3Q9' as TicketId;
const B = 'T-ABCDE' as TicketId;

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
    ['our own letter of how tickets stand, answered with nothing', 'Re: Stan Twoich zgłoszeń', ''],
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

describe('whoever is called Stan asks for nothing by signing', () => {
  test.each([
    ['by the name shown', { address: 'smith@client.test', name: 'Stan Smith' }],
    ['by the address', { address: 'stan.smith@client.test', name: '' }],
  ])('%s', (_, from) => {
    expect(wish('Re: Login', 'Thanks\nStan', { from })).toBeNull();
    expect(wish('status', 'Thanks\nStan', { from })).toEqual([]);
  });
});

describe('the language of the words', () => {
  test.each<[string, string, Language | null]>([
    ['status', '', null],
    ['Stan zgłoszenia?', '', 'pl'],
    ['status', 'Jaki jest stan?', 'pl'],
    ['Statusu proszę', '', 'pl'],
    ['статус', '', 'uk'],
    ['Стан мого звернення', '', 'uk'],
    ['Re: stan', 'status?', null],
    ['Re: Login', 'Який стан?', 'uk'],
  ])('%s / %s', (subject, words, language) => {
    const mail = mailOf({ subject, from: { address: 'anna@client.test', name: 'Anna Nowak' } });
    expect(statusWish(mail, words)).toMatchObject({ language });
  });
});
