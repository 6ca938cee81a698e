import { readPolicies } from '../../../core/sla/policy';
import { reconcileTicket } from '../../../core/ticket/reconcile';
import type { Row } from '../../../core/workbook/rows';
import { applied, reconcileContext, ticketRow } from '../ticket/ticket-rows';
import { calendarFrom, holidayRow, slaRow, weekdays, winter } from './sla-rows';

const SLA = [{ ...slaRow('normal', 240, 480, 1440), name: 'Usual' }];

/** Each look at the ticket: what has changed in the row by then. Times are of November 2026. */
function life(steps: readonly (readonly [at: string, change: Partial<Row<'tickets'>>])[], sla = SLA) {
  let row = ticketRow();
  for (const [at, change] of steps) {
    const now = winter(`2026-11-${at}`);
    row = { ...row, ...change };
    row = applied(row, reconcileTicket(row, reconcileContext({ now, policies: readPolicies(sla) })));
  }
  return row;
}

const at = (time: string) => winter(`2026-11-${time}`);
const answered = (time: string): Partial<Row<'tickets'>> => ({
  first_answer_at: at(time),
  last_outbound_at: at(time),
});

test('while a promise is open there is no verdict, and the row of the SLA tab is named', () => {
  expect(life([['23T10:01', {}]])).toMatchObject({
    policy: 'Usual',
    first_minutes: null,
    resolution_minutes: null,
    sla_met: '',
  });
});

test('minutes are working minutes, and a pause is no part of the way to the resolution', () => {
  const row = life([
    ['23T10:01', {}],
    ['23T16:00', answered('23T16:00')], // waits for the participant from 16:00 on
    ['24T11:00', { last_inbound_at: at('24T11:00') }],
    ['24T12:30', { status: 'resolved' }],
  ]);
  // 10:00 to 16:00; then 11:00 to 12:30 on the next day.
  expect(row).toMatchObject({ first_minutes: 360, resolution_minutes: 360 + 90, sla_met: 'no' });
});

test('every promise kept is told once the ticket is done', () => {
  const row = life([
    ['23T10:01', {}],
    ['23T12:00', answered('23T12:00')],
    ['23T13:00', { status: 'resolved' }],
  ]);
  expect(row).toMatchObject({ first_minutes: 120, resolution_minutes: 120, sla_met: 'yes' });
});

test('a ticket that comes back is open again', () => {
  const row = life([
    ['23T12:00', answered('23T12:00')],
    ['23T13:00', { status: 'resolved' }],
    ['23T14:00', { last_inbound_at: at('23T14:00') }],
  ]);
  expect(row).toMatchObject({ status: 'open', resolution_minutes: null, sla_met: '' });
});

test('closed without a word it had no first answer', () => {
  expect(
    life([
      ['23T11:00', {}],
      ['23T11:30', { status: 'closed' }],
    ]),
  ).toMatchObject({
    first_minutes: null,
    resolution_minutes: 90,
    sla_met: 'yes',
  });
});

test('what nothing was promised is measured by the firm’s calendar, without a verdict', () => {
  const row = life(
    [
      ['23T10:01', {}],
      ['23T16:00', answered('23T16:00')],
      ['24T10:00', { status: 'resolved' }],
    ],
    [],
  );
  expect(row).toMatchObject({ first_minutes: 360, resolution_minutes: 360, sla_met: '', policy: '' });
});

test('what was measured stays, whatever is written into the calendar later', () => {
  const row = life([
    ['23T10:01', {}],
    ['23T16:00', answered('23T16:00')],
  ]);
  const holiday = calendarFrom([...weekdays('9:00', '17:00'), holidayRow('2026-11-23')]);
  const { change } = reconcileTicket(
    row,
    reconcileContext({ now: at('23T17:00'), policies: readPolicies(SLA), calendarOf: () => holiday }),
  );
  expect(change).not.toHaveProperty('first_minutes');
});
