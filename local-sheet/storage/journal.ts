/**
 * Every accepted change since the snapshot, one line each: a checksum, a number and the operation. A change is in
 * the journal before anybody sees its effect.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import type { Operation } from '../api/operations';

export interface JournalEntry {
  readonly sequence: number;
  readonly operation: Operation;
}

export interface ReadJournal {
  readonly entries: readonly JournalEntry[];
  /** Bytes of the whole lines; what follows was being written when the process stopped. */
  readonly wholeBytes: number;
  readonly tornBytes: number;
}

/** @throws Error naming file and line when a line before the last is damaged */
export function readJournal(file: string): ReadJournal {
  if (!existsSync(file)) return { entries: [], wholeBytes: 0, tornBytes: 0 };
  const bytes = readFileSync(file);
  const entries: JournalEntry[] = [];
  let at = 0;
  for (let line = 1; at < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, at);
    const entry = end === -1 ? null : parsed(bytes.toString('utf8', at, end));
    if (entry === null) {
      const last = end === -1 || end === bytes.length - 1;
      if (last) return { entries, wholeBytes: at, tornBytes: bytes.length - at };
      throw new Error(
        `The journal of the workbooks is damaged: ${file}, line ${line}. ` +
          'Put back a copy of this directory from a backup.',
      );
    }
    entries.push(entry);
    at = end + 1;
  }
  return { entries, wholeBytes: at, tornBytes: 0 };
}

function parsed(line: string): JournalEntry | null {
  const [sum, text] = [line.slice(0, 16), line.slice(17)];
  if (checksum(text) !== sum) return null;
  const value = JSON.parse(text) as [number, Operation];
  return { sequence: value[0], operation: value[1] };
}

function checksum(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

export class Journal {
  readonly #file: string;
  readonly #sync: boolean;
  readonly #descriptor: number;
  #bytes: number;
  #broken: Error | null = null;

  /** @param wholeBytes what readJournal found whole: the rest is cut off */
  constructor(file: string, wholeBytes: number, sync: boolean) {
    this.#file = file;
    this.#sync = sync;
    this.#descriptor = openSync(file, 'a', 0o600);
    if (fstatSync(this.#descriptor).size > wholeBytes) ftruncateSync(this.#descriptor, wholeBytes);
    this.#bytes = wholeBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** @throws Error when the line could not be written whole; the journal is then as it was before */
  append(entry: JournalEntry): void {
    if (this.#broken) throw this.#broken;
    const text = JSON.stringify([entry.sequence, entry.operation]);
    const line = Buffer.from(`${checksum(text)} ${text}\n`, 'utf8');
    try {
      for (let written = 0; written < line.length; ) {
        written += writeSync(this.#descriptor, line, written, line.length - written);
      }
      if (this.#sync) fdatasyncSync(this.#descriptor);
      this.#bytes += line.length;
    } catch (error) {
      this.#takeBack(error);
      throw error;
    }
  }

  /** Half a line must not stay before whole ones. If it cannot be taken back, nothing more is written. */
  #takeBack(cause: unknown): void {
    try {
      ftruncateSync(this.#descriptor, this.#bytes);
    } catch {
      this.#broken = new Error(
        `The journal ${this.#file} could not be written and not be repaired. Free the disk and start again.`,
        { cause },
      );
    }
  }

  /** Everything in here is now in the snapshot. */
  clear(): void {
    ftruncateSync(this.#descriptor, 0);
    fdatasyncSync(this.#descriptor);
    this.#bytes = 0;
  }

  close(): void {
    fdatasyncSync(this.#descriptor);
    closeSync(this.#descriptor);
  }
}
