/** The tracker's words by language. */
import type { Language, Localized } from '../../core/language';
import { en } from './sidebar-en';
import { pl } from './sidebar-pl';
import { uk } from './sidebar-uk';
import type { TrackerWords } from './sidebar-words';

const WORDS: Localized<TrackerWords> = { en, pl, uk };

export function trackerWords(language: Language): TrackerWords {
  return WORDS[language];
}
