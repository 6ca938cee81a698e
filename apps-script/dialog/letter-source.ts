/** Which text of the Templates tab a letter is written with, and why no other, in words. */
import type { Language } from '../../core/language';
import { choiceLabel, labelOfWord } from '../../sheet-templates/labels';
import { previewWords } from '../../sheet-templates/words/dialog-preview';
import { variantName } from '../template-check';
import type { Letter, Reader } from './letter';

/** Such as `Polish, Beginners`. */
export function readerInWords(reader: Reader, language: Language): string {
  return [languageName(reader.language, language), variantName(reader, language)]
    .filter((part) => part !== '')
    .join(', ');
}

export function whyThisText(
  { chosen, written, words: whose }: Letter,
  reader: Reader,
  language: Language,
): { readonly source: string; readonly why: readonly string[] } {
  const words = previewWords(language);
  if (chosen === null) {
    return written === null ? { source: words.noText, why: [] } : { source: words.starterMissing, why: [] };
  }
  const { row, rowIndex } = chosen;
  const which = [languageName(row.language, language), variantName(row, language)];
  const source = words.rowOf(rowIndex + 1, which.filter((part) => part !== '').join(', '));
  if (whose === 'starter') return { source, why: [written === null ? words.noText : words.starterBroken] };
  const audienceOf = (word: string): string =>
    labelOfWord('audience', word === '' || word === 'mixed' ? 'any' : word, language);
  const why: string[] = [];
  if (row.language !== reader.language) {
    why.push(words.otherLanguage(languageName(reader.language, language), which[0] ?? ''));
    if (row.language === language) why.push(words.firmsLanguage);
  }
  if (reader.audience !== 'any' && audienceOf(row.audience) !== audienceOf(reader.audience)) {
    why.push(words.otherAudience(audienceOf(reader.audience), audienceOf(row.audience)));
  }
  if (reader.audience === 'any' && audienceOf(row.audience) !== audienceOf('any')) {
    why.push(words.anyNeed(audienceOf(row.audience)));
  }
  const need = row.need === '' ? 'any' : row.need;
  if (reader.need === 'accessible' && need === 'any') {
    why.push(words.otherNeed(choiceLabel('template_need', 'accessible', language)));
  }
  if (reader.need === 'any' && need !== 'any')
    why.push(words.anyNeed(labelOfWord('template_need', need, language)));
  return { source, why: why.length === 0 ? [words.fits] : why };
}

/** As it stands in the middle of a sentence: Polish and Ukrainian write languages small. */
function languageName(word: string, language: Language): string {
  const label = labelOfWord('language', word, language);
  return language === 'en' ? label : label.toLowerCase();
}
