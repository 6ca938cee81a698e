/** A mailbox on paper, which can be told to fail as servers do. */
import { type Instant, instant } from '../../../core/time/instant';
import { MailboxError, RefusedCommand } from '../../../mail-bridge/mailbox/connection';
import type { Mailbox, Uid } from '../../../mail-bridge/mailbox/mailbox';

export type Trouble =
  /** NO to a FETCH of its text, and of anything else with it. */
  | 'refused'
  /** NO to whatever is asked about it. */
  | 'refused-wholly'
  /** The connection breaks over its text. */
  | 'breaks'
  /** OK, and nothing for it. */
  | 'missing';

export interface PaperMail {
  readonly uid: Uid;
  readonly text: string;
  readonly arrived?: Instant;
  readonly trouble?: Trouble;
}

export interface PaperMailbox extends Mailbox {
  readonly mails: PaperMail[];
}

export const ARRIVED = instant(Date.UTC(2026, 10, 20, 9));

export function paperMailbox(epoch: string, mails: readonly PaperMail[]): PaperMailbox {
  const box = [...mails];
  const wanted = (uids: readonly Uid[]) => box.filter(({ uid }) => uids.includes(uid));
  const fail = (trouble: Trouble | undefined, header: boolean) => {
    if (trouble === 'refused-wholly' || (trouble === 'refused' && !header))
      throw new RefusedCommand('NO [SERVERBUG]');
    if (trouble === 'breaks' && !header) throw new MailboxError('lost', 'the server closed the connection');
  };
  return {
    mails: box,
    epoch,
    uidValidity: epoch.slice(epoch.indexOf('.') + 1),
    listFrom: async (first) => box.map(({ uid }) => uid).filter((uid) => uid >= first),
    info: async (uids) =>
      wanted(uids).map(({ uid, text, trouble, arrived = ARRIVED }) => {
        fail(trouble, true);
        return { uid, size: text.length, internalDate: arrived };
      }),
    fetch: async (infos) => {
      const found = wanted(infos.map(({ uid }) => uid));
      for (const { trouble } of found) fail(trouble, false);
      return found.flatMap(({ uid, text, trouble, arrived = ARRIVED }) =>
        trouble === 'missing'
          ? []
          : [{ uid, size: text.length, internalDate: arrived, raw: Buffer.from(text), partial: false }],
      );
    },
    fetchHeader: async (uid) => {
      const [mail] = wanted([uid]);
      fail(mail?.trouble, true);
      return mail ? Buffer.from(`${mail.text.split('\r\n\r\n')[0]}\r\n\r\n`) : null;
    },
    waitForMail: async () => undefined,
    markDone: async () => undefined,
    fileSent: async () => undefined,
    close: async () => undefined,
  };
}
