/**
 * Message-IDs and reply addresses that prove to us, when they come back, that we made them for that ticket.
 *
 * `<b1_T-7K3Q9.suffix.mac@domain>` holds "_" and "." so that it does not look like the random ids that
 * SpamAssassin marks (MSGID_RANDY). `support+t.t-7k3q9.mac@domain` survives being lower-cased.
 */
import type { TicketId } from '../ticket/ticket-id';
import { isTicketId } from '../ticket/ticket-id';

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

/**
 * @param suffix tells the messages of a ticket apart, such as the key of the outbox row; letters and digits survive,
 *   other signs become "-"
 */
export function signMessageId(ticket: TicketId, suffix: string, domain: string, keys: MacKeys): string {
  const safe = suffix.replace(/[^A-Za-z0-9-]+/g, '-').slice(0, 60) || '0';
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
  const at = mailbox.lastIndexOf('@');
  if (at < 1) throw new RangeError(`"${mailbox}" is no address to sign`);
  const token = ticket.toLowerCase();
  return `${mailbox.slice(0, at)}+t.${token}.${macText(signer(keys), 'reply-address', token)}${mailbox.slice(at)}`;
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

/** The mailbox without our token: `support+t.….…@x` → `support@x`. */
export function withoutReplyToken(address: string): string {
  return address.replace(/\+t\.t-[0-9a-z]{5,12}\.[a-z2-7]{16}(?=@)/i, '');
}
