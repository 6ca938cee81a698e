import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { needs } from '../support/needs';
import { STORY_TICKET, tellStory } from './support/believable';
import { at, type Desk, newTicket, openDesk } from './support/desk';
import { type OpenSidebar, openChromium, openSidebar } from './support/sidebar-page';

const PICTURES = join(__dirname, '..', '..', 'test-output', 'sidebar');

needs('chromium')('the sidebar in Chromium', () => {
  let browser: Browser;
  let sidebar: OpenSidebar;

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    browser = await openChromium();
  });
  afterEach(() => sidebar.context.close());
  afterAll(() => browser.close());

  async function open(desk: Desk, options: Parameters<typeof openSidebar>[2] = {}): Promise<Page> {
    sidebar = await openSidebar(browser, desk, { ticketId: STORY_TICKET, ...options });
    await sidebar.page.locator('#main').waitFor();
    return sidebar.page;
  }

  function storyDesk(): Desk {
    const desk = openDesk();
    tellStory(desk, 'en');
    return desk;
  }

  const outbox = (desk: Desk): number => desk.rows('outbox').length;

  test.each([
    ['en', 'light', 'Send and wait for participant'],
    ['pl', 'dark', 'Wyślij i czekaj na uczestnika'],
    ['uk', 'light', 'Надіслати й чекати на учасника'],
  ] as const)('speaks %s and can be read in the %s scheme', async (language, colorScheme, button) => {
    const desk = openDesk({ language });
    const story = tellStory(desk, language);
    const page = await open(desk, { colorScheme });
    await page.screenshot({ path: join(PICTURES, `${language}-${colorScheme}.png`) });

    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(await page.locator('#send-wait').textContent()).toBe(button);
    expect(await page.locator('h1').textContent()).toBe(story.subject);
    expect(await page.evaluate(faintTexts)).toEqual([]);
    expect(await page.evaluate(namelessControls)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(300);

    await page.locator('label[for=kind-note]').click();
    expect(await page.evaluate(faintTexts)).toEqual([]);
  });

  test('shows the newest message last and in sight, quotes folded', async () => {
    const page = await open(storyDesk());
    const newest = page.locator('#messages .message').last();
    expect(await newest.textContent()).toContain('very faintly');
    const box = await newest.boundingBox();
    const frame = await page.locator('#conversation').boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual((frame?.y ?? 0) + (frame?.height ?? 0));

    const quote = page.locator('.folded p');
    expect(await quote.isVisible()).toBe(false);
    await page.locator('.folded summary').click();
    expect(await quote.textContent()).toContain('Please check your microphone');
  });

  test('shows markup in a mail as the text it is', async () => {
    const desk = storyDesk();
    desk.update(STORY_TICKET, { subject: '<img src=x onerror="document.title=1"><b>bold</b>' });
    desk.append('messages', [
      {
        id: 'm9',
        ticket_id: STORY_TICKET,
        at: at('2026-11-23T08:59:00Z'),
        direction: 'in',
        text: '<script>document.title = 2</script>',
      },
    ]);
    const page = await open(desk);
    expect(await page.locator('h1').textContent()).toBe('<img src=x onerror="document.title=1"><b>bold</b>');
    expect(await page.locator('#messages .message').last().textContent()).toContain('<script>');
    expect(await page.locator('#main img, #messages script').count()).toBe(0);
    expect(await page.title()).toBe('Rowdesk');
  });

  test('previews the mail in the participant’s language while it is written, and sends that', async () => {
    const desk = openDesk();
    tellStory(desk, 'uk');
    const page = await open(desk);
    await page.locator('#preview summary').click();
    await page.locator('#text').fill('Перезавантажте сторінку.');
    await page.locator('#preview-body', { hasText: 'Перезавантажте сторінку.' }).waitFor();
    const body = await page.locator('#preview-body').textContent();
    expect(body).toContain('Потрібна допомога?');

    await page.locator('#send-wait').click();
    await page.locator('.pending').waitFor();
    expect(desk.rows('outbox')).toEqual([expect.objectContaining({ body, kind: 'reply', language: 'uk' })]);
    expect(await page.locator('#text').inputValue()).toBe('');
    expect(await page.locator('#said').textContent()).toContain('Queued');
  });

  test('puts a chosen form around the answer', async () => {
    const desk = storyDesk();
    const page = await open(desk);
    await page.locator('#text').fill('I am calling you in five minutes.');
    await page.locator('#template').selectOption('calm');
    await page.locator('#preview-body', { hasText: 'this is upsetting' }).waitFor();
    await page.locator('#send-wait').click();
    await page.locator('.pending').waitFor();
    expect(desk.rows('outbox')).toEqual([expect.objectContaining({ template: 'calm' })]);
  });

  test('queues one mail for a double click', async () => {
    const desk = storyDesk();
    const page = await open(desk);
    await page.locator('#text').fill('Please reload the page.');
    await page.locator('#send-wait').dblclick();
    await page.locator('.pending').waitFor();
    expect(outbox(desk)).toBe(1);
  });

  test('is used by keyboard alone: Ctrl+Enter sends, Ctrl+Shift+Enter resolves', async () => {
    const desk = storyDesk();
    const page = await open(desk);
    await page.locator('#text').focus();
    await page.keyboard.type('Thank you, solved.');
    await page.keyboard.press('Control+Shift+Enter');
    await page.locator('.pending').waitFor();
    expect(desk.ticket(STORY_TICKET).row.status).toBe('resolved');
    expect(await page.locator('#status').inputValue()).toBe('resolved');

    await page.locator('#kind-reply').focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('#text').focus();
    await page.keyboard.type('Ask their IT about the driver.');
    await page.keyboard.press('Control+Enter');
    await page.locator('.message.note', { hasText: 'Ask their IT' }).waitFor();
    expect(outbox(desk)).toBe(1);
  });

  test('says when Google does not answer, keeps the text, and sends nothing twice', async () => {
    const desk = storyDesk();
    const page = await open(desk);
    await page.locator('#text').fill('Please reload the page.');
    sidebar.failure = new Error('Network error');
    await page.locator('#send-wait').click();
    await page.locator('#refused', { hasText: 'nothing is sent twice' }).waitFor();
    expect(await page.locator('#text').inputValue()).toBe('Please reload the page.');

    sidebar.failure = null;
    await page.locator('#send-wait').click();
    await page.locator('.pending').waitFor();
    expect(outbox(desk)).toBe(1);
    expect(await page.locator('#refused').textContent()).toBe('');
  });

  test('says why an answer is refused', async () => {
    const desk = storyDesk();
    desk.update(STORY_TICKET, { requester_email: 'priya(at)client' });
    const page = await open(desk);
    await page.locator('#text').fill('Hello');
    await page.locator('#send-wait').click();
    await page.locator('#refused', { hasText: '“priya(at)client” is not an address' }).waitFor();
    expect(outbox(desk)).toBe(0);
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

  test('sets the status, and puts the choice back when the rules refuse it', async () => {
    const desk = storyDesk();
    const page = await open(desk);
    await page.locator('#status').selectOption('closed');
    await page.locator('#said', { hasText: 'Status saved' }).waitFor();
    await page.locator('#status').selectOption('on_hold');
    await page.locator('#refused', { hasText: 'Open it first' }).waitFor();
    expect(await page.locator('#status').inputValue()).toBe('closed');
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
});

/** In the page: texts whose contrast is under WCAG's 4.5:1. */
function faintTexts(): string[] {
  const channels = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (colour: string): number => {
    const [r = 0, g = 0, b = 0] = channels(colour).map((value) => {
      const part = value / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const background = (start: Element): string => {
    for (let place: Element | null = start; place; place = place.parentElement) {
      const colour = getComputedStyle(place).backgroundColor;
      if (channels(colour)[3] !== 0) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  return Array.from(document.querySelectorAll<HTMLElement>('body *')).flatMap((place) => {
    const own = Array.from(place.childNodes).some((node) => node.nodeType === 3 && node.textContent?.trim());
    if (!own || place.getClientRects().length === 0 || ['SCRIPT', 'STYLE', 'OPTION'].includes(place.tagName))
      return [];
    const [a, b] = [luminance(getComputedStyle(place).color), luminance(background(place))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    return ratio < 4.5 ? [`${ratio.toFixed(2)} ${place.textContent}`] : [];
  });
}

/** In the page: controls that a screen reader could not name. */
function namelessControls(): string[] {
  const controls = document.querySelectorAll<HTMLInputElement>('input, select, textarea, button, summary');
  return Array.from(controls).flatMap((control) => {
    const label = control.labels?.[0]?.textContent ?? control.textContent ?? '';
    return label.trim() === '' ? [control.outerHTML.slice(0, 80)] : [];
  });
}
