/** Whether everybody can use the dialogs: axe-core in every state, keyboard alone, both schemes, three languages, a phone. */
import type { Browser, Page } from 'playwright-core';
import { LANGUAGES, type Language } from '../../core/language';
import { openChromium, picture, violationsOn } from '../bench/chromium';
import { needs } from '../support/needs';
import { byTurns } from './support/by-turns';
import { type Desk, openDesk } from './support/desk';
import { furnishWeek } from './support/dialog-firm';
import { type OpenDialog, openDialog } from './support/dialog-page';

type State = readonly [name: string, reach: (page: Page) => Promise<unknown>];

const FORECAST: readonly State[] = [
  ['forecast', (page) => page.locator('.session').first().waitFor()],
  ['forecast-sent', (page) => page.locator('#only-going').check()],
  ['forecast-person', (page) => page.locator('#person').fill('ole')],
  ['forecast-nobody', (page) => page.locator('#person').fill('qqqq')],
];

const PREVIEW: readonly State[] = [
  ['preview', (page) => page.locator('#letter').waitFor()],
  [
    'preview-text',
    async (page) => {
      await page.locator('label[for=view-text]').click();
      await page.locator('#text').waitFor();
    },
  ],
  [
    'preview-findings',
    async (page) => {
      await page.locator('#template').selectOption('parking');
      await page.locator('#problems').waitFor();
      await page.locator('#findings summary').click();
    },
  ],
];

/** Each pair is seen by turns: the desk light and the phone dark, or the other way round. */
const LOOKS = (['light', 'dark'] as const).map(
  (desk) =>
    [
      { colorScheme: desk, phone: null },
      { colorScheme: desk === 'light' ? 'dark' : 'light', phone: { width: 390, height: 760 } },
    ] as const,
);

needs('chromium')('the dialogs for everybody', () => {
  let browser: Browser;
  let dialog: OpenDialog;

  beforeAll(async () => {
    browser = await openChromium();
  });
  afterEach(() => dialog.page.close());
  afterAll(() => browser.close());

  function weekDesk(language: Language): Desk {
    const desk = openDesk({ language });
    furnishWeek(desk, language);
    desk.append('templates', [
      {
        key: 'parking',
        language,
        subject: '{{ session.course }}',
        body: 'P: {{ sesion.place }}',
        notes: 'Parking.',
      },
    ]);
    return desk;
  }

  const DIALOGS = [
    ['openForecast', FORECAST],
    ['openPreview', PREVIEW],
  ] as const;

  test.each(
    LANGUAGES.flatMap((language) => DIALOGS.map(([item, states]) => [item, language, states] as const)),
  )(
    'axe-core finds nothing in %s, %s: light and dark, on a desk and on a phone',
    async (item, language, states) => {
      dialog = await openDialog(browser, weekDesk(language), item);
      const { page } = dialog;
      const desktop = page.viewportSize() ?? { width: 900, height: 620 };
      for (const [index, [state, reach]] of states.entries()) {
        await reach(page);
        for (const { colorScheme, phone } of byTurns(LOOKS, LANGUAGES.indexOf(language) + index).flat()) {
          await page.emulateMedia({ colorScheme });
          await page.setViewportSize(phone ?? desktop);
          const name = `${state}-${language}-${colorScheme}-${phone ? 'phone' : 'desktop'}`;
          await picture(page, `dialogs/${name}`, { fullPage: phone !== null });
          expect([name, await violationsOn(page)]).toEqual([name, []]);
          // Nothing sticks out at the side.
          const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          expect([name, width]).toEqual([name, 0]);
        }
        await page.setViewportSize(desktop);
      }
    },
  );
});
