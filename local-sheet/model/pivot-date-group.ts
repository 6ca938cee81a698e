/**
 * Grouping of dates in pivot tables.
 * https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/pivot-tables#DateTimeRuleType
 */
import { notEmulated } from './area';
import { formatDate, parseDatePattern } from './date-pattern';
import { civilOf } from './serial';

/** What a group shows, and where it stands in the ascending order. */
interface DateGroup {
  readonly label: string;
  readonly order: number;
}

type Rule = (serial: number, locale: string) => DateGroup;

/** "HOUR_MINUTE … for example 19:45": the label through a pattern, the order through what the label is made of. */
function patterned(pattern: string, order: (serial: number) => number): Rule {
  const parsed = parseDatePattern(pattern);
  if (parsed === null) throw new TypeError(`${pattern} is no date pattern`);
  return (serial, locale) => ({ label: formatDate(serial, parsed, locale), order: order(serial) });
}

function counted(order: (serial: number) => number): Rule {
  return (serial) => ({ label: String(order(serial)), order: order(serial) });
}

function yearMonth(serial: number): number {
  const { year, month } = civilOf(serial);
  return year * 12 + month;
}

function quarter(serial: number): number {
  return Math.ceil(civilOf(serial).month / 3);
}

function minuteOfDay(serial: number): number {
  const { hour, minute } = civilOf(serial);
  return hour * 60 + minute;
}

function dayOfYear(serial: number): number {
  const { year, month, day } = civilOf(serial);
  return (Date.UTC(year, month - 1, day) - Date.UTC(year, 0, 1)) / 86_400_000 + 1;
}

const RULES: Readonly<Record<string, Rule>> = {
  SECOND: counted((serial) => civilOf(serial).second),
  MINUTE: counted((serial) => civilOf(serial).minute),
  HOUR: counted((serial) => civilOf(serial).hour),
  HOUR_MINUTE: patterned('HH:mm', minuteOfDay),
  HOUR_MINUTE_AMPM: patterned('h:mm AM/PM', minuteOfDay),
  DAY_OF_WEEK: patterned('dddd', (serial) => civilOf(serial).weekday),
  DAY_OF_YEAR: counted(dayOfYear),
  DAY_OF_MONTH: counted((serial) => civilOf(serial).day),
  DAY_MONTH: patterned('d-MMM', (serial) => civilOf(serial).month * 100 + civilOf(serial).day),
  MONTH: patterned('MMM', (serial) => civilOf(serial).month),
  QUARTER: (serial) => ({ label: `Q${quarter(serial)}`, order: quarter(serial) }),
  YEAR: counted((serial) => civilOf(serial).year),
  YEAR_MONTH: patterned('yyyy-MMM', yearMonth),
  YEAR_QUARTER: (serial) => {
    const { year } = civilOf(serial);
    return { label: `${year} Q${quarter(serial)}`, order: year * 4 + quarter(serial) };
  },
  YEAR_MONTH_DAY: patterned('yyyy-MM-dd', (serial) => Math.floor(serial)),
};

/** @throws ApiError 501 for a rule that is not known */
export function dateGroupRule(type: string | null | undefined): Rule {
  const rule = RULES[type ?? ''];
  if (rule === undefined) throw notEmulated(`the date grouping ${type ?? '(none)'}`);
  return rule;
}
