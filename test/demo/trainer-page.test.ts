/** A trainer's inbox on the demo's page: every way in which trainers answer, played by hand in Chromium. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openChromium, picture, violationsOn } from '../bench/chromium';
import { needs } from '../support/needs';
import { THOROUGH } from '../support/thorough';
import { ENGLISH, type RunningDemo, startDemo } from './run-demo';
import { DESK, openDemo, PHONE } from './windows';

const TOMASZ = 'tomasz.brzoza@akademia-jasna.test';
const OLENA = 'olena.haj@akademia-jasna.test';

needs('chromium')('a trainer’s inbox', () => {
  let demo: RunningDemo;
  let browser: Browser;
  let page: Page;
  let complaints: readonly string[];

  beforeAll(async () => {
    demo = await startDemo(ENGLISH);
    browser = await openChromium();
  });

  afterAll(async () => {
    await browser?.close();
    await demo?.interrupt();
  });

  async function open(options: BrowserContextOptions = DESK): Promise<void> {
    ({ page, complaints } = await openDemo(browser, demo.url, options));
  }

  afterEach(async () => {
    await page?.close();
    expect(complaints).toEqual([]);
  });

  /** The Sheet in its frame is looked at where it is made. */
  const violations = () => violationsOn(page, { without: '#sheet-frame' });
  const be = (address: string) => page.locator('#person').selectOption(address);
  const conversation = (text: string) => page.locator('.conversation', { hasText: text });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const cards = () => page.locator('#cards');
  const happened = (text: string | RegExp) => page.locator('#news li', { hasText: text }).first();
  const letters = () => page.locator('#letters .letter');

  async function read(address: string, text: string): Promise<void> {
    await be(address);
    await conversation(text).click();
    await letters().first().waitFor();
  }

  async function answer(text: string, account = 'own'): Promise<void> {
    await page.locator('#letter-actions [data-how="reply"]').click();
    await page.locator('#reply-account').selectOption(account);
    await page.locator('#reply-text').fill(text);
    await page.locator('#reply-submit').click();
    await page.locator('#letter-actions').waitFor();
  }

  /** What the desk makes of it is tested on real mail servers (test/mail-bridge/trainer); here it is that the page can play it. */
  const alsoPlayed = (what: string, play: () => Promise<void>): void => {
    if (THOROUGH) it(what, play);
  };

  it('shows the ticket as a letter of the participant, with the add-on beside it', async () => {
    await open();
    await read(TOMASZ, 'Jan Gruszka via Akademia Jasna');
    const letter = letters().first();
    expect(await letter.textContent()).toContain('nikt mnie nie słyszy');
    expect(await letter.textContent()).toContain('#rozwiązane');
    await letter.locator('.addresses summary').click();
    expect(await letter.locator('dl').textContent()).toMatch(/Reply topomoc\+a\.t-/);
    await cards().getByText('jan.gruszka@poczta.test').waitFor();
    await picture(page, 'demo/trainer-letter');
    // The link in the letter leads to the row.
    await letter.getByRole('button', { name: /^row \d+ of the Sheet$/ }).click();
    await page.frameLocator('#sheet-frame').locator('.cell.is-selected', { hasText: 'T-' }).waitFor();
  });

  it('puts commands above the words, and the participant gets the words alone', async () => {
    await open();
    await be('solomiia@krynytsia.test');
    await button('Write to support').click();
    await button('Fill in an example').click();
    await page.locator('#compose-files', { hasText: 'screen.png' }).waitFor();
    await button('Send').click();
    await read(OLENA, 'Соломія Калинова через');
    await page.locator('#letter-actions [data-how="reply"]').click();
    await page.locator('#reply-text').fill('Перевірте вкладку браузера.\n\nОлена');
    await button('#вирішено').click();
    await picture(page, 'demo/trainer-reply');
    expect(await page.locator('#reply-text').inputValue()).toBe(
      '#вирішено\nПеревірте вкладку браузера.\n\nОлена',
    );
    await page.locator('#reply-submit').click();
    await happened(/has reached Соломія Калинова/).waitFor();
    await happened(/is now “Resolved”/).waitFor();
    await read('solomiia@krynytsia.test', 'Не чути ведучого');
    const received = letters().filter({ hasText: 'Перевірте вкладку' });
    await received.waitFor();
    expect(await received.textContent()).not.toContain('#вирішено');
  });

  alsoPlayed(
    'asks once about an address that it has never seen, and believes nobody who only claims to be the trainer',
    async () => {
      await open();
      await read(OLENA, 'Юрій Дубенко-Зоря через');
      await answer('Ще одне: будуть субтитри.', 'phone');
      await happened('Olena Haj is asked about a new address').waitFor();
      await letters().first().getByRole('button', { name: 'Reply to this letter' }).click();
      await page.locator('#reply-account').selectOption('stranger');
      expect(await page.locator('#account-hint').textContent()).toContain('nothing reaches the participant');
      await page.locator('#reply-text').fill('Надішліть гроші.');
      await page.locator('#reply-submit').click();
      await happened(/Olena Haj hears of a doubtful mail/).waitFor();
      await be('yurii@krynytsia.test');
      await conversation('запис заняття').click();
      await letters().nth(3).waitFor();
      expect(await letters().allTextContents()).not.toContainEqual(expect.stringMatching(/субтитри|гроші/));
    },
  );

  alsoPlayed('finds an answer that was written in the shared mailbox itself', async () => {
    await open();
    await read(OLENA, 'Марія Їжакевич через');
    await answer('Пишу зі спільної скриньки.', 'shared');
    await read('mariia@krynytsia.test', 'приєднатися з телефона');
    await letters().filter({ hasText: 'Пишу зі спільної скриньки.' }).waitFor();
    await read(OLENA, 'Марія Їжакевич через');
    await expectSoon(async () => {
      await cards().getByRole('button', { name: 'Оновити' }).click();
      return (await cards().textContent()) ?? '';
    }, 'Пишу зі спільної скриньки.');
  });

  alsoPlayed('makes a ticket of the participant out of a mail that the trainer passes on', async () => {
    await open();
    await be('maciej.pioro@poczta.test');
    await button('Write to support').click();
    await page.locator('#compose-to').selectOption(TOMASZ);
    await page.locator('#compose-subject').fill('Tabele przestawne');
    await page.locator('#compose-text').fill('Czy będzie o tabelach przestawnych?\n\nMaciej Pióro');
    await button('Send').click();
    await read(TOMASZ, 'Tabele przestawne');
    await cards().getByRole('button', { name: 'Zrób z tego zgłoszenie' }).click();
    await page.locator('#compose-text').waitFor();
    expect(await page.locator('#compose-text').inputValue()).toContain(
      'Maciej Pióro <maciej.pioro@poczta.test>',
    );
    await button('Send').click();
    await happened(/is a new row, from Maciej Pióro/).waitFor();
  });

  alsoPlayed('logs what a trainer writes to the participant with support in copy', async () => {
    await open();
    await be(TOMASZ);
    await button('Write').click();
    await page.locator('#compose-to').selectOption('lucja.cwik@poczta.test');
    expect(await page.locator('#compose-copy').isChecked()).toBe(true);
    await page.locator('#compose-subject').fill('Sala');
    await page.locator('#compose-text').fill('Sala jest na parterze.\n\nTomasz');
    await button('Send').click();
    await happened(/is a new row, from Łucja Ćwik/).waitFor();
    await read('lucja.cwik@poczta.test', 'Sala');
    expect(await letters().count()).toBe(1);
    await button('Reply to all').waitFor();
  });

  it('changes the ticket from the card, and puts a template into the reply', async () => {
    await open();
    await read(TOMASZ, 'Jan Gruszka via Akademia Jasna');
    await cards().getByLabel('Priorytet').selectOption('high');
    // It is hidden again after a few seconds.
    await page.locator('#note', { hasText: 'Zapisano.' }).waitFor({ state: 'attached' });
    await cards().getByLabel('Szablon').selectOption({ index: 1 });
    await cards().getByRole('button', { name: 'Pokaż tekst' }).click();
    await picture(page, 'demo/trainer-template');
    await cards().getByRole('button', { name: 'Wstaw jako szkic odpowiedzi' }).click();
    await page.locator('#reply-text').waitFor();
    expect(await page.locator('#reply-text').inputValue()).toMatch(/^#szablon \w+\n/);
    await page.getByRole('button', { name: 'Back to the card before' }).click();
    expect(await cards().getByLabel('Priorytet').inputValue()).toBe('high');
  });

  alsoPlayed('asks the substitute after an out-of-office reply', async () => {
    await open();
    await read(TOMASZ, 'Jan Gruszka via Akademia Jasna');
    await letters().first().getByRole('button', { name: 'Reply to this letter' }).click();
    await page.locator('#reply-cancel').click();
    const [id = ''] = /T-\w+/.exec((await page.locator('#reading-subject').textContent()) ?? '') ?? [];
    await button('Out-of-office reply').click();
    await happened(`Olena Haj gets ${id} by mail`).waitFor();
    await read(OLENA, 'Jan Gruszka через');
    expect(await letters().last().textContent()).toContain('Tomasz Brzoza');
  });

  it.each(['light', 'dark'] as const)('can be used by everybody, %s', async (colorScheme) => {
    await open({ ...DESK, colorScheme });
    await be(OLENA);
    await cards().locator('h4').waitFor();
    expect(await violations()).toEqual([]);
    await conversation('Марія Їжакевич через').click();
    await cards().getByLabel('Статус').waitFor();
    await page.locator('#letter-actions [data-how="reply"]').click();
    await button('#нотатка').click();
    await picture(page, `demo/trainer-${colorScheme}`);
    expect(await violations()).toEqual([]);
    await page.locator('#reply-cancel').click();
    await button('All mail').click();
    await button('Write').click();
    expect(await violations()).toEqual([]);
  });

  it('fits a phone in every language, letters and add-on by turns', async () => {
    await open(PHONE);
    for (const language of ['Polski', 'Українська', 'English']) {
      await page.getByRole('button', { name: language }).click();
      await be(OLENA);
      await conversation('через Akademia Jasna').first().click();
      await letters().first().waitFor();
      expect(await page.locator('#add-on').isVisible()).toBe(false);
      expect(await width()).toBe(390);
      await page.locator('#letter-actions [data-how="reply"]').click();
      expect(await width()).toBe(390);
      await picture(page, `demo/trainer-phone-${language}`);
      await page.locator('#reply-cancel').click();
      await page.locator('[data-side="cards"]').click();
      await cards().locator('h4').waitFor();
      expect(await letters().first().isVisible()).toBe(false);
      expect(await width()).toBe(390);
      await page.locator('#back').click();
    }
    expect(await violations()).toEqual([]);
  });

  /** Of the page, and of every pane that scrolls by itself. */
  const width = () =>
    page.evaluate(() =>
      Math.max(
        document.documentElement.scrollWidth,
        ...[...document.querySelectorAll('.people, .people .scroll')].map((place) => place.scrollWidth),
      ),
    );

  /** Asks until it is told. */
  async function expectSoon(ask: () => Promise<string>, wanted: string): Promise<void> {
    const end = Date.now() + 120_000;
    for (;;) {
      const told = await ask();
      if (told.includes(wanted)) return;
      if (Date.now() > end) expect(told).toContain(wanted);
      await page.waitForTimeout(300);
    }
  }
});
