/** One bridge per state folder, and no bridge shut out by a dead one. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LockHolder, mayRun, takeProcessLock } from '../../../mail-bridge/state/process-lock';
import { startAtOnce } from './starters';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rowdesk-lock-'));
  file = join(folder, 'bridge.lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const SELF: LockHolder = { host: 'here', boot: 'b2', pid: 1, started: '500', token: '' };

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

describe('when many start at once', () => {
  const ROUNDS = 30;
  const STARTERS = 6;
  const leftover = () => JSON.stringify({ host: hostname(), boot: '', pid: 2 ** 22 + 1, started: '' });
  const rounds = Array.from({ length: ROUNDS }, (_, round) => round);
  const lockOf = (round: number) => join(folder, `${round}.lock`);
  /** Who got the lock of each round. */
  const winners = (said: readonly string[][]) =>
    rounds.map((round) => said.filter((lines) => lines.includes(`got ${round}`)).length);
  const hashOf = (content: string) => createHash('sha256').update(content).digest('hex').slice(0, 12);

  it.each<[string, (round: number) => void]>([
    ['and there is no lock', () => undefined],
    ['and a dead process has left its lock', (round) => writeFileSync(lockOf(round), leftover())],
    [
      'and one that was taking over a leftover has died over it',
      (round) => {
        writeFileSync(lockOf(round), leftover());
        writeFileSync(`${lockOf(round)}.${hashOf(leftover())}`, leftover());
      },
    ],
  ])('%s: exactly one gets it, and nothing else is left', async (_, prepare) => {
    for (const round of rounds) prepare(round);
    const said = await startAtOnce(folder, STARTERS, ROUNDS);
    expect(winners(said)).toEqual(rounds.map(() => 1));
    expect(said.flat().filter((line) => line.startsWith('failed'))).toEqual([]);
    expect(
      readdirSync(folder)
        .filter((name) => name.includes('.lock'))
        .sort(),
    ).toEqual(rounds.map((round) => `${round}.lock`).sort());
  });
});
