/**
 * How long the mail that is to get its row next has been waiting for it. Its own date tells nothing: it may have come
 * weeks ago, and be the first of a mailbox that is taken in only now.
 */
import type { Instant } from '../../core/time/instant';

/**
 * @returns a look at the front of the line: since when it has been the same mail, by whatever name, with a Sheet that
 * could be written. What the Sheet kept waiting starts anew when it is back.
 */
export function frontOfLine(): (first: string | null, now: Instant, isSheetAway: boolean) => Instant | null {
  let seen: { readonly first: string; readonly since: Instant } | null = null;
  return (first, now, isSheetAway) => {
    if (first === null) seen = null;
    else if (isSheetAway || seen?.first !== first || now < seen.since) seen = { first, since: now };
    return seen?.since ?? null;
  };
}
