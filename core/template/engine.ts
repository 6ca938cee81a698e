/**
 * Liquid with all doors locked: people write templates into cells, so a template may show values and choose
 * between texts, and nothing else. No files, no prototypes, no filters but the listed ones, limits on everything.
 */
import { Liquid } from 'liquidjs';
import type { Language } from '../language';
import type { PluralForms } from '../time/plural';
import { plural } from '../time/plural';

const TAGS = ['if', 'unless', 'case', 'for', 'assign', 'comment', '#'];
const FILTERS = ['default', 'escape', 'upcase', 'downcase'];

/** A mail of this length is no mail any more. */
const LONGEST_TEMPLATE = 50_000;
/**
 * Milliseconds by the clock: a usual template takes less than one. The only brake on loops inside loops: liquidjs 10.30
 * documents a templateLimit too, but does not look at it. Wide enough for the first letter of a machine that is busy.
 */
const LONGEST_RENDER = 2_000;
const MOST_MEMORY = 1_000_000;

const engines = new Map<Language, Liquid>();

export function engineFor(language: Language): Liquid {
  const known = engines.get(language);
  if (known) return known;
  const engine = lockedEngine(language);
  engines.set(language, engine);
  return engine;
}

function lockedEngine(language: Language): Liquid {
  const engine = new Liquid({
    templates: {},
    ownPropertyOnly: true,
    strictFilters: true,
    // So that {% if session.link %} is false for an empty text, as anybody would expect.
    jsTruthy: true,
    // {{ person }} for {{ person.name }}: nothing is better than "[object Object]" in a mail.
    outputEscape: shown,
    parseLimit: LONGEST_TEMPLATE,
    renderLimit: LONGEST_RENDER,
    memoryLimit: MOST_MEMORY,
  });
  keepOnly(engine.tags, TAGS);
  keepOnly(engine.filters, FILTERS);
  // {{ count }} {{ count | plural: "godzina", "godziny", "godzin" }}
  engine.registerFilter('plural', (count: unknown, ...forms: unknown[]) => {
    const [first, ...more] = forms.map(String);
    return first === undefined ? '' : plural(language, Number(count), [first, ...more] satisfies PluralForms);
  });
  return engine;
}

function shown(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

function keepOnly(registry: Record<string, unknown>, allowed: readonly string[]): void {
  for (const name of Object.keys(registry)) {
    if (!allowed.includes(name)) delete registry[name];
  }
}
