/**
 * Looks again. A sidebar is told nothing by Google, so it has to ask, and each question is an execution of the
 * script. Therefore: at once when the pointer or the keyboard comes to the sidebar, every five seconds while somebody
 * is at work and every fifteen after a minute without a sign of life, only while the page can be seen, and no more
 * after five minutes: a forgotten sidebar costs nothing. (Google allows a user 30 executions at a time and 60 reads of
 * the Sheets API a minute, a project 300. A look is one execution with one read, at most 12 times a minute, and every
 * half minute the conversation is brought up to date with three more.)
 */
const EVERY_MS = 5_000;
const SLOWLY_MS = 15_000;
const UNTIL_SLOW_MS = 60_000;
const UNTIL_IDLE_MS = 5 * 60_000;
/** Pointer and focus often arrive together; one question answers both. */
const AT_LEAST_MS = 1_500;

/**
 * @param look its result says whether the person has moved or works on something, a sign of life
 * @param onPause told when looking stops and when it goes on
 */
export function keepLooking(look: () => Promise<boolean>, onPause: (paused: boolean) => void): void {
  let lastSign = Date.now();
  let lastLooked = 0;
  let looking = false;
  let paused = false;

  const lookNow = async (): Promise<void> => {
    if (looking || Date.now() - lastLooked < AT_LEAST_MS) return;
    looking = true;
    lastLooked = Date.now();
    try {
      if (await look()) lastSign = Date.now();
    } finally {
      looking = false;
    }
  };

  const setPaused = (now: boolean): void => {
    if (paused === now) return;
    paused = now;
    onPause(now);
  };

  const signOfLife = (): void => {
    lastSign = Date.now();
    setPaused(false);
    void lookNow();
  };

  document.documentElement.addEventListener('pointerenter', signOfLife);
  window.addEventListener('focus', signOfLife);
  // Typing is life, and asks nothing: every letter would.
  document.addEventListener('input', () => {
    lastSign = Date.now();
    setPaused(false);
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') signOfLife();
  });
  setInterval(() => {
    if (document.visibilityState !== 'visible') return;
    const quiet = Date.now() - lastSign;
    if (quiet > UNTIL_IDLE_MS) setPaused(true);
    // A timer may come some milliseconds early.
    else if (quiet < UNTIL_SLOW_MS || Date.now() - lastLooked > SLOWLY_MS - AT_LEAST_MS) void lookNow();
  }, EVERY_MS);
}
