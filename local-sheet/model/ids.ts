/** Ids that look as random as Google's, drawn from a seed that is part of the workbook. */

/** One step of a 32-bit mixer (murmur3's finalizer over a Weyl sequence): well spread, and the same everywhere. */
function mix(seed: number): number {
  let x = seed >>> 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/** The next positive 31-bit id that is not taken, and the seed to go on with. */
export function nextId(seed: number, taken: (id: number) => boolean): { id: number; seed: number } {
  let at = seed;
  for (;;) {
    at = (at + 0x9e3779b9) >>> 0;
    const id = mix(at) & 0x7fffffff;
    if (id !== 0 && !taken(id)) return { id, seed: at };
  }
}
