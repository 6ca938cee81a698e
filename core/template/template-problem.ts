/** What is wrong with a template, as data and in words for the person who wrote it. */
import type { Language, Localized } from '../language';

export type TemplateProblem =
  | { readonly kind: 'unknown-placeholder'; readonly part: 'subject' | 'body'; readonly placeholder: string }
  | {
      readonly kind: 'broken';
      readonly part: 'subject' | 'body';
      /** Line of the text, from 1; null when Liquid does not say. */
      readonly line: number | null;
      /** What Liquid says, in English. */
      readonly detail: string;
    };

/** Liquid's message is "what it is, line:1, col:7" and then the lines around it. */
export function brokenTemplate(part: 'subject' | 'body', error: unknown): TemplateProblem {
  const message = error instanceof Error ? error.message : String(error);
  const line = /\bline:(\d+)/.exec(message)?.[1];
  const detail = (message.split('\n')[0] ?? '').replace(/,?\s*line:\d+(, col:\d+)?/, '').trim();
  return { kind: 'broken', part, line: line === undefined ? null : Number(line), detail };
}

const PART_WORDS: Localized<Readonly<Record<'subject' | 'body', string>>> = {
  en: { subject: 'the subject', body: 'the text' },
  pl: { subject: 'temacie', body: 'treści' },
  uk: { subject: 'темі', body: 'тексті' },
};

const LINE_WORDS: Localized = { en: 'line', pl: 'wiersz', uk: 'рядок' };

interface ProblemWords {
  readonly what: string;
  readonly todo: string;
}

/** @param template how people know it, such as its key */
export function templateProblemWords(
  problem: TemplateProblem,
  template: string,
  language: Language,
): ProblemWords {
  const part = PART_WORDS[language][problem.part];
  if (problem.kind === 'unknown-placeholder') return UNKNOWN[language](template, part, problem.placeholder);
  const place = problem.line === null ? part : `${part}, ${LINE_WORDS[language]} ${problem.line}`;
  return BROKEN[language](template, place, problem.detail);
}

const UNKNOWN: Localized<(template: string, part: string, placeholder: string) => ProblemWords> = {
  en: (template, part, placeholder) => ({
    what: `Template “${template}”: nothing is called {{${placeholder}}} in ${part}, so that place stays empty.`,
    todo: 'Check the spelling of the placeholder on the Templates tab.',
  }),
  pl: (template, part, placeholder) => ({
    what: `Szablon „${template}”: w ${part} jest {{${placeholder}}}, a niczego takiego nie znamy. To miejsce zostaje puste.`,
    todo: 'Sprawdź pisownię tego pola na karcie Szablony.',
  }),
  uk: (template, part, placeholder) => ({
    what: `Шаблон «${template}»: у ${part} є {{${placeholder}}}, але такого поля немає. Це місце лишається порожнім.`,
    todo: 'Перевірте написання цього поля на вкладці «Шаблони».',
  }),
};

const BROKEN: Localized<(template: string, place: string, detail: string) => ProblemWords> = {
  en: (template, place, detail) => ({
    what: `Template “${template}” cannot be read (${place}): ${detail}. Nothing is sent with it.`,
    todo: 'Correct it on the Templates tab: each {{ needs its }}, each {% if %} its {% endif %}.',
  }),
  pl: (template, place, detail) => ({
    what: `Szablonu „${template}” nie da się odczytać (w ${place}): ${detail}. Nic z niego nie wysyłamy.`,
    todo: 'Popraw go na karcie Szablony: każde {{ wymaga }}, a każde {% if %} wymaga {% endif %}.',
  }),
  uk: (template, place, detail) => ({
    what: `Шаблон «${template}» не вдається прочитати (у ${place}): ${detail}. За ним нічого не надсилаємо.`,
    todo: 'Виправте його на вкладці «Шаблони»: кожне {{ має своє }}, кожне {% if %} — своє {% endif %}.',
  }),
};
