/**
 * What the bridge has promised to send and how far it is. The journal on the disk decides, never a cell: the state
 * `sending` is written down before the first byte leaves, so a crash is seen as what it may have been.
 */
import * as v from 'valibot';
import { LANGUAGES } from '../../core/language';
import { messageIdKey } from '../../core/mail/message-id';
import { nextStep, type OutboxEvent, type OutboxItem, readiness, URGENCY } from '../../core/outbox/next-step';
import type { OutgoingMail } from '../../core/outbox/outgoing-mail';
import { isTicketId } from '../../core/ticket/ticket-id';
import { type Instant, instant } from '../../core/time/instant';
import { OUTBOX_KINDS, OUTBOX_STATES, type OutboxState } from '../../core/workbook/choices';
import { type Journal, openJournal } from '../state/journal';

const INSTANT = v.pipe(v.number(), v.transform(instant));
const MAYBE_INSTANT = v.nullable(INSTANT);

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

export function openOutboxBook(file: string): OutboxBook {
  const journal: Journal<OutboxRecord> = openJournal(file, (value) => v.parse(RECORD, value));
  const book = new Map<string, BookedMail>();
  const messageIds = new Set<string>();
  for (const record of journal.read) apply(book, record);
  for (const { mail } of book.values()) messageIds.add(messageIdKey(mail.messageId));

  const write = (record: OutboxRecord) => {
    journal.append([record]);
    apply(book, record);
  };
  const select = (wanted: (item: BookedMail) => boolean) => [...book.values()].filter(wanted);

  return {
    admit(mail) {
      if (book.has(mail.key)) return false;
      messageIds.add(messageIdKey(mail.messageId));
      write({ t: 'mail', mail: { ...mail, references: [...mail.references] } });
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
      select((item) => readiness(itemOf(item), now) === 'send').sort(
        (a, b) => URGENCY[a.mail.kind] - URGENCY[b.mail.kind] || a.mail.createdAt - b.mail.createdAt,
      ),
    expired: (now) => select((item) => readiness(itemOf(item), now) === 'expired'),
    inState: (state) => select((item) => item.state === state),
    toShow: () => select((item) => !item.shown),
    markShown(items) {
      // An item may have moved on while the Sheet was written: then what is shown is old again.
      const keys = items.filter((item) => book.get(item.mail.key) === item).map((item) => item.mail.key);
      if (keys.length > 0) write({ t: 'shown', keys });
    },
    nextMoment(now) {
      let next: Instant | null = null;
      for (const item of book.values()) {
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

function apply(book: Map<string, BookedMail>, record: OutboxRecord): void {
  if (record.t === 'mail') {
    const { mail } = record;
    book.set(mail.key, {
      mail,
      state: 'queued',
      attempts: 0,
      retryAt: null,
      at: mail.createdAt,
      answer: '',
      shown: false,
    });
  } else if (record.t === 'step') {
    const item = book.get(record.key);
    const { state, attempts, retryAt, at, answer } = record;
    // `sending` lasts a moment and would only make the Sheet flicker.
    if (item)
      book.set(record.key, { ...item, state, attempts, retryAt, at, answer, shown: state === 'sending' });
  } else {
    for (const key of record.keys) {
      const item = book.get(key);
      if (item) book.set(key, { ...item, shown: true });
    }
  }
}

function itemOf({ mail, state, attempts, retryAt }: BookedMail): OutboxItem {
  const { kind, createdAt, notBefore, notAfter } = mail;
  return { kind, state, attempts, createdAt, notBefore, notAfter, retryAt };
}
