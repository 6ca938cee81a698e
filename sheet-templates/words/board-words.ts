/** What the boards of coming sessions and of staffing say: each sentence with what to do about it. */
import type { Reason, RuleKey } from '../../core/readiness/rules';
import type { Missing } from '../../core/staffing/on-duty';

export interface Said extends Pick<Reason, 'name' | 'count' | 'of'> {}

export interface StaffingWords {
  readonly nobody: string;
  /** @param more colleagues that are missing */
  short(expected: string, capacity: string, more: number): string;
  tight(expected: string, capacity: string): string;
  others(count: number, expected: string): string;
  missing(person: Missing): string;
  readonly noRota: string;
  readonly noPeople: string;
  readonly enough: string;
}

export interface AlertLineWords {
  /** A key moment with its gap, in one line of an alert. */
  line(said: {
    readonly kind: string;
    /** '' where the moment belongs to no session. */
    readonly course: string;
    readonly from: string;
    readonly to: string;
    readonly expected: string;
    readonly capacity: string;
    /** Names, '' when nobody is there. */
    readonly onDuty: string;
  }): string;
}

export interface FollowUpWords {
  /** Who writes the note. */
  readonly from: string;
  /** For the History tab. */
  why(checkpoint: string): string;
  readonly assigned: string;
}

export interface BoardWords {
  readonly ready: string;
  readonly rule: Readonly<Record<RuleKey, (said: Said) => string>>;
  readonly staffing: StaffingWords;
  readonly alert: AlertLineWords;
  readonly followUp: FollowUpWords;
}
