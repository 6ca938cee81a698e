/**
 * What is wrong on the SLA, Escalations and Calendar tabs, for the Problems tab: found once for all tickets, not
 * once for each.
 */
import type { Language } from '../language';
import type { Instant, ZoneOffset } from '../time/instant';
import type { Priority } from '../workbook/choices';
import { PRIORITIES } from '../workbook/choices';
import type { Row } from '../workbook/rows';
import { readEscalations } from './escalation-steps';
import { calendarZone } from './firm-calendars';
import { calendarKeys, readOpeningHours } from './opening-hours';
import type { SlaPolicies, SlaPolicy } from './policy';
import { policyFor, readPolicies } from './policy';
import { type FindingKind, SLA_PROBLEM_WORDS } from './sla-problem-words';

interface SlaTabs {
  readonly sla: readonly Row<'sla'>[];
  readonly escalations: readonly Row<'escalations'>[];
  readonly calendar: readonly Row<'calendar'>[];
  /** Conditions of the SLA tab that no choice list has: their rows are not counted. */
  readonly unread: readonly UnreadCondition[];
  /** Promises named by escalation steps that no choice list has: their rows are not counted either. */
  readonly unreadClocks: readonly string[];
}

export interface UnreadCondition {
  /** Name of the row. */
  readonly name: string;
  readonly found: string;
}

interface ProblemContext {
  readonly now: Instant;
  readonly language: Language;
  readonly offset: ZoneOffset;
  readonly priorityLabel: (priority: Priority) => string;
}

interface Finding {
  readonly kind: FindingKind;
  readonly tab: 'sla' | 'escalations' | 'calendar';
  /** What tells it from others of its kind, whatever the labels are. */
  readonly id: string;
  /** How a person finds the row: by what it says. */
  readonly row: string;
  /** What is wrong in it, where the row does not say. */
  readonly detail: string;
}

export function slaProblems(tabs: SlaTabs, context: ProblemContext): Row<'problems'>[] {
  const found = [
    ...policyFindings(tabs, context),
    ...escalationFindings(tabs),
    ...calendarFindings(tabs.calendar, context.offset),
  ];
  return found.map(({ kind, tab, id, row, detail }) => ({
    key: `${tab}:${kind}:${id}`,
    at: context.now,
    tab,
    row,
    ...SLA_PROBLEM_WORDS[context.language][kind](row, detail),
  }));
}

function policyFindings({ sla, calendar, unread }: SlaTabs, { priorityLabel }: ProblemContext): Finding[] {
  const policies = readPolicies(sla);
  const keys = calendarKeys(calendar);
  const found: Finding[] = [];
  const add = (kind: FindingKind, id: string, row: string, detail = ''): unknown =>
    found.push({ kind, tab: 'sla', id, row, detail });
  for (const priority of PRIORITIES) {
    // What any ticket of it gets, whoever wrote it and about what.
    if (policyFor(policies, { priority, category: '', client: '', audience: '' }) === null) {
      add('no-policy', priority, priorityLabel(priority));
    }
  }
  for (const policy of policies) {
    if (policy.calendar !== '' && !keys.includes(policy.calendar)) {
      add('no-calendar', policy.id, policyName(policy, priorityLabel), policy.calendar);
    }
  }
  for (const policy of policies) {
    if (!holdsSomewhere(policy, policies)) add('never-holds', policy.id, policyName(policy, priorityLabel));
  }
  for (const row of sla) {
    if ((row.near_before === null) === (row.near_within === null)) continue;
    const [policy] = readPolicies([row]);
    if (policy) add('half-near', policy.id, policyName(policy, priorityLabel));
  }
  for (const { name, found: written } of unread) add('bad-condition', `${name}:${written}`, name, written);
  return found;
}

/** For some ticket that has what the row asks for, and nothing that only another row asks for. */
function holdsSomewhere(policy: SlaPolicy, policies: SlaPolicies): boolean {
  const { conditions } = policy;
  return PRIORITIES.some(
    (priority) =>
      (conditions.priority === '' || conditions.priority === priority) &&
      policyFor(policies, { ...conditions, priority }) === policy,
  );
}

function policyName({ name, conditions }: SlaPolicy, priorityLabel: ProblemContext['priorityLabel']): string {
  if (name !== '') return name;
  const { priority, category, client, audience } = conditions;
  const label = PRIORITIES.find((word) => word === priority);
  return [label ? priorityLabel(label) : '', category, client, audience]
    .filter((part) => part !== '')
    .join(', ');
}

function escalationFindings({ escalations, unreadClocks }: SlaTabs): Finding[] {
  const problems: readonly Pick<Finding, 'kind' | 'row'>[] = [
    ...readEscalations(escalations).problems.map(({ kind, found }) => ({ kind, row: found })),
    ...unreadClocks.map((found) => ({ kind: 'bad-clock' as const, row: found })),
  ];
  return problems.map(({ kind, row }) => ({ kind, tab: 'escalations', id: row, row, detail: row }));
}

function calendarFindings(rows: readonly Row<'calendar'>[], offset: ZoneOffset): Finding[] {
  const found: Finding[] = [];
  const add = (kind: FindingKind, row: string, detail = ''): unknown =>
    found.push({ kind, tab: 'calendar', id: row, row, detail });
  for (const key of calendarKeys(rows)) {
    const { hours, problems } = readOpeningHours(rows, key);
    for (const { kind, row } of problems) add(kind, rowName(row));
    if (hours.weekly.every((spans) => spans.length === 0)) add('never-open', key);
    const { zone, unknown, others } = calendarZone(rows, key, offset);
    for (const written of unknown) add('bad-zone', key, written);
    if (zone !== null && others.length > 0) add('two-zones', key, zone);
  }
  return found;
}

function rowName({ calendar, date, weekday, opens, closes, name }: Row<'calendar'>): string {
  return [calendar, date ?? weekday ?? '', opens, closes, name].filter((part) => part !== '').join(' ');
}
