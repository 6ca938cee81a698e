/**
 * How much of the firm's share of Google's service strangers may use up. Sheets answers 60 reads a minute to the account
 * that published the page, and the tick reads with the same account.
 *
 * Google tells a script nothing by which one visitor could be told from another, so the throttle counts all of them.
 * While it is shut, the page says that it did not work and whom to write to: the answer to a reminder ends them as well.
 */
import type { ShortMemoryPort } from '../ports';

/** Real readers press the button a few times a day. */
export const MOST_WISHES = 15;
const MS_PER_MINUTE = 60_000;

/**
 * Counts one more wish of this minute. Two at the same moment may count as one: the cache knows no step between reading
 * and writing, and a few more do no harm.
 */
export function mayTryNow(memory: ShortMemoryPort, now: number): boolean {
  const key = `stop-page:wishes:${Math.floor(now / MS_PER_MINUTE)}`;
  const counted = Number(memory.getAll([key])[key] ?? 0);
  if (counted >= MOST_WISHES) return false;
  memory.put(key, String(counted + 1), 120);
  return true;
}

const SETTINGS_KEY = 'stop-page:settings';
/** Seconds for which a change of the firm's name is not seen on the page. */
const SETTINGS_KEPT = 60;

/** What the page says of the firm, read from the Sheet once a minute, however often the page is opened. */
export function rememberedFirm<T>(memory: ShortMemoryPort, read: () => T): T {
  const kept = memory.getAll([SETTINGS_KEY])[SETTINGS_KEY];
  // Only this function writes there.
  if (kept !== undefined) return JSON.parse(kept) as T;
  const firm = read();
  memory.put(SETTINGS_KEY, JSON.stringify(firm), SETTINGS_KEPT);
  return firm;
}
