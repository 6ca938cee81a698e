/** A half-year of a training firm, made of one seed. */
import type { Instant } from '../../../../../core/time/instant';
import type { Edit, Outage, Rounds } from './history';
import type { LadderStep } from './ladder';
import { ladderFor } from './ladder';
import { rosterEdits } from './people';
import { type Chance, chanceOf } from './random';
import { BEGINS, DAY, ENDS, editsOf, HOUR, sessionsOf } from './sessions';

export interface Firm {
  readonly seed: number;
  readonly ladder: readonly LadderStep[];
  /** In the order in which they were made. */
  readonly edits: readonly Edit[];
  readonly rounds: Rounds;
  readonly ends: Instant;
  /** From here on the mail server takes everything at once. */
  readonly smoothFrom?: Instant;
}

export interface FirmSize {
  readonly sessions: number;
  readonly people: number;
  /** Pairs of sessions on one day that share many of their people. */
  readonly twins: number;
}

export const HALF_YEAR: FirmSize = { sessions: 40, people: 600, twins: 7 };

export function firmOf(seed: number, size: FirmSize = HALF_YEAR): Firm {
  const chance = chanceOf(seed);
  const ladder = ladderFor(chance);
  const sessions = sessionsOf(chance, size.sessions, size.twins);
  const outages = outagesOf(sessions, chance);
  const edits = [
    ...sessions.flatMap((session) => editsOf(session, chance, outages)),
    ...rosterEdits(sessions, size.people, size.twins, chance),
  ];
  return {
    seed,
    ladder,
    // The order of equal instants is kept: a sort of the language is stable.
    edits: edits.sort((a, b) => a.at - b.at),
    rounds: {
      first: (BEGINS + chance.whole(0, 4) * 60_000) as Instant,
      every: 5 * 60_000,
      outages,
    },
    ends: ENDS as Instant,
  };
}

/** One of 3 h and one of 30 h, when sessions are near: elsewhere nobody would feel them. */
function outagesOf(sessions: readonly { readonly startsAt: number }[], chance: Chance): Outage[] {
  const near = (from: number, length: number): Outage => ({
    from: from as Instant,
    to: (from + length) as Instant,
    killedAfter: chance.whole(0, 12),
  });
  const starts = sessions.map(({ startsAt }) => startsAt).sort((a, b) => a - b);
  const one = starts[Math.floor(starts.length * 0.3)] ?? BEGINS + 40 * DAY;
  const other = starts[Math.floor(starts.length * 0.75)] ?? BEGINS + 120 * DAY;
  return [
    near(one - chance.whole(0, 27) * HOUR - 1_000, 3 * HOUR),
    near(other - chance.whole(0, 96) * HOUR - 1_000, 30 * HOUR),
  ];
}
