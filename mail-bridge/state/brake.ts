/** Whether the brake on automatic answers is on: written down, because a restart must not release it. */
import * as v from 'valibot';
import { type Brake, type BrakeEvent, NEVER_TRIPPED, nextBrake } from '../../core/outbox/brake';
import { type Instant, instant } from '../../core/time/instant';
import { openJournal } from './journal';

const RECORD = v.object({
  state: v.picklist(['released', 'tripped', 'told']),
  at: v.nullable(v.pipe(v.number(), v.transform(instant))),
});

export interface BrakeMemory {
  state(): Brake;
  /** Writes down what follows from the event. Returns whether anything changed. */
  take(event: BrakeEvent, now: Instant): boolean;
  close(): void;
}

const WORTH_REWRITING = 50;

/** @throws UserError when the journal is damaged */
export function openBrake(file: string): BrakeMemory {
  const journal = openJournal<Brake>(file, (value) => v.parse(RECORD, value));
  let brake = journal.read[journal.read.length - 1] ?? NEVER_TRIPPED;
  if (journal.read.length > WORTH_REWRITING) journal.rewrite([brake]);
  return {
    state: () => brake,
    take(event, now) {
      const next = nextBrake(brake, event, now);
      if (next === null) return false;
      journal.append([next]);
      brake = next;
      return true;
    },
    close: () => journal.close(),
  };
}
