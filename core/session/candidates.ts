/** The reminders of one person that go out, now or later, in the shape in which they are joined. */
import type { Instant } from '../time/instant';
import { MS_PER_DAY } from '../time/instant';
import { dayAt } from '../time/zoned';
import type { Row } from '../workbook/rows';
import { languageOf } from './audience';
import type { Candidate } from './merge-reminders';
import type { Outlook, Planning } from './planning';
import { outlookOf, slotsFor, standingOf, verdictOn } from './planning';
import type { SessionClock, Slot } from './session-clock';

export interface ReaderCandidate extends Candidate {
  readonly outlook: Outlook;
}

/** @param goesAt now, where it is left out */
export function candidateFor(
  slot: Slot,
  key: string,
  outlook: Outlook,
  clock: SessionClock,
  { input }: Planning,
  goesAt = input.now,
): ReaderCandidate {
  return {
    key,
    clock,
    slot,
    outlook,
    language: languageOf(outlook.seat.participant, clock.session, input.sheetLanguage),
    day: dayAt(clock.startsAt, outlook.zone, input.offset),
    goesAt,
  };
}

/**
 * @param due reminders of one step for one person
 * @returns them, and the same step of the person's other sessions around those days that still comes
 */
export function withOthers(due: readonly ReaderCandidate[], planning: Planning): readonly ReaderCandidate[] {
  const [first] = due;
  if (!first) return due;
  const { roster, sessions } = planning;
  const { email } = first.outlook.seat;
  const several = roster.severalSessionsOf(email);
  if (several.length === 0) return due;
  const taken = new Set(due.map(({ clock }) => clock.session.id));
  const days = new Set(due.flatMap(({ clock }) => daysAround(clock.startsAt)));
  const others: ReaderCandidate[] = [];
  for (const id of several) {
    const session = sessions.get(id);
    if (!session || taken.has(id) || session.starts_at === null) continue;
    // One person may sit in every session there is: most are far away.
    if (!days.has(Math.floor(session.starts_at / MS_PER_DAY))) continue;
    const other = comingStep(session, email, first.slot.step.row.step, planning);
    if (other) others.push(other);
  }
  return [...due, ...others];
}

/** Days of the universal calendar that share a day of some zone with `at`. */
function daysAround(at: Instant): number[] {
  const day = Math.floor(at / MS_PER_DAY);
  return [day - 1, day, day + 1];
}

function comingStep(
  session: Row<'sessions'>,
  email: string,
  step: string,
  planning: Planning,
): ReaderCandidate | null {
  const { input, roster } = planning;
  const seat = roster.seatOf(session.id, email);
  const clock = session.state === 'cancelled' ? null : planning.clockOf(session);
  if (!clock || !seat?.present || !seat.wantsReminders) return null;
  const outlook = outlookOf(seat, session, clock.zone, planning);
  const { slots } = slotsFor(clock, outlook, planning);
  const slot = slots.find((one) => one.step.row.step === step);
  const key = clock.keyOf(email, step);
  if (!slot || input.alreadyPlanned(key)) return null;
  const { silentUntil } = standingOf(outlook, session, planning);
  const verdict = verdictOn(slot, outlook, silentUntil, clock, slots, planning);
  return typeof verdict === 'number' ? candidateFor(slot, key, outlook, clock, planning, verdict) : null;
}
