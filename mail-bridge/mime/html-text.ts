/** HTML to text, once per mail, with the quotes and signatures of mail programs marked (core/mail/quote-marks). */
import type { FormatCallback, HtmlToTextOptions } from 'html-to-text';
import { compile } from 'html-to-text';
import { cleanText, tidyLines } from '../../core/mail/clean-text';
import {
  CUT,
  CUT_SELECTORS,
  QUOTE_BEGIN,
  QUOTE_END,
  QUOTE_SELECTORS,
  SIGNATURE_BEGIN,
  SIGNATURE_END,
  SIGNATURE_SELECTORS,
  SPLIT_QUOTE_SELECTORS,
} from '../../core/mail/quote-marks';
import { flattenHtml } from './flatten-html';
import { type MarkedPicture, markPicture, replacePictureMarks } from './picture-marks';

/** Converting takes time that grows with size and depth; a cell holds 50,000 signs. */
const LONGEST_HTML = 1_000_000;
const DEEPEST_HTML = 200;

type Node = Parameters<FormatCallback>[0];

function marking(begin: string, end: string): FormatCallback {
  return (element, walk, builder) => {
    builder.openBlock({ leadingLineBreaks: 1 });
    walk(element.children, builder);
    builder.closeBlock({ trailingLineBreaks: 1, blockTransform: (text) => begin + text + end });
  };
}

const isBlockquote = (node: Node): boolean => (node as { name?: string }).name === 'blockquote';

const splitQuote: FormatCallback = (element, walk, builder) => {
  const children = (element.children ?? []) as Node[];
  const first = children.findIndex(isBlockquote);
  const end = first === -1 ? children.length : first + 1;
  builder.openBlock({ leadingLineBreaks: 1 });
  walk(children.slice(0, end), builder);
  builder.closeBlock({
    trailingLineBreaks: 1,
    blockTransform: (text) => QUOTE_BEGIN + text + QUOTE_END,
  });
  builder.openBlock({ leadingLineBreaks: 1 });
  walk(children.slice(end), builder);
  builder.closeBlock({ trailingLineBreaks: 1 });
};

const cut: FormatCallback = (element, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 1 });
  builder.addLiteral(CUT);
  builder.closeBlock({ trailingLineBreaks: 1 });
  walk(element.children, builder);
};

const HEADER_LABEL =
  /^\s*(?:From|Sent|To|Od|Wysłano|Do|Від|Надіслано|Кому|От|Отправлено|Von|Gesendet|De|Envoyé|Enviado|Da|Inviato|Van|Verzonden|Från|Fra|Skickat|Odesláno|Feladó)\s*:/i;

const ruler: FormatCallback = (element, _walk, builder) => {
  // Outlook on the web and Hotmail: a ruler, then From: in bold.
  if (HEADER_LABEL.test(textAfter(element, 200))) {
    builder.openBlock({ leadingLineBreaks: 1 });
    builder.addLiteral(CUT);
    builder.closeBlock({ trailingLineBreaks: 1 });
    return;
  }
  builder.openBlock({ leadingLineBreaks: 1 });
  builder.closeBlock({ trailingLineBreaks: 1 });
};

/** Outlook writes each line as a paragraph without margins: no empty lines between those. */
const paragraph: FormatCallback = (element, walk, builder) => {
  const { class: className = '', style = '' } = (element.attribs ?? {}) as Record<string, string>;
  const tight =
    /\bMso(?:Normal|PlainText|ListParagraph)/.test(className) ||
    /margin(?:-bottom|-top)?\s*:\s*0/i.test(style);
  block(element, walk, builder, tight ? 1 : 2);
};

/**
 * A line above, and a header under it: Outlook. Hidden elements are read like others: what a program hides may be all
 * that a person reads elsewhere, and nothing of a mail is lost.
 */
const styledBlock: FormatCallback = (element, walk, builder) => {
  const { style = '' } = (element.attribs ?? {}) as Record<string, string>;
  if (
    /border-top\s*:\s*(?:solid|#|\d)[^;]*(?:solid|pt|px)/i.test(style) &&
    HEADER_LABEL.test(textOf(element, 200))
  ) {
    cut(element, walk, builder, {});
    return;
  }
  block(element, walk, builder, 1);
};

function block(
  element: Node,
  walk: Parameters<FormatCallback>[1],
  builder: Parameters<FormatCallback>[2],
  lines: number,
): void {
  builder.openBlock({ leadingLineBreaks: lines });
  walk(element.children, builder);
  builder.closeBlock({ trailingLineBreaks: lines });
}

/** The first text inside an element, looking at no more nodes than needed. */
function textOf(node: Node, longest: number): string {
  let out = '';
  const open: Node[] = [node];
  for (let seen = 0; open.length > 0 && out.length < longest && seen < 200; seen++) {
    const next = open.pop();
    if (next === undefined) break;
    if (next.type === 'text') out += (next as { data?: string }).data ?? '';
    const children = (next.children ?? []) as Node[];
    for (let at = children.length - 1; at >= 0; at--) open.push(children[at] as Node); // at < length
  }
  return out;
}

/** The text that follows an element, its siblings and those of its ancestors. */
function textAfter(node: Node, longest: number): string {
  let out = '';
  let from: Node | null = node;
  for (let climbed = 0; from !== null && climbed < 6 && out.trim().length < longest; climbed++) {
    let next = (from as { next?: Node | null }).next ?? null;
    for (let steps = 0; next !== null && steps < 10 && out.trim() === ''; steps++) {
      out += textOf(next, longest);
      next = (next as { next?: Node | null }).next ?? null;
    }
    if (out.trim() !== '') return out;
    from = (from as { parent?: Node | null }).parent ?? null;
  }
  return out;
}

const PLAIN_BLOCK = { leadingLineBreaks: 2, trailingLineBreaks: 2 };

const OPTIONS: HtmlToTextOptions = {
  wordwrap: false,
  limits: { maxInputLength: LONGEST_HTML, maxDepth: DEEPEST_HTML, ellipsis: '' },
  formatters: {
    quoteMark: marking(QUOTE_BEGIN, QUOTE_END),
    splitQuote,
    signatureMark: marking(SIGNATURE_BEGIN, SIGNATURE_END),
    cut,
    ruler,
    mailParagraph: paragraph,
    styledBlock,
  },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    { selector: 'style', format: 'skip' },
    { selector: 'script', format: 'skip' },
    { selector: 'title', format: 'skip' },
    { selector: 'head', format: 'skip' },
    { selector: 'p', format: 'mailParagraph' },
    { selector: 'div', format: 'styledBlock' },
    { selector: 'hr', format: 'ruler' },
    { selector: 'ul', options: { itemPrefix: '  ', ...PLAIN_BLOCK } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
      selector,
      options: { uppercase: false, ...PLAIN_BLOCK },
    })),
    { selector: 'table', options: { ...PLAIN_BLOCK, leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: 'tr', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: 'td', format: 'styledBlock' },
    ...QUOTE_SELECTORS.map((selector) => ({ selector, format: 'quoteMark' })),
    ...SPLIT_QUOTE_SELECTORS.map((selector) => ({ selector, format: 'splitQuote' })),
    ...SIGNATURE_SELECTORS.map((selector) => ({ selector, format: 'signatureMark' })),
    ...CUT_SELECTORS.map((selector) => ({ selector, format: 'cut' })),
  ],
};

const convert = compile(OPTIONS);
const convertWithPictures = compile({
  ...OPTIONS,
  formatters: { ...OPTIONS.formatters, markPicture },
  selectors: [...(OPTIONS.selectors ?? []), { selector: 'img', format: 'markPicture' }],
});

/** The text of an HTML body with marks. Never throws: HTML that cannot be converted gives its bare characters. */
export function htmlToMarkedText(html: string): string {
  return convertedBy(convert, html);
}

/** The same with a text in the place of each picture that the mail itself carries, as `placeOf` gives it. */
export function htmlToMarkedTextWithPictures(
  html: string,
  placeOf: (picture: MarkedPicture) => string,
): string {
  return replacePictureMarks(convertedBy(convertWithPictures, html), placeOf);
}

function convertedBy(converter: (html: string) => string, html: string): string {
  if (html === '') return '';
  const bounded = html.length > LONGEST_HTML ? html.slice(0, LONGEST_HTML) : html;
  // Nobody but us may set marks; entities that would make one are harmless text then.
  const unmarked = bounded.replace(/[\ue000-\uf8ff]|&#(?:x0*e0[0-9a-f]{2}|0*573[0-9]{2});?/gi, ' ');
  try {
    const text = cleanText(converter(flattenHtml(unmarked))).replace(/\u00a0/g, ' ');
    return isBlank(text) ? bareCharacters(unmarked) : text;
  } catch {
    return bareCharacters(unmarked);
  }
}

const isBlank = (text: string): boolean => /^[\s\ue000-\ue004]*$/.test(text);

/** What stands between tags: the last resort where markup is so broken that a converter finds nothing. */
function bareCharacters(html: string): string {
  // An element that is never closed ends with the text, so that no sign is looked at twice.
  const bare = html.replace(
    /<!--[\s\S]*?(?:-->|$)|<(style|script|title)\b[\s\S]*?(?:<\/\1|$)|<[^<>]*>/gi,
    ' ',
  );
  return tidyLines(cleanText(bare).replace(/[ \t\u00a0]+/g, ' '));
}
