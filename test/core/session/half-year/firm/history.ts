/** What people wrote into the Sheet and when: the whole truth that the bridge and the oracle are given. */
import type { Instant } from '../../../../../core/time/instant';
import type { Row } from '../../../../../core/workbook/rows';

export type Edit =
  | { readonly at: Instant; readonly tab: 'sessions'; readonly id: string; readonly row: Row<'sessions'> }
  | {
      readonly at: Instant;
      readonly tab: 'participants';
      /** Of the row, not of the person: a person may stand in several. */
      readonly id: string;
      /** Null: the row was deleted. */
      readonly row: Row<'participants'> | null;
    }
  | { readonly at: Instant; readonly tab: 'activity'; readonly row: Row<'activity'> };

/** The bridge is off. */
export interface Outage {
  readonly from: Instant;
  readonly to: Instant;
  /** It was killed in its last round before, when this many mails of that round were handed over. */
  readonly killedAfter: number;
}

/** Rounds of the bridge: every so many minutes, but not during outages. */
export interface Rounds {
  readonly first: Instant;
  readonly every: number;
  readonly outages: readonly Outage[];
}

/** The first round at or after an instant. */
export function roundFrom(at: number, { first, every, outages }: Rounds): Instant {
  let round = first + Math.max(0, Math.ceil((at - first) / every)) * every;
  for (let moved = true; moved; ) {
    moved = false;
    for (const { from, to } of outages) {
      if (round < from || round >= to) continue;
      round = first + Math.ceil((to - first) / every) * every;
      moved = true;
    }
  }
  return round as Instant;
}

/** The last round before an outage: the one in which the bridge is killed. */
export function roundBefore({ from }: Outage, { first, every }: Rounds): Instant {
  return (first + (Math.ceil((from - first) / every) - 1) * every) as Instant;
}

/** The versions of one row, in order. */
export class Versions<T> {
  private readonly list: { readonly at: number; readonly value: T }[] = [];

  add(at: number, value: T): void {
    this.list.push({ at, value });
  }

  /** As it stood at an instant; undefined: it was not there yet. */
  at(at: number): T | undefined {
    let found: T | undefined;
    for (const version of this.list) {
      if (version.at > at) break;
      found = version.value;
    }
    return found;
  }

  all(): readonly { readonly at: number; readonly value: T }[] {
    return this.list;
  }
}
