import fc from 'fast-check';
import { nearestRank } from '../../../core/figures/percentile';

describe('the nearest rank', () => {
  test.each([
    [[], 0.5, null],
    [[7], 0.5, 7],
    [[7], 0.9, 7],
    [[1, 2], 0.5, 1],
    [[1, 2, 3], 0.5, 2],
    [[1, 2, 3, 4], 0.5, 2],
    [[10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 0.9, 9],
    [[10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 1, 10],
    [[10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 0, 1],
    [[2, 10, 9], 0.5, 9],
  ] as const)('of %j at %d is %s', (values, share, expected) => {
    expect(nearestRank(values, share)).toBe(expected);
  });

  test('is the smallest value that the share of all are not above', () => {
    const values = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 100 }), (all, percent) => {
        const enough = (limit: number) =>
          all.filter((value) => value <= limit).length * 100 >= percent * all.length;
        const smallest = Math.min(...all.filter(enough));
        expect(nearestRank(all, percent / 100)).toBe(smallest);
      }),
    );
  });
});
