/** A mail about sessions that is due: what to write, to whom, and until when it makes sense. Letters are made of it. */
import type { Language } from '../language';
import type { Instant, Zone } from '../time/instant';
import type { Row } from '../workbook/rows';
import type { Tone } from './audience';

/** What a participant was last told of a session, by a mail that went out. */
export interface Told {
  readonly startsAt: Instant;
  /** Null where nobody knows what that mail said: it was written before mails remembered. */
  readonly details: { readonly endsAt: Instant; readonly place: string; readonly link: string } | null;
  readonly cancelled: boolean;
  readonly sequence: number;
  /** When a notice of change told it; null where no notice did. */
  readonly noticeAt: Instant | null;
}

export type Purpose =
  /** A step of the ladder. */
  | { readonly kind: 'reminder' }
  /** What was told holds no more. */
  | { readonly kind: 'changed'; readonly before: Told }
  | { readonly kind: 'cancelled'; readonly before: Told }
  /** A checkpoint that the participant has not passed. */
  | { readonly kind: 'nudge'; readonly missing: string };

/** Which texts fit: plain ones for people with special needs. */
export type Need = 'any' | 'accessible';

export interface PlannedMail {
  readonly key: string;
  readonly purpose: Purpose;
  /** The session it is about; where it stands for several of one day, the first. */
  readonly session: Row<'sessions'>;
  /** The others of that day that this mail speaks of too, in order, and the keys of their reminders. */
  readonly also: readonly { readonly session: Row<'sessions'>; readonly key: string }[];
  readonly participant: Row<'participants'>;
  /** Name of the step, or of the checkpoint. */
  readonly step: string;
  readonly email: string;
  readonly template: string;
  readonly language: Language;
  readonly tone: Tone;
  readonly need: Need;
  /** The reader's own. */
  readonly zone: Zone;
  /** Its moment, come already. */
  readonly notBefore: Instant;
  /** From here on it must not be sent any more. */
  readonly notAfter: Instant;
}
