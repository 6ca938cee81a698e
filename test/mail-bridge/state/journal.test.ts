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
import { openJournal } from '../../../mail-bridge/state/journal';
import { UserError } from '../../../mail-bridge/user-error';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rowdesk-journal-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (file: string) =>
  openJournal(file, (value) => {
    if (typeof value !== 'object' || value === null) throw new TypeError('no record');
    return value;
  });

describe('the journal', () => {
  it('gives back what was appended, in order, with any letters', () => {
    const file = join(folder, 'j');
    const first = open(file);
    first.append([{ n: 1, text: 'Zażółć\nгречка' }, { n: 2 }]);
    first.append([{ n: 3 }]);
    first.close();
    const again = open(file);
    expect(again.read).toEqual([{ n: 1, text: 'Zażółć\nгречка' }, { n: 2 }, { n: 3 }]);
    again.close();
  });

  it('is readable by its owner only', () => {
    const file = join(folder, 'j');
    open(file).close();
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('cut at any byte, it gives a beginning of what was appended and goes on from there', () => {
    const records = Array.from({ length: 5 }, (_, n) => ({ n, text: 'ż'.repeat(n) }));
    const whole = join(folder, 'whole');
    const written = open(whole);
    written.append(records);
    written.close();
    const bytes = readFileSync(whole);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length }), (length) => {
        const file = join(folder, 'cut');
        writeFileSync(file, bytes);
        truncateSync(file, length);
        const cut = open(file);
        const kept = cut.read.length;
        expect(cut.read).toEqual(records.slice(0, kept));
        cut.append([{ n: 'after' }]);
        cut.close();
        const again = open(file);
        expect(again.read).toEqual([...records.slice(0, kept), { n: 'after' }]);
        again.close();
      }),
      { numRuns: 60 },
    );
  });

  it('refuses a damaged line in the middle, and says which file and line', () => {
    const file = join(folder, 'j');
    const journal = open(file);
    journal.append([{ n: 1 }, { n: 2 }, { n: 3 }]);
    journal.close();
    writeFileSync(file, readFileSync(file, 'utf8').replace('{"n":2}', '{"n":9}'));
    expect(() => open(file)).toThrow(UserError);
    expect(() => open(file)).toThrow(/Line 2 of the journal .*j is damaged/);
  });

  it('drops a torn last line only', () => {
    const file = join(folder, 'j');
    const journal = open(file);
    journal.append([{ n: 1 }]);
    journal.close();
    appendFileSync(file, '12345678 {"n":');
    const again = open(file);
    expect(again.read).toEqual([{ n: 1 }]);
    again.close();
  });

  it('rewrites itself in one step', () => {
    const file = join(folder, 'j');
    const journal = open(file);
    journal.append([{ n: 1 }, { n: 2 }]);
    journal.rewrite([{ n: 12 }]);
    journal.append([{ n: 3 }]);
    journal.close();
    const again = open(file);
    expect(again.read).toEqual([{ n: 12 }, { n: 3 }]);
    again.close();
  });
});
