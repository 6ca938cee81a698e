/** The words of the add-on by language. */
import type { Language, Localized } from '../../core/language';
import { en } from './add-on-en';
import { pl } from './add-on-pl';
import { uk } from './add-on-uk';
import type { AddOnWords } from './add-on-words';

const WORDS: Localized<AddOnWords> = { en, pl, uk };

export function addOnWords(language: Language): AddOnWords {
  return WORDS[language];
}
