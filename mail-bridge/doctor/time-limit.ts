/** Servers that are silent are given up on: a dead one costs the doctor no more than this. */
export const PATIENCE_MS = 10_000;

export class TookTooLong extends Error {
  override readonly name = 'TookTooLong';
}

/**
 * @param giveUp ends what the work has open, so that nothing keeps the process alive
 * @throws TookTooLong, or what the work throws
 */
export async function within<T>(ms: number, work: () => Promise<T>, giveUp: () => void): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TookTooLong(`no answer within ${ms / 1000} seconds`)), ms);
  });
  const working = work();
  // After the deadline nobody listens any more.
  working.catch(() => undefined);
  try {
    return await Promise.race([working, deadline]);
  } catch (error) {
    giveUp();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
