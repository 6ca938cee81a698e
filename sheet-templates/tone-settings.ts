/** The Settings rows with the firm's lists of urgent and angry words: one for each kind and language. */
import * as v from 'valibot';
import { LANGUAGES, type Language, type Localized } from '../core/language';
import { STARTING_TONE_WORDS, TONE_KINDS, type ToneKind, type ToneWords } from '../core/mail/tone';

export type ToneSettingKey = `${ToneKind}_words_${Language}`;
export type ToneSettings = Readonly<Record<ToneSettingKey, readonly string[]>>;

export const TONE_SETTING_KEYS: readonly ToneSettingKey[] = TONE_KINDS.flatMap((kind) =>
  LANGUAGES.map((language) => keyOf(kind, language)),
);

function keyOf(kind: ToneKind, language: Language): ToneSettingKey {
  return `${kind}_words_${language}`;
}

export function isToneSetting(key: string): key is ToneSettingKey {
  return (TONE_SETTING_KEYS as readonly string[]).includes(key);
}

const MOST_WORDS = 300;
const LONGEST_ENTRY = 60;

/** One letter would find nearly every mail: that is a slip of the keyboard and no list. */
const wordList = v.pipe(
  v.string(),
  v.transform((written) =>
    written
      .split(/[,;\n]/)
      .map((entry) => entry.replace(/\s+/g, ' ').trim())
      .filter((entry) => entry !== ''),
  ),
  v.maxLength(MOST_WORDS),
  v.check((entries) =>
    entries.every((entry) => entry.length <= LONGEST_ENTRY && /[\p{L}\p{N}]{2}/u.test(entry)),
  ),
);

export const TONE_SETTING_SCHEMAS = forEveryKey(() => wordList);

export const DEFAULT_TONE_SETTINGS: ToneSettings = forEveryKey(
  (kind, language) => STARTING_TONE_WORDS[language][kind],
);

const NAMES: Localized<Localized> = {
  en: { en: 'English', pl: 'Polish', uk: 'Ukrainian' },
  pl: { en: 'angielskie', pl: 'polskie', uk: 'ukraińskie' },
  uk: { en: 'англійські', pl: 'польські', uk: 'українські' },
};
const ABOUT: Readonly<Record<ToneKind, Localized<(name: string) => string>>> = {
  urgent: {
    en: (name) =>
      `Urgent words (${name}), separated by commas. A new ticket with one of them gets high priority. Beginnings of words will do. Empty: none.`,
    pl: (name) =>
      `Słowa, które znaczą „pilne” (${name}), po przecinku. Nowe zgłoszenie z takim słowem ma wysoki priorytet. Wystarczy początek słowa. Puste: żadne.`,
    uk: (name) =>
      `Слова, що означають «терміново» (${name}), через кому. Нове звернення з таким словом отримує високий пріоритет. Досить початку слова. Порожньо: жодних.`,
  },
  conflict: {
    en: (name) =>
      `Angry words (${name}), separated by commas. They are shown in the Signals column of the ticket. Beginnings of words will do. Empty: none.`,
    pl: (name) =>
      `Słowa gniewu i skargi (${name}), po przecinku. Pokazuje je kolumna Sygnały zgłoszenia. Wystarczy początek słowa. Puste: żadne.`,
    uk: (name) =>
      `Слова гніву та скарги (${name}), через кому. Їх показує стовпець «Сигнали» звернення. Досить початку слова. Порожньо: жодних.`,
  },
};

export const TONE_SETTING_NOTES: Readonly<Record<ToneSettingKey, Localized>> = forEveryKey(
  (kind, language) => ({
    en: ABOUT[kind].en(NAMES.en[language]),
    pl: ABOUT[kind].pl(NAMES.pl[language]),
    uk: ABOUT[kind].uk(NAMES.uk[language]),
  }),
);

/** What the mails are read by. */
export function toneWordsOf(settings: ToneSettings): ToneWords {
  const ofKind = (kind: ToneKind): string[] =>
    LANGUAGES.flatMap((language) => settings[keyOf(kind, language)]);
  return { urgent: ofKind('urgent'), conflict: ofKind('conflict') };
}

function forEveryKey<T>(make: (kind: ToneKind, language: Language) => T): Record<ToneSettingKey, T> {
  const entries = TONE_KINDS.flatMap((kind) =>
    LANGUAGES.map((language) => [keyOf(kind, language), make(kind, language)] as const),
  );
  // Object.fromEntries forgets its keys; these are all of ToneSettingKey.
  return Object.fromEntries(entries) as Record<ToneSettingKey, T>;
}
