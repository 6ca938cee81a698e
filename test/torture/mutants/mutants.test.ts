/**
 * The harness is tested with bridges that are broken on purpose: it must report the damage that each of them does, and
 * none of a healthy one under the same faults.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Dovecot, startDovecot } from '../../bench/dovecot';
import { needs } from '../../support/needs';
import { type Bundler, mutantBundler } from './bundle-mutant';
import { MUTANTS, type Mutant } from './mutants';
import { type Played, play } from './play';

let bundler: Bundler;
beforeAll(async () => {
  bundler = await mutantBundler();
});
afterAll(() => bundler.dispose());

needs('dovecot')('the torture harness', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mutants-'));
  let dovecot: Dovecot;
  let programs = 0;
  const played = new Map<Mutant, Promise<Played>>();
  /** Each has a file of its own, because compiled code is kept beside it. */
  const programOf = async (mutant: Mutant | null): Promise<string> => {
    programs += 1;
    const program = join(folder, `bridge${programs}.cjs`);
    writeFileSync(program, await bundler.bundle(mutant));
    return program;
  };
  // All at once: most of a round is waiting, and each has a world of its own.
  beforeAll(async () => {
    dovecot = await startDovecot();
    for (const mutant of MUTANTS) {
      const playing = play(dovecot, await programOf(mutant), [mutant.fault]);
      // What it fails with is told where it is awaited.
      playing.catch(() => undefined);
      played.set(mutant, playing);
    }
  });
  afterAll(async () => {
    await Promise.allSettled(played.values());
    await dovecot.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(MUTANTS)('finds the damage of $name', async (mutant) => {
    const { verdict } = (await played.get(mutant)) ?? { verdict: { findings: [] } };
    expect(verdict.findings.map(({ kind }) => kind)).toContain(mutant.finding);
  });

  it('finds no damage of a healthy bridge under the same faults', async () => {
    const faults = MUTANTS.map(({ fault }) => fault);
    const { verdict, missed } = await play(dovecot, await programOf(null), faults);
    expect(verdict.findings).toEqual([]);
    expect(missed).toEqual([]);
  });
});

describe('a mutant', () => {
  const nowhere = { file: 'mail-bridge/intake/take-in.ts', piece: /no such words/, instead: '' };

  it.each([
    { fault: 'that would change nothing', exchange: nowhere, words: 'has 0 pieces like' },
    {
      fault: 'that would change more than one place',
      exchange: { ...nowhere, piece: /await/ },
      words: 'and one is to be exchanged',
    },
    {
      fault: 'of a module that the bridge does not load',
      exchange: { ...nowhere, file: 'scripts/bench/idle.ts' },
      words: 'was not bundled',
    },
  ])('$fault is refused', async ({ exchange, words }) => {
    await expect(bundler.bundle(exchange)).rejects.toThrow(words);
  });
});
