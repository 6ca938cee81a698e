/** When the folder of sent mails is looked at, and over which connection. */
import type { Instant } from '../../core/time/instant';
import type { Log } from '../log/log';
import { MailboxError } from '../mailbox/connection';
import type { SentFolder } from '../mailbox/sent-folder';
import { reasonOf } from '../user-error';
import type { Ledger, SpooledRecord } from './ledger';
import {
  enterSentFolder,
  type InboxProgress,
  type SentContext,
  sentMemory,
  spoolSentMail,
} from './spool-sent';

/**
 * Nobody waits for it but the ticket's row, which the tracker looks at once a minute. A look is one short search on a
 * connection that is open anyway. IDLE would tell no more: several servers announce in it what comes into the inbox, and
 * not what their own web mail files.
 */
const LOOK_EVERY_MS = 30_000;
/** At first, while it waits for a look at the inbox, which has been asked for. Then the Sheet may be away for hours. */
const SOON_MS = 1_000;
/** The folder may be made by the first mail that is sent; and a server that refuses us is not to be hammered. */
const RARELY_MS = 10 * 60_000;

export interface SentRound {
  readonly spooled: number;
  /** Mails of which nothing can be said before the inbox has been looked at once more. */
  readonly undecided: number;
  /** When to look again; null: never. */
  readonly againInMs: number | null;
}

export interface SentWatch {
  /** Never rejects because of the mailbox: mail comes in and goes out without it. */
  look(context: Omit<SentContext, 'inbox' | 'memory'>, signal: AbortSignal): Promise<SentRound>;
  close(): Promise<void>;
}

export const NOTHING_SENT: SentRound = { spooled: 0, undecided: 0, againInMs: LOOK_EVERY_MS };

/** @param open rejects with MailboxError; null: the mailbox has no such folder */
export function sentWatch(
  open: () => Promise<SentFolder | null>,
  inbox: InboxProgress,
  { ledger, now, log }: { readonly ledger: Ledger; readonly now: () => Instant; readonly log: Log },
): SentWatch {
  const memory = sentMemory();
  let folder: SentFolder | null = null;
  let closed = false;
  let failures = 0;
  let waits = 0;
  let isMissed = false;

  const opened = async (): Promise<SentFolder | null> => {
    if (folder !== null) return folder;
    const fresh = await open();
    if (closed) {
      await fresh?.close();
      return null;
    }
    if (fresh === null) {
      if (!isMissed) log.warn({}, 'there is no folder of sent mails: answers sent past Rowdesk are not seen');
      isMissed = true;
      return null;
    }
    isMissed = false;
    folder = fresh;
    await enterSentFolder(fresh, ledger, now());
    return fresh;
  };
  const close = async () => {
    const before = folder;
    folder = null;
    await before?.close();
  };

  return {
    async look(context, signal) {
      if (closed) return NOTHING_SENT;
      try {
        const there = await opened();
        if (there === null) return { ...NOTHING_SENT, againInMs: RARELY_MS };
        const look = await spoolSentMail(there, { ...context, inbox, memory }, signal);
        failures = 0;
        waits = look.undecided > 0 ? waits + 1 : 0;
        const againInMs = waits > 0 ? Math.min(LOOK_EVERY_MS, SOON_MS * 2 ** (waits - 1)) : LOOK_EVERY_MS;
        return { ...look, againInMs };
      } catch (error) {
        if (!(error instanceof MailboxError)) throw error;
        await close();
        if (!signal.aborted) {
          log.warn({ reason: reasonOf(error) }, 'the folder of sent mails cannot be looked at; trying again');
        }
        failures += 1;
        return { ...NOTHING_SENT, againInMs: Math.min(RARELY_MS, LOOK_EVERY_MS * 2 ** (failures - 1)) };
      }
    },
    async close() {
      closed = true;
      await close();
    },
  };
}

/** Notes how far the looks at the inbox are. */
export interface InboxLooks extends InboxProgress {
  /** @param work lists the inbox and spools what is new */
  look<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T>;
}

/** @param waiting mails that have no rows yet */
export function inboxLooks(waiting: () => readonly SpooledRecord[]): InboxLooks {
  let begun = 0;
  let listed = 0;
  let settled = 0;
  return {
    begun: () => begun,
    settled() {
      if (waiting().every(({ folder }) => folder === 'sent')) settled = listed;
      return settled;
    },
    async look(work, signal) {
      begun += 1;
      const mine = begun;
      const done = await work();
      if (!signal.aborted) listed = Math.max(listed, mine);
      return done;
    },
  };
}
