import type { Language } from '../../core/language';
import type { DoorRefusal } from './contract';

/** The script will not do what was asked. The page says why in words, with `detail` filled in. */
export class TurnedAway<R extends string = DoorRefusal> extends Error {
  override readonly name: string = 'TurnedAway';

  constructor(
    readonly refusal: R,
    readonly detail: string,
    readonly language: Language | null = null,
  ) {
    super(`${refusal}: ${detail}`);
  }
}
