/** The time that a tortured bridge lives in: faster than ours, and set ahead or back at will. */
import { type Instant, instant } from '../../core/time/instant';

/** When our clock showed `real`, the bridge's showed `shown`. */
export interface ClockReading {
  readonly real: number;
  readonly shown: number;
}

export interface WorldClock {
  readonly speed: number;
  now(): Instant;
  reading(): ClockReading;
  /** Sets it ahead, or back with a negative figure. */
  jump(milliseconds: number): void;
}

export function worldClock(speed: number): WorldClock {
  const begin = Date.now();
  let jumped = 0;
  const shownAt = (real: number) => begin + (real - begin) * speed + jumped;
  return {
    speed,
    now: () => instant(Math.round(shownAt(Date.now()))),
    reading() {
      const real = Date.now();
      return { real, shown: shownAt(real) };
    },
    jump(milliseconds) {
      jumped += milliseconds;
    },
  };
}
