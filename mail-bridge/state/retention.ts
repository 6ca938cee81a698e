/**
 * How long originals are kept. The journals and the Sheet remember a mail for ever; its raw bytes, by far the most of
 * the folder, are removed when the mail is finished and old enough.
 */

import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Instant, instant, MS_PER_DAY } from '../../core/time/instant';
import type { Ledger } from '../intake/ledger';
import { rowIdOf } from '../intake/ledger-records';

export interface SpoolFile {
  readonly file: string;
  /** When it was last written. */
  readonly at: Instant;
}

export interface Retention {
  readonly now: Instant;
  /** Originals taken in on an earlier day may go. */
  readonly firstDayKept: string;
  /** The same as a moment, for files of which the ledger does not know. */
  readonly firstMomentKept: Instant;
  /** Names of originals whose files a mail still takes along. */
  readonly ofFiles: ReadonlySet<string>;
}

/**
 * What was written less than a day ago stays: a mail that came once more may not be in the ledger yet, and a file that is
 * still to be renamed is so within moments.
 */
const FRESH = MS_PER_DAY;

/** A colleague's mail that waits for a word of theirs is read anew when it comes; after so long nobody says it. */
const LONGEST_WAIT = 90 * MS_PER_DAY;

/**
 * Never a mail that waits for its rows, is in quarantine, whose rows may or may not have been written, or whose files are
 * still to be sent on, or a colleague's that waits for a word of theirs. A file of which the ledger does not know was kept right before a crash, and its mail has been fetched again since, or will be.
 */
export function removableFiles(
  files: readonly SpoolFile[],
  ledger: Pick<Ledger, 'history' | 'waiting' | 'setAside' | 'unsettled'>,
  { now, firstDayKept, firstMomentKept, ofFiles }: Retention,
): readonly string[] {
  const unsettled = new Set(ledger.unsettled());
  const known = new Set<string>();
  const needed = new Set(ofFiles);
  const letOut = new Set(ledger.history().flatMap(({ done }) => done.released ?? []));
  for (const { spooled, done } of ledger.history()) {
    known.add(spooled.name);
    const waits =
      done.waits !== undefined &&
      Date.parse(spooled.day) > now - LONGEST_WAIT &&
      !letOut.has(rowIdOf(spooled));
    if (spooled.day >= firstDayKept || unsettled.has(rowIdOf(spooled)) || waits) needed.add(spooled.name);
  }
  // The same bytes may have come twice: one of the two may still wait.
  for (const { name } of ledger.waiting()) needed.add(name);
  for (const { spooled } of ledger.setAside()) needed.add(spooled.name);
  return files.flatMap(({ file, at }) => {
    if (at >= now - FRESH) return [];
    if (/^[0-9a-f]{64}\.eml\.tmp$/.test(file)) return [file];
    const name = /^([0-9a-f]{64})\.eml$/.exec(file)?.[1];
    if (name === undefined || needed.has(name)) return [];
    return known.has(name) || at < firstMomentKept ? [file] : [];
  });
}

/** @returns how many files were removed */
export function removeOldOriginals(
  spool: string,
  ledger: Parameters<typeof removableFiles>[1],
  retention: Retention,
): number {
  const files = readdirSync(spool).map((file) => ({ file, at: writtenAt(join(spool, file)) }));
  const removable = removableFiles(files, ledger, retention);
  for (const file of removable) rmSync(join(spool, file), { force: true });
  return removable.length;
}

/** A file that is gone by now is as good as new: it is not removed. */
function writtenAt(path: string): Instant {
  return instant(statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.MAX_SAFE_INTEGER);
}
