/** Sessions, participants and a ladder of any size, and a memory of what was planned, for the bench of the planner. */
import { activityBook } from '../../core/session/activity';
import type { PlannedMail, Told } from '../../core/session/planned-mail';
import { REMINDER_RULE, type ReminderInput } from '../../core/session/reminders';
import { sessionEnd } from '../../core/session/session-end';
import type { WaitingMail } from '../../core/session/withdrawn';
import { businessCalendar } from '../../core/sla/business-calendar';
import { readOpeningHours } from '../../core/sla/opening-hours';
import { type Instant, instant, MS_PER_DAY, MS_PER_MINUTE, zone } from '../../core/time/instant';
import type { Row } from '../../core/workbook/rows';
import { intlOffset } from '../../mail-bridge/clock/intl-offset';

const NOW = instant(Date.UTC(2026, 9, 20, 9, 30));
const WARSAW = zone('Europe/Warsaw');
const ZONES = ['', '', 'Europe/Kyiv', 'America/New_York'] as const;
const OFFSET = intlOffset();

const LADDER: readonly Row<'reminders'>[] = [
  step('3d', '-3 d'),
  step('1d', '-1 d'),
  step('2h', '-2 h'),
  step('started', '+10 min', { condition: 'logged in = no' }),
  step('after', 'next working morning', { anchor: 'end' }),
];

export interface ReminderFirm {
  readonly pairs: number;
  input(): ReminderInput;
  /** Every one of them an hour later. */
  readonly movedSessions: readonly Row<'sessions'>[];
  /** All of it went out. */
  remember(mails: readonly PlannedMail[]): void;
  waiting(mails: readonly PlannedMail[]): readonly WaitingMail[];
}

export function reminderFirm(sessionCount: number, peopleInEach: number): ReminderFirm {
  const sessions = Array.from({ length: sessionCount }, (_, index) => sessionRow(index, sessionCount));
  const participants = sessions.flatMap(({ id }, index) =>
    Array.from({ length: peopleInEach }, (_, seat) => participantRow(id, index, seat, peopleInEach)),
  );
  const calendar = businessCalendar(readOpeningHours(officeHours(), 'pl').hours, WARSAW, OFFSET);
  const reports = participants
    .filter((_, index) => index % 2 === 0)
    .map(({ email, session_id }) => ({ at: NOW, email, session_id, what: 'logged in' }));
  const activity = activityBook(reports, sessions);
  const planned = new Set<string>();
  const told = new Map<string, Told>();
  return {
    pairs: participants.length * LADDER.length,
    input: () => {
      // A plan is asked with what was known when it was made.
      const [knownKeys, knownTold] = [new Set(planned), new Map(told)];
      return {
        sessions,
        participants,
        steps: LADDER,
        now: NOW,
        zoneOf: (session) => (session.zone === '' ? WARSAW : zone(session.zone)),
        offset: OFFSET,
        calendar,
        sheetLanguage: 'pl',
        alreadyPlanned: (key) => knownKeys.has(key),
        onItsWay: () => false,
        told: (sessionId, email) => knownTold.get(`${sessionId}\n${email}`) ?? null,
        hasDone: activity.has,
        undeliverable: () => false,
        rule: REMINDER_RULE,
      };
    },
    movedSessions: sessions.map((session) => ({
      ...session,
      starts_at: later(session.starts_at),
      ends_at: later(session.ends_at),
    })),
    remember(mails) {
      for (const { key, email, session, also } of mails) {
        for (const one of [{ key, session }, ...also]) {
          planned.add(one.key);
          const { starts_at: startsAt, place, link } = one.session;
          if (startsAt === null) continue;
          const details = { endsAt: sessionEnd(one.session, startsAt), place, link };
          told.set(`${one.session.id}\n${email}`, {
            startsAt,
            details,
            cancelled: false,
            sequence: 1,
            noticeAt: null,
          });
        }
      }
    },
    waiting: (mails) =>
      mails.map(({ key, also, session }) => {
        const startsAt = session.starts_at ?? NOW;
        const { id: sessionId, place, link } = session;
        const endsAt = sessionEnd(session, startsAt);
        return {
          key,
          covers: also.map((other) => other.key),
          invitations: [{ sessionId, startsAt, endsAt, place, link }],
        };
      }),
  };
}

function later(at: Instant | null): Instant | null {
  return at === null ? null : instant(at + 60 * MS_PER_MINUTE);
}

/** From two weeks back to six weeks ahead, over a change of the clocks, at different times of the day. */
function sessionRow(index: number, count: number): Row<'sessions'> {
  const day = -14 + Math.floor((index * 56) / count);
  const startsAt = instant(
    Date.UTC(2026, 9, 20) + day * MS_PER_DAY + (360 + 45 * (index % 12)) * MS_PER_MINUTE,
  );
  return {
    id: `S${index}`,
    course: `Course ${index % 20}`,
    client: 'Nordwind',
    starts_at: startsAt,
    ends_at: instant(startsAt + 120 * MS_PER_MINUTE),
    zone: ZONES[index % ZONES.length] ?? '',
    trainer: 'Ewa Nowak',
    substitute: '',
    link: `https://meet.example/${index}`,
    place: '',
    materials: '',
    audience: 'any',
    language: 'pl',
    state: 'planned',
    confirmed: '',
    deadline: null,
    notes: '',
  };
}

/** One person in ten sits in the next session too. */
function participantRow(
  sessionId: string,
  session: number,
  seat: number,
  seats: number,
): Row<'participants'> {
  const number = seat % 10 === 0 ? Math.floor(session / 2) * seats + seat : session * seats + seat;
  return {
    session_id: sessionId,
    name: `Person ${number}`,
    email: `person${number}${seat % 10 === 0 ? 'x' : ''}@firm.example`,
    language: seat % 7 === 0 ? 'uk' : '',
    audience: seat % 3 === 0 ? 'novice' : '',
    needs: '',
    company: '',
    zone: seat % 5 === 0 ? 'Europe/London' : '',
    state: seat % 29 === 28 ? 'left' : 'active',
    reminders: seat % 23 === 22 ? 'no' : '',
    answer: '',
  };
}

function step(name: string, offset: string, change: Partial<Row<'reminders'>> = {}): Row<'reminders'> {
  return {
    step: name,
    offset,
    anchor: 'start',
    audience: 'any',
    condition: '',
    template: `reminder_${name}`,
    at_night: false,
    enabled: true,
    ...change,
  };
}

function officeHours(): Row<'calendar'>[] {
  return [1, 2, 3, 4, 5].map((weekday) => ({
    calendar: 'pl',
    kind: 'hours',
    weekday,
    date: null,
    opens: '09:00',
    closes: '17:00',
    name: '',
    zone: '',
  }));
}
