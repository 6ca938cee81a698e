/** Why a due time is what it is, as data. The words are in due-reason-words.ts. */
import type { Instant, Minutes, Zone } from '../time/instant';
import type { Priority, TicketStatus } from '../workbook/choices';
import type { MomentSpan } from './near-session';
import type { ClockName } from './policy';

export type DueReason =
  /** The promise of the SLA tab. */
  | {
      readonly kind: 'target';
      readonly clock: ClockName;
      /** Null when the calendar does not open any more. */
      readonly due: Instant | null;
      readonly since: Instant;
      /** Minutes. */
      readonly target: number;
      /** '' is round the clock. */
      readonly calendar: string;
      /** Where that calendar's hours are meant; null when there is no such calendar. */
      readonly zone: Zone | null;
      /** Name of the row of the SLA tab; '' when it has none. */
      readonly policy: string;
      readonly priority: Priority;
      /** When the clock went on after a pause; null when it never stood still. */
      readonly resumedAt: Instant | null;
      readonly usedBefore: number;
    }
  /** A session of the participant is near, or a key moment of it lasts. */
  | {
      readonly kind: 'near-session';
      readonly clock: ClockName;
      readonly due: Instant;
      readonly policy: string;
      readonly sessionId: string;
      readonly course: string;
      readonly startsAt: Instant;
      /** The key moment that the firm has entered; null where it is the session itself. */
      readonly moment: MomentSpan | null;
      readonly before: Minutes;
      readonly within: Minutes;
    }
  /** The clock stands still. */
  | {
      readonly kind: 'paused';
      readonly clock: ClockName;
      readonly status: TicketStatus;
      /** Minutes of the target still left. */
      readonly left: number;
      readonly calendar: string;
      /** The due time that had been missed before the pause. */
      readonly missed: Instant | null;
    };
