import type { Browser, Page } from 'playwright-core';
import { openChromium } from '../bench/chromium';
import { needs } from '../support/needs';
import { furnishFirm, STORY_TICKET, tellStory } from './support/believable';
import { at, copiesOf, type Desk, newTicket, openDesk } from './support/desk';
import { call } from './support/sidebar-call';
import { type OpenSidebar, openSidebar, until } from './support/sidebar-page';

needs('chromium')('the sidebar by itself', () => {
  let browser: Browser;
  let sidebar: OpenSidebar;

  beforeAll(async () => {
    browser = await openChromium();
  });
  afterEach(() => sidebar.page.close());
  afterAll(() => browser.close());

  async function open(desk: Desk, options: Parameters<typeof openSidebar>[2] = {}): Promise<Page> {
    sidebar = await openSidebar(browser, desk, { ticketId: STORY_TICKET, ...options });
    await sidebar.page.locator('#main').waitFor();
    return sidebar.page;
  }

  const storyDesk = copiesOf(() => {
    const desk = openDesk();
    tellStory(desk, 'en');
    return desk;
  });

  const firmDesk = copiesOf(() => {
    const desk = openDesk();
    furnishFirm(desk, tellStory(desk, 'en'));
    return desk;
  });

  test('follows the selection, but never away from a draft', async () => {
    const desk = storyDesk();
    const page = await open(desk);
    const other = desk.ticket('T-2M8FD');
    await page.locator('#text').fill('Half an answ');
    sidebar.select(other.rowIndex);
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await page.locator('#moved', { hasText: 'T-2M8FD' }).waitFor();
    expect(await page.locator('#ticket-id').textContent()).toBe(STORY_TICKET);

    await page.locator('#show-moved').click();
    await page.locator('#ticket-id', { hasText: 'T-2M8FD' }).waitFor();
    expect(await page.locator('#text').inputValue()).toBe('');

    sidebar.select(desk.ticket(STORY_TICKET).rowIndex);
    await page.locator('#ticket-id', { hasText: STORY_TICKET }).waitFor();
    expect(await page.locator('#text').inputValue()).toBe('Half an answ');
  });

  test('asks for a row when none of a ticket is selected', async () => {
    const desk = openDesk({ language: 'pl' });
    desk.append('tickets', [newTicket('T-2M8FD')]);
    sidebar = await openSidebar(browser, desk);
    await sidebar.page.locator('#empty').waitFor();
    expect(await sidebar.page.locator('#empty').textContent()).toBe(
      'Zaznacz wiersz na karcie Zgłoszenia, aby przeczytać tu rozmowę.',
    );
  });

  test('brings a new mail by itself, and leaves draft, focus and place of reading as they are', async () => {
    const desk = storyDesk();
    const page = await open(desk, { height: 560 });
    await page.locator('#text').fill('Half an answ');
    await page.locator('#conversation').evaluate((place) => {
      place.scrollTop = 30;
    });
    desk.append('messages', [
      {
        id: 'm9',
        ticket_id: STORY_TICKET,
        at: at('2026-11-23T08:59:00Z'),
        direction: 'in',
        text: 'One thing more.',
      },
    ]);
    await page.clock.fastForward(36_000);
    await page.locator('.message', { hasText: 'One thing more.' }).waitFor({ state: 'attached' });
    expect(await page.locator('#said').textContent()).toBe('The conversation has changed.');
    expect(await page.locator('#text').inputValue()).toBe('Half an answ');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('text');
    expect(await page.locator('#conversation').evaluate((place) => place.scrollTop)).toBe(30);
  });

  test('shows within seconds what changes in the row of the ticket', async () => {
    const desk = storyDesk();
    const page = await open(desk);
    await page.clock.fastForward(6_000);
    await until(() => sidebar.asked.includes('look'));
    desk.update(STORY_TICKET, { priority: 'urgent' });
    const looks = sidebar.asked.length;
    await page.clock.fastForward(6_000);
    await until(() => sidebar.asked.slice(looks).includes('conversation'));
    await until(async () => (await page.locator('#priority').inputValue()) === 'urgent');
    expect(await page.locator('#said').textContent()).not.toContain('Loading');
  });

  test('asks nothing any more when nobody has touched it for long', async () => {
    const page = await open(storyDesk());
    await page.clock.fastForward(6 * 60_000);
    await page.locator('#said', { hasText: 'Not following' }).waitFor();
    const before = sidebar.asked.length;
    await page.clock.fastForward(60_000);
    expect(sidebar.asked.length).toBe(before);
  });

  test('keeps a draft when it is closed and opened again', async () => {
    const page = await open(storyDesk());
    await page.locator('#text').fill('Half an answ');
    await page.reload();
    await page.locator('#main').waitFor();
    expect(await page.locator('#text').inputValue()).toBe('Half an answ');
  });

  test('tells who else is writing', async () => {
    const desk = firmDesk();
    const page = await open(desk);
    const maria = { email: 'maria@firma.example', locale: 'pl' };
    call(desk, 'look', { shown: STORY_TICKET, does: 'writes' }, { user: maria });
    await page.clock.fastForward(6_000);
    await page.locator('#companions', { hasText: 'Writing an answer: Maria Sokół' }).waitFor();
  });

  test('shows a stranger one sentence and nothing else', async () => {
    const desk = storyDesk();
    sidebar = await openSidebar(browser, desk, {
      ticketId: STORY_TICKET,
      user: { email: 'eve@elsewhere.example', locale: 'en' },
    });
    await sidebar.page
      .locator('#empty', { hasText: 'eve@elsewhere.example is not on the Team tab' })
      .waitFor();
    expect(await sidebar.page.locator('#main').isVisible()).toBe(false);
    expect(await sidebar.page.locator('#main').textContent()).not.toContain('microphone');
    // Somebody adds the address: the page finds it without being opened anew.
    desk.append('team', [{ email: 'eve@elsewhere.example', name: 'Eve', role: 'support', active: true }]);
    await sidebar.page.clock.fastForward(6_000);
    await sidebar.page.locator('#main').waitFor();
  });

  test('looks less often while nobody touches it', async () => {
    const page = await open(storyDesk());
    const looks = async (seconds: number): Promise<number> => {
      const before = sidebar.asked.filter((action) => action === 'look').length;
      for (let passed = 0; passed < seconds; passed += 5) {
        await page.clock.runFor(5_000);
        await page.waitForFunction(() => true);
      }
      return sidebar.asked.filter((action) => action === 'look').length - before;
    };
    const busy = await looks(50);
    await looks(30);
    expect(await looks(50)).toBeLessThan(busy / 2);
  });
});
