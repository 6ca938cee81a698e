/**
 * The life of an outgoing mail, as one table.
 *
 * SMTP has three answers, not two: accepted, refused, and silence after the final dot, when the server may or
 * may not have taken the mail (RFC 1047; RFC 5321 §4.5.3.2.6). Silence is a state of its own here. It is settled
 * by looking for the Message-ID among the sent copies; a reminder is never sent again on a guess.
 */
import { type Instant, type Minutes, minutes, plus } from '../time/instant';
import type { OutboxKind, OutboxState } from '../workbook/choices';

export interface OutboxItem {
  readonly kind: OutboxKind;
  readonly state: OutboxState;
  /** Times the mail was handed to the server. */
  readonly attempts: number;
  readonly createdAt: Instant;
  /** Not to be sent before; null: at once. */
  readonly notBefore: Instant | null;
  /** Pointless from here on (a session has begun); null: never. */
  readonly notAfter: Instant | null;
  /** Earliest next attempt of a deferred item. */
  readonly retryAt: Instant | null;
}

export type OutboxEvent =
  /** The bridge is about to hand it to the server. Journaled before the first byte leaves. */
  | { readonly kind: 'claimed' }
  /** The server took it: 250 after the final dot. */
  | { readonly kind: 'accepted' }
  /** 4xx, or the provider's daily limit (550 5.4.5), which asks for a longer pause. */
  | { readonly kind: 'refused-for-now'; readonly pause?: Minutes }
  /** 5xx, or an address that cannot be written to. */
  | { readonly kind: 'refused' }
  /** Interrupted before the server had asked for the text: surely not delivered. */
  | { readonly kind: 'not-transmitted' }
  /** Interrupted after the server had asked for the text: it may have the mail, or not. */
  | { readonly kind: 'lost' }
  /** The Message-ID was found among the sent copies. */
  | { readonly kind: 'found-in-sent' }
  /** Looked for and not found, where the provider files every accepted mail. */
  | { readonly kind: 'not-in-sent' }
  /** Its moment has passed, or a person cancelled it. */
  | { readonly kind: 'expired' }
  /** The other side gave it back for good (RFC 3464, status 5.x.x). */
  | { readonly kind: 'bounced' };

/**
 * How far the attempt of a mail in `sending` is: `begun` from the moment when the server has asked for the text
 * (354, RFC 5321 §4.1.1.4), which is written down before the first byte of it leaves.
 */
export type Transmission = 'none' | 'begun';

/** What has happened to a mail in `sending` when the connection breaks, or the bridge dies. */
export const INTERRUPTED = {
  none: 'not-transmitted',
  begun: 'lost',
} as const satisfies Readonly<Record<Transmission, OutboxEvent['kind']>>;

export interface OutboxStep {
  readonly state: OutboxState;
  readonly attempts: number;
  readonly retryAt: Instant | null;
}

type Arrow = OutboxState | 'defer' | null;

/** Rows: the state it is in. Columns: what happened. null: this cannot happen here, and is ignored. */
const TABLE: Readonly<Record<OutboxState, Row>> = {
  queued: waiting(),
  deferred: waiting(),
  sending: {
    claimed: null,
    accepted: 'sent',
    'refused-for-now': 'defer',
    refused: 'failed',
    'not-transmitted': 'defer',
    lost: 'unknown',
    'found-in-sent': null,
    'not-in-sent': null,
    expired: null,
    bounced: null,
  },
  unknown: {
    claimed: null,
    accepted: null,
    'refused-for-now': null,
    refused: null,
    'not-transmitted': null,
    lost: null,
    'found-in-sent': 'sent',
    'not-in-sent': 'defer',
    expired: null,
    // It must have gone out to come back.
    bounced: 'bounced',
  },
  sent: { ...never(), bounced: 'bounced' },
  failed: never(),
  cancelled: never(),
  bounced: never(),
};

type Row = Readonly<Record<OutboxEvent['kind'], Arrow>>;

/** Not handed over yet, or to be handed over again. */
function waiting(): Row {
  return { ...never(), claimed: 'sending', refused: 'failed', expired: 'cancelled' };
}

/** A state that nothing leaves. */
function never(): Row {
  return {
    claimed: null,
    accepted: null,
    'refused-for-now': null,
    refused: null,
    'not-transmitted': null,
    lost: null,
    'found-in-sent': null,
    'not-in-sent': null,
    expired: null,
    bounced: null,
  };
}

/** Minutes until the next attempt, by attempts made; after the last, hourly. RFC 5321 §4.5.4.1 asks for growing pauses. */
const PAUSES = [1, 5, 15, 60];
/** With these pauses about a day, counted from the first attempt: a bridge that was off for a day loses nothing. */
const MOST_ATTEMPTS = 27;

/** The step that follows, or null when the event means nothing in this state. */
export function nextStep(item: OutboxItem, event: OutboxEvent, now: Instant): OutboxStep | null {
  const arrow = TABLE[item.state][event.kind];
  if (arrow === null) return null;
  // Asked once more at the last moment: the mails before it may have taken longer than it can wait.
  if (event.kind === 'claimed' && readiness(item, now) !== 'send') return null;
  if (arrow === 'sending') return { state: 'sending', attempts: item.attempts + 1, retryAt: null };
  if (arrow !== 'defer') return { state: arrow, attempts: item.attempts, retryAt: null };

  const asked = event.kind === 'refused-for-now' ? event.pause : undefined;
  const pause = asked ?? minutes(PAUSES[Math.min(item.attempts, PAUSES.length) - 1] ?? 60);
  const retryAt = plus(now, pause);
  if (item.notAfter !== null && retryAt >= item.notAfter) {
    return { state: 'cancelled', attempts: item.attempts, retryAt: null };
  }
  // A server that cannot be reached or refuses the login has said nothing about this mail: it waits as long as that lasts.
  if (item.attempts >= MOST_ATTEMPTS && event.kind !== 'not-transmitted') {
    return { state: 'failed', attempts: item.attempts, retryAt: null };
  }
  return { state: 'deferred', attempts: item.attempts, retryAt };
}

export type Readiness = 'send' | 'wait' | 'expired';

/** Whether an item should go out now. Only queued and deferred items ever do. */
export function readiness(item: OutboxItem, now: Instant): Readiness {
  if (item.state !== 'queued' && item.state !== 'deferred') return 'wait';
  if (item.notAfter !== null && now >= item.notAfter) return 'expired';
  if (item.notBefore !== null && now < item.notBefore) return 'wait';
  if (item.retryAt !== null && now < item.retryAt) return 'wait';
  return 'send';
}

/** Answers to people go before mailings when a quota is short. Smaller goes first. */
export const URGENCY: Readonly<Record<OutboxKind, number>> = {
  reply: 0,
  resolved: 0,
  acknowledgement: 1,
  alert: 1,
  assignment: 1,
  notice: 2,
  reminder: 3,
};
