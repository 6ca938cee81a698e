/**
 * The SLA clocks against a count minute by minute, in random lives of tickets: 100,000 of them in a thorough run
 * (`ROWDESK_THOROUGH=1 npm test`), a tenth otherwise.
 */
import fc from 'fast-check';
import { addBusinessMinutes, businessMinutesBetween } from '../../../core/sla/business-calendar';
import type { SlaContext, TicketFacts } from '../../../core/sla/clocks';
import { advanceClocks } from '../../../core/sla/clocks';
import { readPolicies } from '../../../core/sla/policy';
import type { Instant, Zone } from '../../../core/time/instant';
import { businessMinutes, instant, MS_PER_MINUTE } from '../../../core/time/instant';
import type { Row } from '../../../core/workbook/rows';
import { rounds } from '../../support/thorough';
import { type MinuteTable, minuteTable } from './minute-table';
import { calendarFrom, holidayRow, hoursRow, KYIV, slaRow, utc, WARSAW, weekdays } from './sla-rows';

const CASES = rounds(10_000, 100_000);

const HOLIDAYS = [
  ...['2026-03-30', '2026-04-06', '2026-10-26', '2026-12-25', '2027-01-01', '2027-03-29'].map((day) =>
    holidayRow(day),
  ),
  holidayRow('2026-12-24', '9:00', '12:30'),
];
/** Open in the nights of both changes of the clocks, with edges inside the hour that is missing or double. */
const NIGHTS = [1, 2, 3, 4, 5, 6, 7].flatMap((day) => [
  hoursRow(day, '0:00', '2:30'),
  hoursRow(day, '2:45', '3:30'),
  hoursRow(day, '22:00', '24:00'),
]);

const FROM = utc('2026-02-01T00:00');
const TO = utc('2027-06-01T00:00');

const CALENDARS = ([WARSAW, KYIV] as Zone[]).flatMap((zone) =>
  [
    [...weekdays('9:00', '17:00'), ...HOLIDAYS],
    [...weekdays('8:00', '12:00'), ...weekdays('12:45', '18:15'), hoursRow(6, '10:00', '14:00'), ...HOLIDAYS],
    [...NIGHTS, ...HOLIDAYS],
  ].map((rows: Row<'calendar'>[]) => {
    const calendar = calendarFrom(rows, zone);
    return { calendar, table: minuteTable(calendar, FROM, TO) };
  }),
);

interface Life {
  readonly which: number;
  readonly bornAt: Instant;
  readonly target: number;
  /** Minutes for which the clock ran and then stood still, in turn. */
  readonly stretches: readonly (readonly [running: number, waiting: number])[];
}

const minute = (low: string, high: string): fc.Arbitrary<number> =>
  fc.integer({ min: utc(low) / MS_PER_MINUTE, max: utc(high) / MS_PER_MINUTE });

const lives: fc.Arbitrary<Life> = fc.record({
  which: fc.nat({ max: CALENDARS.length - 1 }),
  bornAt: fc
    .oneof(
      minute('2026-03-26T00:00', '2026-03-30T00:00'),
      minute('2026-10-22T00:00', '2026-10-26T00:00'),
      minute('2026-12-22T00:00', '2027-01-02T00:00'),
      minute('2026-02-01T00:00', '2027-03-01T00:00'),
    )
    .map((at) => instant(at * MS_PER_MINUTE)),
  target: fc.integer({ min: 1, max: 3000 }),
  stretches: fc.array(fc.tuple(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 4000 })), {
    minLength: 1,
    maxLength: 4,
  }),
});

/** What the table says and what the code says, of one ticket. */
interface Counts {
  readonly used: number;
  readonly whole: number;
  readonly due: Instant | null;
}

function counted(life: Life, table: MinuteTable): Counts {
  let at: number = life.bornAt;
  let used = 0;
  let whole = 0;
  let due: Instant | null = null;
  let missed: Instant | null = null;
  for (const [running, waiting] of life.stretches) {
    const left = life.target - used;
    // Used up to the minute but not missed when the clock stopped: due when it goes on.
    due = left > 0 ? table.reach(instant(at), left) : (missed ?? instant(at));
    missed = due !== null && at + running * MS_PER_MINUTE > due ? due : null;
    used += table.count(instant(at), instant(at + running * MS_PER_MINUTE));
    whole += table.count(instant(at), instant(at + (running + waiting) * MS_PER_MINUTE));
    at += (running + waiting) * MS_PER_MINUTE;
  }
  return { used, whole, due };
}

function worked(life: Life, sla: SlaContext, calendar: (typeof CALENDARS)[number]['calendar']): Counts {
  let at: number = life.bornAt;
  let whole = 0;
  let due: Instant | null = null;
  const facts: TicketFacts = {
    priority: 'normal',
    category: '',
    client: '',
    audience: '',
    createdAt: life.bornAt,
    status: 'new',
    statusSince: life.bornAt,
    firstAnswerAt: null,
    lastInboundAt: life.bornAt,
    lastOutboundAt: null,
  };
  let state = advanceClocks(null, facts, sla);
  for (const [running, waiting] of life.stretches) {
    state = advanceClocks(state, { ...facts, status: 'open', statusSince: instant(at) }, sla);
    due = state.runs.resolution?.due ?? null;
    const paused = instant(at + running * MS_PER_MINUTE);
    state = advanceClocks(state, { ...facts, status: 'on_hold', statusSince: paused }, sla);
    const back = at + (running + waiting) * MS_PER_MINUTE;
    const parts: readonly number[] = [
      businessMinutesBetween(instant(at), paused, calendar),
      businessMinutesBetween(paused, instant(back), calendar),
    ];
    if (parts.some((part) => part < 0)) throw new Error('a negative time');
    whole += businessMinutesBetween(instant(at), instant(back), calendar);
    if (parts.reduce((a, b) => a + b, 0) !== businessMinutesBetween(instant(at), instant(back), calendar)) {
      throw new Error('the parts are not the whole');
    }
    at = back;
  }
  if (businessMinutesBetween(life.bornAt, instant(at), calendar) !== whole) {
    throw new Error('the stretches are not the life');
  }
  return { used: state.runs.resolution?.used ?? -1, whole, due };
}

test(`business time, pauses and due times agree with a count of every minute in ${CASES} random lives`, () => {
  const rows = [slaRow('', 0, 0, 1)];
  let checked = 0;
  fc.assert(
    fc.property(lives, (life) => {
      const known = CALENDARS[life.which];
      if (!known) throw new RangeError('no such calendar');
      const { calendar, table } = known;
      const sla: SlaContext = {
        policies: readPolicies(rows.map((row) => ({ ...row, resolution: life.target }))),
        firmCalendar: 'pl',
        calendarOf: () => calendar,
        sessions: [],
      };
      const ours = worked(life, sla, calendar);
      const truth = counted(life, table);
      const text = (counts: Counts): string =>
        `used ${counts.used}, whole ${counts.whole}, due ${counts.due}`;
      if (text(ours) !== text(truth)) throw new Error(`ours: ${text(ours)}; counted: ${text(truth)}`);
      checked++;
    }),
    { numRuns: CASES },
  );
  expect(checked).toBe(CASES);
});

test('the table itself tells a wrong answer from a right one', () => {
  for (const { calendar, table } of CALENDARS) {
    const from = utc('2026-03-28T12:00');
    const due = table.reach(from, 600);
    expect(due).toBe(addBusinessMinutes(from, businessMinutes(600), calendar));
    expect(due).not.toBe(addBusinessMinutes(from, businessMinutes(601), calendar));
  }
});
