/**
 * Reads address headers (RFC 5322 section 3.4, obsolete forms and common mistakes included) from their raw text.
 *
 * The structure is read before RFC 2047 words are decoded: an encoded word can only ever become part of a name
 * (RFC 2047 section 5, rule 3). Parsers that decode first let `=?utf-8?B?…?=` smuggle in an address.
 */
import { cleanLine } from './clean-text';

export interface ListedMailbox {
  /** As written, the domain in lower case; '' when the entry holds none. */
  readonly address: string;
  /** It was written in other letters, which look like these or are not seen at all. */
  readonly retouched: boolean;
  readonly name: string;
  readonly group: string | null;
  /** How many addresses the entry holds: `<a@b> <c@d>` holds two. */
  readonly addressCount: number;
}

export type DecodeWords = (text: string) => string;

const NOT_ASCII = /[^\u0000-\u007f]/;
const LONGEST_HEADER = 200_000;
const MOST_MAILBOXES = 2_000;
/** How far the end of a quote, a comment or an address is looked for: a header of ten thousand beginnings has no end. */
const LONGEST_TOKEN = 2_000;

interface Entry {
  words: string[];
  quoted: string[];
  comments: string[];
  angles: string[];
}

type Token =
  | { readonly kind: 'word' | 'quoted' | 'comment' | 'angle'; readonly text: string; readonly glued: boolean }
  | { readonly kind: 'comma' | 'colon' | 'semicolon' };

export function readAddressList(raw: string, decodeWords: DecodeWords): ListedMailbox[] {
  const tokens = tokenize(raw.length > LONGEST_HEADER ? raw.slice(0, LONGEST_HEADER) : raw);
  const found: ListedMailbox[] = [];
  let group: string | null = null;
  let groupHasMailbox = false;
  let parts: Token[] = [];
  /** Words before a comma that carry no address: `Doe, John <john@x>` written without quotes. */
  let dangling = '';

  const close = (): void => {
    if (parts.length === 0 || found.length >= MOST_MAILBOXES) return;
    const mailbox = readEntry(parts, group, dangling, decodeWords);
    const isBareWords = parts.every((part) => part.kind === 'word');
    parts = [];
    if (mailbox.address === '' && mailbox.name !== '' && group === null && isBareWords) {
      dangling = dangling === '' ? mailbox.name : `${dangling}, ${mailbox.name}`;
      return;
    }
    dangling = '';
    if (mailbox.address !== '' || mailbox.name !== '') {
      found.push(mailbox);
      groupHasMailbox = true;
    }
  };
  for (const token of tokens) {
    if (token.kind === 'comma') close();
    else if (token.kind === 'semicolon') {
      close();
      // Kept, for whoever must know that there was a group: readers differ about what follows an empty one.
      if (group !== null && !groupHasMailbox) found.push(nobody(group, group));
      group = null;
    } else if (token.kind === 'colon' && parts.some((part) => part.kind === 'angle')) {
      // RFC 5322 section 3.4: the name of a group is words. `<a@b>:<c@d>` is two mailboxes badly divided.
      close();
    } else if (token.kind === 'colon') {
      // `Team: a@b, c@d;` but not `mailto:a@b`, whose word is dropped.
      const name = readEntry(parts, null, '', decodeWords).name;
      if (!/^mailto$/i.test(name)) {
        group = name;
        groupHasMailbox = false;
      }
      parts = [];
    } else parts.push(token);
  }
  close();
  if (dangling !== '') found.push(nobody(dangling, group));
  return found;
}

function nobody(name: string, group: string | null): ListedMailbox {
  return { address: '', retouched: false, name, group, addressCount: 0 };
}

function tokenize(raw: string): Token[] {
  const tokens: Token[] = [];
  const length = raw.length;
  let at = 0;
  let spaceBefore = true;
  while (at < length) {
    const sign = raw.charAt(at);
    if (sign === ' ' || sign === '\t' || sign === '\r' || sign === '\n') {
      spaceBefore = true;
      at++;
      continue;
    }
    const glued = !spaceBefore;
    spaceBefore = false;
    if (sign === '"') {
      const end = endOfQuoted(raw, at);
      if (end === -1) {
        // Nothing closes it: a stray sign.
        at++;
        continue;
      }
      tokens.push({ kind: 'quoted', text: raw.slice(at + 1, end).replace(/\\(.)/g, '$1'), glued });
      at = end + 1;
    } else if (sign === '(') {
      const end = endOfComment(raw, at);
      tokens.push({ kind: 'comment', text: raw.slice(at + 1, end).replace(/\\(.)/g, '$1'), glued });
      at = end + 1;
    } else if (sign === '<') {
      const end = endOfAngle(raw, at);
      tokens.push({ kind: 'angle', text: raw.slice(at + 1, end), glued });
      at = end + 1;
    } else if (sign === ',') {
      tokens.push({ kind: 'comma' });
      at++;
    } else if (sign === ';') {
      tokens.push({ kind: 'semicolon' });
      at++;
    } else if (sign === ':') {
      tokens.push({ kind: 'colon' });
      at++;
    } else if (sign === '>') {
      at++;
    } else {
      const end = endOfWord(raw, at);
      tokens.push({ kind: 'word', text: raw.slice(at, end), glued });
      at = end;
    }
  }
  return tokens;
}

/** An encoded word may hold any of the special signs in its text: it is one word up to its `?=`. */
function endOfWord(raw: string, from: number): number {
  if (raw.startsWith('=?', from)) {
    const match = /^=\?[^?\s]{1,60}\?[bBqQ]\?[^?]{0,4000}\?=/.exec(raw.slice(from, from + 4_100));
    if (match) return from + match[0].length;
  }
  let at = from + 1;
  while (at < raw.length && !/[\s"(<>,;:]/.test(raw.charAt(at))) {
    if (raw.startsWith('=?', at) && /^=\?[^?\s]{1,60}\?[bBqQ]\?/.test(raw.slice(at, at + 70))) break;
    at++;
  }
  return at;
}

function endOfQuoted(raw: string, from: number): number {
  const last = Math.min(raw.length, from + LONGEST_TOKEN);
  for (let at = from + 1; at < last; at++) {
    const sign = raw.charAt(at);
    if (sign === '\\') at++;
    else if (sign === '"') return at;
  }
  // A quote that never closes: take it as closed before the address, if there is one.
  const angle = raw.indexOf('<', from);
  return angle === -1 ? -1 : angle - 1;
}

function endOfComment(raw: string, from: number): number {
  let depth = 0;
  const last = Math.min(raw.length, from + LONGEST_TOKEN);
  for (let at = from; at < last; at++) {
    const sign = raw.charAt(at);
    if (sign === '\\') at++;
    else if (sign === '(') depth++;
    else if (sign === ')' && --depth === 0) return at;
  }
  const angle = raw.indexOf('<', from);
  return angle === -1 ? raw.length : angle - 1;
}

function endOfAngle(raw: string, from: number): number {
  let inQuotes = false;
  const last = Math.min(raw.length, from + LONGEST_TOKEN);
  for (let at = from + 1; at < last; at++) {
    const sign = raw.charAt(at);
    if (sign === '\\') at++;
    else if (sign === '"') inQuotes = !inQuotes;
    else if (sign === '>' && !inQuotes) return at;
    else if (sign === ',' && !inQuotes && raw.indexOf('>', at) === -1) return at;
  }
  const close = raw.indexOf('>', from);
  return close === -1 ? raw.length : close;
}

function readEntry(
  tokens: readonly Token[],
  group: string | null,
  dangling: string,
  decodeWords: DecodeWords,
): ListedMailbox {
  const entry: Entry = { words: [], quoted: [], comments: [], angles: [] };
  const phrase: string[] = [];
  for (const token of mergeQuotedLocalParts(tokens)) {
    if (token.kind === 'angle') entry.angles.push(token.text.trim());
    else if (token.kind === 'comment') entry.comments.push(token.text);
    else if (token.kind === 'word' || token.kind === 'quoted') {
      // Spaces between words count, except between encoded words, which decodeWords joins by itself.
      phrase.push(token.glued && phrase.length > 0 ? token.text : ` ${token.text}`);
      if (token.kind === 'word') entry.words.push(token.text);
    }
  }
  const angles = entry.angles.filter((text) => text.includes('@'));
  const bare = entry.words.filter((word) => /^[^@\s]+@[^@\s]+$/.test(word) && !word.startsWith('=?'));
  let address = angles[0] ?? '';
  let nameText = phrase.join('').trim();
  let addressCount = angles.length;
  if (address === '' && bare[0] !== undefined) {
    address = bare[0];
    addressCount = bare.length;
    nameText = nameText.replace(address, ' ').trim();
  } else if (address === '' && entry.angles.length > 0) {
    address = entry.angles.find((text) => text !== '') ?? '';
    addressCount = address === '' ? 0 : 1;
  }
  if (nameText === '') nameText = entry.comments.join(' ');
  const decoded = cleanLine(decodeWords(nameText), 500);
  const own = decoded.replace(/^(["'])([\s\S]*)\1$/, '$2').trim();
  const name = dangling === '' ? own : `${dangling}, ${own}`.replace(/, $/, '');
  const tidy = tidyAddress(address);
  // Normalisation makes an ASCII "K" of the Kelvin sign, and cleaning drops what has no width.
  const retouched = !NOT_ASCII.test(tidy) && NOT_ASCII.test(address);
  return { address: tidy, retouched, name, group, addressCount };
}

/** `"john doe"@example.org` outside angle brackets arrives as a quoted token with a word glued to it. */
function mergeQuotedLocalParts(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (const token of tokens) {
    const last = out[out.length - 1];
    if (token.kind === 'word' && token.glued && last?.kind === 'quoted' && token.text.startsWith('@')) {
      out[out.length - 1] = {
        kind: 'word',
        text: `"${last.text}"${token.text}`.replace(/\s/g, '_'),
        glued: last.glued,
      };
    } else out.push(token);
  }
  return out;
}

function tidyAddress(written: string): string {
  let address = cleanLine(written.replace(/\([^()]*\)/g, ''), 1000).replace(/^mailto:/i, '');
  // Source routes `<@relay,@other:user@host>` are obsolete (RFC 5322 section 4.4): the address is what follows.
  address = address.replace(/^(?:@[^:@\s]+)+:/, '').replace(/\s*([@.])\s*/g, '$1');
  const quoted = /^"([A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+)"(@.+)$/.exec(address);
  if (quoted?.[1] !== undefined && quoted[2] !== undefined) address = quoted[1] + quoted[2];
  address = address.replace(/^['"]([^'"]+)['"]$/, '$1').replace(/^[<\s]+|[>\s.,;]+$/g, '');
  const at = address.lastIndexOf('@');
  return at === -1 ? address : address.slice(0, at) + address.slice(at).toLowerCase();
}
