/** The file in the real LibreOffice: opened, converted, and what came out is read. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { exportXlsx } from '../../../local-sheet/xlsx/export-xlsx';
import { unzip } from '../../../local-sheet/xlsx/zip';
import { needs, programPath } from '../../support/needs';
import { deskWorkbook } from './desk-workbook';

const run = promisify(execFile);

needs('libreoffice')('the exported workbook in LibreOffice', () => {
  let folder = '';
  let content = '';
  let styles = '';
  let objects: string[] = [];

  async function convert(format: string): Promise<void> {
    // A profile of its own: LibreOffice otherwise joins one that already runs.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const program = programPath('libreoffice') ?? '';
    await run(program, [
      profile,
      '--headless',
      '--convert-to',
      format,
      '--outdir',
      folder,
      join(folder, 'desk.xlsx'),
    ]);
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rowdesk-xlsx-'));
    await writeFile(join(folder, 'desk.xlsx'), await exportXlsx(deskWorkbook()));
    await convert('ods');
    const parts = unzip(await readFile(join(folder, 'desk.ods')));
    content = Buffer.from(parts.get('content.xml') ?? []).toString('utf8');
    styles = Buffer.from(parts.get('styles.xml') ?? []).toString('utf8');
    objects = [...parts]
      .filter(([name]) => /^Object \d+\/content\.xml$/.test(name))
      .map(([, bytes]) => Buffer.from(bytes).toString('utf8'));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('shows choices: short lists, long lists, and ranges', () => {
    const conditions = [...content.matchAll(/table:condition="of:cell-content-is-in-list\(([^"]*)\)"/g)];
    expect(conditions.map(([, list]) => list?.replace(/&quot;/g, '"'))).toEqual(
      expect.arrayContaining([
        '"Urgent";"High";"Normal";"Low"',
        '[$_choices.$A$1:.$A$10]',
        '[$Team.$B$3:.$B$6]',
      ]),
    );
  });

  it('keeps text that looks like a formula as text', () => {
    expect(content).toContain('<text:p>=SUM(A1:A9) pasted into the chat</text:p>');
    expect(content).not.toContain('table:formula="of:=SUM(A1:A9)');
    expect(content).toContain('<text:p>+48 600 100 200 – please call me</text:p>');
  });

  it('reads dates as dates', () => {
    expect(content).toMatch(/office:value-type="date" office:date-value="2026-11-16T08:00:00"/);
  });

  it('hides the row of keys and the machine column', () => {
    expect(content).toMatch(/<table:table-row [^>]*table:visibility="collapse"/);
    expect(content).toMatch(/<table:table-column [^>]*table:visibility="collapse"/);
  });

  it('applies conditional formats with their colours', () => {
    expect(content).toMatch(/calcext:conditional-format /);
    expect((content + styles).toLowerCase()).toContain('#d2e3fc');
  });

  it('draws every chart with its series', () => {
    expect(objects).toHaveLength(4);
    const kinds = objects.map((xml) => /chart:class="chart:(\w+)"/.exec(xml)?.[1] ?? '').sort(inOrder);
    expect(kinds).toEqual(['bar', 'bar', 'line', 'ring']);
    expect(objects.some((xml) => xml.includes('Tickets by status'))).toBe(true);
    expect(objects.every((xml) => /chart:values-cell-range-address="[^"]+"/.test(xml))).toBe(true);
  });

  it('prints: a PDF comes out', async () => {
    await convert('pdf');
    expect(await readdir(folder)).toContain('desk.pdf');
    expect((await readFile(join(folder, 'desk.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
  });
});

function inOrder(a: string, b: string): number {
  return a < b ? -1 : 1;
}
