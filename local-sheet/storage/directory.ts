/** The directory of the workbooks: private to its owner, and open in one process at a time. */
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Directories that this process holds: a lock with our own pid that is not here is left over from before. */
const held = new Set<string>();

/**
 * Makes the directory and takes it.
 *
 * @returns gives the directory back
 * @throws Error when another process has it
 */
export function takeDirectory(directory: string): () => void {
  const path = resolve(directory);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const lock = join(path, 'lock');
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(lock, `${process.pid}\n`, { flag: 'wx', mode: 0o600 });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 0) throw error;
      const holder = Number.parseInt(readFileSync(lock, 'utf8'), 10);
      if (isAlive(holder) && (holder !== process.pid || held.has(path))) {
        throw new Error(
          `The workbooks in ${path} are open in process ${holder}. Stop it first; if no such program runs, delete ${lock}.`,
        );
      }
      rmSync(lock, { force: true });
    }
  }
  held.add(path);
  return () => {
    held.delete(path);
    rmSync(lock, { force: true });
  };
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Makes a rename in the directory of `file` durable. Windows cannot open a directory and does not need it. */
export function syncDirectory(file: string): void {
  if (process.platform === 'win32') return;
  const directory = openSync(dirname(file), 'r');
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}
