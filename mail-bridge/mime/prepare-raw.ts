/** What the parser is given: the mail from its first header field on, repaired, and no more of it than the limits. */
import { repairHeader } from './header-block';
import type { MimeLimits } from './parse-mime';
import { repairDelimiters, withoutEndless } from './part-lines';

export interface PreparedRaw {
  readonly bytes: Buffer;
  readonly cut: boolean;
  readonly headerCut: boolean;
}

const LF = 0x0a;
const CR = 0x0d;

export function prepareRaw(raw: Buffer, limits: MimeLimits): PreparedRaw {
  const mail = fromFirstField(raw);
  const end = Math.min(mail.length, limits.mailBytes);
  const header = repairHeader(end === mail.length ? mail : mail.subarray(0, end), limits);
  const whole = repairDelimiters(header.bytes);
  const bytes = withoutEndless(whole, limits);
  return { bytes, cut: end < mail.length || bytes.length < whole.length, headerCut: header.cut };
}

/** Without a byte order mark, empty lines and the "From " line of an mbox before the first field. */
function fromFirstField(raw: Buffer): Buffer {
  let start = raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf ? 3 : 0;
  while (raw[start] === LF || raw[start] === CR) start++;
  while (/^>?From [^\r\n:]/.test(raw.toString('latin1', start, start + 10))) {
    const newline = raw.indexOf(LF, start);
    if (newline === -1) break;
    start = newline + 1;
  }
  return start === 0 ? raw : raw.subarray(start);
}
