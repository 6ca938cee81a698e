/** Opens the workbooks of a directory, or new ones in memory. */
import { randomBytes } from 'node:crypto';
import { type FullSheetsService, type Keeper, sheetsService } from '../api/service';
import type { LocalClock } from '../contract';
import type { SpreadsheetState } from '../model/state';
import { openDisk } from './disk';

export interface LocalSheetsOptions {
  /** Where the workbooks are kept; null keeps them in memory only. */
  readonly directory?: string | null;
  /** Nothing in the model depends on the time of day; taken so that every part of local-sheet is opened alike. */
  readonly clock?: LocalClock;
  /**
   * - `each-call`: a change is on the disk before its answer is given
   * - `on-close`: the operating system writes when it likes; a power cut may lose the last changes
   */
  readonly durability?: 'each-call' | 'on-close';
}

export interface LocalSheets extends FullSheetsService {
  /** Calls back after every accepted change; returns what ends it. */
  onChange(callback: (spreadsheetId: string) => void): () => void;
  spreadsheetIds(): readonly string[];
  /** What was found when opening that a person may want to know. */
  readonly notes: readonly string[];
  close(): void;
}

export function openLocalSheets(options: LocalSheetsOptions = {}): LocalSheets {
  const { directory = null, durability = 'each-call' } = options;
  const disk = directory === null ? null : openDisk(directory, durability === 'each-call');
  const workbooks = disk?.workbooks ?? new Map<string, SpreadsheetState>();
  const listeners = new Set<(spreadsheetId: string) => void>();
  let closed = false;
  const keeper: Keeper = {
    find: (id) => workbooks.get(id),
    commit(next, operation) {
      if (closed) throw new Error('The workbooks are closed.');
      disk?.append(operation);
      workbooks.set(next.spreadsheetId, next);
      disk?.settled();
      for (const listener of listeners) listener(next.spreadsheetId);
    },
  };
  return {
    ...sheetsService(keeper, mintSpreadsheetId),
    notes: disk?.notes ?? [],
    onChange(callback) {
      listeners.add(callback);
      return () => {
        listeners.delete(callback);
      };
    },
    spreadsheetIds: () => [...workbooks.keys()],
    close() {
      if (closed) return;
      closed = true;
      listeners.clear();
      disk?.close();
    },
  };
}

/** 44 signs, as Google's ids have. */
function mintSpreadsheetId(): { spreadsheetId: string; seed: number } {
  return { spreadsheetId: `1${randomBytes(32).toString('base64url')}`, seed: randomBytes(4).readUInt32BE() };
}
