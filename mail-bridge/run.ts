/** The two ways of running the bridge: until everything is done, and until it is told to stop. */

import type { Bridge } from './bridge';
import type { Log } from './log/log';
import { MailboxError } from './mailbox/connection';
import type { Mailbox } from './mailbox/mailbox';
import { unlessStopped } from './outbox/unless-stopped';
import { reasonOf, UserError } from './user-error';

/**
 * A bridge that is told to stop ends within ten seconds. Most of them belong to the mail in hand, of which the server may
 * have the text already; fetching is broken off, and goes on at the next start with what was not kept.
 */
const FETCHING_GRACE_MS = 1_500;
const WHOLE_GRACE_MS = 7_500;

/** Reads once, takes in everything, sends what is ready, shows it, and is done. Rejects when it is told to stop before. */
export function runOnce(bridge: Bridge, signal = new AbortController().signal): Promise<void> {
  return unlessStopped(throughOnce(bridge), signal, WHOLE_GRACE_MS);
}

async function throughOnce(bridge: Bridge): Promise<void> {
  // The mailbox first: answers that go out in the round leave a copy there.
  try {
    const mailbox = await bridge.connect();
    await bridge.round();
    // Before the other mails and after them: what an answer belongs to may only just come in.
    await bridge.lookAtSent(() => undefined);
    await takeInAll(bridge, mailbox);
    if ((await bridge.lookAtSent(() => undefined)).spooled > 0) await bridge.takeIn(false);
    // A long mailing goes out in passes, and each time answers that people have written meanwhile go before it.
    for (let sent = await bridge.sendAndShow(); sent > 0 && bridge.nextDepartureIn() === 0; ) {
      sent = await bridge.round();
    }
  } catch (error) {
    // Started again and again by a timer, it is the only one that notices.
    await bridge.tend().catch(() => undefined);
    throw error;
  }
  if ((await bridge.tend()) > 0) await bridge.sendAndShow();
}

/**
 * From the mailbox to confirmed rows, all of it. Rows are written while the next mails are fetched: the two stages
 * share one thread but not their waiting.
 */
export async function takeInAll(bridge: Bridge, mailbox: Mailbox): Promise<void> {
  let writing = Promise.resolve();
  let failure: unknown = null;
  try {
    await bridge.spool(mailbox, true, () => {
      writing = writing.then(async () => {
        if (failure === null) await bridge.takeIn(true);
      });
      writing = writing.catch((error: unknown) => {
        failure ??= error;
      });
    });
  } finally {
    // Whatever became of the fetching: nobody closes the journals under a write.
    await writing;
  }
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
/** Google allows 60 reads and 60 writes a minute; a pass that takes mail in costs two of each. */
const PASSES_A_MINUTE = 15;
const CROWDED_PAUSE_MS = 4_000;
/** How often it is found out how the bridge is, whatever its work waits for. */
const TEND_EVERY_MS = 30_000;
/** A refused login is retried slowly: providers lock accounts that hammer them. */
const LOGIN_PAUSE_MS = 10 * 60_000;

/** Runs until `signal`. */
export function runUntilStopped(bridge: Bridge, options: RunOptions): RunningBridge {
  const { signal, log, pollSeconds } = options;
  const bell = doorbell(signal);
  /** When the desk is to be worked next, whatever the mailbox does. */
  let roundDue = 0;
  const inboxBell = nudger(signal);

  let passes: number[] = [];
  /** Mail comes so fast that a pass for each would use up the quota: several mails then share one. */
  const isCrowded = (now: number): boolean => {
    passes = [...passes.filter((at) => at > now - 60_000), now];
    return passes.length > PASSES_A_MINUTE;
  };

  const tried = async (what: string, work: () => Promise<void>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      if (!signal.aborted) log.error({ reason: reasonOf(error) }, what);
      return false;
    }
  };

  const deskLoop = async () => {
    let pause = FIRST_PAUSE_MS;
    while (!signal.aborted) {
      const started = performance.now();
      let taken = 0;
      // Each by itself: mail that cannot be taken in must not keep an answer from going out, nor the other way round.
      const tookIn = await tried('mail could not be taken in; it is safe and tried again', async () => {
        taken = await bridge.takeIn(false);
      });
      const isDue = started >= roundDue;
      const worked = await tried('the desk could not be worked; trying again', async () => {
        if (isDue) await bridge.round();
        else if (taken > 0) await bridge.sendAndShow();
      });
      if (isDue) roundDue = performance.now() + pollSeconds * 1000;
      if (!tookIn || !worked) {
        roundDue = Math.min(roundDue, performance.now() + pause);
        await sleep(pause, signal);
        pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
        continue;
      }
      pause = FIRST_PAUSE_MS;
      if (taken > 0 && isCrowded(started)) await sleep(CROWDED_PAUSE_MS, signal);
      const departure = bridge.nextDepartureIn();
      const wake = departure === null ? Infinity : Math.max(CROWDED_PAUSE_MS, departure);
      // Answers are looked for before the rest of a mailing goes on.
      roundDue = Math.min(roundDue, performance.now() + wake);
      await bell.wait(Math.max(0, roundDue - performance.now()));
    }
  };

  const mailLoop = async (first: Mailbox) => {
    let mailbox: Mailbox | null = first;
    let pause = FIRST_PAUSE_MS;
    while (!signal.aborted) {
      try {
        mailbox ??= await unlessStopped(bridge.connect(), signal, 0);
        const watching = watch(mailbox, bridge, bell.ring, inboxBell, signal, () => {
          pause = FIRST_PAUSE_MS;
        });
        await unlessStopped(watching, signal, FETCHING_GRACE_MS);
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

  const sentLoop = async () => {
    for (let pause: number | null = 0; pause !== null && !signal.aborted; ) {
      let next: number | null = LONGEST_PAUSE_MS;
      await tried('the sent mails could not be looked at; trying again', async () => {
        const looking = bridge.lookAtSent(bell.ring);
        const { undecided, againInMs } = await unlessStopped(looking, signal, FETCHING_GRACE_MS);
        if (undecided > 0) inboxBell.ring();
        next = againInMs;
      });
      pause = next;
      if (pause !== null) await sleep(pause, signal);
    }
  };

  const healthLoop = async () => {
    while (!signal.aborted) {
      await tried('it could not be found out how the bridge is; trying again', async () => {
        await bridge.tend();
      });
      await sleep(TEND_EVERY_MS, signal);
    }
  };

  const start = async () => {
    let mailbox: Mailbox;
    try {
      mailbox = await unlessStopped(bridge.connect(), signal, 0);
    } catch (error) {
      if (signal.aborted) return;
      await bridge.tend().catch(() => undefined);
      throw error;
    }
    options.onReady?.();
    await Promise.all([deskLoop(), mailLoop(mailbox), sentLoop(), healthLoop()]);
  };
  return {
    stopped: start(),
    nudge: () => {
      roundDue = 0;
      bell.ring();
    },
  };
}

/** Empties the mailbox, waits for more, and so on. Every UID is looked at now and then, to find what was missed. */
async function watch(
  mailbox: Mailbox,
  bridge: Bridge,
  ring: () => void,
  nudged: Nudger,
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
    await mailbox.waitForMail(nudged.signal());
  }
}

/** Ends a wait for mail before mail comes. */
interface Nudger {
  /** While nobody waits it means nothing. */
  ring(): void;
  /** Of the wait that begins now. */
  signal(): AbortSignal;
}

function nudger(stop: AbortSignal): Nudger {
  let wait = new AbortController();
  const ring = () => wait.abort();
  stop.addEventListener('abort', ring);
  return {
    ring,
    signal() {
      wait = new AbortController();
      if (stop.aborted) ring();
      return wait.signal;
    },
  };
}

interface Doorbell {
  ring(): void;
  /** Resolves when rung or after a time. */
  wait(ms: number): Promise<void>;
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
    wait: (ms) =>
      new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer);
          answer = null;
          rung = false;
          resolve();
        };
        const timer = setTimeout(done, ms);
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
