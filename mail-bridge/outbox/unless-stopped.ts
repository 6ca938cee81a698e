/** Work of which a bridge that is to stop waits for no more than a moment. */

/** As the work ends, or rejects `graceMs` after the signal; what the work comes to then is nobody's concern. */
export function unlessStopped<T>(work: Promise<T>, signal: AbortSignal, graceMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const stop = () => {
      timer = setTimeout(() => reject(new Error('The bridge was stopped.')), graceMs);
    };
    const over = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    };
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    work.then(resolve, reject).finally(over);
  });
}
