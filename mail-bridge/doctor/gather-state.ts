/** Looks at the state folder without changing anything in it, whether a bridge runs there or not. */
import { accessSync, constants, existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join, relative } from 'node:path';
import * as v from 'valibot';
import { trippedSince } from '../../core/outbox/brake';
import { formatShortMoment } from '../../core/time/format';
import type { ZoneOffset } from '../../core/time/instant';
import { freeBytes } from '../health/disk';
import { knownZone } from '../health/readers-file';
import { type StateFiles, stateFiles } from '../state/directories';
import { withJournalCopies } from '../state/journal-copies';
import { assertReadable } from '../state/migrations';
import { isRunning } from '../state/process-lock';
import { isUserError } from '../user-error';
import type { FolderFacts, LockFacts, StateFacts } from './check-state';
import { type Fault, OTHERS } from './finding';
import { modeOf } from './gather-config';

export async function gatherState(folder: string, offset: ZoneOffset): Promise<StateFacts> {
  if (!existsSync(folder)) return { folder, found: null, free: freeBytes(nearest(folder)) };
  const files = stateFiles(folder);
  const version = faultOf(() => assertReadable(folder));
  return {
    folder,
    found: {
      mode: modeOf(folder),
      writable: canWrite(folder),
      open: process.platform === 'win32' ? [] : openToOthers(folder),
      version,
      lock: gatherLock(files.lock),
      journals: version === null ? await gatherJournals(folder, files, offset) : { kind: 'none' },
    },
    free: freeBytes(folder),
  };
}

async function gatherJournals(
  folder: string,
  { ledger, outbox }: StateFiles,
  offset: ZoneOffset,
): Promise<FolderFacts['journals']> {
  if (!existsSync(ledger) && !existsSync(outbox)) return { kind: 'none' };
  try {
    return await withJournalCopies(folder, (ledgerCopy, book, _notes, brake) => {
      const since = trippedSince(brake);
      return {
        kind: 'whole',
        waiting: ledgerCopy.waiting().length,
        unknown: book.inState('unknown').length,
        brakedSince: since === null ? null : formatShortMoment(since, knownZone(folder), 'en', offset),
      };
    });
  } catch (error) {
    if (isUserError(error)) return { kind: 'damaged', what: error.what, todo: error.todo };
    throw error;
  }
}

function openToOthers(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      try {
        const { mode } = lstatSync(path);
        return (mode & OTHERS) !== 0;
      } catch {
        // The bridge has finished with it meanwhile.
        return false;
      }
    })
    .map((path) => relative(folder, path))
    .sort();
}

const HOLDER = v.object({ host: v.string(), pid: v.pipe(v.number(), v.integer(), v.minValue(1)) });

function gatherLock(file: string): LockFacts {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return { kind: 'free' };
  }
  const holder = v.safeParse(HOLDER, parsed(text));
  if (!holder.success) return { kind: 'unreadable' };
  const { host, pid } = holder.output;
  return { kind: 'held', host, pid, runs: host === hostname() ? isRunning(pid) : null };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function canWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function faultOf(look: () => void): Fault | null {
  try {
    look();
    return null;
  } catch (error) {
    if (isUserError(error)) return { what: error.what, todo: error.todo };
    throw error;
  }
}

/** The folder that will hold one that is not there yet. */
function nearest(folder: string): string {
  let at = folder;
  while (!existsSync(at) && dirname(at) !== at) at = dirname(at);
  return at;
}
