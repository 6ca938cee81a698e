/**
 * How mail programs answer in English, Polish and Ukrainian: what they write above the mail they quote, as text and as
 * HTML. The wording and the markup are those of the programs; people and places are invented.
 */

export type Language = 'en' | 'pl' | 'uk';
export const LANGUAGES: readonly Language[] = ['en', 'pl', 'uk'];

export interface Client {
  readonly name: string;
  /** The lines above the quoted mail, null where the program does not exist in that language. */
  readonly intro: Readonly<Record<Language, string | null>>;
  /** signs: every quoted line begins with `>`. bare: the mail follows as it is. */
  readonly quotes: 'signs' | 'bare';
  /** What the program puts under the answer by itself. */
  readonly signature?: Readonly<Record<Language, string>>;
  /** The HTML around the answer, null for programs that send plain text. */
  readonly html: ((own: string, intro: string, quoted: string, signature: string) => string) | null;
  /** The program lets people write below the quote or between its lines. */
  readonly below: boolean;
}

export interface Words {
  readonly own: readonly string[];
  readonly quoted: readonly string[];
  readonly second: readonly string[];
}

export const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    own: ['Thank you, it works now.', 'Could you move my group to Tuesday?', '', 'Kind regards', 'Anna'],
    second: ['Yes, the one at five.'],
    quoted: ['Dear Anna,', 'your group begins on Monday.', 'Which hour do you mean?', 'The office'],
  },
  pl: {
    own: ['Dziękuję, już działa.', 'Czy mogę przenieść się na wtorek?', '', 'Pozdrawiam', 'Anna'],
    second: ['Tak, tę o siedemnastej.'],
    quoted: ['Dzień dobry,', 'Pani grupa zaczyna w poniedziałek.', 'O którą godzinę chodzi?', 'Biuro'],
  },
  uk: {
    own: ['Дякую, тепер працює.', 'Чи можна перейти на вівторок?', '', 'З повагою', 'Ганна'],
    second: ['Так, ту, що о сімнадцятій.'],
    quoted: ['Добрий день,', 'Ваша група починає в понеділок.', 'Про яку годину йдеться?', 'Офіс'],
  },
};

const escaped = (text: string): string => text.replace(/</g, '&lt;').replace(/>/g, '&gt;');
const lines = (text: string): string => text.split('\n').join('<br>\n');
const bold = (intro: string): string => lines(escaped(intro).replace(/^([^:\n]+:)/gm, '<b>$1</b>'));
const outlookHeader: Client['intro'] = {
  en: 'From: Office <office@school.example>\nSent: Monday, November 3, 2025 10:15 AM\nTo: Anna Nowak <anna@client.example>\nSubject: RE: Tuesday group',
  pl: 'Od: Biuro <office@school.example>\nWysłano: poniedziałek, 3 listopada 2025 10:15\nDo: Anna Nowak <anna@client.example>\nTemat: RE: Grupa wtorkowa',
  uk: 'Від: Офіс <office@school.example>\nНадіслано: понеділок, 3 листопада 2025 р. 10:15\nКому: Ганна Новак <anna@client.example>\nТема: RE: Група у вівторок',
};
const blockquote = (own: string, intro: string, quoted: string): string =>
  `<div>${own}</div><div>${lines(escaped(intro))}</div><blockquote style="border-left:1px solid #ccc;padding-left:1ex">${quoted}</blockquote>`;
const apple = (own: string, intro: string, quoted: string, signature: string): string =>
  `<html><body dir="auto">${own}<br id="lineBreakAtBeginningOfSignature"><div dir="ltr">${signature}</div><div dir="ltr"><br><blockquote type="cite">${escaped(intro)}<br><br></blockquote></div><blockquote type="cite"><div dir="ltr">${quoted}</div></blockquote></body></html>`;
const outlookWeb = (own: string, intro: string, quoted: string, signature: string): string =>
  `<div class="elementToProof">${own}</div><div id="Signature">${signature}</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri">${bold(intro)}</font></div><div>${quoted}</div>`;

export const CLIENTS: readonly Client[] = [
  {
    name: 'Gmail',
    intro: {
      en: 'On Mon, Nov 3, 2025 at 10:15 AM Office <office@school.example> wrote:',
      pl: 'pon., 3 lis 2025 o 10:15 Biuro <office@school.example> napisał(a):',
      uk: 'пн, 3 лист. 2025 р. о 10:15 Офіс <office@school.example> пише:',
    },
    quotes: 'signs',
    below: true,
    html: (own, intro, quoted) =>
      `<div dir="ltr">${own}</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">${escaped(intro)}<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex">${quoted}</blockquote></div>`,
  },
  {
    name: 'Gmail, wrapped behind a long name',
    intro: {
      en: 'On Mon, Nov 3, 2025 at 10:15 AM Office of the School, Warsaw <\noffice@school.example> wrote:',
      pl: 'pon., 3 lis 2025 o 10:15 Biuro Szkoły Języków Obcych, Warszawa <\noffice@school.example> napisał(a):',
      uk: 'пн, 3 лист. 2025 р. о 10:15 Офіс школи іноземних мов, Київ <\noffice@school.example> пише:',
    },
    quotes: 'signs',
    below: true,
    html: null,
  },
  {
    name: 'Outlook for Windows',
    intro: outlookHeader,
    quotes: 'bare',
    below: false,
    html: (own, intro, quoted) =>
      `<div class="WordSection1"><p class="MsoNormal">${own}<o:p></o:p></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal">${bold(intro)}<o:p></o:p></p></div></div><p class="MsoNormal">${quoted}</p></div>`,
  },
  {
    name: 'Outlook on the web',
    intro: {
      en: `________________________________\n${outlookHeader.en}`,
      pl: `________________________________\n${outlookHeader.pl}`,
      uk: `________________________________\n${outlookHeader.uk}`,
    },
    quotes: 'bare',
    below: false,
    html: (own, intro, quoted) => outlookWeb(own, intro.replace(/^_+\n/, ''), quoted, ''),
  },
  {
    name: 'Outlook for phones',
    intro: {
      en: `________________________________\n${outlookHeader.en}`,
      pl: `________________________________\n${outlookHeader.pl?.replace('Wysłano:', 'Wysłane:')}`,
      uk: `________________________________\n${outlookHeader.uk}`,
    },
    quotes: 'bare',
    below: false,
    signature: {
      en: 'Get Outlook for iOS<https://aka.ms/o0ukef>',
      pl: 'Pobierz aplikację Outlook dla systemu Android<https://aka.ms/AAb9ysg>',
      uk: 'Отримайте Outlook для iOS<https://aka.ms/o0ukef>',
    },
    html: (own, intro, quoted, signature) =>
      outlookWeb(
        `${own}<div id="ms-outlook-mobile-signature">${escaped(signature)}</div>`,
        intro.replace(/^_+\n/, ''),
        quoted,
        '',
      ),
  },
  {
    name: 'Apple Mail',
    intro: {
      en: 'On 3 Nov 2025, at 10:15, Office <office@school.example> wrote:',
      pl: 'Wiadomość napisana przez Biuro <office@school.example> w dniu 3 lis 2025, o godz. 10:15:',
      uk: '3 лист. 2025 р. о 10:15 Офіс <office@school.example> написав(ла):',
    },
    quotes: 'signs',
    below: true,
    html: (own, intro, quoted) =>
      `<html><body style="overflow-wrap: break-word;">${own}<br id="lineBreakAtBeginningOfMessage"><div><br><blockquote type="cite"><div>${escaped(intro)}</div><br class="Apple-interchange-newline"><div>${quoted}</div></blockquote></div><br></body></html>`,
  },
  {
    name: 'iPhone',
    intro: {
      en: 'On Nov 3, 2025, at 10:15 AM, Office <office@school.example> wrote:',
      pl: 'W dniu 3 lis 2025, o godz. 10:15, użytkownik Biuro <office@school.example> napisał:',
      uk: '3 лист. 2025 р. о 10:15, Офіс <office@school.example> пише:',
    },
    quotes: 'signs',
    below: false,
    signature: { en: 'Sent from my iPhone', pl: 'Wysłane z iPhone’a', uk: 'Надіслано з iPhone' },
    html: apple,
  },
  {
    name: 'Thunderbird',
    intro: {
      en: 'On 03/11/2025 10:15, Office wrote:',
      pl: 'W dniu 3.11.2025 o 10:15, Biuro pisze:',
      uk: '03.11.25 10:15, Офіс пише:',
    },
    quotes: 'signs',
    below: true,
    html: (own, intro, quoted) =>
      `<body>${own}<br><div class="moz-cite-prefix">${intro}<br></div><blockquote type="cite" cite="mid:1@school.example">${quoted}</blockquote><br></body>`,
  },
  {
    name: 'onet',
    intro: {
      en: null,
      pl: 'W dniu 2025-11-03 10:15:42 użytkownik Biuro <office@school.example> napisał:',
      uk: null,
    },
    quotes: 'signs',
    below: true,
    html: blockquote,
  },
  {
    name: 'wp and o2',
    intro: {
      en: null,
      pl: 'Dnia 3 listopada 2025 10:15 Biuro <office@school.example> napisał(a):',
      uk: null,
    },
    quotes: 'bare',
    below: false,
    html: (own, intro, quoted) =>
      `<div>${own}</div><div class="nh_extra"><p>${escaped(intro)}</p><blockquote class="nh_quote">${quoted}</blockquote></div>`,
  },
  {
    name: 'interia',
    intro: {
      en: null,
      pl: 'Od: "Biuro" <office@school.example>\nDo: "Anna Nowak" <anna@client.example>;\nWysłane: 10:15 Poniedziałek 2025-11-03\nTemat: Re: Grupa wtorkowa\n',
      uk: null,
    },
    quotes: 'signs',
    below: true,
    html: blockquote,
  },
  {
    name: 'ukr.net',
    intro: {
      en: null,
      pl: null,
      uk: '3 листопада 2025, 10:15:42, від "Офіс" <office@school.example>:\n',
    },
    quotes: 'signs',
    below: true,
    html: blockquote,
  },
  {
    name: 'ukr.net with a ruler, i.ua',
    intro: {
      en: null,
      pl: null,
      uk: '--- Оригінальне повідомлення ---\nВід кого: "Офіс" <office@school.example>\nДата: 3 листопада 2025, 10:15:42\n',
    },
    quotes: 'signs',
    below: true,
    html: blockquote,
  },
  {
    name: 'Samsung',
    intro: {
      en: '-------- Original message --------\nFrom: Office <office@school.example>\nDate: 03/11/2025 10:15 (GMT+01:00)\nTo: Anna Nowak <anna@client.example>\nSubject: Re: Tuesday group',
      pl: '-------- Oryginalna wiadomość --------\nOd: Biuro <office@school.example>\nData: 3.11.2025 10:15 (GMT+01:00)\nDo: Anna Nowak <anna@client.example>\nTemat: Re: Grupa wtorkowa',
      uk: '-------- Вихідне повідомлення --------\nВід: Офіс <office@school.example>\nДата: 03.11.25 10:15 (GMT+02:00)\nКому: Ганна Новак <anna@client.example>\nТема: Re: Група у вівторок',
    },
    quotes: 'bare',
    below: false,
    signature: {
      en: 'Sent from my Galaxy',
      pl: 'Wysłane z mojego Galaxy',
      uk: 'Надіслано з пристрою Galaxy',
    },
    html: (own, intro, quoted, signature) =>
      `<div dir="auto">${own}</div><div id="composer_signature" dir="auto"><div style="font-size:12px" dir="auto">${signature}</div></div><div><br></div><div align="left" dir="auto" style="font-size:100%;color:#000000"><div>${lines(escaped(intro)).replace(/<br>/g, '</div><div>')}</div><div><br></div></div><div>${quoted}</div>`,
  },
  {
    name: 'Yahoo',
    intro: {
      en: 'On Monday, November 3, 2025 at 10:15:42 AM GMT+1, Office <office@school.example> wrote:',
      pl: 'W dniu poniedziałek, 3 listopada 2025 10:15:42 CET użytkownik Biuro <office@school.example> napisał:',
      uk: 'понеділок, 3 листопада 2025 р. о 10:15:42 EET Офіс <office@school.example> написав(ла):',
    },
    quotes: 'bare',
    below: false,
    html: (own, intro, quoted) =>
      `<div class="yahoo-style-wrap"><div dir="ltr">${own}</div><div><br></div></div><div id="yahoo_quoted_1" class="yahoo_quoted"><div><div>${escaped(intro)}</div><div><br></div><div>${quoted}</div></div></div>`,
  },
  {
    name: 'Proton',
    intro: {
      en: 'On Monday, November 3rd, 2025 at 10:15 AM, Office <office@school.example> wrote:',
      pl: 'poniedziałek, 3 listopada 2025 10:15, Biuro <office@school.example> napisał(a):',
      uk: 'понеділок, 3 листопада 2025 р. о 10:15, Офіс <office@school.example> написав(-ла):',
    },
    quotes: 'signs',
    below: false,
    html: (own, intro, quoted) =>
      `<div style="font-family: Arial">${own}</div><div class="protonmail_signature_block-empty"></div><div class="protonmail_quote">${escaped(intro)}<br><blockquote class="protonmail_quote" type="cite">${quoted}</blockquote><br></div>`,
  },
  {
    name: 'Roundcube',
    intro: {
      en: 'On 2025-11-03 10:15, Office wrote:',
      pl: 'W dniu 2025-11-03 10:15, Biuro napisał(a):',
      uk: 'Офіс писав(ла) 2025-11-03 10:15:',
    },
    quotes: 'signs',
    below: true,
    html: (own, intro, quoted) =>
      `<div>${own}</div><p id="reply-intro">${intro}</p><blockquote type="cite" style="padding:0 0.4em">${quoted}</blockquote>`,
  },
  {
    name: 'Evolution',
    intro: {
      en: 'On Mon, 2025-11-03 at 10:15 +0100, Office wrote:',
      pl: 'W dniu pon, 03.11.2025 o godzinie 10∶15 +0100, użytkownik Biuro napisał:',
      uk: 'У пн, 2025-11-03 у 10:15 +0200, Офіс пише:',
    },
    quotes: 'signs',
    below: true,
    html: (own, intro, quoted) =>
      `<div>${own}</div><div><br></div><div>${intro}</div><blockquote type="cite" style="margin:0 0 0 .8ex">${quoted}</blockquote>`,
  },
  {
    name: 'K-9 Mail',
    intro: {
      en: 'On November 3, 2025 10:15:42 AM GMT+01:00, Office <office@school.example> wrote:',
      pl: 'Dnia 3 listopada 2025 10:15:42 CET, Biuro <office@school.example> napisał/a:',
      uk: '3 листопада 2025 р. 10:15:42 EET, Офіс <office@school.example> пише:',
    },
    quotes: 'signs',
    below: false,
    html: (own, intro, quoted) =>
      `<html><head></head><body>${own}<br><br><div class="gmail_quote">${escaped(intro)}<blockquote class="gmail_quote" style="margin: 0pt">${quoted}</blockquote></div></body></html>`,
  },
  {
    name: 'eM Client',
    intro: {
      en: '------ Original Message ------\nFrom: "Office" <office@school.example>\nTo: "Anna Nowak" <anna@client.example>\nDate: 03/11/2025 10:15:42\nSubject: Re: Tuesday group',
      pl: '------ Wiadomość oryginalna ------\nOd: "Biuro" <office@school.example>\nDo: "Anna Nowak" <anna@client.example>\nData: 03.11.2025 10:15:42\nTemat: Re: Grupa wtorkowa',
      uk: '------ Вихідне повідомлення ------\nВід: "Офіс" <office@school.example>\nКому: "Ганна Новак" <anna@client.example>\nДата: 03.11.2025 10:15:42\nТема: Re: Група у вівторок',
    },
    quotes: 'bare',
    below: false,
    html: null,
  },
  {
    name: 'Outlook Express and old Polish programs',
    intro: {
      en: '----- Original Message ----- \nFrom: "Office" <office@school.example>\nTo: "Anna" <anna@client.example>\nSent: Monday, November 03, 2025 10:15 AM\nSubject: Re: Tuesday group',
      pl: 'Użytkownik Biuro <office@school.example> napisał w wiadomości:',
      uk: null,
    },
    quotes: 'signs',
    below: true,
    html: null,
  },
  {
    name: 'Spark',
    intro: {
      en: 'On 3 Nov 2025 at 10:15 +0100, Office <office@school.example>, wrote:',
      pl: 'Dnia 3 lis 2025 o 10:15 +0100, Biuro <office@school.example>, pisze:',
      uk: null,
    },
    quotes: 'signs',
    below: false,
    html: (own, intro, quoted) =>
      `<div name="messageBodySection"><div dir="auto">${own}</div></div><div name="messageReplySection">${escaped(intro)}<br><blockquote type="cite" class="spark_quote">${quoted}</blockquote></div>`,
  },
];
