/** One bridge per state folder, and no bridge shut out by a dead one. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LockHolder, mayRun, takeProcessLock } from '../../../mail-bridge/state/process-lock';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rowdesk-lock-'));
  file = join(folder, 'bridge.lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const SELF: LockHolder = { host: 'here', boot: 'b2', pid: 1, started: '500' };

describe('whether the process that left a lock may still run', () => {
  test.each<[string, Partial<LockHolder>, { runs: boolean; start: string }, boolean]>([
    ['it runs', { pid: 9, started: '44' }, { runs: true, start: '44' }, true],
    ['it has ended', { pid: 9 }, { runs: false, start: '' }, false],
    [
      'its number was given to another process',
      { pid: 9, started: '44' },
      { runs: true, start: '77' },
      false,
    ],
    ['its number was given to us, as in a container', { started: '44' }, { runs: true, start: '500' }, false],
    ['it is ourselves', {}, { runs: true, start: '500' }, true],
    [
      'the machine was started anew since',
      { boot: 'b1', pid: 9, started: '44' },
      { runs: true, start: '44' },
      false,
    ],
    [
      'it is in another container, where it is process 1 too',
      { host: 'there' },
      { runs: true, start: '500' },
      true,
    ],
    ['the system does not tell when it began', { pid: 9, started: '' }, { runs: true, start: '' }, true],
    [
      'the system tells nothing, and its number is ours now',
      { boot: '', started: '' },
      { runs: true, start: '' },
      false,
    ],
  ])('%s', (_, holder, { runs, start }, expected) => {
    const processes = { runs: () => runs, startOf: () => start };
    expect(mayRun({ ...SELF, ...holder }, SELF, processes)).toBe(expected);
  });
});

describe('the lock', () => {
  it('is given back, and leaves nothing behind', () => {
    takeProcessLock(file)();
    expect(readdirSync(folder)).toEqual([]);
    takeProcessLock(file)();
  });

  it('is not given twice to one process', () => {
    const release = takeProcessLock(file);
    expect(() => takeProcessLock(file)).toThrow(/Another bridge/);
    release();
  });

  it('is taken over from a process that has ended', () => {
    const content = { host: hostname(), boot: '', pid: 2 ** 22 + 1, started: '' };
    writeFileSync(file, JSON.stringify(content));
    const release = takeProcessLock(file);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid });
    release();
  });

  it('of an older Rowdesk counts as well', () => {
    writeFileSync(file, String(process.ppid));
    expect(() => takeProcessLock(file)).toThrow(new RegExp(`process ${process.ppid}\\)`));
    writeFileSync(file, String(2 ** 22 + 1));
    takeProcessLock(file)();
  });

  it.each(['', '{', '0'])('that says nothing (%j) is left to a person', (content) => {
    writeFileSync(file, content);
    expect(() => takeProcessLock(file)).toThrow(/does not say which process/);
    expect(readFileSync(file, 'utf8')).toBe(content);
  });

  it('of another machine is left to a person, who is told where it is', () => {
    writeFileSync(file, JSON.stringify({ ...SELF, host: 'elsewhere', pid: 17 }));
    expect(() => takeProcessLock(file)).toThrow(/process 17 on elsewhere/);
  });

  it('is not given back by one who does not have it any more', () => {
    const release = takeProcessLock(file);
    rmSync(file);
    writeFileSync(file, 'somebody else');
    release();
    expect(readFileSync(file, 'utf8')).toBe('somebody else');
  });
});
