/** What was handed to the mail server and what it answered: all that the oracle sees of the bridge's work. */
import type { Invitation } from '../../../../core/session/invitation';
import type { Instant } from '../../../../core/time/instant';

export interface Letter {
  readonly key: string;
  readonly kind: 'reminder' | 'changed' | 'cancelled';
  readonly to: string;
  /** Of the ladder; empty for notices. */
  readonly step: string;
  /** The sessions it speaks of, the first of the day first, with the start that it names. */
  readonly about: readonly { readonly sessionId: string; readonly startsAt: Instant }[];
  readonly invitations: readonly Invitation[];
  /** The round in which it was written. */
  readonly writtenAt: Instant;
}

export interface HandedOver {
  readonly at: Instant;
  readonly letter: Letter;
  /** `lost`: it was delivered, but the connection broke before the server could say so. */
  readonly answer: 'accepted' | 'deferred' | 'lost';
}

/** Why something was not written, or was taken back, as the bridge remembers it. */
export interface Remembered {
  readonly at: Instant;
  readonly key: string;
  readonly why: string;
}

export interface MailLog {
  readonly handedOver: readonly HandedOver[];
  readonly remembered: readonly Remembered[];
}
