import fc from 'fast-check';
import { weeklyFigures } from '../../../core/figures/weekly-figures';
import { instant } from '../../../core/time/instant';
import type { Row } from '../../../core/workbook/rows';
import { offset, utc, WARSAW } from '../sla/sla-rows';
import { ticketRow } from '../ticket/ticket-rows';

/** A Wednesday. */
const NOW = utc('2026-11-25T10:00');
const context = { now: NOW, zone: WARSAW, offset };
const figures = (...tickets: Partial<Row<'tickets'>>[]) =>
  weeklyFigures(
    tickets.map((more) => ticketRow({ status: 'open', ...more })),
    context,
  );

const quiet = {
  created: 0,
  resolved: 0,
  promises_kept: 0,
  promises_missed: 0,
  first_median: null,
  first_p90: null,
  resolution_median: null,
  resolution_p90: null,
};

describe('the figures of the weeks', () => {
  test('are none without a ticket', () => {
    expect(figures()).toEqual([]);
    expect(figures({ status: 'spam' })).toEqual([]);
  });

  test('go without gaps from the first ticket to the present week', () => {
    const rows = figures({ created_at: utc('2026-11-03T09:00') });
    expect(rows).toEqual([
      { ...quiet, week: '2026-11-02', created: 1, backlog: 1 },
      { ...quiet, week: '2026-11-09', backlog: 1 },
      { ...quiet, week: '2026-11-16', backlog: 1 },
      { ...quiet, week: '2026-11-23', backlog: 1 },
    ]);
  });

  test('count a ticket where it came and where it was resolved', () => {
    const rows = figures(
      {
        created_at: utc('2026-11-13T15:00'),
        status: 'closed',
        resolved_at: utc('2026-11-17T09:00'),
        first_minutes: 30,
        resolution_minutes: 480,
        sla_met: 'yes',
      },
      {
        created_at: utc('2026-11-17T10:00'),
        status: 'resolved',
        resolved_at: utc('2026-11-18T10:00'),
        first_minutes: 90,
        resolution_minutes: 600,
        sla_met: 'no',
      },
      { created_at: utc('2026-11-19T10:00'), status: 'waiting_participant', first_minutes: 12 },
      { created_at: utc('2026-11-24T10:00'), status: 'new' },
    );
    expect(rows).toEqual([
      { ...quiet, week: '2026-11-09', created: 1, backlog: 1, first_median: 0.5, first_p90: 0.5 },
      {
        week: '2026-11-16',
        created: 2,
        resolved: 2,
        backlog: 1,
        promises_kept: 1,
        promises_missed: 1,
        first_median: 0.2,
        first_p90: 1.5,
        resolution_median: 8,
        resolution_p90: 10,
      },
      { ...quiet, week: '2026-11-23', created: 1, backlog: 2 },
    ]);
  });

  test.each([
    ['spam', { status: 'spam' }],
    ['merged', { merged_into: 'T-2M8FD', seen: '{"v":1,"m":"T-2M8FD"}' }],
    ['without a date', { created_at: null }],
  ] as const)('leave out tickets that are %s', (_, more) => {
    const [week] = figures({ created_at: NOW }, { created_at: NOW, resolved_at: NOW, ...more });
    expect(week).toMatchObject({ created: 1, resolved: 0, backlog: 1 });
  });

  test.each([
    ['Sunday 23:59 in winter', '2026-11-15T22:59', '2026-11-09'],
    ['Monday 0:00 in winter', '2026-11-15T23:00', '2026-11-16'],
    ['Sunday 23:59 in summer', '2026-08-09T21:59', '2026-08-03'],
    ['Monday 0:00 in summer', '2026-08-09T22:00', '2026-08-10'],
    ['the Sunday of 25 hours', '2026-10-25T22:59', '2026-10-19'],
    ['the Monday after it', '2026-10-25T23:00', '2026-10-26'],
    ['the Sunday of 23 hours', '2026-03-29T21:59', '2026-03-23'],
    ['the Monday after that', '2026-03-29T22:00', '2026-03-30'],
  ])('begin a week at midnight of the firm’s clock: %s', (_, at, week) => {
    expect(figures({ created_at: utc(at) })[0]).toMatchObject({ week, created: 1 });
  });

  test('put what a clock ahead of ours dates into the future into the present week', () => {
    expect(figures({ created_at: utc('2027-05-01T00:00') })).toEqual([
      { ...quiet, week: '2026-11-23', created: 1, backlog: 1 },
    ]);
  });

  test('never show a backlog below zero, whatever dates people type', () => {
    const rows = figures({ created_at: utc('2026-11-17T10:00'), resolved_at: utc('2026-11-03T10:00') });
    expect(rows.map(({ week, backlog }) => [week, backlog])).toEqual([
      ['2026-11-16', 0],
      ['2026-11-23', 0],
    ]);
  });

  test('go back ten years at most, with what was open before as the backlog to begin with', () => {
    const rows = figures({ created_at: utc('1999-01-01T00:00') }, { created_at: NOW });
    expect(rows).toHaveLength(520);
    expect(rows[0]).toMatchObject({ created: 0, backlog: 1 });
    expect(rows[519]).toMatchObject({ created: 1, backlog: 2 });
  });

  test.each([
    ['a number that the tracker has not accepted', { merged_into: 'no such ticket' }, 1],
    ['a merge that somebody is just undoing', { merged_into: '', seen: '{"v":1,"m":"T-2M8FD"}' }, 0],
  ])('go by the accepted link: %s', (_, more, created) => {
    const [week] = figures({ created_at: NOW }, { created_at: NOW, ...more });
    expect(week?.created).toBe(1 + created);
  });

  test('agree with counting every week by itself', () => {
    const moment = fc.integer({ min: utc('2026-08-01T00:00'), max: NOW }).map(instant);
    const invented = fc.record({
      status: fc.constantFrom('open', 'resolved', 'closed', 'spam'),
      merged_into: fc.constantFrom('', '', '', 'T-2M8FD'),
      created_at: moment,
      resolved_at: fc.option(moment),
      first_minutes: fc.option(fc.integer({ min: 0, max: 5_000 })),
      resolution_minutes: fc.option(fc.integer({ min: 0, max: 9_000 })),
      sla_met: fc.constantFrom('', 'yes', 'no'),
    });
    fc.assert(
      fc.property(fc.array(invented, { minLength: 1, maxLength: 40 }), (tickets) => {
        const rows = figures(
          ...tickets.map((t) => ({
            ...t,
            seen: t.merged_into === '' ? '' : `{"v":1,"m":"${t.merged_into}"}`,
          })),
        );
        const counted = tickets.filter(({ status, merged_into }) => status !== 'spam' && merged_into === '');
        rows.forEach((row, i) => {
          const next = rows[i + 1]?.week ?? '9999';
          // The week as text, read off the wall clock by Intl and not by the code under test.
          const within = (at: number | null) =>
            at !== null && wallDay(at) >= String(row.week) && wallDay(at) < next;
          const until = (at: number | null) => at !== null && wallDay(at) < next;
          const done = counted.filter((t) => within(t.resolved_at && Math.max(t.resolved_at, t.created_at)));
          expect(row.created).toBe(counted.filter((t) => within(t.created_at)).length);
          expect(row.resolved).toBe(done.length);
          expect(row.promises_kept).toBe(done.filter((t) => t.sla_met === 'yes').length);
          expect(row.promises_missed).toBe(done.filter((t) => t.sla_met === 'no').length);
          expect(row.backlog).toBe(
            counted.filter(
              (t) => until(t.created_at) && !(t.resolved_at && until(Math.max(t.resolved_at, t.created_at))),
            ).length,
          );
        });
      }),
      { numRuns: 60 },
    );
  });
});

const swedish = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Warsaw' });

/** `2026-11-25` */
function wallDay(at: number): string {
  return swedish.format(at);
}
