/** At most one import at a time: two would each plan on what the other has not written yet. */
import type { Instant } from '../../core/time/instant';
import type { MemoryPort } from '../ports';

const KEY = 'import';
/** Longer than a call takes, and than a page waits between two. */
const LEASE_MS = 90_000;

interface Lease {
  readonly key: string;
  readonly who: string;
  readonly until: number;
}

/** Under the document's lock only. @returns null when the import may go on, else who is importing */
export function takeLease(memory: MemoryPort, key: string, who: string, now: Instant): string | null {
  const held = readLease(memory.get(KEY));
  if (held !== null && held.key !== key && held.until > now) return held.who;
  const lease: Lease = { key, who, until: now + LEASE_MS };
  memory.set(KEY, JSON.stringify(lease));
  return null;
}

export function endLease(memory: MemoryPort, key: string): void {
  if (readLease(memory.get(KEY))?.key === key) memory.forget(KEY);
}

function readLease(text: string | null): Lease | null {
  if (text === null) return null;
  try {
    const { key, who, until } = JSON.parse(text) as Partial<Record<keyof Lease, unknown>>;
    return typeof key === 'string' && typeof who === 'string' && typeof until === 'number'
      ? { key, who, until }
      : null;
  } catch {
    return null;
  }
}
