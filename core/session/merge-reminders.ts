/** One mail where one person has two sessions on one day: the same step of both, said at once. */
import type { Language } from '../language';
import type { DayNumber } from '../time/civil';
import type { Instant, Minutes } from '../time/instant';
import { instant, MS_PER_MINUTE } from '../time/instant';
import type { SessionClock, Slot } from './session-clock';

/** A reminder that goes out, now or later. */
export interface Candidate {
  readonly key: string;
  readonly clock: SessionClock;
  readonly slot: Slot;
  readonly language: Language;
  /** On which the session begins, where the reader is. */
  readonly day: DayNumber;
  /** When it goes: now, where it is due. */
  readonly goesAt: Instant;
}

export interface MergedReminder<T extends Candidate> {
  /** Whose moment sends the mail. */
  readonly first: T;
  /** The others that it stands for. */
  readonly others: readonly T[];
  readonly template: string;
  readonly notAfter: Instant;
}

/** Key of the Templates tab for one mail about several sessions that are ahead. */
const SEVERAL = 'reminder_several';

/** @param candidates of one step and one person, at most one a session */
export function mergeReminders<T extends Candidate>(
  candidates: readonly T[],
  within: Minutes,
): MergedReminder<T>[] {
  const alike = new Map<string, T[]>();
  for (const candidate of candidates) {
    const { day, language, slot } = candidate;
    const name = `${day} ${language} ${slot.step.row.template}`;
    const group = alike.get(name);
    if (group) group.push(candidate);
    else alike.set(name, [candidate]);
  }
  return Array.from(alike.values()).flatMap((group) => mergeDay(group, within));
}

/** The first takes those that are near enough with it, the first of the rest those near to it, and so on. */
function mergeDay<T extends Candidate>(candidates: readonly T[], within: Minutes): MergedReminder<T>[] {
  let waiting = [...candidates].sort(inOrder);
  const merged: MergedReminder<T>[] = [];
  for (let [first] = waiting; first !== undefined; [first] = waiting) {
    const leader = first;
    const rest = waiting.slice(1);
    const others = rest.filter((other) => isNear(other, leader, within));
    waiting = rest.filter((other) => !others.includes(other));
    merged.push(one(leader, others));
  }
  return merged;
}

function inOrder(a: Candidate, b: Candidate): number {
  return (
    a.goesAt - b.goesAt ||
    a.slot.at - b.slot.at ||
    a.clock.startsAt - b.clock.startsAt ||
    (a.key < b.key ? -1 : 1)
  );
}

/** Steps counted in days speak of the day: they go together. Those in hours or minutes only when about as near. */
function isNear(other: Candidate, first: Candidate, within: Minutes): boolean {
  return (
    first.slot.step.offset.unit !== 'minutes' ||
    Math.abs(other.slot.at - first.slot.at) <= within * MS_PER_MINUTE
  );
}

function one<T extends Candidate>(first: T, others: readonly T[]): MergedReminder<T> {
  const { slot, clock } = first;
  // Before several sessions one text names them all; once they run, or are over, the step's own words serve better.
  const isAhead = others.length > 0 && slot.asked < clock.startsAt;
  return {
    first,
    others,
    template: isAhead ? SEVERAL : slot.step.row.template,
    notAfter: instant(Math.min(slot.notAfter, ...others.map((other) => other.slot.notAfter))),
  };
}
