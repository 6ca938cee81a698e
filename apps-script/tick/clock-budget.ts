/** Time that a run may use. Google ends a run after 6 minutes without a word, in the middle of anything. */
import type { Clock, Instant } from '../../core/time/instant';
import { minutes, plus } from '../../core/time/instant';

/** Leaves two minutes for the slowest batchUpdate and its verification (a Sheets API request may take 180 s). */
const BUDGET = minutes(4);

export class ClockBudget {
  readonly startedAt: Instant;
  readonly #until: Instant;

  constructor(private readonly clock: Clock) {
    this.startedAt = clock.now();
    this.#until = plus(this.startedAt, BUDGET);
  }

  isSpent(): boolean {
    return this.clock.now() >= this.#until;
  }
}
