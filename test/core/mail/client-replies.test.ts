/** What mail programs send in three languages, above, below and between the quote, as text and as HTML. */
import { readText } from '../../../core/mail/reply';
import { trimReply } from '../../../core/mail/trim-reply';
import { readMail } from '../../../mail-bridge/mime/read-mail';
import type { Client, Language } from './client-mails';
import { CLIENTS, LANGUAGES, WORDS } from './client-mails';

interface Case {
  readonly title: string;
  readonly text: string;
  readonly own: string;
}

const quotedAs = (client: Client, words: readonly string[]): string =>
  words.map((line) => (client.quotes === 'signs' ? `> ${line}` : line)).join('\n');

function plainCases(client: Client, language: Language): Case[] {
  const intro = client.intro[language];
  if (intro === null) return [];
  const { own, quoted, second } = WORDS[language];
  const signature = client.signature === undefined ? '' : `\n\n${client.signature[language]}`;
  const title = `${client.name}, ${language}`;
  const quote = `${intro}\n${client.quotes === 'bare' ? '\n' : ''}${quotedAs(client, quoted)}`;
  const cases: Case[] = [
    { title: `${title}, above`, text: `${own.join('\n')}${signature}\n\n${quote}\n`, own: own.join('\n') },
    {
      title: `${title}, above, Windows line ends and an older quote`,
      text: `${own.join('\n')}${signature}\n\n${quote}\n${quotedAs(client, ['> older words', '>> the oldest'])}\n`.replace(
        /\n/g,
        '\r\n',
      ),
      own: own.join('\n'),
    },
    {
      title: `${title}, no empty line before the quote`,
      text: `${own.join('\n')}${signature}\n${quote}\n`,
      own: own.join('\n'),
    },
  ];
  if (!client.below || client.quotes === 'bare') return cases;
  return [
    ...cases,
    { title: `${title}, below`, text: `${quote}\n\n${own.join('\n')}\n`, own: own.join('\n') },
    {
      title: `${title}, between`,
      text: [
        intro,
        ...quoted.slice(0, 2).map((line) => `> ${line}`),
        '',
        ...own.slice(0, 2),
        '',
        `> ${quoted[2]}`,
        '',
        ...second,
      ].join('\n'),
      own: [...own.slice(0, 2), '', ...second].join('\n'),
    },
  ];
}

const paragraphs = (words: readonly string[]): string =>
  words.map((line) => `<div>${line === '' ? '<br>' : line}</div>`).join('');

function htmlCases(client: Client, language: Language): Case[] {
  const intro = client.intro[language];
  if (intro === null || client.html === null) return [];
  const { own, quoted } = WORDS[language];
  const signature = client.signature?.[language] ?? '';
  return [
    {
      title: `${client.name}, ${language}, HTML`,
      text: client.html(paragraphs(own), intro.trimEnd(), paragraphs(quoted), signature),
      own: own.join('\n'),
    },
  ];
}

const mailOf = (type: string, body: string): Buffer =>
  Buffer.from(
    [
      'From: Anna Nowak <anna@client.example>',
      'To: office@school.example',
      'Subject: Re: Tuesday group',
      'Message-ID: <2@client.example>',
      'In-Reply-To: <1@school.example>',
      'MIME-Version: 1.0',
      `Content-Type: ${type}; charset=utf-8`,
      'Content-Transfer-Encoding: 8bit',
      '',
      body.replace(/\r?\n/g, '\r\n'),
    ].join('\r\n'),
  );

const everywhere = (of: (client: Client, language: Language) => Case[]): Case[] =>
  CLIENTS.flatMap((client) => LANGUAGES.flatMap((language) => of(client, language)));

describe('an answer as text', () => {
  test.each(everywhere(plainCases))('$title', ({ text, own }) => {
    expect(trimReply(text).reply).toBe(own);
  });
});

describe('an answer as HTML', () => {
  test.each(everywhere(htmlCases))('$title', async ({ text, own }) => {
    const read = readText(await readMail(mailOf('text/html', text)));
    expect(read.reply.replace(/\n{2,}/g, '\n')).toBe(own.replace(/\n{2,}/g, '\n'));
    expect(read.forwarded).toBeNull();
  });
});

describe('an answer as HTML between or below the quote', () => {
  const { own, quoted, second } = WORDS.pl;
  const attribution = 'pon., 3 lis 2025 o 10:15 Biuro &lt;office@school.example&gt; napisał(a):';
  const answers = [...own.slice(0, 2), ...second].join('\n');
  const piece = (words: readonly string[]): string => paragraphs(words);
  test.each([
    [
      'Gmail, between, after a greeting',
      `<div dir="ltr">Odpowiadam poniżej.</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">${attribution}</div><blockquote class="gmail_quote">${piece(quoted.slice(0, 2))}</blockquote>${piece(own.slice(0, 2))}<blockquote class="gmail_quote">${piece(quoted.slice(2))}</blockquote>${piece(second)}</div>`,
      `Odpowiadam poniżej.\n${answers}`,
    ],
    [
      'old Gmail, below, in the element that holds the quote',
      `<div class="gmail_extra"><div class="gmail_quote">${attribution}<br><blockquote class="gmail_quote">${piece(quoted)}</blockquote></div><br>${piece(own.slice(0, 2))}${piece(second)}</div>`,
      answers,
    ],
    [
      'Thunderbird, between, its signature marked',
      `<div class="moz-cite-prefix">W dniu 3.11.2025 o 10:15, Biuro pisze:<br></div><blockquote type="cite">${piece(quoted.slice(0, 2))}</blockquote>${piece(own.slice(0, 2))}<blockquote type="cite">${piece(quoted.slice(2))}</blockquote>${piece(second)}<pre class="moz-signature">-- \nAnna Nowak</pre>`,
      answers,
    ],
    [
      'Apple Mail, between',
      `<body><blockquote type="cite"><div>W dniu 3 lis 2025, o godz. 10:15, Biuro &lt;office@school.example&gt; napisał(a):</div>${piece(quoted.slice(0, 2))}</blockquote><div>${piece(own.slice(0, 2))}</div><blockquote type="cite">${piece(quoted.slice(2))}</blockquote><div>${piece(second)}</div></body>`,
      answers,
    ],
    [
      'Roundcube, below',
      `<p id="reply-intro">W dniu 2025-11-03 10:15, Biuro napisał(a):</p><blockquote type="cite">${piece(quoted)}</blockquote>${piece(own.slice(0, 2))}${piece(second)}`,
      answers,
    ],
  ])('%s', async (_, html, expected) => {
    const read = readText(await readMail(mailOf('text/html', html)));
    expect(read.reply.replace(/\n{2,}/g, '\n')).toBe(expected);
    expect(read.text).toContain(quoted[2]);
  });
});

describe('the language of an answer is the sender’s, not the quote’s', () => {
  test.each(LANGUAGES.flatMap((own) => LANGUAGES.map((quote) => ({ own, quote }))))(
    '$own above $quote',
    async ({ own, quote }) => {
      const intro = CLIENTS[0]?.intro[quote] ?? '';
      const text = `${WORDS[own].own.join('\n')}\n\n${intro}\n${[...WORDS[quote].quoted, ...WORDS[quote].own].map((line) => `> ${line}`).join('\n')}`;
      expect(readText(await readMail(mailOf('text/plain', text))).language).toBe(own);
    },
  );
});
