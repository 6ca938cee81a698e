/** Folders of the state directory: for their owner only (0700), and durable after a rename. */
import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../user-error';

export interface StateFiles {
  readonly spool: string;
  readonly ledger: string;
  readonly outbox: string;
  readonly rosterNotes: string;
  readonly brake: string;
  readonly keys: string;
  readonly lock: string;
  /** What the command line asks of a running bridge. */
  readonly requests: string;
  /** The form of all these files, as a number. */
  readonly version: string;
  /** Tells this folder from a copy of it. */
  readonly lineage: string;
  /** Since when the sent mails cannot be looked into after a restoration. */
  readonly searchFailure: string;
}

export function stateFiles(root: string): StateFiles {
  return {
    spool: join(root, 'spool'),
    ledger: join(root, 'ledger.jsonl'),
    outbox: join(root, 'outbox.jsonl'),
    rosterNotes: join(root, 'roster-notes.jsonl'),
    brake: join(root, 'brake.jsonl'),
    keys: join(root, 'keys'),
    lock: join(root, 'bridge.lock'),
    requests: join(root, 'requests'),
    version: join(root, 'version'),
    lineage: join(root, 'lineage'),
    searchFailure: join(root, 'search-failure'),
  };
}

/** @throws UserError when the folder cannot be made */
export function openStateDirectories(root: string): StateFiles {
  const files = stateFiles(root);
  try {
    mkdirSync(files.spool, { recursive: true, mode: 0o700 });
    chmodSync(root, 0o700);
    chmodSync(files.spool, 0o700);
  } catch (error) {
    throw new UserError(
      `The state folder ${root} cannot be made or opened.`,
      'Choose another with "stateDir" in the configuration, or make it writable for the user who runs Rowdesk.',
      { cause: error },
    );
  }
  return files;
}

/** Makes a rename in the folder of `file` survive a power cut. */
export function syncDirectoryOf(file: string): void {
  const descriptor = openSync(dirname(file), 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
