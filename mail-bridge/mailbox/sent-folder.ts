/**
 * The folder of sent mails, on a connection of its own: the other one has the inbox open and waits there. One long
 * connection, because providers count logins; opened for reading only, so nothing in it is ever marked or changed.
 */
import { type Instant, MS_PER_DAY } from '../../core/time/instant';
import { isSentFolder, leave, logIn, MailboxError, type MailboxSettings } from './connection';
import { infoOf, type MailFolder, type MessageInfo, newLine, openFolder, rangeOf, type Uid } from './folder';

/** What is known of a mail before its text is fetched. */
export interface SentHead extends MessageInfo {
  /** Still being written: the program that sends it removes it and files another (RFC 9051 §2.3.2, \Draft). */
  readonly isDraft: boolean;
  readonly header: Buffer;
}

export interface SentFolder extends MailFolder {
  readonly path: string;
  /** No mail that comes from now on has a lower number. */
  readonly nextUid: Uid;
  /** Mails that the server has received since, and perhaps some of the day before; ascending. */
  listSince(at: Instant): Promise<Uid[]>;
  /** Their headers; a mail that is gone by now is left out. */
  heads(uids: readonly Uid[]): Promise<SentHead[]>;
  close(): Promise<void>;
}

/**
 * @returns null when there is none, or when it is the very folder that is watched for mail
 * @throws MailboxError
 */
export async function openSentFolder(settings: MailboxSettings): Promise<SentFolder | null> {
  const line = newLine(settings, () => undefined);
  const { client } = line;
  await logIn(client, settings);
  try {
    // By what the server says of it (RFC 6154); imapflow knows the names in many languages where it says nothing.
    const path = (await client.list()).find(isSentFolder)?.path;
    if (path === undefined || path.toUpperCase() === settings.folder.toUpperCase()) {
      await leave(client);
      return null;
    }
    await client.mailboxOpen(path, { readOnly: true });
    const folder = openFolder(line, path);
    const { command, search, listFrom } = folder;
    const nextUid = folder.nextUid ?? ((await listFrom(1)).pop() ?? 0) + 1;
    return {
      ...folder,
      path,
      nextUid,
      listFrom: async (first) => {
        // Some servers show a session what is new only between its commands, and not to the search itself.
        await command(() => client.noop());
        return listFrom(first);
      },
      // SINCE knows days only, in the server's own zone (RFC 9051 §6.4.4).
      listSince: (at) => search({ since: new Date(at - MS_PER_DAY) }),
      heads: async (uids) => {
        if (uids.length === 0) return [];
        const query = { uid: true, size: true, internalDate: true, flags: true, headers: true };
        const rows = await command(() => client.fetchAll(rangeOf(uids), query, { uid: true }));
        return rows.flatMap((row) =>
          row.headers && uids.includes(row.uid)
            ? [{ ...infoOf(row), isDraft: row.flags?.has('\\Draft') === true, header: row.headers }]
            : [],
        );
      },
      close: line.close,
    };
  } catch (error) {
    await leave(client);
    if (error instanceof MailboxError) throw error;
    throw new MailboxError('lost', `The folder of sent mails on ${settings.host} cannot be opened.`, {
      cause: error,
    });
  }
}
