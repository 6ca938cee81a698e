import type { ExecutionResult, LocalClock } from '../contract';
import { ScriptError } from './failure';
import type { ScriptState } from './project';
import type { Completed } from './runner';
import { type ClockTrigger, nextFiring } from './triggers';

const DAY = 86_400_000;

/** Fires the installed time triggers when the virtual clock has come to them. */
export class TimeTriggers {
  #day = { since: Number.NEGATIVE_INFINITY, usedMs: 0 };

  constructor(
    readonly state: ScriptState,
    readonly clock: LocalClock,
    /** "Triggers total runtime": consumer accounts have 90 minutes a day. */
    readonly msPerDay: number,
    readonly changed: () => void,
  ) {}

  /** Every due trigger fires once, the longest due first, and one that fails does not hold back the others. */
  runDue(fire: (trigger: ClockTrigger, at: number) => Completed): readonly ExecutionResult[] {
    const now = this.clock.now();
    const due = this.state.triggers
      .filter((trigger): trigger is ClockTrigger => trigger.kind === 'clock')
      .filter(({ nextAt }) => nextAt !== null && nextAt <= now)
      .sort((a, b) => (a.nextAt ?? 0) - (b.nextAt ?? 0));
    const results: ExecutionResult[] = [];
    const failures: Error[] = [];
    for (const trigger of due) {
      // An earlier one may have deleted it.
      if (!this.state.triggers.includes(trigger) || trigger.nextAt === null) continue;
      trigger.nextAt = nextFiring(trigger.schedule, trigger.nextAt, now);
      this.changed();
      try {
        this.#refuseWhenUsedUp(trigger, now);
        const done = fire(trigger, now);
        this.#day.usedMs += done.elapsedMs;
        results.push(done.result);
      } catch (error) {
        failures.push(error instanceof Error ? error : new Error(String(error)));
      }
    }
    const [only] = failures;
    if (failures.length === 1 && only !== undefined) throw only;
    if (failures.length > 1) {
      throw new AggregateError(
        failures,
        `${failures.length} triggers failed: ${failures.map(String).join('; ')}`,
      );
    }
    return results;
  }

  #refuseWhenUsedUp(trigger: ClockTrigger, now: number): void {
    if (now - this.#day.since >= DAY) this.#day = { since: now, usedMs: 0 };
    if (this.#day.usedMs < this.msPerDay) return;
    throw new ScriptError(
      'Exception: Service using too much computer time for one day.',
      trigger.handlerFunction,
      '',
      [],
    );
  }
}
