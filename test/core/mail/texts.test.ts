import fc from 'fast-check';
import { isSendableAddress } from '../../../core/mail/addresses';
import { cleanFilename, cleanLine, cleanText, cutText, tidyLines } from '../../../core/mail/clean-text';
import { readMailDate } from '../../../core/mail/date';
import { detectLanguage } from '../../../core/mail/language';
import { readMessageIds } from '../../../core/mail/message-id';
import { readSubject, subjectKey, ticketTokens } from '../../../core/mail/subject';
import { trimReply } from '../../../core/mail/trim-reply';

describe('clean text', () => {
  test('a line holds no control, bidi or line-end sign, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(cleanLine(text)).not.toMatch(
          /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\u200e\u200f]/,
        );
      }),
    );
  });

  test('cleaning twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const once = cleanText(text);
        expect(cleanText(once)).toBe(once);
      }),
    );
  });

  test('letters of people stay', () => {
    expect(cleanText('Żółw, ґудзик, 👩‍🔧 і می‌خواهم')).toBe('Żółw, ґудзик, 👩‍🔧 і می‌خواهم');
  });

  test('a cut never splits a character', () => {
    expect(cutText('a👍b', 2)).toBe('a');
  });

  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\temp\\a.pdf', 'a.pdf'],
    ['.htaccess', 'htaccess'],
    [`${'x'.repeat(300)}.docx`, `${'x'.repeat(115)}.docx`],
    ['a"b<c>.txt', 'a_b_c_.txt'],
  ])('a file named %s becomes %s', (name, clean) => {
    expect(cleanFilename(name)).toBe(clean);
  });

  test('empty lines are folded, blanks at line ends go', () => {
    expect(tidyLines('\n\na  \n\n\n\nb\n \n')).toBe('a\n\nb');
  });
});

describe('addresses we may write to', () => {
  test.each(['anna@client.example', 'a.b+c@x-y.example', "o'neil@client.example", 'a@xn--80ak6aa92e.com'])(
    '%s',
    (address) => {
      expect(isSendableAddress(address)).toBe(true);
    },
  );
  test.each([
    'u@y.test, evil@z.test',
    '"a b"@x.example',
    'a@b',
    'a@@b.example',
    'a@b.example\r\nBcc: x@y.example',
    '.a@b.example',
    'аnna@client.example',
    'a@-b.example',
    '<a@b.example>',
    '',
  ])('not %j', (address) => {
    expect(isSendableAddress(address)).toBe(false);
  });
});

describe('subjects', () => {
  test.each([
    ['Re: Odp.: Відп: Fwd: Zajęcia', 'Zajęcia', true, true],
    ['RE[3]: x', 'x', true, false],
    ['Re(2): x', 'x', true, false],
    ['PD: x', 'x', false, true],
    ['Ответ: x', 'x', true, false],
    ['Пересл: x', 'x', false, true],
    ['回复：x', 'x', true, false],
    ['Real: estate', 'Real: estate', false, false],
    ['Zajęcia: wtorek', 'Zajęcia: wtorek', false, false],
  ])('%s', (subject, base, isReply, isForward) => {
    expect(readSubject(subject)).toEqual({ base, isReply, isForward });
  });

  test('of one conversation have one key', () => {
    expect(subjectKey('Re: [#T-7K3Q9] [kursy]  Zajęcia')).toBe(subjectKey('zajęcia'));
  });

  test('tokens are found as people write them', () => {
    expect(ticketTokens('Re: [#T-7K3Q9] and [# t-0o1il]')).toEqual(['T-7K3Q9', 'T-00111']);
    expect(ticketTokens('T-7K3Q9 without brackets')).toEqual([]);
  });
});

describe('dates of mails', () => {
  test.each([
    ['Mon, 3 Nov 2025 10:15:00 +0100', '2025-11-03T09:15:00.000Z'],
    ['3 Nov 25 10:15 EST', '2025-11-03T15:15:00.000Z'],
    ['Mon, 03 Nov 2025 10:15:00 +0100 (CET)', '2025-11-03T09:15:00.000Z'],
    ['Mon, 3 Nov 2025 10.15.00 -0000', '2025-11-03T10:15:00.000Z'],
    ['2025-11-03T10:15:00Z', '2025-11-03T10:15:00.000Z'],
  ])('%s', (value, iso) => {
    expect(new Date(readMailDate(value) ?? 0).toISOString()).toBe(iso);
  });
  test.each(['', 'yesterday', 'Mon, 3 Foo 2025 10:15:00'])('%j is none', (value) => {
    expect(readMailDate(value)).toBeNull();
  });
});

describe('Message-IDs', () => {
  test.each([
    ['<a@b>', ['<a@b>']],
    ['a@b', ['<a@b>']],
    ['<a@b><c@d>', ['<a@b>', '<c@d>']],
    ['<a@b c@d>', ['<a@b>', '<c@d>']],
    ['Your mail of Monday <a@b>', ['<a@b>']],
    ['<a\r\n b@c>', ['<ab@c>']],
    ['<nohost>', ['<nohost>']],
    ['<>', []],
    ['', []],
  ])('of %j', (value, ids) => {
    expect(readMessageIds(value)).toEqual(ids);
  });
});

describe('languages', () => {
  test.each([
    ['Dzień dobry, nie mogę się zalogować.', 'pl'],
    ['Dzien dobry, prosze o link do zajec, nie moge go znalezc', 'pl'],
    ['Proszę o fakturę', 'pl'],
    ['Доброго дня, не можу увійти на заняття', 'uk'],
    ['Дякую', 'uk'],
    ['Здравствуйте, не могу войти, что делать? Это срочно', 'ru'],
    ['Hello, I cannot log in to the course.', 'en'],
    ['Thanks', 'en'],
    ['Guten Tag, ich kann mich nicht anmelden und die Seite ist leer', 'de'],
    ['Bonjour, je ne peux pas ouvrir le lien pour les cours, merci', 'fr'],
    ['Tak, pasuje', 'pl'],
    ['Ok, bede', 'pl'],
    ['Prosze o kurs i egzamin', 'pl'],
    ['W załączniku przesyłam skan', 'pl'],
    ['Tuesday works', 'en'],
    ['I need an invoice', 'en'],
    ['Так, добре', 'uk'],
    ['Не можу зайти', 'uk'],
    ['Хочу змінити дату', 'uk'],
    ['Не могу зайти на занятие', 'ru'],
    ['Добрый день', 'ru'],
    ['Dobry den, kdy je zkouska?', 'cs'],
    ['', null],
    ['12345 :-)', null],
  ])('%j is %s', (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });
});

describe('our own marker line', () => {
  const marker = '-- please reply above this line --';

  test('what stands above it is the answer', () => {
    const trimmed = trimReply(`Thanks!\n\n> ${marker}\n> Dear Anna`, { ourMarker: marker });
    expect(trimmed.reply).toBe('Thanks!');
    expect(trimmed.quoted).toContain('Dear Anna');
  });

  test('nothing above it: the answer stands elsewhere and is kept', () => {
    expect(trimReply(`${marker}\nThanks below`, { ourMarker: marker }).reply).toContain('Thanks below');
  });
});

test('the first mail of a ticket loses its signature only', () => {
  const text = 'Hello\n\nOn Mon, 3 Nov 2025 Jan <jan@x.example> wrote:\n> text\n\n-- \nAnna';
  expect(trimReply(text, { firstMessage: true })).toMatchObject({
    reply: 'Hello\n\nOn Mon, 3 Nov 2025 Jan <jan@x.example> wrote:\n> text',
    signature: '--\nAnna',
  });
});

test('every line of an answer is a line of the mail', () => {
  const line = fc.constantFrom(
    'Hello',
    '> quote',
    'On 3.11.2025 a@b.example wrote:',
    '',
    '-- ',
    'From: a@b.example',
    'Sent: x',
    'To: y',
    '___________',
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
      const trimmed = trimReply(lines.join('\n'));
      const known = new Set(lines.map((one) => one.trimEnd()));
      expect(trimmed.reply.split('\n').filter((one) => one !== '' && !known.has(one))).toEqual([]);
      if (lines.some((one) => one.trim() !== '')) expect(trimmed.reply).not.toBe('');
    }),
  );
});
