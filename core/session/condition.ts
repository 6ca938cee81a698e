/** When a step of the ladder or a checkpoint applies, as people write it: `logged in = no`, `online`, `очно`. */
import { folded } from '../words/folded';
import { canonicalActivity, deniedActivity, isKnownActivity } from './activity-names';

export type Condition =
  | { readonly kind: 'always' }
  /** `what`: the name of a known activity, else the words of the cell. */
  | { readonly kind: 'activity'; readonly what: string; readonly done: boolean }
  /** The session has a link. */
  | { readonly kind: 'online' }
  /** The session has a place. */
  | { readonly kind: 'on-site' };

const ONLINE =
  /^(?:on ?line|remote|remotely|zdaln(?:ie|e|y|a)|przez internet|он ?лаин|дистанціин(?:о|е|ии)|віддалено)$/;
const ON_SITE =
  /^(?:on ?site|in person|in the room|face to face|na miejscu|stacjonarn(?:ie|e|y|a)|w sali|очн(?:о|е|ии)|на місці|в аудиторії|в аудиторіі|у залі)$/;
const YES = /^(?:yes|y|true|1|done|tak|t|prawda|так|да|є|виконано)$/;
const NO =
  /^(?:no|n|false|0|not done|not yet|none|nie|falsz|jeszcze nie|brak|ні|ще ні|немає|нема|не виконано)$/;

/**
 * Null when it cannot be told for sure.
 *
 * @param bare what a deed without "= yes" or "= no" means. Where it is given, any words may name a deed; where it is
 * not, a deed must be known to stand alone (and is done then), so that a misspelt "online" is no deed.
 */
export function parseCondition(text: string, bare?: 'done' | 'not-done'): Condition | null {
  const written = text.trim();
  if (folded(written) === '') return written === '' ? { kind: 'always' } : null;
  const { left, answer } = splitAnswer(written);
  if (answer === 'unclear') return null;
  const words = folded(left);
  if (ONLINE.test(words)) return answer === 'no' ? null : { kind: 'online' };
  if (ON_SITE.test(words)) return answer === 'no' ? null : { kind: 'on-site' };
  const denied = deniedActivity(left);
  if (denied !== null) {
    // "not logged in = no" has two denials, and nobody knows whether both were meant.
    const what = nameOf(denied, denied);
    return answer === 'no' || (!isKnownActivity(what) && bare === undefined && answer === null)
      ? null
      : { kind: 'activity', what, done: false };
  }
  const what = nameOf(left, left.trim());
  if (answer !== null) return { kind: 'activity', what, done: answer === 'yes' };
  if (bare !== undefined) return { kind: 'activity', what, done: bare === 'done' };
  return isKnownActivity(what) ? { kind: 'activity', what, done: true } : null;
}

/** Known deeds by their name; others as people wrote them, because letters repeat those words. */
function nameOf(text: string, written: string): string {
  const name = canonicalActivity(text);
  return isKnownActivity(name) ? name : written;
}

/** `=` and `:` with an answer after it. */
function splitAnswer(text: string): {
  readonly left: string;
  readonly answer: 'yes' | 'no' | 'unclear' | null;
} {
  const match = /^([^=:]*?)\s*(?:==?|:)\s*([^=:]*)$/.exec(text);
  if (!match) return { left: text, answer: /[=]/.test(text) ? 'unclear' : null };
  const [, left = '', right = ''] = match;
  const said = folded(right);
  if (folded(left) === '') return { left, answer: 'unclear' };
  return { left, answer: YES.test(said) ? 'yes' : NO.test(said) ? 'no' : 'unclear' };
}
