/** Renders the templates of the Templates tab. Values are never read as template text. */
import type { Language } from '../language';
import { cleanLine, cleanText } from '../mail/clean-text';
import { engineFor } from './engine';
import type { TemplateProblem } from './template-problem';
import { brokenTemplate } from './template-problem';

export interface TemplateText {
  readonly subject: string;
  readonly body: string;
}

/** What templates see: texts, grouped. Made by view.ts. */
export interface TemplateView {
  readonly [name: string]: string | { readonly [name: string]: string };
}

export type Rendered =
  | {
      readonly kind: 'rendered';
      /** One line, fit for a header. */
      readonly subject: string;
      readonly text: string;
      /** Placeholders that no view knows. They rendered as nothing. */
      readonly problems: readonly TemplateProblem[];
    }
  /** Liquid could not read it: nothing to send. */
  | { readonly kind: 'broken'; readonly problems: readonly TemplateProblem[] };

export function renderTemplate(
  template: TemplateText,
  view: TemplateView,
  options: { readonly language: Language },
): Rendered {
  const subject = renderPart('subject', template.subject, view, options.language);
  const body = renderPart('body', template.body, view, options.language);
  if (subject.text === null || body.text === null) {
    return { kind: 'broken', problems: [...subject.problems, ...body.problems].filter(isBroken) };
  }
  const problems = new Map(
    [...subject.problems, ...body.problems].map((problem) => [JSON.stringify(problem), problem]),
  );
  return {
    kind: 'rendered',
    subject: cleanLine(subject.text),
    text: foldBlankLines(cleanText(body.text)),
    problems: Array.from(problems.values()),
  };
}

/**
 * Full names of what a template shows or asks for, such as `session.link`, in order and without repeats. Its own
 * variables (assign, for) are left out. Empty when the text is no valid template.
 */
export function placeholdersOf(text: string): string[] {
  try {
    return Array.from(new Set(engineFor('en').globalFullVariablesSync(text)));
  } catch {
    return [];
  }
}

interface Parsed {
  readonly pieces: ReturnType<ReturnType<typeof engineFor>['parse']>;
  readonly placeholders: readonly string[];
}

/** A mailing renders the same few texts hundreds of times. */
const parsedTexts = new Map<string, Parsed>();
const MOST_PARSED = 100;
/** The values may be long (a whole answer), a loop must not multiply them. */
const LONGEST_RESULT = 200_000;

function parse(source: string, language: Language): Parsed {
  const name = `${language}\n${source}`;
  let parsed = parsedTexts.get(name);
  if (!parsed) {
    const engine = engineFor(language);
    const pieces = engine.parse(source);
    parsed = { pieces, placeholders: engine.globalFullVariablesSync(pieces) };
    if (parsedTexts.size >= MOST_PARSED) parsedTexts.clear();
    parsedTexts.set(name, parsed);
  }
  return parsed;
}

interface Part {
  readonly text: string | null;
  readonly problems: readonly TemplateProblem[];
}

function renderPart(part: 'subject' | 'body', source: string, view: TemplateView, language: Language): Part {
  try {
    const { pieces, placeholders } = parse(source, language);
    const problems = placeholders
      .filter((name) => !knows(view, name))
      .map((placeholder): TemplateProblem => ({ kind: 'unknown-placeholder', part, placeholder }));
    const text: unknown = engineFor(language).renderSync(pieces, view);
    if (String(text).length > LONGEST_RESULT)
      throw new RangeError('the result is longer than a mail should be');
    return { text: String(text), problems };
  } catch (error) {
    return { text: null, problems: [brokenTemplate(part, error)] };
  }
}

function knows(view: TemplateView, name: string): boolean {
  const [group, member, ...deeper] = name.split('.');
  if (group === undefined || deeper.length > 0 || !owns(view, group)) return false;
  const value = view[group];
  if (member === undefined) return typeof value === 'string';
  return typeof value === 'object' && owns(value, member);
}

/** Not Object.hasOwn, which ES2020 lacks. */
function owns(value: object, name: string): boolean {
  return Object.keys(value).includes(name);
}

/** Blank lines that a left-out {% if %} leaves behind are folded into one. */
function foldBlankLines(text: string): string {
  return text
    .replace(/\n(?:[ \t]*\n){2,}/g, '\n\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
}

function isBroken(problem: TemplateProblem): boolean {
  return problem.kind === 'broken';
}
