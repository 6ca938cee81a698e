/** How texts are compared: corpora README, "Common rules of comparison". */

import { findAll, removeElement, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';

export function normal(text: string): string {
  return text
    .normalize('NFC')
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t\u00a0]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

export function collapsed(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

export function withoutSpace(text: string): string {
  return text.normalize('NFC').replace(/(?:[\s\u200b-\u200f\u00ad\ufeff\u2060]|\u034f)+/g, '');
}

/** The text of HTML without head, style, script and title. */
export function visibleText(html: string): string {
  const document = parseDocument(html);
  const hidden = findAll(
    (element) => ['head', 'style', 'script', 'title'].includes(element.name),
    document.children,
  );
  for (const element of hidden) removeElement(element);
  return textContent(document);
}

/** Harmonic mean of precision and recall of words. */
export function wordF1(ours: string, theirs: string): number {
  const a = words(ours);
  const b = words(theirs);
  if (a.length === 0 && b.length === 0) return 1;
  const counts = new Map<string, number>();
  for (const word of b) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of a) {
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    counts.set(word, left - 1);
    common++;
  }
  return (2 * common) / (a.length + b.length);
}

/** Share of their words that ours holds. 'ascii': only words that read alike in every charset. */
export function wordRecall(ours: string, theirs: string, which: 'all' | 'ascii' = 'all'): number {
  const wanted = words(theirs).filter((word) => which === 'all' || /^[\x20-\x7e]+$/.test(word));
  const have = new Set(words(ours));
  return wanted.length === 0 ? 1 : wanted.filter((word) => have.has(word)).length / wanted.length;
}

function words(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

export function displayName(name: string): string {
  return collapsed(name)
    .replace(/^["']|["']$/g, '')
    .trim();
}
