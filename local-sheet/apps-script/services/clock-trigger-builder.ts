import type { Execution } from '../execution';
import { ServiceException } from '../failure';
import { remote, serviceObject } from '../service-object';
import type { Schedule } from '../triggers';
import { timeZone } from '../zone';
import { refuseArguments, text, whole } from './arguments';

export const WEEKDAYS = [
  'SUNDAY',
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
] as const;

type Unit =
  | { readonly unit: 'minutes' | 'hours' | 'days' | 'weeks'; readonly n: number }
  | { readonly unit: 'month'; readonly day: number }
  | { readonly unit: 'at'; readonly at: number }
  | { readonly unit: 'date'; readonly year: number; readonly month: number; readonly day: number };

/** developers.google.com/apps-script/reference/script/clock-trigger-builder */
const MINUTES = [1, 5, 10, 15, 30];
const HOURS = [1, 2, 4, 6, 8, 12];

export function clockTriggerBuilder(
  run: Execution,
  scriptTimeZone: string,
  weekDays: Record<(typeof WEEKDAYS)[number], object>,
  create: (schedule: Schedule) => object,
): object {
  let unit: Unit | null = null;
  let weekday: number | null = null;
  let hour: number | null = null;
  let minute: number | null = null;
  let zone = scriptTimeZone;

  const put = (change: () => void): object => {
    change();
    return self;
  };
  const every = (name: 'minutes' | 'hours', allowed: readonly number[], value: unknown): object =>
    put(() => {
      const method = name === 'minutes' ? 'everyMinutes' : 'everyHours';
      const n = whole(value, `ClockTriggerBuilder.${method}`);
      if (!allowed.includes(n)) {
        const list = `${allowed.slice(0, -1).join(', ')} or ${String(allowed.at(-1))}`;
        throw new ServiceException(
          `The value you passed to ${method} was invalid. It must be one of ${list}.`,
        );
      }
      unit = { unit: name, n };
    });
  const within = (value: unknown, method: string, from: number, to: number): number => {
    const n = whole(value, `ClockTriggerBuilder.${method}`);
    if (n < from || n > to) {
      throw new ServiceException(
        `The value you passed to ${method} was invalid. It must be between ${from} and ${to}.`,
      );
    }
    return n;
  };

  const schedule = (): Schedule => {
    if (unit === null && weekday === null) {
      throw new ServiceException(
        'The trigger has no time: call everyMinutes, everyHours, everyDays, at or after.',
      );
    }
    // Where the script names no hour, Google picks one; midnight is the same on every run.
    const at = { hour: hour ?? 0, minute: minute ?? 0, zone };
    if (unit === null) return { every: 'weeks', n: 1, weekday: weekday ?? 0, at };
    switch (unit.unit) {
      case 'minutes':
      case 'hours':
        return { every: unit.unit, n: unit.n };
      case 'days':
        return { every: 'days', n: unit.n, at };
      case 'weeks':
        if (weekday === null) throw new ServiceException('everyWeeks needs a day: call onWeekDay.');
        return { every: 'weeks', n: unit.n, weekday, at };
      case 'month':
        return { every: 'month', day: unit.day, at };
      case 'at':
        return { once: unit.at };
      case 'date': {
        const wall = Date.UTC(unit.year, unit.month - 1, unit.day, at.hour, at.minute);
        return { once: timeZone(zone).instant(wall) };
      }
    }
  };

  const self: object = serviceObject(run, 'ClockTriggerBuilder', {
    everyMinutes: (n: unknown) => every('minutes', MINUTES, n),
    everyHours: (n: unknown) => every('hours', HOURS, n),
    everyDays: (n: unknown) => put(() => (unit = { unit: 'days', n: within(n, 'everyDays', 1, 366) })),
    everyWeeks: (n: unknown) => put(() => (unit = { unit: 'weeks', n: within(n, 'everyWeeks', 1, 52) })),
    onMonthDay: (day: unknown) =>
      put(() => (unit = { unit: 'month', day: within(day, 'onMonthDay', 1, 31) })),
    onWeekDay: (day: unknown) =>
      put(() => {
        const index = Object.values(weekdayList(weekDays)).indexOf(day as object);
        if (index < 0) refuseArguments('ClockTriggerBuilder.onWeekDay', [day]);
        weekday = index;
      }),
    atHour: (value: unknown) => put(() => (hour = within(value, 'atHour', 0, 23))),
    nearMinute: (value: unknown) => put(() => (minute = within(value, 'nearMinute', 0, 59))),
    inTimezone: (name: unknown) =>
      put(() => {
        zone = text(name, 'ClockTriggerBuilder.inTimezone');
        try {
          timeZone(zone);
        } catch {
          throw new ServiceException(`Invalid argument: timezone. ${zone} is not a time zone.`);
        }
      }),
    at: (date: unknown) =>
      put(() => {
        if (!(date instanceof Date)) refuseArguments('ClockTriggerBuilder.at', [date]);
        unit = { unit: 'at', at: date.getTime() };
      }),
    atDate: (year: unknown, month: unknown, day: unknown) =>
      put(() => {
        const method = 'ClockTriggerBuilder.atDate';
        unit = {
          unit: 'date',
          year: whole(year, method),
          month: whole(month, method),
          day: whole(day, method),
        };
      }),
    after: (ms: unknown) =>
      put(() => (unit = { unit: 'at', at: run.now() + whole(ms, 'ClockTriggerBuilder.after') })),
    create: remote(() => create(schedule())),
  });
  return self;
}

function weekdayList(weekDays: Record<(typeof WEEKDAYS)[number], object>): object[] {
  const { SUNDAY, MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY } = weekDays;
  return [SUNDAY, MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY];
}
