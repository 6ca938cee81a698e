/** Header lines as the parser keeps them, made into fields of readable text. */
import { isUtf8 } from 'node:buffer';
import libmime from 'libmime';
import type { ContentField, HeaderField } from '../../core/mail/mail';
import { decodeText } from './charset';
import type { HeaderLine } from './parse-mime';

const LONGEST_VALUE = 100_000;
const MOST_FIELDS = 2_000;

/** @param charsetHint what the texts of the mail declare, for headers with bare 8-bit characters */
export function readHeaderFields(lines: readonly HeaderLine[], charsetHint: string): HeaderField[] {
  return lines
    .slice(0, MOST_FIELDS)
    .map(({ key, line }) => ({ name: key, value: readValue(line, charsetHint) }));
}

function readValue(line: string, charsetHint: string): string {
  const colon = line.indexOf(':');
  let value = line.slice(colon + 1, colon + 1 + LONGEST_VALUE);
  // RFC 6532 allows UTF-8 in headers; older programs put any charset there.
  if (/[^\u0000-\u007f]/.test(value)) {
    const bytes = Buffer.from(value, 'latin1');
    value = isUtf8(bytes) ? bytes.toString('utf8') : decodeText(bytes, '', charsetHint).text;
  }
  return value.replace(/\r?\n[ \t]?|\r[ \t]?/g, ' ').trim();
}

export function readContentField(value: string | null): ContentField {
  if (value === null) return { value: '', params: new Map() };
  const parsed = libmime.parseHeaderValue(value.slice(0, 20_000));
  return {
    value: String(parsed.value ?? '')
      .trim()
      .toLowerCase(),
    params: new Map(
      Object.entries(parsed.params ?? {}).map(([name, text]) => [name.toLowerCase(), String(text)]),
    ),
  };
}
