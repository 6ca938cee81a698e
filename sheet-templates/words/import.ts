/** The import's words by language. Without the labels of our tabs, so that the page stays small. */
import type { Language, Localized } from '../../core/language';
import { en } from './import-en';
import { pl } from './import-pl';
import { uk } from './import-uk';
import type { ImportWords } from './import-words';

const WORDS: Localized<ImportWords> = { en, pl, uk };

export function importWords(language: Language): ImportWords {
  return WORDS[language];
}
