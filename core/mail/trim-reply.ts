/**
 * The sender's own words out of a plain text: above, below or between what is quoted.
 *
 * In doubt more is kept: a quote that stays is a blemish, a sentence of the sender that goes is a loss. The whole text
 * is always stored beside it.
 */
import type { Attribution } from './attribution';
import { attributionEndingAt, attributionsOf, isQuoteLine } from './attribution';
import { tidyLines } from './clean-text';
import {
  afterInlineForwardMarker,
  beginsWithOriginalMarker,
  isForwardMarker,
  isOriginalMarker,
  isReplyAboveLine,
} from './forward-markers';
import type { HeaderBlock } from './header-labels';
import { headerBlockAt, isMailHeader } from './header-labels';
import { legalFooterStart } from './legal-footer';
import {
  isMobileSignature,
  isRuler,
  isSignatureDelimiter,
  phoneLineStart,
  signatureStart,
} from './signature';

export interface TrimOptions {
  /** The line that our own mails begin with, such as "-- please reply above this line --". */
  readonly ourMarker?: string;
  /** The first mail of a ticket quotes nobody that we know: only signatures are folded. */
  readonly firstMessage?: boolean;
  /** The signature was found by other means, such as the markup of HTML. */
  readonly keepSignature?: boolean;
}

export interface TrimmedReply {
  readonly reply: string;
  readonly quoted: string;
  readonly signature: string;
  /** Nothing could be told apart: the reply is the whole text. */
  readonly untrimmed: boolean;
}

/** Longer texts are no conversation: pasted logs, newsletters. */
const LONGEST_TEXT = 1_000_000;
const MOST_LINES = 20_000;

type Attributions = ReadonlyMap<number, Attribution>;

interface Cut {
  /** The first line of what introduces the quote, and the first line after that. */
  readonly start: number;
  readonly end: number;
  /** all: everything below is the other mail. quoted: only lines with a quote sign are. */
  readonly takes: 'all' | 'quoted';
}

export function trimReply(text: string, options: TrimOptions = {}): TrimmedReply {
  const whole = text.length > LONGEST_TEXT ? text.trim() : tidyLines(text);
  const unchanged: TrimmedReply = { reply: whole, quoted: '', signature: '', untrimmed: true };
  if (text.length > LONGEST_TEXT) return unchanged;
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  if (lines.length > MOST_LINES) return unchanged;
  if (options.firstMessage === true) return withoutSignature(lines, [], whole, options);
  const marked = aboveMarker(lines, options.ourMarker);
  const { own, quoted } = splitQuotes(marked ?? lines);
  const rest = marked === null ? quoted : [...quoted, ...lines.slice(marked.length)];
  if (own.every((line) => line.trim() === '')) return unchanged;
  return withoutSignature(own, rest, whole, options);
}

function withoutSignature(
  own: readonly string[],
  quoted: readonly string[],
  whole: string,
  options: TrimOptions,
): TrimmedReply {
  const end =
    options.keepSignature === true
      ? phoneLineStart(own)
      : signatureStart(own.slice(0, legalFooterStart(own)));
  const reply = joined(own.slice(0, end));
  if (reply === '') {
    const kept = joined(own);
    return {
      reply: kept === '' ? whole : kept,
      quoted: joined(quoted),
      signature: '',
      untrimmed: quoted.length === 0,
    };
  }
  const signature = joined(own.slice(end));
  return { reply, quoted: joined(quoted), signature, untrimmed: quoted.length === 0 && signature === '' };
}

const joined = (lines: readonly string[]): string => tidyLines(lines.join('\n'));

/** The lines above our own marker, when the sender wrote anything there. */
function aboveMarker(lines: readonly string[], marker: string | undefined): string[] | null {
  const wanted = marker?.trim().toLowerCase();
  const at = lines.findIndex(
    (line) => isReplyAboveLine(line) || (wanted !== undefined && line.toLowerCase().includes(wanted)),
  );
  if (at < 1) return null;
  const above = lines.slice(0, at);
  return above.some((line) => line.trim() !== '' && !isQuoteLine(line)) ? above : null;
}

function splitQuotes(lines: readonly string[]): { own: string[]; quoted: string[] } {
  const attributions = attributionsOf(lines);
  const cut = firstCut(lines, attributions);
  if (cut === null) return withoutTrailingQuote(lines);
  const above = lines.slice(0, cut.start);
  const aboveEnd = withoutLeadOver(above);
  const hasWords = above
    .slice(0, aboveEnd)
    .some((line) => line.trim() !== '' && !isMobileSignature(line) && !isQuoteLine(line));
  if (cut.takes === 'all') {
    if (hasWords) return { own: above.slice(0, aboveEnd), quoted: lines.slice(aboveEnd) };
    // Nothing above: the sender passed a mail on without a word, or answered below without quote signs.
    return { own: [...lines], quoted: [] };
  }
  const own = above.slice(0, aboveEnd);
  const quoted = lines.slice(aboveEnd, cut.end);
  const below = splitBelow(lines, cut.end, attributions);
  if (!hasWords) return { own: [...own, ...below.own], quoted: [...quoted, ...below.quoted] };
  return { own: [...own, '', ...below.own], quoted: [...quoted, ...below.quoted] };
}

/** Under an attribution with quote signs: unquoted lines there are the sender's, unless another mail begins. */
function splitBelow(
  lines: readonly string[],
  from: number,
  attributions: Attributions,
): { own: string[]; quoted: string[] } {
  const own: string[] = [];
  const quoted: string[] = [];
  let at = from;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (isQuoteLine(line)) {
      quoted.push(line);
      at++;
      if (isTailOfQuote(line, lines[at], lines[at + 1])) {
        quoted.push(lines[at] ?? '');
        at++;
      }
      continue;
    }
    const next = cutAt(lines, at, attributions);
    if (next !== null) {
      if (next.takes === 'all') {
        quoted.push(...lines.slice(at));
        break;
      }
      quoted.push(...lines.slice(at, next.end));
      at = next.end;
      continue;
    }
    own.push(line);
    at++;
  }
  return { own, quoted };
}

/**
 * A quoted line that a relay wrapped: the rest of it stands alone before the next quoted line. An answer between two
 * quoted lines looks much the same, so only the middle of a sentence counts.
 */
function isTailOfQuote(quoted: string, rest: string | undefined, next: string | undefined): boolean {
  return (
    rest !== undefined &&
    next !== undefined &&
    !isQuoteLine(rest) &&
    isQuoteLine(next) &&
    quoted.length > 60 &&
    !/[.!?:;…)"”»]\s*$/.test(quoted) &&
    /^\s*[\p{Ll}\d(]/u.test(rest)
  );
}

function firstCut(lines: readonly string[], attributions: Attributions): Cut | null {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    // What a colleague passes on is what the mail is about.
    if (isForwardMarker(line) || afterInlineForwardMarker(line) !== null) return null;
    if (isQuoteLine(line)) continue;
    const cut = cutAt(lines, at, attributions);
    if (cut !== null) return cut;
  }
  return null;
}

/** A cut whose first line is this one. */
function cutAt(lines: readonly string[], at: number, attributions: Attributions): Cut | null {
  const line = lines[at] ?? '';
  if (line.trim() === '' || isQuoteLine(line)) return null;
  if (isOriginalMarker(line) || beginsWithOriginalMarker(line)) {
    return cutOver(lines, at, headerBelow(lines, at + 1)?.end ?? at + 1);
  }
  const block = headerBlockAt(lines, at);
  if (block !== null && isMailHeader(block)) return cutOver(lines, at, block.end);
  const attribution = attributions.get(at);
  return attribution === undefined ? null : cutOver(lines, at, attribution.end);
}

function cutOver(lines: readonly string[], start: number, end: number): Cut {
  return { start, end, takes: quoteBelow(lines, end) ? 'quoted' : 'all' };
}

function headerBelow(lines: readonly string[], from: number): HeaderBlock | null {
  let at = from;
  while (at < Math.min(lines.length, from + 2) && (lines[at] ?? '').trim() === '') at++;
  return headerBlockAt(lines, at, 2);
}

function quoteBelow(lines: readonly string[], from: number): boolean {
  for (let at = from; at < Math.min(lines.length, from + 4); at++) {
    const line = lines[at] ?? '';
    if (line.trim() !== '') return isQuoteLine(line);
  }
  return false;
}

/** Without an attribution only a quote at the very end is taken away: passages quoted on purpose stay. */
function withoutTrailingQuote(lines: readonly string[]): { own: string[]; quoted: string[] } {
  let end = lines.length;
  while (end > 0 && (lines[end - 1] ?? '').trim() === '') end--;
  let start = end;
  while (start > 0 && (isQuoteLine(lines[start - 1] ?? '') || (lines[start - 1] ?? '').trim() === ''))
    start--;
  const isQuote = lines.slice(start, end).some(isQuoteLine);
  if (!isQuote || lines.slice(0, start).every((line) => line.trim() === ''))
    return { own: [...lines], quoted: [] };
  const ownEnd = withoutRuler(lines.slice(0, start));
  return { own: lines.slice(0, ownEnd), quoted: lines.slice(ownEnd) };
}

/** What leads over to the quote: rulers, empty lines, and "Anna wrote:" above the marker of a help desk. */
function withoutLeadOver(lines: readonly string[]): number {
  const end = withoutRuler(lines);
  const attribution = end === 0 ? null : attributionEndingAt(lines.slice(0, end), end - 1);
  return attribution === null ? end : withoutRuler(lines.slice(0, attribution.start));
}

function withoutRuler(lines: readonly string[]): number {
  let end = lines.length;
  while (
    end > 0 &&
    ((lines[end - 1] ?? '').trim() === '' || isRuler(lines[end - 1] ?? '') || isBareDelimiter(lines, end - 1))
  )
    end--;
  return end;
}

function isBareDelimiter(lines: readonly string[], at: number): boolean {
  return isSignatureDelimiter(lines[at] ?? '');
}
