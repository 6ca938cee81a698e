/** The dashboards as people see them: in the page on a desktop and a phone, and printed by LibreOffice. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { LANGUAGES } from '../../core/language';
import { DASHBOARDS, type DashboardKey, SHEET_ID } from '../../core/workbook/columns';
import type { LocalSheets } from '../../local-sheet/storage/open';
import { exportWorkbook } from '../../local-sheet/xlsx/export-xlsx';
import { dashboardWords } from '../../sheet-templates/words/dashboard';
import type { Desk } from '../apps-script/support/desk';
import { openChromium, openPage, picture } from '../bench/chromium';
import { bundledClient, servePage } from '../local-sheet/page/page-server';
import { needs, programPath } from '../support/needs';
import { THOROUGH } from '../support/thorough';
import { pastDesk } from './past-desk';

const SIZES = { desktop: { width: 1280, height: 1000 }, phone: { width: 390, height: 844 } } as const;
/** The last tab is the one with the heat map. */
const HEAT_MAP = DASHBOARDS[DASHBOARDS.length - 1];

needs('chromium')('the dashboards in the page', () => {
  let browser: Browser;
  let client: { html: string; js: string };

  beforeAll(async () => {
    client = await bundledClient();
    browser = await openChromium();
  });

  afterAll(() => browser?.close());

  it.each(LANGUAGES)('show every table and chart in %s', async (language) => {
    const { service, spreadsheetId } = pastDesk(language);
    const { sheets } = service.get(spreadsheetId, { fields: 'sheets(properties(sheetId),charts)' });
    const chartsOf = (tab: DashboardKey) =>
      sheets?.find(({ properties }) => properties?.sheetId === SHEET_ID[tab])?.charts?.length;
    // The desk's service is the local sheets themselves.
    const served = await servePage({ sheets: service as LocalSheets, spreadsheetId }, null, client);
    try {
      const size = Object.entries(SIZES);
      const turn = LANGUAGES.indexOf(language);
      for (const [nth, [name, viewport]] of size.entries()) {
        const page = await openPage(browser, { viewport, locale: language });
        const complaints: string[] = [];
        page.on('pageerror', (error) => complaints.push(error.message));
        for (const [place, tab] of DASHBOARDS.entries()) {
          // Every tab in every language, on a desktop here and on a phone there; a thorough run tries both.
          if (!THOROUGH && (turn + place) % size.length !== nth) continue;
          await page.goto(`${served.url}?tab=${SHEET_ID[tab]}&lang=${language}`);
          await page
            .locator('.cell', { hasText: dashboardWords(language)[tab].title })
            .first()
            .waitFor();
          await page.locator('.chart svg rect').first().waitFor({ state: 'attached' });
          expect([tab, await page.locator('.chart svg').count()]).toEqual([tab, chartsOf(tab)]);
          // "No data" stands in a chart that has none.
          expect(await page.locator('.chart .chart-quiet').count()).toBe(0);
          await picture(page, `dashboards/${tab}-${language}-${name}`);
          if (tab === HEAT_MAP) {
            // Monday has its colours.
            const painted = page.locator('.cell[data-column="1"][style*="background-color"]');
            expect(await painted.count()).toBeGreaterThan(5);
          }
        }
        expect(complaints).toEqual([]);
        await page.close();
      }
    } finally {
      await served.close();
    }
  });
});

/** The rest of the workbook is hidden, so that printing prints the dashboards. */
async function printed({ service, spreadsheetId }: Desk, name: string): Promise<Buffer> {
  const spreadsheet = service.get(spreadsheetId, { includeGridData: true });
  const ours: readonly unknown[] = DASHBOARDS.map((tab) => SHEET_ID[tab]);
  // In front, because a workbook never opens on a hidden tab.
  const sheets = (spreadsheet.sheets ?? []).map((sheet) => {
    const place = ours.indexOf(sheet.properties?.sheetId);
    return {
      ...sheet,
      properties: { ...sheet.properties, hidden: place < 0, index: place < 0 ? 99 : place },
    };
  });
  const { bytes, leftOut } = await exportWorkbook({ ...spreadsheet, sheets });
  expect(leftOut).toEqual([]);
  const folder = mkdtempSync(join(tmpdir(), 'rowdesk-print-'));
  try {
    const file = join(folder, `${name}.xlsx`);
    writeFileSync(file, bytes);
    // A profile of its own: LibreOffice otherwise joins one that already runs.
    const profile = `-env:UserInstallation=${pathToFileURL(folder).href}`;
    const program = programPath('libreoffice') ?? '';
    await promisify(execFile)(program, [
      profile,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      file,
    ]);
    return readFileSync(join(folder, `${name}.pdf`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

needs('libreoffice')('the dashboards in print', () => {
  it('fit a few pages, upright', async () => {
    const pdf = (await printed(pastDesk('pl'), 'print-pl')).toString('latin1');
    const sizes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)];
    // One for each at least, and the weeks may go on to a second and third.
    expect(sizes.length).toBeGreaterThanOrEqual(DASHBOARDS.length);
    expect(sizes.length).toBeLessThanOrEqual(DASHBOARDS.length + 3);
    for (const [, width, height] of sizes) expect(Number(height)).toBeGreaterThan(Number(width));
  });
});
