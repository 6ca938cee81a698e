/**
 * What of our letter to a colleague is still among the words that are to go on to a participant. Trimming (own-answer.ts)
 * cuts off what mail programs put below an answer; this looks for what only we write, whatever the program made of it: the
 * marker line, addresses and Message-IDs signed for a colleague, the legend of commands, a link to the firm's workbook.
 */

import { LANGUAGES } from '../language';
import { attributionsOf, isQuoteLine } from '../mail/attribution';
import { cutText, tidyLines } from '../mail/clean-text';
import { isReplyAboveLine } from '../mail/forward-markers';
import { headerBlockAt, isMailHeader } from '../mail/header-labels';
import { isMobileSignature, isSignatureDelimiter } from '../mail/signature';
import { withoutReplyToken } from '../mail/signed-id';
import { folded } from '../words/folded';
import { commandLegend } from './legend';
import { withoutLeadOver } from './own-answer';

export type LeakCheck =
  /** Nothing of ours stands in it any more. */
  | { readonly kind: 'clean'; readonly words: string }
  /** It stands amid the colleague's words, or there are none above it. `line` is the first such line. */
  | { readonly kind: 'leaks'; readonly line: string };

/**
 * Cuts where the rest is our letter and nothing else. In doubt it does not: a sentence that would be lost is as bad as one
 * that goes to the wrong reader.
 *
 * @param spreadsheetId '' where there is no workbook whose links to look for
 */
export function withoutLeaks(words: string, spreadsheetId: string): LeakCheck {
  const lines = words.split('\n');
  const at = lines.findIndex((line) => signOf(line, spreadsheetId) !== null);
  const line = lines[at];
  if (line === undefined) return { kind: 'clean', words };
  const head = headAround(lines, at);
  const isLetter = head !== null || isQuoteLine(line) || signOf(line, spreadsheetId) === 'frame';
  const start = head ?? at;
  if (isLetter && isLetterToTheEnd(lines.slice(start))) {
    const above = tidyLines(withoutLeadOver(lines.slice(0, start)).join('\n'));
    if (above !== '') return { kind: 'clean', words: above };
  }
  return { kind: 'leaks', line: cutText(withoutReplyToken(line.trim()), LONGEST_SHOWN) };
}

const LONGEST_SHOWN = 120;

/** `frame`: it stands in our letter only. `word`: a person may write it in a sentence. */
type Sign = 'frame' | 'word';

function signOf(line: string, spreadsheetId: string): Sign | null {
  if (isReplyAboveLine(line) || isLegend(line)) return 'frame';
  if (AGENT_ADDRESS.test(line) || AGENT_ID.test(line) || isLinkTo(spreadsheetId, line)) return 'word';
  return null;
}

const AGENT_ADDRESS = /\+a\.t-[0-9a-z]{5,12}\.[a-z2-7]{16}@/i;
const AGENT_ID = /\bb1a_T-[0-9A-Z]{5,12}\.[A-Za-z0-9-]{1,60}\.[a-z2-7]{16}@/i;

/** Ids of Google are long and random: they need no address around them, which trackers of links take apart. */
const LONG_ID = 20;

function isLinkTo(spreadsheetId: string, line: string): boolean {
  if (spreadsheetId === '') return false;
  return line.includes(spreadsheetId.length < LONG_ID ? `/d/${spreadsheetId}` : spreadsheetId);
}

/** Programs wrap long lines: what both lines of the legend begin with is enough, and nobody else begins so. */
const LEGEND_START = 30;

const LEGENDS: readonly string[] = LANGUAGES.flatMap((language) =>
  commandLegend(language)
    .split('\n')
    .map((line) => folded(line).slice(0, LEGEND_START)),
);

function isLegend(line: string): boolean {
  const said = folded(line.replace(/^[\s>|*]+/, ''));
  return LEGENDS.some((start) => said.startsWith(start));
}

/** A copied header holds at most so many lines. */
const LONGEST_HEADER = 12;

/** Where the attribution or the copied header begins that the line is part of; null: it is part of none. */
function headAround(lines: readonly string[], at: number): number | null {
  for (const { start, end } of attributionsOf(lines).values()) if (start <= at && at < end) return start;
  for (let start = Math.max(0, at - LONGEST_HEADER); start <= at; start++) {
    const block = headerBlockAt(lines, start);
    if (block !== null && isMailHeader(block) && at < block.end) return start;
  }
  return null;
}

/** Our letter as it is, as a quote, or a quote below its head. Words below a quote, or amid it, are the colleague's. */
function isLetterToTheEnd(lines: readonly string[]): boolean {
  const quote = lines.findIndex(isQuoteLine);
  if (quote === -1) return true;
  const below = lines.slice(quote);
  const signature = below.findIndex(isSignatureDelimiter);
  return below
    .slice(0, signature === -1 ? undefined : signature)
    .every((line) => line.trim() === '' || isQuoteLine(line) || isMobileSignature(line));
}
