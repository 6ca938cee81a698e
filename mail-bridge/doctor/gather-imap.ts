/** Logs in to the mailbox, looks round and leaves. Reads one header, changes nothing. */
import type { ImapFlow } from 'imapflow';
import { cleanLine } from '../../core/mail/clean-text';
import { readAuthenticationResults } from '../../core/mail/trust';
import {
  connectTo,
  isSentFolder,
  leave,
  MailboxError,
  type MailboxSettings,
  newClient,
} from '../mailbox/connection';
import { isTlsFault, rootReason } from './causes';
import type { ImapFacts, NewestMail, ServerFailure } from './check-imap';
import { TookTooLong, within } from './time-limit';

export async function gatherImap(settings: MailboxSettings, patience: number): Promise<ImapFacts> {
  const client = newClient(settings);
  client.on('error', () => undefined);
  try {
    return await within(
      patience,
      () => look(client, settings),
      () => client.close(),
    );
  } catch (error) {
    if (error instanceof MailboxError && error.failure === 'no-such-folder') {
      return { kind: 'no-folder', folders: await foldersOf(settings, patience) };
    }
    const { failure, reason } = failureOf(error);
    return { kind: 'failed', failure, reason };
  }
}

async function look(client: ImapFlow, settings: MailboxSettings): Promise<ImapFacts> {
  await connectTo(client, settings);
  try {
    return {
      kind: 'open',
      encrypted: client.secureConnection,
      capabilities: new Set(client.capabilities.keys()),
      sentFolder: (await client.list()).find(isSentFolder)?.path ?? null,
      newest: await newestMail(client),
    };
  } finally {
    await leave(client);
  }
}

async function newestMail(client: ImapFlow): Promise<NewestMail | null> {
  if (!client.mailbox || client.mailbox.exists === 0) return null;
  const found = await client.fetchOne('*', { headers: ['authentication-results'] });
  if (!found) return null;
  return { authservId: topAuthservId(found.headers?.toString('latin1') ?? '') };
}

/** The first field of a header block, its folded lines joined. */
function topAuthservId(block: string): string | null {
  const [value] = block
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .flatMap((line) => /^authentication-results:(.*)$/i.exec(line)?.[1] ?? []);
  const id = value === undefined ? null : (readAuthenticationResults(value)?.authservId ?? null);
  return id === null ? null : cleanLine(id, 200);
}

/** Which folders there are, where the one asked for is not. */
async function foldersOf(settings: MailboxSettings, patience: number): Promise<string[]> {
  const client = newClient(settings);
  client.on('error', () => undefined);
  const listed = async (): Promise<string[]> => {
    await client.connect();
    try {
      return (await client.list()).map(({ path }) => path);
    } finally {
      await leave(client);
    }
  };
  return within(patience, listed, () => client.close()).catch(() => []);
}

function failureOf(error: unknown): { readonly failure: ServerFailure; readonly reason: string } {
  const cause = error instanceof MailboxError ? error.cause : error;
  const reason = cleanLine(rootReason(cause ?? error), 300);
  if (error instanceof TookTooLong) return { failure: 'silent', reason };
  if (error instanceof MailboxError && error.failure === 'refused-login') {
    return { failure: 'refused-login', reason: serverWords(cause) ?? reason };
  }
  return { failure: isTlsFault(error) ? 'encryption' : 'unreachable', reason };
}

/** imapflow's own message is "Command failed". */
function serverWords(error: unknown): string | null {
  if (!(error instanceof Error) || !('responseText' in error)) return null;
  return typeof error.responseText === 'string' && error.responseText !== ''
    ? cleanLine(error.responseText, 300)
    : null;
}
