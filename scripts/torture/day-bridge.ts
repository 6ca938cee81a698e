/** The bridge of the long day: one process from morning to evening that can be asked how large it has grown. */
import { spawn } from 'node:child_process';
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

export function startDayBridge(world: World): DayBridge {
  const { clock, home, stateDir, imapRoad, smtpRoad, program, trace } = world;
  const settings = {
    speed: clock.speed,
    clock: clock.reading(),
    stateDir,
    imapPort: imapRoad.port,
    smtpPort: smtpRoad.port,
    trace,
  };
  const child = spawn(
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
  let words = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = `${words}${text}`.slice(-WORDS_KEPT);
  });
  let stopping = false;
  let end: string | null = null;
  const gone = new Promise<void>((settle) => {
    const over = (how: string) => {
      end = stopping ? null : `${how}\n${words}`;
      settle();
    };
    child.on('exit', (code, signal) => over(`The bridge ended with ${code ?? signal}.`));
    child.on('error', (error) => over(error.message));
  });

  const ready = new Promise<void>((settle) => {
    const listen = (message: { readonly idle?: boolean }) => {
      if (!message.idle) return;
      child.off('message', listen);
      settle();
    };
    child.on('message', listen);
    void gone.then(settle);
  });

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
