/** The mailbox: the folder where mail comes in, watched. */
import type { Instant } from '../../core/time/instant';
import type { Log } from '../log/log';
import { connectTo, isSentFolder, LONGEST_IDLE, type MailboxSettings } from './connection';
import { type MailFolder, newLine, openFolder, rangeOf, type Uid } from './folder';

export { type FetchedMessage, LARGEST_WHOLE, type Uid } from './folder';

/** Set on a mail whose rows are in the Sheet. A sign for people and other programs; the ledger decides. */
export const DONE_KEYWORD = '$RowdeskDone';

/** Where the server refuses IDLE we look by ourselves. */
const LOOK_WITHOUT_IDLE = 30_000;

export interface Mailbox extends MailFolder {
  /** Changes when the server numbers its mails anew (RFC 9051 §2.3.1.1). */
  readonly uidValidity: string;
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
  const wakers = new Set<() => void>();
  const wake = () => {
    for (const waker of wakers) waker();
  };
  const line = newLine(settings, wake);
  const { client } = line;
  let news = false;
  client.on('exists', () => {
    news = true;
    wake();
  });

  await connectTo(client, settings);
  const folder = openFolder(line, settings.folder);
  const { command } = folder;

  let sentFolder: string | null | undefined;

  return {
    ...folder,

    waitForMail: (signal) =>
      new Promise((resolve) => {
        if (news || line.lost() !== null || signal.aborted) {
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
      const path = sentFolder;
      await command(() => client.append(path, raw, ['\\Seen'], new Date(at)));
    },

    close: line.close,
  };
}
