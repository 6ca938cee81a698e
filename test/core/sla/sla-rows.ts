/** Rows of the SLA and Calendar tabs, and what the rules need besides. */
import type { BusinessCalendar } from '../../../core/sla/business-calendar';
import { businessCalendar } from '../../../core/sla/business-calendar';
import { ROUND_THE_CLOCK, readOpeningHours } from '../../../core/sla/opening-hours';
import type { Instant, Zone } from '../../../core/time/instant';
import { instant, zone } from '../../../core/time/instant';
import type { Row } from '../../../core/workbook/rows';
import { intlOffset } from '../../../mail-bridge/clock/intl-offset';

export const offset = intlOffset();
export const WARSAW = zone('Europe/Warsaw');
export const KYIV = zone('Europe/Kyiv');

/** `2026-11-26T10:00` in UTC. */
export const utc = (text: string): Instant => instant(Date.parse(`${text}Z`));
/** `2026-11-26T10:00` in Warsaw in winter. */
export const winter = (text: string): Instant => instant(Date.parse(`${text}+01:00`));
export const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

export function hoursRow(weekday: number, opens: string, closes: string): Row<'calendar'> {
  return { calendar: 'pl', kind: 'hours', weekday, date: null, opens, closes, name: '', zone: '' };
}

export function holidayRow(date: string, opens = '', closes = ''): Row<'calendar'> {
  return { calendar: 'pl', kind: 'holiday', weekday: null, date, opens, closes, name: 'holiday', zone: '' };
}

export function weekdays(opens: string, closes: string): Row<'calendar'>[] {
  return [1, 2, 3, 4, 5].map((weekday) => hoursRow(weekday, opens, closes));
}

export function calendarFrom(rows: readonly Row<'calendar'>[], where: Zone = WARSAW): BusinessCalendar {
  return businessCalendar(readOpeningHours(rows, 'pl').hours, where, offset);
}

/** Monday to Friday, 9 to 17, without holidays. */
export const OFFICE = calendarFrom(weekdays('9:00', '17:00'));
export const ALWAYS = businessCalendar(ROUND_THE_CLOCK, WARSAW, offset);

export function slaRow(priority: string, first: number, next: number, resolution: number): Row<'sla'> {
  return {
    name: '',
    priority,
    category: '',
    client: '',
    audience: '',
    calendar: 'pl',
    first_answer: first,
    next_answer: next,
    resolution,
    near_before: null,
    near_within: null,
    note: '',
  };
}

/** From an hour before a session until its end an answer within a quarter. */
export function near(row: Row<'sla'>, before = 60, within = 15): Row<'sla'> {
  return { ...row, near_before: before, near_within: within };
}

export function sessionRow(change: Partial<Row<'sessions'>> = {}): Row<'sessions'> {
  return {
    id: 'XL-01',
    course: 'Excel od podstaw',
    client: 'Nordwind',
    starts_at: winter('2026-11-26T10:00'),
    ends_at: winter('2026-11-26T12:00'),
    zone: '',
    trainer: 'Ewa Nowak',
    substitute: '',
    link: 'https://example.com/xl-01',
    place: '',
    materials: '',
    audience: 'any',
    language: 'pl',
    state: 'planned',
    confirmed: '',
    deadline: null,
    notes: '',
    ...change,
  };
}

export function stepRow(when: string, alert: string, clock = 'any'): Row<'escalations'> {
  return { clock, when, alert, enabled: true, note: '' };
}

export function teamRow(name: string, change: Partial<Row<'team'>> = {}): Row<'team'> {
  return {
    email: `${name.toLowerCase()}@example.test`,
    name,
    role: 'support',
    other_emails: [],
    languages: [],
    skills: [],
    absent_from: null,
    absent_until: null,
    substitute: '',
    max_open: null,
    open_tickets: null,
    active: true,
    ...change,
  };
}
