/**
 * Mails for the benchmarks: Polish, Ukrainian and English, 3 to 25 KB, four of five with HTML, one of eight
 * with an attachment, a third of them answers. The same seed always gives the same bytes.
 */
import type { Language } from '../../core/language';
import { LANGUAGES } from '../../core/language';
import type { Phrases } from './mail-phrases';
import { PHRASES } from './mail-phrases';

const KB = 1024;
const SHARE_WITH_HTML = 0.8;
const SHARE_WITH_ATTACHMENT = 0.12;
const SHARE_OF_ANSWERS = 0.35;
/** How many bytes of the mail one letter of the text takes: Cyrillic is two bytes, each three signs in QP. */
const BYTES_PER_LETTER: Readonly<Record<Language, { base64: number; quotedPrintable: number }>> = {
  en: { base64: 1.4, quotedPrintable: 1.1 },
  pl: { base64: 1.5, quotedPrintable: 1.4 },
  uk: { base64: 2.6, quotedPrintable: 5.3 },
};
const FIRST_DATE = Date.UTC(2026, 8, 1, 6, 0, 0);

type Random = () => number;

/** Mulberry32: small, fast, and the same on every machine. */
function random(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function pick<T>(from: readonly T[], next: Random): T {
  const chosen = from[Math.floor(next() * from.length)];
  if (chosen === undefined) throw new RangeError('nothing to pick from');
  return chosen;
}

export function generateMails(count: number, seed: number): Buffer[] {
  const next = random(seed);
  const mails: Buffer[] = [];
  for (let index = 0; index < count; index++) mails.push(generateMail(index, seed, next));
  return mails;
}

interface Draft {
  readonly index: number;
  readonly language: Language;
  readonly phrases: Phrases;
  readonly person: string;
  readonly paragraphs: readonly string[];
  readonly quoted: readonly string[];
  readonly date: Date;
}

function generateMail(index: number, seed: number, next: Random): Buffer {
  const language = pick(LANGUAGES, next);
  const phrases = PHRASES[language];
  const withHtml = next() < SHARE_WITH_HTML;
  const withAttachment = next() < SHARE_WITH_ATTACHMENT;
  // Most mails are small, a few are large: the mean comes out near 9 KB.
  const size = (4.1 + 20.5 * next() ** 3) * KB;
  const attachment = withAttachment ? attachmentBytes(Math.min(size / 3, 4 * KB), next) : null;
  const answersTo = index > 0 && next() < SHARE_OF_ANSWERS ? Math.floor(next() * index) : null;
  const inBase64 = next() < (language === 'uk' ? 0.85 : 0.4);
  const bytesPerLetter =
    BYTES_PER_LETTER[language][inBase64 ? 'base64' : 'quotedPrintable'] * (withHtml ? 2.5 : 1);
  const letters = Math.max(
    150,
    (size - (withHtml ? 2200 : 900) - (attachment?.length ?? 0) * 1.4) / bytesPerLetter,
  );
  const own = answersTo === null ? letters : letters * 0.3;
  const draft: Draft = {
    index,
    language,
    phrases,
    person: pick(phrases.people, next),
    paragraphs: paragraphs(own, phrases, next),
    quoted: answersTo === null ? [] : paragraphs(letters * 0.7, phrases, next),
    date: new Date(FIRST_DATE + index * 97_000),
  };
  const subject = pick(phrases.subjects, next);
  const references = answersTo === null ? [] : [messageId(answersTo, seed)];
  const head = [
    `Received: from mx.example.net (mx.example.net [192.0.2.${1 + (index % 250)}]) by mail.example.org with ESMTPS`,
    ` id ${(index + 4096).toString(16)}; ${draft.date.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: ${messageId(index, seed)}`,
    `From: ${encodedWord(draft.person)} <${addressOf(draft.person, index)}>`,
    'To: Support <support@school.example>',
    `Subject: ${encodedWord(answersTo === null ? subject : `Re: ${subject}`)}`,
    `Date: ${draft.date.toUTCString().replace('GMT', '+0000')}`,
    ...references.flatMap((id) => [`In-Reply-To: ${id}`, `References: ${id}`]),
    'MIME-Version: 1.0',
  ];
  const text = textPart('text/plain', plainText(draft), inBase64);
  const body = withHtml
    ? multipart('alternative', `alt-${seed}-${index}`, [text, textPart('text/html', html(draft), inBase64)])
    : text;
  const whole =
    attachment === null
      ? body
      : multipart('mixed', `mix-${seed}-${index}`, [body, attachmentPart(attachment, index)]);
  return Buffer.from(`${head.join('\r\n')}\r\n${whole}`, 'utf8');
}

function messageId(index: number, seed: number): string {
  return `<${seed.toString(36)}.${index.toString(36)}.m@mail.example.net>`;
}

function addressOf(person: string, index: number): string {
  return `person${(index * 7) % 400}.${person.length}@client.example`;
}

function paragraphs(letters: number, phrases: Phrases, next: Random): string[] {
  const out: string[] = [];
  let sum = 0;
  while (sum < letters) {
    const sentences = Array.from({ length: 2 + Math.floor(next() * 3) }, () => pick(phrases.sentences, next));
    const paragraph = sentences.join(' ');
    out.push(paragraph);
    sum += paragraph.length;
  }
  return out;
}

function attribution(draft: Draft): string {
  return draft.phrases.attribution
    .replace('{date}', draft.date.toISOString().slice(0, 16).replace('T', ' '))
    .replace('{who}', 'Support <support@school.example>');
}

function plainText(draft: Draft): string {
  const { phrases, person } = draft;
  const lines = [phrases.greetings[draft.index % phrases.greetings.length] ?? '', ''];
  for (const paragraph of draft.paragraphs) lines.push(paragraph, '');
  lines.push(phrases.closings[draft.index % phrases.closings.length] ?? '', person, '', '-- ', person);
  lines.push(
    phrases.rolesInSignature[draft.index % phrases.rolesInSignature.length] ?? '',
    '+48 22 555 01 99',
  );
  if (draft.quoted.length > 0) {
    lines.push('', attribution(draft));
    for (const paragraph of draft.quoted) lines.push(`> ${paragraph}`, '>');
  }
  return `${lines.join('\r\n')}\r\n`;
}

const STYLE =
  'p.MsoNormal, li.MsoNormal {margin:0cm; font-size:11.0pt; font-family:"Calibri",sans-serif;}\r\n' +
  'a:link {color:#0563C1; text-decoration:underline;}\r\n@media only screen {td {width:100% !important}}';

function html(draft: Draft): string {
  const paragraph = (text: string): string =>
    `<p class="MsoNormal" style="margin:0 0 8pt"><span style="font-family:Calibri,sans-serif">${text}</span></p>\r\n`;
  const quote =
    draft.quoted.length === 0
      ? ''
      : `<div class="gmail_quote"><div dir="ltr" class="gmail_attr">${attribution(draft).replace(/</g, '&lt;').replace(/>/g, '&gt;')}<br></div>` +
        `<blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px #ccc solid">${draft.quoted.map(paragraph).join('')}</blockquote></div>`;
  return (
    `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><style>${STYLE}</style></head>` +
    `<body lang="${draft.language}"><div dir="ltr">${draft.paragraphs.map(paragraph).join('')}` +
    `<div class="gmail_signature"><table border="0"><tr><td><b>${draft.person}</b></td>` +
    `<td><a href="https://www.client.example/">www.client.example</a></td></tr></table></div></div>${quote}</body></html>\r\n`
  );
}

function textPart(type: string, text: string, inBase64: boolean): string {
  const encoding = inBase64 ? 'base64' : 'quoted-printable';
  const body = inBase64 ? base64Lines(Buffer.from(text, 'utf8')) : quotedPrintable(text);
  return `Content-Type: ${type}; charset="utf-8"\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}`;
}

function multipart(subtype: string, boundary: string, parts: readonly string[]): string {
  const inner = parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('');
  return `Content-Type: multipart/${subtype}; boundary="${boundary}"\r\n\r\n${inner}--${boundary}--\r\n`;
}

function attachmentBytes(size: number, next: Random): Buffer {
  return Buffer.from(Array.from({ length: Math.floor(size) }, () => Math.floor(next() * 256)));
}

function attachmentPart(bytes: Buffer, index: number): string {
  const name = `screenshot-${index}.png`;
  return (
    `Content-Type: image/png; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\n` +
    `Content-Transfer-Encoding: base64\r\n\r\n${base64Lines(bytes)}`
  );
}

function base64Lines(bytes: Buffer): string {
  return bytes.toString('base64').replace(/.{76}/g, '$&\r\n');
}

/** RFC 2047: words of at most 75 signs, never splitting a character. */
function encodedWord(text: string): string {
  const words: string[] = [];
  for (let from = 0; from < text.length; from += 20) {
    words.push(`=?utf-8?B?${Buffer.from(text.slice(from, from + 20), 'utf8').toString('base64')}?=`);
  }
  return words.join('\r\n ');
}

/** RFC 2045 section 6.7 with lines of at most 76 signs. */
function quotedPrintable(text: string): string {
  return text
    .split('\r\n')
    .map((line) => {
      const signs = Array.from(line, (sign, at) => {
        const plain = /^[\t\x20-\x3c\x3e-\x7e]$/.test(sign) && !(/\s/.test(sign) && at === line.length - 1);
        if (plain) return sign;
        return Array.from(Buffer.from(sign, 'utf8'), (byte) => `=${hex(byte)}`).join('');
      });
      let out = '';
      let width = 0;
      for (const sign of signs) {
        if (width + sign.length > 75) {
          out += '=\r\n';
          width = 0;
        }
        out += sign;
        width += sign.length;
      }
      return out;
    })
    .join('\r\n');
}

function hex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}
