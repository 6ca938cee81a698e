/**
 * The form of the state folder, as a number in its file `version`. An older folder is brought up to date when it is
 * opened, one step after the other; each can be broken off anywhere and done again. A newer folder is refused: this
 * program would read past what it does not know, and that may be "this reply was sent".
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { UserError } from '../user-error';
import { type StateFiles, stateFiles } from './directories';
import { writeDurably } from './durable-file';

/** A folder without the file: the first form, in which nobody counted yet, or one that was made a moment ago. */
const FIRST = 1;

interface Migration {
  readonly to: number;
  /** May have been done before, in part or wholly. */
  readonly run: (files: StateFiles) => void;
}

const MIGRATIONS: readonly Migration[] = [
  // Also new, and made when they are needed: brake.jsonl, health.jsonl, contacts.json and alert-readers.json. The
  // journals of the first form stay as they are.
  { to: 2, run: ({ requests }) => mkdirSync(requests, { recursive: true, mode: 0o700 }) },
  // The ledger also holds mails of the folder of sent mails: an older program would open tickets of them. Those of the
  // second form stay as they are.
  { to: 3, run: () => undefined },
];

export const STATE_VERSION = MIGRATIONS.reduce((_, { to }) => to, FIRST);

/** @throws UserError when the folder is newer than this program, or does not say how old it is */
export function assertReadable(root: string): void {
  versionOf(root);
}

/** To be called under the lock. @throws UserError as above */
export function migrateState(root: string): void {
  const files = stateFiles(root);
  const found = versionOf(root);
  for (const { to, run } of MIGRATIONS) {
    if (to <= found) continue;
    run(files);
    writeDurably(files.version, `${to}\n`);
  }
}

function versionOf(root: string): number {
  const { version: file } = stateFiles(root);
  const written = readOrNull(file)?.trim();
  if (written === undefined) return FIRST;
  const version = Number(written);
  if (!/^[1-9]\d{0,5}$/.test(written)) {
    throw new UserError(
      `The file ${file} does not hold a number.`,
      `Restore the state folder from a backup, or write ${STATE_VERSION} into the file if this version of Rowdesk has written the folder.`,
    );
  }
  if (version > STATE_VERSION) {
    throw new UserError(
      `The state folder ${root} was written by a newer Rowdesk (form ${version}; this one knows ${STATE_VERSION}).`,
      'Use the newer Rowdesk again, or restore a backup of the folder from before the update.',
    );
  }
  return version;
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT')
      return null;
    throw error;
  }
}
