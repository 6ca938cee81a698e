/** Days off by law, as rules: a fixed day, or a number of days after Easter. */
import type { Localized } from '../language';
import { type DayNumber, dayOf, formatDay, plusDays } from '../time/civil';
import type { CalendarDay } from '../workbook/rows';

export type HolidayRule = {
  readonly name: Localized;
  /** First year in which the law gives this day. */
  readonly since?: number;
} & ({ readonly month: number; readonly day: number } | { readonly afterEaster: number });

export interface Holiday {
  readonly date: CalendarDay;
  readonly name: Localized;
}

/** The holidays of a year, in order. */
export function holidaysOf(
  year: number,
  rules: readonly HolidayRule[],
  easter: (year: number) => DayNumber,
): readonly Holiday[] {
  return rules
    .filter((rule) => rule.since === undefined || year >= rule.since)
    .map((rule) => ({
      date: formatDay(
        'month' in rule
          ? dayOf({ year, month: rule.month, day: rule.day })
          : plusDays(easter(year), rule.afterEaster),
      ),
      name: rule.name,
    }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
