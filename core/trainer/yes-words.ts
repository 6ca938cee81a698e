/** "Yes, that is my address", on the first line of an answer to our question, in the words of each language. */
import type { Localized } from '../language';
import { plain } from './command-lines';

const YES: Localized<readonly string[]> = {
  en: [
    'yes',
    'yes please',
    'yes it is',
    'yes it is mine',
    'yes its mine',
    'yes it is me',
    'yes its me',
    'yes that is me',
    'yes thats me',
    'yes that is my address',
    'yes thats mine',
    'yes that is mine',
    'yes this is my address',
    'yes it is my address',
    'yes mine',
    'yes correct',
    'thats mine',
    'yup',
    'yes thats my address',
    'yes i confirm',
    'i confirm',
    'confirmed',
    'confirm',
    'it is mine',
    'its mine',
    'its me',
    'thats me',
    'y',
    'yep',
    'yeah',
    'ok',
  ],
  pl: [
    'tak',
    'tak poproszę',
    'tak proszę',
    'tak to ja',
    'tak to mój adres',
    'tak to jest mój adres',
    'tak to mój',
    'tak to moja skrzynka',
    'tak mój',
    'tak oczywiście',
    'tak moje',
    'tak potwierdzam',
    'tak zgadza się',
    'potwierdzam',
    'zgadza się',
    'to ja',
    'to mój adres',
    'mój',
    't',
  ],
  uk: [
    'так',
    'так це я',
    'так це моя',
    'так моя',
    'так це моя адреса',
    'так це моя пошта',
    'так підтверджую',
    'так вірно',
    'так правильно',
    'підтверджую',
    'це я',
    'це моя адреса',
    'моя',
    'tak',
    'tak pidtverdzhuiu',
  ],
};

const PLAIN: ReadonlySet<string> = new Set(Object.values(YES).flatMap((words) => words.map(plain)));

/** The first line alone: a greeting of the mail program or a name may stand below it. */
export function saysYes(words: string): boolean {
  const first = words.split('\n').find((line) => line.trim() !== '') ?? '';
  if (first.includes('?')) return false;
  return PLAIN.has(
    plain(
      first
        .slice(0, 100)
        .replace(/^[\s#＃]+/, '')
        .replace(/(?:[,.!;:–—\p{Extended_Pictographic}\p{Emoji_Modifier}-]|\ufe0f)+/gu, ' '),
    ),
  );
}
