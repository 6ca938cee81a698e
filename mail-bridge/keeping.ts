/** What the bridge does beside its work, so that nothing piles up: requests of people, settled problems, old originals. */
import { formatDay } from '../core/time/civil';
import { type Instant, instant, MS_PER_DAY, type ZoneOffset } from '../core/time/instant';
import { dayAt } from '../core/time/zoned';
import type { BridgeState } from './bridge-state';
import type { Config } from './config/config';
import type { DeskFacts } from './desk-facts';
import type { Log } from './log/log';
import { originalsOfFiles } from './outbox/attached-files';
import { clearLines, problemKeyOf } from './quarantine/clear-lines';
import { obeyRequests } from './quarantine/obey-requests';
import type { Desk } from './sheets/desk';
import { removeOldOriginals } from './state/retention';
import { reasonOf } from './user-error';

export interface KeepingContext {
  readonly config: Pick<Config, 'keepOriginalsDays'>;
  readonly state: Pick<BridgeState, 'files' | 'ledger' | 'book'>;
  readonly desk: Desk;
  readonly facts: () => Pick<DeskFacts, 'settings'>;
  readonly offset: ZoneOffset;
  readonly now: () => Instant;
  readonly log: Log;
}

export interface Keeping {
  /** Before mails are taken in: those that a person wants tried again are among them. */
  beforeIntake(): void;
  /** Rejects only when the Sheet fails. */
  afterSending(): Promise<void>;
}

export function keeping({ config, state, desk, facts, offset, now, log }: KeepingContext): Keeping {
  const { files, ledger, book } = state;
  const cleared = new Set<string>();
  let sweptAt: Instant | null = null;

  const clearSettled = async () => {
    const keys = new Set(ledger.released().map(problemKeyOf));
    for (const key of cleared) keys.delete(key);
    if (keys.size === 0) return;
    await clearLines(desk, keys);
    for (const key of keys) cleared.add(key);
  };
  const removeOld = () => {
    const { keepOriginalsDays } = config;
    const at = now();
    if (keepOriginalsDays === 0 || (sweptAt !== null && at < sweptAt + MS_PER_DAY)) return;
    sweptAt = at;
    const firstMomentKept = instant(at - keepOriginalsDays * MS_PER_DAY);
    const firstDayKept = formatDay(dayAt(firstMomentKept, facts().settings.zone, offset));
    try {
      const ofFiles = originalsOfFiles(book);
      const retention = { now: at, firstDayKept, firstMomentKept, ofFiles };
      const removed = removeOldOriginals(files.spool, ledger, retention);
      if (removed > 0) log.info({ mails: removed, before: firstDayKept }, 'old originals were removed');
    } catch (error) {
      log.warn({ reason: reasonOf(error) }, 'old originals could not be removed; tried again tomorrow');
    }
  };

  return {
    beforeIntake: () => obeyRequests({ ledger, requests: files.requests, log }),
    async afterSending() {
      removeOld();
      await clearSettled();
    },
  };
}
