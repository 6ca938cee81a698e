/**
 * Carries a plan out, a batch at a time. Every batch is planned on a fresh reading, so a bridge and people may work in
 * the Sheet meanwhile; and what an unclear write did is found by that same reading before anything is written again.
 */
import type { ImportKind } from '../../core/import/fields';
import {
  type ImportInput,
  type ImportPlan,
  type ImportSheet,
  planImport,
} from '../../core/import/plan-import';
import { type Batch, nextBatch, repairs } from '../../core/import/write-plan';
import type { Desk } from '../sheets/desk';
import { RefusedWrite, UnclearWrite } from '../sheets/sheets-client';
import { UserError } from '../user-error';

/** What is imported, without the Sheet that it goes into. */
export type ImportWork<K extends ImportKind> = Omit<ImportInput<K>, 'sheet' | 'context'>;

const ROWS_AT_ONCE = 1000;
/** Rounds in which nothing more was found written than before. */
const PATIENCE = 4;

export async function readImportSheet<K extends ImportKind>(desk: Desk, kind: K): Promise<ImportSheet<K>> {
  const tables = await desk.read<ImportKind>([
    'sessions',
    'participants',
    ...(kind === 'activity' ? [kind] : []),
  ]);
  return {
    sessions: tables.sessions.rows.map(({ row }) => row),
    participants: tables.participants.rows.map(({ row }) => row),
    // The table that the key names; tsc loses the tie between them.
    target: tables[kind] as unknown as ImportSheet<K>['target'],
  };
}

export const pendingOf = ({ added, updated }: ImportPlan<ImportKind>): number =>
  added.length + updated.length;

/** @param onProgress told how many rows are written by now */
export async function writeImport<K extends ImportKind>(
  desk: Desk,
  work: ImportWork<K>,
  onProgress: (done: number, of: number) => void,
): Promise<void> {
  let of: number | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  let patience = PATIENCE;
  for (;;) {
    const pending = await desk.untilTaken(() => writeBatch(desk, work));
    of ??= pending;
    onProgress(of - Math.min(of, pending), of);
    if (pending === 0) return;
    patience = pending < fewest ? PATIENCE : patience - 1;
    fewest = Math.min(fewest, pending);
    if (patience === 0) {
      throw new UserError(
        `${pending} rows could not be written: the Sheet does not show them after they were sent.`,
        'Somebody may be sorting it just now. Run the same import again: what is there already is not written twice.',
      );
    }
  }
}

/** @returns how many rows were still to be written before this batch */
async function writeBatch<K extends ImportKind>(desk: Desk, work: ImportWork<K>): Promise<number> {
  const { context } = desk;
  const sheet = await readImportSheet(desk, work.kind);
  const plan = planImport({ ...work, sheet, context });
  const pending = pendingOf(plan);
  if (pending === 0) return 0;
  const batch = nextBatch(plan, sheet.target.layout, context, ROWS_AT_ONCE);
  try {
    await desk.write(batch.requests);
  } catch (error) {
    // The next reading tells.
    if (!(error instanceof UnclearWrite)) throw explained(error);
  }
  await giveBack(desk, work.kind, batch, sheet);
  return pending;
}

async function giveBack<K extends ImportKind>(
  desk: Desk,
  kind: K,
  { updates }: Batch<K>,
  before: ImportSheet<K>,
): Promise<void> {
  if (updates.length === 0) return;
  const after = await readImportSheet(desk, kind);
  const requests = repairs(updates, before.target.rows, after.target.rows, after.target.layout, desk.context);
  if (requests.length > 0) await desk.write(requests);
}

function explained(error: unknown): unknown {
  return error instanceof RefusedWrite
    ? new UserError(
        `Google refused the rows: ${error.message}.`,
        'A spreadsheet holds ten million cells at most; archive old tabs if it is that full.',
        { cause: error },
      )
    : error;
}
