/**
 * An append-only file of JSON lines that survives a crash at any byte.
 *
 * A record counts only when its line is whole: each line carries a checksum, and a torn last line (the machine
 * died while writing) is cut off at the next start. A damaged line in the middle is not skipped, because
 * what it said may have been "this reply was sent"; the bridge stops and says which line of which file.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  fdatasyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { UserError } from '../user-error';
import { syncDirectoryOf } from './directories';

/** Eight signs of SHA-256: enough to tell a torn line from a whole one. */
const CHECK_LENGTH = 8;

export interface Journal<T> {
  /** The records read at opening, oldest first. */
  readonly read: readonly T[];
  /**
   * Appends records and returns when they are on the disk (one fdatasync for all of them).
   * @throws when the disk fails; then none of them is in the journal, and it can be tried again
   */
  append(records: readonly T[]): void;
  /** Replaces the whole content, atomically. */
  rewrite(records: readonly T[]): void;
  close(): void;
}

/** As write(2): how many of the bytes from `offset` on were taken. */
export type WriteBytes = (descriptor: number, bytes: Buffer, offset: number) => number;

/**
 * @param parse checks a record read from the disk; throws when it is none
 * @param write write(2), or a disk that fails
 * @throws UserError when the file cannot be opened or a line before the last is damaged
 */
export function openJournal<T>(
  file: string,
  parse: (value: unknown) => T,
  write: WriteBytes = writeSync,
): Journal<T> {
  let descriptor = openOrExplain(file);
  const { records, wholeBytes, totalBytes } = readLines(file, parse);
  if (wholeBytes < totalBytes) ftruncateSync(descriptor, wholeBytes);
  /** Everything before it is whole lines on the disk. */
  let goodBytes = wholeBytes;
  let torn = false;
  /** A line after a torn one would make the torn one look damaged, and the next start would refuse the file. */
  const cutBack = () => {
    torn = true;
    ftruncateSync(descriptor, goodBytes);
    torn = false;
  };

  return {
    read: records,
    append(more) {
      if (more.length === 0) return;
      if (torn) cutBack();
      const bytes = Buffer.from(more.map(line).join(''), 'utf8');
      try {
        writeAll(descriptor, bytes, write);
        fdatasyncSync(descriptor);
      } catch (error) {
        try {
          cutBack();
        } catch {
          // The next append tries again first; the failed write says more than the failed cut.
        }
        throw error;
      }
      goodBytes += bytes.length;
    },
    rewrite(all) {
      const temporary = `${file}.tmp`;
      const bytes = Buffer.from(all.map(line).join(''), 'utf8');
      writeWhole(temporary, bytes, write);
      renameSync(temporary, file);
      closeSync(descriptor);
      descriptor = openSync(file, 'a', 0o600);
      goodBytes = bytes.length;
      torn = false;
      syncDirectoryOf(file);
    },
    close: () => closeSync(descriptor),
  };
}

function line(record: unknown): string {
  const json = JSON.stringify(record);
  return `${checkOf(json)} ${json}\n`;
}

function checkOf(json: string): string {
  return createHash('sha256').update(json).digest('hex').slice(0, CHECK_LENGTH);
}

/** write(2) may take fewer bytes than it was given. */
function writeAll(descriptor: number, bytes: Buffer, write: WriteBytes): void {
  for (let at = 0; at < bytes.length; ) at += write(descriptor, bytes, at);
}

/** A new file, on the disk when this returns; nothing is left of it when the disk fails. */
function writeWhole(file: string, bytes: Buffer, write: WriteBytes): void {
  const descriptor = openSync(file, 'w', 0o600);
  try {
    writeAll(descriptor, bytes, write);
    fdatasyncSync(descriptor);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

function openOrExplain(file: string): number {
  try {
    return openSync(file, 'a', 0o600);
  } catch (error) {
    throw new UserError(
      `The journal ${file} cannot be opened.`,
      'Check that its folder exists and belongs to the user who runs Rowdesk.',
      { cause: error },
    );
  }
}

function readLines<T>(file: string, parse: (value: unknown) => T) {
  const bytes = readFileSync(file);
  const records: T[] = [];
  let at = 0;
  let number = 0;
  while (at < bytes.length) {
    number++;
    const end = bytes.indexOf(0x0a, at);
    const text = bytes.toString('utf8', at, end < 0 ? bytes.length : end);
    const json = text.slice(CHECK_LENGTH + 1);
    const whole = end >= 0 && text[CHECK_LENGTH] === ' ' && text.slice(0, CHECK_LENGTH) === checkOf(json);
    if (!whole) {
      const last = end < 0 || bytes.indexOf(0x0a, end + 1) < 0;
      if (last) break;
      throw damaged(file, number);
    }
    try {
      records.push(parse(JSON.parse(json)));
    } catch (error) {
      throw damaged(file, number, error);
    }
    at = end + 1;
  }
  return { records, wholeBytes: at, totalBytes: bytes.length };
}

function damaged(file: string, number: number, cause?: unknown): UserError {
  return new UserError(
    `Line ${number} of the journal ${file} is damaged.`,
    'Restore the state folder from a backup, or move it away: the bridge then reads the mailbox anew and finds in the Sheet what it wrote before.',
    { cause },
  );
}
