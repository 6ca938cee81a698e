/** The starter templates as rows of the Templates tab. */
import { LANGUAGES, type Language, type Localized } from '../../core/language';
import type { Need } from '../../core/session/planned-mail';
import type { RowChange } from '../../core/workbook/rows';
import { TEMPLATE_KEYS, type TemplateKey, type TemplateText, VARIANT_KEYS } from './template-keys';
import { TEMPLATE_NOTES } from './template-notes';
import { en, enVariants } from './templates-en';
import { pl, plVariants } from './templates-pl';
import { uk, ukVariants } from './templates-uk';

export interface StarterTemplate {
  readonly key: TemplateKey;
  readonly audience: 'any' | 'novice' | 'experienced';
  readonly need: Need;
  readonly texts: Localized<TemplateText>;
}

const FOR_ANYONE: readonly StarterTemplate[] = TEMPLATE_KEYS.map((key) => ({
  key,
  audience: 'any',
  need: 'any',
  texts: { en: en[key], pl: pl[key], uk: uk[key] },
}));

const VARIANTS: readonly StarterTemplate[] = VARIANT_KEYS.map((variant) => {
  // The type of VARIANT_KEYS says so: a key, a dot, and one of the three words.
  const [key, of] = variant.split('.') as [TemplateKey, 'novice' | 'experienced' | 'accessible'];
  return {
    key,
    audience: of === 'accessible' ? 'any' : of,
    need: of === 'accessible' ? 'accessible' : 'any',
    texts: { en: enVariants[variant], pl: plVariants[variant], uk: ukVariants[variant] },
  };
});

/**
 * The audience is chosen before the need (core/template/choose.ts), so a beginner with special needs would get the
 * beginners' usual text: the plain wording stands for every audience that has a text of its own.
 */
const ACCESSIBLE_BY_AUDIENCE: readonly StarterTemplate[] = VARIANTS.filter(
  ({ need }) => need === 'accessible',
).flatMap((plain) =>
  VARIANTS.filter(({ key, need }) => key === plain.key && need === 'any').map(({ audience }) => ({
    ...plain,
    audience,
  })),
);

/** All wordings of a template stand together. */
export const STARTER_TEMPLATES: readonly StarterTemplate[] = TEMPLATE_KEYS.flatMap((wanted) =>
  [...FOR_ANYONE, ...VARIANTS, ...ACCESSIBLE_BY_AUDIENCE].filter(({ key }) => key === wanted),
);

/** The text as the firm got it, for when its own is lost or broken. */
export function starterText(key: TemplateKey, language: Language): TemplateText {
  return { en, pl, uk }[language][key];
}

/** Texts in every language, whichever the firm's own: participants are written to in theirs. */
export function templateRows(notesIn: Language): readonly RowChange<'templates'>[] {
  return STARTER_TEMPLATES.flatMap(({ key, audience, need, texts }) =>
    LANGUAGES.map((language) => ({
      key,
      language,
      audience,
      need,
      subject: texts[language].subject,
      body: texts[language].body,
      notes: TEMPLATE_NOTES[key][notesIn],
    })),
  );
}
