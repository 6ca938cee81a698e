/** The workbook as data: every tab, every column, in the order in which people see them. */
import type { Localized } from '../core/language';
import type { ChoiceKey } from '../core/workbook/choices';
import {
  type CellKind,
  CHOICE_OF,
  COLUMNS,
  type ColumnKey,
  DASHBOARDS,
  type DashboardKey,
  type TabKey,
  type TableKey,
} from '../core/workbook/columns';
import { type ColumnSpec, TAB_COLOUR, type TabSpec } from './column-spec';
import { commands } from './tabs/commands';
import { activity, checkpoints, reminders } from './tabs/ladder';
import { figures, history, problems, settings } from './tabs/machine';
import { intake, messages, outbox } from './tabs/mail';
import { moments, readiness, staffing } from './tabs/moments';
import { rota, team } from './tabs/people';
import { calendar, escalations, sla } from './tabs/promises';
import { surveys, wishes } from './tabs/service';
import { knowledge, templates } from './tabs/texts';
import { tickets } from './tabs/tickets';
import { participants, sessions } from './tabs/training';

export const TABS: { readonly [T in TableKey]: TabSpec<T> } = {
  tickets,
  messages,
  outbox,
  commands,
  history,
  sessions,
  participants,
  activity,
  checkpoints,
  reminders,
  templates,
  knowledge,
  moments,
  readiness,
  staffing,
  team,
  rota,
  sla,
  escalations,
  calendar,
  wishes,
  surveys,
  intake,
  figures,
  problems,
  settings,
};

const DASHBOARD_TITLES: Readonly<Record<DashboardKey, Localized>> = {
  dashboard: { en: 'Dashboard', pl: 'Pulpit', uk: 'Огляд' },
  trends: { en: 'Trends', pl: 'Trendy', uk: 'Динаміка' },
  load: { en: 'Load', pl: 'Obciążenie', uk: 'Навантаження' },
};

export function isDashboard(tab: TabKey): tab is DashboardKey {
  return DASHBOARDS.some((key) => key === tab);
}

/** From left to right: daily work, training, texts, people, rules, and what only the programs write. */
export const TAB_ORDER: readonly TabKey[] = [
  'tickets',
  'dashboard',
  'trends',
  'load',
  'readiness',
  'staffing',
  'problems',
  'messages',
  'outbox',
  'sessions',
  'participants',
  'reminders',
  'checkpoints',
  'activity',
  'moments',
  'templates',
  'knowledge',
  'team',
  'rota',
  'sla',
  'escalations',
  'calendar',
  'wishes',
  'surveys',
  'intake',
  'figures',
  'commands',
  'history',
  'settings',
];

export function tabTitle(tab: TabKey): Localized {
  return isDashboard(tab) ? DASHBOARD_TITLES[tab] : TABS[tab].title;
}

export function tabColour(tab: TabKey): string {
  return isDashboard(tab) ? TAB_COLOUR.support : TABS[tab].colour;
}

/** Keys of the tab's columns in the order in which people see them. */
export function columnOrder<T extends TableKey>(tab: T): readonly ColumnKey<T>[] {
  // Keys of an object that tsc has checked against ColumnKey<T>.
  return Object.keys(TABS[tab].columns) as ColumnKey<T>[];
}

export function columnSpec<T extends TableKey>(tab: T, column: ColumnKey<T>): ColumnSpec {
  const columns: Readonly<Record<string, ColumnSpec>> = TABS[tab].columns;
  const spec = columns[column];
  if (spec === undefined) throw new RangeError(`tab ${tab} has no column ${column}`);
  return spec;
}

export function columnKind<T extends TableKey>(tab: T, column: ColumnKey<T>): CellKind {
  const kinds: Readonly<Record<string, CellKind>> = COLUMNS[tab];
  const kind = kinds[column];
  if (kind === undefined) throw new RangeError(`tab ${tab} has no column ${column}`);
  return kind;
}

/** The choice list of a column of kind `choice`, null for every other column. */
export function choiceOf<T extends TableKey>(tab: T, column: ColumnKey<T>): ChoiceKey | null {
  const choices: { readonly [T in TableKey]?: Readonly<Record<string, ChoiceKey>> } = CHOICE_OF;
  return choices[tab]?.[column] ?? null;
}
