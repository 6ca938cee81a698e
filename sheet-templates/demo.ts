/**
 * A small invented firm to try Rowdesk on: its people, courses and sessions, from tomorrow on. Every name and
 * address is made up; `.test` domains reach nobody (RFC 2606).
 */
import type { Language } from '../core/language';
import { type DayNumber, plusDays, wallOf, weekdayOf } from '../core/time/civil';
import { type Instant, type Zone, type ZoneOffset, zone } from '../core/time/instant';
import { dayAt, instantAt } from '../core/time/zoned';
import type { Row } from '../core/workbook/rows';
import { DEMO_GUESTS, DEMO_TEAM } from './demo-people';
import type { SettingKey } from './settings';

export interface DemoInput {
  readonly now: Instant;
  /** Zone of the firm. */
  readonly zone: Zone;
  readonly offset: ZoneOffset;
}

export interface DemoContent {
  readonly sessions: readonly Row<'sessions'>[];
  readonly participants: readonly Row<'participants'>[];
  readonly team: readonly Row<'team'>[];
  readonly rota: readonly Row<'rota'>[];
  /** Beside the starter rows: a client with a promise and working hours of its own. */
  readonly sla: readonly Row<'sla'>[];
  readonly calendar: readonly Row<'calendar'>[];
  /** For planSetup, which writes them into the new Settings tab. */
  readonly settings: Partial<Readonly<Record<SettingKey, string>>>;
}

export const DEMO_DOMAIN = 'akademia-jasna.test';

export function demoContent(input: DemoInput): DemoContent {
  const today = dayAt(input.now, input.zone, input.offset);
  return {
    sessions: PLANS.map((plan) => session(plan, today, input)),
    participants: PLANS.flatMap((plan) => guests(plan)),
    team: DEMO_TEAM.map(({ email, name, role, languages, skills, substitute }) => ({
      email: `${email}@${DEMO_DOMAIN}`,
      other_emails: [],
      name,
      role,
      languages,
      skills,
      absent_from: null,
      absent_until: null,
      substitute,
      max_open: null,
      open_tickets: null,
      active: true,
    })),
    rota: rota(today, input),
    sla: [CLIENT_PROMISE],
    calendar: [1, 2, 3, 4, 5].map((weekday) => ({
      calendar: CLIENT_PROMISE.calendar,
      kind: 'hours',
      weekday,
      date: null,
      opens: '09:00',
      closes: '18:00',
      name: '',
      zone: weekday === 1 ? 'Europe/Kyiv' : '',
    })),
    settings: {
      firm_name: 'Akademia Jasna',
      support_address: `pomoc@${DEMO_DOMAIN}`,
      calendar: 'pl',
    },
  };
}

const KRYNYTSIA = 'Фонд «Криниця»';

const CLIENT_PROMISE: Row<'sla'> = {
  name: 'Криниця',
  priority: 'normal',
  category: '',
  client: KRYNYTSIA,
  audience: '',
  calendar: 'krynytsia',
  first_answer: 2 * 60,
  next_answer: 4 * 60,
  resolution: 16 * 60,
  near_before: 2 * 60,
  near_within: 10,
  note: '',
};

interface Plan {
  readonly id: string;
  readonly course: string;
  readonly client: string;
  /** Days from today. */
  readonly inDays: number;
  readonly startsAt: number;
  readonly hours: number;
  /** When mails should name another zone than the firm's. */
  readonly zone: string;
  readonly trainer: string;
  readonly place: string;
  readonly audience: string;
  readonly language: Language;
  readonly notes: string;
}

const EXCEL = { course: 'Excel bez stresu', trainer: 'Tomasz Brzoza' } as const;

const PLANS: readonly Plan[] = [
  {
    ...EXCEL,
    id: 'XL-01',
    client: '',
    inDays: 1,
    startsAt: 10,
    hours: 3,
    zone: '',
    place: '',
    audience: 'novice',
    language: 'pl',
    notes: '',
  },
  {
    id: 'BI-01',
    course: 'Безпека в інтернеті',
    client: KRYNYTSIA,
    inDays: 2,
    startsAt: 17,
    hours: 2,
    zone: 'Europe/Kyiv',
    trainer: 'Olena Haj',
    place: '',
    audience: 'mixed',
    language: 'uk',
    notes: '',
  },
  {
    id: 'OW-01',
    course: 'Online workshops that work',
    client: 'Northlight Learning',
    inDays: 4,
    startsAt: 14,
    hours: 3,
    zone: '',
    trainer: 'Tomasz Brzoza',
    place: '',
    audience: 'experienced',
    language: 'en',
    notes: '',
  },
  {
    ...EXCEL,
    id: 'XL-02',
    client: '',
    inDays: 8,
    startsAt: 10,
    hours: 3,
    zone: '',
    place: 'ul. Przykładowa 7, sala 2',
    audience: 'novice',
    language: 'pl',
    notes: 'Stacjonarnie. Laptopy na miejscu.',
  },
];

function session(plan: Plan, today: DayNumber, input: DemoInput): Row<'sessions'> {
  const own = plan.zone === '' ? input.zone : zone(plan.zone);
  const at = (hour: number): Instant =>
    instantAt(wallOf(plusDays(today, plan.inDays), hour * 60), own, input.offset);
  const slug = plan.id.toLowerCase();
  return {
    id: plan.id,
    course: plan.course,
    client: plan.client,
    starts_at: at(plan.startsAt),
    ends_at: at(plan.startsAt + plan.hours),
    zone: plan.zone,
    trainer: plan.trainer,
    substitute: '',
    link: plan.place === '' ? `https://spotkania.${DEMO_DOMAIN}/${slug}` : '',
    place: plan.place,
    materials: `https://materialy.${DEMO_DOMAIN}/${slug}`,
    audience: plan.audience,
    language: plan.language,
    state: 'planned',
    confirmed: 'yes',
    deadline: null,
    notes: plan.notes,
  };
}

function guests(plan: Plan): Row<'participants'>[] {
  return DEMO_GUESTS.filter((guest) => guest.sessions.includes(plan.id)).map((guest) => ({
    session_id: plan.id,
    name: guest.name,
    email: guest.email,
    language: guest.language,
    audience: guest.audience ?? '',
    needs: guest.needs ?? '',
    company: guest.company ?? '',
    zone: '',
    state: 'active',
    reminders: 'yes',
    answer: '',
  }));
}

const DAYS_OF_ROTA = 7;

/** Support on the working days of the coming week, the morning and the afternoon in two hands. */
function rota(today: DayNumber, { zone: own, offset }: DemoInput): Row<'rota'>[] {
  const days = Array.from({ length: DAYS_OF_ROTA }, (_, i) => plusDays(today, i)).filter(
    (day) => weekdayOf(day) <= 5,
  );
  const duty = (day: DayNumber, from: number, to: number, email: string): Row<'rota'> => ({
    from: instantAt(wallOf(day, from * 60), own, offset),
    to: instantAt(wallOf(day, to * 60), own, offset),
    email: `${email}@${DEMO_DOMAIN}`,
    duty: 'support',
  });
  return days.flatMap((day) => [duty(day, 9, 13, 'lena.wrona'), duty(day, 13, 17, 'ewa.kalina')]);
}
