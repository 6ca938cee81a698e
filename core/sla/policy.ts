/** Targets by priority, from the rows of the SLA tab. Times are minutes. */
import type { Priority } from '../workbook/choices';
import { PRIORITIES } from '../workbook/choices';
import type { Row } from '../workbook/rows';

/** The three promises of a ticket. */
export const CLOCKS = ['first', 'next', 'resolution'] as const;
export type ClockName = (typeof CLOCKS)[number];

interface SlaPolicy {
  readonly priority: Priority;
  /** Key of the calendar whose open minutes are counted; '' counts plain minutes round the clock. */
  readonly calendar: string;
  /** Minutes; null makes no promise. */
  readonly targets: Readonly<Record<ClockName, number | null>>;
}

export type SlaPolicies = ReadonlyMap<Priority, SlaPolicy>;

/** The first row of a priority counts. Empty, zero or negative targets make no promise. */
export function readPolicies(rows: readonly Row<'sla'>[]): SlaPolicies {
  const policies = new Map<Priority, SlaPolicy>();
  for (const row of rows) {
    const priority = PRIORITIES.find((word) => word === row.priority);
    if (!priority || policies.has(priority)) continue;
    policies.set(priority, {
      priority,
      calendar: row.calendar.trim(),
      targets: {
        first: target(row.first_answer),
        next: target(row.next_answer),
        resolution: target(row.resolution),
      },
    });
  }
  return policies;
}

function target(value: number | null): number | null {
  return value !== null && Number.isFinite(value) && value > 0 ? value : null;
}
