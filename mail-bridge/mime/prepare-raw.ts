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
  return { bytes: start === 0 && end === raw.length ? raw : raw.subarray(start, end), cut: end < raw.length };
}
