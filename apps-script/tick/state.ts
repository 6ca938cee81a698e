/** What one tick tells the next, in one document property. */
import type { Instant } from '../../core/time/instant';
import type { MemoryPort } from '../ports';

export interface TickState {
  /** When a tick last came to an end. */
  readonly at: Instant;
  /** The ticket after which the next tick goes on; '' when the last one got to the end. */
  readonly after: string;
}

const KEY = 'tick';

export function lastTick(memory: MemoryPort): TickState | null {
  return tickState(memory.get(KEY));
}

/** Out of everything that is remembered, read in one call. */
export function tickIn(stored: Readonly<Record<string, string>>): TickState | null {
  return tickState(stored[KEY] ?? null);
}

function tickState(stored: string | null): TickState | null {
  const match = stored === null ? null : /^(\d+) (.*)$/.exec(stored);
  return match ? { at: Number(match[1]) as Instant, after: match[2] ?? '' } : null;
}

export function rememberTick(memory: MemoryPort, { at, after }: TickState): void {
  memory.set(KEY, `${at} ${after}`);
}
