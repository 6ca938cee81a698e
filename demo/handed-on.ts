/** Letters that a person passes on, and those that a mail program writes while its owner is away, as Gmail words them. */
import type { Language, Localized } from '../core/language';
import { readSubject } from '../core/mail/subject';
import { formatMoment } from '../core/time/format';
import type { Instant } from '../core/time/instant';
import type { QuotingPlace } from './quoting';

interface HandedOn {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly at: number;
}

const FROM: Localized = { en: 'From', pl: 'Od', uk: 'Від' };

/** @param words of the person above it; '' for none */
export function handedOn(
  letter: HandedOn,
  words: string,
  language: Language,
  { zone, offset }: QuotingPlace,
): { readonly subject: string; readonly text: string } {
  const header = [
    '---------- Forwarded message ---------',
    `${FROM[language]}: ${letter.from}`,
    `Date: ${formatMoment(letter.at as Instant, zone, 'en', offset)}`,
    `Subject: ${letter.subject}`,
    `To: ${letter.to}`,
  ];
  const text = [...(words === '' ? [] : [words, '']), ...header, '', letter.text.trim()].join('\n');
  return { subject: `Fwd: ${readSubject(letter.subject).base}`, text };
}

/** An out-of-office answer. */
export const AWAY: Localized<{ readonly subject: (of: string) => string; readonly text: string }> = {
  en: {
    subject: (of) => `Out of office: ${of}`,
    text: 'Hello,\n\nI am away until Monday and do not read my mail.',
  },
  pl: {
    subject: (of) => `Automatyczna odpowiedź: ${of}`,
    text: 'Dzień dobry,\n\njestem na urlopie do poniedziałku i nie czytam poczty.',
  },
  uk: {
    subject: (of) => `Автоматична відповідь: ${of}`,
    text: 'Добрий день!\n\nЯ у відпустці до понеділка й не читаю пошту.',
  },
};
