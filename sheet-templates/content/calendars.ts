/** Starter rows of the Calendar tab: office hours, and the holidays that the law gives. */
import type { Holiday } from '../../core/calendar/holidays';
import { polishHolidays } from '../../core/calendar/polish-holidays';
import { ukrainianHolidays } from '../../core/calendar/ukrainian-holidays';
import type { Language } from '../../core/language';
import type { Instant } from '../../core/time/instant';
import type { RowChange } from '../../core/workbook/rows';

const CALENDARS: readonly {
  readonly calendar: string;
  readonly holidays: (year: number) => readonly Holiday[];
}[] = [
  { calendar: 'pl', holidays: polishHolidays },
  { calendar: 'uk', holidays: ukrainianHolidays },
];

const WORKING_DAYS = [1, 2, 3, 4, 5];

export function officeHours(): readonly RowChange<'calendar'>[] {
  return CALENDARS.flatMap(({ calendar }) =>
    WORKING_DAYS.map((weekday) => ({ calendar, kind: 'hours', weekday, opens: '09:00', closes: '17:00' })),
  );
}

/** This year and the next. By UTC: a few hours at New Year change nothing, both years are written anyway. */
export function holidayYears(now: Instant): readonly number[] {
  const year = new Date(now).getUTCFullYear();
  return [year, year + 1];
}

/** @param wanted says of which calendars, by name */
export function holidayRows(
  year: number,
  language: Language,
  wanted: (calendar: string) => boolean,
): readonly RowChange<'calendar'>[] {
  return CALENDARS.filter(({ calendar }) => wanted(calendar)).flatMap(({ calendar, holidays }) =>
    holidays(year).map(({ date, name }) => ({ calendar, kind: 'holiday', date, name: name[language] })),
  );
}
