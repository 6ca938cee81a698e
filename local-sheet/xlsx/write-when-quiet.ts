/** Keeps an .xlsx file beside the workbook up to date, without disturbing who has the file open. */
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { SheetsService } from '../contract';
import { exportWorkbook } from './export-xlsx';

/** A service that tells of every accepted change, as storage/open.ts does. */
export interface ObservedSheets extends SheetsService {
  onChange(callback: (spreadsheetId: string) => void): () => void;
}

interface QuietOptions {
  /** How long nothing must have changed. */
  readonly quietMs: number;
  /** How often to look whether the file was closed. */
  readonly lookAgainMs?: number;
  /** After each writing, with what the file cannot say. */
  readonly onWritten?: (leftOut: readonly string[]) => void;
  /** The file is open in a spreadsheet program; it is written once that is closed. */
  readonly onWaiting?: (lockFile: string) => void;
  readonly onFailure?: (error: unknown) => void;
}

export interface QuietWriter {
  /** Writes now if there is anything to write. @returns false while a spreadsheet program has the file open */
  write(): Promise<boolean>;
  /** Stops watching. Call `write` first to keep the last changes. */
  close(): Promise<void>;
}

/** A workbook that never rests is written all the same after this many quiet moments. */
const LONGEST_UNREST = 20;

export function writeXlsxWhenQuiet(
  service: ObservedSheets,
  spreadsheetId: string,
  file: string,
  options: QuietOptions,
): QuietWriter {
  const writer = new Writer(service, spreadsheetId, file, options);
  writer.watch();
  return writer;
}

class Writer implements QuietWriter {
  private dirty = true;
  private timer: NodeJS.Timeout | null = null;
  private unrestSince: number | null = null;
  private running: Promise<boolean> = Promise.resolve(true);
  private closed = false;
  private stop: () => void = () => undefined;

  constructor(
    private readonly service: ObservedSheets,
    private readonly spreadsheetId: string,
    private readonly file: string,
    private readonly options: QuietOptions,
  ) {}

  watch(): void {
    this.stop = this.service.onChange((id) => {
      if (id === this.spreadsheetId) this.changed();
    });
    this.changed();
  }

  write(): Promise<boolean> {
    this.cancel();
    // One writing at a time: two would race for the same temporary file.
    this.running = this.running.then(() => this.writeOnce());
    return this.running;
  }

  async close(): Promise<void> {
    this.closed = true;
    this.stop();
    this.cancel();
    await this.running;
  }

  private changed(): void {
    this.dirty = true;
    this.unrestSince ??= performance.now();
    const unrest = performance.now() - this.unrestSince;
    if (unrest < LONGEST_UNREST * this.options.quietMs) this.later(this.options.quietMs);
    else if (this.timer === null) this.later(0);
  }

  private later(ms: number): void {
    this.cancel();
    if (this.closed) return;
    // The file is a copy: it must not keep a finished program alive.
    this.timer = setTimeout(() => void this.write(), ms).unref();
  }

  private cancel(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private async writeOnce(): Promise<boolean> {
    if (!this.dirty) return true;
    const lock = await lockOf(this.file);
    if (lock !== null) return this.wait(lock);
    this.dirty = false;
    this.unrestSince = null;
    try {
      const spreadsheet = this.service.get(this.spreadsheetId, { includeGridData: true });
      const { bytes, leftOut } = await exportWorkbook(spreadsheet);
      const opened = await replaceFile(this.file, bytes);
      if (opened !== null) {
        this.dirty = true;
        return this.wait(opened);
      }
      this.options.onWritten?.(leftOut);
      return true;
    } catch (error) {
      this.dirty = true;
      this.later(this.options.lookAgainMs ?? 2000);
      this.options.onFailure?.(error);
      return false;
    }
  }

  private wait(lock: string): false {
    this.options.onWaiting?.(lock);
    this.later(this.options.lookAgainMs ?? 2000);
    return false;
  }
}

/** Writes beside the file and renames, so that nobody ever opens half a workbook. @returns a lock that came up meanwhile */
async function replaceFile(file: string, bytes: Uint8Array): Promise<string | null> {
  await mkdir(dirname(file), { recursive: true });
  const temporary = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  try {
    const handle = await open(temporary, 'w');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    const lock = await lockOf(file);
    if (lock !== null) return lock;
    await rename(temporary, file);
    return null;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** LibreOffice puts `.~lock.NAME#` beside an open file, Excel `~$NAME`. */
async function lockOf(file: string): Promise<string | null> {
  for (const name of [`.~lock.${basename(file)}#`, `~$${basename(file)}`]) {
    const path = join(dirname(file), name);
    try {
      await access(path);
      return path;
    } catch {
      // Not there: nobody of this program has the file open.
    }
  }
  return null;
}
