/** How the bridge is, as `rowdesk status` tells it: its contacts, what is wrong, and mails that a person must settle. */
import type { Condition } from '../../core/health/conditions';
import { CONTACT_KINDS, type Contact, type ContactKind } from '../../core/health/contact';
import { holding } from '../../core/health/episodes';
import { type Brake, trippedSince } from '../../core/outbox/brake';
import { formatShortMoment } from '../../core/time/format';
import type { Instant, Zone, ZoneOffset } from '../../core/time/instant';
import { healthWords } from '../../sheet-templates/words/health';
import { brakeFault } from '../brake/brake-fault';
import type { OutboxBook } from '../outbox/outbox-book';
import type { HealthRead } from './read-health';
import { type TroubledSend, troubledSends } from './sends';

export interface HealthStatus {
  readonly unknown: readonly SendInTrouble[];
  /** Those that nobody has settled. */
  readonly failed: readonly SendInTrouble[];
  /** null: automatic answers go out. */
  readonly brake: BrakeStatus | null;
  readonly contacts: Readonly<Record<ContactKind, ContactStatus>>;
  /** What is wrong now. */
  readonly conditions: readonly {
    readonly condition: Condition;
    readonly since: string;
    readonly what: string;
    readonly todo: string;
  }[];
}

/** A brake that has tripped. */
export interface BrakeStatus {
  readonly since: string;
  readonly what: string;
  readonly todo: string;
}

/** Times are ISO 8601 in UTC. */
export interface SendInTrouble {
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly at: string;
  readonly what: string;
  readonly todo: string;
}

export interface ContactStatus {
  readonly lastSuccess: string | null;
  readonly secondsAgo: number | null;
  /** null: the last try succeeded, or none was made. */
  readonly failing: {
    readonly since: string;
    readonly times: number;
    readonly refused: boolean;
    readonly reason: string;
  } | null;
}

export interface StatusContext {
  readonly now: Instant;
  readonly offset: ZoneOffset;
  /** The support address. */
  readonly mailbox: string;
}

export function healthStatus(
  health: HealthRead,
  book: OutboxBook,
  brake: Brake,
  context: StatusContext,
): HealthStatus {
  // One that is in doubt since a moment ago as well: whoever asks wants to know.
  const unknown = book
    .inState('unknown')
    .filter(({ mail }) => health.reportOf(mail.key) !== 'settled')
    .map((item): TroubledSend => ({ item, state: 'unknown' }));
  const failed = troubledSends(book, health, context.now).filter(({ state }) => state === 'failed');
  return {
    unknown: unknown.map((send) => sendStatus(send, health.zone, context)),
    failed: failed.map((send) => sendStatus(send, health.zone, context)),
    brake: brakeStatus(brake, health.zone, context),
    contacts: contactsStatus(health, context.now),
    conditions: conditionsStatus(health, context),
  };
}

function sendStatus({ item, state }: TroubledSend, zone: Zone, { offset }: StatusContext): SendInTrouble {
  const { mail, at, answer } = item;
  const { key, to, subject } = mail;
  const words = healthWords('en');
  const said =
    state === 'unknown'
      ? words.unknownSend(to, subject, formatShortMoment(at, zone, 'en', offset))
      : words.failedSend(to, subject, answer);
  return { key, to, subject, at: iso(at), ...said };
}

function brakeStatus(brake: Brake, zone: Zone, { offset }: StatusContext): BrakeStatus | null {
  const since = trippedSince(brake);
  if (since === null) return null;
  return { since: iso(since), ...brakeFault(formatShortMoment(since, zone, 'en', offset)) };
}

function contactsStatus({ contacts }: HealthRead, now: Instant): HealthStatus['contacts'] {
  const entries = CONTACT_KINDS.map((kind) => [kind, contactStatus(contacts[kind], now)]);
  // Object.fromEntries forgets which keys there are.
  return Object.fromEntries(entries) as Record<ContactKind, ContactStatus>;
}

function contactStatus({ lastSuccess, trouble }: Contact, now: Instant): ContactStatus {
  return {
    lastSuccess: lastSuccess === null ? null : iso(lastSuccess),
    secondsAgo: lastSuccess === null ? null : Math.max(0, Math.round((now - lastSuccess) / 1000)),
    failing: trouble && {
      since: iso(trouble.since),
      times: trouble.times,
      refused: trouble.kind === 'refused',
      reason: trouble.reason,
    },
  };
}

function conditionsStatus(
  { memory, zone }: HealthRead,
  { offset, mailbox }: StatusContext,
): HealthStatus['conditions'] {
  const words = healthWords('en');
  return holding(memory).map(({ condition, since, reason, count }) => {
    const { what, todo } = words.condition[condition];
    const happened = what({
      since: formatShortMoment(since, zone, 'en', offset),
      reason,
      count: count ?? 0,
      mailbox,
    });
    return {
      condition,
      since: iso(since),
      what: reason === '' ? happened : `${happened} ${words.said(reason)}`,
      todo,
    };
  });
}

function iso(at: Instant): string {
  return new Date(at).toISOString();
}
