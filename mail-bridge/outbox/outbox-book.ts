/**
 * What the bridge has promised to send and how far it is. The journal on the disk decides, never a cell: the state
 * `sending` is written down before the first byte leaves, so a crash is seen as what it may have been.
 */
import * as v from 'valibot';
import { LANGUAGES } from '../../core/language';
import { messageIdKey } from '../../core/mail/message-id';
import { nextStep, type OutboxEvent, type OutboxItem, readiness, URGENCY } from '../../core/outbox/next-step';
import { boundedReferences, type OutgoingMail } from '../../core/outbox/outgoing-mail';
import { isTicketId } from '../../core/ticket/ticket-id';
import { type Instant, instant } from '../../core/time/instant';
import { OUTBOX_KINDS, OUTBOX_STATES, type OutboxState } from '../../core/workbook/choices';
import { type Journal, openJournal } from '../state/journal';

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
});

const RECORD = v.variant('t', [
  v.object({ t: v.literal('mail'), mail: MAIL }),
  v.object({
    t: v.literal('step'),
    key: v.string(),
    state: v.picklist(OUTBOX_STATES),
    attempts: v.number(),
    retryAt: MAYBE_INSTANT,
    at: INSTANT,
    answer: v.string(),
  }),
  /** The Sheet shows the state that the item had at this moment. */
  v.object({ t: v.literal('shown'), keys: v.array(v.string()) }),
]);

type OutboxRecord = v.InferOutput<typeof RECORD>;
type StepRecord = Extract<OutboxRecord, { t: 'step' }>;

export interface BookedMail {
  readonly mail: OutgoingMail;
  readonly state: OutboxState;
  readonly attempts: number;
  readonly retryAt: Instant | null;
  /** When the last step was taken. */
  readonly at: Instant;
  /** The server's last words, or why it was not sent. */
  readonly answer: string;
  /** The Sheet's row shows this state already. */
  readonly shown: boolean;
}

export interface OutboxBook {
  /** Takes a mail on. A key that is known already changes nothing: returns false. */
  admit(mail: OutgoingMail): boolean;
  get(key: string): BookedMail | null;
  /** Writes the step down, then returns it; null when the event means nothing in this state. */
  step(key: string, event: OutboxEvent, now: Instant, answer: string): BookedMail | null;
  /** Items to send now, answers to people first, then the oldest. */
  ready(now: Instant): readonly BookedMail[];
  /** Items whose moment has passed. */
  expired(now: Instant): readonly BookedMail[];
  inState(state: OutboxState): readonly BookedMail[];
  /** Not handed over yet: queued and deferred. */
  waiting(): readonly BookedMail[];
  /** Items whose row in the Sheet shows an older state. */
  toShow(): readonly BookedMail[];
  markShown(items: readonly BookedMail[]): void;
  /** The earliest moment at which an item becomes ready, or null. */
  nextMoment(now: Instant): Instant | null;
  all(): Iterable<BookedMail>;
  /** Whether a mail of ours has this Message-ID. */
  madeMessageId(messageId: string): boolean;
  close(): void;
}

/** A journal this many times as long as it need be is written anew when it is opened. */
const WORTH_REWRITING = 1.25;

export function openOutboxBook(file: string): OutboxBook {
  const journal: Journal<OutboxRecord> = openJournal(file, (value) => v.parse(RECORD, value));
  const book = new Map<string, BookedMail>();
  const messageIds = new Set<string>();
  /** Items that may still go out, in the order in which they were taken on. Finished ones, the most, are not looked at. */
  const open = new Map<string, BookedMail>();
  const unshown = new Set<string>();

  const put = (item: BookedMail) => {
    const { key } = item.mail;
    book.set(key, item);
    if (isFinished(item.state)) open.delete(key);
    else open.set(key, item);
    if (item.shown) unshown.delete(key);
    else unshown.add(key);
  };
  const apply = (record: OutboxRecord) => {
    if (record.t === 'mail') {
      messageIds.add(messageIdKey(record.mail.messageId));
      put(takenOn(record.mail));
    } else if (record.t === 'step') {
      const item = book.get(record.key);
      if (item) put(afterStep(item, record));
    } else {
      for (const key of record.keys) {
        const item = book.get(key);
        if (item) put({ ...item, shown: true });
      }
    }
  };
  const write = (record: OutboxRecord) => {
    journal.append([record]);
    apply(record);
  };
  const select = (items: Iterable<BookedMail>, wanted: (item: BookedMail) => boolean) =>
    [...items].filter(wanted);

  for (const record of journal.read) apply(record);
  const needed = recordsOf([...book.values()]);
  if (journal.read.length > WORTH_REWRITING * needed.length) journal.rewrite(needed);

  return {
    admit(mail) {
      if (book.has(mail.key)) return false;
      // The mail is composed with no more references than these.
      write({ t: 'mail', mail: { ...mail, references: boundedReferences(mail.references) } });
      return true;
    },
    get: (key) => book.get(key) ?? null,
    step(key, event, now, answer) {
      const item = book.get(key);
      if (!item) return null;
      const step = nextStep(itemOf(item), event, now);
      if (!step) return null;
      write({ t: 'step', key, ...step, at: now, answer });
      return book.get(key) ?? null;
    },
    ready: (now) =>
      select(open.values(), (item) => readiness(itemOf(item), now) === 'send').sort(
        (a, b) => URGENCY[a.mail.kind] - URGENCY[b.mail.kind] || a.mail.createdAt - b.mail.createdAt,
      ),
    expired: (now) => select(open.values(), (item) => readiness(itemOf(item), now) === 'expired'),
    inState: (state) => select((isFinished(state) ? book : open).values(), (item) => item.state === state),
    waiting: () => select(open.values(), ({ state }) => state === 'queued' || state === 'deferred'),
    toShow: () => [...unshown].flatMap((key) => book.get(key) ?? []),
    markShown(items) {
      // An item may have moved on while the Sheet was written: then what is shown is old again.
      const keys = items.filter((item) => book.get(item.mail.key) === item).map((item) => item.mail.key);
      if (keys.length > 0) write({ t: 'shown', keys });
    },
    nextMoment(now) {
      let next: Instant | null = null;
      for (const item of open.values()) {
        if (item.state !== 'queued' && item.state !== 'deferred') continue;
        const moment = Math.max(item.retryAt ?? 0, item.mail.notBefore ?? 0);
        if (moment > now && (next === null || moment < next)) next = instant(moment);
      }
      return next;
    },
    all: () => book.values(),
    madeMessageId: (messageId) => messageIds.has(messageIdKey(messageId)),
    close: () => journal.close(),
  };
}

/** States that nothing leaves. */
function isFinished(state: OutboxState): boolean {
  return state === 'sent' || state === 'failed' || state === 'cancelled' || state === 'bounced';
}

function takenOn(mail: OutgoingMail): BookedMail {
  const { createdAt: at } = mail;
  return { mail, state: 'queued', attempts: 0, retryAt: null, at, answer: '', shown: false };
}

function afterStep(item: BookedMail, { state, attempts, retryAt, at, answer }: StepRecord): BookedMail {
  // `sending` lasts a moment and would only make the Sheet flicker.
  return { ...item, state, attempts, retryAt, at, answer, shown: state === 'sending' };
}

/** As few records as give the same items again, in the same order. */
function recordsOf(items: readonly BookedMail[]): OutboxRecord[] {
  const shown = items.filter((item) => item.shown).map(({ mail }) => mail.key);
  return [
    ...items.flatMap(({ mail, state, attempts, retryAt, at, answer }): OutboxRecord[] => {
      const taken: OutboxRecord = { t: 'mail', mail: { ...mail, references: [...mail.references] } };
      if (state === 'queued') return [taken];
      return [taken, { t: 'step', key: mail.key, state, attempts, retryAt, at, answer }];
    }),
    ...(shown.length > 0 ? [{ t: 'shown' as const, keys: shown }] : []),
  ];
}

function itemOf({ mail, state, attempts, retryAt }: BookedMail): OutboxItem {
  const { kind, createdAt, notBefore, notAfter } = mail;
  return { kind, state, attempts, createdAt, notBefore, notAfter, retryAt };
}
