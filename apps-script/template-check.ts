/** What is wrong with the Templates tab, as rows of Problems and in the preview's words. */
import { isLanguage, LANGUAGES, type Language } from '../core/language';
import type { TemplateText } from '../core/template/render';
import { templateProblemWords } from '../core/template/template-problem';
import {
  type TemplateFinding,
  templateFindings,
  type Variant,
} from '../core/template-check/template-findings';
import type { Instant } from '../core/time/instant';
import type { Row } from '../core/workbook/rows';
import { TEMPLATE_KEYS } from '../sheet-templates/content/template-keys';
import { STARTER_TEMPLATES } from '../sheet-templates/content/templates';
import { choiceLabel, labelOfWord } from '../sheet-templates/labels';
import { TABS } from '../sheet-templates/tabs';
import { templateFindingWords } from '../sheet-templates/words/dialog-findings';
import type { OpenWorkbook } from './workbook/read-tables';

export const TEMPLATE_CHECK_TABLES = [
  'templates',
  'reminders',
  'checkpoints',
  'sessions',
  'participants',
] as const;

type CheckedWorkbook = OpenWorkbook<(typeof TEMPLATE_CHECK_TABLES)[number]>;

interface FindingText {
  readonly what: string;
  readonly todo: string;
}

export function findingsOf({ tables, language }: CheckedWorkbook): TemplateFinding[] {
  const spoken = new Set<Language>([language]);
  for (const { row } of [...tables.participants.rows, ...tables.sessions.rows]) {
    if (isLanguage(row.language)) spoken.add(row.language);
  }
  return templateFindings({
    templates: tables.templates.rows.map(({ row }) => row),
    steps: tables.reminders.rows.map(({ row }) => row),
    checkpoints: tables.checkpoints.rows.map(({ row }) => row),
    ownKeys: TEMPLATE_KEYS,
    isSound: (text) => starterTexts().has(nameOf(text)),
    spoken,
  });
}

/** Those that the program brings along are read by its tests; most firms change a few of them. */
let starters: ReadonlySet<string> | null = null;

function starterTexts(): ReadonlySet<string> {
  starters ??= new Set(
    STARTER_TEMPLATES.flatMap(({ texts }) => LANGUAGES.map((language) => nameOf(texts[language]))),
  );
  return starters;
}

function nameOf({ subject, body }: TemplateText): string {
  return `${subject}\n${body}`;
}

export function templateProblems(workbook: CheckedWorkbook, now: Instant): Row<'problems'>[] {
  return findingsOf(workbook).map((finding) => ({
    key: problemKey(finding),
    at: now,
    ...placeOf(finding),
    ...findingInWords(finding, workbook.language),
  }));
}

export function findingInWords(finding: TemplateFinding, language: Language): FindingText {
  const words = templateFindingWords(language);
  switch (finding.kind) {
    case 'text':
      return templateProblemWords(finding.problem, templateName(finding.row, language), language);
    case 'no-language':
      return words.noLanguage(finding.key);
    case 'missing-languages': {
      const lacks = finding.lacks.map((each) => choiceLabel('language', each, language)).join(', ');
      return finding.variant === null
        ? words.missingLanguages(finding.key, lacks)
        : words.missingVariant(finding.key, variantName(finding.variant, language), lacks);
    }
    case 'no-template': {
      const user = words.user(TABS[finding.user.tab].title[language], finding.user.name);
      return words.noTemplate(finding.key, user, finding.nearest ?? '');
    }
  }
}

/** Such as `Beginners, plain text`; '' for the text that is for anyone. */
export function variantName({ audience, need }: Variant, language: Language): string {
  return [
    audience === 'any' || audience === '' || audience === 'mixed'
      ? ''
      : labelOfWord('audience', audience, language),
    need === 'any' || need === '' ? '' : labelOfWord('template_need', need, language),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** `reminder_1d (Polish, Beginners)`: a key has many texts, and one of them is meant. */
function templateName(row: Row<'templates'>, language: Language): string {
  const which = [labelOfWord('language', row.language, language), variantName(row, language)]
    .filter((part) => part !== '')
    .join(', ');
  return which === '' ? row.key : `${row.key} (${which})`;
}

function placeOf(finding: TemplateFinding): { readonly tab: string; readonly row: string } {
  if (finding.kind === 'no-template') return { tab: finding.user.tab, row: finding.user.name };
  return { tab: 'templates', row: finding.kind === 'text' ? finding.row.key : finding.key };
}

/** Equal as long as there is the same thing to do: a finding that was cleared from the tab is not written again. */
function problemKey(finding: TemplateFinding): string {
  switch (finding.kind) {
    case 'text': {
      const { row, problem } = finding;
      const what = problem.kind === 'broken' ? `broken:${problem.line ?? ''}` : problem.placeholder;
      return `templates:${row.key}:${row.language}:${row.audience}:${row.need}:${problem.part}:${what}`;
    }
    case 'no-language':
      return `templates:${finding.key}:no-language`;
    case 'missing-languages': {
      const which = finding.variant === null ? '' : `${finding.variant.audience}:${finding.variant.need}:`;
      return `templates:${finding.key}:${which}missing:${finding.lacks.join(' ')}`;
    }
    case 'no-template':
      return `${finding.user.tab}:${finding.user.name}:template:${finding.key}`;
  }
}
