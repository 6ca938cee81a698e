/** Whose night it is, who wants reminders, who can be reached. */
import fc from 'fast-check';
import type { ReminderInput } from '../../../core/session/reminder-input';
import { planReminders } from '../../../core/session/reminders';
import { readRoster } from '../../../core/session/roster';
import { reminderWishes } from '../../../core/session/wishes';
import type { Row } from '../../../core/workbook/rows';
import { iso, sessionRow, winter } from '../sla/sla-rows';
import { participantRow, reminderInput, stepRow } from './reminder-rows';

const plan = (now: string, change: Partial<ReminderInput>) =>
  planReminders(reminderInput({ now: winter(now), ...change }));

describe('the zone of a reader', () => {
  const reader = (zone: string, step: Row<'reminders'>) => ({
    participants: [participantRow({ zone })],
    steps: [step],
  });
  const DAY = stepRow('day', '-1 d');

  test.each([
    ['their own night', 'America/New_York', '2026-11-25T13:00'],
    ['the session’s where they have none', '', '2026-11-25T10:00'],
    ['the session’s where nobody knows theirs', 'Warszawa', '2026-11-25T10:00'],
  ])('nobody is written to in %s', (_, zone, expected) => {
    // 10:00 in Warsaw is 4:00 in New York, where the night ends at 13:00 of Warsaw.
    expect(iso(plan('2026-11-24T12:00', reader(zone, DAY)).next)).toBe(iso(winter(expected)));
  });

  test('does not move a day before the session to another time', () => {
    const noon = {
      ...reader('America/New_York', DAY),
      sessions: [sessionRow({ starts_at: winter('2026-11-26T18:00') })],
    };
    expect(iso(plan('2026-11-24T12:00', noon).next)).toBe(iso(winter('2026-11-25T18:00')));
  });

  test('is told with the mail', () => {
    const change = reader('America/New_York', stepRow('day', '-1 d', { at_night: true }));
    expect(plan('2026-11-25T12:00', change).due.map(({ zone }) => zone)).toEqual(['America/New_York']);
  });

  test('is reported where nobody knows it, while the session is not over', () => {
    const change = reader('Warszawa', DAY);
    const found = [{ sessionId: 'XL-01', email: 'anna@example.com', zone: 'Warszawa' }];
    expect(plan('2026-11-26T11:59', change).unknownReaderZones).toEqual(found);
    expect(plan('2026-11-26T12:00', change).unknownReaderZones).toEqual([]);
    expect(plan('2026-11-25T12:00', reader('Europe/Kyiv', DAY)).unknownReaderZones).toEqual([]);
  });
});

describe('wishes', () => {
  test.each<[string, readonly [email: string, cell: string][], boolean[]]>([
    ['an empty cell means yes', [['a@x.pl', '']], [true]],
    ['no means no', [['a@x.pl', 'no']], [false]],
    [
      'a no in another row speaks for empty cells',
      [
        ['a@x.pl', ''],
        ['a@x.pl', 'no'],
      ],
      [false, false],
    ],
    [
      'however the address is written',
      [
        ['A@x.pl ', ''],
        ['a@X.pl', 'no'],
      ],
      [false, false],
    ],
    [
      'a yes in the row itself holds',
      [
        ['a@x.pl', 'yes'],
        ['a@x.pl', 'no'],
      ],
      [true, false],
    ],
    [
      'others are not concerned',
      [
        ['b@x.pl', ''],
        ['a@x.pl', 'no'],
      ],
      [true, false],
    ],
    [
      'rows without an address are different people',
      [
        ['', ''],
        [' ', 'no'],
      ],
      [true, false],
    ],
  ])('%s', (_, cells, expected) => {
    const rows = cells.map(([email, reminders]) => participantRow({ email, reminders }));
    expect(rows.map(reminderWishes(rows))).toEqual(expected);
  });

  test('a no in one session silences the ladders of the others', () => {
    const change = {
      sessions: [sessionRow(), sessionRow({ id: 'B', starts_at: winter('2026-11-26T15:00'), ends_at: null })],
      participants: [participantRow({ reminders: '' }), participantRow({ session_id: 'B', reminders: 'no' })],
    };
    expect(plan('2026-11-25T16:00', change)).toMatchObject({ due: [], skipped: [], next: null });
  });
});

describe('seats', () => {
  const rows = fc.array(
    fc.record({
      session_id: fc.constantFrom('A', 'B'),
      name: fc.constantFrom('Anna', 'A.'),
      email: fc.constantFrom('a@x.pl', ' A@x.pl', 'b@x.pl', ''),
      state: fc.constantFrom('active', 'left'),
      reminders: fc.constantFrom('yes', 'no', ''),
      audience: fc.constantFrom('', 'novice'),
    }),
    { maxLength: 8 },
  );

  test('a person has one in a session, the same whatever the order of the rows, and keeps it if one row does', () => {
    fc.assert(
      fc.property(rows, fc.infiniteStream(fc.nat()), (people, dice) => {
        const participants = people.map((person) => participantRow(person));
        const shuffled = participants
          .map((row) => ({ row, place: dice.next().value ?? 0 }))
          .sort((a, b) => a.place - b.place)
          .map(({ row }) => row);
        for (const id of ['A', 'B', 'C']) {
          const seats = readRoster(participants).seatsIn(id);
          expect(readRoster(shuffled).seatsIn(id)).toEqual(seats);
          const emails = seats.flatMap(({ email }) => (email === '' ? [] : [email]));
          expect(new Set(emails).size).toBe(emails.length);
          for (const { email, present } of seats) {
            if (email === '') continue;
            const own = participants.filter(
              (row) => row.session_id === id && row.email.trim().toLowerCase() === email,
            );
            expect(present).toBe(own.some(({ state }) => state === 'active'));
            expect(readRoster(participants).seatOf(id, email)).toEqual(
              seats.find((seat) => seat.email === email),
            );
          }
        }
      }),
    );
  });

  test('of many are found by their address, and those in several sessions are known', () => {
    const participants = Array.from({ length: 40 }, (_, index) =>
      participantRow({ session_id: index % 3 === 0 ? 'A' : 'B', email: `p${index % 20}@x.pl` }),
    );
    const roster = readRoster(participants);
    expect(roster.seatOf('A', 'p9@x.pl')?.email).toBe('p9@x.pl');
    expect(roster.seatOf('A', 'p99@x.pl')).toBeNull();
    expect(roster.seatOf('C', 'p9@x.pl')).toBeNull();
    // 0 and 20 are p0: rows 0 in A and 20 in B; 1 and 21: B and A; 2 and 22: both in B.
    expect([...roster.severalSessionsOf('p0@x.pl')].sort()).toEqual(['A', 'B']);
    expect(roster.severalSessionsOf('p2@x.pl')).toEqual([]);
  });
});

test('whose mail comes back gets no reminders, and that is told', () => {
  const participants = [participantRow(), participantRow({ email: 'olha@example.com' })];
  const { due, skipped } = plan('2026-11-25T12:00', {
    participants,
    steps: [stepRow('day', '-1 d')],
    undeliverable: (email) => email === 'anna@example.com',
  });
  expect(due.map(({ email }) => email)).toEqual(['olha@example.com']);
  expect(skipped.map(({ reason }) => reason)).toEqual(['bounced']);
});

test('rows of sessions without an id, and a second row of the same id, do no harm', () => {
  const sessions = [
    sessionRow({ id: '' }),
    sessionRow({ starts_at: winter('2026-12-26T10:00') }),
    sessionRow(),
  ];
  const participants = [participantRow({ session_id: '' }), participantRow()];
  const found = plan('2026-11-25T12:00', { sessions, participants });
  expect(found.due.map(({ key }) => key)).toEqual([
    'reminder:XL-01:anna@example.com:day:2026-11-26T09:00:00.000Z',
  ]);
  expect(plan('2026-11-25T12:00', { sessions: [...sessions].reverse(), participants })).toEqual(found);
});
