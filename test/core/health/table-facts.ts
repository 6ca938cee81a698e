/** A bridge that is well, for the tables of the health tests to make ill. */
import type { HealthFacts } from '../../../core/health/conditions';
import type { Contact, FailureKind } from '../../../core/health/contact';
import { type Instant, instant, MS_PER_MINUTE } from '../../../core/time/instant';

/** Minutes after the beginning. */
export function at(minutes: number): Instant {
  return instant(Date.UTC(2026, 10, 20, 8) + minutes * MS_PER_MINUTE);
}

export function reachedAt(minutes: number): Contact {
  return { lastSuccess: at(minutes), trouble: null };
}

/** Tried every minute between two, and never with success. */
export function failingFor(
  kind: FailureKind,
  [from, to]: readonly [number, number],
  refusals = kind === 'refused' ? to - from + 1 : 0,
): Contact {
  return {
    lastSuccess: at(from - 1),
    trouble: {
      since: at(from),
      at: at(to),
      kind,
      reason: 'no',
      times: to - from + 1,
      refusals,
      refusedSince: refusals > 0 ? at(from) : null,
    },
  };
}

export function facts(now: number, change: Partial<HealthFacts> = {}): HealthFacts {
  const well = reachedAt(now);
  return {
    now: at(now),
    contacts: { mailbox: well, 'sheet-read': well, 'sheet-write': well, smtp: well },
    awakeSince: at(-600),
    sheetPauseMs: 20_000,
    overdueMails: 0,
    oldestWaitingSince: null,
    quarantined: 0,
    unknownSends: 0,
    failedSends: 0,
    disk: { free: 50_000_000_000, failure: null },
    ...change,
  };
}
