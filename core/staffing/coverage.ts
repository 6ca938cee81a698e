/**
 * Key moments that are ahead, and whether those on duty can answer what is to be expected. What comes in is taken to
 * spread evenly over a moment; where moments overlap, the same colleagues answer for all of them.
 */
import type { Instant } from '../time/instant';
import { MS_PER_DAY } from '../time/instant';
import type { Light } from '../workbook/choices';
import type { Rates } from './expected-load';
import { expectedTickets } from './expected-load';
import type { KeyMoment } from './moments';
import type { DutyBook, DutyReading, Missing } from './on-duty';

export type CoverageReason =
  /** Nobody on duty for the whole time. */
  | { readonly kind: 'nobody' }
  /** Fewer tickets can be answered than are to be expected. */
  | { readonly kind: 'short'; readonly expected: number; readonly capacity: number; readonly more: number }
  /** It just fits: a busy day, or one colleague who falls ill, and it does not. */
  | { readonly kind: 'tight'; readonly expected: number; readonly capacity: number }
  /** Other moments at the same time, and the tickets that they bring. */
  | { readonly kind: 'others'; readonly count: number; readonly expected: number }
  /** On the rota, and yet not there. */
  | { readonly kind: 'missing'; readonly person: Missing }
  /** The rota is empty: nothing can be compared. */
  | { readonly kind: 'no-rota' }
  /** Nobody has said how many people it concerns. */
  | { readonly kind: 'no-people' }
  | { readonly kind: 'enough' };

export interface Coverage {
  readonly moment: KeyMoment;
  /** Of this moment alone. */
  readonly expected: number;
  /** Tickets that those on duty can answer in that time. */
  readonly capacity: number;
  readonly onDuty: readonly string[];
  readonly light: Light;
  /** The gravest first. */
  readonly reasons: readonly CoverageReason[];
}

export interface CoverageFacts {
  /** In order of time. */
  readonly moments: readonly KeyMoment[];
  readonly rates: Rates;
  readonly duties: DutyBook;
  /** That one colleague answers in an hour. */
  readonly ticketsPerHour: number;
  readonly now: Instant;
}

/** How far ahead people plan. */
export const BOARD_DAYS = 28;
/** A quarter more than expected: tickets come in bunches. */
const SLACK = 1.25;
/** Below that nobody need wait for a ticket that will hardly come. */
const HARDLY_ANY = 0.5;

export function coverage(facts: CoverageFacts): readonly Coverage[] {
  const { moments, duties, rates, ticketsPerHour, now } = facts;
  const until = now + BOARD_DAYS * MS_PER_DAY;
  const coming = moments.filter(({ from, to }) => to > now && from < until);
  const loads = coming.map((moment) => {
    const expected = expectedTickets(moment.people ?? 0, rates[moment.kind]);
    const sessionId = moment.session?.id ?? '';
    // Colleagues on duty for this session alone take of its tickets what they can.
    const own = capacityOf(duties.during(moment, sessionId, 'own'), ticketsPerHour);
    return { moment, expected, left: Math.max(0, expected - own) };
  });
  return loads.map(({ moment, expected }): Coverage => {
    const duty = duties.during(moment, moment.session?.id ?? '', 'all');
    const capacity = capacityOf(duty, ticketsPerHour);
    const others = loads
      .filter((load) => load.moment !== moment)
      .map((load) => ({ expected: load.left * share(load.moment, moment) }))
      .filter((load) => load.expected > 0);
    const besides = others.reduce((sum, load) => sum + load.expected, 0);
    const judged = judge(moment, expected + besides, capacity, ticketsPerHour, duties.isKept);
    const reasons: CoverageReason[] = [...judged.reasons];
    if (duties.isKept) {
      if (others.length > 0) reasons.push({ kind: 'others', count: others.length, expected: besides });
      reasons.push(...duty.missing.map((person) => ({ kind: 'missing', person }) as const));
    }
    return {
      moment,
      expected,
      capacity,
      onDuty: duty.onDuty.map(({ name }) => name),
      light: judged.light,
      reasons,
    };
  });
}

function judge(
  moment: KeyMoment,
  expected: number,
  capacity: number,
  ticketsPerHour: number,
  isKept: boolean,
): { readonly light: Light; readonly reasons: readonly CoverageReason[] } {
  if (moment.people === null) return { light: 'amber', reasons: [{ kind: 'no-people' }] };
  if (!isKept) return { light: 'amber', reasons: [{ kind: 'no-rota' }] };
  if (expected === 0) return { light: 'green', reasons: [{ kind: 'enough' }] };
  const gap = expected < HARDLY_ANY ? 'amber' : 'red';
  if (capacity === 0) return { light: gap, reasons: [{ kind: 'nobody' }] };
  if (capacity < expected) {
    const perPerson = (ticketsPerHour * (moment.to - moment.from)) / 3_600_000;
    const more = Math.ceil((expected - capacity) / perPerson);
    return { light: gap, reasons: [{ kind: 'short', expected, capacity, more }] };
  }
  if (capacity < expected * SLACK) {
    return { light: 'amber', reasons: [{ kind: 'tight', expected, capacity }] };
  }
  return { light: 'green', reasons: [{ kind: 'enough' }] };
}

function capacityOf({ onDuty }: DutyReading, ticketsPerHour: number): number {
  return onDuty.reduce((sum, { minutes }) => sum + (minutes / 60) * ticketsPerHour, 0);
}

/** Of a moment's time, the part in which the other one lasts too. */
function share(of: KeyMoment, during: KeyMoment): number {
  const both = Math.min(of.to, during.to) - Math.max(of.from, during.from);
  return both <= 0 ? 0 : both / (of.to - of.from);
}
