/** Some rounds of the harness with a program of the test's own, without the patience that a whole run has. */
import { check } from '../../../scripts/torture/checker';
import type { Verdict } from '../../../scripts/torture/evidence';
import type { Fault } from '../../../scripts/torture/faults/fault';
import { gather } from '../../../scripts/torture/gather';
import { randomFrom } from '../../../scripts/torture/random';
import { playRound, rest } from '../../../scripts/torture/round';
import { openWorld } from '../../../scripts/torture/world';
import type { Dovecot } from '../../bench/dovecot';

const SEED = 7;
/** Seconds of the bridge's clock in one of ours. */
const SPEED = 60;
/** What waits for its next attempt gets it after a leap; what waits after all of them is lost. */
const LEAPS = 4;
/** A fault may miss its moment: then it comes again. */
const TIMES = 3;

export interface Played {
  readonly verdict: Verdict;
  /** Faults that never found their moment. */
  readonly missed: readonly string[];
}

let worlds = 0;

export async function play(dovecot: Dovecot, program: string, faults: readonly Fault[]): Promise<Played> {
  worlds += 1;
  const name = `mutant${worlds}`;
  const world = await openWorld({
    dovecot,
    program,
    compiled: `${program}.compiled`,
    name,
    sentCopies: 'append',
    speed: SPEED,
  });
  try {
    const random = randomFrom(SEED);
    const missed: string[] = [];
    for (const fault of faults) {
      let bitten = false;
      for (let times = 0; !bitten && times < TIMES; times += 1) {
        bitten = (await playRound(world, fault, random, false)).bitten;
      }
      if (!bitten) missed.push(`${fault.name}: ${world.bridge.lastWords()}`);
    }
    await rest(world, LEAPS);
    await world.bridge.stop();
    return { verdict: check(await gather(world)), missed };
  } finally {
    await world.close();
  }
}
