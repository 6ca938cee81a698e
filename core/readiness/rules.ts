/**
 * When a coming session is in danger, and when there is something to look at. In order of gravity: what keeps a session
 * from taking place comes before what makes it worse. Who should do what stands in the words of each rule.
 */
import type { Light } from '../workbook/choices';
import type { SessionFacts } from './facts';

type Alarm = Exclude<Light, 'green'>;

export interface Reason {
  readonly rule: RuleKey;
  readonly light: Alarm;
  /** Whom it is about, '' where it is nobody in particular. */
  readonly name: string;
  /** How many, of how many. */
  readonly count: number;
  readonly of: number;
}

interface Verdict {
  readonly light: Alarm;
  readonly name?: string;
  readonly count?: number;
}

type Rule = (facts: SessionFacts) => Verdict | null;

const HOURS_PER_DAY = 24;

/** Red from so near the start on, amber before. */
function redWithin(hours: number, { hoursLeft }: SessionFacts): Alarm {
  return hoursLeft <= hours ? 'red' : 'amber';
}

function isWithin(days: number, { hoursLeft }: SessionFacts): boolean {
  return hoursLeft <= days * HOURS_PER_DAY;
}

function counted(count: number, light: Alarm): Verdict | null {
  return count === 0 ? null : { light, count };
}

export const RULES = {
  /** A week is what it takes to find somebody. */
  'no-trainer': (facts) =>
    facts.leader.kind === 'nobody' ? { light: redWithin(7 * HOURS_PER_DAY, facts) } : null,
  'trainer-away': (facts) =>
    facts.leader.kind === 'away' ? { light: 'red', name: facts.leader.name } : null,
  /** The first reminder goes out three days before, and must say where. */
  'no-way-in': (facts) =>
    facts.session.link.trim() === '' && facts.session.place.trim() === ''
      ? { light: redWithin(3 * HOURS_PER_DAY, facts) }
      : null,
  'nobody-listed': (facts) =>
    facts.people === 0 && isWithin(7, facts) ? { light: redWithin(2 * HOURS_PER_DAY, facts) } : null,
  'not-reached': (facts) => counted(facts.lost, redWithin(HOURS_PER_DAY, facts)),
  'not-told': (facts) => counted(facts.untold, redWithin(HOURS_PER_DAY, facts)),
  braked: (facts) =>
    facts.sending === 'braked' && isWithin(3, facts) ? { light: redWithin(HOURS_PER_DAY, facts) } : null,
  /** Duties are given out a week ahead; who is missing later than that is not missing yet. */
  'no-cover': (facts) =>
    facts.cover !== null && facts.cover.light !== 'green' && isShort(facts) && isWithin(7, facts)
      ? { light: isWithin(3, facts) && facts.cover.light === 'red' ? 'red' : 'amber' }
      : null,
  'overdue-tickets': (facts) => counted(facts.overdue, redWithin(HOURS_PER_DAY, facts)),
  'trainer-silent': (facts) =>
    facts.uses.confirmed &&
    facts.session.confirmed !== 'yes' &&
    facts.leader.kind !== 'nobody' &&
    isWithin(7, facts)
      ? { light: redWithin(HOURS_PER_DAY, facts), name: nameOf(facts) }
      : null,
  'trainer-unknown': (facts) =>
    facts.leader.kind === 'unknown' ? { light: 'amber', name: facts.leader.name } : null,
  'no-materials': (facts) =>
    facts.uses.materials && facts.session.materials.trim() === '' && isWithin(3, facts)
      ? { light: 'amber' }
      : null,
  /** By the last hours only those who will not come, or cannot get in, have not logged in. */
  'not-logged-in': (facts) => {
    if (facts.loggedIn === null || !isWithin(1, facts)) return null;
    const missing = facts.people - facts.loggedIn;
    const isBad = facts.hoursLeft <= 2 && missing * 2 > facts.people;
    return counted(missing, isBad ? 'red' : 'amber');
  },
  declined: (facts) => counted(facts.declined, 'amber'),
  'open-tickets': (facts) => (isWithin(1, facts) ? counted(facts.open - facts.overdue, 'amber') : null),
} as const satisfies Record<string, Rule>;

export type RuleKey = keyof typeof RULES;

// Object.entries of a constant object: its keys are known, and keep their order.
const IN_ORDER = Object.entries(RULES) as readonly (readonly [RuleKey, Rule])[];

/** The gravest first: what is red, and of that in the order of the rules. */
export function reasonsFor(facts: SessionFacts): readonly Reason[] {
  const reasons = IN_ORDER.flatMap(([rule, judge]): Reason[] => {
    const verdict = judge(facts);
    if (verdict === null) return [];
    return [
      { rule, light: verdict.light, name: verdict.name ?? '', count: verdict.count ?? 0, of: facts.people },
    ];
  });
  return [
    ...reasons.filter(({ light }) => light === 'red'),
    ...reasons.filter(({ light }) => light === 'amber'),
  ];
}

export function lightOf(reasons: readonly Reason[]): Light {
  return reasons[0]?.light ?? 'green';
}

function nameOf({ leader, session }: SessionFacts): string {
  return leader.kind === 'nobody' ? session.trainer : leader.name;
}

/** A gap in the staffing, not a board that cannot tell. */
function isShort({ cover }: SessionFacts): boolean {
  return cover?.reasons.some(({ kind }) => kind === 'nobody' || kind === 'short') ?? false;
}
