/** Whether a tick was started by its clock or by a person of the firm, and not by a visitor of the published page. */
import * as v from 'valibot';
import type { Services } from '../ports';

/** https://developers.google.com/apps-script/guides/triggers/events#time-driven-events */
const clockEvent = v.looseObject({ triggerUid: v.pipe(v.string(), v.minLength(1)) });

/**
 * Any page can call any function of its script, so the published one could call this, with whatever it likes as the
 * event. Google names no visitor from outside the firm's domain, and nobody outside sees the number of a trigger. A person
 * who starts it in the script editor is named.
 */
export function mayTick(
  { triggers, userEmail }: Pick<Services, 'triggers' | 'userEmail'>,
  event: unknown,
): boolean {
  const read = v.safeParse(clockEvent, event);
  // First, because it says least about Google: whom a time trigger runs for is told on some accounts only.
  if (read.success && triggers.clockTriggers('tick').includes(read.output.triggerUid)) return true;
  return userEmail() !== '';
}
