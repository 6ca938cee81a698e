/** The lines of the ledger's journal. What an older Rowdesk wrote must stay readable. */
import * as v from 'valibot';
import { messageRowId, sentRowId } from '../../core/intake/message-row-id';
import { LANGUAGES } from '../../core/language';
import { isTicketId } from '../../core/ticket/ticket-id';
import { instant } from '../../core/time/instant';
import { OUTCOMES } from '../../core/workbook/choices';
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
  /** Older records lack these. */
  onlyThanks: v.optional(v.boolean(), false),
  signals: v.optional(v.pipe(v.array(v.string()), v.readonly()), []),
  answers: v.optional(v.pipe(v.array(v.string()), v.readonly()), []),
  shownTo: v.optional(v.pipe(v.array(v.string()), v.readonly()), []),
});

/** That a person of the firm has written to the people of a ticket. */
const ANSWER_EVENT = v.object({
  ticketId: TICKET_ID,
  to: v.string(),
  at: INSTANT,
});

/** What a colleague's mail waits for (mail-bridge/trainer): their own word, before anything of it goes out. */
const WAITS = v.variant('for', [
  v.object({ for: v.literal('send'), ticketId: TICKET_ID, agent: v.string() }),
  v.object({ for: v.literal('address'), ticketId: TICKET_ID, agent: v.string(), address: v.string() }),
]);

export const LEDGER_RECORD = v.variant('t', [
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
  /**
   * Mails of the folder of sent mails up to this UID have been looked at: what concerns a ticket is spooled, all else is
   * left alone and counted nowhere. Versions before 3 of the state folder have none.
   */
  v.object({
    t: v.literal('passed'),
    epoch: v.string(),
    upTo: v.number(),
    /** When that was. */
    at: INSTANT,
  }),
  /** These mails were being fetched, together or one alone, when the server refused or the connection broke. */
  v.object({
    t: v.literal('unfetched'),
    epoch: v.string(),
    uids: v.array(v.number()),
    reason: v.string(),
    /** When the connection broke. A refusal lacks it, and so do older records of either. */
    at: v.optional(INSTANT),
  }),
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
  /** A person wants this mail of the quarantine to be tried again: it waits as if it had just come. */
  v.object({ t: v.literal('again'), epoch: v.string(), uid: v.number() }),
  /** A person has looked at this mail of the quarantine: it counts as before, and is listed no more. */
  v.object({ t: v.literal('dropped'), epoch: v.string(), uid: v.number() }),
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
    /** Found in the folder of sent mails. Mails that came in lack it. */
    folder: v.optional(v.literal('sent')),
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
    /** A person's answer that was sent without us. Others lack it. */
    answered: v.optional(ANSWER_EVENT),
    /** Rows of a colleague's mail that count in its ticket and move nothing else. */
    kept: v.optional(v.object({ ticketId: TICKET_ID, rows: v.number() })),
    waits: v.optional(WAITS),
    /** Rows in Messages of mails that waited for this one. */
    released: v.optional(v.pipe(v.array(v.string()), v.readonly())),
    /** Why a mail is in quarantine. Older records lack it: the Problems tab says why. */
    fault: v.optional(v.string()),
  }),
]);

export type LedgerRecord = v.InferOutput<typeof LEDGER_RECORD>;
export type SpooledRecord = Extract<LedgerRecord, { t: 'spooled' }>;
export type DoneRecord = Extract<LedgerRecord, { t: 'done' }>;
export type UnfetchableRecord = Extract<LedgerRecord, { t: 'unfetchable' }>;

/** Id of the mail's row in Messages. */
export function rowIdOf({ name, folder }: Pick<SpooledRecord, 'name' | 'folder'>): string {
  return folder === 'sent' ? sentRowId(name) : messageRowId(name);
}
