import type { Language, Localized } from '../../core/language';
import { healthEn } from './health-en';
import { healthPl } from './health-pl';
import { healthUk } from './health-uk';
import type { HealthWords } from './health-words';

const WORDS: Localized<HealthWords> = { en: healthEn, pl: healthPl, uk: healthUk };

export function healthWords(language: Language): HealthWords {
  return WORDS[language];
}
