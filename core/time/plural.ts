/** Plural forms without Intl, which Apps Script and Node might answer differently. Rules: Unicode CLDR, cardinal. */
import type { Language } from '../language';

/**
 * - en: `[one, other]`
 * - pl, uk: `[one, few, many]`, and where a fraction takes another form than `few`, `[one, few, many, fraction]`
 *   (`1,5 dnia`, `1,5 дня`)
 *
 * A missing form falls back to the last one given.
 */
export type PluralForms = readonly [string, ...string[]];

type Category = 0 | 1 | 2 | 3;

export function plural(language: Language, n: number, forms: PluralForms): string {
  const category = pluralCategory(language, n);
  if (category === 3 && forms.length < 4) return forms[1] ?? forms[0];
  return forms[category] ?? forms[forms.length - 1] ?? forms[0];
}

function pluralCategory(language: Language, n: number): Category {
  const count = Math.abs(n);
  if (language === 'en') return count === 1 ? 0 : 1;
  if (!Number.isInteger(count)) return 3;
  const ones = count % 10;
  const tens = count % 100;
  const few = ones >= 2 && ones <= 4 && !(tens >= 12 && tens <= 14);
  const one = language === 'pl' ? count === 1 : ones === 1 && tens !== 11;
  return one ? 0 : few ? 1 : 2;
}

/** With a decimal comma in Polish and Ukrainian, two digits at most. */
export function formatNumber(language: Language, n: number): string {
  const text = String(Math.round(n * 100) / 100);
  return language === 'en' ? text : text.replace('.', ',');
}
