/**
 * First stage of intake: every mail that the ledger does not know goes from the mailbox to the spool.
 *
 * Bytes first, then the ledger, then everything else: whatever happens afterwards, the mail is safe and known.
 */
import type { Instant } from '../../core/time/instant';
import type { Log } from '../log/log';
import type { Mailbox, MessageInfo, Uid } from '../mailbox/mailbox';
import type { Spool } from '../state/spool';
import type { Ledger } from './ledger';

/** Mails fetched by one command: large enough for speed, small enough that a cut costs little. */
const FETCH_BATCH = 50;

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
 * Keeps the mails of a first start out of the Sheet when the firm wants only what arrives from now on.
 * Writes down where "now" began, so that nothing that arrives in the meantime is taken for old.
 */
export async function ignorePresentMail(mailbox: Mailbox, ledger: Ledger): Promise<number> {
  const present = await mailbox.listFrom(1);
  ledger.ignoreUpTo(mailbox.uidValidity, present[present.length - 1] ?? 0);
  return present.length;
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
  const epoch = mailbox.uidValidity;
  const listed = await mailbox.listFrom(sweep ? 1 : ledger.cursor(epoch) + 1);
  const fresh = listed.filter((uid) => !ledger.knows(epoch, uid));
  if (fresh.length === 0) return 0;

  let spooled = 0;
  let next = fetchBatch(mailbox, fresh.slice(0, FETCH_BATCH));
  for (let from = 0; from < fresh.length && !signal.aborted; from += FETCH_BATCH) {
    const fetched = await next;
    // The next batch is on its way while this one is written down and understood.
    next = fetchBatch(mailbox, fresh.slice(from + FETCH_BATCH, from + 2 * FETCH_BATCH));
    next.catch(() => undefined);
    spooled += await keep(fetched, epoch, context);
    const gone = Math.min(FETCH_BATCH, fresh.length - from) - fetched.length;
    if (gone > 0) log.debug({ gone }, 'some mails were deleted before they could be fetched');
    context.onSpooled();
  }
  await next.catch(() => undefined);
  return spooled;
}

async function fetchBatch(mailbox: Mailbox, uids: readonly Uid[]) {
  if (uids.length === 0) return [];
  const infos: MessageInfo[] = await mailbox.info(uids);
  return mailbox.fetch(infos);
}

async function keep(
  fetched: Awaited<ReturnType<Mailbox['fetch']>>,
  epoch: string,
  { ledger, spool, now, dayOf }: SpoolContext,
): Promise<number> {
  const names = await spool.keep(fetched.map(({ raw }) => raw));
  const records = fetched.flatMap(({ uid, size, internalDate, partial }, index) => {
    const name = names[index];
    return name === undefined
      ? []
      : [
          {
            epoch,
            uid,
            name,
            at: internalDate ?? now(),
            day: dayOf(now()),
            size,
            partial,
          },
        ];
  });
  ledger.spooled(records);
  return records.length;
}
