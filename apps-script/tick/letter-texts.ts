/** The texts to try in turn for a letter to a colleague: the firm's own, then one that is known to work. */

import type { Language } from '../../core/language';
import { addressKey } from '../../core/mail/addresses';
import type { Roster } from '../../core/sla/alert-recipients';
import { chooseTemplate } from '../../core/template/choose';
import type { TemplateText } from '../../core/template/render';
import { starterText } from '../../sheet-templates/content/templates';
import type { OpenWorkbook } from '../workbook/read-tables';

type Template = Parameters<typeof starterText>[0];

export function letterTexts({
  tables,
  language: firmLanguage,
}: OpenWorkbook<'templates'>): (template: Template, language: Language) => readonly TemplateText[] {
  const templates = tables.templates.rows.map(({ row }) => row);
  return (template, language) => {
    const own = chooseTemplate(templates, template, { language, audience: 'any', firmLanguage });
    const starter = starterText(template, language);
    return own ? [own, starter] : [starter];
  };
}

/** As for alerts: the first language that the Team tab has of the colleague. */
export function languageOf(address: string, { team, firmLanguage }: Roster): Language {
  const key = addressKey(address);
  return team.colleagues.find(({ email }) => email === key)?.languages[0] ?? firmLanguage;
}
