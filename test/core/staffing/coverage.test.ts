import fc from 'fast-check';
import { type Coverage, coverage } from '../../../core/staffing/coverage';
import { LIGHTS, type Light } from '../../../core/workbook/choices';
import { colleague } from '../assignment/team-rows';
import { sessionRow, winter } from '../sla/sla-rows';
import { coverageFacts, MONDAY, moment, type Staff, shift, TEAM } from './staffing-rows';

const only = (staff: Staff, change = {}): Coverage => {
  const [first] = coverage(coverageFacts(staff, change));
  if (!first) throw new Error('no moment is ahead');
  return first;
};
const kinds = ({ reasons }: Coverage): string[] => reasons.map(({ kind }) => kind);

/** The moment is on Tuesday from 10:00 to 12:00; its 100 people bring six tickets. */
describe('whether those on duty can answer', () => {
  test.each<[string, readonly ReturnType<typeof shift>[], Light, number, readonly string[]]>([
    [
      'one colleague for both hours: twice what comes',
      [shift('Lena', '2026-11-24T09:00', '2026-11-24T17:00')],
      'green',
      12,
      ['enough'],
    ],
    [
      'for one hour: it just fits',
      [shift('Lena', '2026-11-24T11:00', '2026-11-24T13:00')],
      'amber',
      6,
      ['tight'],
    ],
    [
      'for a quarter: too little',
      [shift('Lena', '2026-11-24T10:00', '2026-11-24T10:15')],
      'red',
      1.5,
      ['short'],
    ],
    ['on another day: nobody', [shift('Lena', '2026-11-25T09:00', '2026-11-25T17:00')], 'red', 0, ['nobody']],
    [
      'one who is on two duties is one',
      [
        shift('Lena', '2026-11-24T10:00', '2026-11-24T11:00'),
        shift('Lena', '2026-11-24T10:00', '2026-11-24T11:00', 'chat'),
      ],
      'amber',
      6,
      ['tight'],
    ],
    ['a duty without an end goes on', [shift('Lena', '2026-11-20T09:00', null)], 'green', 12, ['enough']],
    [
      'a name that nobody knows is nobody',
      [shift('Zoe', '2026-11-24T09:00', '2026-11-24T17:00')],
      'red',
      0,
      ['nobody'],
    ],
  ])('%s', (_, rota, light, capacity, reasons) => {
    const cover = only({ rota });
    expect(cover).toMatchObject({ light, capacity });
    expect(cover.expected).toBeCloseTo(6);
    expect(kinds(cover)).toEqual(reasons);
  });

  test('says how many more are needed', () => {
    const [reason] = only(
      { rota: [shift('Lena', '2026-11-24T10:00', '2026-11-24T12:00')] },
      { moments: [moment({ people: 650 })] },
    ).reasons;
    // 39 tickets, 12 can be answered: 27 more, 12 for each colleague.
    expect(reason).toMatchObject({ kind: 'short', more: 3 });
  });

  test('a duty for another session does not count, one for this session does', () => {
    const sessions = [sessionRow(), sessionRow({ id: 'XL-02', starts_at: winter('2026-12-20T10:00') })];
    const rota = (session: string) => [shift('Lena', '2026-11-24T09:00', '2026-11-24T17:00', session)];
    expect(only({ rota: rota('XL-02'), sessions }).capacity).toBe(0);
    expect(only({ rota: rota('xl-01'), sessions }).capacity).toBe(12);
  });

  test('who is absent or leads a session then is not there, and is named', () => {
    const rota = TEAM.map(({ name }) => shift(name, '2026-11-24T09:00', '2026-11-24T17:00'));
    const team = [
      colleague('Lena', { absent_from: '2026-11-24', absent_until: '2026-11-24' }),
      colleague('Ewa'),
      colleague('Adam', { active: false }),
    ];
    const led = sessionRow({
      trainer: 'Ewa',
      starts_at: winter('2026-11-24T09:30'),
      ends_at: winter('2026-11-24T12:00'),
    });
    const cover = only({ team, rota, sessions: [led] });
    expect(cover).toMatchObject({ light: 'red', capacity: 0, onDuty: [] });
    expect(cover.reasons.flatMap((reason) => (reason.kind === 'missing' ? [reason.person] : []))).toEqual([
      { name: 'Lena', why: 'absent' },
      { name: 'Ewa', why: 'leads-session' },
      { name: 'Adam', why: 'absent' },
    ]);
  });

  test('the day before the absence counts, to its last minute', () => {
    const team = [colleague('Lena', { absent_from: '2026-11-25' })];
    expect(only({ team, rota: [shift('Lena', '2026-11-24T09:00', null)] }).capacity).toBe(12);
  });

  test('moments at the same time share the colleagues', () => {
    const rota = [shift('Lena', '2026-11-24T09:00', '2026-11-24T17:00')];
    const other = moment({ key: 'start:XL-02', session: sessionRow({ id: 'XL-02' }), people: 150 });
    const [first] = coverage(coverageFacts({ rota }, { moments: [moment(), other] }));
    expect(first?.expected).toBeCloseTo(6);
    // 6 and 9 tickets, 12 can be answered.
    expect(first?.light).toBe('red');
    expect(first?.reasons).toMatchObject([{ kind: 'short' }, { kind: 'others', count: 1 }]);
  });

  test('half the tickets of a moment that overlaps by half', () => {
    const rota = [shift('Lena', '2026-11-24T09:00', '2026-11-24T17:00')];
    const other = moment({ key: 'x', from: winter('2026-11-24T11:00'), to: winter('2026-11-24T13:00') });
    const [first] = coverage(coverageFacts({ rota }, { moments: [moment(), other] }));
    expect(first?.reasons[1]).toMatchObject({ kind: 'others', expected: 3 });
  });

  test.each<[string, Staff, object, readonly string[]]>([
    ['an empty rota says nothing', {}, {}, ['no-rota']],
    [
      'people of whom nobody knows how many',
      { rota: [shift('Lena', '2026-11-24T09:00', null)] },
      { moments: [moment({ people: null })] },
      ['no-people'],
    ],
    [
      'a ticket that will hardly come',
      { rota: [shift('Lena', '2026-11-25T09:00', null)] },
      { moments: [moment({ people: 5 })] },
      ['nobody'],
    ],
  ])('%s: amber, no alarm', (_, staff, change, reasons) => {
    const cover = only(staff, change);
    expect(cover.light).toBe('amber');
    expect(kinds(cover)).toEqual(reasons);
  });

  test('only what is ahead, and not more than four weeks', () => {
    const at = (from: string, to: string) => moment({ key: from, from: winter(from), to: winter(to) });
    const board = coverage(
      coverageFacts(
        {},
        {
          moments: [
            at('2026-11-23T07:00', '2026-11-23T09:00'),
            at('2026-11-23T08:00', '2026-11-23T10:00'),
            at('2026-12-21T08:00', '2026-12-21T10:00'),
            at('2026-12-22T08:00', '2026-12-22T10:00'),
          ],
          now: MONDAY,
        },
      ),
    );
    expect(board.map(({ moment: { key } }) => key)).toEqual(['2026-11-23T08:00', '2026-12-21T08:00']);
  });
});

const hour = fc.integer({ min: 6, max: 14 }).map((h) => `2026-11-24T${String(h).padStart(2, '0')}:00`);
const duty = fc
  .record({ who: fc.constantFrom('Lena', 'Ewa', 'Adam'), from: hour, to: hour, own: fc.boolean() })
  .map(({ who, from, to, own }) => shift(who, from, to, own ? 'XL-01' : ''));
const momentsToo = fc
  .record({ from: hour, length: fc.integer({ min: 1, max: 6 }), people: fc.nat(400), own: fc.boolean() })
  .map(({ from, length, people, own }) =>
    moment({
      key: `${from} ${length} ${people}`,
      from: winter(from),
      to: winter(`2026-11-24T${String(Number(from.slice(11, 13)) + length).padStart(2, '0')}:00`),
      people,
      session: own ? sessionRow() : null,
    }),
  );

test('one more on duty never makes anything worse', () => {
  const rank = (light: Light): number => LIGHTS.indexOf(light);
  fc.assert(
    fc.property(
      fc.array(momentsToo, { minLength: 1, maxLength: 5 }),
      fc.array(duty, { minLength: 1, maxLength: 6 }),
      duty,
      (moments, rota, more) => {
        const sessions = [sessionRow()];
        const before = coverage(coverageFacts({ rota, sessions }, { moments }));
        const after = coverage(coverageFacts({ rota: [...rota, more], sessions }, { moments }));
        before.forEach((cover, index) => {
          expect(after[index]?.capacity).toBeGreaterThanOrEqual(cover.capacity);
          expect(rank(after[index]?.light ?? 'red')).toBeLessThanOrEqual(rank(cover.light));
        });
      },
    ),
    { numRuns: 300 },
  );
});

test('more people never make it better', () => {
  const rank = (light: Light): number => LIGHTS.indexOf(light);
  const rota = [shift('Lena', '2026-11-24T10:00', '2026-11-24T11:00')];
  fc.assert(
    fc.property(fc.nat(600), fc.nat(600), (people, more) => {
      const light = (n: number): number => rank(only({ rota }, { moments: [moment({ people: n })] }).light);
      expect(light(people + more)).toBeGreaterThanOrEqual(light(people));
    }),
  );
});
