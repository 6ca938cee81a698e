/**
 * Follows the selection in the sheet. A sidebar is told nothing by Google, so it has to ask, and each question
 * is an execution of the script. Therefore: at once when the pointer or the keyboard comes to the sidebar, every
 * five seconds while the page can be seen, and no more once five minutes brought no sign of life; a forgotten
 * sidebar costs nothing. (Google allows a user 30 executions at a time and 60 reads of the Sheets API a minute; a
 * sidebar that follows makes one execution with one read, at most 12 times a minute.)
 */
const EVERY_MS = 5_000;
const UNTIL_IDLE_MS = 5 * 60_000;
/** Pointer and focus often arrive together; one question answers both. */
const AT_LEAST_MS = 1_500;

/**
 * @param ask asks for the selection; its result says whether the person has moved, a sign of life
 * @param onPause told when following stops and when it goes on
 */
export function followSelection(ask: () => Promise<boolean>, onPause: (paused: boolean) => void): void {
  let lastSign = Date.now();
  let lastAsked = 0;
  let asking = false;
  let paused = false;

  const askNow = async (): Promise<void> => {
    if (asking || Date.now() - lastAsked < AT_LEAST_MS) return;
    asking = true;
    lastAsked = Date.now();
    try {
      if (await ask()) lastSign = Date.now();
    } finally {
      asking = false;
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
    void askNow();
  };

  document.documentElement.addEventListener('pointerenter', signOfLife);
  window.addEventListener('focus', signOfLife);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') signOfLife();
  });
  setInterval(() => {
    if (document.visibilityState !== 'visible') return;
    if (Date.now() - lastSign > UNTIL_IDLE_MS) setPaused(true);
    else void askNow();
  }, EVERY_MS);
}
