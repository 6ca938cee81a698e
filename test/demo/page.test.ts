/** The story once more, by hand: a newcomer plays all parts on the demo's page in Chromium. */
import type { Browser, BrowserContextOptions, FrameLocator, Page } from 'playwright-core';
import type { DemoState } from '../../demo/page/protocol';
import { openChromium, picture } from '../bench/chromium';
import { needs } from '../support/needs';
import { demoState, ENGLISH, type RunningDemo, startDemo } from './run-demo';
import { DESK, openDemo, PHONE } from './windows';

needs('chromium')('the demo’s page', () => {
  let demo: RunningDemo;
  let browser: Browser;
  let page: Page;
  let complaints: readonly string[];
  /** Where the first ticket of the morning stands, below those of the past weeks. */
  let first: number | null = null;

  beforeAll(async () => {
    demo = await startDemo(ENGLISH);
    browser = await openChromium();
  });

  afterAll(async () => {
    await browser?.close();
    await demo?.interrupt();
  });

  async function open(options: BrowserContextOptions): Promise<void> {
    ({ page, complaints } = await openDemo(browser, demo.url, options));
    const { news, newest } = await demoState<DemoState>(demo.url);
    expect(news.filter(({ kind }) => kind === 'fault')).toEqual([]);
    // Six people wrote in the morning; rows count from 1 there and from 0 here.
    first ??= (newest?.row ?? 0) - 6;
    await cell(5, 0).filter({ hasText: 'T-' }).waitFor({ state: 'attached' });
  }

  const sheet = (): FrameLocator => page.frameLocator('#sheet-frame');
  const sidebar = (): FrameLocator => sheet().frameLocator('aside iframe');
  const anyCell = (row: number, column: number) => sheet().locator(`#c-${row}-${column}`);
  /** Of the morning's tickets, from 0. */
  const cell = (ticket: number, column: number) => anyCell((first ?? 0) + ticket, column);
  const step = (name: string) => page.locator(`.step.is-done[data-step="${name}"]`);
  const happened = (text: string | RegExp) => page.locator('#news li', { hasText: text }).first();

  afterEach(async () => {
    await page?.close();
    expect(complaints).toEqual([]);
  });

  it('lets a newcomer live through the whole story', async () => {
    await open(DESK);
    expect(await page.locator('.step.is-done').count()).toBe(0);
    expect(await page.locator('#person').inputValue()).toBe('priya@northlight.test');

    // As a participant.
    await page.getByRole('button', { name: 'Write to support' }).click();
    await page.getByLabel('Subject').fill('Which browser works best?');
    await page
      .getByLabel('Message')
      .fill('Hello,\nI use a screen reader. Which browser should I take?\n\nPriya');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await cell(6, 0).filter({ hasText: 'T-' }).waitFor();
    const id = (await cell(6, 0).textContent()) ?? '';
    expect(id).toMatch(/^T-[0-9A-Z]{5}$/);
    await happened(`${id} is a new row, from Priya Marlowe`).waitFor();
    await page.locator('.conversation', { hasText: 'Which browser works best?' }).waitFor();
    await step('arrive').waitFor();
    expect(await cell(6, 1).textContent()).toContain('New');

    // As a colleague, in the tracker's own sidebar.
    await sheet().locator('.cell.is-selected', { hasText: id }).waitFor();
    await page.getByRole('button', { name: 'Open the conversation' }).click();
    await sidebar().locator('#ticket-id', { hasText: id }).waitFor();
    await sidebar().locator('#text').fill('Firefox and Chrome both work well with screen readers.');
    await page.locator('.conversation').first().click();
    await page.locator('#note').waitFor({ state: 'hidden' });
    await page.setViewportSize({ width: 1280, height: 940 });
    await picture(page, 'demo/answering');
    await page.setViewportSize({ width: 1280, height: 800 });
    await sidebar().locator('#send-wait').click();
    await happened(`The answer to ${id} has reached Priya Marlowe`).waitFor();
    await cell(6, 1).filter({ hasText: 'Waiting for participant' }).waitFor();
    await step('receive').waitFor();

    // The answer stands in the conversation that the question began.
    const letters = page.locator('#letters .letter');
    await letters.filter({ hasText: 'Firefox and Chrome both work well' }).waitFor();
    expect(await letters.count()).toBe(3);
    expect(await letters.first().textContent()).toContain('Which browser should I take?');
    expect(await letters.nth(1).textContent()).toContain('automatic');

    // She answers back, into the same ticket.
    await page.getByLabel('Your reply').fill('Thank you! One more thing: is there a quiet room?');
    await page.getByRole('button', { name: 'Reply', exact: true }).click();
    await cell(6, 1).filter({ hasText: 'Open' }).waitFor();
    await happened(`${id} is now “Open”`).waitFor();
    expect(await textAt((first ?? 0) + 7, 0)).toBe('');
    await sidebar().getByRole('button', { name: 'Refresh' }).click();
    await sidebar().locator('.message.in', { hasText: 'is there a quiet room?' }).waitFor();

    // As a trainer, who has got another question by mail.
    await page.getByLabel('You are').selectOption('olena.haj@akademia-jasna.test');
    await page.locator('.conversation', { hasText: 'Юрій Дубенко-Зоря через' }).click();
    await page.locator('#letters .letter', { hasText: 'чи можна передати посилання' }).waitFor();
    await page.getByRole('button', { name: 'Reply', exact: true }).click();
    await page.getByLabel('Your reply').fill('Так, передайте, будь ласка.\n\nОлена');
    await page.getByRole('button', { name: 'Reply', exact: true }).click();
    await step('trainer').waitFor();
    await page.getByLabel('You are').selectOption('priya@northlight.test');

    // Time passes: what nobody answered is late, and reminders go out.
    await page.getByRole('button', { name: '+1 hour' }).click();
    await happened(/is late: first answer was due 13:05/).waitFor();
    await sheet().getByRole('button', { name: 'Close' }).click();
    await cell(0, 3).filter({ hasText: 'Overdue' }).waitFor();
    await page.getByRole('button', { name: /To the next reminder, Tue 08:00/ }).click();
    await happened('Reminder “in two hours” sent to 5 people: Excel bez stresu').waitFor();
    await page.locator('#time', { hasText: '08:00' }).waitFor();
    await page.getByLabel('You are').selectOption({ label: 'Zofia Malinka (3)' });
    await page.locator('.conversation.is-unread', { hasText: 'Excel bez stresu' }).first().waitFor();

    // As a manager.
    await page.getByRole('button', { name: 'Dashboard' }).click();
    await sheet().locator('.cell', { hasText: 'Open by status' }).waitFor();
    // Nothing of the past weeks is new any more; of the others some are open.
    const counts = await countsByStatus();
    expect(counts).toMatchObject({ New: '1' });
    expect(counts).not.toHaveProperty('Resolved');
    expect(Number(counts.Open)).toBeGreaterThanOrEqual(2);
    expect(Number(counts['Waiting for participant'])).toBeGreaterThanOrEqual(3);
    await sheet().locator('.chart svg').first().waitFor();
    await page.getByText('7 of 7').waitFor();
    await page.getByRole('button', { name: 'Show the Sheet alone' }).click();
    await picture(page, 'demo/dashboard');
  });

  /** The first pivot, as it stands in the Sheet: its labels and counts in columns A and B from row 8 on. */
  async function countsByStatus(): Promise<Record<string, string>> {
    await anyCell(7, 0).filter({ hasText: 'New' }).waitFor();
    const counts: Record<string, string> = {};
    for (let row = 7; row < 13; row++) {
      const [label, count] = [await textAt(row, 0), await textAt(row, 1)];
      if (label !== '') counts[label] = count;
    }
    return counts;
  }

  async function textAt(row: number, column: number): Promise<string> {
    return (await anyCell(row, column).count()) === 0
      ? ''
      : ((await anyCell(row, column).textContent()) ?? '').trim();
  }

  it('shows three panes side by side without scrolling, in every language', async () => {
    await open(DESK);
    for (const language of ['Polski', 'Українська', 'English']) {
      await page.getByRole('button', { name: language }).click();
      await sheet().locator('.cell').first().waitFor();
      const fits = await page.evaluate(() => ({
        scrolls:
          document.documentElement.scrollHeight > innerHeight ||
          document.documentElement.scrollWidth > innerWidth,
        panes: [...document.querySelectorAll('.pane')].map((pane) => {
          const { left, right, top, bottom } = pane.getBoundingClientRect();
          return left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight && right - left > 200;
        }),
      }));
      expect({ language, ...fits }).toEqual({ language, scrolls: false, panes: [true, true, true] });
      expect(await page.locator('html').getAttribute('lang')).toBe(
        { Polski: 'pl', Українська: 'uk' }[language] ?? 'en',
      );
    }
  });

  it('gives every control a name, and every text its field', async () => {
    await open(DESK);
    await page.getByRole('button', { name: 'Write to support' }).click();
    const nameless = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, input, select, textarea, iframe, a')]
        .filter((element) => {
          const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : '';
          const labelled = (element as HTMLTextAreaElement).labels?.[0]?.textContent ?? label;
          const name = element.getAttribute('aria-label') || element.title || labelled || element.textContent;
          return (name ?? '').trim() === '';
        })
        .map((element) => element.outerHTML.slice(0, 120)),
    );
    expect(nameless).toEqual([]);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(await page.getByRole('main').count()).toBe(1);
  });

  it('can be used by keyboard, with the focus to be seen', async () => {
    await open(DESK);
    await page.locator('#write').focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('compose-subject');
    await page.keyboard.press('Tab');
    const ring = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
      return `${outlineStyle} ${outlineWidth}`;
    });
    expect(ring).toBe('solid 2px');
    await page.locator('#compose-cancel').focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('write');
  });

  it('says in the page what is missing in a letter', async () => {
    await open(DESK);
    await page.getByRole('button', { name: 'Write to support' }).click();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('alert').filter({ hasText: 'Give the message a subject.' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('compose-subject');
  });

  it('shows one pane at a time on a phone', async () => {
    await open(PHONE);
    const seen = () =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.pane')]
          .filter((pane) => getComputedStyle(pane).visibility === 'visible')
          .map(({ id }) => id),
      );
    expect(await seen()).toEqual(['people']);
    await picture(page, 'demo/phone-people');
    await page.getByRole('button', { name: 'Sheet', exact: true }).click();
    expect(await seen()).toEqual(['sheet']);
    await picture(page, 'demo/phone-sheet');
    await page.getByRole('button', { name: 'Clock and guide' }).click();
    expect(await seen()).toEqual(['firm']);
    await picture(page, 'demo/phone-clock');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  it('is dark where people want it dark', async () => {
    await open({ ...DESK, colorScheme: 'dark', locale: 'uk' });
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
      'rgb(20, 21, 19)',
    );
    await picture(page, 'demo/dark-uk');
  });
});
