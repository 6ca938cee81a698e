/** The dialogs that look ahead, as people use them in Chromium. */
import type { Browser, Page } from 'playwright-core';
import { openChromium } from '../bench/chromium';
import { needs } from '../support/needs';
import { at, copiesOf, openDesk } from './support/desk';
import { EXCEL, furnishWeek } from './support/dialog-firm';
import { type DialogOptions, type OpenDialog, openDialog } from './support/dialog-page';
import { until } from './support/sidebar-page';

const HOSTILE = '<img src=x onerror="document.title=1"><b>Bold</b>';

needs('chromium')('the dialogs in Chromium', () => {
  let browser: Browser;
  let dialog: OpenDialog;

  beforeAll(async () => {
    browser = await openChromium();
  });
  afterEach(() => dialog.page.close());
  afterAll(() => browser.close());

  const weekDesk = copiesOf(() => {
    const desk = openDesk();
    furnishWeek(desk, 'en');
    return desk;
  });

  async function open(
    item: 'openForecast' | 'openPreview',
    desk = weekDesk(),
    options: DialogOptions = {},
  ): Promise<Page> {
    dialog = await openDialog(browser, desk, item, options);
    return dialog.page;
  }

  const forecasts = (): number => dialog.asked.filter((action) => action === 'forecast').length;

  describe('what will be sent', () => {
    test('is read by session, one line for all who get the same mail at once', async () => {
      const page = await open('openForecast');
      const line = page
        .locator('.session', { hasText: 'Excel for beginners' })
        .locator('.mails > li', { hasText: 'Will be sent' })
        .first();
      await line.waitFor();
      expect(await line.textContent()).toMatch(/Jan Kowal.*Priya Natarajan/);
      expect(await page.locator('#summary').textContent()).toMatch(
        /^\d+ mails to 4 people; \d+ will not be sent\.$/,
      );
      expect(await page.locator('#until').textContent()).toContain('Mon 30 Nov 2026, 10:00');
    });

    test('is asked for other days by keyboard', async () => {
      const page = await open('openForecast');
      await page.locator('.session').first().waitFor();
      const before = await page.locator('.mails > li').count();
      await page.locator('#days-7').focus();
      await page.keyboard.press('ArrowLeft');
      await until(() => forecasts() === 2);
      await page.locator('#until', { hasText: '26 Nov 2026' }).waitFor();
      expect(await page.locator('.mails > li').count()).toBeLessThan(before);
      await page.locator('#refresh').focus();
      await page.keyboard.press('Enter');
      await until(() => forecasts() === 3);
    });

    test('is narrowed to a person and to what is sent, without asking again', async () => {
      const page = await open('openForecast');
      await page.locator('.session').first().waitFor();
      await page.locator('#person').fill('baker TOM');
      expect(await page.locator('.mails > li').allTextContents()).toEqual(
        expect.arrayContaining([expect.stringContaining('Wants no reminders.')]),
      );
      expect(await page.locator('.session').count()).toBe(1);
      await page.locator('#only-going').check();
      expect(await page.locator('#empty').textContent()).toBe('Nobody with this name is on the list.');
      await page.locator('#person').fill('');
      expect(await page.locator('.mails > li[data-verdict=not]').count()).toBe(0);
      expect(forecasts()).toBe(1);
    });

    test('says first when nothing leaves at all', async () => {
      const desk = weekDesk();
      desk.emptyTable('settings');
      desk.append('settings', [{ key: 'reminders', value: 'No' }]);
      const page = await open('openForecast', desk);
      await page.locator('#stopped', { hasText: 'Reminders are switched off' }).waitFor();
      const [stopped, first] = [
        await page.locator('#stopped').boundingBox(),
        await page.locator('.session').first().boundingBox(),
      ];
      expect(stopped?.y ?? 1e6).toBeLessThan(first?.y ?? 0);
    });

    test('shows names, courses and subjects as the text they are', async () => {
      const desk = weekDesk();
      desk.append('sessions', [
        {
          id: 'S-X',
          course: HOSTILE,
          client: HOSTILE,
          starts_at: at('2026-11-26T12:00:00Z'),
          state: 'planned',
        },
      ]);
      desk.append('participants', [
        { session_id: 'S-X', name: HOSTILE, email: 'x@client.example', state: 'active' },
      ]);
      const page = await open('openForecast', desk);
      const session = page.locator('.session', { hasText: '<b>Bold</b>' });
      await session.first().waitFor();
      expect(await session.locator('h2').textContent()).toBe(HOSTILE);
      expect(await session.locator('.mail-subject').first().textContent()).toContain(HOSTILE);
      expect(await page.locator('main img, main b').count()).toBe(0);
      expect(await page.title()).toBe('Rowdesk');
    });

    test('tells whoever is not of the team what to do, and shows nothing', async () => {
      const page = await open('openForecast', weekDesk(), {
        user: { email: 'eve@elsewhere.example', locale: 'en' },
      });
      await page.locator('#refused', { hasText: 'eve@elsewhere.example is not on the Team tab' }).waitFor();
      expect(await page.locator('.session').count()).toBe(0);
    });

    test('says when Google does not answer, and goes on when it does', async () => {
      const page = await open('openForecast');
      await page.locator('.session').first().waitFor();
      dialog.failure = new Error('Network error');
      await page.locator('#refresh').click();
      await page.locator('#refused', { hasText: 'Google does not answer' }).waitFor();
      expect(await page.locator('.session').count()).toBe(0);
      dialog.failure = null;
      await page.locator('#refresh').click();
      await page.locator('.session').first().waitFor();
      expect(await page.locator('#refused').textContent()).toBe('');
    });
  });

  describe('the preview', () => {
    const letter = (page: Page) => page.frameLocator('#page').locator('body');

    test('shows the page that the participant will get, and the text', async () => {
      const page = await open('openPreview');
      await letter(page).locator('h1', { hasText: 'Excel for beginners' }).waitFor();
      expect(await letter(page).locator('.facts a').first().getAttribute('href')).toBe(
        'https://meet.example.com/excel',
      );
      await page.locator('label[for=view-text]').click();
      expect(await page.locator('#text').textContent()).toContain('Nordlicht Trainings');
      expect(await page.locator('#page').isVisible()).toBe(false);
    });

    test('follows each choice, by keyboard too', async () => {
      const page = await open('openPreview');
      await page.locator('#letter').waitFor();
      await page.locator('#person').focus();
      await page.keyboard.type('Olena');
      await page.locator('#reader', { hasText: 'Ukrainian, Beginners' }).waitFor();
      await page.locator('#need').selectOption('accessible');
      await page.locator('#view-note', { hasText: 'plain text only' }).waitFor();
      await page.locator('#session').selectOption('');
      await page.locator('#person option', { hasText: 'An example' }).waitFor({ state: 'attached' });
      expect(await page.locator('#person option').count()).toBe(1);
    });

    test('marks what nothing stands for', async () => {
      const desk = weekDesk();
      desk.append('templates', [
        { key: 'parking', language: 'en', subject: 'S', body: 'At {{ sesion.place }}.' },
      ]);
      const page = await open('openPreview', desk);
      await page.locator('#letter').waitFor();
      await page.locator('#template').selectOption('parking');
      await page.locator('#problems', { hasText: 'nothing is called {{sesion.place}}' }).waitFor();
      await page.locator('label[for=view-text]').click();
      expect(await page.locator('#text mark').textContent()).toBe('⟦sesion.place⟧');
    });

    test('lets nothing of a letter act: no markup, no script, no way out of its frame', async () => {
      const desk = weekDesk();
      desk.append('participants', [
        { session_id: EXCEL, name: HOSTILE, email: 'x@client.example', language: 'en', state: 'active' },
      ]);
      desk.append('templates', [
        {
          key: 'odd',
          language: 'en',
          subject: HOSTILE,
          body: `${HOSTILE} {{ person.name }}\n<script>parent.document.title = 2</script>`,
        },
      ]);
      const page = await open('openPreview', desk);
      await page.locator('#letter').waitFor();
      await page.locator('#person').selectOption('x@client.example');
      await page.locator('#template').selectOption('odd');
      await letter(page).locator('h1', { hasText: '<b>Bold</b>' }).waitFor();
      expect(await letter(page).locator('img, b, script').count()).toBe(0);
      expect(await page.locator('#subject').textContent()).toBe(HOSTILE);
      expect(await page.locator('#page').getAttribute('sandbox')).not.toMatch(
        /allow-(?:scripts|same-origin|forms)/,
      );
      expect(await page.title()).toBe('Rowdesk');
    });

    test('lists what is wrong with the whole tab', async () => {
      const desk = weekDesk();
      desk.append('reminders', [
        { step: 'odd', offset: '-1 d', anchor: 'start', template: 'remindr_1d', enabled: true },
      ]);
      const page = await open('openPreview', desk);
      await page.locator('#findings summary', { hasText: '1 finding' }).click();
      expect(await page.locator('#finding-list').textContent()).toContain('Did you mean “reminder_1d”?');
    });
  });
});
