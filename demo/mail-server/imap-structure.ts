import addressparser from 'nodemailer/lib/addressparser';
import { quote } from './imap-syntax';
import { headerOf, type MimePart, parameterized } from './mime-tree';

/** ENVELOPE (RFC 3501 7.4.2): what a mail program shows in its list, as the header says it, undecoded. */
export function envelopeOf(part: MimePart): string {
  const header = (name: string): string => quote(headerOf(part.headers, name));
  const from = addresses(part, 'from');
  const orFrom = (name: string): string => {
    const own = addresses(part, name);
    return own === 'NIL' ? from : own;
  };
  const fields = [
    header('date'),
    header('subject'),
    from,
    orFrom('sender'),
    orFrom('reply-to'),
    addresses(part, 'to'),
    addresses(part, 'cc'),
    addresses(part, 'bcc'),
    header('in-reply-to'),
    header('message-id'),
  ];
  return `(${fields.join(' ')})`;
}

function addresses(part: MimePart, name: string): string {
  const text = part.headers
    .filter((header) => header.name === name)
    .map((header) => header.value)
    .join(', ');
  if (text === '') return 'NIL';
  const found = addressparser(text.slice(0, 200_000), { flatten: true }).map((entry) => {
    const at = entry.address.lastIndexOf('@');
    const mailbox = at < 0 ? entry.address : entry.address.slice(0, at);
    const host = at < 0 ? '' : entry.address.slice(at + 1);
    return `(${quote(entry.name === '' ? null : entry.name)} NIL ${quote(mailbox)} ${quote(host)})`;
  });
  return found.length === 0 ? 'NIL' : `(${found.join('')})`;
}

/** BODYSTRUCTURE (RFC 3501 7.4.2), with the disposition of each part. */
export function bodyStructureOf(part: MimePart): string {
  if (part.children.length > 0) {
    const children = part.children.map(bodyStructureOf).join('');
    return `(${children} ${quote(part.subtype)} ${parameterList(part.parameters)} ${extensions(part)})`;
  }
  const size = part.end - part.bodyStart;
  const fields = [
    quote(part.type),
    quote(part.subtype),
    parameterList(withCharset(part)),
    quote(headerOf(part.headers, 'content-id')),
    quote(headerOf(part.headers, 'content-description')),
    quote(transferEncoding(part)),
    String(size),
  ];
  if (part.embedded !== null) {
    fields.push(envelopeOf(part.embedded), bodyStructureOf(part.embedded), String(lines(part)));
  } else if (part.type === 'text') {
    fields.push(String(lines(part)));
  }
  fields.push(quote(headerOf(part.headers, 'content-md5')), extensions(part));
  return `(${fields.join(' ')})`;
}

function extensions(part: MimePart): string {
  const disposition = headerOf(part.headers, 'content-disposition');
  const { value, parameters } = parameterized(disposition ?? '');
  const rendered = value === '' ? 'NIL' : `(${quote(value.toLowerCase())} ${parameterList(parameters)})`;
  return `${rendered} NIL NIL`;
}

/** A text that names no charset is in US-ASCII (RFC 2045 5.2). */
function withCharset({ type, parameters }: MimePart): readonly [string, string][] {
  const isNamed = type !== 'text' || parameters.some(([name]) => name === 'charset');
  return isNamed ? parameters : [...parameters, ['charset', 'us-ascii']];
}

function transferEncoding(part: MimePart): string {
  const named = (headerOf(part.headers, 'content-transfer-encoding') ?? '').trim().toLowerCase();
  return named === '' ? '7bit' : named;
}

function parameterList(parameters: readonly [string, string][]): string {
  if (parameters.length === 0) return 'NIL';
  return `(${parameters.map(([name, value]) => `${quote(name)} ${quote(value)}`).join(' ')})`;
}

function lines(part: MimePart): number {
  let count = 0;
  for (
    let at = part.raw.indexOf(0x0a, part.bodyStart);
    at >= 0 && at < part.end;
    at = part.raw.indexOf(0x0a, at + 1)
  ) {
    count += 1;
  }
  return count;
}
