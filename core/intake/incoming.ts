/** One mail, read and understood: all that the plan for it needs to know. */

import type { Language } from '../language';
import type { Bounce } from '../mail/bounce-types';
import type { CalendarReply } from '../mail/calendar-reply';
import type { Classification } from '../mail/classify';
import type { Mail } from '../mail/mail';
import type { Tone } from '../mail/tone';
import type { Instant } from '../time/instant';

export interface IncomingMail {
  readonly mail: Mail;
  readonly classification: Classification;
  readonly bounce: Bounce | null;
  /** The sender's own words: quotes and signature cut off. Never empty where the mail has a text. */
  readonly words: string;
  /** The whole text. */
  readonly fullText: string;
  /** Language of the sender's own words, null when nobody can tell. */
  readonly language: Language | null;
  /** Who a forwarded mail is really from. */
  readonly forwardedFrom: { readonly address: string; readonly name: string } | null;
  /** The answer to an invitation that the mail carries. */
  readonly calendar: CalendarReply | null;
  /** Words of the firm's lists that the sender's own words hold. */
  readonly tone: Tone;
  /** When the server received it. */
  readonly receivedAt: Instant;
  /** Name of the raw bytes in the spool. */
  readonly original: string;
}
