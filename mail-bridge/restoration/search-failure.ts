/**
 * Since when the sent mails cannot be looked into. Kept on the disk: a bridge that a timer starts every few minutes would
 * otherwise try for the first time each time, and never send again.
 */
import { readFileSync, rmSync } from 'node:fs';
import { type Instant, instant, MS_PER_DAY } from '../../core/time/instant';
import { writeDurably } from '../state/durable-file';

export interface SearchFailure {
  /** Notes a failure. @returns the moment of the first one since a search last went well */
  since(now: Instant): Instant;
  /** A search went well, or there is nothing to look for any more. */
  over(): void;
}

export function searchFailure(file: string): SearchFailure {
  return {
    since(now) {
      const first = firstFailure(file);
      // A clock that was ahead must not stretch the wait, and a file that came back with a snapshot must not end it.
      if (first !== null && first <= now && now - first < MS_PER_DAY) return first;
      writeDurably(file, `${new Date(now).toISOString()}\n`);
      return now;
    },
    over: () => rmSync(file, { force: true }),
  };
}

/** null: none, or a file that cannot be read, which only makes the wait begin anew. */
function firstFailure(file: string): Instant | null {
  try {
    const at = Date.parse(readFileSync(file, 'utf8').trim());
    return Number.isFinite(at) ? instant(at) : null;
  } catch {
    return null;
  }
}
