/** The bridge of the long day: one process from morning to evening that can be asked how large it has grown. */
import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import type { World } from './world';

/** What the process holds at one moment, after garbage collection. */
export interface Held {
  readonly rss: number;
  readonly heapUsed: number;
  /** Buffers, which live outside the heap. */
  readonly external: number;
  /** Open files, sockets and pipes. */
  readonly handles: number;
}

export interface DayBridge {
  /** Resolves when it first waits for mail, or has ended. */
  readonly ready: Promise<void>;
  held(): Promise<Held>;
  /** Why it ended by itself; null: it has not. */
  died(): string | null;
  /** SIGTERM, and waits until it is gone. */
  stop(): Promise<void>;
}

const WORDS_KEPT = 4_000;
/** Its clock runs fast, and so does its patience with a mail server on a busy machine: the first connection may fail. */
const MOST_STARTS = 5;

export function startDayBridge(world: World): DayBridge {
  const { clock, home, stateDir, imapRoad, smtpRoad, program, trace } = world;
  const launch = (): ChildProcess => {
    const settings = {
      speed: clock.speed,
      clock: clock.reading(),
      stateDir,
      imapPort: imapRoad.port,
      smtpPort: smtpRoad.port,
      trace,
    };
    const started = spawn(
      process.execPath,
      [
        '--expose-gc',
        '--require',
        resolve('scripts/torture/saboteur.cjs'),
        '--require',
        resolve('scripts/torture/day-probe.cjs'),
        program,
        'start',
      ],
      {
        cwd: home,
        env: { ...process.env, ROWDESK_IMAP_PASSWORD: 'secret', ROWDESK_SABOTEUR: JSON.stringify(settings) },
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      },
    );
    started.stderr?.setEncoding('utf8').on('data', (text: string) => {
      words = `${words}${text}`.slice(-WORDS_KEPT);
    });
    started.on('exit', (code, signal) => ended(`The bridge ended with ${code ?? signal}.`));
    started.on('error', (error) => ended(error.message));
    started.on('message', ({ idle }: { readonly idle?: boolean }) => {
      if (idle) begun();
    });
    return started;
  };
  let words = '';
  let starts = 1;
  let hasBegun = false;
  let stopping = false;
  let end: string | null = null;
  const { promise: gone, resolve: isGone } = promised();
  const { promise: ready, resolve: isReady } = promised();
  const begun = () => {
    hasBegun = true;
    isReady();
  };
  const ended = (how: string) => {
    if (!hasBegun && !stopping && starts < MOST_STARTS) {
      starts += 1;
      child = launch();
      return;
    }
    end = stopping ? null : `${how}\n${words}`;
    isGone();
    isReady();
  };
  let child = launch();

  return {
    ready,
    held: () =>
      new Promise((settle, fail) => {
        const listen = (message: { readonly sample?: Held }) => {
          if (!message.sample) return;
          child.off('message', listen);
          settle(message.sample);
        };
        child.on('message', listen);
        void gone.then(() => fail(new Error(end ?? 'The bridge has been stopped.')));
        if (child.connected) child.send({ sample: true });
      }),
    died: () => end,
    async stop() {
      stopping = true;
      child.kill('SIGTERM');
      await gone;
    },
  };
}

function promised(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
