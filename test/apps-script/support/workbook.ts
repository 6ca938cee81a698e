/** Workbooks in memory, of which a copy costs nothing: what a workbook is never changes (local-sheet/model/state.ts). */
import { randomBytes } from 'node:crypto';
import { sheetsService } from '../../../local-sheet/api/service';
import type { SpreadsheetState } from '../../../local-sheet/model/state';
import type { LocalSheets } from '../../../local-sheet/storage/open';

export interface Workbook {
  readonly sheets: LocalSheets;
  /** The workbook as it stands. */
  state(): SpreadsheetState;
}

/** A service that knows the one workbook: a new one once it is created, or one that begins as another stood. */
export function memoryWorkbook(beginning: SpreadsheetState | null = null): Workbook {
  let state = beginning;
  const listeners = new Set<(spreadsheetId: string) => void>();
  const service = sheetsService(
    {
      find: (id) => (state?.spreadsheetId === id ? state : undefined),
      commit(next) {
        state = next;
        for (const listener of listeners) listener(next.spreadsheetId);
      },
    },
    () => ({
      spreadsheetId: `1${randomBytes(32).toString('base64url')}`,
      seed: randomBytes(4).readUInt32BE(),
    }),
  );
  return {
    sheets: {
      ...service,
      notes: [],
      onChange(callback) {
        listeners.add(callback);
        return () => {
          listeners.delete(callback);
        };
      },
      spreadsheetIds: () => (state === null ? [] : [state.spreadsheetId]),
      close: () => listeners.clear(),
    },
    state() {
      if (state === null) throw new Error('No workbook was created.');
      return state;
    },
  };
}
