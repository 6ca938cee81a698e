/**
 * One bridge per state folder. Two bridges on one mailbox are the classic cause of duplicate tickets.
 *
 * The lock file names the process that holds it. A lock left by a process that no longer runs is taken over.
 */
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { UserError } from '../user-error';

/**
 * @returns a function that gives the lock back
 * @throws UserError when a running process holds it
 */
export function takeProcessLock(file: string): () => void {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const descriptor = openSync(file, 'wx', 0o600);
      writeSync(descriptor, String(process.pid));
      closeSync(descriptor);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error;
    }
    const holder = Number(readFileSync(file, 'utf8').trim());
    if (holder !== process.pid && isRunning(holder)) {
      throw new UserError(
        `Another bridge (process ${holder}) is running with this state folder.`,
        `Stop it first. If no bridge runs, delete ${file}.`,
      );
    }
    rmSync(file, { force: true });
  }
  throw new UserError(
    `The lock ${file} could not be taken.`,
    'Start only one bridge at a time and try again.',
  );
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, but belongs to somebody else.
    return isCode(error, 'EPERM');
  }
}

function isCode(error: unknown, code: string): boolean {
  // By its field: Node's own errors need not be of this realm's Error.
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
