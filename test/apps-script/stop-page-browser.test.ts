/** The stop page in Chromium: what people see and press, and whether everybody can. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { LANGUAGES, type Language } from '../../core/language';
import { PORTAL_WORDS } from '../../sheet-templates/words/portal';
import { openChromium, openPage, picture, violationsOn } from '../bench/chromium';
import { needs } from '../support/needs';
import { byTurns } from './support/by-turns';
import { at, type Desk, openDesk } from './support/desk';

const FILE = readFileSync(join(__dirname, '..', '..', 'apps-script', 'portal', 'stop.html'), 'utf8');
/** Nobody whom Google knows, and no cell that they stand in. */
const VISITOR = { email: '', locale: 'pl' };
const NOWHERE = { sheetId: 0, row: 1, column: 1 };
const TOKEN = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';

/** As https://developers.google.com/apps-script/guides/html/reference/run describes it. */
const GOOGLE_SCRIPT_RUN = `
  const runner = (success, failure) => ({
    withSuccessHandler: (handler) => runner(handler, failure),
    withFailureHandler: (handler) => runner(success, handler),
    portalCall(request) {
      window.runInScript(request).then((done) => {
        if (done.error !== undefined) failure(new Error(done.error));
        else success(done.answer);
      }, failure);
    },
  });
  window.google = { script: { run: runner(() => {}, () => {}) } };
`;

interface Opened {
  readonly page: Page;
  readonly asked: unknown[];
  /** The script fails until it is false again. */
  fails: boolean;
}

interface Look {
  readonly language?: Language;
  readonly locale?: string;
  readonly width?: number;
  readonly stop?: string;
  readonly javaScriptEnabled?: boolean;
}

test('the file has one place for data, in an attribute that Google escapes', () => {
  expect(FILE.match(/<\?[\s\S]*?\?>/g)).toEqual(['<?= data ?>']);
  expect(FILE).toContain('<body data-page="<?= data ?>">');
  // One file: nothing is fetched.
  expect(FILE).not.toMatch(/\b(?:src|href)="/);
});

needs('chromium')('the stop page', () => {
  let browser: Browser;
  let shown: Page | null = null;
  let desk: Desk;

  beforeAll(async () => {
    browser = await openChromium();
  });
  beforeEach(() => {
    desk = openDesk({ language: 'en' });
    desk.append('participants', [
      { session_id: 'XL-01', email: 'zofia@client.example', name: 'Zofia Malinka', state: 'active' },
    ]);
    desk.append('outbox', [
      {
        key: 'reminder:1',
        kind: 'reminder',
        to: 'zofia@client.example',
        state: 'sent',
        created_at: at('2026-11-20T08:00:00Z'),
        message_id: `<b1_mail.${TOKEN}@help.example>`,
      },
    ]);
  });
  afterEach(() => shown?.close());
  afterAll(() => browser.close());

  const wish = () => desk.rows('participants')[0]?.reminders;

  async function open({
    language,
    locale = 'en-GB',
    width = 360,
    stop = TOKEN,
    javaScriptEnabled = true,
  }: Look = {}): Promise<Opened> {
    const page = await openPage(browser, {
      viewport: { width, height: 740 },
      locale,
      javaScriptEnabled,
    });
    shown = page;
    const opened: Opened = { page, asked: [], fails: false };
    await page.exposeFunction('runInScript', (request: unknown) => {
      opened.asked.push(request);
      return opened.fails
        ? { error: 'Service error: Spreadsheets' }
        : { answer: desk.host.runFromPage(VISITOR, 'portalCall', [request], NOWHERE).returned };
    });
    await page.addInitScript({ content: GOOGLE_SCRIPT_RUN });
    const body = desk.host.get({ stop, ...(language && { lang: language }) }).content;
    await page.route('http://portal.test/**', (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body }),
    );
    await page.goto('http://portal.test/');
    return opened;
  }

  test('asks first, and one press ends the reminders', async () => {
    const { page, asked } = await open();
    expect(await page.locator('h1').textContent()).toBe('No more reminders?');
    expect([asked, wish()]).toEqual([[], '']);
    await page.locator('#stop').click();
    await page.getByRole('heading', { name: 'Done' }).waitFor();
    expect(asked).toEqual([{ action: 'stop', token: TOKEN }]);
    expect(wish()).toBe('no');
    expect(await page.locator('#stop').isVisible()).toBe(false);
    // Those who do not see the page are led to what came of it.
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('title');
  });

  test('works by keyboard, and the button shows that it has the focus', async () => {
    const { page } = await open();
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(
      () => document.activeElement && getComputedStyle(document.activeElement).outlineStyle,
    );
    expect([await page.evaluate(() => document.activeElement?.id), outline]).toEqual(['stop', 'solid']);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Done' }).waitFor();
    expect(wish()).toBe('no');
  });

  test('says so when it did not work, and can be pressed again', async () => {
    const opened = await open({ language: 'pl' });
    opened.fails = true;
    await opened.page.locator('#stop').click();
    await opened.page.getByText(PORTAL_WORDS.pl.failed).waitFor();
    expect(wish()).toBe('');
    opened.fails = false;
    await opened.page.locator('#stop').click();
    await opened.page.getByRole('heading', { name: PORTAL_WORDS.pl.doneTitle }).waitFor();
    expect(wish()).toBe('no');
  });

  test('without a whole link it says what to do and offers no button', async () => {
    const { page } = await open({ stop: TOKEN.slice(4) });
    expect(await page.locator('h1').textContent()).toBe(PORTAL_WORDS.en.noLinkTitle);
    expect(await page.locator('#stop').isVisible()).toBe(false);
    expect(await page.locator('#contact a').getAttribute('href')).toBe('mailto:help@nordlicht.example');
  });

  test.each([
    ['uk-UA', undefined, 'uk'],
    ['pl-PL', undefined, 'pl'],
    ['de-DE', undefined, 'en'],
    ['pl-PL', 'uk', 'uk'],
  ] as const)('a browser in %s with a link in %s reads %s', async (locale, language, shown) => {
    const { page } = await open({ locale, ...(language && { language }) });
    expect(await page.locator('h1').textContent()).toBe(PORTAL_WORDS[shown].question);
    expect(await page.locator('html').getAttribute('lang')).toBe(shown);
  });

  test('changes its language on the spot', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'Українська' }).click();
    expect(await page.locator('h1').textContent()).toBe(PORTAL_WORDS.uk.question);
    expect(await page.title()).toBe(PORTAL_WORDS.uk.title);
  });

  test('without JavaScript it says what to do instead, in three languages', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    expect(await page.locator('noscript p').allTextContents()).toHaveLength(3);
    expect(await page.locator('#stop').isVisible()).toBe(false);
  });

  test.each(LANGUAGES)(
    'axe-core finds nothing in %s, light or dark, in any state, and it fits every width',
    async (language) => {
      const words = PORTAL_WORDS[language];
      const opened = await open({ language });
      const { page } = opened;
      let turn = LANGUAGES.indexOf(language);
      const looks = async (name: string) => {
        turn++;
        for (const colorScheme of byTurns(['light', 'dark'] as const, turn)) {
          await page.emulateMedia({ colorScheme });
          const state = `${language}-${colorScheme}-${name}`;
          expect([state, await violationsOn(page)]).toEqual([state, []]);
          for (const width of [320, 1280, 360]) {
            await page.setViewportSize({ width, height: 740 });
            await picture(page, `stop-page/${state}-${width}`);
            // Nothing sticks out at the side.
            expect([state, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([
              state,
              width,
            ]);
          }
        }
      };
      await looks('asking');
      opened.fails = true;
      await page.locator('#stop').click();
      await page.getByText(words.failed).waitFor();
      await looks('failed');
      opened.fails = false;
      await page.locator('#stop').click();
      await page.getByRole('heading', { name: words.doneTitle }).waitFor();
      await looks('done');
    },
  );
});
