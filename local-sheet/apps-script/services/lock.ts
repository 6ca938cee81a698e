import type { Execution } from '../execution';
import { ServiceException } from '../failure';
import { remote, serviceObject } from '../service-object';
import { whole } from './arguments';

/** Who holds which lock: lock name to execution id. */
export type LockTable = Map<string, string>;

export function releaseAll(locks: LockTable, executionId: string): void {
  for (const [name, holder] of locks) if (holder === executionId) locks.delete(name);
}

/**
 * LockService (developers.google.com/apps-script/reference/lock). An execution that overlaps another one runs
 * to its end at one point of the other, so a lock that is held stays held: the wait takes its full virtual
 * time and fails.
 */
export function lockService(run: Execution, locks: LockTable): object {
  return serviceObject(run, 'LockService', {
    getScriptLock: () => lockObject(run, locks, 'script'),
    // null where the script has no document: the web app, an add-on beside a mail, a standalone script.
    getDocumentLock: () =>
      run.setup.kind === 'web-app' || run.setup.kind === 'add-on' ? null : lockObject(run, locks, 'document'),
    getUserLock: () => lockObject(run, locks, `user ${run.setup.effectiveUser.email}`),
  });
}

function lockObject(run: Execution, locks: LockTable, name: string): object {
  const { id } = run.setup;
  const acquire = (timeout: number): boolean => {
    const holder = locks.get(name);
    if (holder !== undefined && holder !== id) {
      run.spend(Math.max(0, timeout));
      return false;
    }
    locks.set(name, id);
    return true;
  };
  return serviceObject(run, 'Lock', {
    tryLock: remote((timeout: unknown) => acquire(whole(timeout, 'LockService.Lock.tryLock'))),
    waitLock: remote((timeout: unknown) => {
      if (acquire(whole(timeout, 'LockService.Lock.waitLock'))) return;
      throw new ServiceException('Lock timeout: another process was holding the lock for too long.');
    }),
    hasLock: () => locks.get(name) === id,
    releaseLock: remote(() => {
      if (locks.get(name) === id) locks.delete(name);
    }),
  });
}
