/** A built dialog in Chromium, as its menu item shows it; google.script.run is answered by the script in a local sheet. */
import type { Browser, Page } from 'playwright-core';
import type { SheetUser } from '../../../local-sheet/contract';
import { openPage } from '../../bench/chromium';
import { ANNA, type Desk } from './desk';
import { NOWHERE } from './sidebar-call';

export interface OpenDialog {
  readonly page: Page;
  /** Names of the requests that the page made, in order. */
  readonly asked: string[];
  /** What the next calls do instead of reaching the script. */
  failure: Error | null;
  closed: boolean;
}

export interface DialogOptions {
  readonly colorScheme?: 'light' | 'dark';
  /** Google's own size for the dialog, unless said otherwise. */
  readonly width?: number;
  readonly height?: number;
  readonly locale?: string;
  readonly user?: SheetUser;
}

export async function openDialog(
  browser: Browser,
  desk: Desk,
  menuItem: 'openForecast' | 'openPreview' | 'openImport',
  { colorScheme = 'light', width, height, locale = 'en-GB', user = ANNA }: DialogOptions = {},
): Promise<OpenDialog> {
  const { dialog } = desk.host.runMenuItem(user, menuItem, NOWHERE);
  if (!dialog) throw new Error(`${menuItem} showed no dialog`);
  const page = await openPage(browser, {
    viewport: { width: width ?? dialog.width ?? 900, height: height ?? dialog.height ?? 600 },
    colorScheme,
    locale,
    reducedMotion: 'reduce',
  });
  const open: OpenDialog = { page, asked: [], failure: null, closed: false };
  await page.exposeFunction('runInScript', (request: { readonly action: string }) => {
    open.asked.push(request.action);
    if (open.failure) return { error: open.failure.message };
    return { answer: desk.host.runFromPage(user, 'dialogCall', [request], NOWHERE).returned };
  });
  await page.exposeFunction('closeDialog', () => {
    open.closed = true;
  });
  await page.addInitScript({ content: GOOGLE_SCRIPT });
  // A page with an address: init scripts do not run in setContent's blank document.
  await page.route('http://dialog.test/', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: dialog.html }),
  );
  await page.goto('http://dialog.test/');
  return open;
}

/** As https://developers.google.com/apps-script/guides/html/reference/run and …/host describe it. */
const GOOGLE_SCRIPT = `
  const runner = (success, failure) => ({
    withSuccessHandler: (handler) => runner(handler, failure),
    withFailureHandler: (handler) => runner(success, handler),
    dialogCall(request) {
      window.runInScript(request).then((done) => {
        if (done.error !== undefined) failure(new Error(done.error));
        else success(done.answer);
      }, failure);
    },
  });
  window.google = { script: { run: runner(() => {}, () => {}), host: { close: () => window.closeDialog() } } };
`;
