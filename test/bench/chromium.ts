/** Chromium for the tests of pages and mails: how it is started, what axe-core finds, and pictures for people to look at. */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { programPath } from '../support/needs';
import { THOROUGH } from '../support/thorough';

/** No sandbox and no network chatter: these run in containers, and speak to this machine only. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A guard against waiting for what never comes, longer than any machine needs; Jest's own is longer still. */
const PATIENCE_MS = 120_000;

export function openChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: programPath('chromium') ?? '',
    args: ARGUMENTS,
    timeout: PATIENCE_MS,
  });
}

/** A page in a window of its own, which closes with it. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await browser.newPage(options);
  page.setDefaultTimeout(PATIENCE_MS);
  return page;
}

/** What goes wrong in the page from now on: errors that it logs and that nobody catches. */
export function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

const PICTURES = join(__dirname, '..', '..', 'test-output');

/**
 * A picture for a person to look at, in a thorough run only: no test reads it, and Chromium without a graphics card
 * takes as long for one as for all that leads there.
 *
 * @param file below test-output, without `.png`
 */
export async function picture(page: Page, file: string, { fullPage = false } = {}): Promise<void> {
  if (!THOROUGH) return;
  const path = join(PICTURES, `${file}.png`);
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path, fullPage });
}

/** Whether the page must be scrolled sideways: WCAG 2.2, 1.4.10. */
export const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Found {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
  }[];
}

interface Examined {
  /** Frames that are examined where they are made, as a CSS selector. */
  readonly without?: string;
  /** Rules that do not hold for what is shown inside another page. */
  readonly rulesOff?: readonly string[];
}

/** What axe-core finds wrong on the page by all its rules of WCAG and good practice: rule, place and reason. */
export async function violationsOn(
  page: Page,
  { without, rulesOff = [] }: Examined = {},
): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(
    async ({ without, rulesOff }) => {
      const { axe } = window as unknown as { axe: { run(context: object, options: object): Promise<Found> } };
      const context = without === undefined ? document : { exclude: [without] };
      const found = await axe.run(context, {
        resultTypes: ['violations'],
        iframes: without === undefined,
        // WCAG 2.2, 2.5.8: the one rule that axe-core leaves to be asked for.
        rules: {
          'target-size': { enabled: true },
          ...Object.fromEntries(rulesOff.map((rule) => [rule, { enabled: false }])),
        },
      });
      return found.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
      );
    },
    { without, rulesOff },
  );
}
