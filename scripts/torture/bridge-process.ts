/** The bridge as a child process with the saboteur in it: started, given orders, killed, started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorldClock } from './world-clock';

/** What the saboteur does at a step. All but the kill hold on from there. */
export type Act = 'kill' | 'torn' | 'ENOSPC' | 'EROFS' | 'EIO';

export interface Order {
  readonly step: string;
  /** At the how-manieth time that the step is taken, from 1. */
  readonly occurrence: number;
  readonly act: Act;
}

export interface BridgeProcess {
  /** Starts it when it is not running; `orders` hold from its first line on. */
  start(orders?: readonly Order[]): void;
  isRunning(): boolean;
  /** It waits for mail: everything that was there is taken in. */
  isWatching(): boolean;
  /** How often it has read the Sheet, over all its starts. */
  reads(): number;
  order(orders: readonly Order[]): void;
  /** An order that does not kill was carried out, since orders were last given. */
  wasBitten(): boolean;
  /** How often the disk refused to take a note of the outbox, over all its starts. */
  notesRefused(): number;
  /** Lets it know that the clock was set. */
  setClock(): void;
  kill(): void;
  /** Resolves when no process runs. */
  gone(): Promise<void>;
  /** SIGTERM. @returns milliseconds until it was gone */
  stop(): Promise<number>;
  /** The end of what it logged. */
  lastWords(): string;
  /** How often it ended by itself, with a code other than 0. */
  falls(): number;
}

export interface BridgeProcessOptions {
  readonly program: string;
  readonly folder: string;
  readonly stateDir: string;
  readonly imapPort: number;
  readonly smtpPort: number;
  readonly trace: string;
  /** Everything that it logs, over all its starts. */
  readonly log: string;
  /** Where the compiled program may be kept between starts. */
  readonly compiled: string;
  readonly clock: WorldClock;
}

const LAST_WORDS = 4_000;
const SABOTEUR = join('scripts', 'torture', 'saboteur.cjs');

export function bridgeProcess(options: BridgeProcessOptions): BridgeProcess {
  const { clock } = options;
  let child: ChildProcess | null = null;
  let gone: Promise<void> = Promise.resolve();
  let watching = false;
  let bitten = false;
  let reads = 0;
  let notesRefused = 0;
  let falls = 0;

  const start = (orders: readonly Order[] = []) => {
    if (child !== null) return;
    watching = false;
    if (orders.length > 0) bitten = false;
    const settings = {
      speed: clock.speed,
      clock: clock.reading(),
      stateDir: options.stateDir,
      imapPort: options.imapPort,
      smtpPort: options.smtpPort,
      trace: options.trace,
      compiled: options.compiled,
      orders,
    };
    // Straight to the file: what it says last is there even when it is killed.
    const log = openSync(options.log, 'a');
    const started = spawn(
      process.execPath,
      ['--require', join(process.cwd(), SABOTEUR), options.program, 'start', '--verbose'],
      {
        cwd: options.folder,
        env: {
          ...process.env,
          ROWDESK_IMAP_PASSWORD: 'secret',
          ROWDESK_SABOTEUR: JSON.stringify(settings),
        },
        stdio: ['ignore', 'ignore', log, 'ipc'],
      },
    );
    closeSync(log);
    child = started;
    started.on(
      'message',
      (message: { readonly idle?: boolean; readonly read?: boolean; readonly bitten?: string }) => {
        if (message.idle) watching = true;
        if (message.read) reads += 1;
        if (message.bitten) bitten = true;
        if (message.bitten?.startsWith('outbox')) notesRefused += 1;
      },
    );
    gone = new Promise((resolve) => {
      const end = (code: number | null) => {
        if (child !== started) return;
        child = null;
        watching = false;
        if (code !== null && code !== 0) falls += 1;
        resolve();
      };
      started.on('exit', end);
      started.on('error', () => end(1));
    });
  };
  const send = (message: object) => {
    // It may die at this very moment: then the next one is told at its start.
    if (child?.connected) child.send(message, () => undefined);
  };

  return {
    start,
    isRunning: () => child !== null,
    isWatching: () => watching,
    reads: () => reads,
    order(orders) {
      bitten = false;
      send({ orders });
    },
    wasBitten: () => bitten,
    notesRefused: () => notesRefused,
    setClock: () => send({ clock: clock.reading() }),
    kill: () => {
      child?.kill('SIGKILL');
    },
    gone: () => gone,
    async stop() {
      const begin = performance.now();
      child?.kill('SIGTERM');
      await gone;
      return performance.now() - begin;
    },
    lastWords: () => readFileSync(options.log, 'utf8').slice(-LAST_WORDS),
    falls: () => falls,
  };
}
