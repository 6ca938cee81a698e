/** The lines of the outbox journal. What an older Rowdesk wrote must stay readable. */
import * as v from 'valibot';
import { LANGUAGES } from '../../core/language';
import type { Transmission } from '../../core/outbox/next-step';
import { isTicketId } from '../../core/ticket/ticket-id';
import { instant } from '../../core/time/instant';
import { OUTBOX_KINDS, OUTBOX_STATES } from '../../core/workbook/choices';

const INSTANT = v.pipe(v.number(), v.transform(instant));
const MAYBE_INSTANT = v.nullable(INSTANT);

const INVITATION = v.object({
  method: v.picklist(['REQUEST', 'CANCEL']),
  sessionId: v.string(),
  uid: v.string(),
  sequence: v.number(),
  startsAt: INSTANT,
  endsAt: INSTANT,
  summary: v.string(),
  place: v.string(),
  link: v.string(),
});

const FILE = v.object({
  original: v.string(),
  sha256: v.string(),
  filename: v.string(),
  type: v.string(),
  size: v.number(),
  contentId: v.nullable(v.string()),
});

const MAIL = v.object({
  key: v.string(),
  kind: v.picklist(OUTBOX_KINDS),
  ticketId: v.nullable(v.pipe(v.string(), v.guard(isTicketId))),
  sessionId: v.string(),
  to: v.string(),
  subject: v.string(),
  text: v.string(),
  language: v.picklist(LANGUAGES),
  template: v.string(),
  messageId: v.string(),
  date: INSTANT,
  inReplyTo: v.nullable(v.string()),
  references: v.array(v.string()),
  createdAt: INSTANT,
  createdBy: v.string(),
  notBefore: MAYBE_INSTANT,
  notAfter: MAYBE_INSTANT,
  // Journals of older versions have no such fields.
  covers: v.optional(v.pipe(v.array(v.string()), v.readonly()), []),
  invitations: v.optional(v.pipe(v.array(INVITATION), v.readonly()), []),
  plainOnly: v.optional(v.boolean(), false),
  fromName: v.optional(v.string(), ''),
  cc: v.optional(v.pipe(v.array(v.string()), v.readonly()), []),
  files: v.optional(v.pipe(v.array(FILE), v.readonly()), []),
});

export const OUTBOX_RECORD = v.variant('t', [
  /** Taken on. A second one of a key replaces the first: it was withdrawn before, or its row was edited. */
  v.object({
    t: v.literal('mail'),
    mail: MAIL,
    /** The Sheet has a row with an older text. */
    again: v.optional(v.boolean(), false),
  }),
  v.object({
    t: v.literal('step'),
    key: v.string(),
    state: v.picklist(OUTBOX_STATES),
    attempts: v.number(),
    retryAt: MAYBE_INSTANT,
    at: INSTANT,
    answer: v.string(),
    /** Cancelled because its reason was gone: with a new reason the same mail may be written again. */
    withdrawn: v.optional(v.boolean(), false),
    /** When the server had it, where that was before this step. */
    leftAt: v.optional(MAYBE_INSTANT, null),
    /** Of a step to `sending`. Older versions wrote nothing down when the text began to leave: it may have. */
    transmission: v.optional(v.picklist(['none', 'begun'] satisfies readonly Transmission[]), 'begun'),
  }),
  /** The server has asked for the text of a mail in `sending`. Written before the first byte of it leaves. */
  v.object({ t: v.literal('text'), key: v.string() }),
  /** The Sheet shows the state that the item had at this moment. */
  v.object({ t: v.literal('shown'), keys: v.array(v.string()) }),
]);

export type OutboxRecord = v.InferOutput<typeof OUTBOX_RECORD>;
export type StepRecord = Extract<OutboxRecord, { t: 'step' }>;
