/** The two ways of running the bridge: until everything is done, and until it is told to stop. */

import type { Bridge } from './bridge';
import type { Log } from './log/log';
import { MailboxError } from './mailbox/connection';
import type { Mailbox } from './mailbox/mailbox';
import { reasonOf, UserError } from './user-error';

/** Reads once, takes in everything, sends what is ready, shows it, and is done. */
export async function runOnce(bridge: Bridge): Promise<void> {
  // The mailbox first: answers that go out in the round leave a copy there.
  const mailbox = await bridge.connect();
  await bridge.round();
  await takeInAll(bridge, mailbox);
  await bridge.sendAndShow();
}

/**
 * From the mailbox to confirmed rows, all of it. Rows are written while the next mails are fetched: the two stages
 * share one thread but not their waiting.
 */
export async function takeInAll(bridge: Bridge, mailbox: Mailbox): Promise<void> {
  let writing = Promise.resolve();
  let failure: unknown = null;
  await bridge.spool(mailbox, true, () => {
    writing = writing.then(async () => {
      if (failure === null) await bridge.takeIn(true);
    });
    writing = writing.catch((error: unknown) => {
      failure ??= error;
    });
  });
  await writing;
  if (failure !== null) throw failure;
  await bridge.takeIn(false);
}

export interface RunOptions {
  readonly pollSeconds: number;
  readonly signal: AbortSignal;
  readonly log: Log;
  /** Called once mail can be received. */
  readonly onReady?: () => void;
}

export interface RunningBridge {
  /** Settles when the bridge has stopped. Rejects only when it could not start. */
  readonly stopped: Promise<void>;
  /** Work at the desk now instead of at the next poll. */
  nudge(): void;
}

const SWEEP_EVERY_MS = 15 * 60_000;
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 30_000;
/** A refused login is retried slowly: providers lock accounts that hammer them. */
const LOGIN_PAUSE_MS = 10 * 60_000;

/** Runs until `signal`. */
export function runUntilStopped(bridge: Bridge, options: RunOptions): RunningBridge {
  const { signal, log, pollSeconds } = options;
  const bell = doorbell(signal);
  let pollNow = true;

  const deskLoop = async () => {
    let pause = FIRST_PAUSE_MS;
    while (!signal.aborted) {
      try {
        const taken = await bridge.takeIn(false);
        if (pollNow) {
          pollNow = false;
          await bridge.round();
        } else if (taken > 0) {
          await bridge.sendAndShow();
        }
        pause = FIRST_PAUSE_MS;
        await bell.wait(pollSeconds * 1000, () => {
          pollNow = true;
        });
      } catch (error) {
        if (signal.aborted) return;
        log.error({ reason: reasonOf(error) }, 'the Sheet could not be worked on; trying again');
        pollNow = true;
        await bell.wait(pause, () => undefined);
        pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
      }
    }
  };

  const mailLoop = async (first: Mailbox) => {
    let mailbox: Mailbox | null = first;
    let pause = FIRST_PAUSE_MS;
    while (!signal.aborted) {
      try {
        mailbox ??= await bridge.connect();
        await watch(mailbox, bridge, bell.ring, signal, () => {
          pause = FIRST_PAUSE_MS;
        });
      } catch (error) {
        if (signal.aborted) return;
        const refused = error instanceof MailboxError && error.failure === 'refused-login';
        log.warn({ reason: reasonOf(error) }, 'the mailbox is not connected; trying again');
        mailbox = null;
        await sleep(refused ? LOGIN_PAUSE_MS : pause, signal);
        pause = Math.min(LONGEST_PAUSE_MS, pause * 1.5);
      }
    }
  };

  const start = async () => {
    const mailbox = await bridge.connect();
    options.onReady?.();
    await Promise.all([deskLoop(), mailLoop(mailbox)]);
  };
  return {
    stopped: start(),
    nudge: () => {
      pollNow = true;
      bell.ring();
    },
  };
}

/** Empties the mailbox, waits for more, and so on. Every UID is looked at now and then, to find what was missed. */
async function watch(
  mailbox: Mailbox,
  bridge: Bridge,
  ring: () => void,
  signal: AbortSignal,
  emptied: () => void,
): Promise<void> {
  let sweptAt = 0;
  while (!signal.aborted) {
    const sweep = Date.now() - sweptAt > SWEEP_EVERY_MS;
    // A round that finds nothing new ends the draining; mail that arrives meanwhile wakes the next wait at once.
    while ((await bridge.spool(mailbox, sweep, ring)) > 0 && !signal.aborted);
    if (sweep) sweptAt = Date.now();
    emptied();
    await mailbox.waitForMail(signal);
  }
}

interface Doorbell {
  ring(): void;
  /** Resolves when rung or after a time; `timedOut` is called in the second case. */
  wait(ms: number, timedOut: () => void): Promise<void>;
}

function doorbell(signal: AbortSignal): Doorbell {
  let rung = false;
  let answer: (() => void) | null = null;
  const ring = () => {
    rung = true;
    answer?.();
  };
  signal.addEventListener('abort', ring);
  return {
    ring,
    wait: (ms, timedOut) =>
      new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer);
          answer = null;
          rung = false;
          resolve();
        };
        const timer = setTimeout(() => {
          timedOut();
          done();
        }, ms);
        answer = done;
        if (rung || signal.aborted) done();
      }),
  };
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
}

/** What a person at the keyboard can do about a mailbox that cannot be opened. */
export function explainMailbox(error: unknown): unknown {
  if (!(error instanceof MailboxError)) return error;
  const TODO = {
    unreachable: 'Check "imap.host", "imap.port" and "imap.secure", and that the network is up.',
    'refused-login':
      'Check "imap.user" and the password. Gmail needs an app password: the one of the account is not taken.',
    'no-such-folder':
      'Check "imap.folder"; names of folders differ between providers and are case-sensitive.',
    lost: 'Try again; if it happens often, look at the provider’s status page.',
  } as const;
  return new UserError(error.message, TODO[error.failure], { cause: error });
}
