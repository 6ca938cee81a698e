/**
 * Weeks long past stay as they were counted. Old tickets are archived, deleted, sorted into other categories; a chart
 * of last spring must not change for that.
 */
import type { DayNumber } from '../time/civil';
import { parseDay } from '../time/civil';
import type { Row } from '../workbook/rows';

/** Longer than any ticket of a training course is worked on. */
export const SETTLED_AFTER_WEEKS = 13;

/**
 * What the tab is to hold, oldest week first.
 *
 * @param known as the tab stands, in any order
 * @param counted from the tickets that are there, without gaps, up to the present week
 */
export function withSettledWeeks(
  known: readonly Row<'figures'>[],
  counted: readonly Row<'figures'>[],
): Row<'figures'>[] {
  const thisWeek = dayOf(counted[counted.length - 1]);
  const firstCounted = dayOf(counted[0]);
  // Before the oldest ticket that is left nothing was counted, and nothing is taken back.
  const settledBefore =
    thisWeek === null || firstCounted === null
      ? Infinity
      : Math.max(firstCounted, thisWeek - 7 * SETTLED_AFTER_WEEKS);
  const weeks = new Map<DayNumber, Row<'figures'>>();
  for (const row of counted) {
    const day = dayOf(row);
    if (day !== null) weeks.set(day, row);
  }
  const settled = new Set<DayNumber>();
  for (const row of known) {
    const day = dayOf(row);
    // Of a week that stands twice the first counts.
    if (day === null || day >= settledBefore || settled.has(day)) continue;
    settled.add(day);
    weeks.set(day, row);
  }
  return Array.from(weeks)
    .sort(([a], [b]) => a - b)
    .map(([, row]) => row);
}

function dayOf(row: Row<'figures'> | undefined): DayNumber | null {
  return row?.week ? parseDay(row.week) : null;
}
