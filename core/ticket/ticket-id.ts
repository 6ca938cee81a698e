/**
 * Ticket ids: short, easily spoken, not guessable in sequence, and minted without a shared counter.
 *
 * An id is read off a digest of what the ticket was born from (its first message, or a random nonce), so the
 * same birth always gives the same id: a crash between minting and writing cannot make a second ticket.
 */
declare const brand: unique symbol;

/** `T-` and five or more signs of the alphabet below, such as `T-7K3Q9`. */
export type TicketId = string & { readonly [brand]: 'TicketId' };

/** Crockford's base 32: no I, L, O or U, so nothing is misread aloud or spells a word by accident. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SHORTEST = 5;
const PATTERN = /^T-[0-9A-HJKMNP-TV-Z]{5,12}$/;

/**
 * Mints an id from a digest.
 *
 * @param digest at least 16 bytes that nobody outside can predict (an HMAC of the birth key)
 * @param taken says whether another ticket already has an id; a clash moves on to the next signs of the digest,
 *   then to longer ids
 * @throws RangeError when the digest is too short
 */
export function mintTicketId(digest: ArrayLike<number>, taken: (id: TicketId) => boolean): TicketId {
  if (digest.length < 16) throw new RangeError('a ticket id is minted from 16 bytes or more');
  const signs = Array.from(digest, (byte) => ALPHABET.charAt(byte & 31)).join('');
  for (let length = SHORTEST; length <= 12; length++) {
    for (let from = 0; from + length <= signs.length; from += length) {
      const id = `T-${signs.slice(from, from + length)}` as TicketId;
      if (!taken(id)) return id;
    }
  }
  throw new RangeError('every id this digest can give is taken');
}

export function isTicketId(value: string): value is TicketId {
  return PATTERN.test(value);
}

/** Reads an id as people write it: lower case, no dash, O for 0, I or L for 1. Null when it is none. */
export function parseTicketId(written: string): TicketId | null {
  const match = /^\s*\[?#?\s*T[-\s]?([0-9A-Z]{5,12})\]?\s*$/i.exec(written);
  if (!match?.[1]) return null;
  const id = `T-${match[1].toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1')}`;
  return isTicketId(id) ? id : null;
}
