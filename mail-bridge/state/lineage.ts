/**
 * Whether a state folder is the one that the bridge has written, or a copy of it: a backup that was restored, a folder
 * that moved to another machine. A copy may be older than the Sheet, and then the Sheet knows of mails that the
 * journals do not.
 *
 * A file says which file it is: number and birth on its file system, which a copy does not share. Where a file system
 * gives neither for good, every start looks at the Sheet as after a restoration: slower, and nothing worse.
 */
import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from 'node:fs';

/** Also true of a folder that was never marked: a new one, or one of an older Rowdesk. */
export function isCopy(file: string): boolean {
  try {
    const { ino, birthtimeNs } = statSync(file, { bigint: true });
    return readFileSync(file, 'utf8') !== markOf(ino, birthtimeNs);
  } catch {
    return true;
  }
}

/** From now on this folder is the original. */
export function markAsOriginal(file: string): void {
  const descriptor = openSync(file, 'a', 0o600);
  try {
    const { ino, birthtimeNs } = fstatSync(descriptor, { bigint: true });
    ftruncateSync(descriptor, 0);
    writeSync(descriptor, markOf(ino, birthtimeNs));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function markOf(inode: bigint, born: bigint): string {
  return `${inode} ${born}\n`;
}
