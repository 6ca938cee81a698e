/**
 * What the mailbox's own server says about who sent a mail (RFC 8601). A provider finds that out by SPF, DKIM and the
 * DMARC policy in the DNS. There is none here: a sender's provider logs in to hand mail on, and has looked who wrote it.
 */
import { readFrom } from '../../core/mail/addresses';
import { readAuthenticationResults } from '../../core/mail/trust';

export interface Submission {
  readonly raw: Buffer;
  /** Whether it was handed on by the provider of the sender. */
  readonly isVouchedFor: boolean;
}

const NEWLINE = /\r?\n/;
/** The end of a field: the next line does not go on with it (RFC 5322 §2.2.3). */
const FIELD_END = /\r?\n(?![ \t])/;
const HEADER_END = /\r?\n\r?\n/;

/** The mail with our result on top. Results that it brought along in our name are taken off (RFC 8601 §5). */
export function withResults({ raw, isVouchedFor }: Submission, authservId: string): Buffer {
  // Each byte one character, so that nothing changes on the way back.
  const text = raw.toString('latin1');
  const end = HEADER_END.exec(text)?.index ?? text.length;
  const fields = text
    .slice(0, end)
    .split(FIELD_END)
    .filter((field) => !isOurResult(field, authservId));
  const domain = domainOfSender(fields);
  const result = `Authentication-Results: ${authservId}; dmarc=${isVouchedFor ? 'pass' : 'fail'} header.from=${domain}`;
  return Buffer.from(`${[result, ...fields].join('\r\n')}${text.slice(end)}`, 'latin1');
}

function isOurResult(field: string, authservId: string): boolean {
  const value = fieldValue(field, 'authentication-results');
  return value !== null && readAuthenticationResults(value)?.authservId === authservId.toLowerCase();
}

function domainOfSender(fields: readonly string[]): string {
  const values = fields.flatMap((field) => fieldValue(field, 'from') ?? []);
  const { from } = readFrom(values, (words) => words);
  return from?.address.split('@').pop() || 'unknown.invalid';
}

function fieldValue(field: string, name: string): string | null {
  const colon = field.indexOf(':');
  if (field.slice(0, colon).trim().toLowerCase() !== name) return null;
  return field
    .slice(colon + 1)
    .split(NEWLINE)
    .join(' ');
}
