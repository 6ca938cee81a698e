/** What a cell shows: its value through its number format. */
import type { sheets_v4 } from '@googleapis/sheets';
import { notEmulated } from './area';
import { type DatePattern, formatDate, parseDatePattern } from './date-pattern';
import {
  automaticNumber,
  formatNumber,
  type NumberPattern,
  parseNumberPattern,
  type Separators,
  separatorsOf,
} from './number-pattern';
import type { Scalar } from './state';

type NumberFormat = sheets_v4.Schema$NumberFormat;

type Rendering =
  | { readonly kind: 'automatic' | 'text' }
  | { readonly kind: 'date'; readonly pattern: DatePattern }
  | { readonly kind: 'number'; readonly pattern: NumberPattern };

/**
 * Patterns of formats that name a type and no pattern, as the formats guide shows them for en_US. For other
 * locales Google has its own, which it does not document: a format without a pattern is then not emulated.
 */
const ENGLISH_PATTERNS: Readonly<Record<string, string>> = {
  NUMBER: '#,##0.00',
  PERCENT: '0.00%',
  CURRENCY: '$#,##0.00',
  DATE: 'M/d/yyyy',
  TIME: 'h:mm:ss AM/PM',
  DATE_TIME: 'M/d/yyyy H:mm:ss',
  SCIENTIFIC: '0.00E+00',
};
/** The two number patterns that read the same in every language but for their separators. */
const ANY_LOCALE = new Set(['NUMBER', 'PERCENT', 'SCIENTIFIC']);
const DATE_TYPES = new Set(['DATE', 'TIME', 'DATE_TIME']);

/** Cells of one kind share one format object, so most look-ups end at the first map. */
const byFormat = new WeakMap<NumberFormat, { readonly locale: string; readonly rendering: Rendering }>();
const byPattern = new Map<string, Rendering>();
const separators = new Map<string, Separators>();

/** @throws ApiError 501 for a pattern that formatValue could not show */
export function checkNumberFormat(format: NumberFormat | null | undefined, locale: string): void {
  if (format) renderingOf(format, locale);
}

export function isDateFormat(format: NumberFormat | null | undefined): boolean {
  return DATE_TYPES.has(format?.type ?? '');
}

export function formatValue(value: Scalar, format: NumberFormat | null | undefined, locale: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const rendering = format ? renderingOf(format, locale) : ({ kind: 'automatic' } as const);
  switch (rendering.kind) {
    case 'date':
      return formatDate(value, rendering.pattern, locale);
    case 'number':
      return formatNumber(value, rendering.pattern, separatorsFor(locale));
    case 'automatic':
    case 'text':
      return automaticNumber(value, separatorsFor(locale));
  }
}

function separatorsFor(locale: string): Separators {
  const found = separators.get(locale) ?? separatorsOf(locale);
  separators.set(locale, found);
  return found;
}

function renderingOf(format: NumberFormat, locale: string): Rendering {
  const known = byFormat.get(format);
  if (known?.locale === locale) return known.rendering;
  const type = format.type ?? 'NUMBER_FORMAT_TYPE_UNSPECIFIED';
  const key = `${type} ${locale} ${format.pattern ?? ''}`;
  const rendering = byPattern.get(key) ?? findRendering(type, format.pattern ?? '', locale);
  byPattern.set(key, rendering);
  byFormat.set(format, { locale, rendering });
  return rendering;
}

function findRendering(type: string, pattern: string, locale: string): Rendering {
  if (type === 'TEXT' || pattern === '@') return { kind: 'text' };
  const effective = pattern === '' ? patternFor(type, locale) : pattern;
  if (effective === '' || effective === 'General') return { kind: 'automatic' };
  if (DATE_TYPES.has(type)) {
    const date = parseDatePattern(effective);
    if (date !== null) return { kind: 'date', pattern: date };
  } else {
    const number = parseNumberPattern(effective);
    if (number !== null) return { kind: 'number', pattern: number };
  }
  throw notEmulated(`the number format ${type} with the pattern "${effective}"`);
}

function patternFor(type: string, locale: string): string {
  const pattern = ENGLISH_PATTERNS[type] ?? '';
  if (pattern === '' || ANY_LOCALE.has(type) || locale.startsWith('en_US')) return pattern;
  throw notEmulated(`the default ${type} format of the locale ${locale}; give the format a pattern`);
}
