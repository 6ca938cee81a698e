import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { openLocalSheets } from '../../../local-sheet/storage/open';
import { type QuietWriter, writeXlsxWhenQuiet } from '../../../local-sheet/xlsx/write-when-quiet';

let folder = '';
let writer: QuietWriter | null = null;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rowdesk-quiet-'));
});

afterEach(async () => {
  await writer?.close();
  writer = null;
  await rm(folder, { recursive: true, force: true });
});

function workbook() {
  const sheets = openLocalSheets();
  const id = sheets.create({ properties: { title: 'Desk' } }).spreadsheetId ?? '';
  const put = (value: string) =>
    sheets.values.update(id, 'Sheet1!A1', { values: [[value]] }, { valueInputOption: 'RAW' });
  return { sheets, id, put };
}

async function firstCell(file: string): Promise<unknown> {
  const read = new Workbook();
  await read.xlsx.load(await readFile(file));
  return read.worksheets[0]?.getCell('A1').value;
}

/** Resolves at the next call of the callback it gives. */
function nextCall(): { readonly callback: () => void; happened: Promise<void> } {
  let done: () => void = () => undefined;
  const happened = new Promise<void>((resolve) => {
    done = resolve;
  });
  return { callback: () => done(), happened };
}

it('writes the workbook after a quiet moment, with the last of the changes', async () => {
  const { sheets, id, put } = workbook();
  const file = join(folder, 'new/desk.xlsx');
  const written = nextCall();
  writer = writeXlsxWhenQuiet(sheets, id, file, { quietMs: 20, onWritten: written.callback });
  put('first');
  put('last');
  await written.happened;
  expect(await firstCell(file)).toBe('last');
});

it.each([
  ['LibreOffice', '.~lock.desk.xlsx#'],
  ['Excel', '~$desk.xlsx'],
])('leaves the file alone while %s has it open, and writes it afterwards', async (_program, lock) => {
  const { sheets, id, put } = workbook();
  const file = join(folder, 'desk.xlsx');
  await writeFile(file, 'as it was opened');
  await writeFile(join(folder, lock), '');
  const waiting = nextCall();
  const written = nextCall();
  writer = writeXlsxWhenQuiet(sheets, id, file, {
    quietMs: 5,
    lookAgainMs: 5,
    onWaiting: waiting.callback,
    onWritten: written.callback,
  });
  put('changed meanwhile');
  await waiting.happened;
  expect(await readFile(file, 'utf8')).toBe('as it was opened');
  await rm(join(folder, lock));
  await written.happened;
  expect(await firstCell(file)).toBe('changed meanwhile');
});

it('writes on demand, and leaves nothing but the file behind', async () => {
  const { sheets, id, put } = workbook();
  const file = join(folder, 'desk.xlsx');
  writer = writeXlsxWhenQuiet(sheets, id, file, { quietMs: 60_000 });
  put('now');
  expect(await writer.write()).toBe(true);
  expect(await firstCell(file)).toBe('now');
  expect(await readdir(folder)).toEqual(['desk.xlsx']);
});

it('says that it could not write on demand while the file is open', async () => {
  const { sheets, id, put } = workbook();
  await writeFile(join(folder, '~$desk.xlsx'), '');
  writer = writeXlsxWhenQuiet(sheets, id, join(folder, 'desk.xlsx'), { quietMs: 60_000 });
  put('later');
  expect(await writer.write()).toBe(false);
  expect(await readdir(folder)).toEqual(['~$desk.xlsx']);
});

it('tells of a failure and tries again', async () => {
  const { sheets, id, put } = workbook();
  await writeFile(join(folder, 'not-a-folder'), '');
  const failed = nextCall();
  writer = writeXlsxWhenQuiet(sheets, id, join(folder, 'not-a-folder/desk.xlsx'), {
    quietMs: 5,
    onFailure: failed.callback,
  });
  put('x');
  await failed.happened;
  await rm(join(folder, 'not-a-folder'));
  expect(await writer.write()).toBe(true);
  expect(await firstCell(join(folder, 'not-a-folder/desk.xlsx'))).toBe('x');
});
