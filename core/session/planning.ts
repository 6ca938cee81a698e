/** What planning and forecasting look at: the rows read once, and for each seat what stands in its way. */
import type { Instant, Zone } from '../time/instant';

import { MS_PER_MINUTE } from '../time/instant';
import { knownZone } from '../time/zoned';
import type { Row } from '../workbook/rows';
import type { Tone } from './audience';
import { toneOf } from './audience';
import type { LadderReading } from './ladder';
import { readLadder } from './ladder';
import type { Notice, NoticeTime } from './notices';
import { noticeOf, whenToNotice } from './notices';
import type { ReminderInput } from './reminder-input';
import type { Roster, Seat } from './roster';
import { readRoster } from './roster';
import type { SessionClock, Slot, SlotGroup } from './session-clock';
import { sessionClock } from './session-clock';
import { sessionEnd } from './session-end';
import { sessionsById } from './sessions-by-id';
import type { SkipReason } from './skip-reason';

export interface Planning {
  readonly input: ReminderInput;
  readonly reading: LadderReading;
  readonly roster: Roster;
  readonly sessions: ReadonlyMap<string, Row<'sessions'>>;
  /** Null when it has no start, or a zone that nobody knows. */
  clockOf(session: Row<'sessions'>): SessionClock | null;
  sessionZone(session: Row<'sessions'>): Zone | null;
  knownZone(written: string): Zone | null;
}

export function readPlanning(input: ReminderInput): Planning {
  const reading = readLadder(input.steps);
  const zones = new Map<string, Zone | null>();
  const known = (written: string): Zone | null => {
    let zone = zones.get(written);
    if (zone === undefined) {
      zone = knownZone(written, input.offset);
      zones.set(written, zone);
    }
    return zone;
  };
  const clocks = new Map<string, SessionClock | null>();
  const sessionZone = (session: Row<'sessions'>): Zone | null => known(input.zoneOf(session));
  return {
    input,
    reading,
    roster: readRoster(input.participants),
    sessions: sessionsById(input.sessions),
    clockOf: (session) => {
      let clock = clocks.get(session.id);
      if (clock === undefined) {
        const zone = sessionZone(session);
        const startsAt = session.starts_at;
        clock =
          startsAt === null || zone === null
            ? null
            : sessionClock(session, startsAt, zone, reading.ladder, input);
        clocks.set(session.id, clock);
      }
      return clock;
    },
    sessionZone,
    knownZone: known,
  };
}

/** A seat as its session's mails see it. */
export interface Outlook {
  readonly seat: Seat;
  readonly tone: Tone;
  readonly zone: Zone;
  /** What their cell says, when it is a zone that nobody knows. */
  readonly unknownZone: string | null;
  /** Why no mail at all reaches this person; null: it does. */
  readonly unreachable: Extract<SkipReason, 'no-address' | 'bounced'> | null;
}

/** @param sessionZone stands in for a zone of their own */
export function outlookOf(
  seat: Seat,
  session: Row<'sessions'>,
  sessionZone: Zone,
  planning: Planning,
): Outlook {
  const written = seat.participant.zone.trim();
  const own = written === '' ? null : planning.knownZone(written);
  return {
    seat,
    tone: toneOf(seat.participant, session),
    zone: own ?? sessionZone,
    unknownZone: own === null && written !== '' ? written : null,
    unreachable: !isAddress(seat.email)
      ? 'no-address'
      : planning.input.undeliverable(seat.email)
        ? 'bounced'
        : null,
  };
}

/** A notice that a seat is still to get, and until when it makes steps of the ladder needless. */
export interface Standing {
  readonly pending: { readonly notice: Notice; readonly when: NoticeTime } | null;
  readonly silentUntil: Instant | null;
}

const NOTHING_TOLD: Standing = { pending: null, silentUntil: null };

export function standingOf({ seat, zone }: Outlook, session: Row<'sessions'>, { input }: Planning): Standing {
  if (seat.email === '' || isLongOver(session, input)) return NOTHING_TOLD;
  const told = input.told(session.id, seat.email);
  if (told === null) return NOTHING_TOLD;
  const said = told.startsAt === session.starts_at && !told.cancelled ? told.noticeAt : null;
  const notice = noticeOf(session, seat.email, told);
  if (notice === null) return { pending: null, silentUntil: said };
  const when = whenToNotice(session, notice, zone, input);
  if (when === 'too-late') {
    if (isPast(notice.notAfter, input)) return NOTHING_TOLD;
    return { pending: input.alreadyPlanned(notice.key) ? null : { notice, when }, silentUntil: said };
  }
  const goesAt = when === 'due' ? input.now : when;
  if (!input.alreadyPlanned(notice.key)) return { pending: { notice, when }, silentUntil: goesAt };
  // One that failed, or that a person cancelled, keeps nobody from hearing of it by the ladder.
  return { pending: null, silentUntil: input.onItsWay(notice.key) ? goesAt : said };
}

/** So long after its end nobody needs to hear that it was to be elsewhere, or not at all. */
function isPast(end: Instant, { now, rule }: ReminderInput): boolean {
  return end + rule.keepAfterEnd * MS_PER_MINUTE <= now;
}

function isLongOver(session: Row<'sessions'>, input: ReminderInput): boolean {
  const { starts_at: start, state } = session;
  // A cancelled one may have been told for quite another day.
  return state !== 'cancelled' && start !== null && isPast(sessionEnd(session, start), input);
}

export function slotsFor(
  clock: SessionClock,
  { seat, tone, zone }: Outlook,
  { input, reading }: Planning,
): SlotGroup {
  let done = '';
  for (const deed of reading.ladder.deeds) {
    done += input.hasDone(clock.session.id, seat.email, deed) ? '1' : '0';
  }
  return clock.slotsFor({ tone, zone, done });
}

/** A step by its name; null when it is not for this reader. */
export function slotOf(clock: SessionClock, outlook: Outlook, step: string, planning: Planning): Slot | null {
  return slotsFor(clock, outlook, planning).slots.find((slot) => slot.step.row.step === step) ?? null;
}

/** Of a step that nobody has planned yet: whether it is due, comes later, or why it never goes. */
export function verdictOn(
  slot: Slot,
  outlook: Outlook,
  silentUntil: Instant | null,
  clock: SessionClock,
  slots: readonly Slot[],
  { input }: Planning,
): 'due' | Instant | SkipReason {
  const { verdict } = slot;
  if (outlook.unreachable !== null) return outlook.unreachable;
  if (verdict === 'superseded' || verdict === 'condition') return verdict;
  if (silentUntil !== null && slot.at <= silentUntil) return 'told-by-notice';
  return verdict === 'due' && wentLater(slot, outlook, clock, slots, input) ? 'superseded' : verdict;
}

/**
 * A later step went to them before its time: for another session of that day, and it spoke of this one too. Or it is
 * not for them any more, because they have done what it asks; but it went before they did.
 */
function wentLater(
  slot: Slot,
  { seat }: Outlook,
  clock: SessionClock,
  slots: readonly Slot[],
  { alreadyPlanned }: ReminderInput,
): boolean {
  return slots.some(({ at, step }) => at > slot.at && alreadyPlanned(clock.keyOf(seat.email, step.row.step)));
}

function isAddress(email: string): boolean {
  const at = email.indexOf('@');
  return at > 0 && at === email.lastIndexOf('@') && at < email.length - 1 && !/\s/.test(email);
}
