/** A participant's mail that a colleague hands on from the own inbox, as the programs write that. */
import type { Language } from '../../../../core/language';
import { DAY, headersOf, type Letter, LONG_DAY, moment, quoted, TIME, type Typed } from './answering';
import { escaped, mailBytes, several, type TextForm, text } from './mime';

type Forward = (letter: Letter, typed: Typed) => Promise<Buffer>;

interface Labels {
  readonly from: string;
  readonly date: string;
  readonly to: string;
  readonly subject: string;
}

const LABELS: Readonly<Record<Language, Labels>> = {
  en: { from: 'From:', date: 'Date:', to: 'To:', subject: 'Subject:' },
  pl: { from: 'Od:', date: 'Data:', to: 'Do:', subject: 'Temat:' },
  uk: { from: 'Від:', date: 'Дата:', to: 'Кому:', subject: 'Тема:' },
};
const SENT: Readonly<Record<Language, string>> = { en: 'Sent:', pl: 'Wysłano:', uk: 'Надіслано:' };
const OUTLOOK_SIGN: Readonly<Record<Language, string>> = { en: 'Fw:', pl: 'PD:', uk: 'Переслано:' };
const APPLE_BEGINS: Readonly<Record<Language, string>> = {
  en: 'Begin forwarded message:',
  pl: 'Początek przekazywanej wiadomości:',
  uk: 'Початок пересланого повідомлення:',
};

const UTF8: TextForm = { charset: 'utf-8', encoding: 'quoted-printable' };
const shown = ({ name, address }: Letter['from']): string => `${name} <${address}>`;
const asHtml = (words: string): string => escaped(words).replace(/\n/g, '<br>');

/** Of the labels only the first is translated. */
const gmail: Forward = (letter, typed) => {
  const { language } = typed;
  const at = `${moment(letter.at, language, DAY)}, ${moment(letter.at, language, TIME)}`;
  const block = [
    '---------- Forwarded message ---------',
    `${LABELS[language].from} ${shown(letter.from)}`,
    `Date: ${at}`,
    `Subject: ${letter.subject}`,
    `To: ${shown(letter.to)}`,
  ].join('\n');
  return forwarded(letter, typed, 'Fwd:', {
    plain: `${typed.words.join('\n')}\n\n${block}\n\n\n${letter.text}\n`,
    html:
      `<div dir="ltr">${asHtml(typed.words.join('\n'))}<br><br><div class="gmail_quote gmail_quote_container">` +
      `<div dir="ltr" class="gmail_attr">${asHtml(block)}<br></div><br><br>${asHtml(letter.text)}</div></div>`,
  });
};

const outlook: Forward = (letter, typed) => {
  const { language } = typed;
  const { from, to, subject } = LABELS[language];
  const at = `${moment(letter.at, language, LONG_DAY)} ${moment(letter.at, language, TIME)}`;
  const lines = [
    [from, shown(letter.from)],
    [SENT[language], at],
    [to, shown(letter.to)],
    [subject, letter.subject],
  ];
  const block = lines.map((line) => line.join(' ')).join('\n');
  return forwarded(letter, typed, OUTLOOK_SIGN[language], {
    plain: `${typed.words.join('\n')}\n\n________________________________\n${block}\n\n${letter.text}\n`,
    html:
      `<html><body dir="ltr"><div>${asHtml(typed.words.join('\n'))}</div><div id="appendonsend"></div>` +
      '<hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri">' +
      `${lines.map(([label, value = '']) => `<b>${label}</b> ${escaped(value)}`).join('<br>')}</font></div>` +
      `<div>${asHtml(letter.text)}</div></body></html>`,
  });
};

const apple: Forward = (letter, typed) => {
  const { language } = typed;
  const { from, subject, date, to } = LABELS[language];
  const at = `${moment(letter.at, language, LONG_DAY)}, ${moment(letter.at, language, TIME)}`;
  const block = [
    `${from} ${shown(letter.from)}`,
    `${subject} ${letter.subject}`,
    `${date} ${at}`,
    `${to} ${shown(letter.to)}`,
  ].join('\n');
  const begins = APPLE_BEGINS[language];
  return forwarded(letter, typed, 'Fwd:', {
    plain: `${typed.words.join('\n')}\n\n${begins}\n\n${quoted(`${block}\n\n${letter.text}`)}\n`,
    html:
      `<html><body><div>${asHtml(typed.words.join('\n'))}</div><div><br><blockquote type="cite"><div>${begins}</div><br>` +
      `<div>${asHtml(block)}</div><br><div>${asHtml(letter.text)}</div></blockquote></div></body></html>`,
  });
};

export const FORWARDS = { Gmail: gmail, Outlook: outlook, 'Apple Mail': apple } as const satisfies Record<
  string,
  Forward
>;
// Object.keys of a constant object: its keys are known.
export const FORWARD_NAMES = Object.keys(FORWARDS) as readonly (keyof typeof FORWARDS)[];

function forwarded(
  letter: Letter,
  typed: Typed,
  sign: string,
  { plain, html }: { readonly plain: string; readonly html: string },
): Promise<Buffer> {
  const headers = headersOf(letter, typed, {
    subject: `${sign} ${letter.subject}`,
    idAt: 'mail.people.test',
  });
  return mailBytes(
    headers,
    several('alternative', text('plain', plain, UTF8), text('html', html, UTF8)),
    'forward-',
  );
}
