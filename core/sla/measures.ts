/** How long a ticket took and whether its promises were kept, as figures for the dashboards. */
import type { Instant } from '../time/instant';
import type { RowChange } from '../workbook/rows';
import { businessMinutesBetween } from './business-calendar';
import type { SlaReading } from './clock-reading';
import type { ClockState } from './clock-state';
import type { SlaContext } from './clocks';
import { calendarFor } from './clocks';

export interface MeasureFacts {
  /** What stands in the cell: counted once and kept, whatever is written into the calendar later. */
  readonly firstMinutes: number | null;
  /** The first answer of a person; a ticket closed without a word has none. */
  readonly firstAnswerAt: Instant | null;
}

export function measureCells(
  state: ClockState,
  reading: SlaReading,
  facts: MeasureFacts,
  context: SlaContext,
): Pick<RowChange<'tickets'>, 'first_minutes' | 'resolution_minutes' | 'sla_met' | 'policy'> {
  const { resolution } = state.runs;
  return {
    first_minutes: firstMinutes(state, facts, context),
    // Frozen in the clock when it ended, and pauses are left out of it.
    resolution_minutes: resolution && resolution.endedAt !== null ? Math.round(resolution.used) : null,
    sla_met: promisesKept(reading),
    policy: state.policy,
  };
}

function firstMinutes(state: ClockState, facts: MeasureFacts, context: SlaContext): number | null {
  const { first } = state.runs;
  if (!first || facts.firstAnswerAt === null) return null;
  if (facts.firstMinutes !== null) return facts.firstMinutes;
  const calendar = calendarFor(first, context);
  return calendar && Math.round(businessMinutesBetween(first.since, facts.firstAnswerAt, calendar));
}

/** Told when nothing is open any more: a promise that is missed already may be joined by others. */
function promisesKept({ state, clocks }: SlaReading): 'yes' | 'no' | '' {
  const all = Object.values(clocks);
  if (all.length === 0 || all.some(({ ended }) => !ended)) return '';
  return state === 'met' ? 'yes' : 'no';
}
