/** An answer quotes what it answers, as mail programs do in the language of whoever writes. */
import type { Language } from '../core/language';
import { formatShortMoment } from '../core/time/format';
import type { Instant, Zone, ZoneOffset } from '../core/time/instant';
import type { ReadLetter, Writing } from './letter-box';

export type Quotable = Pick<ReadLetter, 'messageId' | 'references' | 'from' | 'text'> & {
  readonly at: number;
};

export interface QuotingPlace {
  readonly zone: Zone;
  readonly offset: ZoneOffset;
}

export function quoted(
  letter: Quotable,
  language: Language,
  { zone, offset }: QuotingPlace,
): NonNullable<Writing['answers']> {
  const moment = formatShortMoment(letter.at as Instant, zone, language, offset);
  const quote = `${INTRODUCTION[language](moment, letter.from)}\n${letter.text.trim().replace(/^/gm, '> ')}`;
  return { messageId: letter.messageId, references: letter.references, quote };
}

/** `Re: ` once, however often there was an answer. */
export function answerSubject(subject: string): string {
  return `Re: ${subject.replace(/^(\s*re:\s*)+/i, '')}`;
}

const INTRODUCTION: Readonly<Record<Language, (moment: string, from: string) => string>> = {
  en: (moment, from) => `On ${moment}, ${from} wrote:`,
  pl: (moment, from) => `W dniu ${moment} ${from} pisze:`,
  uk: (moment, from) => `${moment}, ${from} пише:`,
};
