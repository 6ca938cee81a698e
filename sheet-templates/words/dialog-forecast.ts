import type { Language, Localized } from '../../core/language';
import { en } from './dialog-forecast-en';
import { pl } from './dialog-forecast-pl';
import { uk } from './dialog-forecast-uk';
import type { ForecastWords } from './dialog-forecast-words';

const WORDS: Localized<ForecastWords> = { en, pl, uk };

export function forecastWords(language: Language): ForecastWords {
  return WORDS[language];
}
