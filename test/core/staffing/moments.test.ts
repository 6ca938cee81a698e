import { keyMoments, type MomentFacts } from '../../../core/staffing/moments';
import { iso, sessionRow, winter } from '../sla/sla-rows';
import { momentFacts, momentRow } from './staffing-rows';

/** `start 11-26T08:00–11-26T10:00, 30 people`, in UTC. */
const found = (change: Partial<MomentFacts> = {}): string[] =>
  keyMoments(momentFacts(change)).map(
    ({ kind, from, to, people }) =>
      `${kind} ${iso(from)?.slice(5, 16)}–${iso(to)?.slice(5, 16)}, ${people ?? 'no'} people`,
  );

describe('the key moments of a session', () => {
  test('first login, start and deadline, in order of time', () => {
    expect(found({ sessions: [sessionRow({ deadline: winter('2026-12-01T18:00') })] })).toEqual([
      'first_login 11-25T09:00–11-25T11:00, 30 people',
      'start 11-26T08:00–11-26T10:00, 30 people',
      'deadline 12-01T13:00–12-01T17:00, 30 people',
    ]);
  });

  test.each<[string, Partial<MomentFacts>, readonly string[]]>([
    ['none where it is cancelled', { sessions: [sessionRow({ state: 'cancelled' })] }, []],
    ['none without a time', { sessions: [sessionRow({ starts_at: null })] }, []],
    [
      'a first login shortly before ends where the start begins',
      { firstLogin: { unit: 'minutes', amount: -120 } },
      ['first_login 11-26T07:00–11-26T08:00, 30 people', 'start 11-26T08:00–11-26T10:00, 30 people'],
    ],
    [
      'a first login at the start is part of it',
      { firstLogin: { unit: 'minutes', amount: -30 } },
      ['start 11-26T08:00–11-26T10:00, 30 people'],
    ],
    [
      'a short session ends its moment',
      {
        sessions: [sessionRow({ ends_at: winter('2026-11-26T10:20') })],
        firstLogin: { unit: 'days', amount: 0 },
      },
      ['start 11-26T08:00–11-26T09:20, 30 people'],
    ],
  ])('%s', (_, change, expected) => {
    expect(found(change)).toEqual(expected);
  });

  test('a day before is the same time of the day also when the clocks change in between', () => {
    const sessions = [sessionRow({ starts_at: winter('2027-03-28T11:00'), ends_at: null })];
    // 28 March 2027, 12:00 in summer time; the day before 12:00 in winter time.
    expect(found({ sessions })[0]).toBe('first_login 03-27T11:00–03-27T13:00, 30 people');
  });
});

describe('moments entered by hand', () => {
  test.each<[string, Partial<MomentFacts>, readonly string[]]>([
    ['last an hour', { moments: [momentRow()] }, ['other 11-24T11:00–11-24T12:00, no people']],
    [
      'or as long as written, for as many as written',
      { moments: [momentRow({ until: winter('2026-11-24T15:00'), people: 400, kind: 'deadline' })] },
      ['deadline 11-24T11:00–11-24T14:00, 400 people'],
    ],
    [
      'an end before the beginning is none',
      { moments: [momentRow({ until: winter('2026-11-23T15:00'), people: 5 })] },
      ['other 11-24T11:00–11-24T12:00, 5 people'],
    ],
    ['one without a time is none', { moments: [momentRow({ at: null })] }, []],
  ])('%s', (_, change, expected) => {
    expect(found({ ...change, sessions: [] })).toEqual(expected);
  });

  test('concern the people of their session, and fall with it', () => {
    const moments = [momentRow({ session_id: 'XL-01' })];
    expect(found({ moments })[0]).toBe('other 11-24T11:00–11-24T12:00, 30 people');
    expect(found({ moments, sessions: [sessionRow({ state: 'cancelled' })] })).toEqual([]);
  });
});
