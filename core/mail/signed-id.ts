/**
 * Message-IDs and reply addresses that prove to us, when they come back, that we made them for that ticket.
 *
 * `<b1_T-7K3Q9.suffix.mac@domain>` holds "_" and "." so that it does not look like the random ids that
 * SpamAssassin marks (MSGID_RANDY). `support+t.t-7k3q9.mac@domain` survives being lower-cased.
 *
 * Colleagues get other ones, `<b1a_…>` and `support+a.…`, made for the ticket and for them: their answers may reach
 * participants. Each form has a purpose of its own in the MAC, so none can be made out of another.
 */

import type { TicketId } from '../ticket/ticket-id';
import { isTicketId } from '../ticket/ticket-id';
import { addressKey } from './addresses';

/** HMAC-SHA-256 of a text. Node's crypto or Utilities.computeHmacSha256Signature, handed in with their key. */
export type Mac = (text: string) => ArrayLike<number>;

/** The first key signs, all verify: a new key is put first and the old one is kept until its mails are answered. */
export type MacKeys = readonly Mac[];

/** RFC 4648 section 6, lower case: local parts lose their case on the way. */
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
/** 16 signs are 80 bits: nobody guesses one in the lifetime of a ticket. */
const MAC_SIGNS = 16;
const VERSION = 'b1';

function macText(mac: Mac, purpose: string, content: string): string {
  const bytes = mac(`rowdesk|${purpose}|${content}`);
  let out = '';
  let bits = 0;
  let held = 0;
  for (let at = 0; at < bytes.length && out.length < MAC_SIGNS; at++) {
    // Apps Script hands out signed bytes.
    held = held * 256 + ((bytes[at] ?? 0) & 255);
    bits += 8;
    while (bits >= 5 && out.length < MAC_SIGNS) {
      bits -= 5;
      const digit = Math.floor(held / 2 ** bits);
      out += BASE32.charAt(digit);
      held -= digit * 2 ** bits;
    }
  }
  if (out.length < MAC_SIGNS) throw new RangeError('a MAC of 10 bytes or more is needed');
  return out;
}

/** Compares in a time that does not tell where two texts differ. */
function sameText(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let at = 0; at < a.length; at++) difference |= a.charCodeAt(at) ^ b.charCodeAt(at);
  return difference === 0;
}

function signer(keys: MacKeys): Mac {
  const first = keys[0];
  if (first === undefined) throw new RangeError('signing needs at least one key');
  return first;
}

const verifies = (keys: MacKeys, purpose: string, content: string, mac: string): boolean =>
  keys.some((key) => sameText(macText(key, purpose, content), mac.toLowerCase()));

const safeSuffix = (suffix: string): string => suffix.replace(/[^A-Za-z0-9-]+/g, '-').slice(0, 60) || '0';

/**
 * @param suffix tells the messages of a ticket apart, such as the key of the outbox row; letters and digits survive,
 *   other signs become "-"
 */
export function signMessageId(ticket: TicketId, suffix: string, domain: string, keys: MacKeys): string {
  const safe = safeSuffix(suffix);
  const content = `${ticket}.${safe}`.toLowerCase();
  return `<${VERSION}_${ticket}.${safe}.${macText(signer(keys), 'message-id', content)}@${domain}>`;
}

const OWN_ID = /^<?b1_(T-[0-9A-Z]{5,12})\.([A-Za-z0-9-]{1,60})\.([a-z2-7]{16})@[^@\s>]+>?$/i;

/** The ticket that one of our own Message-IDs was made for, null when it is not ours or was forged. */
export function readSignedMessageId(id: string, keys: MacKeys): TicketId | null {
  const match = OWN_ID.exec(id.trim());
  if (match === null) return null;
  const [, ticketText = '', suffix = '', mac = ''] = match;
  const ticket = ticketText.toUpperCase();
  if (!isTicketId(ticket)) return null;
  return verifies(keys, 'message-id', `${ticketText}.${suffix}`.toLowerCase(), mac) ? ticket : null;
}

/** `support@school.example` → `support+t.t-7k3q9.<mac>@school.example`. */
export function signReplyAddress(mailbox: string, ticket: TicketId, keys: MacKeys): string {
  const token = ticket.toLowerCase();
  return withToken(mailbox, `t.${token}.${macText(signer(keys), 'reply-address', token)}`);
}

function withToken(mailbox: string, token: string): string {
  const at = mailbox.lastIndexOf('@');
  if (at < 1) throw new RangeError(`"${mailbox}" is no address to sign`);
  return `${mailbox.slice(0, at)}+${token}${mailbox.slice(at)}`;
}

const OWN_ADDRESS = /\+t\.(t-[0-9a-z]{5,12})\.([a-z2-7]{16})@/i;

/** The ticket of a reply address of ours, null when there is no token in it or a forged one. */
export function readReplyAddress(address: string, keys: MacKeys): TicketId | null {
  const match = OWN_ADDRESS.exec(address);
  if (match === null) return null;
  const token = (match[1] ?? '').toLowerCase();
  const ticket = token.toUpperCase();
  if (!isTicketId(ticket)) return null;
  return verifies(keys, 'reply-address', token, match[2] ?? '') ? ticket : null;
}

/** For whom a mail to a colleague was signed, and about which ticket. */
export interface SignedFor {
  readonly ticket: TicketId;
  /** Address of the colleague, in the form of addressKey. */
  readonly agent: string;
}

/** A ticket and a suffix hold no "|": where the one ends and the address begins cannot be shifted. */
const agentContent = (what: string, agent: string): string => `${what.toLowerCase()}|${addressKey(agent)}`;

/** `support@school.example` → `support+a.t-7k3q9.<mac>@school.example`, for this colleague only. */
export function signAgentAddress(mailbox: string, ticket: TicketId, agent: string, keys: MacKeys): string {
  const token = ticket.toLowerCase();
  return withToken(
    mailbox,
    `a.${token}.${macText(signer(keys), 'agent-address', agentContent(token, agent))}`,
  );
}

const AGENT_ADDRESS = /\+a\.(t-[0-9a-z]{5,12})\.([a-z2-7]{16})@/i;

/**
 * The colleague is not named in it, so that nobody reads off an address who works there: those of the team are tried.
 *
 * @param agents addresses of the team
 */
export function readAgentAddress(address: string, agents: Iterable<string>, keys: MacKeys): SignedFor | null {
  const match = AGENT_ADDRESS.exec(address);
  if (match === null) return null;
  const token = (match[1] ?? '').toLowerCase();
  return signedFor(token, 'agent-address', token, match[2] ?? '', agents, keys);
}

/** @param suffix as in signMessageId */
export function signAgentMessageId(
  ticket: TicketId,
  suffix: string,
  agent: string,
  domain: string,
  keys: MacKeys,
): string {
  const named = `${ticket}.${safeSuffix(suffix)}`;
  return `<${VERSION}a_${named}.${macText(signer(keys), 'agent-message-id', agentContent(named, agent))}@${domain}>`;
}

const AGENT_ID = /^<?b1a_(T-[0-9A-Z]{5,12})\.([A-Za-z0-9-]{1,60})\.([a-z2-7]{16})@[^@\s>]+>?$/i;

/** @param agents addresses of the team */
export function readAgentMessageId(id: string, agents: Iterable<string>, keys: MacKeys): SignedFor | null {
  const match = AGENT_ID.exec(id.trim());
  if (match === null) return null;
  const [, ticketText = '', suffix = '', mac = ''] = match;
  return signedFor(ticketText, 'agent-message-id', `${ticketText}.${suffix}`, mac, agents, keys);
}

function signedFor(
  ticketText: string,
  purpose: string,
  what: string,
  mac: string,
  agents: Iterable<string>,
  keys: MacKeys,
): SignedFor | null {
  const ticket = ticketText.toUpperCase();
  if (!isTicketId(ticket)) return null;
  for (const agent of agents) {
    // A row of the team without an address is nobody whom we could have asked.
    if (agent.trim() === '') continue;
    if (verifies(keys, purpose, agentContent(what, agent), mac)) return { ticket, agent: addressKey(agent) };
  }
  return null;
}

/** Without our tokens, in an address or in any text: `support+t.….…@x` → `support@x`, a colleague's alike. */
export function withoutReplyToken(text: string): string {
  return text.replace(/\+[at]\.t-[0-9a-z]{5,12}\.[a-z2-7]{16}(?=@)/gi, '');
}
