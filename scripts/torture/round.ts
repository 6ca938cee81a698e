/** One round: people act, one thing breaks, all is made whole again, and the bridge comes to rest. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from './faults/fault';
import type { Random } from './random';
import { waiting } from './steady';
import type { World } from './world';

export interface RoundResult {
  readonly fault: string;
  /** Whether the fault found its moment. */
  readonly bitten: boolean;
  /** Seconds of the bridge's clock from the end of the fault until nothing waited; null: it was not waited for. */
  readonly steadyAfter: number | null;
  /** What still waited when patience ended. */
  readonly stuck: readonly string[];
}

/** Time passes between rounds, so that an hour's cap on automatic mail is not what stops it. */
const BETWEEN_ROUNDS_MS = 2 * 60_000;
/** A bridge that has looked at its Sheet so often and changed nothing waits for a moment that is far away. */
const READS_FOR_SENDING = 4;
/** A mail that is on its way from the mailbox may take longer. */
const READS_FOR_MAIL = 12;
const LEAP_MS = 10 * 60_000;
const LEAPS = 45;
/** A bridge that has looked at its Sheet so often since a fault began will not come to the fault's moment. */
const READS_FOR_MOMENT = 6;
/** Guards against a bridge that does nothing at all. */
const PATIENCE_MS = 120_000;
const PATIENCE_FOR_MOMENT_MS = 60_000;
const STEP_MS = 15;
/** As a service manager starts what has ended. */
const RESTART_MS = 200;

/** @param waits false: the next fault comes before this one is got over */
export async function playRound(
  world: World,
  fault: Fault,
  random: Random,
  waits: boolean,
): Promise<RoundResult> {
  const { bridge, people, clock } = world;
  world.jump(BETWEEN_ROUNDS_MS);
  await untilWatching(world);
  if (fault.people === 'before') await people.act(random);
  await fault.begin(world, random);
  if (fault.people === 'meanwhile') await people.act(random);
  const over = clock.now() + fault.lasts * 1000;
  const readsOver = bridge.reads() + READS_FOR_MOMENT;
  const givenUp = performance.now() + PATIENCE_FOR_MOMENT_MS;
  // A machine with much to do may need longer than the fault lasts to bring the bridge to its moment.
  const mayCome = () => fault.bitten && bridge.reads() < readsOver && performance.now() < givenUp;
  for (
    let restartAt = performance.now() + RESTART_MS;
    !fault.bitten?.(world) && (clock.now() < over || mayCome());
  ) {
    await pause(STEP_MS);
    if (bridge.isRunning()) restartAt = performance.now() + RESTART_MS;
    else if (performance.now() > restartAt) bridge.start();
  }
  const bitten = fault.bitten?.(world) ?? fault.met?.(world) ?? true;
  await fault.end(world, random);
  const ended = clock.now();
  bridge.start();
  if (!waits) return { fault: fault.name, bitten, steadyAfter: null, stuck: [] };
  const stuck = await rest(world);
  return { fault: fault.name, bitten, steadyAfter: (clock.now() - ended) / 1000, stuck };
}

/**
 * Waits until nothing waits, and sets the clock ahead when nothing has happened for a while: a mail that was put off for
 * an hour then goes out. @returns what still waits when it is not waited for any longer
 */
export async function rest(world: World, mostLeaps = LEAPS): Promise<readonly string[]> {
  const { bridge, sheet } = world;
  let changed = true;
  let left: readonly string[] = [];
  let readBefore = bridge.reads();
  const givenUp = performance.now() + PATIENCE_MS;
  const stop = sheet.sheets.onChange(() => {
    changed = true;
  });
  try {
    for (let leaps = 0; leaps < mostLeaps && performance.now() < givenUp; ) {
      bridge.start();
      if (changed || !bridge.isWatching()) readBefore = bridge.reads();
      if (changed) {
        changed = false;
        left = await waiting(world);
        if (left.length === 0) return [];
      }
      const patience = left.some((what) => what.startsWith('mail ')) ? READS_FOR_MAIL : READS_FOR_SENDING;
      if (bridge.reads() >= readBefore + patience) {
        leaps += 1;
        world.jump(LEAP_MS);
        readBefore = bridge.reads();
      }
      await pause(STEP_MS);
    }
    return left;
  } finally {
    stop();
  }
}

/** Starts it when it is not running, and waits until it has come to its mailbox. */
async function untilWatching({ bridge }: World): Promise<void> {
  const patience = performance.now() + 30_000;
  while (!bridge.isWatching() && performance.now() < patience) {
    bridge.start();
    await pause(STEP_MS);
  }
}
