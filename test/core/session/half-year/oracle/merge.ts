/** Which steps of one person belong into one mail. */
import { dayOf } from './clock';
import type { Memory } from './memory';
import { partName } from './memory';
import type { Moment } from './moments';
import type { Situation } from './situation';
import { whyNever } from './situation';

/** A step of a person in one session. */
export interface Part {
  readonly name: string;
  readonly now: Situation;
  readonly moment: Moment;
}

export function partOf(now: Situation, moment: Moment): Part {
  return { name: partName(now.session.id, moment.step, now.start), now, moment };
}

const NEAR = 60 * 60_000;

export function belongTogether(a: Part, b: Part): boolean {
  return (
    a.now.session.id !== b.now.session.id &&
    a.moment.step === b.moment.step &&
    a.moment.template === b.moment.template &&
    a.now.language === b.now.language &&
    dayOf(a.now.start, a.now.zone) === dayOf(b.now.start, b.now.zone) &&
    (a.moment.byDays || Math.abs(a.moment.at - b.moment.at) <= NEAR)
  );
}

/** Steps whose moment has not come, and which go along with one whose moment has. */
export function goingAlong(due: readonly Part[], situations: readonly Situation[], memory: Memory): Part[] {
  return situations.flatMap((now) =>
    now.moments
      .filter((moment) => whyNever(now, moment, memory) === null)
      .map((moment) => partOf(now, moment))
      .filter((part) => due.every(({ name }) => name !== part.name))
      .filter((part) => due.some((first) => belongTogether(first, part))),
  );
}
