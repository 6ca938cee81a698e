/** When to look at a person. */
import type { Row } from '../../../../../core/workbook/rows';
import type { Firm } from '../firm/firm';
import { roundFrom } from '../firm/history';
import type { LadderStep } from '../firm/ladder';
import { HOUR } from '../firm/sessions';
import type { HandedOver } from '../mail-log';
import { isNight, morningAfter } from './clock';
import { type Moment, momentsOf, toneOf, zoneOf } from './moments';
import type { Seat, Truth } from './truth';
import { returnedAt } from './truth';

/** Every round in which anything about this person may change; in the others nothing can be due that was not before. */
export function roundsToLookAt(
  email: string,
  seats: readonly Seat[],
  handed: readonly HandedOver[],
  firm: Firm,
  truth: Truth,
  moments: typeof momentsOf,
): number[] {
  const instants = new Set(truth.editsFor(email));
  const zones = new Set<string>();
  for (const { sessionId, rows } of seats) {
    for (const session of truth.sessionVersions(sessionId)) {
      for (const row of rows.flatMap((versions) => versions.all().flatMap(({ value }) => value ?? []))) {
        const zone = zoneOf(row, session);
        zones.add(zone);
        for (const loggedIn of [true, false]) {
          for (const { at } of moments(session, zone, toneOf(row, session), loggedIn, firm.ladder))
            instants.add(at);
        }
      }
    }
  }
  for (const item of handed) {
    instants.add(item.at);
    instants.add(item.at + 1);
    const back = returnedAt(item);
    if (back !== null) instants.add(back);
    // What is put off over the night is due again in the morning.
    if (item.answer === 'deferred') {
      for (const zone of zones) instants.add(morningAfter(item.at + 2 * HOUR, zone));
      for (const zone of zones) instants.add(morningAfter(item.at + 16 * HOUR, zone));
    }
  }
  for (const { to } of firm.rounds.outages) instants.add(to);
  for (const at of Array.from(instants))
    for (const zone of zones) if (isNight(at, zone)) instants.add(morningAfter(at, zone));
  const rounds = new Set([...instants].map((at) => roundFrom(at, firm.rounds) as number));
  return [...rounds].filter((round) => round < firm.ends).sort((a, b) => a - b);
}

/** The moments of a session are the same for all its readers of one zone and tone. */
export function rememberedMoments(): typeof momentsOf {
  const known = new WeakMap<Row<'sessions'>, Map<string, readonly Moment[]>>();
  return (session, zone, tone, loggedIn, ladder: readonly LadderStep[]) => {
    let own = known.get(session);
    if (!own) {
      own = new Map();
      known.set(session, own);
    }
    const name = `${zone} ${tone} ${loggedIn}`;
    const moments = own.get(name) ?? momentsOf(session, zone, tone, loggedIn, ladder);
    own.set(name, moments);
    return [...moments];
  };
}
