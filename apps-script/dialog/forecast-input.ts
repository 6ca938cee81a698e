/** What the planner looks at, read from the Sheet alone: what was told and sent before stands on the Outbox tab. */
import type { MailForecastInput } from '../../core/forecast/mail-forecast';
import { outboxMemory } from '../../core/forecast/outbox-memory';
import { activityBook } from '../../core/session/activity';
import { REMINDER_RULE } from '../../core/session/reminder-input';
import { businessCalendar } from '../../core/sla/business-calendar';
import { calendarZone } from '../../core/sla/firm-calendars';
import { readOpeningHours } from '../../core/sla/opening-hours';
import { type Instant, zone } from '../../core/time/instant';
import type { TableKey } from '../../core/workbook/columns';
import type { Row } from '../../core/workbook/rows';
import type { OpenTable, OpenWorkbook } from '../workbook/read-tables';

export const FORECAST_TABLES = [
  'sessions',
  'participants',
  'reminders',
  'checkpoints',
  'activity',
  'calendar',
  'outbox',
] as const;

export function forecastInput(
  { tables, settings, language, context }: OpenWorkbook<(typeof FORECAST_TABLES)[number]>,
  now: Instant,
): MailForecastInput {
  const { offset } = context;
  const sessions = rowsOf(tables.sessions);
  const calendar = rowsOf(tables.calendar);
  const { hours } = readOpeningHours(calendar, settings.calendar);
  const calendarsZone = calendarZone(calendar, settings.calendar, offset).zone ?? settings.zone;
  return {
    sessions,
    participants: rowsOf(tables.participants),
    steps: rowsOf(tables.reminders),
    checkpoints: rowsOf(tables.checkpoints),
    now,
    // A zone that nobody knows is told by the planner.
    zoneOf: (session) => (session.zone === '' ? settings.zone : zone(session.zone)),
    offset,
    calendar: businessCalendar(hours, calendarsZone, offset),
    sheetLanguage: language,
    hasDone: activityBook(rowsOf(tables.activity), sessions).has,
    rule: {
      ...REMINDER_RULE,
      night: { ...REMINDER_RULE.night, from: settings.quiet_from, to: settings.quiet_until },
    },
    ...outboxMemory(rowsOf(tables.outbox)),
  };
}

function rowsOf<T extends TableKey>({ rows }: OpenTable<T>): readonly Row<T>[] {
  return rows.map(({ row }) => row);
}
