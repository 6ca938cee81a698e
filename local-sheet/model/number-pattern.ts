/**
 * Number patterns of number formats: digits, grouping, decimals, percent, exponent and literal text.
 * https://developers.google.com/workspace/sheets/api/guides/formats#number_format_patterns
 */

export interface NumberPattern {
  readonly prefix: string;
  readonly suffix: string;
  readonly leastInteger: number;
  readonly leastDecimals: number;
  readonly mostDecimals: number;
  readonly grouped: boolean;
  readonly percent: boolean;
  /** Digits of the exponent; 0 is a plain number. */
  readonly exponentDigits: number;
}

const LITERAL = String.raw`(?:"[^"]*"|\\.|[\s$€£zł₴()+\-/:%])*`;
const PATTERN = new RegExp(String.raw`^(${LITERAL})([#0,]*[#0])(?:\.([0#]+))?(?:E\+(0+))?(${LITERAL})$`, 's');

/** @returns null when the pattern holds anything that is not listed above */
export function parseNumberPattern(pattern: string): NumberPattern | null {
  const match = PATTERN.exec(pattern);
  if (match === null) return null;
  const [, prefix = '', digits = '', decimals = '', exponent = '', suffix = ''] = match;
  return {
    prefix: unquoted(prefix),
    suffix: unquoted(suffix),
    leastInteger: digits.replaceAll(/[^0]/g, '').length,
    leastDecimals: decimals.replaceAll(/[^0]/g, '').length,
    mostDecimals: decimals.length,
    grouped: digits.includes(','),
    percent: /%/.test(prefix.replaceAll(/"[^"]*"/g, '') + suffix.replaceAll(/"[^"]*"/g, '')),
    exponentDigits: exponent.length,
  };
}

function unquoted(text: string): string {
  return text.replaceAll(
    /"([^"]*)"|\\(.)/gs,
    (_, quoted: string | undefined, single: string | undefined) => quoted ?? single ?? '',
  );
}

export interface Separators {
  readonly decimal: string;
  readonly group: string;
}

export function separatorsOf(locale: string): Separators {
  const parts = new Intl.NumberFormat(locale.replace('_', '-')).formatToParts(1_234_567.5);
  return {
    decimal: parts.find((part) => part.type === 'decimal')?.value ?? '.',
    group: parts.find((part) => part.type === 'group')?.value ?? ',',
  };
}

export function formatNumber(value: number, pattern: NumberPattern, separators: Separators): string {
  const size = Math.abs(pattern.percent ? value * 100 : value);
  const body =
    pattern.exponentDigits > 0 ? scientific(size, pattern, separators) : plain(size, pattern, separators);
  const isZero = !/[1-9]/.test(body);
  return `${value < 0 && !isZero ? '-' : ''}${pattern.prefix}${body}${pattern.suffix}`;
}

function plain(size: number, pattern: NumberPattern, separators: Separators): string {
  const [whole = '0', decimals = ''] = rounded(size, pattern.mostDecimals).split('.');
  const integer = (whole === '0' && pattern.leastInteger === 0 ? '' : whole).padStart(
    pattern.leastInteger,
    '0',
  );
  const grouped = pattern.grouped ? integer.replaceAll(/\B(?=(\d{3})+$)/g, separators.group) : integer;
  let tail = decimals;
  while (tail.length > pattern.leastDecimals && tail.endsWith('0')) tail = tail.slice(0, -1);
  return tail === '' ? grouped : `${grouped}${separators.decimal}${tail}`;
}

function scientific(size: number, pattern: NumberPattern, separators: Separators): string {
  const [mantissa = '0', exponent = '+0'] = size.toExponential(pattern.mostDecimals).split('e');
  const digits = exponent.slice(1).padStart(pattern.exponentDigits, '0');
  return `${mantissa.replace('.', separators.decimal)}E${exponent.charAt(0)}${digits}`;
}

/** Half away from zero on the decimal digits, where toFixed would round 1.005 by its binary value. */
function rounded(size: number, decimals: number): string {
  if (size >= 1e21) return size.toFixed(0);
  const [mantissa = '0', exponent = '0'] = size.toExponential().split('e');
  const shifted = Math.round(Number(`${mantissa}e${Number(exponent) + decimals}`));
  if (shifted >= 1e21) return size.toFixed(decimals);
  const digits = BigInt(shifted)
    .toString()
    .padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/**
 * A number without a format, as the automatic format shows it: whole numbers in full, others to ten significant
 * digits. Google documents no digits for it; this is what its sheets show for 1/3 and π.
 */
export function automaticNumber(value: number, separators: Separators): string {
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e15) return String(value);
  const exact = String(value);
  // Few enough signs to need no rounding: the common case, and toFixed is slow.
  if (exact.length <= 10 && !exact.includes('e')) return exact.replace('.', separators.decimal);
  if (size >= 1e15 || size < 1e-9) {
    const [mantissa = '0', exponent = '+0'] = Number(value.toPrecision(6)).toExponential().split('e');
    return `${mantissa.replace('.', separators.decimal)}E${exponent.charAt(0)}${exponent.slice(1).padStart(2, '0')}`;
  }
  // From 1 to ten thousand million the ten digits are decimals too, and a rounded double prints them shortest.
  if (size >= 1 && size < 1e10) return String(Number(value.toPrecision(10))).replace('.', separators.decimal);
  const text = value.toFixed(size < 1 ? 10 : 0);
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return short.replace('.', separators.decimal);
}
