/** The boards as people see them: in the page on a desktop and a phone, in every language. */
import type { Browser } from 'playwright-core';
import { LANGUAGES, type Language } from '../../core/language';
import { SHEET_ID } from '../../core/workbook/columns';
import type { LocalSheets } from '../../local-sheet/storage/open';
import { labelOfWord } from '../../sheet-templates/labels';
import { planSetup } from '../../sheet-templates/setup';
import { openChromium, openPage, picture } from '../bench/chromium';
import { bundledClient, servePage } from '../local-sheet/page/page-server';
import { needs } from '../support/needs';
import { byTurns } from './support/by-turns';
import { at, bareDesk, type Desk, ZONE } from './support/desk';

const SIZES = { desktop: { width: 1360, height: 800 }, phone: { width: 390, height: 844 } } as const;
const BOARDS = ['readiness', 'staffing'] as const;

const NAMES = ['Anna', 'Jan', 'Ola', 'Iwan', 'Maria', 'Piotr'];

/** One session with everything, one with something to look at, one in danger. */
function busyDesk(language: Language): Desk {
  const opened = bareDesk({ language });
  // With its looks, which most tests do without.
  const looks = planSetup({ existing: { sheets: [] }, language, zone: ZONE, now: opened.clock.time });
  opened.service.batchUpdate(opened.spreadsheetId, { requests: looks });
  const person = (role: string, name: string) => ({
    email: `${name.toLowerCase()}@nordlicht.example`,
    name,
    role,
    languages: [language],
    active: true,
  });
  opened.append('team', [person('support', 'Lena'), person('manager', 'Ewa'), person('trainer', 'Adam')]);
  const session = (id: string, starts: string, more: object) => ({
    id,
    course: 'Excel: tabele i wykresy',
    client: 'Nordwind',
    starts_at: at(starts),
    ends_at: null,
    trainer: 'Adam',
    confirmed: 'yes',
    materials: 'https://firm.example/xl',
    link: 'https://meet.example/xl',
    state: 'planned',
    ...more,
  });
  opened.append('sessions', [
    session('XL-01', '2026-11-23T16:00:00Z', { trainer: '', link: '', confirmed: '' }),
    session('XL-02', '2026-11-25T09:00:00Z', { confirmed: '', materials: '' }),
    session('XL-03', '2026-12-10T09:00:00Z', {}),
  ]);
  opened.append(
    'participants',
    ['XL-01', 'XL-02', 'XL-03'].flatMap((id) =>
      NAMES.map((name) => ({
        session_id: id,
        name,
        email: `${name.toLowerCase()}@client.example`,
        state: 'active',
      })),
    ),
  );
  opened.append(
    'outbox',
    NAMES.map((name, index) => ({
      key: `reminder:XL-02:${name.toLowerCase()}@client.example:3d:2026-11-25T09:00:00.000Z`,
      kind: 'reminder',
      state: index === 0 ? 'failed' : 'sent',
    })),
  );
  opened.append('rota', [
    {
      email: 'lena@nordlicht.example',
      from: at('2026-11-24T08:00:00Z'),
      to: at('2026-11-25T08:20:00Z'),
      duty: 'help',
    },
  ]);
  opened.append('moments', [
    { at: at('2026-11-24T12:00:00Z'), until: at('2026-11-24T14:00:00Z'), kind: 'other', people: 400 },
  ]);
  opened.host.run('tick');
  return opened;
}

needs('chromium')('the boards in the page', () => {
  let browser: Browser;
  let client: { html: string; js: string };

  beforeAll(async () => {
    client = await bundledClient();
    browser = await openChromium();
  });

  afterAll(() => browser?.close());

  it.each(LANGUAGES)('show each light in its colour in %s', async (language) => {
    const { service, spreadsheetId } = busyDesk(language);
    // The desk's service is the local sheets themselves.
    const served = await servePage({ sheets: service as LocalSheets, spreadsheetId }, null, client);
    try {
      const page = await openPage(browser, { locale: language });
      for (const [index, board] of BOARDS.entries()) {
        // By turns, so that each board is seen on a desktop in one language and on a phone in the next.
        for (const name of byTurns(['desktop', 'phone'] as const, LANGUAGES.indexOf(language) + index)) {
          await page.setViewportSize(SIZES[name]);
          await page.goto(`${served.url}?tab=${SHEET_ID[board]}&lang=${language}`);
          const light = (word: string) =>
            page.getByText(labelOfWord('light', word, language), { exact: true }).first();
          await light('red').waitFor({ state: 'attached' });
          await picture(page, `boards/${board}-${language}-${name}`);
          // The staffing board has no amber moment here.
          const words = board === 'readiness' ? ['red', 'amber', 'green'] : ['red', 'green'];
          const colours = await Promise.all(
            words.map((word) =>
              light(word).evaluate((chip) => {
                const painted = chip.closest<HTMLElement>('[style*="background"]');
                return painted === null ? 'none' : painted.style.background;
              }),
            ),
          );
          expect(colours).not.toContain('none');
          expect(new Set(colours).size).toBe(words.length);
        }
      }
      await page.close();
    } finally {
      await served.close();
    }
  });
});
