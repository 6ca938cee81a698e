/** The words of the demo's page. */
import type { Language, Localized } from '../../core/language';
import type { DemoWords } from './dictionary';
import { en } from './en';
import { pl } from './pl';
import { uk } from './uk';

const WORDS: Localized<DemoWords> = { en, pl, uk };

export function demoWords(language: Language): DemoWords {
  return WORDS[language];
}
