/**
 * What is wrong with the Templates tab as a whole, before a letter is written with it: texts that nobody can read,
 * placeholders that no letter has, translations that are missing.
 */
import { isLanguage, LANGUAGES, type Language } from '../language';
import { renderTemplate, type TemplateText } from '../template/render';
import type { TemplateProblem } from '../template/template-problem';
import { editDistance } from '../words/edit-distance';
import { slipsAllowed } from '../words/folded';
import type { Row } from '../workbook/rows';
import { KNOWN_VIEW } from './known-view';

export interface TemplateCheckInput {
  readonly templates: readonly Row<'templates'>[];
  readonly steps: readonly Row<'reminders'>[];
  readonly checkpoints: readonly Row<'checkpoints'>[];
  /** Keys of the letters that Rowdesk writes by itself. Where the tab has none of them, it has a text of its own. */
  readonly ownKeys: readonly string[];
  /** Texts of which it is known: reading them again at each tick would cost more than all the rest of it. */
  readonly isSound: (text: TemplateText) => boolean;
  /** The firm's, and those of its participants and sessions. */
  readonly spoken: ReadonlySet<Language>;
}

/** Which of the texts of a key: by whom it is read. */
export interface Variant {
  readonly audience: string;
  readonly need: string;
}

/** Who names a template that is not there. */
export interface TemplateUser {
  readonly tab: 'reminders' | 'checkpoints';
  readonly name: string;
}

export type TemplateFinding =
  /** In its text: it cannot be read, or asks for what no letter has. */
  | { readonly kind: 'text'; readonly row: Row<'templates'>; readonly problem: TemplateProblem }
  | { readonly kind: 'no-language'; readonly key: string }
  | {
      readonly kind: 'missing-languages';
      readonly key: string;
      /** Null: the key has no text at all in these languages. */
      readonly variant: Variant | null;
      readonly has: readonly Language[];
      readonly lacks: readonly Language[];
    }
  /** @property nearest a key of the tab that was perhaps meant */
  | {
      readonly kind: 'no-template';
      readonly key: string;
      readonly user: TemplateUser;
      readonly nearest: string | null;
    };

export function templateFindings(input: TemplateCheckInput): TemplateFinding[] {
  const written = input.templates.filter(({ key, body }) => key.trim() !== '' && body.trim() !== '');
  const languages = languagesInUse(input.spoken, written);
  const byKey = new Map<string, Row<'templates'>[]>();
  for (const row of written) {
    const known = byKey.get(row.key);
    if (known) known.push(row);
    else byKey.set(row.key, [row]);
  }
  const users = usersOf(input);
  const used = new Set([...input.ownKeys, ...users.map(({ key }) => key)]);
  const found: TemplateFinding[] = written.flatMap((row) => (input.isSound(row) ? [] : textFindings(row)));
  for (const [key, rows] of byKey) {
    if (!used.has(key)) continue;
    if (rows.some(({ language }) => language === '')) found.push({ kind: 'no-language', key });
    found.push(...missingIn(key, rows, languages));
  }
  for (const { key, user } of users) {
    if (byKey.has(key) || input.ownKeys.includes(key)) continue;
    found.push({
      kind: 'no-template',
      key,
      user,
      nearest: nearestOf(key, [...byKey.keys(), ...input.ownKeys]),
    });
  }
  return found;
}

/** A row that is being written has no key yet: its text is checked all the same. */
export function textFindings(row: Row<'templates'>): Extract<TemplateFinding, { kind: 'text' }>[] {
  const language = isLanguage(row.language) ? row.language : 'en';
  return renderTemplate(row, KNOWN_VIEW, { language }).problems.map((problem) => ({
    kind: 'text',
    row,
    problem,
  }));
}

/** A language of which the tab has no text at all, and which nobody speaks, is not missing. */
function languagesInUse(
  spoken: ReadonlySet<Language>,
  rows: readonly Row<'templates'>[],
): readonly Language[] {
  const onTab = new Set(rows.map(({ language }) => language));
  return LANGUAGES.filter((language) => spoken.has(language) || onTab.has(language));
}

function missingIn(
  key: string,
  rows: readonly Row<'templates'>[],
  languages: readonly Language[],
): TemplateFinding[] {
  const finding = (variant: Variant | null, own: readonly Row<'templates'>[]): TemplateFinding[] => {
    const has = languages.filter((language) => own.some((row) => row.language === language));
    const lacks = languages.filter((language) => !has.includes(language));
    return has.length === 0 || lacks.length === 0
      ? []
      : [{ kind: 'missing-languages', key, variant, has, lacks }];
  };
  const whole = finding(null, rows);
  const absent = new Set(whole.flatMap((each) => (each.kind === 'missing-languages' ? each.lacks : [])));
  const variants = new Map<string, { readonly variant: Variant; readonly rows: Row<'templates'>[] }>();
  for (const row of rows) {
    const variant = { audience: anyOr(row.audience), need: anyOr(row.need) };
    // The text for anyone is what the whole key is asked for.
    if (variant.audience === 'any' && variant.need === 'any') continue;
    const name = `${variant.audience} ${variant.need}`;
    const known = variants.get(name) ?? { variant, rows: [] };
    known.rows.push(row);
    variants.set(name, known);
  }
  const ofVariants = Array.from(variants.values()).flatMap(({ variant, rows: own }) =>
    // A language that the whole key lacks is said once.
    finding(variant, own).flatMap((each): TemplateFinding[] => {
      if (each.kind !== 'missing-languages') return [];
      const lacks = each.lacks.filter((language) => !absent.has(language));
      return lacks.length === 0 ? [] : [{ ...each, lacks }];
    }),
  );
  return [...whole, ...ofVariants];
}

function anyOr(word: string): string {
  return word === '' || word === 'mixed' ? 'any' : word;
}

function usersOf({ steps, checkpoints }: TemplateCheckInput): { key: string; user: TemplateUser }[] {
  const named = [
    ...steps.map((row) => ({ row, user: { tab: 'reminders', name: row.step } as const })),
    ...checkpoints.map((row) => ({ row, user: { tab: 'checkpoints', name: row.id } as const })),
  ];
  return named.flatMap(({ row, user }) =>
    row.enabled && row.template.trim() !== '' ? [{ key: row.template.trim(), user }] : [],
  );
}

function nearestOf(key: string, keys: readonly string[]): string | null {
  const limit = slipsAllowed(key);
  let nearest: string | null = null;
  let best = limit + 1;
  for (const candidate of keys) {
    const distance = editDistance(key.toLowerCase(), candidate.toLowerCase(), limit);
    if (distance < best) {
      best = distance;
      nearest = candidate;
    }
  }
  return nearest;
}
