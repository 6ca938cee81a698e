/** Lines of the body that the parser would stumble over: delimiters out of order, and parts without end. */
import type { MimeLimits } from './parse-mime';

const LF = 0x0a;
const CR = 0x0d;
const DELIMITER = Buffer.from('\n--');
const MOST_DELIMITERS = 20_000;
const LONGEST_DELIMITER = 300;
const BOUNDARY = /boundary\s*=\s*(?:"([^"\r\n]{1,200})"|([^\s";]{1,200}))/i;
const LONGEST_HEADER = 256 * 1024;
/** Mails within mails whose headers are looked at in one go. */
const DEEPEST_MAIL = 20;

interface DelimiterLine {
  /** Of its first dash. */
  readonly from: number;
  /** Behind its last sign, before its blanks. */
  readonly end: number;
  /** Behind its blanks, before the end of the line. */
  readonly paddedEnd: number;
  readonly text: string;
}

/**
 * RFC 2046 section 5.1.1: blanks after a delimiter are padding of gateways. Section 5.1.2: the delimiter of an outer
 * multipart ends the inner ones that nobody closed. mailsplit knows neither: such parts and files would be lost.
 */
export function repairDelimiters(bytes: Buffer): Buffer {
  const lines = delimiterLines(bytes);
  if (lines.length === 0) return bytes;
  // Only what stands in a header names a boundary: people paste the source of mails into their texts.
  const boundaries = new Set(boundariesAt(bytes, 0));
  const kept: Buffer[] = [];
  const open: string[] = [];
  let from = 0;
  for (const line of lines) {
    const closes = !boundaries.has(line.text);
    const name = closes ? line.text.replace(/--$/, '') : line.text;
    if (!boundaries.has(name)) continue;
    const depth = open.lastIndexOf(name);
    const unclosed = depth === -1 ? [] : open.splice(depth + 1).reverse();
    if (depth === -1 && !closes) open.push(name);
    if (depth !== -1 && closes) open.pop();
    if (!closes)
      for (const inner of boundariesAt(bytes, afterLineEnd(bytes, line.paddedEnd))) boundaries.add(inner);
    if (unclosed.length === 0 && line.end === line.paddedEnd) continue;
    const ends = unclosed.map((inner) => `--${inner}--\r\n`).join('');
    kept.push(
      bytes.subarray(from, line.from),
      Buffer.from(ends, 'latin1'),
      bytes.subarray(line.from, line.end),
    );
    from = line.paddedEnd;
  }
  return from === 0 ? bytes : Buffer.concat([...kept, bytes.subarray(from)]);
}

function delimiterLines(bytes: Buffer): DelimiterLine[] {
  const lines: DelimiterLine[] = [];
  let at = bytes.indexOf(DELIMITER);
  for (let seen = 0; at !== -1 && seen < MOST_DELIMITERS; seen++, at = bytes.indexOf(DELIMITER, at + 1)) {
    const newline = bytes.indexOf(LF, at + 1);
    const end = newline === -1 ? bytes.length : newline;
    if (end - at > LONGEST_DELIMITER) continue;
    const line = bytes.toString('latin1', at + 1, end).replace(/\r$/, '');
    const text = line.trimEnd();
    const from = at + 1;
    lines.push({ from, end: from + text.length, paddedEnd: from + line.length, text: text.slice(2) });
  }
  return lines;
}

/** Named by the header that begins here, and by that of the mail which the part is, if it is one. */
function boundariesAt(bytes: Buffer, from: number): string[] {
  const found: string[] = [];
  let at = from;
  for (let depth = 0; depth < DEEPEST_MAIL; depth++) {
    const header = headerAt(bytes, at);
    const type = /^content-type[ \t]*:(.*)$/im.exec(header.text.replace(/\r?\n[ \t]+/g, ' '))?.[1] ?? '';
    const boundary = BOUNDARY.exec(type);
    if (boundary !== null) found.push((boundary[1] ?? boundary[2] ?? '').trimEnd());
    if (!/^\s*message\/(?:rfc822|global)\b/i.test(type)) break;
    at = header.end;
  }
  return found;
}

/** Up to its empty line, which may be the first. */
function headerAt(bytes: Buffer, from: number): { readonly text: string; readonly end: number } {
  const limit = Math.min(bytes.length, from + LONGEST_HEADER);
  for (let line = from; line < limit; ) {
    const body = afterLineEnd(bytes, line);
    if (body > line) return { text: bytes.toString('latin1', from, line), end: body };
    const newline = bytes.indexOf(LF, line);
    if (newline === -1) break;
    line = newline + 1;
  }
  return { text: bytes.toString('latin1', from, limit), end: limit };
}

/** Behind the line end that stands here, or here. */
function afterLineEnd(bytes: Buffer, at: number): number {
  const feed = bytes[at] === CR ? at + 1 : at;
  return bytes[feed] === LF ? feed + 1 : at;
}

/** Quoted-printable takes three signs for a byte, and its line ends. */
const ENCODED_SHARE = 3.2;
/** Base64 and quoted-printable are written in lines of 76. Shorter ones cost as much each: 3 µs measured. */
const USUAL_LINE = 60;
const MOST_SHORT_LINES = 400_000;

/**
 * Takes the ends off parts that take the parser seconds: text longer than any that is kept, and files of endless
 * short lines, whose encoding nothing honest writes. Other files are left whole, their size and digest count.
 */
export function withoutEndless(bytes: Buffer, limits: MimeLimits): Buffer {
  const longest = Math.ceil(limits.textBytes * ENCODED_SHARE);
  if (bytes.length <= longest) return bytes;
  const kept: Buffer[] = [];
  let from = 0;
  while (from < bytes.length) {
    // What stands between two delimiter lines is one part with its header.
    const found = bytes.indexOf(DELIMITER, from + 1);
    const to = found === -1 ? bytes.length : found;
    kept.push(bytes.subarray(from, Math.min(to, from + allowance(bytes, from, to, longest))));
    from = to;
    if (kept.length > 10_000) {
      kept.push(bytes.subarray(from, from + longest));
      break;
    }
  }
  return Buffer.concat(kept);
}

function allowance(bytes: Buffer, from: number, to: number, longest: number): number {
  const size = to - from;
  if (size <= MOST_SHORT_LINES) return size;
  const average = averageLine(bytes, from, to);
  const lines = average < USUAL_LINE ? Math.ceil(average * MOST_SHORT_LINES) : size;
  const isText = size > longest && isInlineText(bytes.toString('latin1', from, from + 4_000));
  return Math.min(size, lines, isText ? longest : size);
}

/** By a sample from the middle of the part, beyond its header. */
function averageLine(bytes: Buffer, from: number, to: number): number {
  const middle = Math.floor((from + to) / 2);
  const sample = bytes.subarray(middle, Math.min(to, middle + 16_384));
  let lines = 0;
  for (let at = sample.indexOf(LF); at !== -1; at = sample.indexOf(LF, at + 1)) lines++;
  return sample.length / Math.max(1, lines);
}

function isInlineText(beginning: string): boolean {
  const head = beginning.split(/\r?\n\r?\n/, 1)[0] ?? '';
  if (/^content-disposition:\s*attachment/im.test(head)) return false;
  const type = /^content-type:\s*([\w.+-]+\/[\w.+-]+)/im.exec(head)?.[1] ?? 'text/plain';
  return /^text\/(?:plain|html)$/i.test(type);
}
