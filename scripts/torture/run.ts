/** A whole run: worlds one after the other, each tortured for some rounds, brought to rest and judged. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { check } from './checker';
import type { Evidence, Finding } from './evidence';
import type { Fault } from './faults/fault';
import { FAULTS } from './faults/table';
import { gather } from './gather';
import { randomFrom } from './random';
import { playRound, type RoundResult, rest } from './round';
import { type PlannedWorld, planRun } from './schedule';
import { openWorld, type World } from './world';

export interface RunOptions {
  readonly seed: number;
  readonly rounds: number;
  /** Only faults whose name holds one of these words. */
  readonly only?: readonly string[];
  /** The program to be tortured. */
  readonly program?: string;
  readonly speed?: number;
  /** Worlds that are played beside each other. */
  readonly jobs?: number;
  /** Called after each round and each world. */
  readonly onProgress?: (said: string) => void;
}

export interface WorldResult {
  readonly name: string;
  readonly sentCopies: 'append' | 'provider';
  readonly rounds: readonly RoundResult[];
  readonly findings: readonly Finding[];
  readonly unknown: number;
  readonly mails: { readonly delivered: number; readonly accepted: number };
  /** Names of the steps that the bridge has taken. */
  readonly steps: readonly string[];
  /** Starts of the bridge that ended by themselves, with a code other than 0. */
  readonly falls: number;
  /** What waited for ever; empty when all came to rest. */
  readonly stuck: readonly string[];
  /** How long the last SIGTERM took, in our milliseconds. */
  readonly stopMs: number;
  /** Where everything about it was kept, for something was found; null: nothing was. */
  readonly kept: string | null;
}

export interface RunResult {
  readonly seed: number;
  readonly worlds: readonly WorldResult[];
  readonly seconds: number;
}

const BUILT = resolve('dist', 'rowdesk.cjs');
/** Seconds of the bridge's clock in one of ours. */
export const SPEED = 40;

export function faultsNamed(only: readonly string[] = []): readonly Fault[] {
  return FAULTS.filter(({ name }) => only.length === 0 || only.some((word) => name.includes(word)));
}

export async function runTorture(options: RunOptions): Promise<RunResult> {
  const { seed, rounds, only, jobs = 1 } = options;
  const began = performance.now();
  const faults = new Map(faultsNamed(only).map((fault) => [fault.name, fault]));
  const folder = mkdtempSync(join(tmpdir(), 'torture-run-'));
  const compiled = join(folder, 'compiled');
  const queue = [...planRun(seed, rounds, [...faults.values()]).entries()];
  const worlds: WorldResult[] = [];
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [index, planned] = next;
      worlds[index] = await playWorld(planned, faults, `s${seed}w${index + 1}`, compiled, options);
    }
  };
  try {
    await Promise.all(Array.from({ length: jobs }, worker));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { seed, worlds, seconds: (performance.now() - began) / 1000 };
}

async function playWorld(
  { sentCopies, rounds }: PlannedWorld,
  faults: ReadonlyMap<string, Fault>,
  name: string,
  compiled: string,
  { program = BUILT, speed = SPEED, onProgress = () => undefined }: RunOptions,
): Promise<WorldResult> {
  const world = await openWorld({ program: resolve(program), compiled, name, sentCopies, speed });
  try {
    const results: RoundResult[] = [];
    for (const { fault, waits, seed } of rounds) {
      const play = faults.get(fault);
      if (!play) throw new Error(`There is no fault "${fault}".`);
      const result = await playRound(world, play, randomFrom(seed), waits);
      results.push(result);
      onProgress(`${name} ${results.length}/${rounds.length} ${outcomeOf(result)}`);
      // What is stuck stays stuck: the rounds that follow would only wait for it.
      if (result.stuck.length > 0) break;
    }
    const stuck = await rest(world);
    const stopMs = await world.bridge.stop();
    const evidence = await gather(world);
    const { findings, unknown } = check(evidence);
    for (const { kind, which, what } of findings) onProgress(`${name} FOUND ${kind} ${which}: ${what}`);
    const wrong = findings.length > 0 || stuck.length > 0;
    return {
      name,
      sentCopies,
      rounds: results,
      findings,
      unknown,
      mails: { delivered: evidence.delivered.length, accepted: evidence.accepted.length },
      steps: existsSync(world.trace)
        ? [...new Set(readFileSync(world.trace, 'utf8').trim().split('\n'))]
        : [],
      falls: world.bridge.falls(),
      stuck,
      stopMs,
      kept: wrong ? keep(world, evidence, results) : null,
    };
  } finally {
    await world.close();
  }
}

/** State folder, log and evidence, for whoever looks for the reason. */
function keep(world: World, { spool, ...evidence }: Evidence, rounds: readonly RoundResult[]): string {
  const folder = resolve('test-output', 'torture', world.name);
  rmSync(folder, { recursive: true, force: true });
  cpSync(world.home, folder, { recursive: true });
  const told = { rounds, ...evidence, spool: [...spool] };
  writeFileSync(join(folder, 'evidence.json'), JSON.stringify(told, null, 2));
  return folder;
}

function outcomeOf({ fault, bitten, steadyAfter, stuck }: RoundResult): string {
  const rest = steadyAfter === null ? 'goes on' : `steady after ${Math.round(steadyAfter)} s`;
  return `${fault}: ${bitten ? '' : 'missed its moment, '}${stuck.length > 0 ? `STUCK: ${stuck.join('; ')}` : rest}`;
}
