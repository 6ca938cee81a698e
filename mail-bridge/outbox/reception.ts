/**
 * What a server's answers to the recipients of one mail come to. SMTP answers each of them (RFC 5321 §3.3), and goes on
 * with those that it has taken: what became of the mail is what became of it for the one to whom it is written.
 */
import { reasonOf } from '../user-error';
import type { Delivery } from './delivery';

export interface Envelope {
  readonly from: string;
  readonly to: string;
  /** Whoever gets a copy. */
  readonly cc: readonly string[];
}

export interface RefusedRecipient {
  readonly address: string;
  /** The server's words. */
  readonly answer: string;
}

/**
 * The server has the text.
 *
 * Where copies have gone out and the mail has not, it is over, even if the server only wanted it later: it cannot be
 * sent once more without everybody getting their copy twice, and a person can write anew.
 *
 * @param recipients as they were named to the server, the one to whom it is written first
 */
export function receptionOf(
  recipients: readonly string[],
  answer: string,
  refused: readonly RefusedRecipient[],
): Delivery {
  const [to, ...cc] = recipients;
  const own = refused.find(({ address }) => address === to);
  if (own !== undefined) {
    const gone = cc.filter((copy) => !refused.some(({ address }) => address === copy));
    return { kind: 'refused', answer: `${own.answer} (only the copies went out: ${gone.join(', ')})` };
  }
  if (refused.length === 0) return { kind: 'accepted', answer };
  const copies = refused.map((one) => `${one.address}: ${one.answer}`);
  return { kind: 'accepted', answer: `${answer} (no copy to ${copies.join('; ')})` };
}

/** Nobody has got anything: what was said to the one to whom it is written decides whether it is tried again. */
export function refusalOf(error: unknown, [to]: readonly string[]): unknown {
  return rejectionsOf(error).find(({ recipient }) => recipient === to) ?? error;
}

export function refusedIn(result: unknown): RefusedRecipient[] {
  return rejectionsOf(result).map((error) => ({ address: error.recipient, answer: reasonOf(error) }));
}

/** As nodemailer hangs them on its results and on its errors. */
function rejectionsOf(result: unknown): (Error & { readonly recipient: string })[] {
  if (typeof result !== 'object' || result === null || !('rejectedErrors' in result)) return [];
  return Array.isArray(result.rejectedErrors) ? result.rejectedErrors.filter(isRejection) : [];
}

function isRejection(error: unknown): error is Error & { readonly recipient: string } {
  return error instanceof Error && 'recipient' in error && typeof error.recipient === 'string';
}
