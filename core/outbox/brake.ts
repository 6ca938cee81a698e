/**
 * The brake on automatic answers, as one table.
 *
 * It trips by itself when the cap over all is reached, and only a person releases it: a storm that has begun is looked
 * at before it may go on. The sign of that person is that the line on the Problems tab, which says what happened, is
 * gone; so the brake must know that the line stood there before its absence means anything.
 */
import type { Instant } from '../time/instant';
import { isPersonsAnswer, type OutgoingMail } from './outgoing-mail';

export type BrakeState =
  /** Automatic answers go out. */
  | 'released'
  /** They do not, and the Problems tab does not say so yet. */
  | 'tripped'
  /** They do not, and its line stands on the Problems tab. */
  | 'told';

export interface Brake {
  readonly state: BrakeState;
  /** When it tripped, or was last released; null: it has never tripped. */
  readonly at: Instant | null;
}

export type BrakeEvent =
  /** One more automatic answer would break the cap over all. */
  | 'cap-reached'
  /** The line was written, or read there. */
  | 'line-stands'
  /** The tab was read and has no such line, or an emptied one. */
  | 'line-gone';

export const NEVER_TRIPPED: Brake = { state: 'released', at: null };

/** Rows: the state it is in. Columns: what happened. null: it stays as it is. */
const TABLE: Readonly<Record<BrakeState, Readonly<Record<BrakeEvent, BrakeState | null>>>> = {
  released: { 'cap-reached': 'tripped', 'line-stands': null, 'line-gone': null },
  tripped: { 'cap-reached': null, 'line-stands': 'told', 'line-gone': null },
  told: { 'cap-reached': null, 'line-stands': null, 'line-gone': 'released' },
};

/** The state that follows, or null when the event changes nothing. */
export function nextBrake({ state, at }: Brake, event: BrakeEvent, now: Instant): Brake | null {
  const next = TABLE[state][event];
  if (next === null) return null;
  // The moment names the line and the mails: it is that of the tripping until the release.
  return { state: next, at: event === 'line-stands' ? at : now };
}

/** null while it is released. */
export function trippedSince({ state, at }: Brake): Instant | null {
  return state === 'released' ? null : at;
}

/** Of its line on the Problems tab, and the beginning of those of its mails; null while it is released. */
export function brakeKey(brake: Brake): string | null {
  const since = trippedSince(brake);
  return since === null ? null : `brake:${new Date(since).toISOString().slice(0, 16)}`;
}

/** Keys of the mails that say "no more reminders, as you wished" begin with it. */
export const STOP_CONFIRMED = 'stop-confirmed:';

/** What a program answers to whoever wrote: these the caps count, and these the brake holds back. */
export function isAutomaticAnswer({ kind, key }: Pick<OutgoingMail, 'kind' | 'key'>): boolean {
  return kind === 'acknowledgement' || key.startsWith(STOP_CONFIRMED);
}

/** @param stopped a person has stopped everything automatic on the Settings tab */
export function isHeldBack(
  mail: Pick<OutgoingMail, 'kind' | 'key'>,
  { state }: Brake,
  stopped: boolean,
): boolean {
  if (isPersonsAnswer(mail.kind)) return false;
  return stopped || (state !== 'released' && isAutomaticAnswer(mail));
}
