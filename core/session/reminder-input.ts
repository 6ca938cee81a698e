/** What planning asks for. Nothing is remembered by the planner: what was planned, told and done is asked here. */
import type { Language } from '../language';
import type { BusinessCalendar } from '../sla/business-calendar';
import type { Instant, Minutes, Zone, ZoneOffset } from '../time/instant';
import { minutes } from '../time/instant';
import type { Row } from '../workbook/rows';
import type { Night } from './night';
import { NIGHT } from './night';
import type { Told } from './planned-mail';

export interface ReminderRule {
  readonly night: Night;
  /** How long a reminder after the session (thanks, a survey) still makes sense. */
  readonly keepAfterEnd: Minutes;
  /** So near each other, steps counted in hours or minutes of two sessions of one person make one mail. */
  readonly mergeWithin: Minutes;
}

export const REMINDER_RULE: ReminderRule = {
  night: NIGHT,
  keepAfterEnd: minutes(48 * 60),
  mergeWithin: minutes(60),
};

export interface ReminderInput {
  readonly sessions: readonly Row<'sessions'>[];
  readonly participants: readonly Row<'participants'>[];
  readonly steps: readonly Row<'reminders'>[];
  readonly now: Instant;
  readonly zoneOf: (session: Row<'sessions'>) => Zone;
  readonly offset: ZoneOffset;
  /** The firm's: a working morning is its opening. */
  readonly calendar: BusinessCalendar;
  readonly sheetLanguage: Language;
  /**
   * Whether a mail with this key was planned before, or stands in the `covers` of one that was. A mail that we
   * withdrew before it left (its answer begins with "Withdrawn") counts as not planned, with all that it covers: when
   * its reason returns it is planned again under the same key. So does one for several sessions that expired before
   * it left: for some of them there may still be time. Any other mail that a person cancelled, that expired or that
   * failed stays planned.
   */
  readonly alreadyPlanned: (key: string) => boolean;
  /** Planned before and not out yet: queued, deferred, being sent. False of what failed and what was cancelled. */
  readonly onItsWay: (key: string) => boolean;
  /** By the last mail that went out to this address and told of this session. */
  readonly told: (sessionId: string, email: string) => Told | null;
  /** By the Activity tab (core/session/activity.ts). */
  readonly hasDone: (sessionId: string, email: string, what: string) => boolean;
  /** Whether the last mail to this address came back for good. */
  readonly undeliverable: (email: string) => boolean;
  readonly rule: ReminderRule;
}
