/**
 * The mailbox, through imapflow.
 *
 * imapflow 2.1.2 answers some failures with `false`, `undefined` or no rows at all. Read as "nothing there", such
 * an answer loses mail, so every call here either returns what was asked for or throws MailboxError.
 */
import type { FetchMessageObject, ImapFlow } from 'imapflow';
import { type Instant, instant } from '../../core/time/instant';
import type { Log } from '../log/log';
import { reasonOf } from '../user-error';
import {
  connectTo,
  folderKey,
  isSentFolder,
  LONGEST_IDLE,
  leave,
  MailboxError,
  type MailboxSettings,
  newClient,
  RefusedCommand,
} from './connection';

/** The position of a mail within one numbering (RFC 9051 §2.3.1.1). */
export type Uid = number;

export interface MessageInfo {
  readonly uid: Uid;
  readonly size: number;
  /** When the server received it. The Date header is the sender's word only. */
  readonly internalDate: Instant | null;
}

export interface FetchedMessage extends MessageInfo {
  readonly raw: Buffer;
  /** Only the beginning was read: the mail is larger than LARGEST_WHOLE. */
  readonly partial: boolean;
}

/** Set on a mail whose rows are in the Sheet. A sign for people and other programs; the ledger decides. */
export const DONE_KEYWORD = '$RowdeskDone';

/** Larger mails are read to their first text only; the whole stays in the mailbox. */
export const LARGEST_WHOLE = 25 * 1024 * 1024;
const BEGINNING = 1024 * 1024;

/** Where the server refuses IDLE we look by ourselves. */
const LOOK_WITHOUT_IDLE = 30_000;

export interface Mailbox {
  /** Changes when the server numbers its mails anew (RFC 9051 §2.3.1.1). */
  readonly uidValidity: string;
  /** Names this numbering of this folder of this account: UIDs of two epochs have nothing to do with each other. */
  readonly epoch: string;
  /** UIDs from `first` on, ascending. */
  listFrom(first: Uid): Promise<Uid[]>;
  info(uids: readonly Uid[]): Promise<MessageInfo[]>;
  /** Whole mails; a UID that is gone by now is left out. */
  fetch(messages: readonly MessageInfo[]): Promise<FetchedMessage[]>;
  /** The header of a mail whose whole cannot be had. null: the server gives none. */
  fetchHeader(uid: Uid): Promise<Buffer | null>;
  /** Resolves on new mail, after a few minutes, or when the connection is lost. Never rejects. */
  waitForMail(signal: AbortSignal): Promise<void>;
  /** Advisory: a refusal is not an error. */
  markDone(uids: readonly Uid[]): Promise<void>;
  /** Files a copy of a sent mail, where the mailbox has a folder for that (RFC 6154 §2, \\Sent). */
  fileSent(raw: Buffer, at: Instant): Promise<void>;
  close(): Promise<void>;
}

/** @throws MailboxError */
export async function openMailbox(
  settings: MailboxSettings,
  log: Log,
  lookWithoutIdle = LOOK_WITHOUT_IDLE,
): Promise<Mailbox> {
  const client = newClient(settings);
  let lost: string | null = null;
  const wakers = new Set<() => void>();
  const wake = () => {
    for (const waker of wakers) waker();
  };
  // Without a listener an 'error' event ends the process; 'close' is the only sign of a plain FIN.
  client.on('error', (error: unknown) => {
    lost ??= reasonOf(error);
    wake();
  });
  client.on('close', () => {
    lost ??= 'the server closed the connection';
    wake();
  });
  let news = false;
  client.on('exists', () => {
    news = true;
    wake();
  });

  await connectTo(client, settings);
  const opened = client.mailbox;
  if (!opened) throw new MailboxError('lost', `The server ${settings.host} closed the folder at once.`);
  const uidValidity = String(opened.uidValidity);

  const assertOpen = () => {
    if (lost !== null || !client.usable || !client.mailbox || client.mailbox.path !== opened.path) {
      throw new MailboxError('lost', `The connection to ${settings.host} is lost: ${lost ?? 'not usable'}.`);
    }
  };
  /** Runs a command between two looks at the connection: a dead one answers "nothing" without an error. */
  const command = async <T>(run: () => Promise<T>): Promise<T> => {
    assertOpen();
    try {
      const answer = await run();
      assertOpen();
      return answer;
    } catch (error) {
      if (error instanceof MailboxError) throw error;
      const message = `The server ${settings.host} failed: ${serverWords(error)}.`;
      const alive = lost === null && client.usable;
      throw alive && isAnswer(error)
        ? new RefusedCommand(message, { cause: error })
        : new MailboxError('lost', message, { cause: error });
    }
  };
  const search = async (query: Parameters<ImapFlow['search']>[0]): Promise<Uid[]> => {
    const found = await command(() => client.search(query, { uid: true }));
    if (!Array.isArray(found))
      throw new MailboxError('lost', `The server ${settings.host} refused a search.`);
    return found;
  };

  let sentFolder: string | null | undefined;

  return {
    uidValidity,
    epoch: `${folderKey(settings)}.${uidValidity}`,
    // '100:*' also gives the last mail when its UID is lower (RFC 9051 §6.4.8).
    listFrom: async (first) =>
      (await search({ uid: `${first}:*` })).filter((uid) => uid >= first).sort((a, b) => a - b),

    info: async (uids) => {
      const rows = await command(() =>
        client.fetchAll(rangeOf(uids), { uid: true, size: true, internalDate: true }, { uid: true }),
      );
      return rows.filter((row) => uids.includes(row.uid)).map(infoOf);
    },

    fetch: async (messages) => {
      const small = messages.filter((message) => message.size <= LARGEST_WHOLE);
      const large = messages.filter((message) => message.size > LARGEST_WHOLE);
      const fetched: FetchedMessage[] = [];
      const byUid = new Map(messages.map((message) => [message.uid, message]));
      const take = (rows: readonly FetchMessageObject[], partial: boolean) => {
        for (const row of rows) {
          const info = byUid.get(row.uid);
          if (info && row.source) fetched.push({ ...info, raw: row.source, partial });
        }
      };
      if (small.length > 0) {
        const range = rangeOf(small.map((message) => message.uid));
        take(await command(() => client.fetchAll(range, { uid: true, source: true }, { uid: true })), false);
      }
      for (const { uid } of large) {
        const query = { uid: true, source: { start: 0, maxLength: BEGINNING } };
        take(await command(() => client.fetchAll(String(uid), query, { uid: true })), true);
      }
      return fetched.sort((a, b) => a.uid - b.uid);
    },

    fetchHeader: async (uid) => {
      const rows = await command(() =>
        client.fetchAll(String(uid), { uid: true, headers: true }, { uid: true }),
      );
      const header = rows.find((row) => row.uid === uid)?.headers;
      return header && header.length > 0 ? header : null;
    },

    waitForMail: (signal) =>
      new Promise((resolve) => {
        if (news || lost !== null || signal.aborted) {
          news = false;
          resolve();
          return;
        }
        const done = () => {
          wakers.delete(done);
          signal.removeEventListener('abort', done);
          clearTimeout(timer);
          news = false;
          resolve();
        };
        let timer = setTimeout(done, LONGEST_IDLE);
        wakers.add(done);
        signal.addEventListener('abort', done);
        // idle() resolves when another command breaks it: then we look. It resolves with false when the server
        // refused it, at once: then only news, an end or a while makes us look, or the server would be hammered.
        const refused = () => {
          if (!wakers.has(done)) return;
          clearTimeout(timer);
          timer = setTimeout(done, lookWithoutIdle);
        };
        client.idle().then((idled) => (idled === false ? refused() : done()), refused);
      }),

    markDone: async (uids) => {
      if (uids.length === 0) return;
      const marked = await command(() =>
        client.messageFlagsAdd(rangeOf(uids), [DONE_KEYWORD], { uid: true, silent: true }),
      );
      if (!marked) log.debug({ uids: uids.length }, 'the server does not keep our keyword');
    },

    fileSent: async (raw, at) => {
      if (sentFolder === undefined) {
        sentFolder = (await command(() => client.list())).find(isSentFolder)?.path ?? null;
      }
      if (sentFolder === null) return;
      const folder = sentFolder;
      await command(() => client.append(folder, raw, ['\\Seen'], new Date(at)));
    },

    close: async () => {
      const alive = lost === null;
      lost ??= 'closed by us';
      if (alive) await leave(client);
      else client.close();
    },
  };
}

/** imapflow marks an error that is the server's tagged NO or BAD with the answer's status. */
function isAnswer(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'responseStatus' in error &&
    (error.responseStatus === 'NO' || error.responseStatus === 'BAD')
  );
}

/** What the server said, where it said something: imapflow's own message is "Command failed". */
function serverWords(error: unknown): string {
  const said = typeof error === 'object' && error !== null && 'responseText' in error && error.responseText;
  return typeof said === 'string' && said !== '' ? said : reasonOf(error);
}

function infoOf(row: FetchMessageObject): MessageInfo {
  const date = row.internalDate;
  const time = date instanceof Date ? date.getTime() : Date.parse(String(date ?? ''));
  return { uid: row.uid, size: row.size ?? 0, internalDate: Number.isFinite(time) ? instant(time) : null };
}

/** `3,5:9,12`: a short command for long lists. */
export function rangeOf(uids: readonly Uid[]): string {
  const sorted = [...uids].sort((a, b) => a - b);
  const parts: string[] = [];
  for (let i = 0; i < sorted.length; ) {
    let end = i;
    while (sorted[end + 1] === (sorted[end] ?? 0) + 1) end++;
    parts.push(end > i ? `${sorted[i]}:${sorted[end]}` : `${sorted[i]}`);
    i = end + 1;
  }
  return parts.join(',');
}
