/** A mail in the outbox book: the mail itself, and how far it is. */
import type { Transmission } from '../../core/outbox/next-step';
import type { OutgoingMail } from '../../core/outbox/outgoing-mail';
import type { Instant } from '../../core/time/instant';
import type { OutboxState } from '../../core/workbook/choices';

export interface BookedMail {
  readonly mail: OutgoingMail;
  readonly state: OutboxState;
  readonly attempts: number;
  /** How far the attempt is; `none` in every state but `sending`. */
  readonly transmission: Transmission;
  readonly retryAt: Instant | null;
  /** When the last step was taken. */
  readonly at: Instant;
  /** The server's last words, or why it was not sent. */
  readonly answer: string;
  /** The Sheet's row shows this state already. */
  readonly shown: boolean;
  /** When the server had it, or may have had it. */
  readonly leftAt: Instant | null;
  /** Cancelled by us, because its reason was gone. */
  readonly withdrawn: boolean;
  /** The Sheet has a row of this key with an older or a shorter text. */
  readonly again: boolean;
}
