import type { Clock, Instant } from '../../core/time/instant';
import { withResults } from './authentication-results';
import { startImapServer } from './imap-server';
import { loopback } from './loopback';
import { inboxOf, type LocalUser, PostOffice } from './post-office';
import { type Provider, startSmtpServer } from './smtp-submission';

export interface DeliveredMail {
  raw: Buffer;
  at: Instant;
}

export interface DemoMail {
  imap: { host: string; port: number };
  smtp: { host: string; port: number };
  /** Puts a mail into the INBOX of an address, as a mail from outside arrives. Bytes are kept as they are. */
  deliver(address: string, raw: Buffer): void;
  /** Puts a copy of what somebody sent from the mailbox itself among its sent mails, as a mail program does. */
  fileSent(address: string, raw: Buffer): void;
  /** What arrived for an address, here or in the outside world, oldest first. */
  messages(address: string): DeliveredMail[];
  /** Calls back for each mail that arrives, delivered or submitted. Returns what ends it. */
  onMessage(callback: (address: string, mail: DeliveredMail) => void): () => void;
  close(): Promise<void>;
}

export interface DemoMailOptions {
  users: readonly LocalUser[];
  /** The name under which the server says of mail for its users who wrote it; without one it says nothing. */
  authservId?: string;
  /** Whose mail is vouched for. */
  providers?: readonly Provider[];
  clock?: Clock;
  /** 0 or nothing: any free port. */
  imapPort?: number;
  smtpPort?: number;
}

const systemClock: Clock = { now: () => Date.now() as Instant };

/**
 * Mail for the demo, on this machine only: IMAP for the users, SMTP for anybody. Mail to a user lands in that
 * user's INBOX at once; mail to any other address is kept where `messages` shows it, and goes nowhere.
 */
export async function startDemoMail(options: DemoMailOptions): Promise<DemoMail> {
  const office = new PostOffice(options.users, options.clock ?? systemClock);
  const listeners = new Set<(address: string, mail: DeliveredMail) => void>();
  const deliver = (address: string, raw: Buffer): void => {
    const mail = office.deliver(address, raw);
    for (const listener of listeners) listener(office.accountOf(address).address, { raw, at: mail.at });
  };
  const imap = await startImapServer(office, options.imapPort ?? 0);
  const { authservId, providers = [] } = options;
  const smtp = await startSmtpServer(office, {
    port: options.smtpPort ?? 0,
    providers,
    onTaken(address, submission) {
      const isOurs = authservId !== undefined && office.accountOf(address).password !== null;
      deliver(address, isOurs ? withResults(submission, authservId) : submission.raw);
    },
  });
  return {
    imap: { host: loopback, port: imap.port },
    smtp: { host: loopback, port: smtp.port },
    deliver,
    fileSent(address, raw) {
      const account = office.accountOf(address);
      const sent = [...account.folders.values()].find(({ specialUse }) => specialUse === '\\Sent');
      if (!sent) throw new Error(`${address} has no folder of sent mails`);
      office.store(sent, raw, ['\\Seen'], null);
    },
    messages: (address) => inboxOf(office.accountOf(address)).mails.map(({ raw, at }) => ({ raw, at })),
    onMessage(callback) {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
    async close() {
      await Promise.all([imap.close(), smtp.close()]);
    },
  };
}
