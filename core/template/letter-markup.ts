/**
 * The text of a mail as HTML: paragraphs, line ends, lists and links, and nothing else. People write answers as plain
 * text, so no sign that they type may turn into a heading, an emphasis or a picture.
 */
import MarkdownIt, { type Token } from 'markdown-it';
import { picturePlace } from '../mail/inline-pictures';

export interface MarkupOptions {
  /** Sets off the names of facts, `Kurs: …`. Only for texts of templates: a person's words stay as they are. */
  readonly facts: boolean;
  /** Content-IDs of the pictures that the mail carries, by the names of their places (core/mail/inline-pictures). */
  readonly pictures?: Pictures;
}

export type Pictures = ReadonlyMap<string, string>;

const plain = letterMarkup();
const withFacts = letterMarkup();
withFacts.core.ruler.push('facts', ({ tokens, Token: Make }) => {
  tokens.forEach((token, at) => {
    const opening = tokens[at - 1];
    if (token.type === 'inline' && opening?.type === 'paragraph_open' && !opening.hidden) {
      markFacts(opening, token, (type, tag, nesting) => new Make(type, tag, nesting));
    }
  });
});

export function letterHtml(text: string, { facts, pictures = new Map() }: MarkupOptions): string {
  const markup = facts ? withFacts : plain;
  return quotedHtml(text, (part) => markup.render(readable(part), { pictures }).trim(), 0);
}

/** What is quoted in a mail. A sign that stands right before a word is the writer's own: ">5". */
const QUOTED = /^>(?: |$)/;
/** Conversations that quote each other to and fro get no deeper in a page; what is deeper keeps its signs. */
const DEEPEST_QUOTE = 8;

/**
 * Lines behind "> " become quotations, each of its own: of Markdown's own rule the line below would be a part. Gmail and
 * Apple Mail fold what is of this class, as they fold what they have quoted themselves.
 */
function quotedHtml(text: string, html: (part: string) => string, depth: number): string {
  const parts: { readonly quoted: boolean; readonly lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const quoted = depth < DEEPEST_QUOTE && QUOTED.test(line);
    const last = parts[parts.length - 1];
    const own = quoted ? line.replace(QUOTED, '') : line;
    if (last?.quoted === quoted) last.lines.push(own);
    else parts.push({ quoted, lines: [own] });
  }
  return parts
    .map(({ quoted, lines }) => {
      const inner = lines.join('\n');
      if (!quoted) return html(inner);
      return `<blockquote class="gmail_quote">\n${quotedHtml(inner, html, depth + 1)}\n</blockquote>`;
    })
    .filter((part) => part !== '')
    .join('\n');
}

/** What Markdown would take for the beginning of an item, and is left to be one: `- `, `1. `. */
const ITEM = /^ {0,3}(?:-|\d{1,2}\.)[ \t]+\S/;
/**
 * What it would take for one and people mean otherwise: `+ 48 600…`, `* see below`, `2026. `, `1) ` (shown as `1. `),
 * a sign that stands alone, and the first of several, as in the line `- - - -`.
 */
const NO_ITEM =
  /^([ \t]*(?:[+*]|\d{3,}[.)]|\d{1,2}\)))(?:[ \t]|$)|^([ \t]*(?:-|\d{1,2}\.))(?:[ \t]*$|[ \t](?=[ \t]*(?:[-+*]|\d+[.)])(?:[ \t]|$)))/;

/** No list goes deeper than this many blanks: markdown-it leaves out what is nested in 20 levels and more. */
const DEEPEST = 12;

/** Keeps the words as they stand: a hard space makes no item and no gap smaller. */
function readable(text: string): string {
  const lines: string[] = [];
  let inItem = false;
  for (const written of text.split('\n')) {
    const line = written
      .replace(/^[ \t]+/, (blanks) => blanks.replace(/\t/g, '    ').slice(0, DEEPEST))
      .replace(NO_ITEM, '$1$2\u00a0')
      .replace(/(?<=\S) {2,}(?=\S)/g, (gap) => `${'\u00a0'.repeat(gap.length - 1)} `);
    const isItem = ITEM.test(line);
    // A line below a list goes on with the letter, not (as CommonMark's lazy continuation has it) with the last item.
    if (inItem && !isItem && /^\S/.test(line)) lines.push('');
    inItem = isItem || (inItem && /^\s+\S/.test(line));
    lines.push(line);
  }
  return lines.join('\n');
}

const PLACE = /^\[([^\]]+)\]/;

function letterMarkup(): MarkdownIt {
  const markup = new MarkdownIt('zero', { html: false, breaks: true, linkify: true });
  markup.enable(['list', 'newline', 'linkify']);
  markup.inline.ruler.push('picture', (state, silent) => {
    const { pictures }: { readonly pictures: Pictures } = state.env;
    const name =
      pictures.size === 0 ? undefined : PLACE.exec(state.src.slice(state.pos, state.pos + 300))?.[1];
    const contentId = name && pictures.get(name);
    // Anything else in brackets is what somebody typed.
    if (!contentId) return false;
    if (!silent) {
      state.push('picture', 'img', 0).attrs = [
        ['src', `cid:${contentId}`],
        ['alt', name],
        ['style', 'max-width:100%;height:auto'],
      ];
    }
    state.pos += picturePlace(name).length;
    return true;
  });
  // "plik.pl" and "2.Excel" are no addresses of pages; "https://…" and "jan@example.com" say what they are.
  markup.linkify.set({ fuzzyLink: false, fuzzyEmail: true, fuzzyIP: false });
  // Addresses of any top-level domain, of which there are more than linkify-it knows.
  markup.linkify.tlds('[a-z]{2,24}', true);
  markup.linkify.add('//', null).add('ftp:', null);
  // With the subject (RFC 6068), which linkify-it leaves out.
  markup.linkify.add('mailto:', {
    validate: (text, position) =>
      /^[^\s<>"@?]{1,80}@[a-z0-9.-]{1,200}[a-z0-9](?:\?subject=[a-z0-9%._-]{1,100})?/i.exec(
        text.slice(position),
      )?.[0].length ?? 0,
  });
  markup.core.ruler.after('linkify', 'as_written', ({ tokens }) => {
    for (const item of tokens) {
      const { children } = item;
      // Else a list that leaves out a number would be counted anew.
      if (item.type === 'list_item_open' && item.info !== '') item.attrSet('value', item.info);
      children?.forEach((token, at) => {
        const shown = children[at + 1];
        if (token.type === 'link_open' && shown)
          shown.content = shownLink(token.attrGet('href') ?? '', shown.content);
      });
    }
  });
  return markup;
}

/** Longer ones fill the page of a phone; where they lead is still seen. */
const LONGEST_LINK_TEXT = 70;

function shownLink(href: string, text: string): string {
  if (href.startsWith('mailto:')) return text.replace(/^mailto:/i, '').replace(/\?.*$/, '');
  if (text.length <= LONGEST_LINK_TEXT) return text;
  const query = text.indexOf('?') + 1;
  return `${text.slice(0, query > 0 && query < LONGEST_LINK_TEXT ? query : LONGEST_LINK_TEXT - 1)}…`;
}

/** A line such as `Kurs: Excel od podstaw`: its name up to the colon. */
const FACT = /^\p{L}[^\n:.!?]{0,30}:(?=\s|$)/u;

/** A paragraph of two or more lines, each a fact, becomes a list of facts. */
function markFacts(
  paragraph: Token,
  inline: Token,
  make: (type: string, tag: string, nesting: Token['nesting']) => Token,
): void {
  const children = inline.children ?? [];
  const starts = new Set(children.filter((_, at) => at === 0 || isLineEnd(children[at - 1])));
  if (
    starts.size < 2 ||
    !Array.from(starts).every(({ type, content }) => type === 'text' && FACT.test(content))
  )
    return;
  paragraph.attrJoin('class', 'facts');
  inline.children = children.flatMap((token) => {
    const name = starts.has(token) ? FACT.exec(token.content)?.[0] : undefined;
    if (name === undefined) return [token];
    const label = make('text', '', 0);
    label.content = name;
    token.content = token.content.slice(name.length);
    return [make('strong_open', 'strong', 1), label, make('strong_close', 'strong', -1), token];
  });
}

function isLineEnd(token: Token | undefined): boolean {
  return token?.type === 'softbreak' || token?.type === 'hardbreak';
}
