/** Gmail: its page on the web, and its app on Android. */
import type { Language } from '../../../../core/language';
import {
  answered,
  DAY,
  headersOf,
  type Letter,
  moment,
  type Program,
  quoted,
  TIME,
  type Typed,
  withPicture,
  wrapped,
} from './answering';
import { escaped, file, mailBytes, picture, several, type TextForm, text } from './mime';

const WROTE: Readonly<Record<Language, (day: string, time: string, who: string) => string>> = {
  en: (day, time, who) => `On ${day} at ${time} ${who} wrote:`,
  pl: (day, time, who) => `${day} o ${time} ${who} napisał(a):`,
  uk: (day, time, who) => `${day} о ${time} ${who} пише:`,
};

const BETWEEN_PARTS = '0000000000';
const LONGEST_LINE = 76;
const CONTENT_ID = 'ii_mb2k7x1q0';

/** With a signature below the answer. */
export const gmailOnTheWeb: Program = (letter, typed) => {
  const { name } = typed.from;
  const signature = {
    text: `\n\n-- \n${name}\ntel. 600 000 000`,
    html:
      '<div><br clear="all"></div><div><br></div><span class="gmail_signature_prefix">-- </span><br>' +
      '<div dir="ltr" class="gmail_signature" data-smartmail="gmail_signature"><div dir="ltr">' +
      `${escaped(name)}<div>tel. 600 000 000</div></div></div>`,
  };
  const lines = typed.words.map(escaped).map((line) => `<div>${line === '' ? '<br>' : line}</div>`);
  return gmail(letter, typed, {
    text: signature.text,
    html: (shown) =>
      `<div dir="ltr">${withPicture(lines, typed, `<div>${shown}</div>`).join('')}${signature.html}</div>`,
  });
};

export const gmailOnAndroid: Program = (letter, typed) => {
  const lines = typed.words
    .map(escaped)
    .map((line) => `<div dir="auto">${line === '' ? '<br>' : line}</div>`);
  return gmail(letter, typed, {
    text: '',
    html: (shown) =>
      `<div dir="auto">${withPicture(lines, typed, `<div dir="auto">${shown}</div>`).join('')}</div>`,
  });
};

interface Look {
  readonly text: string;
  readonly html: (picture: string) => string;
}

function gmail(letter: Letter, typed: Typed, look: Look): Promise<Buffer> {
  const { language } = typed;
  const { name, address } = letter.from;
  const [day, time] = [moment(letter.at, language, DAY), moment(letter.at, language, TIME)];
  const lead = (who: string) => WROTE[language](day, time, who);
  const shownName = typed.picture?.name ?? '';
  const words = withPicture(typed.words, typed, `[image: ${shownName}]`).join('\n');
  const plain = [
    wrapped(`${words}${look.text}`, LONGEST_LINE),
    '',
    wrapped(lead(`${name} <${address}>`), LONGEST_LINE),
    '',
    quoted(wrapped(letter.text, LONGEST_LINE - 2)),
    '',
  ].join('\n');
  const who = `${escaped(name)} &lt;<a href="mailto:${address}">${address}</a>&gt;`;
  const html =
    look.html(`<img src="cid:${CONTENT_ID}" alt="${shownName}" width="542" height="300">`) +
    '<br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">' +
    `${lead(who)}<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;` +
    `border-left:1px solid rgb(204,204,204);padding-left:1ex"><u></u>${letter.html}</blockquote></div>`;
  const both = several('alternative', text('plain', plain, formFor(plain)), text('html', html, QUOTED));
  const shown =
    typed.picture === undefined
      ? both
      : several('related', both, picture({ ...typed.picture, contentId: CONTENT_ID }));
  const root = typed.file === undefined ? shown : several('mixed', shown, file(typed.file));
  const headers = headersOf(letter, typed, {
    subject: answered(letter.subject, 'Re:'),
    idAt: 'mail.gmail.com',
  });
  return mailBytes(headers, root, BETWEEN_PARTS);
}

const QUOTED: TextForm = { charset: 'UTF-8', encoding: 'quoted-printable' };

/** Cyrillic goes as base64. */
function formFor(words: string): TextForm {
  const foreign = (words.match(/[^\x00-\x7f]/g) ?? []).length;
  if (foreign === 0) return { charset: 'UTF-8', encoding: '7bit' };
  return foreign * 4 > words.length ? { charset: 'UTF-8', encoding: 'base64' } : QUOTED;
}
