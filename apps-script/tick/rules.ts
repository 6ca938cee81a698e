/** What core needs of the workbook to bring a ticket up to date. */

import { dutiesAt, readTeamTab } from '../../core/assignment/colleagues';
import { misreadRoles } from '../../core/assignment/team-problems';
import { addressKey } from '../../core/mail/addresses';
import type { Escalation } from '../../core/sla/alert-mail';
import { readEscalations } from '../../core/sla/escalation-steps';
import { readCalendars } from '../../core/sla/firm-calendars';
import type { HurryingSession } from '../../core/sla/near-session';
import { readOpeningHours } from '../../core/sla/opening-hours';
import { readPolicies } from '../../core/sla/policy';
import { slaProblems, type UnreadCondition } from '../../core/sla/sla-problems';
import { chooseTemplate } from '../../core/template/choose';
import { type ReconcileContext, TICKET_RULES } from '../../core/ticket/reconcile';
import type { Instant } from '../../core/time/instant';
import { dayAt } from '../../core/time/zoned';
import { type ColumnKey, FIRST_DATA_ROW, type TableKey } from '../../core/workbook/columns';
import type { Row } from '../../core/workbook/rows';
import type { CellProblem } from '../../core/workbook/table';
import { starterText } from '../../sheet-templates/content/templates';
import { firmInLetters } from '../../sheet-templates/firm-in-letters';
import { labelOfWord } from '../../sheet-templates/labels';
import { columnSpec } from '../../sheet-templates/tabs';
import type { OpenTable, OpenWorkbook } from '../workbook/read-tables';
import { closingNotice } from './closing-notice';

/** Tabs that the rules of a ticket depend on. */
export const RULE_TABLES = ['sla', 'calendar', 'sessions', 'participants', 'moments'] as const;
/** Tabs that say whom to alert and how, for the tick alone. */
export const ALERT_TABLES = ['escalations', 'team', 'rota', 'templates'] as const;

type RuleWorkbook = OpenWorkbook<(typeof RULE_TABLES)[number]>;
type AlertWorkbook = OpenWorkbook<(typeof RULE_TABLES)[number] | (typeof ALERT_TABLES)[number]>;

/** Without alerts and notices, which only the tick sends. */
export function rulesOf(
  workbook: RuleWorkbook,
  now: Instant,
  personEditAt: Instant | null,
  /** Address of the person whose edit it is, where somebody knows. */
  editor: string | null = null,
): ReconcileContext {
  const { context, settings, language, tables } = workbook;
  const calendars = readCalendars(rowsOf(tables.calendar), settings.zone, context.offset);
  const sessions = sessionsByAddress(workbook);
  return {
    now,
    sheetZone: context.zone,
    firmZone: settings.zone,
    offset: context.offset,
    language,
    policies: readPolicies(countedSlaRows(tables.sla)),
    firmCalendar: settings.calendar,
    calendarOf: (key) => calendars.get(key) ?? null,
    sessionsOf: (email) => sessions.get(addressKey(email)) ?? [],
    columnLabel: (column) => columnSpec('tickets', column).words[language][0],
    choiceLabel: context.labelOf,
    escalation: null,
    closingNotice: null,
    rules: {
      ...TICKET_RULES,
      quiet: {
        resolveWaitingAfter: settings.resolve_after_days,
        closeResolvedAfter: settings.close_after_days,
      },
    },
    personEditAt,
    editor,
  };
}

/** @param linkTo to a ticket's row in the Sheet; '' where nobody knows it */
export function alertingRulesOf(
  workbook: AlertWorkbook,
  now: Instant,
  linkTo: (ticketId: string) => string = () => '',
): ReconcileContext {
  const { context, settings, language, tables } = workbook;
  const team = readTeamTab(tables.team, dayAt(now, settings.zone, context.offset), context.wordOf);
  const { hours } = readOpeningHours(rowsOf(tables.calendar), settings.calendar);
  const templates = rowsOf(tables.templates);
  const escalation: Escalation = {
    steps: readEscalations(countedSteps(tables.escalations)).steps,
    roster: {
      team,
      duties: dutiesAt(rowsOf(tables.rota), rowsOf(tables.sessions), now, team),
      firmLanguage: language,
    },
    texts: (template, reader) => {
      const own = chooseTemplate(templates, template, {
        language: reader,
        audience: 'any',
        firmLanguage: language,
      });
      const starter = starterText(template, reader);
      return own ? [own, starter] : [starter];
    },
    firm: (reader) => firmInLetters(settings, hours, reader),
    statusLabel: (status, reader) => labelOfWord('status', status, reader),
    linkTo,
  };
  return { ...rulesOf(workbook, now, null), escalation, closingNotice: closingNotice(workbook) };
}

/** What is wrong on the tabs that the promises come from, and on the one that says who may do what. */
export function ruleProblems(workbook: AlertWorkbook, now: Instant): Row<'problems'>[] {
  const { context, language, tables } = workbook;
  const roles = misreadRoles(tables.team, now, language);
  const promises = slaProblems(
    {
      sla: countedSlaRows(tables.sla),
      escalations: countedSteps(tables.escalations),
      calendar: rowsOf(tables.calendar),
      unread: unreadConditions(tables.sla),
      unreadClocks: unreadClocks(tables.escalations),
    },
    {
      now,
      language,
      offset: context.offset,
      priorityLabel: (priority) => context.labelOf('priority', priority),
    },
  );
  return [...roles, ...promises];
}

const CONDITIONS = ['priority', 'category', 'audience'] as const;

/** A misspelt condition reads as empty, and empty means any: such a row must not hold for everything. */
function countedSlaRows(table: OpenTable<'sla'>): readonly Row<'sla'>[] {
  return rowsWithout(table, misread(table, CONDITIONS));
}

function countedSteps(table: OpenTable<'escalations'>): readonly Row<'escalations'>[] {
  return rowsWithout(table, misread(table, ['clock']));
}

/** A step that is switched off may say what it likes. */
function unreadClocks(table: OpenTable<'escalations'>): readonly string[] {
  const enabled = new Set(table.rows.flatMap(({ row, rowIndex }) => (row.enabled ? [rowIndex] : [])));
  return misread(table, ['clock']).flatMap(({ rowIndex, found }) => (enabled.has(rowIndex) ? [found] : []));
}

function unreadConditions(table: OpenTable<'sla'>): readonly UnreadCondition[] {
  return misread(table, CONDITIONS).map(({ rowIndex, found }) => {
    const name = table.rows.find((placed) => placed.rowIndex === rowIndex)?.row.name ?? '';
    return { name: name === '' ? String(rowIndex - FIRST_DATA_ROW + 1) : name, found };
  });
}

function misread<T extends TableKey>(
  { problems }: OpenTable<T>,
  columns: readonly ColumnKey<T>[],
): readonly CellProblem[] {
  return problems.filter(({ column }) => columns.some((each) => each === column));
}

function rowsWithout<T extends TableKey>(
  { rows }: OpenTable<T>,
  cells: readonly CellProblem[],
): readonly Row<T>[] {
  const unread = new Set(cells.map(({ rowIndex }) => rowIndex));
  return rows.filter(({ rowIndex }) => !unread.has(rowIndex)).map(({ row }) => row);
}

function rowsOf<T extends TableKey>(table: OpenTable<T>): readonly Row<T>[] {
  return table.rows.map(({ row }) => row);
}

function sessionsByAddress({
  tables,
}: OpenWorkbook<'sessions' | 'participants' | 'moments'>): ReadonlyMap<string, readonly HurryingSession[]> {
  const moments = new Map<string, Row<'moments'>[]>();
  for (const { row } of tables.moments.rows) {
    const id = row.session_id.trim();
    const known = moments.get(id);
    if (known) known.push(row);
    else if (id !== '') moments.set(id, [row]);
  }
  const byId = new Map(
    tables.sessions.rows.map(({ row }): [string, HurryingSession] => {
      const own = moments.get(row.id);
      return [row.id, own ? { ...row, moments: own } : row];
    }),
  );
  const byAddress = new Map<string, HurryingSession[]>();
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
