/** The texts of a parsed mail in their order. RFC 2046 section 5.1.4: an alternative is one text in several forms. */
import { escapeHtml } from '../../core/mail/escape-html';
import { withoutMarks } from '../../core/mail/quote-marks';
import { decodeText } from './charset';
import { htmlToMarkedText } from './html-text';
import type { MimeLimits, ParsedMime } from './parse-mime';
import type { ParsedNode } from './repairing-parser';

export interface TextBodies {
  readonly plain: string;
  readonly html: string;
}

/** One piece of the body: an alternative has both forms, another part only one. */
interface Piece {
  readonly plain: string | null;
  readonly html: string | null;
}

const DEEPEST = 100;

export function collectTexts(tree: ParsedNode): TextBodies {
  const pieces = piecesOf(tree, 0);
  const anyPlain = pieces.some((piece) => piece.plain !== null);
  const anyHtml = pieces.some((piece) => piece.html !== null);
  const plain = anyPlain
    ? pieces.map((piece) => piece.plain ?? withoutMarks(htmlToMarkedText(piece.html ?? '')))
    : [];
  const html = anyHtml
    ? pieces.map((piece) => piece.html ?? `<pre>${escapeHtml(piece.plain ?? '')}</pre>`)
    : [];
  return { plain: plain.filter((text) => text.trim() !== '').join('\n\n'), html: html.join('\n') };
}

function piecesOf(node: ParsedNode, depth: number): Piece[] {
  if (depth > DEEPEST) return [];
  if (node.children.length === 0) {
    if (node.isAttachment === true || node.textContent === undefined) return [];
    if (node.contentType === 'text/plain') return [{ plain: node.textContent, html: null }];
    if (node.contentType === 'text/html') return [{ plain: null, html: node.textContent }];
    return [];
  }
  const pieces = node.children.flatMap((child) => piecesOf(child, depth + 1));
  if (node.contentType !== 'multipart/alternative') return pieces;
  const plains = pieces.filter((piece) => piece.html === null);
  const htmls = pieces.filter((piece) => piece.html !== null);
  if (plains.length === 0 || htmls.length === 0) return pieces;
  // Apple Mail puts a mixed of several texts into the alternative: all of it together is one form.
  return [
    {
      plain: plains.map((piece) => piece.plain).join('\n\n'),
      html: htmls.map((piece) => piece.html).join('\n'),
    },
  ];
}

/** The body of a multipart without a single part, as text; '' for every other mail. */
export function bodyWithoutParts(raw: Buffer, parsed: ParsedMime, limits: MimeLimits): string {
  const type = parsed.tree?.contentType;
  if (typeof type !== 'string' || !type.startsWith('multipart/')) return '';
  const separator = /\r?\n\r?\n/.exec(raw.toString('latin1', 0, limits.headerBytes));
  if (separator === null) return '';
  const start = separator.index + separator[0].length;
  return decodeText(raw.subarray(start, start + limits.textBytes), '', parsed.charsetHint).text.trim();
}
