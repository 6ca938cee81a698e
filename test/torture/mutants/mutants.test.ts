/**
 * The harness is tested with bridges that are broken on purpose: it must report the damage that each of them does, and
 * none of a healthy one under the same faults.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Dovecot, startDovecot } from '../../bench/dovecot';
import { needs } from '../../support/needs';
import { bundleBridge } from './bundle-mutant';
import { MUTANTS } from './mutants';
import { play } from './play';

let folder = '';
/** The bridge of the test: each has a file of its own, because compiled code is kept beside it. */
let program = '';
let programs = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mutants-'));
});
beforeEach(() => {
  programs += 1;
  program = join(folder, `bridge${programs}.cjs`);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

needs('dovecot')('the torture harness', () => {
  let dovecot: Dovecot;
  beforeAll(async () => {
    dovecot = await startDovecot();
  });
  afterAll(async () => {
    await dovecot.stop();
  });

  it.each(MUTANTS)(
    'finds the damage of $name',
    async (mutant) => {
      await bundleBridge(program, mutant);
      const { verdict } = await play(dovecot, program, [mutant.fault]);
      expect(verdict.findings.map(({ kind }) => kind)).toContain(mutant.finding);
    },
    180_000,
  );

  it('finds no damage of a healthy bridge under the same faults', async () => {
    await bundleBridge(program, null);
    const faults = MUTANTS.map(({ fault }) => fault);
    const { verdict, missed } = await play(dovecot, program, faults);
    expect(verdict.findings).toEqual([]);
    expect(missed).toEqual([]);
  }, 180_000);
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
    await expect(bundleBridge(program, exchange)).rejects.toThrow(words);
  });
});
