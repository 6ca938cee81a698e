/** The windows in which the demo's page is opened. */
import type { BrowserContextOptions } from 'playwright-core';

export const DESK: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };
export const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true };
