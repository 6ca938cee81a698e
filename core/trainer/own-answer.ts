/**
 * What a colleague has written, and nothing that the mail program put below it. Trimming keeps in doubt (core/mail/
 * trim-reply), because a lost sentence of a participant is worse than a quote that stays. Here it is the other way round:
 * what is left over would go on to a participant, links for the team and all.
 */
import type { IncomingMail } from '../intake/incoming';
import { attributionEndingAt, attributionsOf, isQuoteLine } from '../mail/attribution';
import { tidyLines } from '../mail/clean-text';
import {
  afterInlineForwardMarker,
  isForwardMarker,
  isOriginalMarker,
  isReplyAboveLine,
} from '../mail/forward-markers';
import { headerBlockAt, isMailHeader } from '../mail/header-labels';
import { isMobileSignature, isRuler, isSignatureDelimiter } from '../mail/signature';
import { withoutReplyToken } from '../mail/signed-id';
import { trimReply } from '../mail/trim-reply';
import { folded } from '../words/folded';
import type { Agent } from './trainer-mail-types';

type Text = Pick<IncomingMail, 'words' | 'fullText'>;

/** @returns '' when the colleague wrote nothing */
export function ownAnswer(text: Text, agent: Agent): string {
  return withoutReplyToken(signedAnswer(text, agent));
}

/** With the addresses that we signed for the colleague, by which our own letter is known (leaks.ts). */
export function signedAnswer({ words, fullText }: Text, agent: Agent): string {
  const above = ownIn(words, agent);
  return above === '' ? ownIn(belowOurLetter(fullText), agent) : above;
}

function ownIn(text: string, agent: Agent): string {
  const lines = text.split('\n');
  const start = ourLetterStart(lines);
  // Where our letter is still there, trimming has found nothing that it dared cut off, the signature included.
  const above = start === -1 ? lines : trimReply(lines.slice(0, start).join('\n')).reply.split('\n');
  const own = tidyLines(withoutQuoteOnly(withoutLeadOver(above)).join('\n'));
  return saysNothing(own, agent) ? '' : own;
}

const handsOn = (line: string): boolean => isForwardMarker(line) || afterInlineForwardMarker(line) !== null;

/** At its marker line, or at the line by which a program says that it hands a mail on. */
function ourLetterStart(lines: readonly string[]): number {
  return lines.findIndex((line) => isReplyAboveLine(line) || handsOn(line));
}

/**
 * Our letter stands in the mail, and nothing hands it on: an answer, though a mail that the participant had handed on to
 * us may stand in the letter.
 */
export function answersOurLetter(words: string): boolean {
  const lines = words.split('\n');
  const start = ourLetterStart(lines);
  return start !== -1 && !handsOn(lines[start] ?? '');
}

/**
 * Some programs put the cursor below the quote. Only what stands there in one piece counts: a line amid the quote may be
 * the rest of one of ours that was wrapped on the way.
 */
function belowOurLetter(fullText: string): string {
  const lines = fullText.split('\n');
  const start = lines.findIndex((line) => isQuoteLine(line) && isReplyAboveLine(line));
  if (start === -1) return '';
  let end = start;
  while (isQuoteLine(lines[end] ?? '')) end++;
  const below = lines.slice(end);
  return (below[0] ?? '').trim() === '' && !below.some(isQuoteLine) ? trimReply(below.join('\n')).reply : '';
}

/** "On Monday Rowdesk wrote:", a copied header or a ruler, that stand last. */
export function withoutLeadOver(lines: readonly string[]): readonly string[] {
  let end = lines.length;
  for (let before = -1; before !== end; ) {
    before = end;
    while (end > 0 && isRest(lines[end - 1] ?? '')) end--;
    end = leadOverStart(lines, end) ?? end;
  }
  return lines.slice(0, end);
}

function isRest(line: string): boolean {
  return line.trim() === '' || isQuoteLine(line) || isRuler(line) || isOriginalMarker(line);
}

/** A copied header or an attribution holds at most so many lines. */
const LONGEST_LEAD_OVER = 12;

function leadOverStart(lines: readonly string[], end: number): number | undefined {
  const from = Math.max(0, end - LONGEST_LEAD_OVER);
  const last = lines.slice(from, end);
  const attribution = last.length === 0 ? null : attributionEndingAt(last, last.length - 1);
  if (attribution !== null) return from + attribution.start;
  const at = last.findIndex((_, start) => {
    const block = headerBlockAt(last, start);
    return block !== null && isMailHeader(block) && block.end >= last.length;
  });
  return at === -1 ? undefined : from + at;
}

/** A mail that begins with what introduces a quote holds nothing else: trimming found no words in it to keep. */
function withoutQuoteOnly(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== '');
  const line = lines[first] ?? '';
  const block = first === -1 ? null : headerBlockAt(lines, first);
  const isQuote =
    isOriginalMarker(line) ||
    (block !== null && isMailHeader(block)) ||
    attributionsOf(lines.slice(0, first + LONGEST_LEAD_OVER)).has(first);
  return isQuote ? [] : lines;
}

/** "Sent from my iPhone", "-- " with a card below it, or one's name alone. */
export function saysNothing(text: string, { name }: Agent): boolean {
  const written = text.split('\n').filter((line) => line.trim() !== '');
  const [first] = written;
  if (first === undefined || isSignatureDelimiter(first)) return true;
  const own = folded(name);
  return written.every((line) => {
    const said = folded(line);
    return (
      isMobileSignature(line) ||
      said === own ||
      own.split(' ')[0] === said ||
      !/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(line)
    );
  });
}
