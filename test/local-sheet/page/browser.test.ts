/** The page in the real Chromium. */
import type { Browser, Page } from 'playwright-core';
import { complaintsOf, openChromium, openPage } from '../../bench/chromium';
import { needs } from '../../support/needs';
import { DASHBOARD, TEAM, TICKETS } from '../xlsx/desk-workbook';
import { type DemoHost, demoHost } from './demo-host';
import { deskInModel, type OpenDesk } from './desk-in-model';
import { bundledClient, type RunningPage, servePage } from './page-server';

needs('chromium')('the page in Chromium', () => {
  let browser: Browser;
  let client: { html: string; js: string };
  let desk: OpenDesk;
  let host: DemoHost;
  let served: RunningPage;
  let page: Page;
  let complaints: readonly string[];

  beforeAll(async () => {
    client = await bundledClient();
    browser = await openChromium();
  });

  afterAll(() => browser?.close());

  async function open(query = '', count = 40, size = { width: 1280, height: 800 }): Promise<void> {
    desk = deskInModel(count);
    host = demoHost();
    served = await servePage(desk, host, client);
    page = await openPage(browser, { viewport: size, locale: 'en' });
    complaints = complaintsOf(page);
    await page.goto(served.url + query);
    await page.waitForSelector('.rows .cell');
  }

  afterEach(async () => {
    await page.close();
    await served.close();
    expect(complaints).toEqual([]);
  });

  const cell = (row: number, column: number) => page.locator(`#c-${row}-${column}`);
  const stored = (a1: string) => desk.sheets.values.get(desk.spreadsheetId, a1).values?.[0]?.[0];

  it('shows labels instead of keys, tickets as rows, and tabs', async () => {
    await open();
    expect(await cell(1, 1).textContent()).toBe('Status');
    expect(await cell(0, 1).count()).toBe(0);
    expect(await cell(2, 0).textContent()).toBe('T-FH3YS');
    expect(await cell(2, 10).count()).toBe(0);
    expect(await page.locator('[role=tab]').allTextContents()).toEqual(['Tickets', 'Team', 'Dashboard']);
  });

  it('changes a status by keyboard alone, in the sheet and for the script', async () => {
    await open();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('#c-2-1', { hasText: 'Open' }).waitFor();
    expect(stored('Tickets!B3')).toBe('Open');
    expect(host.edits).toEqual([
      { cell: { sheetId: TICKETS, row: 3, column: 2 }, oldValue: 'New', value: 'Open' },
    ]);
  });

  it('refuses a word that is not in the list and says so', async () => {
    await open();
    await cell(2, 1).click();
    await page.keyboard.type('whatever');
    await page.keyboard.press('Enter');
    await page.locator('.toast.is-bad', { hasText: 'only a value from its list' }).waitFor();
    expect(stored('Tickets!B3')).toBe('New');
  });

  it('takes a typed date, and takes it back with Ctrl+Z', async () => {
    await open();
    await cell(2, 7).click();
    await page.keyboard.type('2026-12-24 18:00');
    await page.keyboard.press('Enter');
    await page.locator('#c-2-7', { hasText: '2026-12-24 18:00' }).waitFor();
    await page.keyboard.press('Control+z');
    await page.locator('#c-2-7', { hasText: '2026-11-16 08:00' }).waitFor();
  });

  it('asks before a column of the bridge is changed', async () => {
    await open();
    await cell(3, 0).click();
    await page.keyboard.type('mine');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(stored('Tickets!A4')).toBe('T-9CEX2');
  });

  it('ticks a box with the space bar', async () => {
    await open(`?tab=${TEAM}`);
    await cell(5, 2).click({ position: { x: 4, y: 4 } });
    await page.keyboard.press('Space');
    await page.locator('#c-5-2 .is-on').waitFor();
    expect(stored('Team!C6')).toBe('TRUE');
  });

  it('shows a change made elsewhere by itself', async () => {
    await open();
    desk.sheets.values.update(
      desk.spreadsheetId,
      'Tickets!F5',
      { values: [['From the bridge']] },
      { valueInputOption: 'RAW' },
    );
    await page.locator('#c-4-5.is-fresh', { hasText: 'From the bridge' }).waitFor();
  });

  it('recomputes pivots and charts when a ticket changes', async () => {
    await open(`?tab=${DASHBOARD}`);
    await page.locator('.chart').first().waitFor();
    expect(await page.locator('.chart').count()).toBe(5);
    expect(await cell(3, 1).textContent()).toBe('3');
    desk.sheets.values.update(
      desk.spreadsheetId,
      'Tickets!B3',
      { values: [['Closed']] },
      { valueInputOption: 'RAW' },
    );
    await page.locator('#c-3-1', { hasText: '4' }).waitFor();
    expect(await page.locator('.chart title', { hasText: 'Closed: 4' }).count()).toBeGreaterThan(0);
  });

  it('never reads a text as HTML', async () => {
    await open();
    const text = '<img src=x onerror="document.title=1"><b>bold</b>';
    desk.sheets.values.update(
      desk.spreadsheetId,
      'Tickets!F3',
      { values: [[text]] },
      { valueInputOption: 'RAW' },
    );
    await page.locator('#c-2-5', { hasText: '<img' }).waitFor();
    expect(await cell(2, 5).textContent()).toContain(text.slice(0, 20));
    expect(await page.locator('#c-2-5 img, #c-2-5 b').count()).toBe(0);
  });

  it('keeps few rows in the page however many there are, and finds the last one', async () => {
    await open('', 10_000);
    expect(await page.locator('.rows .row').count()).toBeLessThan(80);
    await page.evaluate(() => {
      const grid = document.getElementById('grid');
      if (grid) grid.scrollTop = grid.scrollHeight;
    });
    await page.locator('#c-10001-0', { hasText: /^T-/ }).waitFor();
    expect(await page.locator('.rows .row').count()).toBeLessThan(80);
  });

  it('opens the menu of the script and its sidebar, which talks to the script', async () => {
    await open();
    await cell(9, 5).click();
    await page.getByRole('button', { name: 'Rowdesk' }).click();
    await page.getByRole('menuitem', { name: 'Show the conversation' }).click();
    const sidebar = page.frameLocator('.side iframe');
    await sidebar.getByText(`at start: row 10 of ${TICKETS}`).waitFor();
    await cell(11, 5).click();
    await sidebar.getByRole('button').click();
    await sidebar.getByText(`please: row 12 of ${TICKETS}`).waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    expect(await page.locator('.side').count()).toBe(0);
  });

  it('shows the rows even when the script cannot start', async () => {
    await open();
    host.open = () => {
      throw new Error('the script is broken');
    };
    await page.reload();
    await page.locator('.toast.is-bad', { hasText: 'the script is broken' }).waitFor();
    expect(await cell(2, 0).textContent()).toBe('T-FH3YS');
    complaints = complaints.filter((text) => !text.includes('502'));
  });

  it('keeps the sidebar away from the page and its server', async () => {
    await open();
    await page.getByRole('button', { name: 'Rowdesk' }).click();
    await page.getByRole('menuitem', { name: 'Show the conversation' }).click();
    await page.frameLocator('.side iframe').getByText('at start').waitFor();
    const frame = page.frames().find((each) => each.url().includes('/shown/'));
    const reach = await frame?.evaluate(async () => {
      const tries = { parent: 'reached', network: 'reached' };
      try {
        void window.parent.document.title;
      } catch {
        tries.parent = 'refused';
      }
      await new Promise<void>((resolve) => {
        const call = new XMLHttpRequest();
        call.onload = () => resolve();
        call.onerror = () => {
          tries.network = 'refused';
          resolve();
        };
        call.open('GET', '/workbook');
        call.send();
      });
      return tries;
    });
    expect(reach).toEqual({ parent: 'refused', network: 'refused' });
    // The refusal is what was to be seen; the browser reports it.
    complaints = complaints.filter(
      (text) => !text.includes('Content Security Policy') && !text.includes('violates'),
    );
  });

  it('tells the page around it which row was selected', async () => {
    await open();
    const heard = page.evaluate(
      (url) =>
        new Promise((resolve) => {
          addEventListener('message', (event) => {
            if (event.data?.type === 'selected' && event.data.row === 7) resolve(event.data);
          });
          const frame = document.createElement('iframe');
          frame.src = url;
          document.body.replaceChildren(frame);
        }),
      `/?tab=${TICKETS}&row=7`,
    );
    expect(await heard).toEqual({ type: 'selected', sheetId: TICKETS, row: 7 });
  });

  it.each(['en', 'pl', 'uk'])(
    'fits a narrow screen in %s without the page itself scrolling sideways',
    async (language) => {
      await open(`?lang=${language}`, 40, { width: 390, height: 844 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
      expect(await page.locator('.download').isVisible()).toBe(true);
    },
  );

  it('has names for everything that can be operated', async () => {
    await open();
    const nameless = await page.evaluate(() =>
      [...document.querySelectorAll('button, a, textarea, input, [role=grid]')]
        .filter((element) => !(element.getAttribute('aria-label') || element.textContent?.trim()))
        .map((element) => element.outerHTML.slice(0, 80)),
    );
    expect(nameless).toEqual([]);
    expect(await page.locator('#grid').getAttribute('aria-activedescendant')).toBe('c-2-0');
  });
});
