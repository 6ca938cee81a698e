/** Whether the state folder can be written to: noticed when a write fails, and when one succeeds again. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instant } from '../../../core/time/instant';
import { diskWatch } from '../../../mail-bridge/health/disk';

const NOW = instant(1_000);
const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
  code: 'ENOSPC',
  syscall: 'write',
});

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rowdesk-disk-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const watching = (place = folder) =>
  diskWatch(
    place,
    () => NOW,
    () => 5,
  );

test('a disk that is fine says how much room it has, and is not written to for that', () => {
  expect(watching().look()).toEqual({ free: 5, failure: null });
  expect(readdirSync(folder)).toEqual([]);
  expect(diskWatch(folder, () => NOW).look().free).toBeGreaterThan(0);
});

test.each<[string, unknown]>([
  ['a full disk', full],
  ['one within another error', new Error('not written', { cause: full })],
])('%s stays so until a write succeeds', (_name, error) => {
  const place = join(folder, 'away');
  const disk = watching(place);
  disk.note(error);
  const failure = { since: NOW, reason: full.message };
  expect([disk.look(), disk.look()]).toEqual([
    { free: 5, failure },
    { free: 5, failure },
  ]);
  mkdirSync(place);
  expect(disk.look()).toEqual({ free: 5, failure: null });
  expect(readdirSync(place)).toEqual([]);
});

test.each<[string, unknown]>([
  ['a broken connection', Object.assign(new Error('reset'), { code: 'ECONNRESET', syscall: 'read' })],
  ['a fault of ours', new TypeError('x is not a function')],
  ['no error at all', 'ENOSPC'],
])('%s is not the disk’s', (_name, error) => {
  const disk = watching(join(folder, 'away'));
  disk.note(error);
  expect(disk.look().failure).toBeNull();
});
