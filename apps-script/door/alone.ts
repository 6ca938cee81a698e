import type { Services } from '../ports';
import { TurnedAway } from './turned-away';

/** Two clicks, or a click and a tick, one after the other: what the second does depends on the first. */
export function alone<T>(services: Services, work: () => T): T {
  const done = services.lock.alone(10_000, work);
  if (!done) throw new TurnedAway('busy', '');
  return done.result;
}
