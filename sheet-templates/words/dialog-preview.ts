import type { Language, Localized } from '../../core/language';
import { en } from './dialog-preview-en';
import { pl } from './dialog-preview-pl';
import { uk } from './dialog-preview-uk';
import type { PreviewWords } from './dialog-preview-words';

const WORDS: Localized<PreviewWords> = { en, pl, uk };

export function previewWords(language: Language): PreviewWords {
  return WORDS[language];
}
