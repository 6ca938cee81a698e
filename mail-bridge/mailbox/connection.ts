/** One connection to an IMAP server with one folder open, and what can go wrong on the way there. */
import { ImapFlow, type ListResponse } from 'imapflow';
import { reasonOf } from '../user-error';

export interface MailboxSettings {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly user: string;
  readonly password: string;
  readonly allowSelfSigned: boolean;
  readonly folder: string;
}

export type MailboxFailure =
  /** Nobody answers there, or not in IMAP. */
  | 'unreachable'
  /** The server refuses user and password. */
  | 'refused-login'
  | 'no-such-folder'
  /** The connection broke, or an answer is not what was asked for. */
  | 'lost';

export class MailboxError extends Error {
  override readonly name = 'MailboxError';

  constructor(
    readonly failure: MailboxFailure,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Under the 5 minutes after which Yahoo and others drop a silent connection (RFC 2177 allows 29). */
export const LONGEST_IDLE = 4 * 60_000;

/** An ImapFlow object serves one connection; a new connection needs a new one. */
export function newClient(settings: MailboxSettings): ImapFlow {
  return new ImapFlow({
    host: settings.host,
    port: settings.port,
    secure: settings.secure,
    auth: { user: settings.user, pass: settings.password },
    tls: settings.allowSelfSigned ? { rejectUnauthorized: false } : {},
    logger: false,
    disableAutoIdle: true,
    // With QRESYNC, 2.1.2 misses the wake-up when an expunge and an arrival meet in one IDLE (fixed in 2.2.8).
    qresync: false,
    maxIdleTime: LONGEST_IDLE,
    socketTimeout: 90_000,
    greetingTimeout: 16_000,
    connectionTimeout: 30_000,
    maxLiteralSize: 64 * 1024 * 1024,
    clientInfo: { name: 'Rowdesk' },
  });
}

/** Connects, logs in and opens the folder. @throws MailboxError */
export async function connectTo(client: ImapFlow, settings: MailboxSettings): Promise<void> {
  try {
    await client.connect();
  } catch (error) {
    throw explainConnect(error, settings);
  }
  try {
    await client.mailboxOpen(settings.folder);
  } catch (error) {
    await client.logout().catch(() => client.close());
    throw new MailboxError(
      'no-such-folder',
      `The mailbox ${settings.user} has no folder "${settings.folder}".`,
      { cause: error },
    );
  }
}

/** RFC 6154 §2: the server says which folder holds sent mail, whatever its name. */
export function isSentFolder(folder: ListResponse): boolean {
  return folder.specialUse === '\\Sent';
}

function explainConnect(error: unknown, settings: MailboxSettings): MailboxError {
  const at = `${settings.host}:${settings.port}`;
  if (error instanceof Error && 'authenticationFailed' in error && error.authenticationFailed) {
    return new MailboxError(
      'refused-login',
      `The IMAP server ${at} refuses the user ${settings.user} or the password.`,
      { cause: error },
    );
  }
  return new MailboxError('unreachable', `The IMAP server ${at} cannot be reached: ${reasonOf(error)}.`, {
    cause: error,
  });
}
