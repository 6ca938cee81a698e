/**
 * First stage of intake: every mail that the ledger does not know goes from the mailbox to the spool.
 *
 * Bytes first, then the ledger, then everything else: whatever happens afterwards, the mail is safe and known.
 */
import { type Instant, instant, MS_PER_DAY } from '../../core/time/instant';
import type { Log } from '../log/log';
import { incomingIds } from '../log/mail-ids';
import type { FetchedMessage, Uid } from '../mailbox/folder';
import type { Mailbox } from '../mailbox/mailbox';
import type { Spool } from '../state/spool';
import { type FetchContext, fetchMails } from './fetch-singly';
import type { Ledger, SpooledRecord } from './ledger';

/** Mails fetched by one command: large enough for speed, small enough that a cut costs little. */
const FETCH_BATCH = 50;
/** Mails asked for their date by one command. */
const INFO_BATCH = 1000;

export interface SpoolContext {
  readonly ledger: Ledger;
  readonly spool: Spool;
  readonly now: () => Instant;
  /** The day in the firm's zone, for the Intake tab. */
  readonly dayOf: (at: Instant) => string;
  readonly log: Log;
  /** Called after each batch, so that the second stage works while the next one is fetched. */
  readonly onSpooled: () => void;
}

/**
 * Before the first look at a mailbox: leaves alone what was there before Rowdesk, where the firm wants only what arrives
 * from then on. Writes down when that was, so that the same mails stay old when the server numbers them anew.
 *
 * A state folder that is younger than the Sheet has lost that moment: then what arrived before the first mail of the
 * Sheet is old, and the rest is looked at again and known by its content.
 *
 * @returns how many mails are left alone from now on
 */
export async function enterMailbox(
  mailbox: Mailbox,
  ledger: Ledger,
  { startFrom, now }: { readonly startFrom: 'now' | 'all'; readonly now: Instant },
): Promise<number> {
  ledger.adopt(mailbox.epoch, mailbox.uidValidity);
  if (!ledger.isNew(mailbox.epoch)) return 0;
  const first = ledger.isEmpty() && !ledger.isYoungerThanSheet();
  if (first) return startFrom === 'now' ? ignorePresent(mailbox, ledger, now) : 0;
  const since = startFrom === 'now' ? ledger.sheetSince() : null;
  const before = ledger.oldBefore() ?? (since === null ? null : instant(since - MS_PER_DAY));
  return before === null ? 0 : ignoreOlder(mailbox, ledger, before);
}

async function ignorePresent(mailbox: Mailbox, ledger: Ledger, now: Instant): Promise<number> {
  const present = await mailbox.listFrom(1);
  ledger.ignore(mailbox.epoch, { upTo: present[present.length - 1] ?? 0, uids: [] }, now);
  return present.length;
}

/** By when the server received them. It tells that to the second; in doubt a mail is new. */
async function ignoreOlder(mailbox: Mailbox, ledger: Ledger, before: Instant): Promise<number> {
  const present = await mailbox.listFrom(1);
  const line = before - (before % 1000);
  const uids: Uid[] = [];
  for (let from = 0; from < present.length; from += INFO_BATCH) {
    const infos = await mailbox.info(present.slice(from, from + INFO_BATCH));
    for (const { uid, internalDate } of infos) {
      if (internalDate !== null && internalDate < line) uids.push(uid);
    }
  }
  ledger.ignore(mailbox.epoch, { upTo: 0, uids }, before);
  return uids.length;
}

/**
 * @param sweep look at every UID instead of those after the cursor: finds whatever was missed, for any reason
 * @returns how many mails were spooled
 * @throws MailboxError when the connection is lost; what was spooled until then stays
 */
export async function spoolNewMail(
  mailbox: Mailbox,
  context: SpoolContext,
  sweep: boolean,
  signal: AbortSignal,
): Promise<number> {
  const { ledger, log } = context;
  const { epoch } = mailbox;
  const fetching: FetchContext = {
    mailbox,
    ledger,
    signal,
    now: context.now,
    log,
    giveUp: (uid, reason) =>
      ledger.giveUp({ epoch, uid, reason, at: context.now(), day: context.dayOf(context.now()) }),
  };
  // Before the listing: a person may release one from quarantine meanwhile, which this listing then did not ask for.
  const troubled = ledger.troubled(epoch);
  const listed = await mailbox.listFrom(sweep ? 1 : ledger.cursor(epoch) + 1);
  const here = new Set(listed);
  const gone = troubled.filter((uid) => !here.has(uid));
  if (gone.length > 0) ledger.gone(epoch, gone);
  const fresh = listed.filter((uid) => !ledger.knows(epoch, uid));
  if (fresh.length === 0) return 0;

  let spooled = 0;
  let next = fetchMails(fresh.slice(0, FETCH_BATCH), fetching);
  for (let from = 0; from < fresh.length && !signal.aborted; from += FETCH_BATCH) {
    const fetched = await next;
    // The next batch is on its way while this one is written down and understood.
    next = fetchMails(fresh.slice(from + FETCH_BATCH, from + 2 * FETCH_BATCH), fetching);
    next.catch(() => undefined);
    const records = await keepInSpool(fetched, epoch, context);
    for (const record of records) log.info({ ...incomingIds(record), size: record.size }, 'a mail is safe');
    spooled += records.length;
    context.onSpooled();
  }
  await next.catch(() => undefined);
  return spooled;
}

/** Bytes first, then the ledger. @param folder left out: of mails that came in */
export async function keepInSpool(
  fetched: readonly FetchedMessage[],
  epoch: string,
  { ledger, spool, now, dayOf }: Pick<SpoolContext, 'ledger' | 'spool' | 'now' | 'dayOf'>,
  folder?: 'sent',
): Promise<readonly Omit<SpooledRecord, 't'>[]> {
  const names = await spool.keep(fetched.map(({ raw }) => raw));
  const records = fetched.flatMap(({ uid, size, internalDate, partial }, index) => {
    const name = names[index];
    if (name === undefined) return [];
    const at = internalDate ?? now();
    return [{ epoch, uid, name, at, day: dayOf(now()), size, partial, ...(folder && { folder }) }];
  });
  if (records.length > 0) ledger.spooled(records);
  return records;
}
