/** Whether everybody can use the sidebar: axe-core in every state, keyboard alone, both schemes, three languages. */
import type { Browser, Page } from 'playwright-core';
import { LANGUAGES, type Language } from '../../core/language';
import { openChromium, picture, violationsOn } from '../bench/chromium';
import { needs } from '../support/needs';
import { share } from '../support/thorough';
import { furnishFirm, STORY_TICKET, tellStory } from './support/believable';
import { byTurns } from './support/by-turns';
import { copiesOf, type Desk, openDesk } from './support/desk';
import { call, value } from './support/sidebar-call';
import { type OpenSidebar, openSidebar } from './support/sidebar-page';

needs('chromium')('the sidebar for everybody', () => {
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

  const incidentDesks = new Map(
    LANGUAGES.map((language) => [
      language,
      copiesOf(() => {
        const desk = openDesk({ language });
        furnishFirm(desk, tellStory(desk, language));
        value(call(desk, 'relate', { ticketId: 'T-2M8FD', wish: { how: 'case', other: STORY_TICKET } }));
        return desk;
      }),
    ]),
  );

  function incidentDesk(language: Language): Desk {
    const desk = incidentDesks.get(language);
    if (!desk) throw new Error(`No desk in ${language}`);
    return desk();
  }

  /** Each state that the page can be in, reached as a person reaches it. */
  const STATES: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
    ['conversation', () => Promise.resolve()],
    ['answer', (page) => page.locator('#text').fill('Proszę odświeżyć stronę. Оновіть сторінку.')],
    ['preview', (page) => page.locator('#preview summary').click()],
    [
      'article',
      async (page) => {
        await page.locator('#article').click();
        await page.locator('#find-article').waitFor();
      },
    ],
    [
      'note',
      async (page) => {
        await page.keyboard.press('Escape');
        await page.locator('label[for=kind-note]').click();
      },
    ],
    [
      'details',
      async (page) => {
        await page.locator('#dues summary').click();
        await page.locator('#person summary').click();
        await page.locator('.folded summary').first().click();
      },
    ],
    [
      'hold',
      (page) =>
        page
          .locator('#status')
          .selectOption('on_hold')
          .then(() => undefined),
    ],
    ['more', (page) => page.locator('#more').click()],
    ['merge', (page) => page.locator('#more-list button').first().click()],
    [
      'keys',
      async (page) => {
        await page.keyboard.press('Escape');
        await page.keyboard.press('Alt+KeyK');
        await page.locator('.keys').waitFor();
      },
    ],
    [
      'refused',
      async (page) => {
        await page.keyboard.press('Escape');
        await page.locator('label[for=kind-reply]').click();
        await page.locator('#text').fill('');
        await page.locator('#send-wait').click();
        await page.locator('#refused:not(:empty)').waitFor();
      },
    ],
  ];

  test.each(share(LANGUAGES, 2))(
    'axe-core finds nothing in %s, light or dark, in any state',
    async (language) => {
      const page = await open(incidentDesk(language), { height: 600 });
      for (const [index, [name, reach]] of STATES.entries()) {
        await reach(page);
        // By turns, so that each state is seen light in one language and dark in the next.
        for (const colorScheme of byTurns(['light', 'dark'] as const, LANGUAGES.indexOf(language) + index)) {
          await page.emulateMedia({ colorScheme });
          const state = `${language}-${colorScheme}-${name}`;
          await picture(page, `sidebar/${state}`);
          expect([state, await violationsOn(page)]).toEqual([state, []]);
          // Nothing sticks out at the side.
          expect([state, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([
            state,
            300,
          ]);
        }
      }
    },
  );

  test.each([
    ['sidebar, low', 300, 600],
    ['sidebar', 300, 800],
    ['phone', 390, 844],
    ['small phone', 320, 568],
  ])('the answer can be sent without scrolling: %s, %i × %i', async (name, width, height) => {
    const page = await open(incidentDesk('uk'), { width, height });
    await page.locator('#text').fill('Оновіть сторінку.\n'.repeat(12));
    await picture(page, `sidebar/size-${name.replace(/\W+/g, '-')}`);
    for (const id of ['#text', '#send-wait', '#send-resolve']) {
      const box = await page.locator(id).boundingBox();
      expect(box?.y ?? -1).toBeGreaterThanOrEqual(0);
      expect((box?.y ?? height) + (box?.height ?? 1)).toBeLessThanOrEqual(height);
    }
    // And a part of the conversation is seen beside it.
    expect((await page.locator('#conversation').boundingBox())?.height).toBeGreaterThanOrEqual(90);
  });

  test('at a tenth of the height everything is reached by scrolling the one page', async () => {
    const page = await open(incidentDesk('en'), { width: 320, height: 256 });
    await page.locator('#send-wait').scrollIntoViewIfNeeded();
    expect(await page.locator('#send-wait').isVisible()).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });

  test('Tab goes through all of it in the order of reading, and each place is seen', async () => {
    const page = await open(incidentDesk('en'));
    const visited: string[] = [];
    for (let step = 0; step < 40; step++) {
      await page.keyboard.press('Tab');
      const place = await page.evaluate(focusedPlace);
      if (place.name === 'body') break;
      if (!place.isOutlined) throw new Error(`${place.name} has the focus and does not show it`);
      visited.push(place.name);
    }
    expect(visited).toEqual([
      'refresh',
      'more',
      'status',
      'priority',
      'assignee',
      'due-summary',
      'person-summary',
      'conversation',
      'summary in messages',
      'kind-reply',
      'text',
      'template',
      'article',
      'summary in preview',
      'to-cases',
      'send-wait',
      'send-resolve',
    ]);
  });

  test.each([
    ['Alt+KeyR', 'text', 'reply'],
    ['Alt+KeyN', 'text', 'note'],
    ['Alt+KeyS', 'status', 'reply'],
    ['Alt+KeyL', 'conversation', 'reply'],
    ['Alt+KeyI', 'find-article', 'reply'],
    ['Alt+KeyK', 'panel-cancel', 'reply'],
  ])('%s leads to %s', async (keys, id, kind) => {
    const page = await open(incidentDesk('en'));
    await page.keyboard.press(keys);
    await page.locator(`#${id}:focus`).waitFor();
    expect(await page.locator('#compose').getAttribute('data-kind')).toBe(kind);
  });

  test('Alt+M opens More, arrows walk in it, Escape leaves it to where it was opened', async () => {
    const page = await open(incidentDesk('en'));
    await page.keyboard.press('Alt+KeyM');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Link to another ticket …');
    await page.keyboard.press('Escape');
    expect(await page.locator('#more-list').isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('more');
  });

  test('AltGr and plain letters write, they are no shortcuts', async () => {
    const page = await open(incidentDesk('pl'));
    await page.locator('#text').focus();
    await page.keyboard.type('rnsmik');
    await page.keyboard.press('Control+Alt+KeyN');
    expect(await page.locator('#text').inputValue()).toMatch(/^rnsmik/);
    expect(await page.locator('#compose').getAttribute('data-kind')).toBe('reply');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('conversation');
  });
});

/** In the page: where the focus is, and whether an outline shows it. */
function focusedPlace(): { readonly name: string; readonly isOutlined: boolean } {
  const place = document.activeElement ?? document.body;
  const within = place.parentElement?.closest('[id]')?.id ?? '';
  const name = place === document.body ? 'body' : place.id || `${place.localName} in ${within}`;
  const { outlineStyle, outlineWidth } = getComputedStyle(place);
  return { name, isOutlined: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 };
}
