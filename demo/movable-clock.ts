/** The demo's clock: it runs like any other, and can be moved ahead to see reminders go out and due times pass. */
import { type Clock, type Instant, instant, type Minutes, MS_PER_MINUTE } from '../core/time/instant';

export interface MovableClock extends Clock {
  /** @throws RangeError when asked to go back: what was sent cannot be unsent */
  advance(by: Minutes): void;
  /** How far it is ahead of the machine's clock, in milliseconds. */
  readonly ahead: number;
}

export interface MovableClockOptions {
  readonly realNow?: () => number;
  /** Milliseconds. */
  readonly ahead?: number;
  /** Called after each move, with the new lead. */
  readonly onMove?: (ahead: number) => void;
}

export function movableClock({
  realNow = Date.now,
  ahead = 0,
  onMove,
}: MovableClockOptions = {}): MovableClock {
  let lead = ahead;
  return {
    now: (): Instant => instant(realNow() + lead),
    advance(by) {
      if (!(by >= 0)) throw new RangeError('The clock of the demo only goes forward.');
      lead += by * MS_PER_MINUTE;
      onMove?.(lead);
    },
    get ahead() {
      return lead;
    },
  };
}
