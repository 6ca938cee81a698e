/** Chance that can be repeated: the same seed gives the same invented world. */
export interface Dice {
  /** Whole numbers, both ends included. */
  between(low: number, high: number): number;
  chance(share: number): boolean;
  /** About normal, mean 0 and deviation 1, never further than 3 from it. */
  bell(): number;
  pick<T>(from: readonly [T, ...T[]]): T;
  weighted<T>(from: readonly [T, ...T[]], weight: (one: T) => number): T;
}

export function dice(seed: number): Dice {
  let state = seed >>> 0;
  // Marsaglia's xorshift with shifts of 13, 17 and 5. Plenty for a demo.
  const roll = (): number => {
    state = (state ^ (state << 13)) >>> 0;
    state = (state ^ (state >>> 17)) >>> 0;
    state = (state ^ (state << 5)) >>> 0;
    return state / 2 ** 32;
  };
  const between = (low: number, high: number): number => low + Math.floor(roll() * (high - low + 1));
  return {
    between,
    chance: (share) => roll() < share,
    // A sum of twelve even rolls has the variance 1.
    bell: () => {
      const sum = Array.from({ length: 12 }, roll).reduce((total, one) => total + one, -6);
      return Math.max(-3, Math.min(3, sum));
    },
    pick: (from) => from[between(0, from.length - 1)] ?? from[0],
    weighted(from, weight) {
      let left = roll() * from.reduce((sum, one) => sum + weight(one), 0);
      for (const one of from) {
        left -= weight(one);
        if (left < 0) return one;
      }
      return from[0];
    },
  };
}
