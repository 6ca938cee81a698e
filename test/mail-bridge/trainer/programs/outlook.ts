/** Outlook: the one of Office, whose pages Word makes, the new one, and the app on a phone. */
import { decode, encode } from 'iconv-lite';
import type { Language } from '../../../../core/language';
import {
  answered,
  headersOf,
  type Letter,
  LONG_DAY,
  moment,
  type Program,
  TIME,
  type Typed,
  withPicture,
} from './answering';
import { escaped, file, mailBytes, picture, several, type TextForm, text } from './mime';

interface Words {
  readonly from: string;
  readonly sent: string;
  readonly to: string;
  readonly subject: string;
  readonly answer: string;
  readonly phone: string;
  /** Character set of text that Exchange hands on. */
  readonly charset: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    from: 'From:',
    sent: 'Sent:',
    to: 'To:',
    subject: 'Subject:',
    answer: 'Re:',
    phone: 'Get Outlook for Android',
    charset: 'iso-8859-1',
  },
  pl: {
    from: 'Od:',
    sent: 'Wysłano:',
    to: 'Do:',
    subject: 'Temat:',
    answer: 'Odp:',
    phone: 'Pobierz aplikację Outlook dla systemu Android',
    charset: 'iso-8859-2',
  },
  uk: {
    from: 'Від:',
    sent: 'Надіслано:',
    to: 'Кому:',
    subject: 'Тема:',
    answer: 'Відп:',
    phone: 'Завантажте Outlook для Android',
    charset: 'windows-1251',
  },
};

const RULER = '________________________________';
const CONTENT_ID = 'image001.png@01DC5C2A.5A0D7F50';
const PHONE_LINK = 'https://aka.ms/AAb9ysg';

/** Sent, in the order and the words of its own header. */
function blockOf(letter: Letter, { language }: Typed): readonly (readonly [string, string])[] {
  const { from, sent, to, subject } = WORDS[language];
  const at = `${moment(letter.at, language, LONG_DAY)} ${moment(letter.at, language, TIME)}`;
  const person = ({ name, address }: Letter['from']) => (name === '' ? address : `${name} <${address}>`);
  return [
    [from, person(letter.from)],
    [sent, at],
    [to, person(letter.to)],
    [subject, letter.subject],
  ];
}

const plainBlock = (letter: Letter, typed: Typed): string =>
  blockOf(letter, typed)
    .map(([label, value]) => `${label} ${value}`)
    .join('\n');

const shownBlock = (letter: Letter, typed: Typed, bold: (label: string) => string): string =>
  blockOf(letter, typed)
    .map(([label, value]) => `${bold(label)} ${escaped(value)}`)
    .join('<br>\n');

export const outlookOfOffice: Program = (letter, typed) => {
  const block = shownBlock(letter, typed, (label) => `<b><span>${label}</span></b>`);
  const paragraph = (inside: string) => `<p class="MsoNormal">${inside || '&nbsp;'}<o:p></o:p></p>`;
  const words = withPicture(
    typed.words.map(escaped),
    typed,
    `<img width="624" height="351" src="cid:${CONTENT_ID}" alt="Screenshot">`,
  );
  return outlook(letter, typed, {
    text: `${typedText(typed)}\n\n${plainBlock(letter, typed)}\n\n${letter.text}\n`,
    html:
      '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name="Generator" content="Microsoft Word 15">' +
      '</head><body lang="EN-US" link="#467886"><div class="WordSection1">' +
      `${words.map(paragraph).join('\n')}${paragraph('')}<div><div style="border:none;border-top:solid #E1E1E1 1.0pt;` +
      `padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal">${block}<o:p></o:p></p></div></div>${paragraph('')}` +
      `${letter.html}</div></body></html>`,
    mailer: 'Microsoft Outlook 16.0',
  });
};

export const newOutlook: Program = (letter, typed) => {
  const font = 'font-family: Aptos, sans-serif; font-size: 12pt; color: rgb(0, 0, 0);';
  const lines = withPicture(
    typed.words.map(escaped),
    typed,
    `<img src="cid:${CONTENT_ID}" alt="" width="624" height="351">`,
  ).map((line) => `<div class="elementToProof" style="${font}">${line || '<br>'}</div>`);
  const { name } = typed.from;
  return outlook(letter, typed, {
    text: `${typedText(typed)}\n\n${name}\n${RULER}\n${plainBlock(letter, typed)}\n\n${letter.text}\n`,
    html:
      `<html><head></head><body dir="ltr">${lines.join('')}<div id="Signature" style="color: inherit;"><p>` +
      `${escaped(name)}</p></div><div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1">` +
      '<div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif" style="font-size:11pt" color="#000000">' +
      `${shownBlock(letter, typed, (label) => `<b>${label}</b>`)}</font><div>&nbsp;</div></div>` +
      `<div>${letter.html}</div></body></html>`,
  });
};

export const outlookOnAPhone: Program = (letter, typed) => {
  const { phone } = WORDS[typed.language];
  const lines = withPicture(typed.words.map(escaped), typed, `<img src="cid:${CONTENT_ID}">`).map(
    (line) => `<div dir="auto">${line || '<br>'}</div>`,
  );
  return outlook(letter, typed, {
    text: `${typedText(typed)}\n\n${phone}<${PHONE_LINK}>\n${RULER}\n${plainBlock(letter, typed)}\n\n${letter.text}\n`,
    html:
      `<html><head></head><body>${lines.join('')}<div id="ms-outlook-mobile-signature" dir="auto"><div><br></div>` +
      `<a href="${PHONE_LINK}">${phone}</a></div>` +
      '<div id="mail-editor-reference-message-container" dir="auto"><br><hr style="display: inline-block; width: 98%;">' +
      `<div id="divRplyFwdMsg" style="font-size: 11pt;">${shownBlock(letter, typed, (label) => `<strong>${label}</strong>`)}` +
      `<br></div><br>${letter.html}</div></body></html>`,
  });
};

interface Look {
  readonly text: string;
  readonly html: string;
  readonly mailer?: string;
}

const typedText = (typed: Typed): string => withPicture(typed.words, typed, `[cid:${CONTENT_ID}]`).join('\n');

function outlook(letter: Letter, typed: Typed, { text: plain, html, mailer }: Look): Promise<Buffer> {
  const { charset, answer } = WORDS[typed.language];
  // Exchange takes the small set where every sign of the mail is in it.
  const fits = [plain, html].every((words) => decode(encode(words, charset), charset) === words);
  const form: TextForm = {
    charset: fits ? charset : 'utf-8',
    encoding: typed.language === 'uk' ? 'base64' : 'quoted-printable',
  };
  const both = several('alternative', text('plain', plain, form), text('html', html, form));
  const shown =
    typed.picture === undefined
      ? both
      : several('related', both, picture({ ...typed.picture, contentId: CONTENT_ID }));
  const root = typed.file === undefined ? shown : several('mixed', shown, file(typed.file));
  const headers = headersOf(letter, typed, {
    subject: answered(letter.subject, answer),
    idAt: 'AM9PR01MB0001.eurprd01.prod.outlook.test',
    ...(mailer === undefined ? {} : { mailer }),
  });
  const more = [
    ['Thread-Topic', letter.subject],
    ['Thread-Index', THREAD],
  ] as const;
  return mailBytes([...headers, ...more], root, '_000_');
}

const THREAD = 'AQHcXCpadkY0hE1bQkOVc2pTT7o9zg==';
