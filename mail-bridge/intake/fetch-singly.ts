/**
 * One mail that cannot be fetched must not keep back the others.
 *
 * A server may refuse a single broken mail (NO), promise a size that nobody takes, or break the connection over it.
 * Every failure is written down, so that it is remembered over connections and starts. A mail that failed in company
 * is fetched alone; one that failed alone several times is taken in from its header; one without even that is given
 * up, visibly.
 *
 * A refusal is about the mail. A connection that breaks may be about anything: a server that starts anew lets in, lists
 * and breaks off for minutes. It counts against a mail once in a while only, and meanwhile others are fetched first.
 */
import { type Instant, MS_PER_MINUTE } from '../../core/time/instant';
import type { Log } from '../log/log';
import { RefusedCommand } from '../mailbox/connection';
import type { FetchedMessage, MailFolder, MessageInfo, Uid } from '../mailbox/folder';
import { reasonOf } from '../user-error';
import type { Ledger } from './ledger';

/** Times a mail is asked for alone: a server that starts anew or is busy gets over it. */
const ALONE_AT_MOST = 3;
/** Connections lost within this time over one mail count as one: longer than a server takes to start anew. */
const ONE_OUTAGE_MS = 10 * MS_PER_MINUTE;

export interface FetchContext {
  readonly mailbox: MailFolder;
  readonly ledger: Ledger;
  readonly signal: AbortSignal;
  readonly log: Log;
  readonly now: () => Instant;
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
  for (const uid of inTurn(
    missing.filter((each) => present.has(each)),
    fetched.length > 0,
    context,
  )) {
    if (context.signal.aborted) break;
    const mail = await fetchAlone(uid, context);
    if (mail) fetched.push(mail);
  }
  return fetched.sort((a, b) => a.uid - b.uid);
}

/**
 * Those over which the connection broke a moment ago are left for the next look while others can be had: it would break
 * again, and what was fetched with it be lost. Of several, the one that had its turn longest ago comes first.
 */
function inTurn(uids: readonly Uid[], anyFetched: boolean, context: FetchContext): readonly Uid[] {
  const { mailbox, ledger } = context;
  const lostAt = (uid: Uid) => ledger.troubles(mailbox.epoch, uid).lostAt ?? 0;
  const others = uids.filter((uid) => !wasJustLost(uid, context));
  if (anyFetched || others.length > 0) return others;
  return [...uids].sort((a, b) => lostAt(a) - lostAt(b));
}

function wasJustLost(uid: Uid, { mailbox, ledger, now }: FetchContext): boolean {
  const { lostAt } = ledger.troubles(mailbox.epoch, uid);
  if (lostAt === null) return false;
  const ago = now() - lostAt;
  // A clock that was put back must not keep it waiting for the hours in between.
  return ago >= 0 && ago < ONE_OUTAGE_MS;
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

async function wholeMails(uids: readonly Uid[], mailbox: MailFolder): Promise<FetchedMessage[]> {
  return [...(await mailbox.fetch(await mailbox.info(uids)))];
}

async function fetchAlone(uid: Uid, context: FetchContext): Promise<FetchedMessage | null> {
  const { mailbox, ledger, log } = context;
  const { alone, reason } = ledger.troubles(mailbox.epoch, uid);
  try {
    if (alone <= ALONE_AT_MOST) {
      // Once more before the header is taken for the whole: the fault may have passed meanwhile.
      const mail = await wholeMail(uid, context, alone === ALONE_AT_MOST);
      if (mail) return mail;
    }
    // Only a connection that broke over the last try, or over the header, leads to more failures than that.
    const header = alone <= ALONE_AT_MOST + 1 ? await mailbox.fetchHeader(uid) : null;
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

/**
 * @returns null when the server refuses it for the last time
 * @throws RefusedCommand when it refuses it before that; MailboxError when the connection is lost
 */
async function wholeMail(
  uid: Uid,
  { mailbox }: FetchContext,
  isLast: boolean,
): Promise<FetchedMessage | null> {
  try {
    const [mail] = await wholeMails([uid], mailbox);
    if (mail) return mail;
    throw new RefusedCommand('the server lists the mail but does not give its text');
  } catch (error) {
    if (isLast && error instanceof RefusedCommand) return null;
    throw error;
  }
}

async function infoIfAny(uid: Uid, mailbox: MailFolder): Promise<MessageInfo> {
  const unknown = { uid, size: 0, internalDate: null };
  try {
    return (await mailbox.info([uid]))[0] ?? unknown;
  } catch (error) {
    if (error instanceof RefusedCommand) return unknown;
    throw error;
  }
}

/** A connection that we closed ourselves says nothing of the mail. */
function note(uids: readonly Uid[], error: unknown, context: FetchContext): void {
  const { mailbox, ledger, signal, log, now } = context;
  if (signal.aborted) return;
  const reason = reasonOf(error);
  log.warn({ mails: uids.length, first: uids[0], reason }, 'mail could not be fetched');
  const lostAt = error instanceof RefusedCommand ? null : now();
  const [only] = uids;
  // Still the same outage, for all that is known: it has been counted.
  if (lostAt !== null && uids.length === 1 && only !== undefined && wasJustLost(only, context)) return;
  ledger.unfetched(mailbox.epoch, uids, reason, lostAt);
}
