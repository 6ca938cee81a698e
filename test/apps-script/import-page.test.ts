/** The import dialog in Chromium: from a paste or a file to rows of the Sheet, and whether everybody can use it. */
import iconv from 'iconv-lite';
import type { Browser, Page } from 'playwright-core';
import { LANGUAGES, type Language } from '../../core/language';
import { openChromium, picture, scrollsSideways, violationsOn } from '../bench/chromium';
import { needs } from '../support/needs';
import { share } from '../support/thorough';
import { byTurns } from './support/by-turns';
import { at, type Desk, openDesk } from './support/desk';
import { type DialogOptions, type OpenDialog, openDialog } from './support/dialog-page';

const LIST: Readonly<Record<Language, string>> = {
  en: 'Name\tE-mail\tLanguage\tExperience\tFirm\tShoe size\nŁucja Żak\tlucja@client.test\tPolish\tbeginner\tNordlicht Logistics\t38\nTom Baker\ttom(at)client.test\ten\t\t\t41\nОлена Бойко\tolena@client.test\tklingon\tadvanced\t\t40\nŁucja Żak\tLUCJA@client.test\t\t\t\t\n',
  pl: 'Imię i nazwisko\tE-mail\tJęzyk\tPoziom\tFirma\tNumer buta\nŁucja Żak\tlucja@client.test\tpolski\tpodstawowy\tNordlicht Logistics\t38\nTomasz Nowak\ttom(at)client.test\tpl\t\t\t41\nОлена Бойко\tolena@client.test\tklingoński\tzaawansowany\t\t40\nŁucja Żak\tLUCJA@client.test\t\t\t\t\n',
  uk: 'Ім’я та прізвище\tЕл. пошта\tМова\tРівень\tКомпанія\tРозмір взуття\nŁucja Żak\tlucja@client.test\tпольська\tпочатковий\tNordlicht Logistics\t38\nТарас Бондар\ttom(at)client.test\tукр\t\t\t41\nОлена Бойко\tolena@client.test\tклінгонська\tпросунутий\t\t40\nŁucja Żak\tLUCJA@client.test\t\t\t\t\n',
};

needs('chromium')('the import dialog in Chromium', () => {
  let browser: Browser;
  let dialog: OpenDialog;

  beforeAll(async () => {
    browser = await openChromium();
  });
  afterEach(() => dialog.page.close());
  afterAll(() => browser.close());

  function firm(language: Language = 'en'): Desk {
    const desk = openDesk({ language });
    desk.append('team', [
      { email: 'anna@firma.example', name: 'Anna Zielińska', role: 'manager', active: true },
    ]);
    desk.append('sessions', [
      {
        id: 'XL-01',
        course: 'Excel',
        starts_at: at('2026-11-26T09:00:00Z'),
        ends_at: at('2026-11-26T11:00:00Z'),
      },
    ]);
    return desk;
  }

  async function open(desk: Desk, options: DialogOptions = {}): Promise<Page> {
    dialog = await openDialog(browser, desk, 'openImport', options);
    await dialog.page.locator('#session option').nth(1).waitFor({ state: 'attached' });
    return dialog.page;
  }

  async function paste(page: Page, text: string): Promise<void> {
    await page.locator('#text').fill(text);
    await page.locator('#session').selectOption('XL-01');
    await page.locator('#look').click();
    await page.locator('#preview').waitFor();
  }

  const choose = (page: Page, name: string, buffer: Buffer) =>
    page.locator('#file').setInputFiles({ name, mimeType: 'text/csv', buffer });

  test('shows pasted rows, their faults and columns, and imports them', async () => {
    const desk = firm();
    const page = await open(desk);
    await paste(page, LIST.en);
    expect(await page.locator('#counts li').allTextContents()).toEqual([
      '2 rows to add to Participants',
      '1 row of the file merged with an earlier row',
      '1 row that cannot be imported',
    ]);
    expect(await page.locator('#problems li').allTextContents()).toEqual([
      'Row 3: “tom(at)client.test” is not an e-mail address',
      'Row 4: “Language”: “klingon” is not one of its choices; this cell is left empty',
    ]);
    expect(await page.locator('#columns select').count()).toBe(6);
    await page.locator('#import').click();
    await page.locator('#said', { hasText: 'Done: 2 rows added, 0 changed.' }).waitFor();
    expect(desk.rows('participants')).toMatchObject([
      {
        session_id: 'XL-01',
        name: 'Łucja Żak',
        language: 'pl',
        audience: 'novice',
        company: 'Nordlicht Logistics',
      },
      { session_id: 'XL-01', name: 'Олена Бойко', language: '', audience: 'experienced' },
    ]);
    await page.locator('#close').click();
    expect(dialog.closed).toBe(true);
  });

  test('corrects a column by its drop-down, and keeps the keyboard there', async () => {
    const page = await open(firm());
    await paste(page, 'Alfa;Beta\nEwa Lis;ewa@client.test\nJan Wąs;jan@client.test\n');
    const alfa = page.locator('#columns tbody tr', { hasText: 'Alfa' }).locator('select');
    await alfa.selectOption('company');
    await page.locator('#first', { hasText: 'Company' }).waitFor();
    expect(await alfa.inputValue()).toBe('company');
    expect(await alfa.evaluate((select) => select === document.activeElement)).toBe(true);
    // The address was recognised by its cells; now it is called something else, and nothing can be imported.
    await page.locator('#columns tbody tr', { hasText: 'Beta' }).locator('select').selectOption('needs');
    await page.locator('#remarks', { hasText: 'Choose it by hand' }).waitFor();
    expect(await page.locator('#import').isDisabled()).toBe(true);
  });

  test.each(share(['windows-1250', 'iso-8859-2', 'utf-8', 'utf-16le', 'windows-1251', 'koi8-u'], 3))(
    'reads a file in %s',
    async (charset) => {
      const isCyrillic = /1251|koi8/.test(charset);
      const name = isCyrillic ? 'Олена Бойко-Їжакевич' : 'Łucja Żółć-Święcicka';
      const headings = isCyrillic ? 'Прізвище та ім’я;Пошта' : 'Imię i nazwisko;Adres poczty elektronicznej';
      const page = await open(firm());
      await choose(
        page,
        'list.csv',
        iconv.encode(`${headings}\n${name};x@client.test\n`, charset, { addBOM: /16/.test(charset) }),
      );
      await page.locator('#look').click();
      await page.locator('#preview').waitFor();
      await page.locator('#columns', { hasText: name }).waitFor();
    },
  );

  test('says what to do with a workbook, a picture and nothing at all', async () => {
    const page = await open(firm());
    await page.locator('#look').click();
    await page.locator('#refused', { hasText: 'nothing to import yet' }).waitFor();
    await choose(page, 'list.xlsx', Buffer.from('PK\u0003\u0004 and more'));
    await page.locator('#refused', { hasText: 'Excel workbook' }).waitFor();
    await choose(page, 'picture.csv', Buffer.from([0x89, 0x50, 0, 0, 0, 13]));
    await page.locator('#refused', { hasText: 'could not be read as text' }).waitFor();
  });

  test('asks for the order of day and month and goes on with the answer', async () => {
    const desk = firm();
    const page = await open(desk);
    await page.locator('label[for=kind-sessions]').click();
    expect(await page.locator('#session').isVisible()).toBe(false);
    await page.locator('#text').fill('Course;Date;Time\nWord;05/06/2027;10:00–12:00\n');
    await page.locator('#look').click();
    await page.locator('#dates-field').waitFor();
    expect(await page.locator('#import').isDisabled()).toBe(true);
    await page.locator('#dates').selectOption('day-first');
    await page.locator('#first', { hasText: '2027-06-05 10:00' }).waitFor();
    await page.locator('#import').click();
    await page.locator('#said', { hasText: 'Done' }).waitFor();
    expect(desk.rows('sessions').find(({ course }) => course === 'Word')).toMatchObject({
      id: 'WOR-270605',
      starts_at: at('2027-06-05T08:00:00Z'),
      ends_at: at('2027-06-05T10:00:00Z'),
    });
  });

  test('imports a long file in calls of a thousand rows, those of one person together', async () => {
    const desk = firm();
    const page = await open(desk);
    const rows = Array.from({ length: 2000 }, (_, n) => `Person ${n};p${n}@client.test`);
    await choose(page, 'many.csv', Buffer.from(`Name;E-mail\n${rows.join('\n')}\n${rows[3]}\n`));
    await page.locator('#session').selectOption('XL-01');
    await page.locator('#look').click();
    await page.locator('#counts', { hasText: '2000 rows to add' }).waitFor();
    await page.locator('#import').click();
    await page.locator('#said', { hasText: 'Done: 2000 rows added' }).waitFor();
    expect(dialog.asked.filter((action) => action === 'importRows')).toHaveLength(3);
    const emails = desk.rows('participants').map(({ email }) => email);
    expect(emails).toHaveLength(2000);
    expect(new Set(emails).size).toBe(2000);
  });

  test('stops between two calls when asked to, and finishes when started again', async () => {
    const desk = firm();
    const page = await open(desk);
    const rows = Array.from({ length: 2500 }, (_, n) => `p${n}@client.test`);
    await page.locator('#text').evaluate(
      (box, pasted) => {
        // In the page: what Ctrl+V does.
        const { DataTransfer, ClipboardEvent } = globalThis as unknown as {
          DataTransfer: new () => { setData(type: string, text: string): void };
          ClipboardEvent: new (type: string, more: object) => never;
        };
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', pasted);
        box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      },
      `E-mail\n${rows.join('\n')}\n`,
    );
    await page.locator('#session').selectOption('XL-01');
    await page.locator('#look').click();
    await page.locator('#preview').waitFor();
    await page.evaluate(() => {
      // Pressed while the first call is under way.
      const document_ = globalThis as unknown as {
        document: { getElementById(id: string): { click(): void } };
      };
      document_.document.getElementById('import').click();
      document_.document.getElementById('stop').click();
    });
    await page.locator('#said', { hasText: 'Stopped after 1000 of 2500 rows' }).waitFor();
    expect(desk.rows('participants')).toHaveLength(1000);
    await page.locator('#import').click();
    await page.locator('#said', { hasText: 'Done: 1500 rows added' }).waitFor();
    expect(desk.rows('participants')).toHaveLength(2500);
  });

  test('says when Google does not answer, and imports nothing twice afterwards', async () => {
    const desk = firm();
    const page = await open(desk);
    await paste(page, LIST.en);
    await page.clock.install();
    dialog.failure = new Error('Network error');
    await page.locator('#import').click();
    await page.locator('#refused', { hasText: 'nothing will be done twice' }).waitFor();
    for (let turn = 0; turn < 3; turn++) await page.clock.fastForward(4_000);
    await page.locator('#import:not([hidden])').waitFor();
    dialog.failure = null;
    await page.locator('#import').click();
    await page.locator('#said', { hasText: 'Done: 2 rows added' }).waitFor();
    expect(desk.rows('participants')).toHaveLength(2);
  });

  describe('while the workbook stays busy', () => {
    /** Calls with rows after the first find the workbook busy; the call that ends the import comes through. */
    const BUSY = `
      const through = window.runInScript;
      let calls = 0;
      window.runInScript = (request) =>
        request.action === 'importRows' && request.rows.length > 0 && ++calls > 1
          ? Promise.resolve({ answer: { ok: true, language: 'en', value: { state: 'busy' } } })
          : through(request);
    `;

    async function begin(desk: Desk): Promise<Page> {
      const page = await open(desk);
      const rows = Array.from({ length: 1200 }, (_, n) => `p${n}@client.test`);
      await choose(page, 'many.csv', Buffer.from(`E-mail\n${rows.join('\n')}\n`));
      await page.locator('#session').selectOption('XL-01');
      await page.locator('#look').click();
      await page.locator('#counts', { hasText: '1200 rows to add' }).waitFor();
      await page.evaluate(BUSY);
      await page.clock.install();
      await page.locator('#import').click();
      await page.locator('#said', { hasText: '1000 of 1200 rows' }).waitFor();
      return page;
    }
    const calls = () => dialog.asked.filter((action) => action === 'importRows').length;

    test('waits some minutes, then tells how many rows are written and to run it again', async () => {
      const desk = firm();
      const page = await begin(desk);
      for (let turn = 0; turn < 60 && (await page.locator('#import').isHidden()); turn++) {
        await page.clock.fastForward(3_000);
      }
      await page.locator('#refused', { hasText: '1000 of 1200 rows are written' }).waitFor();
      expect(await page.locator('#refused').textContent()).toContain('run the import again');
      expect(calls()).toBe(2);
      expect(desk.rows('participants')).toHaveLength(1000);
    });

    test('stops when asked to, and tells how many rows are written', async () => {
      const page = await begin(firm());
      await page.locator('#stop').click();
      for (let turn = 0; turn < 5 && (await page.locator('#import').isHidden()); turn++) {
        await page.clock.fastForward(3_000);
      }
      await page.locator('#said', { hasText: 'Stopped after 1000 of 1200 rows' }).waitFor();
      expect(calls()).toBe(2);
    });
  });

  describe('for everybody', () => {
    /** Each pair is seen by turns: the desk light and the phone dark, or the other way round. */
    const LOOKS = (['light', 'dark'] as const).map(
      (desk) =>
        [
          { colorScheme: desk, phone: null },
          { colorScheme: desk === 'light' ? 'dark' : 'light', phone: { width: 390, height: 760 } },
        ] as const,
    );

    test.each(LANGUAGES)('light and dark, on a desk and on a phone, in %s', async (language) => {
      const page = await open(firm(language));
      const desktop = page.viewportSize() ?? { width: 900, height: 620 };
      let turn = LANGUAGES.indexOf(language);
      const look = async (state: string): Promise<void> => {
        turn++;
        for (const { colorScheme, phone } of byTurns(LOOKS, turn).flat()) {
          await page.emulateMedia({ colorScheme });
          await page.setViewportSize(phone ?? desktop);
          const name = `import-${language}-${colorScheme}-${phone ? 'phone' : 'desktop'}-${state}`;
          await picture(page, `dialogs/${name}`, { fullPage: phone !== null });
          expect([name, await scrollsSideways(page)]).toEqual([name, false]);
          expect([name, await violationsOn(page)]).toEqual([name, []]);
        }
        await page.setViewportSize(desktop);
      };
      await look('source');
      await paste(page, LIST[language]);
      await look('preview');
      await page.locator('#import').click();
      await page.locator('#preview').waitFor({ state: 'hidden' });
      await look('done');
    });
  });
});
