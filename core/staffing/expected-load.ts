/**
 * How many tickets to expect at a key moment: so many for each person whom it concerns, by what past moments of that
 * kind brought.
 *
 *   rate(kind) = (prior × weight + tickets) / (weight + people)      expected = people × rate(kind)
 *
 * which is the mean of a Poisson rate under a Gamma prior: `weight` people's worth of guess, and the more people the
 * firm has seen through such moments, the less the guess counts.
 */
import type { Instant } from '../time/instant';
import { MS_PER_DAY } from '../time/instant';
import type { MomentKind } from '../workbook/choices';
import type { Row } from '../workbook/rows';
import type { KeyMoment } from './moments';

export interface LoadPrior {
  /** Tickets for each person, before the firm has seen any. Guesses on the safe side: a first login goes wrong most. */
  readonly rate: Readonly<Record<MomentKind, number>>;
  /** As if that many people had been seen already. */
  readonly weight: number;
}

/** Of a group of 12, one writes when it logs in for the first time; the other moments are calmer. */
export const LOAD_PRIOR: LoadPrior = {
  rate: { first_login: 0.08, start: 0.06, deadline: 0.05, other: 0.05 },
  weight: 50,
};

/** What is older says little of how the firm works today. */
const LEARNED_FROM_DAYS = 365;

export interface Rate {
  readonly perPerson: number;
  /** People whom past moments of that kind concerned: 0 while it is all guess. */
  readonly people: number;
}

export type Rates = Readonly<Record<MomentKind, Rate>>;

/**
 * @param tickets all of the tab, in any order
 * @param moments past and coming
 */
export function learnRates(
  moments: readonly KeyMoment[],
  tickets: readonly Row<'tickets'>[],
  now: Instant,
  prior: LoadPrior = LOAD_PRIOR,
): Rates {
  const since = Math.max(now - LEARNED_FROM_DAYS * MS_PER_DAY, firstTicketAt(tickets));
  // Before the firm's first ticket here its participants wrote elsewhere: such a moment tells nothing.
  const past = moments.filter(({ from, to, people }) => to <= now && from >= since && (people ?? 0) > 0);
  const openedIn = openingsOf(tickets, past);
  const sums: Record<MomentKind, { people: number; tickets: number }> = {
    first_login: { people: 0, tickets: 0 },
    start: { people: 0, tickets: 0 },
    deadline: { people: 0, tickets: 0 },
    other: { people: 0, tickets: 0 },
  };
  for (const moment of past) {
    sums[moment.kind].people += moment.people ?? 0;
    sums[moment.kind].tickets += openedIn(moment);
  }
  const rate = (kind: MomentKind): Rate => ({
    perPerson: (prior.rate[kind] * prior.weight + sums[kind].tickets) / (prior.weight + sums[kind].people),
    people: sums[kind].people,
  });
  return {
    first_login: rate('first_login'),
    start: rate('start'),
    deadline: rate('deadline'),
    other: rate('other'),
  };
}

export function expectedTickets(people: number, { perPerson }: Rate): number {
  return Math.max(0, people) * perPerson;
}

function firstTicketAt(tickets: readonly Row<'tickets'>[]): number {
  let first = Number.POSITIVE_INFINITY;
  for (const { created_at: at } of tickets) if (at !== null && at < first) first = at;
  return first;
}

/** How many tickets of its session were opened during a moment; of one without a session, all that were. */
function openingsOf(
  tickets: readonly Row<'tickets'>[],
  moments: readonly KeyMoment[],
): (moment: KeyMoment) => number {
  const wanted = new Set(moments.map(({ session }) => session?.id ?? ''));
  const times = new Map<string, number[]>();
  const remember = (session: string, at: number): void => {
    const known = times.get(session);
    if (known) known.push(at);
    else times.set(session, [at]);
  };
  for (const { created_at: at, session_id, requester_email, status } of tickets) {
    // What Rowdesk or a colleague filed is no participant who needed help.
    if (at === null || requester_email === '' || status === 'spam') continue;
    if (wanted.has('')) remember('', at);
    if (session_id !== '' && wanted.has(session_id)) remember(session_id, at);
  }
  return ({ session, from, to }) =>
    (times.get(session?.id ?? '') ?? []).reduce((sum, at) => (at >= from && at < to ? sum + 1 : sum), 0);
}
