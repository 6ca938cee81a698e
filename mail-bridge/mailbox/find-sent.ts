/** Looks for one sent mail among the copies, on a connection of its own: the other one has the inbox open. */
import { connectTo, isSentFolder, MailboxError, type MailboxSettings, newClient } from './connection';

/**
 * @returns null when the mailbox has no folder for sent mail
 * @throws MailboxError
 */
export async function findSent(settings: MailboxSettings, messageId: string): Promise<boolean | null> {
  const client = newClient(settings);
  client.on('error', () => undefined);
  await connectTo(client, settings);
  try {
    const folder = (await client.list()).find(isSentFolder);
    if (!folder) return null;
    await client.mailboxOpen(folder.path, { readOnly: true });
    const found = await client.search({ header: { 'message-id': messageId } }, { uid: true });
    if (!Array.isArray(found))
      throw new MailboxError('lost', `The folder ${folder.path} could not be searched.`);
    return found.length > 0;
  } finally {
    await client.logout().catch(() => client.close());
  }
}
