/**
 * May we believe the From header? Only the mailbox's own server can say, in an Authentication-Results header
 * (RFC 8601) that stands above the first Received line of a foreign host: everything below came with the mail.
 */
import { domainOf, isSendableAddress } from './addresses';
import type { Mail } from './mail';
import { headerValues } from './mail';

export interface TrustPolicy {
  /** Names that the mailbox's own server signs its results with, such as `mx.google.com`. */
  readonly authservIds: readonly string[];
  /** How many Received lines the own servers write above the results (Gmail 2 to 3). */
  readonly ownReceivedLines?: number;
  /** Senders of mailing groups whose ARC chain may be believed, as domains. */
  readonly arcSealers?: readonly string[];
}

export type TrustVerdict =
  | { readonly trusted: true; readonly reason: string }
  | { readonly trusted: false; readonly reason: string };

const DEFAULT_OWN_RECEIVED = 3;

interface MethodResult {
  readonly method: string;
  readonly result: string;
  /** ptype.property → value, lower case */
  readonly properties: ReadonlyMap<string, string>;
}

export function judgeTrust(
  mail: Pick<Mail, 'headers' | 'from' | 'fromProblems' | 'warnings'>,
  policy: TrustPolicy,
): TrustVerdict {
  const no = (reason: string): TrustVerdict => ({ trusted: false, reason });
  // The results that were cut away may have been the true ones, and those that are left the sender's own.
  if (mail.warnings.some(({ code }) => code === 'headers-cut'))
    return no('the header was too long to be read whole');
  if (mail.fromProblems.length > 0)
    return no(`the From header is not sound: ${mail.fromProblems.join(', ')}`);
  const address = mail.from?.address ?? '';
  if (!isSendableAddress(address)) return no('the From header holds no plain address');
  if (policy.authservIds.length === 0) return no('no authserv-id is configured');
  const own = ownResults(mail, policy);
  if (own === null) return no("the mailbox's own server wrote no Authentication-Results");
  const domain = domainOf(address);
  const dmarc = own.filter((result) => result.method === 'dmarc' && result.result !== 'none');
  for (const { result, properties } of dmarc) {
    const about = properties.get('header.from') ?? domain;
    if (result !== 'pass') return no(`dmarc=${result}`);
    if (about !== domain) return no(`dmarc passed for ${about}, the From header says ${domain}`);
  }
  if (contradicts(mail, policy)) return no('another result in the same name says dmarc=fail');
  if (dmarc.length > 0) return { trusted: true, reason: `dmarc=pass header.from=${domain}` };
  for (const result of own) {
    if (result.method !== 'dkim' || result.result !== 'pass') continue;
    // RFC 6376 section 3.5: "i=" is the signer's own choice, "d=" is the domain that holds the key.
    const signer = domainOf(result.properties.get('header.d') ?? result.properties.get('header.i') ?? '');
    if (isAligned(signer, domain)) return { trusted: true, reason: `dkim=pass for ${signer}` };
  }
  return no(`no DMARC pass and no DKIM signature of ${domain}`);
}

/**
 * Whether the mailbox's own server says of the From header that it is forged, and not merely nothing. Looked for in the
 * whole header: some servers write below what came with the mail, and a sender gains nothing by accusing himself.
 */
export function contradicts(mail: Pick<Mail, 'headers'>, { authservIds }: TrustPolicy): boolean {
  return headerValues(mail.headers, 'authentication-results').some((value) => {
    const parsed = readAuthenticationResults(value);
    if (parsed === null || !isOwn(parsed, authservIds)) return false;
    return parsed.results.some(({ method, result }) => method === 'dmarc' && result === 'fail');
  });
}

const isOwn = ({ authservId }: AuthenticationResults, own: readonly string[]): boolean =>
  own.some((id) => id.toLowerCase() === authservId);

/** The signer is the From domain or a parent of it with at least two labels (RFC 7489 section 3.1.1, relaxed). */
function isAligned(signer: string, domain: string): boolean {
  if (signer === '' || !signer.includes('.')) return false;
  return domain === signer || domain.endsWith(`.${signer}`);
}

function ownResults(mail: Pick<Mail, 'headers'>, policy: TrustPolicy): MethodResult[] | null {
  const most = policy.ownReceivedLines ?? DEFAULT_OWN_RECEIVED;
  let received = 0;
  for (const field of mail.headers) {
    if (field.name === 'received') {
      received++;
      if (received > most) return null;
      continue;
    }
    if (field.name !== 'authentication-results') continue;
    const parsed = readAuthenticationResults(field.value);
    if (parsed === null) continue;
    if (isOwn(parsed, policy.authservIds)) return parsed.results;
  }
  return null;
}

export interface AuthenticationResults {
  readonly authservId: string;
  readonly results: MethodResult[];
}

const LONGEST = 20_000;

/** RFC 8601 section 2.2; comments may stand anywhere. */
export function readAuthenticationResults(value: string): AuthenticationResults | null {
  const text = withoutComments(value.slice(0, LONGEST));
  const pieces = splitOutsideQuotes(text);
  const authservId = (pieces[0] ?? '').trim().split(/\s+/)[0]?.toLowerCase() ?? '';
  if (authservId === '' || authservId.includes('=')) return null;
  const results: MethodResult[] = [];
  for (const piece of pieces.slice(1)) {
    const match = /^\s*([a-z][\w-]*)(?:\s*\/\s*\d+)?\s*=\s*([a-z]+)\b(.*)$/is.exec(piece);
    if (match === null) continue;
    const properties = new Map<string, string>();
    for (const pair of (match[3] ?? '').matchAll(
      /([a-z]{1,30}\.[\w-]{1,60})\s*=\s*("(?:\\.|[^"\\])*"|[^\s;]+)/gi,
    )) {
      const name = (pair[1] ?? '').toLowerCase();
      // The first counts: a value cannot smuggle in a second one.
      if (!properties.has(name)) properties.set(name, (pair[2] ?? '').replace(/^"|"$/g, '').toLowerCase());
    }
    results.push({
      method: (match[1] ?? '').toLowerCase(),
      result: (match[2] ?? '').toLowerCase(),
      properties,
    });
  }
  return { authservId, results };
}

function withoutComments(text: string): string {
  let out = '';
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '\\') {
      if (depth === 0) out += text.slice(at, at + 2);
      at++;
    } else if (sign === '"' && depth === 0) {
      quoted = !quoted;
      out += sign;
    } else if (sign === '(' && !quoted) depth++;
    else if (sign === ')' && !quoted && depth > 0) depth--;
    else if (depth === 0) out += sign;
  }
  return out;
}

function splitOutsideQuotes(text: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    // The sender chooses the local part that stands in smtp.mailfrom="…", escaped quotes included.
    if (sign === '\\') at++;
    else if (sign === '"') quoted = !quoted;
    else if (sign === ';' && !quoted) {
      pieces.push(text.slice(from, at));
      from = at + 1;
    }
  }
  pieces.push(text.slice(from));
  return pieces;
}
