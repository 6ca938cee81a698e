/** What every program is given when somebody presses Reply: the letter as it lies in the inbox, and what they type. */
import type { ParsedMail } from 'mailparser';
import type { Language } from '../../../../core/language';

import type { FileToSend } from './mime';

export interface Person {
  readonly name: string;
  readonly address: string;
}

/** A letter as a mail program shows it. */
export interface Letter {
  readonly messageId: string;
  readonly references: readonly string[];
  readonly subject: string;
  readonly from: Person;
  /** Where an answer goes. */
  readonly replyTo: string;
  readonly to: Person;
  readonly at: Date;
  readonly text: string;
  /** What stands within the body of its page. */
  readonly html: string;
}

export interface Typed {
  readonly from: Person;
  readonly language: Language;
  /** Line by line. */
  readonly words: readonly string[];
  /** Shown between the lines: behind so many of them. */
  readonly picture?: FileToSend & { readonly after: number };
  readonly file?: FileToSend;
  readonly cc?: readonly string[];
  /** Instead of the address that the letter asks to be answered at. */
  readonly to?: readonly string[];
  readonly at?: Date;
  readonly messageId?: string;
  /** Further lines of the header. */
  readonly headers?: readonly (readonly [string, string])[];
}

/** The bytes that the program hands to its mail server. */
export type Program = (letter: Letter, typed: Typed) => Promise<Buffer>;

export function letterOf(mail: ParsedMail): Letter {
  const from = firstOf(mail.from);
  return {
    messageId: mail.messageId ?? '',
    references: [mail.references ?? []].flat(),
    subject: mail.subject ?? '',
    from,
    replyTo: firstOf(mail.replyTo).address || from.address,
    to: firstOf(mail.to),
    at: mail.date ?? new Date(),
    text: (mail.text ?? '').trimEnd(),
    html: /<body[^>]*>([\s\S]*)<\/body>/i.exec(mail.html || '')?.[1] ?? (mail.html || ''),
  };
}

function firstOf(field: ParsedMail['from'] | ParsedMail['to']): Person {
  const [first] = [field ?? []].flat().flatMap(({ value }) => value);
  return { name: first?.name ?? '', address: first?.address ?? '' };
}

let answers = 0;

export function headersOf(
  letter: Letter,
  typed: Typed,
  { subject, mailer, idAt }: { readonly subject: string; readonly mailer?: string; readonly idAt: string },
): readonly (readonly [string, string])[] {
  answers += 1;
  const { from, to = [letter.replyTo], cc = [], headers = [], at = new Date() } = typed;
  return [
    ['From', `${from.name} <${from.address}>`],
    ['To', to.join(', ')],
    ...(cc.length === 0 ? [] : [['Cc', cc.join(', ')] as const]),
    ['Subject', subject],
    ['Date', at.toUTCString().replace('GMT', '+0000')],
    ['Message-ID', typed.messageId ?? `<${process.pid}.${answers}@${idAt}>`],
    ['In-Reply-To', letter.messageId],
    ['References', [...letter.references, letter.messageId].join(' ')],
    ...(mailer === undefined ? [] : [['X-Mailer', mailer] as const]),
    ...headers,
  ];
}

/** No program writes its sign a second time. */
export function answered(subject: string, sign: string): string {
  return subject.toLowerCase().startsWith(`${sign.toLowerCase()} `) ? subject : `${sign} ${subject}`;
}

export function moment(at: Date, language: Language, form: Intl.DateTimeFormatOptions): string {
  const locale = language === 'en' ? 'en-US' : language;
  return new Intl.DateTimeFormat(locale, { timeZone: 'Europe/Warsaw', ...form }).format(at);
}

export const DAY = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
export const LONG_DAY = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
export const TIME = { hour: 'numeric', minute: '2-digit' } as const;

export function quoted(words: string): string {
  return words.replace(/^/gm, '> ').replace(/^> $/gm, '>');
}

/** Lines are broken at spaces, as by programs that send no flowed text. */
export function wrapped(words: string, width: number): string {
  return words
    .split('\n')
    .flatMap((line) => {
      const lines: string[] = [];
      let rest = line;
      while (rest.length > width) {
        const space = rest.lastIndexOf(' ', width);
        if (space <= 0) break;
        lines.push(rest.slice(0, space));
        rest = rest.slice(space + 1);
      }
      return [...lines, rest];
    })
    .join('\n');
}

/** The lines with the place of the picture among them. */
export function withPicture<T>(lines: readonly T[], typed: Typed, place: T): readonly T[] {
  const at = typed.picture?.after ?? lines.length;
  return typed.picture === undefined ? lines : [...lines.slice(0, at), place, ...lines.slice(at)];
}
