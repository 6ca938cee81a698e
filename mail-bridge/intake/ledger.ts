/**
 * The ledger: what became of every mail of the mailbox. It decides what is new, never \Seen, which belongs to people.
 *
 * A mail is found (its UID was listed), spooled (its bytes are safe), being written (its rows are on their way to the
 * Sheet) and done (with exactly one outcome). Replayed at the start, it also tells which Message-ID is which ticket.
 */
import * as v from 'valibot';
import { LANGUAGES } from '../../core/language';
import { isTicketId } from '../../core/ticket/ticket-id';
import { type Instant, instant } from '../../core/time/instant';
import { OUTCOMES } from '../../core/workbook/choices';
import type { Uid } from '../mailbox/mailbox';
import { openJournal } from '../state/journal';
import type { SpoolName } from '../state/spool';

const INSTANT = v.pipe(v.number(), v.transform(instant));
const SPOOL_NAME = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{64}$/),
  v.transform((name) => name as SpoolName),
);
const TICKET_ID = v.pipe(v.string(), v.guard(isTicketId));

/** What a mail did to its ticket: enough to rebuild what the bridge knows of every ticket. */
const TICKET_EVENT = v.object({
  ticketId: TICKET_ID,
  /** A new ticket by this mail. */
  opened: v.boolean(),
  at: INSTANT,
  from: v.string(),
  name: v.string(),
  subject: v.string(),
  excerpt: v.string(),
  language: v.picklist(LANGUAGES),
  /** A person's own words: moves the ticket. Automatic mail does not. */
  human: v.boolean(),
});

const RECORD = v.variant('t', [
  /** Mails up to this UID, and these beyond it, were there before Rowdesk and stay as they are. */
  v.object({
    t: v.literal('ignored'),
    epoch: v.string(),
    upTo: v.number(),
    uids: v.optional(v.array(v.number()), []),
    /** What had arrived before this moment is old, whatever numbers the server gives it later. Older records lack it. */
    before: v.optional(v.nullable(INSTANT), null),
  }),
  /** Records of this epoch, written when an epoch was a UIDVALIDITY only, are about the mailbox of that one. */
  v.object({ t: v.literal('adopted'), epoch: v.string(), by: v.string() }),
  /** These mails were being fetched, together or one alone, when the server refused or the connection broke. */
  v.object({ t: v.literal('unfetched'), epoch: v.string(), uids: v.array(v.number()), reason: v.string() }),
  /** These mails, which could not be fetched, are not in the mailbox any more. */
  v.object({ t: v.literal('gone'), epoch: v.string(), uids: v.array(v.number()) }),
  /** Not even its header can be had from the server: it is given up, and people are told. */
  v.object({
    t: v.literal('unfetchable'),
    epoch: v.string(),
    uid: v.number(),
    day: v.string(),
    at: INSTANT,
    reason: v.string(),
  }),
  v.object({
    t: v.literal('spooled'),
    epoch: v.string(),
    uid: v.number(),
    name: SPOOL_NAME,
    at: INSTANT,
    /** The day in the firm's zone on which the mail was taken in, for the Intake tab. */
    day: v.string(),
    size: v.number(),
    partial: v.boolean(),
  }),
  /** The ledger began when the Sheet already had tickets: what they are is read from there at every start. */
  v.object({
    t: v.literal('recalled'),
    /** When the first mail of the Sheet arrived; null: unknown. */
    since: v.optional(v.nullable(INSTANT), null),
  }),
  v.object({ t: v.literal('writing'), ids: v.array(v.string()) }),
  v.object({
    t: v.literal('done'),
    epoch: v.string(),
    uid: v.number(),
    outcome: v.picklist(OUTCOMES),
    messageId: v.string(),
    /** Digest of who wrote what: the same mail delivered twice has it twice. */
    content: v.string(),
    ticket: v.nullable(TICKET_EVENT),
  }),
]);

export type LedgerRecord = v.InferOutput<typeof RECORD>;
export type SpooledRecord = Extract<LedgerRecord, { t: 'spooled' }>;
export type DoneRecord = Extract<LedgerRecord, { t: 'done' }>;
export type UnfetchableRecord = Extract<LedgerRecord, { t: 'unfetchable' }>;
export type TicketEvent = v.InferOutput<typeof TICKET_EVENT>;

/** UIDs mean something only within one epoch: a folder of an account, as numbered under one UIDVALIDITY. */
export function positionOf(epoch: string, uid: Uid): string {
  return `${epoch}:${uid}`;
}

export interface Ledger {
  /** Whether the mail is known, done or not. */
  knows(epoch: string, uid: Uid): boolean;
  /** Highest UID below which everything is known: where a search for new mail may begin. */
  cursor(epoch: string): Uid;
  isEmpty(): boolean;
  /** Nothing is known of a mail of this epoch. */
  isNew(epoch: string): boolean;
  /** Takes over what was written of a bare UIDVALIDITY by a Rowdesk that knew no accounts and folders. */
  adopt(epoch: string, uidValidity: string): void;
  /** The Sheet had tickets before this ledger. */
  isYoungerThanSheet(): boolean;
  noteYoungerThanSheet(since: Instant | null): void;
  /** When the mails of the Sheet began, where it is older than this ledger. */
  sheetSince(): Instant | null;
  ignore(epoch: string, mails: { readonly upTo: Uid; readonly uids: readonly Uid[] }, before: Instant): void;
  /** What had arrived before this moment was there before Rowdesk. null: nothing was left alone. */
  oldBefore(): Instant | null;
  /** Mails that could not be fetched, one alone or several together. */
  unfetched(epoch: string, uids: readonly Uid[], reason: string): void;
  /** How often this mail failed in company and alone. */
  troubles(epoch: string, uid: Uid): Troubles;
  /** Mails that could not be fetched so far. */
  troubled(epoch: string): readonly Uid[];
  /** Mails in trouble that have been deleted. */
  gone(epoch: string, uids: readonly Uid[]): void;
  giveUp(record: Omit<UnfetchableRecord, 't'>): void;
  /** Mails of which nothing could be read, oldest first. */
  unfetchable(): readonly UnfetchableRecord[];
  spooled(records: readonly Omit<SpooledRecord, 't'>[]): void;
  /** Rows with these ids are about to be written. */
  writing(ids: readonly string[]): void;
  /** Ids of the batch that was being written when the bridge last stopped; empty when all was settled. */
  unsettled(): readonly string[];
  done(records: readonly Omit<DoneRecord, 't'>[]): void;
  /** Spooled and not done, in the order of arrival. */
  waiting(): readonly SpooledRecord[];
  /** Everything done, in order, to rebuild knowledge from at the start. */
  history(): readonly { readonly spooled: SpooledRecord; readonly done: DoneRecord }[];
  /** Mails taken in and their outcomes, by day. */
  days(): ReadonlyMap<string, DayCount>;
  close(): void;
}

export interface DayCount {
  readonly found: number;
  readonly outcomes: Readonly<Partial<Record<DoneRecord['outcome'], number>>>;
}

export interface Troubles {
  /** It failed together with others: perhaps one of them is to blame. */
  readonly inCompany: boolean;
  readonly alone: number;
  readonly reason: string;
}

const NO_TROUBLES: Troubles = { inCompany: false, alone: 0, reason: '' };

/** @throws UserError when the journal is damaged */
export function openLedger(file: string): Ledger {
  const journal = openJournal(file, (value) => v.parse(RECORD, value));
  const waiting = new Map<string, SpooledRecord>();
  const known = new Map<string, SpooledRecord>();
  const history: { spooled: SpooledRecord; done: DoneRecord }[] = [];
  const ignored = new Map<string, Uid>();
  const ignoredSingly = new Set<string>();
  const highest = new Map<string, Uid>();
  const days = new Map<string, { found: number; outcomes: Partial<Record<DoneRecord['outcome'], number>> }>();
  const adopted = new Map<string, string>();
  const bareEpochs = new Set<string>();
  const troubled = new Map<string, Map<Uid, Troubles>>();
  const unfetchable: UnfetchableRecord[] = [];
  const lost = new Set<string>();
  let oldBefore: Instant | null = null;
  let unsettled: readonly string[] = [];
  let younger: Extract<LedgerRecord, { t: 'recalled' }> | null = null;

  /** The name under which the mails of the epoch are kept here. */
  const numbering = (epoch: string) => adopted.get(epoch) ?? epoch;
  const at = (epoch: string, uid: Uid) => positionOf(numbering(epoch), uid);
  const knows = (epoch: string, uid: Uid) =>
    known.has(at(epoch, uid)) ||
    uid <= (ignored.get(numbering(epoch)) ?? 0) ||
    ignoredSingly.has(at(epoch, uid)) ||
    lost.has(at(epoch, uid));

  const raise = (epoch: string, uid: Uid) => {
    const key = numbering(epoch);
    highest.set(key, Math.max(uid, highest.get(key) ?? 0));
    troubled.get(key)?.delete(uid);
  };
  const apply = (record: LedgerRecord) => {
    if ('epoch' in record && !record.epoch.includes('.')) bareEpochs.add(record.epoch);
    switch (record.t) {
      case 'ignored': {
        const key = numbering(record.epoch);
        ignored.set(key, Math.max(record.upTo, ignored.get(key) ?? 0));
        for (const uid of record.uids) ignoredSingly.add(at(record.epoch, uid));
        oldBefore = oldBefore ?? record.before;
        return;
      }
      case 'adopted':
        adopted.set(record.by, record.epoch);
        bareEpochs.delete(record.epoch);
        return;
      case 'recalled':
        younger = record;
        return;
      case 'writing':
        unsettled = record.ids;
        return;
      case 'unfetched': {
        const key = numbering(record.epoch);
        const uids = troubled.get(key) ?? new Map<Uid, Troubles>();
        troubled.set(key, uids);
        const alone = record.uids.length === 1;
        for (const uid of record.uids) {
          const before = uids.get(uid) ?? NO_TROUBLES;
          uids.set(uid, {
            inCompany: before.inCompany || !alone,
            alone: before.alone + (alone ? 1 : 0),
            reason: record.reason,
          });
        }
        return;
      }
      case 'gone':
        for (const uid of record.uids) troubled.get(numbering(record.epoch))?.delete(uid);
        return;
      case 'unfetchable': {
        lost.add(at(record.epoch, record.uid));
        unfetchable.push(record);
        raise(record.epoch, record.uid);
        const day = dayOf(record.day);
        day.found++;
        day.outcomes.quarantined = (day.outcomes.quarantined ?? 0) + 1;
        return;
      }
      case 'spooled':
        known.set(at(record.epoch, record.uid), record);
        waiting.set(at(record.epoch, record.uid), record);
        raise(record.epoch, record.uid);
        dayOf(record.day).found++;
        return;
      case 'done': {
        const spooled = known.get(at(record.epoch, record.uid));
        if (!spooled) return;
        waiting.delete(at(record.epoch, record.uid));
        history.push({ spooled, done: record });
        const { outcomes } = dayOf(spooled.day);
        outcomes[record.outcome] = (outcomes[record.outcome] ?? 0) + 1;
        unsettled = [];
      }
    }
  };
  const dayOf = (day: string) => {
    const count = days.get(day) ?? { found: 0, outcomes: {} };
    days.set(day, count);
    return count;
  };
  const write = (records: readonly LedgerRecord[]) => {
    journal.append(records);
    for (const record of records) apply(record);
  };
  for (const record of journal.read) apply(record);

  /** What is still to be told, in an order that gives the same history. */
  const needed = (): LedgerRecord[] => [
    ...journal.read.filter(({ t }) => t === 'ignored' || t === 'adopted'),
    ...(younger ? [younger] : []),
    ...known.values(),
    ...[...troubled].flatMap(([epoch, uids]) => [...uids].flatMap((entry) => troublesAgain(epoch, ...entry))),
    ...unfetchable,
    ...history.map(({ done }) => done),
    ...(unsettled.length > 0 ? [{ t: 'writing' as const, ids: [...unsettled] }] : []),
  ];
  const compact = needed();
  if (journal.read.length > WORTH_REWRITING * compact.length) journal.rewrite(compact);

  return {
    knows,
    cursor(epoch) {
      const key = numbering(epoch);
      // A mail that could not be fetched is asked for again: the cursor waits before it.
      const first = Math.min(...[...(troubled.get(key)?.keys() ?? [])].filter((uid) => !knows(epoch, uid)));
      return Math.min(first - 1, Math.max(highest.get(key) ?? 0, ignored.get(key) ?? 0));
    },
    isEmpty: () => known.size === 0 && ignored.size === 0 && unfetchable.length === 0,
    isNew: (epoch) => !highest.has(numbering(epoch)) && !ignored.has(numbering(epoch)),
    adopt(epoch, uidValidity) {
      if (bareEpochs.has(uidValidity) && !adopted.has(epoch))
        write([{ t: 'adopted', epoch: uidValidity, by: epoch }]);
    },
    isYoungerThanSheet: () => younger !== null,
    noteYoungerThanSheet: (since) => write([{ t: 'recalled', since }]),
    sheetSince: () => younger?.since ?? null,
    ignore: (epoch, { upTo, uids }, before) =>
      write([{ t: 'ignored', epoch, upTo, uids: [...uids], before }]),
    oldBefore: () => oldBefore,
    unfetched: (epoch, uids, reason) => write([{ t: 'unfetched', epoch, uids: [...uids], reason }]),
    troubles: (epoch, uid) => troubled.get(numbering(epoch))?.get(uid) ?? NO_TROUBLES,
    troubled: (epoch) => [...(troubled.get(numbering(epoch))?.keys() ?? [])],
    gone: (epoch, uids) => write([{ t: 'gone', epoch, uids: [...uids] }]),
    giveUp: (record) => write([{ t: 'unfetchable', ...record }]),
    unfetchable: () => unfetchable,
    spooled: (records) => write(records.map((record) => ({ t: 'spooled', ...record }))),
    writing: (ids) => write([{ t: 'writing', ids: [...ids] }]),
    unsettled: () => unsettled,
    done: (records) => write(records.map((record) => ({ t: 'done', ...record }))),
    waiting: () => [...waiting.values()],
    history: () => history,
    days: () => days,
    close: () => journal.close(),
  };
}

/** A journal this many times as long as it need be is written anew when it is opened. */
const WORTH_REWRITING = 2;

/** As many records as make the same count again. */
function troublesAgain(epoch: string, uid: Uid, { inCompany, alone, reason }: Troubles): LedgerRecord[] {
  return [
    ...Array.from({ length: alone }, () => ({ t: 'unfetched' as const, epoch, uids: [uid], reason })),
    // Named twice, it is in company.
    ...(inCompany ? [{ t: 'unfetched' as const, epoch, uids: [uid, uid], reason }] : []),
  ];
}
