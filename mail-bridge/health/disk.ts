/** Whether the state folder can be written to, and how much room there is. */
import { closeSync, fsyncSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { HealthFacts } from '../../core/health/conditions';
import type { Instant } from '../../core/time/instant';
import { reasonOf } from '../user-error';

export interface DiskWatch {
  /** Remembers a fault if it is one of the disk; anything else is not its business. */
  note(error: unknown): void;
  /** Where a write failed before, tries one. */
  look(): HealthFacts['disk'];
}

/** What is wrong when a write fails, as errno(3) names it. */
const FAULTS = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EFBIG', 'ENODEV', 'ENXIO', 'ESTALE']);

/** @param free bytes on the disk with the folder; null: the system does not say */
export function diskWatch(
  folder: string,
  now: () => Instant,
  free: () => number | null = () => freeBytes(folder),
): DiskWatch {
  let failure: HealthFacts['disk']['failure'] = null;
  return {
    note(error) {
      const fault = diskFault(error);
      if (fault !== null) failure ??= { since: now(), reason: fault };
    },
    look() {
      if (failure !== null && canWrite(folder)) failure = null;
      return { free: free(), failure };
    },
  };
}

function diskFault(error: unknown): string | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('syscall' in at && 'code' in at && typeof at.code === 'string' && FAULTS.has(at.code))
      return reasonOf(at);
  }
  return null;
}

function canWrite(folder: string): boolean {
  const file = join(folder, 'write-test');
  try {
    const descriptor = openSync(file, 'w', 0o600);
    try {
      writeSync(descriptor, 'Can this disk be written to?\n');
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    return true;
  } catch {
    return false;
  } finally {
    removeQuietly(file);
  }
}

/** On a disk that can only be read there is nothing to remove. */
function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Said already: it cannot be written to.
  }
}

/** To this user; null: the system does not say. */
export function freeBytes(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}
