import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { ApiError, type BatchUpdateRequest } from '../../../local-sheet/contract';
import { readJournal } from '../../../local-sheet/storage/journal';
import { openLocalSheets } from '../../../local-sheet/storage/open';
import { anyRequest, startingSpreadsheet } from './random-requests';

let directory: string;
beforeEach(() => {
  directory = join(mkdtempSync(join(tmpdir(), 'local-sheet-')), 'workbooks');
});
afterEach(() => {
  rmSync(join(directory, '..'), { recursive: true });
});

const open = () => openLocalSheets({ directory, durability: 'on-close' });
const journal = (): string => join(directory, 'workbooks.journal');
const snapshot = (): string => join(directory, 'workbooks.snapshot');

function appending(text: string): BatchUpdateRequest {
  const rows = [{ values: [{ userEnteredValue: { stringValue: text } }] }];
  return { requests: [{ appendCells: { sheetId: 0, rows, fields: 'userEnteredValue' } }] };
}

/** A spreadsheet with the given texts, each in a change of its own, written and closed. */
function written(...texts: string[]): string {
  const sheets = open();
  const id = sheets.create({}).spreadsheetId ?? '';
  for (const text of texts) sheets.batchUpdate(id, appending(text));
  sheets.close();
  return id;
}

function columnA(id: string): unknown {
  const sheets = open();
  const { values } = sheets.values.get(id, 'Sheet1!A:A');
  sheets.close();
  return values?.flat() ?? [];
}

describe('workbooks on disk', () => {
  test('what was written is there after opening again, from the journal and then from the snapshot', () => {
    const id = written('a', 'b');
    expect(readJournal(journal()).entries).toHaveLength(3);
    expect(columnA(id)).toEqual(['a', 'b']);
    expect(readJournal(journal()).entries).toHaveLength(0);
    expect(columnA(id)).toEqual(['a', 'b']);
  });

  test('any history of changes is replayed to the very same workbook', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(anyRequest, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: 11 }),
        (history, reopenAfter) => {
          let sheets = open();
          const id = sheets.create(startingSpreadsheet).spreadsheetId ?? '';
          const show = (): unknown => sheets.get(id, { includeGridData: true });
          history.forEach((requests, index) => {
            try {
              sheets.batchUpdate(id, { requests });
            } catch (error) {
              if (!(error instanceof ApiError)) throw error;
            }
            if (index !== reopenAfter) return;
            sheets.close();
            sheets = open();
          });
          const live = show();
          sheets.close();
          sheets = open();
          const replayed = show();
          sheets.close();
          sheets = open();
          const fromSnapshot = show();
          sheets.close();
          expect(replayed).toEqual(live);
          expect(fromSnapshot).toEqual(live);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('values written through values.update and values.append are replayed, too', () => {
    const sheets = open();
    const id = sheets.create({ properties: { locale: 'pl_PL' } }).spreadsheetId ?? '';
    const typed = { valueInputOption: 'USER_ENTERED' };
    sheets.values.update(id, 'Sheet1!A1', { values: [['1,5', '21.11.2026']] }, typed);
    sheets.values.append(id, 'Sheet1!A1', { values: [['50%', true]] }, typed);
    sheets.values.clear(id, 'Sheet1!B2');
    const live = sheets.get(id, { includeGridData: true });
    sheets.close();
    const again = open();
    expect(again.get(id, { includeGridData: true })).toEqual(live);
    again.close();
  });

  test('a refused change is not in the journal', () => {
    const id = written('a');
    const sheets = open();
    expect(() => sheets.batchUpdate(id, { requests: [{ deleteSheet: { sheetId: 9 } }] })).toThrow(ApiError);
    sheets.close();
    expect(readJournal(journal()).entries).toHaveLength(0);
  });

  test.each([
    ['without its end', (bytes: number) => truncateSync(journal(), bytes - 5)],
    ['with an end that does not fit', () => appendFileSync(journal(), '0123456789abcdef [9,{"meth\n')],
  ])('a last line %s is left out with a note, and work goes on', (_name, damage) => {
    const id = written('a', 'b');
    const whole = readFileSync(journal()).length;
    damage(whole);
    const sheets = open();
    expect(sheets.notes).toEqual([expect.stringContaining('The last change in')]);
    const survivors = statSync(snapshot()).size > 0 ? sheets.values.get(id, 'Sheet1!A:A').values?.flat() : [];
    sheets.batchUpdate(id, appending('c'));
    sheets.close();
    expect(survivors?.[0]).toBe('a');
    expect(columnA(id)).toEqual([...(survivors ?? []), 'c']);
  });

  test('damage in the middle of the journal stops with the file and the line', () => {
    written('a', 'b');
    const text = readFileSync(journal(), 'utf8');
    writeFileSync(journal(), text.replace('"stringValue":"a"', '"stringValue":"x"'));
    expect(open).toThrow(`${journal()}, line 2`);
  });

  test.each([
    ['cut', (text: string) => text.slice(0, -20)],
    ['with a broken line', (text: string) => text.replace('{"rows"', '{rows')],
    ['of another format', (text: string) => text.replace('snapshot 1', 'snapshot 9')],
  ])('a snapshot %s stops with the name of the file', (_name, damage) => {
    columnA(written('a', 'b'));
    writeFileSync(snapshot(), damage(readFileSync(snapshot(), 'utf8')));
    expect(open).toThrow(snapshot());
    // The directory was given back: a repaired file opens.
    expect(open).toThrow(snapshot());
  });

  test('a crash between the snapshot and the emptying of the journal applies nothing twice', () => {
    const id = written('a', 'b');
    const before = readFileSync(journal());
    columnA(id);
    writeFileSync(journal(), before);
    expect(columnA(id)).toEqual(['a', 'b']);
  });

  test('only its owner may look, and only one process at a time may open it', () => {
    const sheets = open();
    sheets.create({});
    expect(statSync(directory).mode & 0o777).toBe(0o700);
    expect(statSync(journal()).mode & 0o777).toBe(0o600);
    expect(open).toThrow(`are open in process ${process.pid}`);
    sheets.close();
    const again = open();
    again.close();
    expect(statSync(snapshot()).mode & 0o777).toBe(0o600);
  });

  test('a lock that a dead process left is taken over', () => {
    const id = written('a');
    // Beyond the largest process id of Linux.
    writeFileSync(join(directory, 'lock'), '4194305\n');
    expect(columnA(id)).toEqual(['a']);
  });

  test('callers hear of every accepted change until they stop listening', () => {
    const sheets = openLocalSheets();
    const heard: string[] = [];
    const stop = sheets.onChange((id) => heard.push(id));
    const id = sheets.create({}).spreadsheetId ?? '';
    sheets.batchUpdate(id, appending('a'));
    stop();
    sheets.batchUpdate(id, appending('b'));
    expect(heard).toEqual([id, id]);
    sheets.close();
    expect(() => sheets.create({})).toThrow('closed');
  });
});
