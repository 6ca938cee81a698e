/** A colleague's own words, and nothing that the mail program put below them. */
import { trimReply } from '../../../core/mail/trim-reply';
import { answersOurLetter, ownAnswer } from '../../../core/trainer/own-answer';
import { addressOf, gmailQuote, T, TOM } from './desk';

const SIGNED = addressOf(T, TOM);

/** As intake hands it over. */
const own = (text: string): string => ownAnswer({ words: trimReply(text).reply, fullText: text }, TOM);
/** Where intake could trim nothing, and nothing else is known of the mail. */
const ownOf = (words: string): string => ownAnswer({ words, fullText: words }, TOM);

/** Our letter as programs put it below an answer. */
const QUOTES: Readonly<Record<string, string>> = {
  'Gmail in English': gmailQuote(),
  'Gmail in Polish': [
    '',
    `pon., 23 lis 2026 o 10:41 Anna Nowak via Firma <${SIGNED}> napisał(a):`,
    '',
    '> ##- Odpowiedz powyżej tej linii -##',
    '> Nie mogę się zalogować.',
    '> #notatka zostaje w zespole',
  ].join('\n'),
  'Gmail in Ukrainian': [
    '',
    `пн, 23 лист. 2026 р. о 10:41 Anna Nowak via Firma <${SIGNED}> пише:`,
    '',
    '> ##- Пишіть відповідь над цим рядком -##',
    '> Не можу увійти.',
    '> #нотатка лишається в команді',
  ].join('\n'),
  'Outlook in English': [
    '',
    '________________________________',
    `From: Anna Nowak via Firma <${SIGNED}>`,
    'Sent: Monday, November 23, 2026 10:41 AM',
    'To: Tom Wrona <tom@firm.test>',
    `Subject: [#${T}] Login`,
    '',
    '##- Please reply above this line -##',
    'I cannot log in.',
    '#note your words stay with the team',
    '#resolved',
  ].join('\n'),
  'Outlook in Polish': [
    '',
    `Od: Anna Nowak via Firma <${SIGNED}>`,
    'Wysłane: poniedziałek, 23 listopada 2026 10:41',
    'Do: Tom Wrona <tom@firm.test>',
    `Temat: [#${T}] Logowanie`,
    '',
    '##- Odpowiedz powyżej tej linii -##',
    'Nie mogę się zalogować.',
    '#rozwiązane',
  ].join('\n'),
  'Apple Mail in Ukrainian': [
    '',
    `> 23 лист. 2026 р. о 10:41 Anna Nowak via Firma <${SIGNED}> написав(ла):`,
    '>',
    '> ##- Пишіть відповідь над цим рядком -##',
    '> #вирішено',
  ].join('\n'),
};

describe.each(Object.entries(QUOTES))('above the quote of %s', (_, quote) => {
  test('the words are kept, and nothing else', () => {
    const words = own(`Please restart it.\n\nTom\n${quote}`);
    expect(words).toBe('Please restart it.\n\nTom');
  });

  test.each([
    ['nothing', ''],
    ['empty lines', '\n \n\u00a0\n'],
    ['a signature', '-- \nTom Wrona\nFirma'],
    ['one’s name', 'Tom Wrona'],
    ['one’s first name', 'tom'],
    ['what phones put there, in English', 'Sent from my iPhone'],
    ['what phones put there, in Polish', 'Wysłano z iPhone’a'],
    ['what phones put there, in Ukrainian', 'Надіслано з iPhone'],
  ])('%s is nothing', (_name, above) => {
    expect(own(`${above}\n${quote}`)).toBe('');
  });
});

describe('where trimming could tell nothing apart', () => {
  test.each([
    ['a quote alone', '> ##- Please reply above this line -##\n> I cannot log in.'],
    ['our letter as it was', '##- Please reply above this line -##\n#note for you\n#resolved'],
    [
      'a copied header',
      'From: Anna <a@client.test>\nSent: Monday, 23 November 2026 10:41\nSubject: Login\n\nHelp',
    ],
    ['a marker of Outlook', '-----Original Message-----\nI cannot log in'],
    ['an attribution alone', 'On Mon, 23 Nov 2026 at 10:41, Anna Nowak <anna@client.test> wrote:'],
    ['our letter passed on', '---------- Forwarded message ---------\nFrom: Anna <a@client.test>\n\nHelp'],
  ])('%s is nothing', (_, text) => {
    expect(ownOf(text)).toBe('');
  });

  test.each([
    ['words above our marker', 'Yes.\n##- Please reply above this line -##\nI cannot log in.', 'Yes.'],
    ['words above a forward', 'See below.\n\n---------- Forwarded message ---------\nFrom: x', 'See below.'],
    [
      'answers between a quote',
      '> Can I come at ten?\nYes.\n> And Ben?\nHe too.',
      '> Can I come at ten?\nYes.\n> And Ben?\nHe too.',
    ],
    ['a smile', '👍', '👍'],
    ['a number', '42', '42'],
    ['a name with more', 'Tom Wrona will call you.', 'Tom Wrona will call you.'],
  ])('%s: these are kept', (_, text, words) => {
    expect(ownOf(text)).toBe(words);
  });
});

describe('below our letter, where some programs put the cursor', () => {
  const attribution = `On 23/11/2026 10:41, Anna Nowak via Firma <${SIGNED}> wrote:`;
  const letter = [
    '> ##- Please reply above this line -##',
    '> I cannot log in.',
    '>',
    '> #resolved settles it',
  ];
  const below = (...lines: readonly string[]): string => own([attribution, ...letter, ...lines].join('\n'));

  test('words are kept, their signature is not', () => {
    expect(below('', 'Please restart it.', '', '-- ', 'Tom Wrona, Firma')).toBe('Please restart it.');
    expect(below('', '#note', 'She is angry.')).toBe('#note\nShe is angry.');
  });

  test.each([
    ['nothing', ['']],
    ['a signature', ['', '-- ', 'Tom Wrona']],
    ['the rest of a line of ours that was wrapped', ['the matter, and nobody is told']],
    ['words amid the quote, which may be such a rest', ['', 'Yes.', '> And Ben?', '', 'He too.']],
  ])('%s is nothing', (_, lines) => {
    expect(below(...lines)).toBe('');
  });

  test('words above it count alone', () => {
    const text = ['Restart it.', '', attribution, ...letter, '', 'Scanned for viruses.'].join('\n');
    expect(own(text)).toBe('Restart it.');
  });
});

describe('our letter that holds a mail which the participant had handed on', () => {
  const handedOn = [
    '',
    `On Mon, 23 Nov 2026 at 10:41, Anna Nowak via Firma <${SIGNED}> wrote:`,
    '',
    '> ##- Please reply above this line -##',
    '> See what my boss got.',
    '>',
    '> ---------- Forwarded message ---------',
    '> From: Boss <boss@client.test>',
    '> Date: Mon, 23 Nov 2026 at 9:41',
    '> Subject: Login',
    '>',
    '> Your login failed.',
  ].join('\n');

  test.each([
    ['quoted', handedOn],
    ['as it was', handedOn.replace(/^> ?/gm, '')],
  ])('%s: the words above it are the colleague’s, and it is an answer', (_, quote) => {
    const words = `Please restart it.\n\n-- \nTom Wrona\nFirma${quote}`;
    expect(ownOf(words)).toBe('Please restart it.');
    expect(answersOurLetter(words)).toBe(true);
  });

  test('handed on itself, it is no answer', () => {
    expect(answersOurLetter(`FYI\n---------- Forwarded message ---------\n${handedOn}`)).toBe(false);
    expect(answersOurLetter('Please restart it.')).toBe(false);
  });
});

test('the signed address never goes on', () => {
  expect(ownOf(`Write to ${SIGNED}, please.`)).toBe('Write to support@firm.test, please.');
});

test('long texts are read at once', () => {
  const attribution = 'On Mon, 23 Nov 2026 at 10:41, Anna <a@client.test> wrote:\n';
  expect(ownOf(attribution.repeat(20_000))).toBe('');
  expect(ownOf('word '.repeat(100_000))).not.toBe('');
});
