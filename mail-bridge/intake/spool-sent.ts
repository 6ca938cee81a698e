/**
 * The folder of sent mails, from there to the spool: what people have answered in the mailbox itself.
 *
 * Only headers are looked at, and only the mails that answer a ticket are fetched, so that private mail stays where it
 * is. A mark in the ledger says how far everything has been looked at; it never passes a mail that is still open.
 *
 * What was there before the first look is left alone, also where the firm starts with all mails: the first look would
 * fetch the header of every mail that was ever sent, and answers of years in which nobody measured anything would
 * pass for first answers of today.
 */
import type { Instant } from '../../core/time/instant';
import type { NoAnswer } from '../../core/trainer/direct-mail';
import { incomingIds } from '../log/mail-ids';
import { RefusedCommand } from '../mailbox/connection';
import type { Uid } from '../mailbox/folder';
import type { SentFolder, SentHead } from '../mailbox/sent-folder';
import { fetchMails } from './fetch-singly';
import type { Ledger } from './ledger';
import { keepInSpool, type SpoolContext } from './spool-new-mail';

/** Headers fetched by one command: some hundred kilobytes. */
const HEAD_BATCH = 100;
/** Looks at a mail of which the server gives not even the header. */
const MOST_TRIES = 3;

export interface SentContext extends SpoolContext {
  /** By the header: whether it answers a ticket, as far as is known by now. */
  readonly read: (head: SentHead) => Promise<'answer' | NoAnswer>;
  readonly inbox: InboxProgress;
  readonly memory: SentMemory;
}

/** How far intake is with the mails that come in. Looks are counted, because clocks can be set back. */
export interface InboxProgress {
  /** Looks that have begun. */
  begun(): number;
  /** The last look of which every mail has become rows. */
  settled(): number;
}

/** What is known of the mails after the mark, while the bridge runs. */
export interface SentMemory {
  /** They lead to no ticket, and what they answer may still be on its way in. By UID. */
  readonly undecided: Map<Uid, { readonly head: SentHead; readonly since: number }>;
  /** The server gives no header. */
  readonly unread: Map<Uid, number>;
  /** Of which numbering all this is. */
  epoch: string;
}

export function sentMemory(): SentMemory {
  return { undecided: new Map(), unread: new Map(), epoch: '' };
}

export interface SentLook {
  readonly spooled: number;
  /** Mails of which nothing can be said before the inbox has been looked at once more. */
  readonly undecided: number;
}

/** Before the first look at a folder. */
export async function enterSentFolder(
  folder: Pick<SentFolder, 'epoch' | 'nextUid' | 'listSince'>,
  ledger: Ledger,
  now: Instant,
): Promise<void> {
  if (ledger.passedUpTo(folder.epoch) !== null) return;
  const last = ledger.passedAt();
  if (last === null) {
    ledger.pass(folder.epoch, folder.nextUid - 1, now);
    return;
  }
  // Numbered anew, or another account: what was sent since the last look is looked at, a day more for clocks and zones.
  const [first] = await folder.listSince(last);
  ledger.pass(folder.epoch, (first ?? folder.nextUid) - 1, last);
}

/** @throws MailboxError when the connection is lost; what was spooled until then stays */
export async function spoolSentMail(
  folder: SentFolder,
  context: SentContext,
  signal: AbortSignal,
): Promise<SentLook> {
  const { ledger, memory } = context;
  const { epoch } = folder;
  if (memory.epoch !== epoch) {
    memory.undecided.clear();
    memory.unread.clear();
    memory.epoch = epoch;
  }
  const passed = ledger.passedUpTo(epoch) ?? 0;
  const troubled = new Set(ledger.troubled(epoch));
  // A mail of the quarantine that a person wants tried again may lie before the mark.
  const listed = await folder.listFrom(Math.min(passed + 1, ...troubled));
  const here = new Set(listed);
  const gone = [...troubled].filter((uid) => !here.has(uid));
  if (gone.length > 0) ledger.gone(epoch, gone);
  for (const uid of memory.undecided.keys()) if (!here.has(uid)) memory.undecided.delete(uid);

  const fresh = listed.filter((uid) => uid > passed || troubled.has(uid));
  let spooled = 0;
  let isOpen = false;
  for (let from = 0; from < fresh.length; from += HEAD_BATCH) {
    const uids = fresh.slice(from, from + HEAD_BATCH);
    const answers = await answersAmong(uids, folder, context);
    spooled += await spoolAnswers(answers, folder, context, signal);
    // What was broken off may have left out any of them.
    if (signal.aborted) break;
    const stillOpen = uids.findIndex(
      (uid) =>
        memory.undecided.has(uid) ||
        memory.unread.has(uid) ||
        (answers.includes(uid) && !ledger.knows(epoch, uid)),
    );
    const through = isOpen ? [] : stillOpen === -1 ? uids : uids.slice(0, stillOpen);
    isOpen ||= stillOpen !== -1;
    const upTo = through[through.length - 1];
    if (upTo !== undefined && upTo > passed) ledger.pass(epoch, upTo, context.now());
  }
  return { spooled, undecided: memory.undecided.size };
}

/** Those of the mails that are to be fetched. Notes of which of the others nothing can be said yet. */
async function answersAmong(
  uids: readonly Uid[],
  folder: SentFolder,
  context: SentContext,
): Promise<readonly Uid[]> {
  const { ledger, memory, inbox, read, log } = context;
  const { undecided, unread } = memory;
  const open = uids.filter((uid) => !ledger.knows(folder.epoch, uid));
  const troubled = new Set(ledger.troubled(folder.epoch));
  // It was an answer when it was fetched for the first time.
  const answers = open.filter((uid) => troubled.has(uid));
  const others = open.filter((uid) => !troubled.has(uid));
  const heads = await headsOf(
    others.filter((uid) => !undecided.has(uid)),
    folder,
    memory,
  );
  // What one of them answers had come by now: a look at the inbox that begins later finds it.
  const begun = inbox.begun();
  for (const uid of others) {
    const known = undecided.get(uid);
    const head = known?.head ?? heads.get(uid);
    if (head === undefined) {
      if ((unread.get(uid) ?? 0) < MOST_TRIES) continue;
      unread.delete(uid);
      log.warn({ uid }, 'the server does not show a sent mail; it is left alone');
      continue;
    }
    unread.delete(uid);
    // Sent, it is another mail.
    if (head.isDraft) continue;
    // Before the reading: tickets may come to be known while it goes on.
    const settled = inbox.settled();
    const verdict = await read(head);
    undecided.delete(uid);
    if (verdict === 'answer') answers.push(uid);
    else if (verdict === 'not-from-us') {
      log.info({ uid }, 'a sent mail is from an address that is not the firm’s; it is left alone');
    } else if (verdict === 'no-ticket') {
      const since = known?.since ?? begun;
      if (settled <= since) undecided.set(uid, { head, since });
    }
  }
  return answers;
}

/** Each by itself where the server refuses them together. */
async function headsOf(
  uids: readonly Uid[],
  folder: SentFolder,
  { unread }: SentMemory,
): Promise<ReadonlyMap<Uid, SentHead>> {
  const heads = new Map<Uid, SentHead>();
  const take = async (some: readonly Uid[]) => {
    for (const head of await folder.heads(some)) heads.set(head.uid, head);
  };
  try {
    await take(uids);
  } catch (error) {
    if (!(error instanceof RefusedCommand)) throw error;
    for (const uid of uids) {
      await take([uid]).catch((refusal: unknown) => {
        if (!(refusal instanceof RefusedCommand)) throw refusal;
      });
    }
  }
  for (const uid of uids) if (!heads.has(uid)) unread.set(uid, (unread.get(uid) ?? 0) + 1);
  return heads;
}

async function spoolAnswers(
  uids: readonly Uid[],
  folder: SentFolder,
  context: SentContext,
  signal: AbortSignal,
): Promise<number> {
  if (uids.length === 0 || signal.aborted) return 0;
  const { ledger, now, dayOf, log } = context;
  const { epoch } = folder;
  const fetched = await fetchMails(
    [...uids].sort((a, b) => a - b),
    {
      mailbox: folder,
      ledger,
      signal,
      now,
      log,
      giveUp: (uid, reason) => ledger.giveUp({ epoch, uid, reason, at: now(), day: dayOf(now()) }),
    },
  );
  const records = await keepInSpool(fetched, epoch, context, 'sent');
  for (const record of records) log.info(incomingIds(record), 'an answer was sent past Rowdesk');
  if (records.length > 0) context.onSpooled();
  return records.length;
}
