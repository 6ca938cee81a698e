import { THOROUGH } from '../../support/thorough';

/** One of these looks, another at each turn; all of them in a thorough run. */
export function byTurns<T>(looks: readonly T[], turn: number): readonly T[] {
  return THOROUGH ? looks : looks.slice(turn % looks.length, (turn % looks.length) + 1);
}
