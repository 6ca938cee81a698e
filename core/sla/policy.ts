/** The promises of the SLA tab, and which of its rows holds for a ticket. Times are minutes. */
import type { Minutes } from '../time/instant';
import { minutes } from '../time/instant';
import { folded } from '../words/folded';
import type { Priority } from '../workbook/choices';
import { PRIORITIES } from '../workbook/choices';
import type { Row } from '../workbook/rows';

/** The three promises of a ticket. */
export const CLOCKS = ['first', 'next', 'resolution'] as const;
export type ClockName = (typeof CLOCKS)[number];

/** What of a ticket decides which row holds. */
export interface PolicyFacts {
  readonly priority: Priority;
  readonly category: string;
  readonly client: string;
  /** Of the ticket's session; '' when it has none. */
  readonly audience: string;
}

/** From `before` the start of a session of the participant until its end, an answer may take `within`. */
export interface NearSessionRule {
  readonly before: Minutes;
  readonly within: Minutes;
}

export interface SlaPolicy {
  /** The row's conditions. Of two rows with the same ones the first always holds, so they name a row. */
  readonly id: string;
  readonly name: string;
  /** Empty: any. */
  readonly conditions: Readonly<Record<keyof PolicyFacts, string>>;
  /** Key of the calendar whose open minutes are counted; '' counts plain minutes round the clock. */
  readonly calendar: string;
  /** Minutes; null makes no promise. */
  readonly targets: Readonly<Record<ClockName, number | null>>;
  readonly near: NearSessionRule | null;
}

/** Those with more conditions first, otherwise in the order of the tab: the first that fits holds. */
export type SlaPolicies = readonly SlaPolicy[];

/** Empty, zero or negative targets make no promise. */
export function readPolicies(rows: readonly Row<'sla'>[]): SlaPolicies {
  const policies = rows.filter(isFilledIn).map(readPolicy);
  return policies
    .map((policy, place) => ({ policy, place }))
    .sort((a, b) => weight(b.policy) - weight(a.policy) || a.place - b.place)
    .map(({ policy }) => policy);
}

export function policyFor(policies: SlaPolicies, facts: PolicyFacts): SlaPolicy | null {
  const client = folded(facts.client);
  return (
    policies.find(
      ({ conditions }) =>
        (conditions.priority === '' || conditions.priority === facts.priority) &&
        (conditions.category === '' || conditions.category === facts.category) &&
        (conditions.client === '' || conditions.client === client) &&
        (conditions.audience === '' || conditions.audience === facts.audience),
    ) ?? null
  );
}

function readPolicy(row: Row<'sla'>): SlaPolicy {
  const conditions = {
    priority: PRIORITIES.find((word) => word === row.priority) ?? '',
    category: row.category,
    client: folded(row.client),
    audience: row.audience === 'any' ? '' : row.audience,
  };
  const { priority, category, client, audience } = conditions;
  const before = positive(row.near_before);
  const within = positive(row.near_within);
  return {
    id: `${priority}|${category}|${client}|${audience}`,
    name: row.name.trim(),
    conditions,
    calendar: row.calendar.trim(),
    targets: {
      first: positive(row.first_answer),
      next: positive(row.next_answer),
      resolution: positive(row.resolution),
    },
    near: before === null || within === null ? null : { before: minutes(before), within: minutes(within) },
  };
}

/** A row that says nothing but a note would otherwise hold for everything that no other row names. */
function isFilledIn(row: Row<'sla'>): boolean {
  return (
    [row.priority, row.category, row.client, row.audience, row.calendar, row.name].some(
      (text) => text.trim() !== '',
    ) || [row.first_answer, row.next_answer, row.resolution].some((value) => value !== null)
  );
}

function weight({ conditions }: SlaPolicy): number {
  return Object.values(conditions).filter((condition) => condition !== '').length;
}

function positive(value: number | null): number | null {
  return value !== null && Number.isFinite(value) && value > 0 ? value : null;
}
