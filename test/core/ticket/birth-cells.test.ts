import { LANGUAGES, type Language } from '../../../core/language';
import { birthCells, sessionPhase } from '../../../core/ticket/birth-cells';
import { instant, type Zone, zone } from '../../../core/time/instant';
import type { Row } from '../../../core/workbook/rows';
import { KYIV, offset, utc, WARSAW } from '../sla/sla-rows';
import { ticketRow } from './ticket-rows';

function session(more: Partial<Row<'sessions'>> = {}): Row<'sessions'> {
  return {
    id: 'S-1',
    course: 'Excel',
    client: '',
    starts_at: utc('2026-11-26T09:00'),
    ends_at: utc('2026-11-26T12:00'),
    zone: '',
    trainer: '',
    substitute: '',
    link: '',
    place: '',
    materials: '',
    audience: '',
    language: 'pl',
    state: 'planned',
    confirmed: '',
    deadline: null,
    notes: '',
    ...more,
  };
}

const cells = (
  createdAt: string,
  { language = 'en', where = WARSAW }: { language?: Language; where?: Zone } = {},
) => birthCells(ticketRow({ created_at: utc(createdAt) }), null, { zone: where, offset, language });

describe('the phase of the session in which a ticket was opened', () => {
  test.each([
    ['days before', '2026-11-20T09:00', 'before'],
    ['a second before the start', '2026-11-26T08:59:59', 'before'],
    ['at the start', '2026-11-26T09:00', 'first_hour'],
    ['a second before the hour is over', '2026-11-26T09:59:59', 'first_hour'],
    ['when the hour is over', '2026-11-26T10:00', 'during'],
    ['a second before the end', '2026-11-26T11:59:59', 'during'],
    ['at the end', '2026-11-26T12:00', 'after'],
    ['weeks after', '2026-12-20T09:00', 'after'],
  ])('%s: %s is %s', (_, at, phase) => {
    expect(sessionPhase(utc(at), session())).toBe(phase);
  });

  test('is its first hour to the end when it is no longer than an hour', () => {
    const short = session({ ends_at: utc('2026-11-26T09:45') });
    expect(sessionPhase(utc('2026-11-26T09:44'), short)).toBe('first_hour');
    expect(sessionPhase(utc('2026-11-26T09:45'), short)).toBe('after');
  });

  test('takes a session without an end to last two hours', () => {
    const open = session({ ends_at: null });
    expect(sessionPhase(utc('2026-11-26T10:59'), open)).toBe('during');
    expect(sessionPhase(utc('2026-11-26T11:00'), open)).toBe('after');
  });

  test('is none without a session, or with one that has no date', () => {
    expect(sessionPhase(utc('2026-11-26T09:00'), null)).toBe('none');
    expect(sessionPhase(utc('2026-11-26T09:00'), session({ starts_at: null }))).toBe('none');
  });
});

describe('week, weekday and hour of a ticket', () => {
  test.each([
    ['a Monday morning', '2026-11-23T08:30', '2026-11-23', '1 Mon', 9],
    ['a Sunday evening', '2026-11-29T22:59', '2026-11-23', '7 Sun', 23],
    ['a minute later, which is Monday in Warsaw', '2026-11-29T23:00', '2026-11-30', '1 Mon', 0],
    ['a Friday at the turn of the year', '2027-01-01T10:00', '2026-12-28', '5 Fri', 11],
    ['the hour before clocks go forward', '2026-03-29T00:59', '2026-03-23', '7 Sun', 1],
    ['the minute after', '2026-03-29T01:00', '2026-03-23', '7 Sun', 3],
    ['the first two o’clock in autumn', '2026-10-25T00:30', '2026-10-19', '7 Sun', 2],
    ['the second two o’clock', '2026-10-25T01:30', '2026-10-19', '7 Sun', 2],
  ])('%s', (_, at, week, weekday, hour) => {
    expect(cells(at)).toMatchObject({ week, weekday, hour });
  });

  test('are those of the firm’s clock', () => {
    expect(cells('2026-11-29T22:30', { where: KYIV })).toMatchObject({ week: '2026-11-30', hour: 0 });
    expect(cells('2026-11-29T22:30', { where: zone('UTC') })).toMatchObject({ week: '2026-11-23', hour: 22 });
  });

  test.each(LANGUAGES)('sort as text in the order of the week in %s', (language) => {
    const monday = utc('2026-11-23T12:00');
    const names = Array.from({ length: 7 }, (_, day) => {
      const ticket = ticketRow({ created_at: instant(monday + day * 86_400_000) });
      return birthCells(ticket, null, { zone: WARSAW, offset, language }).weekday ?? '';
    });
    expect([...names].sort()).toEqual(names);
    expect(new Set(names).size).toBe(7);
    expect(names.every((name) => /^\d \p{L}+$/u.test(name))).toBe(true);
  });
});

describe('what is filled in', () => {
  const context = { zone: WARSAW, offset, language: 'en' } as const;

  test('is nothing while nobody knows when the ticket came', () => {
    expect(birthCells(ticketRow({ created_at: null }), session(), context)).toEqual({});
  });

  test('keeps the phase of a session that has gone from its tab', () => {
    const ticket = ticketRow({ session_id: 'S-1', phase: 'during' });
    expect(birthCells(ticket, null, context)).not.toHaveProperty('phase');
    expect(birthCells(ticket, session(), context)).toMatchObject({ phase: 'before' });
  });
});
