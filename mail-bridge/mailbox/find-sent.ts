/** Looks for one sent mail among the copies, on a connection of its own: the other one has the inbox open. */
import { connectTo, isSentFolder, leave, MailboxError, type MailboxSettings, newClient } from './connection';

/** Microsoft 365 gives a mail a Message-ID of its own and keeps ours in the second header. */
const ID_HEADERS = ['message-id', 'x-microsoft-original-message-id'];

/**
 * @returns null when the mailbox has no folder for sent mail
 * @throws MailboxError
 */
export async function findSent(settings: MailboxSettings, messageId: string): Promise<boolean | null> {
  const found = await findAllSent(settings, [messageId]);
  return found?.has(messageId) ?? null;
}

/**
 * Several of them on one connection, because providers count logins.
 *
 * @returns those that are there; null when the mailbox has no folder for sent mail
 * @throws MailboxError
 */
export async function findAllSent(
  settings: MailboxSettings,
  messageIds: readonly string[],
): Promise<ReadonlySet<string> | null> {
  const client = newClient(settings);
  client.on('error', () => undefined);
  await connectTo(client, settings);
  try {
    const folder = (await client.list()).find(isSentFolder);
    if (!folder) return null;
    await client.mailboxOpen(folder.path, { readOnly: true });
    const present = new Set<string>();
    // One after the other: some servers search by OR wrongly, and the first header is nearly always enough.
    for (const messageId of messageIds) {
      for (const header of ID_HEADERS) {
        if (present.has(messageId)) continue;
        const found = await client.search({ header: { [header]: messageId } }, { uid: true });
        if (!Array.isArray(found))
          throw new MailboxError('lost', `The folder ${folder.path} could not be searched.`);
        if (found.length > 0) present.add(messageId);
      }
    }
    return present;
  } finally {
    await leave(client);
  }
}
