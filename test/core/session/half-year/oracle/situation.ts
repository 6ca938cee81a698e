/** One person in one session at one instant: who they are to us, and what is to be told. */
import type { Row } from '../../../../../core/workbook/rows';
import type { LadderStep } from '../firm/ladder';
import { isNight, morningAfter } from './clock';
import type { Memory, Told } from './memory';
import { partName } from './memory';
import type { Moment } from './moments';
import { endOf, languageOf, type momentsOf, toneOf, zoneOf } from './moments';
import type { Seat, Truth } from './truth';
import { activeRows, isAddress, wants } from './truth';

export interface Situation {
  readonly email: string;
  readonly at: number;
  readonly session: Row<'sessions'>;
  readonly start: number;
  readonly end: number;
  readonly active: boolean;
  readonly wants: boolean;
  readonly reachable: boolean;
  readonly zone: string;
  readonly language: string;
  /** The steps that are for them as things stand. */
  readonly moments: readonly Moment[];
  /** Those that would be for them if they had not logged in, too. */
  readonly allMoments: readonly Moment[];
  readonly told: Told | undefined;
  readonly notice: DueNotice | null;
}

export interface DueNotice {
  readonly kind: 'changed' | 'cancelled';
  /** Now, or in the reader's morning. */
  readonly goesAt: number;
  /** The first of what was told and what is to be: somebody may set out for it. */
  readonly earliest: number;
  /** A mail that says just this was handed over and has to be brought again. */
  readonly pendingSince: number | null;
}

export function situationOf(
  email: string,
  seat: Seat,
  seats: readonly Seat[],
  at: number,
  memory: Memory,
  truth: Truth,
  moments: typeof momentsOf,
  ladder: readonly LadderStep[],
): Situation | null {
  const session = truth.session(seat.sessionId, at);
  const rows = activeRows(seat, email, at);
  const known = rows[0] ?? seat.rows[0]?.all().find(({ value }) => value)?.value;
  if (!session || session.starts_at === null || !known) return null;
  const row = rows.find((one) => wants(one, seats, email, at)) ?? known;
  const zone = zoneOf(row, session);
  const tone = toneOf(row, session);
  const told = memory.told.get(session.id);
  const situation = {
    email,
    at,
    session,
    start: session.starts_at,
    end: endOf(session),
    active: rows.length > 0,
    wants: rows.some((one) => wants(one, seats, email, at)),
    reachable: isAddress(email) && memory.returnedAt === null,
    zone,
    language: languageOf(row, session),
    moments: moments(session, zone, tone, truth.loggedIn(session.id, email, at), ladder),
    allMoments: moments(session, zone, tone, false, ladder),
    told,
  };
  return { ...situation, notice: noticeDue(situation, memory) };
}

type Known = Omit<Situation, 'notice'>;

function noticeDue(now: Known, memory: Memory): DueNotice | null {
  const { told, session, active, reachable, at, end, start, zone } = now;
  if (!told || !active || !reachable) return null;
  const before = told.invitation;
  const wasCancelled = before.method === 'CANCEL';
  const isCancelled = session.state === 'cancelled';
  const kind = isCancelled ? 'cancelled' : 'changed';
  const wrong = isCancelled ? !wasCancelled : wasCancelled || !saysTheSame(now, before);
  if (!wrong || at >= (isCancelled ? before.endsAt : end)) return null;
  // Who would set out for what was told, or miss what is to be, is told at night; what is over makes nobody get up.
  const starts = [
    ...(wasCancelled || before.endsAt <= at ? [] : [before.startsAt]),
    ...(isCancelled ? [] : [start]),
  ];
  const earliest = Math.min(...starts);
  const goesAt = isNight(at, zone) && morningAfter(at, zone) <= earliest ? morningAfter(at, zone) : at;
  const pending = [...memory.pending.values()].find(
    ({ letter }) =>
      letter.about[0]?.sessionId === session.id && letter.kind === kind && fitsNotice(now, letter),
  );
  return { kind, goesAt, earliest, pendingSince: pending?.first ?? null };
}

export function fitsNotice(
  now: Known,
  letter: { readonly kind: string; readonly invitations: readonly Told['invitation'][] },
): boolean {
  const [invitation] = letter.invitations;
  return invitation !== undefined && (letter.kind === 'cancelled' || saysTheSame(now, invitation));
}

export function saysTheSame(
  { session, start, end }: Known,
  told: { readonly startsAt: number; readonly endsAt: number; readonly place: string; readonly link: string },
): boolean {
  return (
    told.startsAt === start &&
    told.endsAt === end &&
    told.place === session.place &&
    told.link === session.link
  );
}

/** Why a step must not be handed over now; null: it is due. */
export function whyNot(now: Situation, moment: Moment, memory: Memory): string | null {
  const reason = whyNever(now, moment, memory);
  if (reason !== null) return reason;
  if (now.at < moment.at) return 'gets it too early';
  return !moment.atNight && isNight(now.at, now.zone) ? 'is written to at night' : null;
}

/** The same but for the time of day: that is the other's where it goes along with another step. */
export function whyNever(now: Situation, moment: Moment, memory: Memory): string | null {
  const { session, start, told, notice, at } = now;
  if (!now.active) return 'has left';
  if (!now.reachable) return 'cannot be reached: a mail came back';
  if (!now.wants) return 'wants no reminders';
  if (session.state === 'cancelled') return 'is not to be reminded of a cancelled session';
  if (memory.handed.has(partName(session.id, moment.step, start))) return 'has got it before';
  if (at >= moment.until) return 'gets it too late';
  if (moment.at >= moment.until) return 'gets a newer step at that moment';
  if (newerBefore(now, moment, memory) === 'in its time') return 'has got a newer step before';
  if (notice && moment.at <= (notice.pendingSince ?? notice.goesAt)) {
    return `is told by a notice (${notice.kind})`;
  }
  if (told?.notice && told.invitation.startsAt === start && moment.at <= told.notice.first) {
    return 'was told by a notice at that moment or later';
  }
  return null;
}

/** `early`: it went along with the same step of another session of that day. */
function newerBefore(
  { allMoments, session, start }: Situation,
  moment: Moment,
  memory: Memory,
): 'in its time' | 'early' | null {
  let found: 'early' | null = null;
  for (const { step, at } of allMoments) {
    const handed = at > moment.at ? memory.handed.get(partName(session.id, step, start)) : undefined;
    if (handed !== undefined && handed >= at) return 'in its time';
    if (handed !== undefined) found = 'early';
  }
  return found;
}

/**
 * Both are right when a notice of the same was on its way as the step came, and when a newer step went along with
 * another session's before its own time: the rules do not say whether the older one, whose time is now, still helps.
 */
export function isOptional(now: Situation, moment: Moment, memory: Memory): boolean {
  const { told, notice, start } = now;
  if (newerBefore(now, moment, memory) === 'early') return true;
  if (notice && notice.pendingSince !== null) return true;
  return Boolean(told?.notice && told.invitation.startsAt === start && moment.at <= told.notice.arrived);
}

/** Whether what a mail that waits to be brought again says is still to be said. */
export function stillHolds(
  now: Situation | null,
  letter: { readonly kind: string },
  startsAt: number,
): boolean {
  if (!now?.active || !now.reachable) return false;
  if (letter.kind === 'reminder') {
    return now.wants && now.session.state !== 'cancelled' && now.start === startsAt;
  }
  return now.notice?.kind === letter.kind;
}
