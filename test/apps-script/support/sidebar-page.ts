/** The built sidebar in Chromium, its google.script.run answered by the built script in a local sheet. */
import type { Browser, Page } from 'playwright-core';
import { SHEET_ID } from '../../../core/workbook/columns';
import type { Selection, SheetUser } from '../../../local-sheet/contract';
import { openPage } from '../../bench/chromium';
import { builtProject } from './bundle';
import { ANNA, type Desk } from './desk';

export interface OpenSidebar {
  readonly page: Page;
  /** Names of the requests that the page made, in order. */
  readonly asked: string[];
  /** Where the person stands; the page follows. */
  select(rowIndex: number): void;
  /** What the next calls do instead of reaching the script. */
  failure: Error | null;
}

interface SidebarOptions {
  readonly ticketId?: string;
  readonly colorScheme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  readonly locale?: string;
  readonly user?: SheetUser;
}

export async function openSidebar(
  browser: Browser,
  desk: Desk,
  {
    ticketId,
    colorScheme = 'light',
    width = 300,
    height = 700,
    locale = 'en-GB',
    user = ANNA,
  }: SidebarOptions = {},
): Promise<OpenSidebar> {
  const page = await openPage(browser, {
    viewport: { width, height },
    colorScheme,
    locale,
    reducedMotion: 'reduce',
  });
  let selection: Selection = {
    sheetId: SHEET_ID.tickets,
    row: ticketId === undefined ? 1 : desk.ticket(ticketId).rowIndex + 1,
    column: 1,
  };
  const sidebar: OpenSidebar = {
    page,
    asked: [],
    failure: null,
    select(rowIndex) {
      selection = { ...selection, row: rowIndex + 1 };
    },
  };
  await page.exposeFunction('runInScript', (request: { readonly action: string }) => {
    sidebar.asked.push(request.action);
    if (sidebar.failure) return { error: sidebar.failure.message };
    return { answer: desk.host.runFromPage(user, 'sidebarCall', [request], selection).returned };
  });
  // Time goes on as ever until a test moves it: page.clock.fastForward.
  await page.clock.install();
  await page.addInitScript({ content: GOOGLE_SCRIPT_RUN });
  // A page with an address: init scripts do not run in setContent's blank document.
  await page.route('http://sidebar.test/', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: builtProject().sidebar }),
  );
  await page.goto('http://sidebar.test/');
  return sidebar;
}

/** As https://developers.google.com/apps-script/guides/html/reference/run describes it. */
const GOOGLE_SCRIPT_RUN = `
  const runner = (success, failure) => ({
    withSuccessHandler: (handler) => runner(handler, failure),
    withFailureHandler: (handler) => runner(success, handler),
    sidebarCall(request) {
      window.runInScript(request).then((done) => {
        if (done.error !== undefined) failure(new Error(done.error));
        else success(done.answer);
      }, failure);
    },
  });
  window.google = { script: { run: runner(() => {}, () => {}) } };
`;

/** Waits until something is so; the test's own limit of time is the guard. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}
