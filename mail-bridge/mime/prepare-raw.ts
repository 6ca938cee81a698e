/** What the parser is given: the mail from its first header field on, and no more of it than the limit. */
import type { MimeLimits } from './parse-mime';

export interface PreparedRaw {
  readonly bytes: Buffer;
  readonly cut: boolean;
}

const LF = 0x0a;
const CR = 0x0d;

export function prepareRaw(raw: Buffer, limits: MimeLimits): PreparedRaw {
  let start = 0;
  // A byte order mark, empty lines and the "From " line of an mbox before the first field.
  if (raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf) start = 3;
  while (raw[start] === LF || raw[start] === CR) start++;
  while (/^>?From [^\r\n:]/.test(raw.toString('latin1', start, start + 10))) {
    const newline = raw.indexOf(LF, start);
    if (newline === -1) break;
    start = newline + 1;
  }
  const end = Math.min(raw.length, start + limits.mailBytes);
  const bytes = start === 0 && end === raw.length ? raw : raw.subarray(start, end);
  const longest = Math.ceil(limits.textBytes * ENCODED_SHARE);
  if (bytes.length <= longest) return { bytes, cut: end < raw.length };
  const shorter = withoutEndless(bytes, longest);
  return { bytes: shorter, cut: end < raw.length || shorter.length < bytes.length };
}

/** Quoted-printable takes three signs for a byte, and its line ends. */
const ENCODED_SHARE = 3.2;
const DELIMITER = Buffer.from('\n--');

/**
 * Takes the ends off text parts that are longer than any text that is kept: splitting 20 MB of short lines takes the
 * parser seconds. Files are left whole, their size and digest count.
 */
function withoutEndless(bytes: Buffer, longest: number): Buffer {
  const kept: Buffer[] = [];
  let from = 0;
  while (from < bytes.length) {
    // What stands between two delimiter lines is one part with its header.
    const found = bytes.indexOf(DELIMITER, from + 1);
    const to = found === -1 ? bytes.length : found;
    const isEndless =
      to - from > longest && isInlineText(bytes.toString('latin1', from, Math.min(to, from + 4_000)));
    kept.push(bytes.subarray(from, isEndless ? from + longest : to));
    from = to;
    if (kept.length > 10_000) {
      kept.push(bytes.subarray(from));
      break;
    }
  }
  return Buffer.concat(kept);
}

function isInlineText(beginning: string): boolean {
  const head = beginning.split(/\r?\n\r?\n/, 1)[0] ?? '';
  if (/^content-disposition:\s*attachment/im.test(head)) return false;
  const type = /^content-type:\s*([\w.+-]+\/[\w.+-]+)/im.exec(head)?.[1] ?? 'text/plain';
  return /^text\/(?:plain|html)$/i.test(type);
}
