/** What is known of a coming session, counted once and judged by the rules. */
import type { TeamReading } from '../assignment/colleagues';
import type { ActivityBook } from '../session/activity';
import type { Ladder } from '../session/ladder';
import { momentOf } from '../session/offset';
import type { Roster, Seat } from '../session/roster';
import { sessionEnd } from '../session/session-end';
import { sessionsById } from '../session/sessions-by-id';
import type { BusinessCalendar } from '../sla/business-calendar';
import type { Absences } from '../staffing/absences';
import type { Coverage } from '../staffing/coverage';
import { BOARD_DAYS } from '../staffing/coverage';
import type { Leader } from '../staffing/leader';
import { leaderAt } from '../staffing/leader';
import type { Instant, Zone, ZoneOffset } from '../time/instant';
import { MS_PER_DAY, minutes, plus } from '../time/instant';
import { knownZone } from '../time/zoned';
import type { Row } from '../workbook/rows';
import type { MailBook } from './mails';

export interface ReadinessInput {
  readonly sessions: readonly Row<'sessions'>[];
  readonly roster: Roster;
  readonly tickets: readonly Row<'tickets'>[];
  readonly ladder: Ladder;
  readonly mails: MailBook;
  readonly activity: ActivityBook;
  readonly team: TeamReading;
  readonly absences: Absences;
  readonly coverage: readonly Coverage[];
  /** Whether automatic mails may leave: the setting, and the brake. */
  readonly sending: 'on' | 'off' | 'braked';
  readonly now: Instant;
  readonly zoneOf: (session: Row<'sessions'>) => Zone;
  readonly firmZone: Zone;
  readonly offset: ZoneOffset;
  readonly calendar: BusinessCalendar;
}

export interface SessionFacts {
  readonly session: Row<'sessions'>;
  readonly startsAt: Instant;
  /** Until the start; negative while it runs. */
  readonly hoursLeft: number;
  readonly leader: Leader;
  readonly people: number;
  readonly reached: number;
  readonly lost: number;
  /** Of those who want reminders and could be reached: not told, though the first step was due long ago. */
  readonly untold: number;
  /** Null where the platform's report does not say who logs in. */
  readonly loggedIn: number | null;
  readonly declined: number;
  readonly open: number;
  readonly overdue: number;
  /** At its start, by the board of staffing. */
  readonly cover: Coverage | null;
  readonly sending: ReadinessInput['sending'];
  /** Whether the firm fills in these columns at all: what nobody ever fills in is not missing here. */
  readonly uses: { readonly confirmed: boolean; readonly materials: boolean };
}

const LOGIN = 'logged_in';
const DONE: ReadonlySet<string> = new Set(['resolved', 'closed', 'spam']);
/** A step waits for the morning, and a big mailing for the provider: only then is nobody told. */
const GRACE = minutes(12 * 60);
/** So near the start nothing waits any more. */
const NO_GRACE = minutes(3 * 60);

/** Coming and running sessions of the next weeks, the nearest first. */
export function comingSessions(
  sessions: readonly Row<'sessions'>[],
  now: Instant,
): readonly (Row<'sessions'> & { readonly starts_at: Instant })[] {
  const until = now + BOARD_DAYS * MS_PER_DAY;
  return Array.from(sessionsById(sessions).values()).filter(
    (session): session is Row<'sessions'> & { readonly starts_at: Instant } =>
      session.starts_at !== null &&
      session.state !== 'cancelled' &&
      session.state !== 'held' &&
      session.starts_at < until &&
      sessionEnd(session, session.starts_at) > now,
  );
}

export function sessionFacts(input: ReadinessInput): readonly SessionFacts[] {
  const coming = comingSessions(input.sessions, input.now);
  const tickets = ticketCounts(input.tickets, new Set(coming.map(({ id }) => id)));
  const atStart = new Map<string, Coverage>();
  for (const cover of input.coverage) {
    if (cover.moment.kind === 'start' && cover.moment.session) atStart.set(cover.moment.session.id, cover);
  }
  const uses = {
    confirmed: input.sessions.some(({ confirmed }) => confirmed !== ''),
    materials: input.sessions.some(({ materials }) => materials.trim() !== ''),
  };
  const reportsLogins = input.activity.isReported(LOGIN);
  return coming.map((session): SessionFacts => {
    const startsAt = session.starts_at;
    const seats = input.roster.seatsIn(session.id).filter(({ present }) => present);
    const isReached = ({ email }: Seat): boolean => input.mails.isReached(session.id, email, startsAt);
    const isLost = ({ email }: Seat): boolean => input.mails.isLost(session.id, email);
    const isDue = input.sending === 'on' && isTold(session, startsAt, input);
    return {
      session,
      startsAt,
      hoursLeft: (startsAt - input.now) / 3_600_000,
      leader: leaderAt(session, startsAt, input.team, input.absences),
      people: seats.length,
      reached: seats.filter(isReached).length,
      lost: seats.filter(isLost).length,
      untold: isDue
        ? seats.filter((seat) => seat.wantsReminders && !isReached(seat) && !isLost(seat)).length
        : 0,
      loggedIn: reportsLogins
        ? seats.filter(({ email }) => input.activity.has(session.id, email, LOGIN)).length
        : null,
      declined: seats.filter(({ participant }) => participant.answer === 'declined').length,
      open: tickets.get(session.id)?.open ?? 0,
      overdue: tickets.get(session.id)?.overdue ?? 0,
      cover: atStart.get(session.id) ?? null,
      sending: input.sending,
      uses,
    };
  });
}

/** Whether the first step of the ladder should have told everybody by now. */
function isTold(session: Row<'sessions'>, startsAt: Instant, input: ReadinessInput): boolean {
  const zone = knownZone(input.zoneOf(session), input.offset) ?? input.firmZone;
  for (const variants of input.ladder.steps.values()) {
    for (const { row, offset, condition } of variants) {
      if (row.anchor === 'end' || condition.kind !== 'always') continue;
      const asked = momentOf(startsAt, offset, zone, input.offset, input.calendar);
      if (asked === null || asked >= startsAt || asked > input.now) continue;
      const isNear = plus(startsAt, minutes(0 - NO_GRACE)) <= input.now;
      if (isNear || plus(asked, GRACE) <= input.now) return true;
    }
  }
  return false;
}

interface TicketCount {
  open: number;
  overdue: number;
}

function ticketCounts(
  tickets: readonly Row<'tickets'>[],
  sessions: ReadonlySet<string>,
): ReadonlyMap<string, TicketCount> {
  const counts = new Map<string, TicketCount>();
  for (const { session_id: id, status, sla_state: state } of tickets) {
    if (id === '' || DONE.has(status) || !sessions.has(id)) continue;
    const count = counts.get(id) ?? { open: 0, overdue: 0 };
    counts.set(id, count);
    count.open++;
    if (state === 'breached') count.overdue++;
  }
  return counts;
}
