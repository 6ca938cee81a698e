/** The bridge does what the command line has asked for while it was running, or before it was started. */
import type { Ledger } from '../intake/ledger';
import type { Log } from '../log/log';
import { openRequests, type Request, removeRequest } from '../state/requests';
import { reasonOf } from '../user-error';

export interface RequestContext {
  readonly ledger: Pick<Ledger, 'tryAgain' | 'drop'>;
  /** The folder where they are. */
  readonly requests: string;
  readonly log: Log;
}

/** A request that was done and could not be removed is done again, which changes nothing. Never throws. */
export function obeyRequests({ ledger, requests, log }: RequestContext): void {
  try {
    for (const placed of openRequests(requests)) {
      if (placed.request === null) {
        log.warn({ file: placed.file }, 'a request to the bridge cannot be read; it is removed');
      } else {
        const done = carryOut(placed.request, ledger);
        log.info({ do: placed.request.do, mails: done }, 'a person settled mails of the quarantine');
      }
      removeRequest(placed);
    }
  } catch (error) {
    log.error({ reason: reasonOf(error) }, 'requests to the bridge could not be done; they are tried again');
  }
}

/** @returns how many mails were in quarantine and are settled now */
export function carryOut({ do: what, mails }: Request, ledger: RequestContext['ledger']): number {
  const settle = what === 'retry' ? ledger.tryAgain : ledger.drop;
  return mails.filter(({ epoch, uid }) => settle(epoch, uid)).length;
}
