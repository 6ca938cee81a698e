/**
 * A simulated half-year of a training firm, checked by an oracle that shares no code with the planner.
 *
 * More than CI runs: `HALF_YEAR_SEEDS=200 npx jest test/core/session/half-year/half-year.test.ts` (small firms), and
 * `HALF_YEAR_FULL=20` for firms of 40 sessions and 600 people; `HALF_YEAR_FIRST` is the first seed.
 */
import { rounds } from '../../../support/thorough';
import type { FirmSize } from './firm/firm';
import { firmOf, HALF_YEAR } from './firm/firm';
import { complaintsAbout } from './oracle/check';
import { simulate } from './simulated-bridge';

const asked = (name: string, otherwise: number): number => Number(process.env[name] ?? otherwise);
const seeds = (count: number): number[] =>
  Array.from({ length: count }, (_, index) => asked('HALF_YEAR_FIRST', 1) + index);

/** Much less of everything but of what is difficult: many days with two sessions for many people. */
const SMALL: FirmSize = { sessions: 10, people: 100, twins: 4 };

// A run of many seeds takes its time, and a machine may be busy.
jest.setTimeout(10 * 60_000);

function halfYear(seed: number, size: FirmSize) {
  const firm = firmOf(seed, size);
  const { log } = simulate(firm);
  return { firm, log, complaints: complaintsAbout(firm, log) };
}

test.each(seeds(asked('HALF_YEAR_FULL', 1)))(
  'forty sessions and six hundred people (seed %i): everybody gets what is due once, in time, and nothing else',
  (seed) => {
    const { firm, log, complaints } = halfYear(seed, HALF_YEAR);
    expect(complaints).toEqual([]);
    // It was a half-year in which all of it happened.
    const count = (wanted: (item: (typeof log.handedOver)[number]) => boolean): number =>
      log.handedOver.filter(wanted).length;
    expect(log.handedOver.length).toBeGreaterThan(2_000);
    expect(count(({ letter }) => letter.kind === 'changed')).toBeGreaterThan(100);
    expect(count(({ letter }) => letter.kind === 'cancelled')).toBeGreaterThan(10);
    expect(count(({ letter }) => letter.about.length > 1)).toBeGreaterThan(10);
    expect(count(({ answer }) => answer === 'deferred')).toBeGreaterThan(50);
    expect(firm.rounds.outages.map(({ from, to }) => (to - from) / 3_600_000)).toEqual([3, 30]);
  },
);

test.each(seeds(asked('HALF_YEAR_SEEDS', rounds(2, 5))))(
  'a small firm with crowded days (seed %i)',
  (seed) => {
    expect(halfYear(seed, SMALL).complaints).toEqual([]);
  },
);

test('the same seed gives the same half-year', () => {
  expect(halfYear(3, { sessions: 4, people: 30, twins: 1 })).toEqual(
    halfYear(3, { sessions: 4, people: 30, twins: 1 }),
  );
});
