/**
 * The ledger: what became of every mail of the mailbox. It decides what is new, never \Seen, which belongs to people.
 *
 * A mail is found (its UID was listed), spooled (its bytes are safe), being written (its rows are on their way to the
 * Sheet) and done (with exactly one outcome). Replayed at the start, it also tells which Message-ID is which ticket.
 */
import * as v from 'valibot';
import { LANGUAGES } from '../../core/language';
import { isTicketId } from '../../core/ticket/ticket-id';
import { instant } from '../../core/time/instant';
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
  /** Mails up to this UID were there before Rowdesk and stay as they are. */
  v.object({ t: v.literal('ignored'), epoch: v.string(), upTo: v.number() }),
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
  v.object({ t: v.literal('recalled') }),
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
export type TicketEvent = v.InferOutput<typeof TICKET_EVENT>;

/** UIDs mean something only within one UIDVALIDITY. */
export function positionOf(epoch: string, uid: Uid): string {
  return `${epoch}:${uid}`;
}

export interface Ledger {
  /** Whether the mail is known, done or not. */
  knows(epoch: string, uid: Uid): boolean;
  /** Highest UID below which everything is known: where a search for new mail may begin. */
  cursor(epoch: string): Uid;
  isEmpty(): boolean;
  /** The Sheet had tickets before this ledger. */
  isYoungerThanSheet(): boolean;
  noteYoungerThanSheet(): void;
  ignoreUpTo(epoch: string, uid: Uid): void;
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

/** @throws UserError when the journal is damaged */
export function openLedger(file: string): Ledger {
  const journal = openJournal(file, (value) => v.parse(RECORD, value));
  const waiting = new Map<string, SpooledRecord>();
  const known = new Map<string, SpooledRecord>();
  const history: { spooled: SpooledRecord; done: DoneRecord }[] = [];
  const ignored = new Map<string, Uid>();
  const highest = new Map<string, Uid>();
  const days = new Map<string, { found: number; outcomes: Partial<Record<DoneRecord['outcome'], number>> }>();
  let unsettled: readonly string[] = [];
  let younger = false;

  const apply = (record: LedgerRecord) => {
    if (record.t === 'ignored') {
      ignored.set(record.epoch, Math.max(record.upTo, ignored.get(record.epoch) ?? 0));
      return;
    }
    if (record.t === 'recalled') {
      younger = true;
      return;
    }
    if (record.t === 'writing') {
      unsettled = record.ids;
      return;
    }
    const position = positionOf(record.epoch, record.uid);
    if (record.t === 'spooled') {
      known.set(position, record);
      waiting.set(position, record);
      highest.set(record.epoch, Math.max(record.uid, highest.get(record.epoch) ?? 0));
      dayOf(record.day).found++;
      return;
    }
    const spooled = known.get(position);
    if (!spooled) return;
    waiting.delete(position);
    history.push({ spooled, done: record });
    const { outcomes } = dayOf(spooled.day);
    outcomes[record.outcome] = (outcomes[record.outcome] ?? 0) + 1;
    unsettled = [];
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

  return {
    knows: (epoch, uid) => known.has(positionOf(epoch, uid)) || uid <= (ignored.get(epoch) ?? 0),
    cursor: (epoch) => Math.max(highest.get(epoch) ?? 0, ignored.get(epoch) ?? 0),
    isEmpty: () => known.size === 0 && ignored.size === 0,
    isYoungerThanSheet: () => younger,
    noteYoungerThanSheet: () => write([{ t: 'recalled' }]),
    ignoreUpTo: (epoch, upTo) => write([{ t: 'ignored', epoch, upTo }]),
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
