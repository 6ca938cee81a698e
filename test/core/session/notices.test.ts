import { parseMailKey } from '../../../core/session/mail-key';
import type { Told } from '../../../core/session/planned-mail';
import type { ReminderInput } from '../../../core/session/reminder-input';
import { planReminders } from '../../../core/session/reminders';
import { zone } from '../../../core/time/instant';
import type { Row } from '../../../core/workbook/rows';
import { iso, sessionRow, winter } from '../sla/sla-rows';
import { participantRow, reminderInput, toldRow } from './reminder-rows';

/** Of a session on Thursday at 10:00 that participants were told of. */
const plan = (
  now: string,
  session: Partial<Row<'sessions'>>,
  told: Partial<Told> | null = {},
  change: Partial<ReminderInput> = {},
) =>
  planReminders(
    reminderInput({
      now: winter(now),
      sessions: [sessionRow(session)],
      told: () => (told === null ? null : toldRow(told)),
      ...change,
    }),
  );
const kinds = (...args: Parameters<typeof plan>) => plan(...args).due.map(({ purpose }) => purpose.kind);
const reasons = (...args: Parameters<typeof plan>) =>
  plan(...args).skipped.map(({ key, reason }) => `${parseMailKey(key)?.kind ?? key}: ${reason}`);

const NOON = '2026-11-24T12:00';
const LATER = { starts_at: winter('2026-11-27T14:00'), ends_at: winter('2026-11-27T16:00') };

describe('a notice of change is due when what was told holds no more', () => {
  test.each<[string, Partial<Row<'sessions'>>, Partial<Told>]>([
    ['another start', LATER, {}],
    ['another end', { ends_at: winter('2026-11-26T13:00') }, {}],
    ['another place', { place: 'Sala 2' }, {}],
    ['another link', { link: 'https://example.com/other' }, {}],
    ['cancelled, and now it takes place after all', {}, { cancelled: true }],
    ['another start than was told long ago, of which nobody knows the rest', LATER, { details: null }],
  ])('%s', (_, session, told) => {
    expect(kinds(NOON, session, told)).toEqual(['changed']);
  });

  test.each<[string, Partial<Row<'sessions'>>, Partial<Told> | null]>([
    ['nothing has changed', {}, {}],
    ['only spaces have', { place: ' ', link: 'https://example.com/xl-01 ' }, {}],
    ['it was moved back before anybody was told', {}, {}],
    ['the end was never filled in', { ends_at: null }, {}],
    ['what else changed cannot be known', { place: 'Sala 2' }, { details: null }],
    ['it is held now', { state: 'held' }, {}],
  ])('not when %s', (_, session, told) => {
    expect(kinds(NOON, session, told)).not.toContain('changed');
  });

  test('never to those who were told nothing: the ladder tells them the new time', () => {
    expect(kinds(NOON, LATER, null)).toEqual(['reminder']);
  });

  test('with all that the mail needs', () => {
    const [notice] = plan(NOON, LATER).due;
    expect(notice).toEqual({
      key: expect.stringMatching(/^changed:XL-01:anna@example\.com:2026-11-27T13:00:00\.000Z:[0-9a-z]+$/),
      purpose: { kind: 'changed', before: toldRow() },
      session: sessionRow(LATER),
      also: [],
      participant: participantRow(),
      step: 'changed',
      email: 'anna@example.com',
      template: 'session_changed',
      language: 'pl',
      tone: 'any',
      need: 'any',
      zone: 'Europe/Warsaw',
      notBefore: winter(NOON),
      notAfter: winter('2026-11-27T16:00'),
    });
  });

  test('moved there, back and there again: a notice of its own each time', () => {
    const keys = [1, 2].map((sequence) => plan(NOON, LATER, { sequence }).due[0]?.key);
    expect(new Set(keys).size).toBe(2);
  });

  test('until the new end: after it, that it is too late is told', () => {
    expect(kinds('2026-11-27T15:59', LATER)).toEqual(['changed']);
    expect(reasons('2026-11-27T16:00', LATER)).toContain('changed: too-late');
    // Long after nobody asks any more.
    expect(reasons('2026-12-15T16:00', LATER)).toEqual([]);
  });
});

describe('a notice of cancellation', () => {
  const OFF = { state: 'cancelled' };

  test('goes to those who were told that it takes place, and is all that they get', () => {
    const { due } = plan(NOON, OFF);
    expect(
      due.map(({ key, template, purpose, notAfter }) => [key, template, purpose, iso(notAfter)]),
    ).toEqual([
      [
        'cancelled:XL-01:anna@example.com:2026-11-26T09:00:00.000Z:7',
        'session_cancelled',
        { kind: 'cancelled', before: toldRow() },
        '2026-11-26T11:00:00.000Z',
      ],
    ]);
  });

  test.each<[string, Partial<Told> | null]>([
    ['who were told nothing', null],
    ['who know it', { cancelled: true }],
  ])('not to those %s', (_, told) => {
    expect(plan(NOON, OFF, told)).toMatchObject({ due: [], skipped: [], next: null });
  });

  test('speaks of what was told, also when the row was moved or emptied meanwhile', () => {
    for (const session of [
      { ...OFF, ...LATER },
      { ...OFF, starts_at: null, ends_at: null },
    ]) {
      expect(plan(NOON, session).due.map(({ key }) => key)).toEqual([
        'cancelled:XL-01:anna@example.com:2026-11-26T09:00:00.000Z:7',
      ]);
    }
  });

  test('until the end that was told', () => {
    expect(kinds('2026-11-26T11:59', OFF)).toEqual(['cancelled']);
    expect(reasons('2026-11-26T12:00', OFF)).toEqual(['cancelled: too-late']);
  });

  test('goes out also where nobody knows the zone of the session', () => {
    expect(kinds(NOON, OFF, {}, { zoneOf: () => zone('Mars/Olympus') })).toEqual(['cancelled']);
  });
});

describe('notices', () => {
  const moved = (participant: Partial<Row<'participants'>>, change: Partial<ReminderInput> = {}) =>
    plan(NOON, LATER, {}, { participants: [participantRow(participant)], ...change });

  test('reach those, too, who want no reminders: they hold a wrong date from us', () => {
    expect(moved({ reminders: 'no' }).due.map(({ purpose }) => purpose.kind)).toEqual(['changed']);
  });

  test.each<[string, Partial<Row<'participants'>>, Partial<ReminderInput>, string[]]>([
    ['who have left', { state: 'left' }, {}, []],
    ['without an address', { email: 'anna at example' }, {}, ['no-address', 'no-address']],
    ['whose mail comes back', {}, { undeliverable: () => true }, ['bounced', 'bounced']],
  ])('do not go to people %s', (_, participant, change, skipped) => {
    const { due, skipped: found } = moved(participant, change);
    expect([due, found.map(({ reason }) => reason)]).toEqual([[], skipped]);
  });

  test('are planned once', () => {
    const planned = new Set(plan(NOON, LATER).due.map(({ key }) => key));
    expect(
      kinds(NOON, LATER, {}, { alreadyPlanned: (key) => planned.has(key), onItsWay: () => true }),
    ).toEqual([]);
  });
});

describe('at night a notice', () => {
  const NIGHT = '2026-11-25T23:00';
  const MORNING = iso(winter('2026-11-26T07:00'));

  test.each<[string, Partial<Row<'sessions'>>, Partial<Told>]>([
    ['of a move', LATER, {}],
    ['of a cancellation', { state: 'cancelled' }, {}],
    // What is over makes nobody get up.
    [
      'of a new day for what was to be yesterday',
      LATER,
      {
        startsAt: winter('2026-11-24T10:00'),
        details: { endsAt: winter('2026-11-24T12:00'), place: '', link: '' },
      },
    ],
    // Nobody would set out for what they think is off.
    [
      'that it takes place after all',
      LATER,
      {
        cancelled: true,
        startsAt: winter('2026-11-26T06:30'),
        details: { endsAt: winter('2026-11-26T08:00'), place: '', link: '' },
      },
    ],
  ])('%s waits for the morning', (_, session, told) => {
    const { due, next } = plan(NIGHT, session, told);
    expect([due, iso(next)]).toEqual([[], MORNING]);
  });

  test.each<[string, Partial<Row<'sessions'>>, Partial<Told>]>([
    [
      'what was told begins before the morning',
      LATER,
      { startsAt: winter('2026-11-26T06:30'), details: null },
    ],
    [
      'what was told has begun already',
      LATER,
      {
        startsAt: winter('2026-11-25T22:30'),
        details: { endsAt: winter('2026-11-26T00:00'), place: '', link: '' },
      },
    ],
    ['the new start is before the morning', { starts_at: winter('2026-11-26T06:00') }, {}],
    ['what is cancelled begins before it', { state: 'cancelled' }, { startsAt: winter('2026-11-26T06:00') }],
  ])('goes at once when %s', (_, session, told) => {
    expect(plan(NIGHT, session, told).due).toHaveLength(1);
  });

  test('waits by the reader’s own night', () => {
    const participants = [participantRow({ zone: 'America/New_York' })];
    // 23:00 in Warsaw is 17:00 in New York; 12:00 is 6:00.
    expect(plan(NIGHT, LATER, {}, { participants }).due).toHaveLength(1);
    expect(iso(plan(NOON, LATER, {}, { participants }).next)).toBe('2026-11-24T12:00:00.000Z');
  });
});

describe('a notice and the ladder', () => {
  /** Moved within the same day: the steps of three days and one day before have come for the new time, too. */
  const AFTERNOON = { starts_at: winter('2026-11-26T14:00'), ends_at: winter('2026-11-26T16:00') };
  const WEDNESDAY = '2026-11-25T16:00';
  const told = {
    startsAt: winter('2026-11-26T14:00'),
    details: { endsAt: winter('2026-11-26T16:00'), place: '', link: 'https://example.com/xl-01' },
  };

  test('the notice stands for the step that has come', () => {
    expect(kinds(WEDNESDAY, AFTERNOON)).toEqual(['changed']);
    expect(reasons(WEDNESDAY, AFTERNOON)).toContain('reminder: told-by-notice');
  });

  test('while it is on its way, too', () => {
    const [notice] = plan(WEDNESDAY, AFTERNOON).due;
    const change = {
      alreadyPlanned: (key: string) => key === notice?.key,
      onItsWay: (key: string) => key === notice?.key,
    };
    expect(kinds(WEDNESDAY, AFTERNOON, {}, change)).toEqual([]);
    // It failed, or somebody cancelled it: the ladder tells the new time.
    expect(kinds(WEDNESDAY, AFTERNOON, {}, { ...change, onItsWay: () => false })).toEqual(['reminder']);
  });

  test('and once it went out', () => {
    const sent = { ...told, noticeAt: winter(WEDNESDAY) };
    expect(kinds('2026-11-25T18:00', AFTERNOON, sent)).toEqual([]);
    expect(reasons('2026-11-25T18:00', AFTERNOON, sent)).toContain('reminder: told-by-notice');
  });

  test('later steps go on', () => {
    const sent = { ...told, noticeAt: winter(WEDNESDAY) };
    expect(plan('2026-11-26T12:00', AFTERNOON, sent).due.map(({ step }) => step)).toEqual(['hours']);
  });

  test('a notice that waits for the morning stands for the steps until then', () => {
    const early = { starts_at: winter('2026-11-26T09:00'), ends_at: winter('2026-11-26T11:00') };
    expect(iso(plan('2026-11-25T23:00', early).next)).toBe(iso(winter('2026-11-26T07:00')));
    // The notice and the step of two hours before would both go at 7:00.
    expect(kinds('2026-11-26T07:00', early)).toEqual(['changed']);
  });

  test('what a notice said of another time stands for nothing', () => {
    expect(
      kinds(WEDNESDAY, {}, { noticeAt: winter(WEDNESDAY), startsAt: winter('2026-11-20T10:00') }),
    ).toEqual(['changed']);
    expect(kinds('2026-11-25T18:00', {}, { noticeAt: winter('2026-11-20T10:00') })).toEqual(['reminder']);
  });
});
