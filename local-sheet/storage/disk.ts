/** Workbooks in memory, with a snapshot and a journal of them on disk. */
import { chmodSync, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { applyOperation, type Operation } from '../api/operations';
import { ApiError } from '../contract';
import type { SpreadsheetState } from '../model/state';
import { takeDirectory } from './directory';
import { Journal, readJournal } from './journal';
import { readSnapshot, writeSnapshot } from './snapshot';

/** A journal smaller than this is never worth a snapshot in the middle of the work. */
const SMALL_JOURNAL = 8 * 1024 * 1024;

export interface Disk {
  readonly workbooks: Map<string, SpreadsheetState>;
  /** What was found when opening that a person may want to know. */
  readonly notes: readonly string[];
  append(operation: Operation): void;
  /** To be called after `workbooks` holds the change: may write a snapshot. */
  settled(): void;
  close(): void;
}

export function openDisk(directory: string, sync: boolean): Disk {
  const giveBack = takeDirectory(directory);
  try {
    return read(directory, sync, giveBack);
  } catch (error) {
    giveBack();
    throw error;
  }
}

function read(directory: string, sync: boolean, giveBack: () => void): Disk {
  const snapshotFile = join(directory, 'workbooks.snapshot');
  const journalFile = join(directory, 'workbooks.journal');
  const notes: string[] = [];
  const snapshot = readSnapshot(snapshotFile);
  const workbooks = new Map(
    (snapshot?.workbooks ?? []).map((workbook) => [workbook.spreadsheetId, workbook]),
  );
  let sequence = snapshot?.sequence ?? 0;
  const found = readJournal(journalFile);
  if (found.tornBytes > 0) {
    notes.push(
      `The last change in ${journalFile} was being written when the program stopped (${found.tornBytes} bytes); ` +
        'nobody had been told of it, and it was left out.',
    );
  }
  for (const entry of found.entries) {
    // A crash between the snapshot and the emptying of the journal leaves changes that are in both.
    if (entry.sequence <= sequence) continue;
    replay(workbooks, entry.operation, journalFile, entry.sequence);
    sequence = entry.sequence;
  }
  const journal = new Journal(journalFile, found.wholeBytes, sync);
  const compact = (): void => {
    writeSnapshot(snapshotFile, { sequence, workbooks: [...workbooks.values()] });
    journal.clear();
  };
  if (found.entries.length > 0) compact();
  for (const file of [snapshotFile, journalFile]) if (existsSync(file)) chmodSync(file, 0o600);
  let snapshotBytes = existsSync(snapshotFile) ? statSync(snapshotFile).size : 0;
  return {
    workbooks,
    notes,
    append(operation) {
      journal.append({ sequence: sequence + 1, operation });
      sequence += 1;
    },
    settled() {
      // Writing the snapshot costs as much as its size: wait until the journal has grown past it.
      if (journal.bytes < Math.max(SMALL_JOURNAL, snapshotBytes)) return;
      try {
        compact();
        snapshotBytes = statSync(snapshotFile).size;
      } catch (error) {
        // The change is safe in the journal; only making it shorter failed, and that is tried again later.
        notes.push(`The snapshot ${snapshotFile} could not be written: ${(error as Error).message}`);
        snapshotBytes = journal.bytes * 2;
      }
    },
    close() {
      journal.close();
      giveBack();
    },
  };
}

function replay(
  workbooks: Map<string, SpreadsheetState>,
  operation: Operation,
  file: string,
  sequence: number,
): void {
  try {
    const { state } = applyOperation(workbooks.get(operation.spreadsheetId), operation);
    workbooks.set(state.spreadsheetId, state);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw new Error(
      `The journal of the workbooks cannot be replayed: ${file}, change ${sequence} (${operation.method}): ${error.message}`,
      { cause: error },
    );
  }
}
