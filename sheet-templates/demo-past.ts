/**
 * The demo firm's past weeks: sessions that were held, and what their participants wrote about them. Invented by dice
 * that always fall the same way. Only what mail and people would have written is here; due times, promises, phases and
 * figures are left to the tracker, which fills them in as it does for every ticket.
 */
import type { Language } from '../core/language';
import { addBusinessMinutes, type BusinessCalendar, businessCalendar } from '../core/sla/business-calendar';
import { readOpeningHours } from '../core/sla/opening-hours';
import { mondayOf } from '../core/ticket/birth-cells';
import { type DayNumber, formatDay, plusDays, wallOf } from '../core/time/civil';
import type { Instant } from '../core/time/instant';
import { businessMinutes, MS_PER_DAY, minutes, plus, zone } from '../core/time/instant';
import { dayAt, instantAt, startOfDay } from '../core/time/zoned';
import { OUTCOMES } from '../core/workbook/choices';
import type { Row, RowChange } from '../core/workbook/rows';
import { officeHours } from './content/calendars';
import type { DemoInput } from './demo';
import { PAST_COURSES, PAST_QUESTIONS, type PastCourse, pastPerson } from './demo-past-words';
import { DEMO_TEAM } from './demo-people';
import { type Dice, dice } from './dice';

export interface DemoPast {
  readonly sessions: readonly RowChange<'sessions'>[];
  readonly participants: readonly RowChange<'participants'>[];
  readonly tickets: readonly RowChange<'tickets'>[];
  readonly intake: readonly RowChange<'intake'>[];
}

const WEEKS = 8;
const SEED = 20_241;
const TICKETS_PER_SESSION = [5, 12] as const;

interface World extends DemoInput {
  readonly roll: Dice;
  readonly calendar: BusinessCalendar;
  readonly today: DayNumber;
}

export function demoPast(input: DemoInput): DemoPast {
  const today = dayAt(input.now, input.zone, input.offset);
  // Rows of the starter have every cell that reading the hours looks at.
  const hours = readOpeningHours(officeHours() as readonly Row<'calendar'>[], 'pl').hours;
  const world: World = {
    ...input,
    roll: dice(SEED),
    calendar: businessCalendar(hours, input.zone, input.offset),
    today,
  };
  const held = sessionsBefore(world);
  const written = held.map((session) => ticketsAbout(session, world));
  const strangers = Array.from({ length: WEEKS * 3 }, (_, i) => strangersTicket(i, world));
  const tickets = [...written.flatMap((one) => one.tickets), ...strangers]
    .filter(({ created_at }) => (created_at ?? input.now) < startOfDay(today, input.zone, input.offset))
    .sort((a, b) => (a.created_at ?? 0) - (b.created_at ?? 0))
    .map((ticket, i) => ({ ...ticket, id: pastId(i) }));
  return {
    sessions: held.map(({ row }) => row),
    participants: written.flatMap((one) => one.participants),
    tickets,
    intake: intakeOf(tickets, world),
  };
}

interface HeldSession {
  readonly course: PastCourse;
  readonly row: RowChange<'sessions'> & { readonly id: string };
  readonly starts: Instant;
  readonly lasts: number;
}

/** Three courses a week, until the week before this one. */
function sessionsBefore({ today, zone: own, offset, roll }: World): HeldSession[] {
  const first = plusDays(mondayOf(today), -7 * WEEKS);
  return Array.from({ length: WEEKS }, (_, week) => week).flatMap((week) =>
    PAST_COURSES.filter(() => roll.chance(0.9)).map((course): HeldSession => {
      const where = course.zone === '' ? own : zone(course.zone);
      const day = plusDays(first, 7 * week + course.weekday - 1);
      const at = (hour: number) => instantAt(wallOf(day, hour * 60), where, offset);
      const starts = at(course.startsAt);
      const id = `${course.id}-${formatDay(day).slice(5).replace('-', '')}`;
      return {
        course,
        starts,
        lasts: course.hours * 60,
        row: {
          id,
          course: course.course,
          client: course.client,
          starts_at: starts,
          ends_at: at(course.startsAt + course.hours),
          zone: course.zone,
          trainer: course.trainer,
          audience: course.audience,
          language: course.language,
          state: 'held',
        },
      };
    }),
  );
}

function ticketsAbout(session: HeldSession, world: World) {
  const { roll } = world;
  const count = roll.between(...TICKETS_PER_SESSION);
  const people = Array.from({ length: count }, () => pastPerson(session.course.language, roll));
  return {
    participants: people.map(
      ({ name, email }): RowChange<'participants'> => ({
        session_id: session.row.id,
        name,
        email,
        company: session.course.client,
        state: 'active',
        reminders: 'yes',
      }),
    ),
    tickets: people.map((person) => {
      const { at, near } = momentAround(session, world);
      return ticket(person, session.course.language, at, near, world);
    }),
  };
}

/** Most write in the days before and after, a good part right when it begins. */
function momentAround(
  { starts, lasts }: HeldSession,
  { roll, calendar }: World,
): { at: Instant; near: boolean } {
  const when = roll.between(1, 100);
  if (when <= 22) return { at: plus(starts, minutes(roll.between(-12, 55))), near: true };
  if (when <= 32) return { at: plus(starts, minutes(roll.between(60, lasts - 5))), near: true };
  const day = when <= 72 ? -roll.between(1, 6) : roll.between(0, 7);
  const around = plus(starts, minutes(lasts + day * 1440 + roll.between(-120, 240)));
  // People write in the morning and after lunch; some in the evening and on Sundays.
  const wanted = roll.chance(0.85)
    ? addBusinessMinutes(around, businessMinutes(roll.between(1, 200)), calendar)
    : null;
  return { at: wanted ?? around, near: false };
}

function strangersTicket(i: number, world: World): RowChange<'tickets'> {
  const { roll, today, zone: own, offset } = world;
  const day = plusDays(today, -1 - roll.between(0, WEEKS * 7 - 8));
  const at = instantAt(wallOf(day, roll.between(8 * 60, 20 * 60)), own, offset);
  const language = (['pl', 'pl', 'uk', 'en'] as const)[i % 4] ?? 'pl';
  const asked = ticket(pastPerson(language, roll), language, at, false, world);
  if (!roll.chance(0.2)) return asked;
  const { first_answer_at: _answered, last_outbound_at: _sent, outbound_seen: _seen, ...unanswered } = asked;
  return {
    ...unanswered,
    status: 'spam',
    status_seen: 'spam',
    category: 'other',
    assignee: '',
    status_since: at,
    resolved_at: null,
  };
}

function ticket(
  person: { readonly name: string; readonly email: string },
  language: Language,
  created: Instant,
  near: boolean,
  world: World,
): RowChange<'tickets'> {
  const { roll, calendar, now, today } = world;
  const topic = roll.weighted(PAST_QUESTIONS, ({ weight, nearWeight }) => (near ? nearWeight : weight));
  const priority = near ? (roll.chance(0.6) ? 'urgent' : 'high') : roll.chance(0.15) ? 'low' : 'normal';
  // Most answers are quick and a few are very late: the logarithm of the wait is what is spread evenly about.
  const typical = near ? 7 : 55;
  const wait = Math.round(typical * Math.exp(roll.bell() * 1.15));
  const answered = near
    ? plus(created, minutes(Math.max(1, wait)))
    : (addBusinessMinutes(created, businessMinutes(Math.max(2, wait)), calendar) ?? created);
  const work = Math.round((near ? 25 : 240) * Math.exp(roll.bell() * 1.2));
  const resolved = addBusinessMinutes(answered, businessMinutes(Math.max(1, work)), calendar) ?? answered;
  const helper = DEMO_TEAM.find(({ skills }) => skills.includes(topic.category)) ?? DEMO_TEAM[0];
  const facts: RowChange<'tickets'> = {
    priority,
    assignee: helper?.name ?? '',
    category: topic.category,
    subject: topic.subject[language],
    excerpt: topic.subject[language],
    requester_name: person.name,
    requester_email: person.email,
    language,
    created_at: created,
    last_inbound_at: created,
    inbound_seen: created,
    first_answer_at: answered,
    last_outbound_at: answered,
    outbound_seen: answered,
    message_count: 2 + roll.between(0, 3),
  };
  const age = (now - created) / MS_PER_DAY;
  const isOpen = resolved >= now || (age < 6 && roll.chance(0.45));
  if (!isOpen) {
    return {
      ...facts,
      status: 'closed',
      status_seen: 'closed',
      status_since: resolved,
      resolved_at: resolved,
    };
  }
  if (roll.chance(0.3)) return { ...facts, ...askedAgain(world, answered) };
  const status = roll.pick(['waiting_participant', 'waiting_participant', 'waiting_vendor', 'on_hold']);
  return {
    ...facts,
    status,
    status_seen: status,
    status_since: answered,
    ...(status === 'on_hold' ? { hold_until: formatDay(plusDays(today, roll.between(2, 9))) } : {}),
  };
}

/** The participant wrote again late yesterday: the next answer is due today. */
function askedAgain({ today, zone: own, offset, roll }: World, answered: Instant): RowChange<'tickets'> {
  const evening = instantAt(wallOf(plusDays(today, -1), roll.between(17 * 60, 22 * 60)), own, offset);
  const at = Math.max(evening, answered + 60_000) as Instant;
  return { status: 'open', status_seen: 'open', status_since: at, last_inbound_at: at, inbound_seen: at };
}

/** As the bridge would have counted them: one mail a ticket, and what else came into such a mailbox. */
function intakeOf(
  tickets: readonly RowChange<'tickets'>[],
  { zone: own, offset, roll }: World,
): RowChange<'intake'>[] {
  const days = new Map<DayNumber, number>();
  for (const { created_at } of tickets) {
    if (created_at === null || created_at === undefined) continue;
    const day = dayAt(created_at, own, offset);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  return Array.from(days)
    .sort(([a], [b]) => a - b)
    .map(([day, opened]) => {
      const counts: Record<(typeof OUTCOMES)[number], number> = {
        'new-ticket': opened,
        reply: roll.between(0, opened),
        'agent-reply': roll.between(0, 2),
        bounce: roll.chance(0.1) ? 1 : 0,
        automatic: roll.between(0, 2),
        'loop-stopped': 0,
        duplicate: roll.chance(0.05) ? 1 : 0,
        quarantined: 0,
      };
      return {
        day: formatDay(day),
        mailbox: OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0),
        ...Object.fromEntries(OUTCOMES.map((outcome) => [outcome.replace('-', '_'), counts[outcome]])),
        difference: 0,
      };
    });
}

const PAST_ID = 'T-PAST';

/** Ids of tickets that nobody minted: all begin alike. */
function pastId(index: number): string {
  return `${PAST_ID}${String(index).padStart(3, '0')}`;
}

export function isPastTicket(id: string): boolean {
  return id.startsWith(PAST_ID);
}
