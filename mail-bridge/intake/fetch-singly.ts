/**
 * One mail that cannot be fetched must not keep back the others.
 *
 * A server may refuse a single broken mail (NO), promise a size that nobody takes, or break the connection over it.
 * Every failure is written down, so that it is remembered over connections and starts. A mail that failed in company
 * is fetched alone; one that failed alone several times is taken in from its header; one without even that is given
 * up, visibly.
 */
import type { Log } from '../log/log';
import { RefusedCommand } from '../mailbox/connection';
import type { FetchedMessage, Mailbox, MessageInfo, Uid } from '../mailbox/mailbox';
import { reasonOf } from '../user-error';
import type { Ledger } from './ledger';

/** Times a mail is asked for alone: a server that starts anew or is busy gets over it. */
const ALONE_AT_MOST = 3;

export interface FetchContext {
  readonly mailbox: Mailbox;
  readonly ledger: Ledger;
  readonly signal: AbortSignal;
  readonly log: Log;
  /** Writes down that nothing can be read of this mail. */
  readonly giveUp: (uid: Uid, reason: string) => void;
}

/**
 * What of these mails can be had now. One that is missing is deleted, or noted as being in trouble.
 * @throws MailboxError when the connection is lost
 */
export async function fetchMails(uids: readonly Uid[], context: FetchContext): Promise<FetchedMessage[]> {
  const { mailbox, ledger } = context;
  const harmless = uids.filter((uid) => !isSuspect(ledger, mailbox.epoch, uid));
  const fetched = await fetchTogether(harmless, context);
  const here = new Set(fetched.map(({ uid }) => uid));
  const missing = uids.filter((uid) => !here.has(uid));
  if (missing.length === 0) return fetched;

  const present = new Set(await mailbox.listFrom(missing[0] ?? 1));
  const deleted = missing.filter((uid) => !present.has(uid));
  if (deleted.length > 0) {
    context.log.debug({ deleted: deleted.length }, 'some mails were deleted before they could be fetched');
    const troubled = deleted.filter((uid) => isSuspect(ledger, mailbox.epoch, uid));
    if (troubled.length > 0) ledger.gone(mailbox.epoch, troubled);
  }
  for (const uid of missing) {
    if (!present.has(uid) || context.signal.aborted) continue;
    const mail = await fetchAlone(uid, context);
    if (mail) fetched.push(mail);
  }
  return fetched.sort((a, b) => a.uid - b.uid);
}

function isSuspect(ledger: Ledger, epoch: string, uid: Uid): boolean {
  const { inCompany, alone } = ledger.troubles(epoch, uid);
  return inCompany || alone > 0;
}

async function fetchTogether(uids: readonly Uid[], context: FetchContext): Promise<FetchedMessage[]> {
  if (uids.length === 0) return [];
  try {
    return await wholeMails(uids, context.mailbox);
  } catch (error) {
    note(uids, error, context);
    if (error instanceof RefusedCommand) return [];
    throw error;
  }
}

async function wholeMails(uids: readonly Uid[], mailbox: Mailbox): Promise<FetchedMessage[]> {
  return [...(await mailbox.fetch(await mailbox.info(uids)))];
}

async function fetchAlone(uid: Uid, context: FetchContext): Promise<FetchedMessage | null> {
  const { mailbox, ledger, log } = context;
  const { alone, reason } = ledger.troubles(mailbox.epoch, uid);
  try {
    if (alone < ALONE_AT_MOST) {
      const [mail] = await wholeMails([uid], mailbox);
      if (mail) return mail;
      throw new RefusedCommand('the server lists the mail but does not give its text');
    }
    // Only a look at the header that broke the connection leads to one more failure than that.
    const header = alone === ALONE_AT_MOST ? await mailbox.fetchHeader(uid) : null;
    if (header) {
      log.warn({ uid, reason }, 'a mail cannot be fetched; it is taken in from its header');
      return { ...(await infoIfAny(uid, mailbox)), raw: header, partial: true };
    }
  } catch (error) {
    note([uid], error, context);
    if (!(error instanceof RefusedCommand)) throw error;
    if (alone < ALONE_AT_MOST) return null;
  }
  log.error({ uid, reason }, 'a mail cannot be read at all; look at it in the mailbox');
  context.giveUp(uid, reason);
  return null;
}

async function infoIfAny(uid: Uid, mailbox: Mailbox): Promise<MessageInfo> {
  const unknown = { uid, size: 0, internalDate: null };
  try {
    return (await mailbox.info([uid]))[0] ?? unknown;
  } catch (error) {
    if (error instanceof RefusedCommand) return unknown;
    throw error;
  }
}

/** A connection that we closed ourselves says nothing of the mail. */
function note(uids: readonly Uid[], error: unknown, { mailbox, ledger, signal, log }: FetchContext): void {
  if (signal.aborted) return;
  log.warn({ mails: uids.length, first: uids[0], reason: reasonOf(error) }, 'mail could not be fetched');
  ledger.unfetched(mailbox.epoch, uids, reasonOf(error));
}
