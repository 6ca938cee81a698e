/** `retry` and `drop` from the command line: by the bridge where one runs, and otherwise here and now. */
import { openLedger } from '../intake/ledger';
import { openStateDirectories } from '../state/directories';
import { migrateState } from '../state/migrations';
import { takeProcessLock } from '../state/process-lock';
import { putRequest, type Request } from '../state/requests';
import { isUserError } from '../user-error';
import { carryOut } from './obey-requests';

export type Asked =
  /** No bridge runs. */
  | { readonly by: 'command'; readonly mails: number }
  /** A bridge runs, as far as anybody can tell, or starts one day: it does it then. */
  | { readonly by: 'bridge' };

/** @throws UserError when the state folder cannot be used */
export function ask(stateDir: string, request: Request, now: Date): Asked {
  const files = openStateDirectories(stateDir);
  const unlock = lockIfFree(files.lock);
  if (unlock === null) {
    putRequest(files.requests, request, now);
    return { by: 'bridge' };
  }
  try {
    migrateState(stateDir);
    const ledger = openLedger(files.ledger);
    try {
      return { by: 'command', mails: carryOut(request, ledger) };
    } finally {
      ledger.close();
    }
  } finally {
    unlock();
  }
}

function lockIfFree(file: string): (() => void) | null {
  try {
    return takeProcessLock(file);
  } catch (error) {
    if (isUserError(error)) return null;
    throw error;
  }
}
