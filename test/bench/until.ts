import { setTimeout as pause } from 'node:timers/promises';

/**
 * Looks again and again until what it sees is enough, for things that another program does in its own time. It
 * gives up after `limitMs` and says what it saw last.
 */
export async function until<T>(
  look: () => Promise<T> | T,
  isEnough: (seen: T) => boolean,
  limitMs = 120_000,
): Promise<T> {
  const giveUpAt = performance.now() + limitMs;
  for (;;) {
    const seen = await look();
    if (isEnough(seen)) return seen;
    if (performance.now() > giveUpAt) throw new Error(`It did not come. Last seen: ${JSON.stringify(seen)}`);
    await pause(10);
  }
}
