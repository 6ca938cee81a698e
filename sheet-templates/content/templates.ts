/** The starter templates as rows of the Templates tab. */
import { LANGUAGES, type Language, type Localized } from '../../core/language';
import type { RowChange } from '../../core/workbook/rows';
import {
  TEMPLATE_KEYS,
  TEMPLATE_NOTES,
  type TemplateKey,
  type TemplateText,
  VARIANT_KEYS,
  type VariantKey,
} from './template-keys';
import { en, enVariants } from './templates-en';
import { pl, plVariants } from './templates-pl';
import { uk, ukVariants } from './templates-uk';

export interface StarterTemplate {
  readonly key: TemplateKey;
  readonly audience: 'any' | 'novice' | 'experienced';
  readonly texts: Localized<TemplateText>;
}

const VARIANTS_OF: Readonly<Record<VariantKey, Pick<StarterTemplate, 'key' | 'audience'>>> = {
  'reply.novice': { key: 'reply', audience: 'novice' },
  'reminder_1d.novice': { key: 'reminder_1d', audience: 'novice' },
  'reminder_1d.experienced': { key: 'reminder_1d', audience: 'experienced' },
};

export const STARTER_TEMPLATES: readonly StarterTemplate[] = [
  ...TEMPLATE_KEYS.map((key) => ({
    key,
    audience: 'any' as const,
    texts: { en: en[key], pl: pl[key], uk: uk[key] },
  })),
  ...VARIANT_KEYS.map((variant) => ({
    ...VARIANTS_OF[variant],
    texts: { en: enVariants[variant], pl: plVariants[variant], uk: ukVariants[variant] },
  })),
];

/** The text as the firm got it, for when its own is lost or broken. */
export function starterText(key: TemplateKey, language: Language): TemplateText {
  return { en, pl, uk }[language][key];
}

/** Texts in every language, whichever the firm's own: participants are written to in theirs. */
export function templateRows(notesIn: Language): readonly RowChange<'templates'>[] {
  return STARTER_TEMPLATES.flatMap(({ key, audience, texts }) =>
    LANGUAGES.map((language) => ({
      key,
      language,
      audience,
      subject: texts[language].subject,
      body: texts[language].body,
      notes: TEMPLATE_NOTES[key][notesIn],
    })),
  );
}
