/**
 * What the bridge has promised to send and how far it is. The journal on the disk decides, never a cell: the state
 * `sending` is written down before the server hears of the mail, and once more before it hears of its text, so a crash
 * is seen as what it may have been.
 */
import * as v from 'valibot';
import { addressKey } from '../../core/mail/addresses';
import { messageIdKey } from '../../core/mail/message-id';
import { isLater } from '../../core/outbox/catch-up';
import { nextStep, type OutboxEvent, type OutboxItem, readiness, URGENCY } from '../../core/outbox/next-step';
import { boundedReferences, type OutgoingMail } from '../../core/outbox/outgoing-mail';
import type { Departure } from '../../core/outbox/quota';
import { lastTold } from '../../core/outbox/told';
import type { Invitation } from '../../core/session/invitation';
import type { Told } from '../../core/session/planned-mail';
import type { TicketId } from '../../core/ticket/ticket-id';
import type { Instant } from '../../core/time/instant';
import type { OutboxState } from '../../core/workbook/choices';
import { type Journal, openJournal } from '../state/journal';
import { bookIndex } from './book-index';
import type { BookedMail } from './booked-mail';
import { OUTBOX_RECORD, type OutboxRecord, type StepRecord } from './outbox-records';
import { isSignedForColleague } from './own-message-id';

export type { BookedMail } from './booked-mail';

/** Who ends a mail before it leaves: only what a person ended is never planned again, and single mails that are too late. */
type Canceller = 'person' | 'planner' | 'clock';

export interface OutboxBook {
  /**
   * Takes a mail on. A key that is known already changes nothing, unless we withdrew it: returns false.
   * @param rowIsShort its row, which is there already, says less than the mail does, and is to be filled in
   */
  admit(mail: OutgoingMail, rowIsShort?: boolean): boolean;
  /** A person edited the row of a mail that was never handed over. Returns false when it is too late. */
  amend(mail: OutgoingMail): boolean;
  get(key: string): BookedMail | null;
  /** Whether a mail has this key or stands for the one that has it. One that we withdrew may be planned again. */
  isPlanned(key: string): boolean;
  /** The key itself and those of the mails that stand for it, as far as there are mails. */
  keysFor(key: string): readonly string[];
  /** Writes the step down, then returns it; null when the event means nothing in this state. */
  step(key: string, event: OutboxEvent, now: Instant, answer: string): BookedMail | null;
  /**
   * The server has asked for the text of a mail in `sending`: from here on it may have the mail.
   * @throws when that cannot be written down; then the text must not leave
   */
  textBegins(key: string): void;
  /**
   * This journal was restored from a backup, and the Sheet shows a later state: it stands.
   * Returns null when the state is no later one.
   */
  catchUp(key: string, later: LaterState, now: Instant): BookedMail | null;
  /** A person wants it not to go. */
  cancel(key: string, now: Instant, why: string): BookedMail | null;
  /** Cancels a mail that has lost its reason; with a new one it may be taken on again. */
  withdraw(key: string, now: Instant, why: string): BookedMail | null;
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
  all(): Iterable<BookedMail>;
  /** Whether a mail of ours has this Message-ID. */
  madeMessageId(messageId: string): boolean;
  mailOf(messageId: string): BookedMail | null;
  /** By the mark in its Message-ID, which nobody can guess. */
  mailOfMark(mark: string): BookedMail | null;
  /** What calendars were told of a session, in the order in which the mails were taken on. */
  invitationsOf(sessionId: string): readonly Invitation[];
  /** What this person was last told of the session. */
  toldOf(sessionId: string, email: string): Told | null;
  /** Letters to this colleague about the ticket that they may answer, in the order in which they were taken on. */
  lettersTo(ticketId: TicketId, email: string): readonly BookedMail[];
  /** Whether the latest mail to this address came back for good; null: none has left yet. */
  isUndeliverable(email: string): boolean | null;
  /** The latest mail to this address that has left. */
  lastLeft(email: string): BookedMail | null;
  /** What left after the moment, in order. */
  departuresSince(since: Instant): readonly Departure[];
  close(): void;
}

/** As the Sheet shows it. */
export interface LaterState {
  readonly state: OutboxState;
  readonly attempts: number;
  readonly answer: string;
  /** When the server had it. */
  readonly leftAt: Instant | null;
  /** We ended it ourselves: it may be planned again. */
  readonly withdrawn: boolean;
}

/** A journal this many times as long as it need be is written anew when it is opened. */
const WORTH_REWRITING = 1.25;

export function openOutboxBook(file: string): OutboxBook {
  const journal: Journal<OutboxRecord> = openJournal(file, (value) => v.parse(OUTBOX_RECORD, value));
  const book = new Map<string, BookedMail>();
  const index = bookIndex();
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
    index.put(item);
  };
  const found = (key: string | null) => (key === null ? null : (book.get(key) ?? null));
  const lastLeft = (email: string) => found(index.lastLeft(addressKey(email)));
  const keysFor = (key: string) => [
    ...(book.has(key) ? [key] : []),
    // A mail that was written again may stand for others than before.
    ...[...index.coveredBy(key)].filter((one) => book.get(one)?.mail.covers.includes(key)),
  ];
  const keyed = (keys: Iterable<string>) => [...keys].flatMap((key) => book.get(key) ?? []);
  const apply = (record: OutboxRecord) => {
    if (record.t === 'mail') {
      put(takenOn(record.mail, record.again));
    } else if (record.t === 'step') {
      const item = book.get(record.key);
      if (item) put(afterStep(item, record));
    } else if (record.t === 'text') {
      const item = book.get(record.key);
      if (item?.state === 'sending') put({ ...item, transmission: 'begun' });
    } else {
      for (const key of record.keys) {
        const item = book.get(key);
        if (item) put({ ...item, shown: true, again: false });
      }
    }
  };
  const write = (record: OutboxRecord) => {
    journal.append([record]);
    apply(record);
  };
  const take = (key: string, event: OutboxEvent, now: Instant, answer: string, by: Canceller) => {
    const item = book.get(key);
    const step = item && nextStep(itemOf(item), event, now);
    if (!item || !step) return null;
    const { leftAt } = item;
    // What stands for several sessions is too late for the first: the others may still have time of their own.
    const withdrawn =
      by === 'planner' || (by === 'clock' && step.state === 'cancelled' && item.mail.covers.length > 0);
    write({ t: 'step', key, ...step, at: now, answer, withdrawn, leftAt, transmission: 'none' });
    return book.get(key) ?? null;
  };
  const select = (items: Iterable<BookedMail>, wanted: (item: BookedMail) => boolean) =>
    [...items].filter(wanted);

  for (const record of journal.read) apply(record);
  const needed = recordsOf([...book.values()]);
  if (journal.read.length > WORTH_REWRITING * needed.length) journal.rewrite(needed);

  return {
    admit(mail, rowIsShort = false) {
      const before = book.get(mail.key);
      if (before && !before.withdrawn) return false;
      // The mail is composed with no more references than these.
      const references = boundedReferences(mail.references);
      write({ t: 'mail', mail: { ...mail, references }, again: before !== undefined || rowIsShort });
      return true;
    },
    amend(mail) {
      if (book.get(mail.key)?.state !== 'queued') return false;
      write({ t: 'mail', mail: { ...mail, references: [...mail.references] }, again: false });
      return true;
    },
    get: (key) => book.get(key) ?? null,
    isPlanned: (key) => keysFor(key).some((one) => book.get(one)?.withdrawn === false),
    keysFor,
    step: (key, event, now, answer) => take(key, event, now, answer, 'clock'),
    textBegins(key) {
      if (book.get(key)?.state !== 'sending') throw new Error(`The mail ${key} is not being handed over.`);
      write({ t: 'text', key });
    },
    catchUp(key, later, now) {
      const item = book.get(key);
      if (!item || !isLater(item.state, later.state)) return null;
      const { state, answer, leftAt, withdrawn } = later;
      const attempts = Math.max(item.attempts, later.attempts);
      const at = leftAt ?? now;
      write({
        t: 'step',
        key,
        state,
        attempts,
        retryAt: null,
        at,
        answer,
        withdrawn,
        leftAt,
        transmission: 'none',
      });
      return book.get(key) ?? null;
    },
    cancel: (key, now, why) => take(key, { kind: 'expired' }, now, why, 'person'),
    withdraw: (key, now, why) => take(key, { kind: 'expired' }, now, why, 'planner'),
    ready: (now) =>
      select(open.values(), (item) => readiness(itemOf(item), now) === 'send').sort(
        (a, b) =>
          URGENCY[a.mail.kind] - URGENCY[b.mail.kind] ||
          // What is soon too late goes before what has days.
          compareEnds(a.mail.notAfter, b.mail.notAfter) ||
          a.mail.createdAt - b.mail.createdAt,
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
    all: () => book.values(),
    madeMessageId: (messageId) => index.keyOf(messageIdKey(messageId)) !== null,
    mailOf: (messageId) => found(index.keyOf(messageIdKey(messageId))),
    mailOfMark: (mark) => found(index.keyOfMark(mark)),
    invitationsOf: (sessionId) =>
      keyed(index.aboutSession(sessionId)).flatMap(({ mail }) =>
        mail.invitations.filter((invitation) => invitation.sessionId === sessionId),
      ),
    toldOf(sessionId, email) {
      const toThem = keyed(index.aboutSeat(sessionId, email)).filter(
        // Somebody may have put another address into the row.
        ({ mail }) => addressKey(mail.to) === addressKey(email),
      );
      return lastTold(sessionId, toThem);
    },
    lettersTo: (ticketId, email) =>
      keyed(index.lettersTo(ticketId, email)).filter(
        ({ mail }) => isSignedForColleague(mail.messageId) && addressKey(mail.to) === addressKey(email),
      ),
    isUndeliverable(email) {
      const last = lastLeft(email);
      return last && last.state === 'bounced';
    },
    lastLeft,
    departuresSince: (since) => index.departuresSince(since),
    close: () => journal.close(),
  };
}

/** The sooner first; what never ends last. */
function compareEnds(a: Instant | null, b: Instant | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a - b;
}

/** States that nothing leaves. */
function isFinished(state: OutboxState): boolean {
  return state === 'sent' || state === 'failed' || state === 'cancelled' || state === 'bounced';
}

function takenOn(mail: OutgoingMail, again: boolean): BookedMail {
  const { createdAt: at } = mail;
  const fresh = { attempts: 0, retryAt: null, at, answer: '', leftAt: null, withdrawn: false };
  return { mail, state: 'queued', transmission: 'none', ...fresh, shown: false, again };
}

const HAS_LEFT: readonly OutboxState[] = ['sent', 'unknown', 'bounced'];

function afterStep(item: BookedMail, step: StepRecord): BookedMail {
  const { state, attempts, retryAt, at, answer, withdrawn } = step;
  const leftAt = step.leftAt ?? item.leftAt ?? (HAS_LEFT.includes(state) ? at : null);
  const transmission = state === 'sending' ? step.transmission : 'none';
  // `sending` lasts a moment and would only make the Sheet flicker.
  const shown = state === 'sending';
  return { ...item, state, transmission, attempts, retryAt, at, answer, withdrawn, leftAt, shown };
}

/** As few records as give the same items again, in the same order. */
function recordsOf(items: readonly BookedMail[]): OutboxRecord[] {
  const shown = items.filter((item) => item.shown).map(({ mail }) => mail.key);
  return [
    ...items.flatMap((item): OutboxRecord[] => {
      const { mail, state, transmission, attempts, retryAt, at, answer, withdrawn, leftAt, again } = item;
      const taken: OutboxRecord = { t: 'mail', mail: { ...mail, references: [...mail.references] }, again };
      if (state === 'queued') return [taken];
      const step = { state, transmission, attempts, retryAt, at, answer, withdrawn, leftAt };
      return [taken, { t: 'step', key: mail.key, ...step }];
    }),
    ...(shown.length > 0 ? [{ t: 'shown' as const, keys: shown }] : []),
  ];
}

function itemOf({ mail, state, attempts, retryAt }: BookedMail): OutboxItem {
  const { kind, createdAt, notBefore, notAfter } = mail;
  return { kind, state, attempts, createdAt, notBefore, notAfter, retryAt };
}
