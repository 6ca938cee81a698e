/** The schedule: what is played, in which order, is decided by the seed alone. */
import fc from 'fast-check';
import { type Playable, planRun, ROUNDS_A_WORLD } from '../../scripts/torture/schedule';

const FAULTS: readonly Playable[] = [
  ...Array.from({ length: 12 }, (_, index) => ({ name: `fault ${index}` })),
  { name: 'only where the bridge files', sentCopies: 'append' },
];
const names = (seed: number, rounds: number) =>
  planRun(seed, rounds, FAULTS).flatMap((world) => world.rounds.map(({ fault }) => fault));

describe('the schedule of a torture run', () => {
  it('is the same for the same seed, and another for another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 200 }), (seed, rounds) => {
        expect(planRun(seed, rounds, FAULTS)).toEqual(planRun(seed, rounds, FAULTS));
      }),
    );
    expect(names(1, 100)).not.toEqual(names(2, 100));
  });

  it('has as many rounds as asked for, in worlds of a size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (rounds) => {
        const worlds = planRun(3, rounds, FAULTS);
        expect(worlds.flatMap((world) => world.rounds)).toHaveLength(rounds);
        for (const world of worlds) expect(world.rounds.length).toBeLessThanOrEqual(ROUNDS_A_WORLD);
      }),
    );
  });

  it('plays every fault before any comes a third time', () => {
    const played = names(5, 3 * FAULTS.length);
    for (const { name } of FAULTS) {
      const times = played.filter((other) => other === name).length;
      expect([name, times >= 1 && times <= 4]).toEqual([name, true]);
    }
  });

  it('plays a fault only where its sent mails are filed so, and uses both ways of filing', () => {
    const worlds = planRun(7, 20 * ROUNDS_A_WORLD, FAULTS);
    expect(new Set(worlds.map(({ sentCopies }) => sentCopies))).toEqual(new Set(['append', 'provider']));
    const where = worlds.flatMap(({ sentCopies, rounds }) =>
      rounds.some(({ fault }) => fault === 'only where the bridge files') ? [sentCopies] : [],
    );
    expect(new Set(where)).toEqual(new Set(['append']));
  });

  it('lets the bridge come to rest before it is judged', () => {
    for (const world of planRun(9, 300, FAULTS)) expect(world.rounds.at(-1)?.waits).toBe(true);
  });

  it('says so when no fault can be played', () => {
    expect(() => planRun(1, 1, [])).toThrow('No fault can be played');
  });
});
