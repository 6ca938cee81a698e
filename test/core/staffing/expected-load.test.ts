import fc from 'fast-check';
import { expectedTickets, LOAD_PRIOR, learnRates } from '../../../core/staffing/expected-load';
import { instant, MS_PER_DAY } from '../../../core/time/instant';
import { MOMENT_KINDS } from '../../../core/workbook/choices';
import type { Row } from '../../../core/workbook/rows';
import { newTicket } from '../assignment/team-rows';
import { sessionRow, winter } from '../sla/sla-rows';
import { MONDAY, moment } from './staffing-rows';

const LAST_WEEK = winter('2026-11-17T10:00');
const past = (people: number, change = {}) =>
  moment({
    from: LAST_WEEK,
    to: winter('2026-11-17T12:00'),
    people,
    session: sessionRow(),
    ...change,
  });
const ticket = (at: string, change: Partial<Row<'tickets'>> = {}): Row<'tickets'> =>
  newTicket('T-7K3Q9', { created_at: winter(at), session_id: 'XL-01', ...change });
/** Long ago: from then on the firm's tickets are here. */
const FIRST = ticket('2026-01-10T10:00', { session_id: '' });
const rateOf = (moments: readonly ReturnType<typeof past>[], tickets: readonly Row<'tickets'>[]) =>
  learnRates(moments, [FIRST, ...tickets], MONDAY).start;

test('a new firm starts from a plain guess', () => {
  const rates = learnRates([], [], MONDAY);
  for (const kind of MOMENT_KINDS)
    expect(rates[kind]).toEqual({ perPerson: LOAD_PRIOR.rate[kind], people: 0 });
  expect(expectedTickets(100, rates.start)).toBeCloseTo(6);
});

describe('what was seen moves the guess', () => {
  test('by the formula: (0.06 × 50 + tickets) / (50 + people)', () => {
    const tickets = [ticket('2026-11-17T10:00'), ticket('2026-11-17T11:59')];
    expect(rateOf([past(50)], tickets)).toEqual({ perPerson: (0.06 * 50 + 2) / 100, people: 50 });
  });

  test('until with very many people only they count', () => {
    const tickets = Array.from({ length: 2_000 }, () => ticket('2026-11-17T11:00'));
    expect(rateOf([past(10_000)], tickets).perPerson).toBeCloseTo(0.2, 2);
  });

  test.each<[string, Row<'tickets'>]>([
    ['opened before the moment', ticket('2026-11-17T09:59')],
    ['opened when it was over', ticket('2026-11-17T12:00')],
    ['about another session', ticket('2026-11-17T11:00', { session_id: 'XL-02' })],
    ['that a colleague or Rowdesk filed', ticket('2026-11-17T11:00', { requester_email: '' })],
    ['that turned out as spam', ticket('2026-11-17T11:00', { status: 'spam' })],
  ])('not by a ticket %s', (_, other) => {
    expect(rateOf([past(50)], [other]).perPerson).toBe((0.06 * 50) / 100);
  });

  test.each<[string, ReturnType<typeof past>]>([
    ['that is not over', past(50, { to: instant(MONDAY + 1) })],
    ['that concerned nobody', past(0)],
    ['of which nobody knows how many it concerned', past(50, { people: null })],
    ['of more than a year ago', past(50, { from: instant(MONDAY - 400 * MS_PER_DAY) })],
  ])('not by a moment %s', (_, other) => {
    expect(rateOf([other], [ticket('2026-11-17T11:00')])).toEqual({ perPerson: 0.06, people: 0 });
  });

  test('not by moments from before the first ticket: participants wrote elsewhere then', () => {
    const tickets = [ticket('2026-11-20T10:00')];
    expect(learnRates([past(500)], tickets, MONDAY).start).toEqual({ perPerson: 0.06, people: 0 });
  });

  test('by every ticket of that time, where the moment belongs to no session', () => {
    const open = past(50, { session: null });
    const tickets = [ticket('2026-11-17T11:00'), ticket('2026-11-17T11:00', { session_id: '' })];
    expect(rateOf([open], tickets).perPerson).toBe((0.06 * 50 + 2) / 100);
  });
});

test('more people never bring fewer tickets, and more tickets never a lower rate', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), fc.nat(60), fc.nat(60), (people, more, few, added) => {
      const seen = (n: number) =>
        rateOf(
          [past(200)],
          Array.from({ length: n }, () => ticket('2026-11-17T11:00')),
        );
      expect(expectedTickets(people + more, seen(few))).toBeGreaterThanOrEqual(
        expectedTickets(people, seen(few)),
      );
      expect(seen(few + added).perPerson).toBeGreaterThanOrEqual(seen(few).perPerson);
    }),
    { numRuns: 50 },
  );
});
