/** A team, its rota and its key moments, for the tests beside. */
import { readTeam } from '../../../core/assignment/colleagues';
import { readAbsences } from '../../../core/staffing/absences';
import type { CoverageFacts } from '../../../core/staffing/coverage';
import { learnRates } from '../../../core/staffing/expected-load';
import type { KeyMoment, MomentFacts } from '../../../core/staffing/moments';
import { dutyBook } from '../../../core/staffing/on-duty';
import { dayOf } from '../../../core/time/civil';
import type { Row } from '../../../core/workbook/rows';
import { colleague } from '../assignment/team-rows';
import { offset, sessionRow, WARSAW, winter } from '../sla/sla-rows';

export const MONDAY = winter('2026-11-23T09:00');

export function momentRow(change: Partial<Row<'moments'>> = {}): Row<'moments'> {
  return {
    at: winter('2026-11-24T12:00'),
    until: null,
    kind: 'other',
    session_id: '',
    people: null,
    note: '',
    ...change,
  };
}

export function shift(email: string, from: string, to: string | null, duty = ''): Row<'rota'> {
  return { email, from: winter(from), to: to === null ? null : winter(to), duty };
}

export function momentFacts(change: Partial<MomentFacts> = {}): MomentFacts {
  return {
    sessions: [sessionRow()],
    moments: [],
    peopleOf: () => 30,
    firstLogin: { unit: 'days', amount: -1 },
    zoneOf: () => WARSAW,
    firmZone: WARSAW,
    offset,
    ...change,
  };
}

/** On Tuesday from 10:00 to 12:00, for 100 people. */
export function moment(change: Partial<KeyMoment> = {}): KeyMoment {
  const session = sessionRow();
  return {
    key: 'start:XL-01',
    kind: 'start',
    from: winter('2026-11-24T10:00'),
    to: winter('2026-11-24T12:00'),
    session,
    people: 100,
    byHand: false,
    ...change,
  };
}

export interface Staff {
  readonly team?: readonly Row<'team'>[];
  readonly rota?: readonly Row<'rota'>[];
  readonly sessions?: readonly Row<'sessions'>[];
}

export const TEAM = [colleague('Lena'), colleague('Ewa'), colleague('Adam')];

export function duties({ team = TEAM, rota = [], sessions = [] }: Staff): ReturnType<typeof dutyBook> {
  const reading = readTeam(team, dayOf({ year: 2026, month: 11, day: 23 }), () => null);
  return dutyBook({ rota, reading, absences: readAbsences(team, reading, WARSAW, offset), sessions });
}

/** Six tickets an hour for each colleague; 100 people at a start bring six by the prior. */
export function coverageFacts(staff: Staff, change: Partial<CoverageFacts> = {}): CoverageFacts {
  return {
    moments: [moment()],
    rates: learnRates([], [], MONDAY),
    duties: duties(staff),
    ticketsPerHour: 6,
    now: MONDAY,
    ...change,
  };
}
