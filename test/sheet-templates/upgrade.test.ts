/**
 * A workbook that an older Rowdesk made, and in which a firm has worked. `fixtures/workbook-of-version-N.journal.gz` is the
 * local sheet's journal after the demo's story with the program of that layout, and then a person's changes: a column of
 * their own ("Oddzwonić"), a reply template of their own, a tab of their own ("Nasze notatki").
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { SHEET_ID, TABLES, type TableKey } from '../../core/workbook/columns';
import { openLocalSheets } from '../../local-sheet/storage/open';
import { SCHEMA_VERSION } from '../../sheet-templates/setup';
import { columnOrder } from '../../sheet-templates/tabs';
import { Workbook } from './workbook';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function workbookOf(version: number): Workbook {
  const folder = mkdtempSync(join(tmpdir(), 'rowdesk-upgrade-'));
  folders.push(folder);
  const packed = readFileSync(join(__dirname, 'fixtures', `workbook-of-version-${version}.journal.gz`));
  writeFileSync(join(folder, 'workbooks.journal'), gunzipSync(packed));
  return Workbook.of(openLocalSheets({ directory: folder }));
}

/** Rows of a tab as objects by key, people's own columns by their labels. */
function rowsOf(workbook: Workbook, tab: TableKey): Record<string, unknown>[] {
  const [keys = [], labels = [], ...rows] = workbook.values(tab);
  const width = Math.max(keys.length, labels.length);
  return rows
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) =>
      Object.fromEntries(
        Array.from({ length: width }, (_, i) => [String(keys[i] || `own:${labels[i] ?? i}`), row[i] ?? '']),
      ),
    );
}

function rowIndexOf(workbook: Workbook, tab: TableKey, firstCell: string): number {
  const at = workbook.values(tab).findIndex(([key]) => key === firstCell);
  if (at === -1) throw new Error(`no row of ${tab} begins with ${firstCell}`);
  return at;
}

describe.each([1])('a workbook of layout %i, set up by this program', (version) => {
  const before = workbookOf(version);
  const contents = new Map(
    TABLES.filter((tab) => before.has(tab)).map((tab) => [tab, rowsOf(before, tab)] as const),
  );
  const after = workbookOf(version).setUp('pl');

  it('has every column and tab of today, and the version of today', () => {
    for (const tab of TABLES) {
      expect(
        after
          .values(tab)[0]
          ?.filter((key) => key !== '')
          .sort(),
      ).toEqual([...columnOrder(tab)].sort());
    }
    const version = rowsOf(after, 'settings').find(({ key }) => key === 'schema_version');
    expect(version?.value).toBe(String(SCHEMA_VERSION));
  });

  it('keeps every cell that was there', () => {
    expect(contents.get('tickets')).toHaveLength(3);
    for (const [tab, rows] of contents) {
      const now = rowsOf(after, tab);
      rows.forEach((row, i) => {
        for (const [key, value] of Object.entries(row)) {
          if (row.key === 'schema_version') continue;
          expect({ tab, i, key, value: now[i]?.[key] }).toEqual({ tab, i, key, value });
        }
      });
    }
  });

  it('keeps what people made: their column, their template, their tab', () => {
    expect(rowsOf(after, 'tickets')[0]?.['own:Oddzwonić']).toBe('po 15:00');
    expect(rowsOf(after, 'templates').some(({ body }) => body === 'Nasz własny wzór: {{ answer }}')).toBe(
      true,
    );
    const titles = (after.sheets.get(after.id).sheets ?? []).map((sheet) => sheet.properties?.title);
    expect(titles).toContain('Nasze notatki');
  });

  it('needs nothing more when set up again', () => {
    expect(after.plan('pl')).toEqual([]);
  });
});

test('from layout 1, promises get their priority as their name and keep the haste before a session', () => {
  const rows = rowsOf(workbookOf(1).setUp('pl'), 'sla');
  expect(rows.map(({ name, near_before, near_within }) => [name, near_before, near_within])).toEqual([
    ['Pilny', 60, 15],
    ['Wysoki', 60, 15],
    ['Zwykły', 60, 15],
    ['Niski', 60, 15],
  ]);
});

test('a firm that has assigned by hand goes on so', () => {
  const settingIn = (workbook: Workbook, wanted: string) =>
    rowsOf(workbook, 'settings').find(({ key }) => key === wanted)?.value;
  expect(settingIn(workbookOf(1).setUp('pl'), 'assignment')).toBe('Ręcznie');
  expect(settingIn(new Workbook().setUp('pl'), 'assignment')).toBe('Najmniej otwartych');
});

test('colleagues who answer by mail get their tab, columns and settings', () => {
  const workbook = workbookOf(1).setUp('pl');
  expect(workbook.title('commands')).toBe('Polecenia');
  expect(workbook.properties('commands').sheetId).toBe(SHEET_ID.commands);
  expect(rowsOf(workbook, 'commands')).toEqual([]);
  expect(workbook.values('team')[0]).toContain('other_emails');
  expect(workbook.values('outbox')[0]).toEqual(expect.arrayContaining(['cc', 'attachments']));
  const settings = new Map(rowsOf(workbook, 'settings').map(({ key, value }) => [key, value]));
  expect(settings.get('show_colleague_address')).toBe('Nie');
  expect(settings.get('answers_to_cc')).toBe('Nie');
});

test('nobody begins to get tickets by mail because the program was renewed', () => {
  const readersIn = (workbook: Workbook) =>
    rowsOf(workbook, 'settings').find(({ key }) => key === 'mail_tickets_to')?.value;
  expect(readersIn(new Workbook().setUp('pl'))).toBe('Trenerzy');
  expect(readersIn(workbookOf(1).setUp('pl'))).toBe('Nikt');

  // A workbook of today's layout, made before there was such a setting.
  const recent = new Workbook().setUp('pl');
  const row = rowIndexOf(recent, 'settings', 'mail_tickets_to');
  const range = { sheetId: SHEET_ID.settings, dimension: 'ROWS', startIndex: row, endIndex: row + 1 };
  recent.batch([{ deleteDimension: { range } }]);
  expect(readersIn(recent)).toBeUndefined();
  expect(readersIn(recent.setUp('pl'))).toBe('Nikt');
});

test('the tab of escalations comes with its starter steps', () => {
  const workbook = workbookOf(1).setUp('pl');
  expect(rowsOf(workbook, 'escalations').map(({ when }) => when)).toEqual(['-30 min', '0', '+2 h']);
  expect(workbook.properties('escalations').sheetId).toBe(SHEET_ID.escalations);
});
