/** Which faults come when: everything from a seed, so that a run can be played again. */
import { type Random, randomFrom } from './random';

export interface PlannedRound {
  readonly fault: string;
  /** Whether the bridge may get over it before the next one comes. */
  readonly waits: boolean;
  /** Seed of everything else that chance decides in it. */
  readonly seed: number;
}

export interface PlannedWorld {
  readonly sentCopies: 'append' | 'provider';
  readonly rounds: readonly PlannedRound[];
}

/** Rounds that one firm goes through: then its Sheet is judged, and a new one begins. */
export const ROUNDS_A_WORLD = 40;
const OVERLAPS = 0.15;

/** What the schedule must know of a fault. */
export interface Playable {
  readonly name: string;
  readonly sentCopies?: 'append' | 'provider';
}

/** Each fault comes before any comes again, as far as the worlds allow it. */
export function planRun(seed: number, rounds: number, faults: readonly Playable[]): PlannedWorld[] {
  const random = randomFrom(seed);
  const deal = dealer(faults, random);
  const worlds: PlannedWorld[] = [];
  for (let left = rounds; left > 0; left -= ROUNDS_A_WORLD) {
    const count = Math.min(left, ROUNDS_A_WORLD);
    const sentCopies = (worlds.length + seed) % 2 === 0 ? 'provider' : 'append';
    worlds.push({
      sentCopies,
      rounds: Array.from({ length: count }, (_, index) => ({
        fault: deal(sentCopies),
        waits: index === count - 1 || !random.chance(OVERLAPS),
        seed: random.below(2 ** 31),
      })),
    });
  }
  return worlds;
}

function dealer(faults: readonly Playable[], random: Random): (sentCopies: 'append' | 'provider') => string {
  let deck: Playable[] = [];
  return (sentCopies) => {
    for (let reshuffled = 0; ; reshuffled += 1) {
      const at = deck.findIndex((fault) => (fault.sentCopies ?? sentCopies) === sentCopies);
      const [next] = at < 0 ? [] : deck.splice(at, 1);
      if (next) return next.name;
      if (reshuffled === 1)
        throw new Error(`No fault can be played where sent mails are filed by ${sentCopies}.`);
      // What could not be played here stays in, for the next world.
      deck = [...deck, ...random.shuffled(faults)];
    }
  };
}
