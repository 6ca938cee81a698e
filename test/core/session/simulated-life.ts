/** Lives of a small firm: its Sheet is changed at any time, and its bridge plans, withdraws, waits and sends. */
import fc from 'fast-check';
import type { PlannedMail, Told } from '../../../core/session/planned-mail';
import type { ReminderInput } from '../../../core/session/reminder-input';
import { planReminders } from '../../../core/session/reminders';
import { sessionEnd } from '../../../core/session/session-end';
import { withdrawnMails } from '../../../core/session/withdrawn';
import { type Instant, instant, MS_PER_MINUTE, zone } from '../../../core/time/instant';
import type { Row } from '../../../core/workbook/rows';
import { sessionRow, WARSAW, winter } from '../sla/sla-rows';
import { participantRow, reminderInput, stepRow } from './reminder-rows';

/** A week before the clocks go back. */
const START = winter('2026-10-20T00:00');
const IDS = ['A', 'B', 'C'] as const;
const PEOPLE = ['a@x.pl', 'b@x.pl', 'c@x.pl'] as const;

const sessionState = fc.record({
  startsIn: fc.noBias(fc.integer({ min: 4000, max: 9000 })),
  lasts: fc.integer({ min: 15, max: 300 }),
  state: fc.constantFrom('planned', 'planned', 'planned', 'cancelled'),
  place: fc.constantFrom('', '', 'Sala 2'),
  zone: fc.constantFrom('', 'America/New_York'),
});
const seatState = fc.record({
  email: fc.constantFrom(...PEOPLE, ' A@x.pl', ''),
  state: fc.constantFrom('active', 'active', 'active', 'left'),
  reminders: fc.constantFrom('yes', '', '', 'no'),
  audience: fc.constantFrom('', 'novice', 'experienced'),
  zone: fc.constantFrom('', 'Europe/Kyiv', 'Asia/Tokyo'),
});
const ladder = fc.array(
  fc.record({
    step: fc.constantFrom('p', 'q', 'r', 's'),
    offset: fc.constantFrom(
      '-3 d',
      '-1 d',
      '-2 h',
      '-10 min',
      '+30 min',
      '-1 w',
      'next working morning',
      'previous working morning',
    ),
    anchor: fc.constantFrom('start', 'end'),
    audience: fc.constantFrom('any', 'any', 'novice', 'experienced'),
    condition: fc.constantFrom('', '', '', 'logged in = no', 'on site'),
    at_night: fc.boolean(),
  }),
  { minLength: 2, maxLength: 5, size: 'max' },
);
/** Once in so many rounds. */
const sometimes = <T>(rounds: number, what: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: rounds - 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: what });

/** What happens before a round: time passes, and something in the Sheet may change. */
const round = fc.record({
  gap: fc.noBias(fc.integer({ min: 60, max: 1500 })),
  session: sometimes(5, fc.record({ id: fc.constantFrom(...IDS), to: sessionState })),
  seat: sometimes(5, fc.record({ place: fc.nat({ max: 7 }), to: seatState })),
  logsIn: sometimes(10, fc.constantFrom(...PEOPLE)),
  bounces: sometimes(40, fc.constantFrom(...PEOPLE)),
  /** How many of the waiting mails the server takes in this round. */
  takes: fc.constantFrom(0, 1, 100, 100),
});
export const life = fc.record({
  sessions: fc.record({ A: sessionState, B: sessionState, C: sessionState }),
  seats: fc.array(fc.record({ session_id: fc.constantFrom(...IDS), is: seatState }), {
    minLength: 1,
    maxLength: 8,
  }),
  ladder,
  rounds: fc.array(round, { minLength: 8, maxLength: 20, size: 'max' }),
});
export type Life = typeof life extends fc.Arbitrary<infer T> ? T : never;

interface Sent {
  readonly mail: PlannedMail;
  readonly at: Instant;
  /** Whether the Sheet, as the mail leaves, says one zone of its reader, and the one that it was planned for. */
  readonly zoneHolds: boolean;
}

/** The Sheet and the bridge's memory, as far as planning sees them. */
class World {
  readonly waiting = new Map<string, PlannedMail>();
  readonly sent: Sent[] = [];
  private readonly told = new Map<string, Told>();
  private readonly loggedIn = new Set<string>();
  private readonly bounced = new Set<string>();
  private sessions: Life['sessions'];
  private seats: Life['seats'];
  private sequence = 0;

  constructor(private readonly life: Life) {
    this.sessions = { ...life.sessions };
    this.seats = [...life.seats];
  }

  change({ session, seat, logsIn, bounces }: Life['rounds'][number]): void {
    if (session) this.sessions = { ...this.sessions, [session.id]: session.to };
    if (seat) {
      this.seats = this.seats.map((one, index) => (index === seat.place ? { ...one, is: seat.to } : one));
    }
    if (logsIn) this.loggedIn.add(logsIn);
    if (bounces) this.bounced.add(bounces);
  }

  input(now: number): ReminderInput {
    const planned = new Set([...this.waiting.values(), ...this.sent.map(({ mail }) => mail)].flatMap(keysOf));
    return reminderInput({
      now: instant(now),
      sessions: IDS.map((id) => this.sessionRow(id)),
      participants: this.seats.map(({ session_id, is }) => participantRow({ session_id, ...is })),
      steps: this.life.ladder.map(({ step, offset: when, ...rest }) =>
        stepRow(step, when, { ...rest, template: `${step} ${rest.audience} ${rest.at_night}` }),
      ),
      zoneOf: (session) => (session.zone === '' ? WARSAW : zone(session.zone)),
      alreadyPlanned: (key) => planned.has(key),
      onItsWay: (key) => this.waiting.has(key),
      told: (sessionId, email) => this.told.get(`${sessionId} ${email}`) ?? null,
      hasDone: (_session, email) => this.loggedIn.has(email),
      undeliverable: (email) => this.bounced.has(email),
    });
  }

  sessionRow(id: (typeof IDS)[number]): Row<'sessions'> {
    const { startsIn, lasts, state, place, zone: where } = this.sessions[id];
    return sessionRow({
      id,
      state,
      place,
      zone: where,
      starts_at: instant(START + startsIn * MS_PER_MINUTE),
      ends_at: instant(START + (startsIn + lasts) * MS_PER_MINUTE),
    });
  }

  withdraw(input: ReminderInput): void {
    const waiting = [...this.waiting.values()].map((mail) => ({
      key: mail.key,
      covers: mail.also.map(({ key }) => key),
      invitations: invitationsOf(mail),
    }));
    for (const { key } of withdrawnMails(waiting, { ...input, nudgeHolds: () => true }))
      this.waiting.delete(key);
  }

  send(now: number, most: number): void {
    for (const mail of [...this.waiting.values()].slice(0, most)) {
      this.waiting.delete(mail.key);
      if (mail.notAfter <= now) continue;
      this.sent.push({ mail, at: instant(now), zoneHolds: this.zoneHolds(mail) });
      this.remember(mail, instant(now));
    }
  }

  private zoneHolds({ session, email, zone: planned }: PlannedMail): boolean {
    const where = this.sessionRow(session.id as (typeof IDS)[number]).zone;
    return this.seats
      .filter((seat) => seat.session_id === session.id && seat.is.email.trim().toLowerCase() === email)
      .every((seat) => (seat.is.zone || where || WARSAW) === planned);
  }

  private remember(mail: PlannedMail, at: Instant): void {
    this.sequence += 1;
    const { purpose, session, email } = mail;
    if (purpose.kind === 'cancelled') {
      this.told.set(`${session.id} ${email}`, {
        ...purpose.before,
        cancelled: true,
        sequence: this.sequence,
        noticeAt: null,
      });
    }
    for (const { sessionId, startsAt, endsAt, place, link } of invitationsOf(mail)) {
      this.told.set(`${sessionId} ${email}`, {
        startsAt,
        details: { endsAt, place, link },
        cancelled: false,
        sequence: this.sequence,
        noticeAt: purpose.kind === 'changed' ? at : null,
      });
    }
  }
}

export function invitationsOf({ purpose, session, also, notBefore }: PlannedMail) {
  if (purpose.kind === 'cancelled') return [];
  return [session, ...also.map((other) => other.session)].flatMap((row) => {
    const { id: sessionId, starts_at: startsAt, place, link } = row;
    if (startsAt === null) return [];
    const endsAt = sessionEnd(row, startsAt);
    return purpose.kind === 'reminder' && notBefore >= endsAt
      ? []
      : [{ sessionId, startsAt, endsAt, place, link }];
  });
}

/** Lives it through, and shows each round's plan. */
export function live(
  story: Life,
  look: (mails: readonly PlannedMail[], input: ReminderInput, next: Instant | null) => void,
): World {
  const world = new World(story);
  let now: number = START;
  for (const step of story.rounds) {
    now += step.gap * MS_PER_MINUTE;
    world.change(step);
    const input = world.input(now);
    world.withdraw(input);
    const { due, next } = planReminders(input);
    look(due, input, next);
    for (const mail of due) world.waiting.set(mail.key, mail);
    world.send(now, step.takes);
  }
  return world;
}

export const keysOf = ({ key, also }: PlannedMail): string[] => [key, ...also.map((other) => other.key)];
