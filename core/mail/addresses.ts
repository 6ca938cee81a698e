/** Who wrote, from the raw From header, and what speaks against believing it. */
import type { DecodeWords, ListedMailbox } from './address-list';
import { readAddressList } from './address-list';
import type { FromProblem, Mailbox } from './mail';

/** RFC 5321 sizes; dot-atom local part; LDH domain of two labels or more. Nothing that a mail program might split. */
const STRICT_ADDRESS =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}){0,20}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,10}[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])$/i;

/** May we write to it? Only addresses that every program on the way reads alike (GHSA-mm7p-fcc7-pg87). */
export function isSendableAddress(address: string): boolean {
  return address.length <= 254 && STRICT_ADDRESS.test(address) && address.indexOf('@') <= 64;
}

/** The form in which addresses are compared: local parts are case-insensitive everywhere that matters. */
export function addressKey(address: string): string {
  return address.trim().toLowerCase();
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

export function readMailboxes(values: readonly string[], decodeWords: DecodeWords): Mailbox[] {
  const out: Mailbox[] = [];
  const seen = new Set<string>();
  for (const value of values) {
    for (const entry of readAddressList(value, decodeWords)) {
      const key = addressKey(entry.address);
      if (key === '' || seen.has(key)) continue;
      seen.add(key);
      out.push({ address: entry.address, name: entry.name });
    }
  }
  return out;
}

export interface FromReading {
  readonly from: Mailbox | null;
  readonly problems: readonly FromProblem[];
}

/**
 * @param values the raw From headers, unfolded, in order
 */
export function readFrom(values: readonly string[], decodeWords: DecodeWords): FromReading {
  const problems = new Set<FromProblem>();
  const present = values.filter((value) => value.trim() !== '');
  if (present.length === 0) return { from: null, problems: ['missing'] };
  // RFC 5322 allows one. Show the first that names an address, as Gmail and most readers do, and believe none.
  if (present.length > 1) problems.add('more-than-one-header');
  const first = present.find((value) => value.includes('@')) ?? present[0] ?? '';
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(first)) problems.add('control-characters');
  const entries = readAddressList(first, decodeWords);
  const withAddress = entries.filter((entry) => entry.address !== '');
  const chosen = withAddress.find((entry) => entry.address.includes('@')) ?? withAddress[0];
  if (withAddress.length > 1 || withAddress.some((entry) => entry.addressCount > 1)) {
    problems.add('more-than-one-mailbox');
  }
  if (entries.some((entry) => entry.group !== null)) problems.add('group');
  if (chosen === undefined) {
    problems.add('no-address');
    const name = entries.find((entry) => entry.name !== '')?.name ?? '';
    return { from: name === '' ? null : { address: '', name }, problems: [...problems] };
  }
  for (const problem of addressProblems(chosen)) problems.add(problem);
  return { from: { address: chosen.address, name: chosen.name }, problems: [...problems] };
}

function addressProblems(entry: ListedMailbox): FromProblem[] {
  const problems: FromProblem[] = [];
  if (/=\?[^?]+\?[bq]\?/i.test(entry.address)) problems.push('encoded-word-in-address');
  if (entry.retouched || !isSendableAddress(entry.address)) problems.push('malformed-address');
  const inName = /[^\s<>"'(),;:]+@[^\s<>"'(),;:]+\.[a-z]{2,}/i.exec(entry.name)?.[0];
  if (inName !== undefined && addressKey(inName) !== addressKey(entry.address)) {
    problems.push('name-shows-another-address');
  }
  if (mixesScripts(entry.address)) problems.push('mixed-scripts');
  return problems;
}

/** Latin and Cyrillic or Greek letters in one word look alike (Unicode TR 39): `рaypal`. */
export function mixesScripts(text: string): boolean {
  return /[a-z]/i.test(text) && /[\u0370-\u03ff\u0400-\u052f]/.test(text);
}

/**
 * Whom to show when From names nobody: Sender, then Reply-To, then the envelope sender. For show and answers only: the
 * problems of From stay.
 */
export function fallbackSender(
  from: Mailbox | null,
  others: readonly (readonly string[])[],
  decodeWords: DecodeWords,
): Mailbox | null {
  if (from !== null && from.address !== '') return from;
  for (const values of others) {
    const found = readMailboxes(values, decodeWords).find((mailbox) => isSendableAddress(mailbox.address));
    if (found !== undefined) return found;
  }
  return from;
}

/**
 * Whom to show as the writer of a mail that a mailing group re-sent under its own address: Google Groups and
 * others put the true one in X-Original-From or X-Original-Sender when DMARC forbids them to keep From.
 * It is for show and for answers only, never for trust.
 */
export function originalSender(
  from: Mailbox | null,
  originalFrom: readonly string[],
  decodeWords: DecodeWords,
): Mailbox | null {
  const via = /\bvia\b|\bprzez\b|\bчерез\b/i.test(from?.name ?? '');
  const candidate = readMailboxes(originalFrom, decodeWords)[0];
  if (candidate === undefined || !isSendableAddress(candidate.address)) return null;
  if (from === null || via) return candidate;
  return null;
}
