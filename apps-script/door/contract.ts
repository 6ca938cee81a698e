/**
 * What every page of the tracker and the script say to each other. google.script.run carries plain values only (no
 * Date, no function), so moments travel as words already written in the reader's language.
 */
import type { Language } from '../../core/language';

/** Every request of a page, with what it takes and gives. */
export type Calls<C> = { readonly [A in keyof C]: { readonly takes: object; readonly gives: object } };

/** Why the door itself turns somebody away. A page says it in words, with `detail` filled in. */
export type DoorRefusal = 'not-on-team' | 'not-your-role' | 'busy' | 'not-set-up' | 'unknown-request';

/** `language` is the firm's, in which the page speaks; null where the script did not come to know it. */
export type DoorAnswer<T, R extends string = DoorRefusal> =
  | { readonly ok: true; readonly language: Language | null; readonly value: T }
  | {
      readonly ok: false;
      readonly language: Language | null;
      readonly refusal: R;
      readonly detail: string;
    };
