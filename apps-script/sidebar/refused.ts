import type { Language } from '../../core/language';
import type { Refusal } from './contract';

/** The script will not do what was asked. The page says why in words, with `detail` filled in. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly refusal: Refusal,
    readonly detail: string,
    readonly language: Language | null = null,
  ) {
    super(`${refusal}: ${detail}`);
  }
}
