/** What core needs of the workbook to bring a ticket up to date. */

import { addressKey } from '../../core/mail/addresses';
import { type BusinessCalendar, businessCalendar } from '../../core/sla/business-calendar';
import { calendarKeys, ROUND_THE_CLOCK, readOpeningHours } from '../../core/sla/opening-hours';
import { readPolicies } from '../../core/sla/policy';
import { type ReconcileContext, TICKET_RULES } from '../../core/ticket/reconcile';
import type { Instant } from '../../core/time/instant';
import type { Row } from '../../core/workbook/rows';
import type { OpenWorkbook } from '../workbook/read-tables';

/** Tabs that the rules of a ticket depend on. */
export const RULE_TABLES = ['sla', 'calendar', 'sessions', 'participants'] as const;

export function rulesOf(
  workbook: OpenWorkbook<(typeof RULE_TABLES)[number]>,
  now: Instant,
  personEditAt: Instant | null,
): ReconcileContext {
  const { context, settings, language, tables } = workbook;
  const calendarRows = tables.calendar.rows.map(({ row }) => row);
  const calendars = new Map<string, BusinessCalendar>([
    ['', businessCalendar(ROUND_THE_CLOCK, settings.zone, context.offset)],
  ]);
  for (const key of calendarKeys(calendarRows)) {
    const { hours } = readOpeningHours(calendarRows, key);
    calendars.set(key, businessCalendar(hours, settings.zone, context.offset));
  }
  const sessions = sessionsByAddress(workbook);
  return {
    now,
    sheetZone: context.zone,
    offset: context.offset,
    language,
    policies: readPolicies(tables.sla.rows.map(({ row }) => row)),
    calendarOf: (key) => calendars.get(key) ?? null,
    sessionsOf: (email) => sessions.get(addressKey(email)) ?? [],
    statusLabel: (status) => context.labelOf('status', status),
    rules: TICKET_RULES,
    personEditAt,
  };
}

function sessionsByAddress({
  tables,
}: OpenWorkbook<'sessions' | 'participants'>): ReadonlyMap<string, readonly Row<'sessions'>[]> {
  const byId = new Map(tables.sessions.rows.map(({ row }) => [row.id, row]));
  const byAddress = new Map<string, Row<'sessions'>[]>();
  for (const { row } of tables.participants.rows) {
    const session = byId.get(row.session_id);
    if (!session || row.email === '' || row.state === 'left') continue;
    const key = addressKey(row.email);
    const known = byAddress.get(key);
    if (known) known.push(session);
    else byAddress.set(key, [session]);
  }
  return byAddress;
}
