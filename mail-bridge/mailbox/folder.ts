/**
 * One open folder, and what can be read of it.
 *
 * imapflow 2.1.2 answers some failures with `false`, `undefined` or no rows at all. Read as "nothing there", such
 * an answer loses mail, so every call here either returns what was asked for or throws MailboxError.
 */
import type { FetchMessageObject, ImapFlow, MailboxObject } from 'imapflow';
import { type Instant, instant } from '../../core/time/instant';
import { reasonOf } from '../user-error';
import {
  folderKey,
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

/** Larger mails are read to their first text only; the whole stays in the mailbox. */
export const LARGEST_WHOLE = 25 * 1024 * 1024;
const BEGINNING = 1024 * 1024;

export interface MailFolder {
  /** Names this numbering of this folder of this account: UIDs of two epochs have nothing to do with each other. */
  readonly epoch: string;
  /** UIDs from `first` on, ascending. */
  listFrom(first: Uid): Promise<Uid[]>;
  info(uids: readonly Uid[]): Promise<MessageInfo[]>;
  /** Whole mails; a UID that is gone by now is left out. */
  fetch(messages: readonly MessageInfo[]): Promise<FetchedMessage[]>;
  /** The header of a mail whose whole cannot be had. null: the server gives none. */
  fetchHeader(uid: Uid): Promise<Buffer | null>;
}

/** A connection, and since when it is of no use. */
export interface Line {
  readonly client: ImapFlow;
  readonly settings: MailboxSettings;
  /** Why it is lost; null: it is not, for all we know. */
  lost(): string | null;
  close(): Promise<void>;
}

/** Not connected yet. @param onLost called when it breaks, now or later */
export function newLine(settings: MailboxSettings, onLost: () => void): Line {
  const client = newClient(settings);
  let lost: string | null = null;
  const lose = (reason: string) => {
    lost ??= reason;
    onLost();
  };
  // Without a listener an 'error' event ends the process; 'close' is the only sign of a plain FIN.
  client.on('error', (error: unknown) => lose(reasonOf(error)));
  client.on('close', () => lose('the server closed the connection'));
  return {
    client,
    settings,
    lost: () => lost,
    async close() {
      const alive = lost === null;
      lost ??= 'closed by us';
      if (alive) await leave(client);
      else client.close();
    },
  };
}

export interface OpenFolder extends MailFolder {
  /** Changes when the server numbers its mails anew (RFC 9051 §2.3.1.1). */
  readonly uidValidity: string;
  /** No mail that comes from now on has a lower number; null: the server does not say. */
  readonly nextUid: Uid | null;
  /** Runs a command between two looks at the connection: a dead one answers "nothing" without an error. */
  command<T>(run: () => Promise<T>): Promise<T>;
  search(query: Parameters<ImapFlow['search']>[0]): Promise<Uid[]>;
}

/**
 * The folder that the line has just opened.
 *
 * @param name by which journals know it: as the configuration has it, or its path
 * @throws MailboxError when it is closed again
 */
export function openFolder(line: Line, name: string): OpenFolder {
  const { client, settings } = line;
  const opened: MailboxObject | false = client.mailbox;
  if (!opened) throw new MailboxError('lost', `The server ${settings.host} closed the folder at once.`);
  const uidValidity = String(opened.uidValidity);

  const assertOpen = () => {
    const lost = line.lost();
    if (lost !== null || !client.usable || !client.mailbox || client.mailbox.path !== opened.path) {
      throw new MailboxError('lost', `The connection to ${settings.host} is lost: ${lost ?? 'not usable'}.`);
    }
  };
  const command = async <T>(run: () => Promise<T>): Promise<T> => {
    assertOpen();
    try {
      const answer = await run();
      assertOpen();
      return answer;
    } catch (error) {
      if (error instanceof MailboxError) throw error;
      const message = `The server ${settings.host} failed: ${serverWords(error)}.`;
      const alive = line.lost() === null && client.usable;
      throw alive && isAnswer(error)
        ? new RefusedCommand(message, { cause: error })
        : new MailboxError('lost', message, { cause: error });
    }
  };
  const search = async (query: Parameters<ImapFlow['search']>[0]): Promise<Uid[]> => {
    const found = await command(() => client.search(query, { uid: true }));
    if (!Array.isArray(found))
      throw new MailboxError('lost', `The server ${settings.host} refused a search.`);
    return found.sort((a, b) => a - b);
  };

  return {
    uidValidity,
    epoch: `${folderKey({ ...settings, folder: name })}.${uidValidity}`,
    nextUid: opened.uidNext > 0 ? opened.uidNext : null,
    command,
    search,
    // '100:*' also gives the last mail when its UID is lower (RFC 9051 §6.4.8).
    listFrom: async (first) => (await search({ uid: `${first}:*` })).filter((uid) => uid >= first),

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

export function infoOf(row: FetchMessageObject): MessageInfo {
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
