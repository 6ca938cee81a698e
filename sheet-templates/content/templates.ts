/** The starter templates as rows of the Templates tab. */
import { LANGUAGES, type Language, type Localized } from '../../core/language';
import type { RowChange } from '../../core/workbook/rows';
import { TEMPLATE_KEYS, TEMPLATE_NOTES, type TemplateKey, type TemplateText } from './template-keys';
import { en } from './templates-en';
import { pl } from './templates-pl';
import { uk } from './templates-uk';

export const STARTER_TEMPLATES: Localized<Readonly<Record<TemplateKey, TemplateText>>> = { en, pl, uk };

/** Texts in every language, whichever the firm's own: participants are written to in theirs. */
export function templateRows(notesIn: Language): readonly RowChange<'templates'>[] {
  return TEMPLATE_KEYS.flatMap((key) =>
    LANGUAGES.map((language) => ({
      key,
      language,
      audience: 'any',
      subject: STARTER_TEMPLATES[language][key].subject,
      body: STARTER_TEMPLATES[language][key].body,
      notes: TEMPLATE_NOTES[key][notesIn],
    })),
  );
}
