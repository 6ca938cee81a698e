import { type Clock, instant } from '../../core/time/instant';

/** The machine's clock. */
export const systemClock: Clock = { now: () => instant(Date.now()) };
