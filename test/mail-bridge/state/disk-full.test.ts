/** A disk that fills up in the middle of a line, and has room again later. */
import { mkdtempSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openJournal } from '../../../mail-bridge/state/journal';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rowdesk-full-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const NO_SPACE = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });

describe('a journal on a disk that is full', () => {
  /** Takes this many bytes more, then none. */
  const disk = { room: Number.POSITIVE_INFINITY };
  const write = (descriptor: number, bytes: Buffer, offset: number) => {
    const length = Math.min(bytes.length - offset, disk.room);
    if (length === 0) throw NO_SPACE;
    disk.room -= length;
    return writeSync(descriptor, bytes, offset, length);
  };
  const open = (file: string) => openJournal(file, (value) => value, write);
  beforeEach(() => {
    disk.room = Number.POSITIVE_INFINITY;
  });

  it.each([0, 1, 15, 25, 40])(
    'after %i bytes says so, and goes on where it was when there is room',
    (room) => {
      const file = join(folder, 'j');
      const journal = open(file);
      journal.append([{ n: 1 }]);
      disk.room = room;
      expect(() => journal.append([{ n: 2 }, { n: 3, text: 'many words'.repeat(9) }])).toThrow(NO_SPACE);
      expect(() => journal.append([{ n: 4, text: 'many words'.repeat(9) }])).toThrow(NO_SPACE);
      disk.room = Number.POSITIVE_INFINITY;
      journal.append([{ n: 5 }]);
      journal.close();
      const again = open(file);
      expect(again.read).toEqual([{ n: 1 }, { n: 5 }]);
      again.close();
    },
  );

  it('keeps the old lines when it cannot be written anew', () => {
    const file = join(folder, 'j');
    const journal = open(file);
    journal.append([{ n: 1 }, { n: 2 }]);
    disk.room = 5;
    expect(() => journal.rewrite([{ n: 12 }])).toThrow(NO_SPACE);
    disk.room = Number.POSITIVE_INFINITY;
    journal.append([{ n: 3 }]);
    journal.close();
    const again = open(file);
    expect(again.read).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
    again.close();
  });
});
