/** What the tick knows of sessions, people and duties: read once, for follow-ups, boards and alerts. */
import type { TeamReading } from '../../core/assignment/colleagues';
import { readTeamTab } from '../../core/assignment/colleagues';
import type { ActivityBook } from '../../core/session/activity';
import { activityBook } from '../../core/session/activity';
import type { Roster } from '../../core/session/roster';
import { readRoster } from '../../core/session/roster';
import type { BusinessCalendar } from '../../core/sla/business-calendar';
import { businessCalendar } from '../../core/sla/business-calendar';
import { readCalendars } from '../../core/sla/firm-calendars';
import { ROUND_THE_CLOCK } from '../../core/sla/opening-hours';
import type { Absences } from '../../core/staffing/absences';
import { readAbsences } from '../../core/staffing/absences';
import type { Instant, Zone } from '../../core/time/instant';
import { zone } from '../../core/time/instant';
import { dayAt } from '../../core/time/zoned';
import type { Row } from '../../core/workbook/rows';
import type { OpenTable, OpenWorkbook } from '../workbook/read-tables';

/** Tabs that are read for it, besides those that the rules of tickets read. */
export const TRAINING_TABLES = ['activity', 'checkpoints', 'reminders', 'readiness', 'staffing'] as const;

export type TrainingWorkbook = OpenWorkbook<
  | (typeof TRAINING_TABLES)[number]
  | 'sessions'
  | 'participants'
  | 'moments'
  | 'team'
  | 'rota'
  | 'calendar'
  | 'templates',
  'messages' | 'history' | 'outbox'
>;

export interface Training {
  readonly sessions: readonly Row<'sessions'>[];
  readonly roster: Roster;
  readonly activity: ActivityBook;
  readonly team: TeamReading;
  readonly absences: Absences;
  readonly calendar: BusinessCalendar;
  readonly zoneOf: (session: Row<'sessions'>) => Zone;
}

export function readTraining(
  { tables, settings, context }: Pick<TrainingWorkbook, 'tables' | 'settings' | 'context'>,
  now: Instant,
): Training {
  const sessions = rowsOf(tables.sessions);
  const team = readTeamTab(tables.team, dayAt(now, settings.zone, context.offset), context.wordOf);
  const calendars = readCalendars(rowsOf(tables.calendar), settings.zone, context.offset);
  return {
    sessions,
    roster: readRoster(rowsOf(tables.participants)),
    activity: activityBook(rowsOf(tables.activity), sessions),
    team,
    absences: readAbsences(rowsOf(tables.team), team, settings.zone, context.offset),
    calendar:
      calendars.get(settings.calendar) ?? businessCalendar(ROUND_THE_CLOCK, settings.zone, context.offset),
    zoneOf: (session) => (session.zone.trim() === '' ? settings.zone : zone(session.zone.trim())),
  };
}

export function rowsOf<T extends keyof TrainingWorkbook['tables']>(table: OpenTable<T>): readonly Row<T>[] {
  return table.rows.map(({ row }) => row);
}
