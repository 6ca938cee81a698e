/** One connection to an IMAP server with one folder open, and what can go wrong on the way there. */
import { createHash } from 'node:crypto';
import { ImapFlow, type ListResponse } from 'imapflow';
import { isLoopback } from '../config/loopback';
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

/** The server answered NO or BAD to one command; the connection goes on. */
export class RefusedCommand extends MailboxError {
  constructor(message: string, options?: ErrorOptions) {
    super('lost', message, options);
  }
}

/** A server that does not even say goodbye is not waited for: imapflow alone would wait for the socket's 90 s. */
const LOGOUT_TIME = 5_000;

/** Says goodbye, or hangs up where nobody answers. Never rejects. */
export async function leave(client: ImapFlow): Promise<void> {
  if (!client.usable) {
    client.close();
    return;
  }
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, LOGOUT_TIME);
  });
  await Promise.race([client.logout().catch(() => undefined), deadline]);
  clearTimeout(timer);
  client.close();
}

/**
 * Which folder of which account this is. A UIDVALIDITY alone does not tell: two folders may have the same, and it is
 * often small or a date (RFC 9051 §2.3.1.1).
 */
export function folderKey({ host, user, folder }: MailboxSettings): string {
  return createHash('sha256')
    .update([host.toLowerCase(), user, folder].join('\u0000'))
    .digest('hex')
    .slice(0, 12);
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
    // A password never crosses a network in clear text, even where somebody strips STARTTLS from the answer.
    ...(settings.secure || isLoopback(settings.host) ? {} : { doSTARTTLS: true }),
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

/** @throws MailboxError */
export async function logIn(client: ImapFlow, settings: MailboxSettings): Promise<void> {
  try {
    await client.connect();
  } catch (error) {
    // After a refused login the line is still open, and would keep the process alive until the server hangs up.
    client.close();
    throw explainConnect(error, settings);
  }
}

/** Connects, logs in and opens the folder. @throws MailboxError */
export async function connectTo(client: ImapFlow, settings: MailboxSettings): Promise<void> {
  await logIn(client, settings);
  try {
    await client.mailboxOpen(settings.folder);
  } catch (error) {
    await leave(client);
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
