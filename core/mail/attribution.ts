/** The line above a quote: "On Mon, Anna wrote:", "W dniu … pisze:", "пн, 3 лист. … пише:". */

import {
  ADDRESS,
  CJK_END,
  DATE,
  DATE_OR_TIME,
  DAY_OF_MONTH,
  ENDS_WITH_VERB,
  QUOTING,
  STARTS,
  STARTS_WITH_DAY,
  TIME,
  VERB_INSIDE,
} from './attribution-words';

const LONGEST = 400;
const MOST_LINES = 6;

export interface Attribution {
  /** Lines from … to (not included). */
  readonly start: number;
  readonly end: number;
}

const stripQuote = (line: string): string =>
  isBracketTail(line) ? line.trim() : line.replace(/^[\s>|]+/, '').trim();
/** The `>` of an address that was wrapped before it, not the sign of a quote. */
const isBracketTail = (line: string): boolean =>
  /^>\s*[:：]?\s*$/.test(line) || (/^>\s/.test(line) && ENDS_WITH_VERB.test(line) && line.trim().length < 30);
export const isQuoteLine = (line: string): boolean => /^\s{0,3}(?:>|\|(?:\s|$))/.test(line);

/** All attributions of a text by the line they begin with: each line is looked at once. */
export function attributionsOf(lines: readonly string[]): ReadonlyMap<number, Attribution> {
  const found = new Map<number, Attribution>();
  for (let last = 0; last < lines.length; last++) {
    const attribution = attributionEndingAt(lines, last);
    if (attribution !== null && !found.has(attribution.start)) found.set(attribution.start, attribution);
  }
  return found;
}

/** The attribution that ends at a line, null when that line ends none. */
export function attributionEndingAt(lines: readonly string[], last: number): Attribution | null {
  const line = lines[last] ?? '';
  if (line.length > LONGEST || !mayEnd(line)) return null;
  if (isQuoteLine(line) && !isBracketTail(line)) return null;
  const below = whatFollows(lines, last + 1);
  let joined = '';
  let weak: Attribution | null = null;
  for (let start = last; start >= 0 && start > last - MOST_LINES; start--) {
    const part = stripQuote(lines[start] ?? '');
    // Some HTML conversions leave an empty line within; only a dangling bracket proves it.
    if (part === '') {
      if (!dangles(joined)) break;
      continue;
    }
    if (part.length > LONGEST || (start < last && !mayRunOn(part))) break;
    joined = joined === '' ? part : `${part} ${joined}`;
    if (joined.length > LONGEST) break;
    const verdict = judge(joined, below);
    if (verdict === 'whole') return { start: beginsAbove(lines, start) ? start - 1 : start, end: last + 1 };
    if (verdict === 'weak' && weak === null) weak = { start, end: last + 1 };
  }
  return weak;
}

/** A date that was wrapped in its middle: "On Monday, November 3rd, 2025 at" stands alone above the rest. */
function beginsAbove(lines: readonly string[], start: number): boolean {
  const above = (lines[start - 1] ?? '').trim();
  if (above.length < 12 || above.length > 100 || isQuoteLine(above)) return false;
  const dangles = /(?:,|\s(?:at|o|о|в|um|à|le|on))$/u.test(above);
  if ((!dangles && (lines[start - 2] ?? '').trim() !== '') || /[!?:;]$/.test(above)) return false;
  return (
    STARTS.test(above) &&
    (DATE_OR_TIME.test(above) || DAY_OF_MONTH.test(above)) &&
    !STARTS_WITH_DAY.test((lines[start] ?? '').trim())
  );
}

/** Most lines end no attribution: one look at their end settles it. */
function mayEnd(line: string): boolean {
  const text = line.trimEnd().slice(-60);
  const last = text.charAt(text.length - 1);
  if (last === ':' || last === '：' || last === '>' || last === '-') return true;
  return (
    last !== '.' &&
    last !== ',' &&
    last !== '!' &&
    last !== '?' &&
    (ENDS_WITH_VERB.test(text) || CJK_END.test(text))
  );
}

function dangles(text: string): boolean {
  return /^\s*(?:>|<|mailto:)/.test(text);
}

const SENTENCE_END = /(?:\p{Ll}{5,}|\p{L}[\p{Ll}’']{3,})\.$/u;
const LONGEST_LAST_WORD = 30;

/**
 * May a line be the first part of an attribution that was wrapped? Sentences end, and the sender's closing words are
 * short ("Kind regards"): neither is pulled into the attribution that follows them.
 */
function mayRunOn(part: string): boolean {
  const last = part.charAt(part.length - 1);
  if ('!?;:…'.includes(last)) return false;
  // The word before the full stop is all that counts; a search through the whole line would cost its length squared.
  if (last === '.' && SENTENCE_END.test(part.slice(-LONGEST_LAST_WORD))) return false;
  return part.length >= 25 || /\d|[<(,]$/.test(part) || STARTS.test(part);
}

type Following = 'quote' | 'indented' | 'nothing' | 'text';

/** What may stand between the name and the verb: a sentence that happens to end in "wrote:" is longer. */
const MOST_WORDS = 7;

/** whole: nothing more above belongs to it. weak: an attribution, but its beginning may stand above. */
function judge(text: string, below: Following): 'whole' | 'weak' | null {
  const hasDate = DATE_OR_TIME.test(text);
  const hasAddress = ADDRESS.test(text);
  if (!balanced(text)) return null;
  const quotedBelow = below === 'quote';
  const starts = STARTS.test(text);
  const endsWithVerb = ENDS_WITH_VERB.test(text) || CJK_END.test(text);
  const colonAtEnd = /[:：]\s*-*$/.test(text);
  const verb = endsWithVerb || (colonAtEnd && VERB_INSIDE.test(text));
  if (verb && hasDate && (starts || hasAddress)) {
    if (DATE.test(text) && (starts || hasAddress)) return 'whole';
    // "At 10:15 the trainer wrote:" tells a story, unless a quote follows or an address says who it was.
    if (starts && (hasAddress || below !== 'text' || isMoment(text))) return 'whole';
    return hasAddress ? 'weak' : null;
  }
  // ukr.net, mail.ru: a date, an address and a colon, without a verb.
  if (colonAtEnd && hasDate && hasAddress && starts) return 'whole';
  if (QUOTING.test(text) && (hasAddress || quotedBelow)) return 'whole';
  // Languages that write the name last: a date, then the address, a colon, and the quote.
  if (quotedBelow && DATE.test(text) && /<[^<>\s]+@[^<>]+>\s*[:：]$/.test(text)) return 'whole';
  // Gmail of old: date and address, then the quote.
  if (quotedBelow && hasDate && DATE.test(text) && hasAddress && starts && />\s*:?$/.test(text))
    return 'whole';
  if (!verb || !colonAtEnd) return null;
  if (hasAddress) return 'weak';
  if (below === 'text' || (below === 'indented' && !DATE.test(text))) return null;
  return hasDate || text.split(/\s+/).length <= MOST_WORDS ? 'weak' : null;
}

const isMoment = (text: string): boolean => DAY_OF_MONTH.test(text) && TIME.test(text);

function balanced(text: string): boolean {
  let open = 0;
  for (const sign of text) {
    if (sign === '<') open++;
    else if (sign === '>') open--;
    if (open < 0) return false;
  }
  return open === 0;
}

/** The first filled line below; `nothing` where HTML marked the quote and it is gone already. */
function whatFollows(lines: readonly string[], from: number): Following {
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line.trim() === '') continue;
    if (isQuoteLine(line) && at < from + 3) return 'quote';
    return /^(?: {4}|\t)/.test(line) ? 'indented' : 'text';
  }
  return 'nothing';
}
