/** Apple Mail: on an iPhone, on a Mac, and on a Mac whose owner sends plain text. */
import type { Language } from '../../../../core/language';
import {
  answered,
  headersOf,
  type Letter,
  moment,
  type Program,
  quoted,
  TIME,
  type Typed,
  withPicture,
} from './answering';
import { escaped, file, mailBytes, type Part, picture, several, type TextForm, text } from './mime';

interface Words {
  readonly wrote: (day: string, time: string, who: string) => string;
  readonly phone: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    wrote: (day, time, who) => `On ${day}, at ${time}, ${who} wrote:`,
    phone: 'Sent from my iPhone',
  },
  pl: {
    wrote: (day, time, who) => `Wiadomość napisana przez ${who} w dniu ${day}, o godz. ${time}:`,
    phone: 'Wysłane z iPhone’a',
  },
  uk: {
    wrote: (day, time, who) => `${day} о ${time} ${who} пише:`,
    phone: 'Надіслано з iPhone',
  },
};

const DAY = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const CONTENT_ID = '5C1F0E0A-8C1D-4F6B-9C71-2B3A4D5E6F70';

export const appleOnAnIphone: Program = (letter, typed) => {
  const { phone } = WORDS[typed.language];
  const [lead, words] = [leadOf(letter, typed), typed.words.map(escaped)];
  const lines = withPicture(words, typed, `<img src="cid:${CONTENT_ID}" alt="${typed.picture?.name}">`);
  const plain = `${typedText(typed)}\n\n${phone}\n\n${quoted(`${lead}\n\n${letter.text}`)}\n`;
  const html =
    '<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head><body dir="auto">' +
    `${lines.map((line) => `<div dir="ltr">${line || '<br>'}</div>`).join('')}<br id="lineBreakAtBeginningOfSignature">` +
    `<div dir="ltr">${phone}</div><div dir="ltr"><br><blockquote type="cite">${escaped(lead)}<br><br></blockquote></div>` +
    `<blockquote type="cite"><div dir="ltr">${letter.html}</div></blockquote></body></html>`;
  return apple(letter, typed, { plain, html, mailer: 'iPhone Mail (23B85)' });
};

export const appleOnAMac: Program = (letter, typed) => {
  const lead = leadOf(letter, typed);
  const lines = withPicture(
    typed.words.map(escaped),
    typed,
    `<img src="cid:${CONTENT_ID}" alt="${typed.picture?.name}">`,
  );
  const plain = `${typedText(typed)}\n\n${quoted(`${lead}\n\n${letter.text}`)}\n`;
  const html =
    '<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head>' +
    '<body style="overflow-wrap: break-word; -webkit-nbsp-mode: space; line-break: after-white-space;">' +
    `${lines.map((line) => `<div>${line || '<br>'}</div>`).join('')}<div><br><blockquote type="cite"><div>${escaped(lead)}` +
    `</div><br class="Apple-interchange-newline"><div>${letter.html}</div></blockquote></div><br></body></html>`;
  return apple(letter, typed, { plain, html, mailer: 'Apple Mail (2.3826.300.87.4.3)' });
};

/** RFC 3676: lines that go on end in a space. */
export const appleInPlainText: Program = (letter, typed) => {
  const plain = flowed(`${typedText(typed)}\n\n${quoted(`${leadOf(letter, typed)}\n\n${letter.text}`)}\n`);
  return apple(letter, typed, { plain, html: null, mailer: 'Apple Mail (2.3826.300.87.4.3)' });
};

interface Look {
  readonly plain: string;
  readonly html: string | null;
  readonly mailer: string;
}

function leadOf(letter: Letter, { language }: Typed): string {
  const { name, address } = letter.from;
  const [day, time] = [moment(letter.at, language, DAY), moment(letter.at, language, TIME)];
  return WORDS[language].wrote(day, time, `${name} <${address}>`);
}

/** The place of a picture is an empty line there. */
const typedText = (typed: Typed): string => withPicture(typed.words, typed, '\n').join('\n');

function apple(letter: Letter, typed: Typed, { plain, html, mailer }: Look): Promise<Buffer> {
  const root = whole(typed, plain, html);
  const headers = headersOf(letter, typed, {
    subject: answered(letter.subject, 'Re:'),
    mailer,
    idAt: 'icloud.test',
  });
  return mailBytes(headers, root, 'Apple-Mail-');
}

const QUOTED: TextForm = { charset: 'utf-8', encoding: 'quoted-printable' };

function whole(typed: Typed, plain: string, html: string | null): Part {
  const { picture: shown, file: attached } = typed;
  if (html === null) {
    const words = text('plain', plain, { ...QUOTED, more: 'format=flowed; delsp=no' });
    const files = [shown, attached].flatMap((each) => (each === undefined ? [] : [file(each)]));
    return several('mixed', words, ...files);
  }
  const page = text('html', html, QUOTED);
  const related =
    shown === undefined ? page : several('related', page, picture({ ...shown, contentId: CONTENT_ID }));
  // A file stands beside the page, in the second alternative.
  const second = attached === undefined ? related : several('mixed', related, file(attached));
  return several('alternative', text('plain', plain, QUOTED), second);
}

const WIDTH = 72;

function flowed(words: string): string {
  return words
    .split('\n')
    .map((line) => {
      const [, mark = '', rest = ''] = /^((?:>\s?)*)(.*)$/.exec(line) ?? [];
      const sign = mark.replace(/\s/g, '');
      const prefix = sign === '' ? '' : `${sign} `;
      const lines: string[] = [];
      let left = rest;
      while (left.length > WIDTH) {
        const space = left.lastIndexOf(' ', WIDTH);
        if (space <= 0) break;
        lines.push(`${prefix}${left.slice(0, space + 1)}`);
        left = left.slice(space + 1);
      }
      return [...lines, `${prefix}${left}`].join('\n');
    })
    .join('\n');
}
