/**
 * What becomes of a text that is entered as a person would type it (ValueInputOption.USER_ENTERED).
 * https://developers.google.com/workspace/sheets/api/reference/rest/v4/ValueInputOption
 *
 * Read here: numbers with the separators of the locale, percents, TRUE and FALSE, ISO dates and times in every
 * locale, and the day-first or month-first dates of the locales below. Google reads much more (money, month
 * names, fractions, AM/PM), without documenting how: a text that it might read so is refused rather than stored
 * as something else than Google would store.
 */
import { badRequest, notEmulated } from './area';
import { separatorsOf } from './number-pattern';
import { serialOf, timeSerial } from './serial';
import type { CellFormat, Scalar } from './state';

export interface Entered {
  readonly value: Scalar | null;
  /** The format that Sheets gives to a cell without one, when what was typed shows what it is. */
  readonly numberFormat: NonNullable<CellFormat['numberFormat']> | null;
}

const NOTHING: Entered = { value: null, numberFormat: null };
const TIME = String.raw`(\d{1,2}):(\d{2})(?::(\d{2}))?`;
const ISO = new RegExp(String.raw`^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]${TIME})?$`);
const DOTTED = new RegExp(String.raw`^(\d{1,2})\.(\d{1,2})\.(\d{4})(?: ${TIME})?$`);
const SLASHED = new RegExp(String.raw`^(\d{1,2})/(\d{1,2})/(\d{4})(?: ${TIME})?$`);
const ONLY_TIME = new RegExp(`^${TIME}$`);

/** Texts that Google may read as something else than text, in ways it does not document. */
const DOUBTFUL: readonly RegExp[] = [
  /^[-(]?\s*[$€£¥₴]\s*[-(]?\d/,
  /^-?\d[\d.,\s]*\s*(?:[$€£¥₴]|zł|грн\.?)$/i,
  /^\(\d[\d.,]*\)$/,
  /^-?\d+([.,]\d+)?e[+-]?\d+$/i,
  /^\d{1,4}[/.-]\d{1,4}(?:[/.-]\d{1,4})?(?: \d.*)?$/,
  /^\d{1,2}(?::\d{2}){0,2}\s*[ap]\.?m\.?$/i,
  /^\d{1,2}[ -]\p{L}{3,}\.?(?:[ ,-]+\d{2,4})?$/u,
  /^\p{L}{3,}\.? \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?$/u,
];

/** @throws ApiError 501 for a formula, or a text whose reading by Google is not known */
export function readEntered(text: string, locale: string): Entered {
  if (text === '') return NOTHING;
  if (text.startsWith("'")) return { value: text.slice(1), numberFormat: null };
  const typed = text.trim();
  if (typed.startsWith('=')) throw notEmulated(`formulas: ${clipped(typed)}`);
  const separators = separatorsOf(locale);
  const number = readNumber(typed, separators.decimal, separators.group);
  if (number !== null) return number;
  if (typed.startsWith('+')) throw notEmulated(`formulas: ${clipped(typed)}`);
  if (/^(true|false)$/i.test(typed)) return { value: /^true$/i.test(typed), numberFormat: null };
  const date = readDate(typed, locale);
  if (date !== null) return date;
  if (DOUBTFUL.some((pattern) => pattern.test(typed))) {
    throw notEmulated(
      `how Google reads "${clipped(typed)}" as USER_ENTERED in the locale ${locale}; ` +
        "write it RAW, or with a leading ' to keep it as text",
    );
  }
  return { value: text, numberFormat: null };
}

function readNumber(typed: string, decimal: string, group: string): Entered | null {
  const d = decimal === '.' ? String.raw`\.` : decimal;
  // Group separators of pl and uk are no-break spaces; people type plain ones.
  const g = /\s/.test(group) ? '[ \\u00a0\\u202f]' : `\\${group}`;
  const match = new RegExp(`^([+-]?)(\\d+|\\d{1,3}(?:${g}\\d{3})+)?(?:${d}(\\d+))?(%)?$`).exec(typed);
  if (match === null || (match[2] === undefined && match[3] === undefined)) return null;
  const whole = (match[2] ?? '').replaceAll(/\D/g, '');
  const fraction = match[3] ?? '';
  const size = Number(`${whole === '' ? '0' : whole}.${fraction === '' ? '0' : fraction}`);
  const value = match[1] === '-' ? -size : size;
  if (match[4] === undefined) return { value, numberFormat: null };
  return { value: value / 100, numberFormat: { type: 'PERCENT', pattern: fraction === '' ? '0%' : '0.00%' } };
}

function readDate(typed: string, locale: string): Entered | null {
  const iso = ISO.exec(typed);
  if (iso) return dated(iso, [1, 2, 3], 'yyyy-mm-dd');
  const dotted = DOTTED.exec(typed);
  if (dotted && /^(pl|uk|de|cs|sk)/.test(locale)) return dated(dotted, [3, 2, 1], 'dd.mm.yyyy');
  const slashed = SLASHED.exec(typed);
  if (slashed && locale === 'en_US') return dated(slashed, [3, 1, 2], 'm/d/yyyy');
  if (slashed && locale === 'en_GB') return dated(slashed, [3, 2, 1], 'dd/mm/yyyy');
  const time = ONLY_TIME.exec(typed);
  if (time === null) return null;
  const [hour, minute, second] = [Number(time[1]), Number(time[2]), Number(time[3] ?? 0)];
  // 25:00 is a duration for Sheets, with a format of its own.
  if (hour > 23) throw notEmulated(`durations: ${clipped(typed)}`);
  if (minute > 59 || second > 59) return null;
  const pattern = time[3] === undefined ? 'hh:mm' : 'hh:mm:ss';
  return { value: timeSerial(hour, minute, second), numberFormat: { type: 'TIME', pattern } };
}

/** @param order where year, month and day are among the groups of the match; the time follows as 4, 5, 6 */
function dated(
  match: RegExpExecArray,
  order: readonly [number, number, number],
  pattern: string,
): Entered | null {
  const [year, month, day] = order.map((group) => Number(match[group])) as [number, number, number];
  const timed = match[4] !== undefined;
  const value = serialOf(
    year,
    month,
    day,
    Number(match[4] ?? 0),
    Number(match[5] ?? 0),
    Number(match[6] ?? 0),
  );
  // 2026-02-30 stays a text, as in Sheets.
  if (value === null) return null;
  return {
    value,
    numberFormat: timed
      ? { type: 'DATE_TIME', pattern: `${pattern} hh:mm${match[6] === undefined ? '' : ':ss'}` }
      : { type: 'DATE', pattern },
  };
}

/** A value of a `values` array as it is to be stored. */
export function readInput(input: unknown, raw: boolean, locale: string): Entered {
  if (typeof input === 'string') {
    const entered = raw
      ? { value: input === '' ? null : input, numberFormat: null }
      : readEntered(input, locale);
    return entered;
  }
  if (typeof input === 'boolean') return { value: input, numberFormat: null };
  if (typeof input === 'number' && Number.isFinite(input)) return { value: input, numberFormat: null };
  throw badRequest(`Invalid values: supported value types are bool, string and double, not ${typeof input}.`);
}

function clipped(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
