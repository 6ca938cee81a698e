import { SETTLED_AFTER_WEEKS, withSettledWeeks } from '../../../core/figures/settled-weeks';
import { formatDay, parseDay, plusDays } from '../../../core/time/civil';
import type { Row } from '../../../core/workbook/rows';

const THIS_WEEK = '2026-11-23';

function week(ago: number, created: number): Row<'figures'> {
  const monday = parseDay(THIS_WEEK);
  if (monday === null) throw new Error('no day');
  return {
    week: formatDay(plusDays(monday, -7 * ago)),
    created,
    resolved: 0,
    backlog: 0,
    promises_kept: 0,
    promises_missed: 0,
    first_median: null,
    first_p90: null,
    resolution_median: null,
    resolution_p90: null,
  };
}

const counted = (created: (ago: number) => number, weeks: number): Row<'figures'>[] =>
  Array.from({ length: weeks }, (_, i) => week(weeks - 1 - i, created(weeks - 1 - i)));

const numbers = (rows: readonly Row<'figures'>[]) => rows.map(({ created }) => created);

describe('the weeks that the Figures tab is to hold', () => {
  test('are those that were counted, when it is empty', () => {
    const rows = counted((ago) => ago, 40);
    expect(withSettledWeeks([], rows)).toEqual(rows);
  });

  test('stay as they were counted once they are settled, and follow the tickets before', () => {
    const known = counted(() => 9, 20);
    const now = withSettledWeeks(
      known,
      counted(() => 1, 20),
    );
    expect(numbers(now)).toEqual([
      ...Array.from({ length: 20 - SETTLED_AFTER_WEEKS - 1 }, () => 9),
      ...Array.from({ length: SETTLED_AFTER_WEEKS + 1 }, () => 1),
    ]);
  });

  test('stay when their tickets have been archived', () => {
    const now = withSettledWeeks(
      counted(() => 9, 6),
      counted(() => 1, 2),
    );
    expect(numbers(now)).toEqual([9, 9, 9, 9, 1, 1]);
  });

  test('stay when no ticket is left at all', () => {
    const known = counted(() => 9, 3);
    expect(withSettledWeeks(known, [])).toEqual(known);
  });

  test('stand once each and from the oldest on, however people sorted and copied them', () => {
    const known = [week(30, 3), week(31, 4), week(30, 99), { ...week(1, 5), week: null }];
    const now = withSettledWeeks(
      known,
      counted(() => 1, 2),
    );
    expect(now.map((row) => [row.week, row.created])).toEqual([
      [week(31, 0).week, 4],
      [week(30, 0).week, 3],
      [week(1, 0).week, 1],
      [week(0, 0).week, 1],
    ]);
  });
});
