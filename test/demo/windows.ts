/** The windows in which the demo's page is opened. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { complaintsOf, openPage } from '../bench/chromium';

export const DESK: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };
export const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true };

/** The page once the morning has been played: the clock may be moved then. */
export async function openDemo(
  browser: Browser,
  url: string,
  options: BrowserContextOptions,
): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
  const page = await openPage(browser, {
    locale: 'en-GB',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    ...options,
  });
  const complaints = complaintsOf(page);
  await page.goto(url);
  await page.locator('[data-minutes="60"]:not([disabled])').waitFor({ state: 'attached' });
  return { page, complaints };
}
