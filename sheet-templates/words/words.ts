import type { Language, Localized } from '../../core/language';
import type { Dictionary } from './dictionary';
import { en } from './en';
import { pl } from './pl';
import { uk } from './uk';

const DICTIONARIES: Localized<Dictionary> = { en, pl, uk };

export function words(language: Language): Dictionary {
  return DICTIONARIES[language];
}
