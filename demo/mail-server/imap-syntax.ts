import type { Segment } from './imap-input';

/** What a command is made of. Text is latin1: one character is one byte of what the client sent. */
export type Token =
  | { kind: 'atom'; text: string }
  | { kind: 'string'; text: string }
  | { kind: 'literal'; bytes: Buffer }
  | { kind: 'list'; items: Token[] };

export class ImapSyntaxError extends Error {}

export interface Command {
  tag: string;
  name: string;
  args: Token[];
}

/** An atom may carry a section and a partial: `BODY.PEEK[HEADER.FIELDS (From To)]<0.100>`. */
const atomPattern = /[^\s()"[\]]*(?:\[[^\]]*\][^\s()"[\]]*)*/y;
const quotedPattern = /"([^"\\]*(?:\\.[^"\\]*)*)"/y;

export function parseCommand(segments: readonly Segment[]): Command {
  const [tag, name, ...args] = tokensOf(segments);
  if (tag?.kind !== 'atom' || name?.kind !== 'atom')
    throw new ImapSyntaxError('a command is a tag and a name');
  return { tag: tag.text, name: name.text.toUpperCase(), args };
}

export function tokensOf(segments: readonly Segment[]): Token[] {
  const open: Token[][] = [[]];
  const top = (): Token[] => {
    const list = open.at(-1);
    if (list === undefined) throw new ImapSyntaxError('a ) closes nothing');
    return list;
  };
  for (const segment of segments) {
    if (segment.kind === 'literal') top().push({ kind: 'literal', bytes: segment.bytes });
    else readLine(segment.text, open, top);
  }
  if (open.length !== 1) throw new ImapSyntaxError('a ( is not closed');
  return top();
}

function readLine(text: string, open: Token[][], top: () => Token[]): void {
  let at = 0;
  while (at < text.length) {
    const character = text[at];
    if (character === ' ' || character === '\t') {
      at += 1;
    } else if (character === '(') {
      const items: Token[] = [];
      top().push({ kind: 'list', items });
      open.push(items);
      at += 1;
    } else if (character === ')') {
      open.pop();
      top();
      at += 1;
    } else if (character === '"') {
      const quoted = matchAt(quotedPattern, text, at);
      top().push({ kind: 'string', text: (quoted[1] ?? '').replace(/\\(.)/g, '$1') });
      at += quoted[0].length;
    } else {
      const [atom] = matchAt(atomPattern, text, at);
      top().push({ kind: 'atom', text: atom });
      at += atom.length;
    }
  }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (match === null || match[0] === '')
    throw new ImapSyntaxError(`not understood from here: ${text.slice(at, at + 40)}`);
  return match;
}

/** The text of an atom, a quoted string or a literal. */
export function textOf(token: Token | undefined): string {
  if (token === undefined) throw new ImapSyntaxError('an argument is missing');
  if (token.kind === 'list') throw new ImapSyntaxError('a list stands where a text belongs');
  return token.kind === 'literal' ? token.bytes.toString('latin1') : token.text;
}

export function listOf(token: Token | undefined): Token[] {
  if (token === undefined) throw new ImapSyntaxError('an argument is missing');
  return token.kind === 'list' ? token.items : [token];
}

/** A test for one number from `1,4:7,*`; `last` is what * stands for (RFC 3501 9, sequence-set). */
export function parseSet(text: string, last: number): (value: number) => boolean {
  const ranges = text.split(',').map((range) => {
    const [from = '', to = from] = range.split(':');
    const ends = [from, to].map((end) => {
      if (end === '*') return last;
      if (!/^[1-9]\d*$/.test(end)) throw new ImapSyntaxError(`${text} is not a set of numbers`);
      return Number(end);
    });
    return { low: Math.min(...ends), high: Math.max(...ends) };
  });
  const [only] = ranges;
  if (ranges.length === 1 && only !== undefined) return (value) => value >= only.low && value <= only.high;
  const single = new Set(ranges.filter(({ low, high }) => low === high).map(({ low }) => low));
  const wide = ranges.filter(({ low, high }) => low !== high);
  return (value) => single.has(value) || wide.some(({ low, high }) => value >= low && value <= high);
}

export function isSet(text: string): boolean {
  return /^[\d*][\d*:,]*$/.test(text);
}

/** A string of bytes as IMAP writes it: quoted when it can be, otherwise a literal. */
export function quote(text: string | null): string {
  if (text === null) return 'NIL';
  if (/[\r\n\0\x80-\xff]/.test(text) || text.length > 1_000) return `{${text.length}}\r\n${text}`;
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}
