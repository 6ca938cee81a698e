/** How notes are shown in the roster, whatever people do with its rows meanwhile. */
import fc from 'fast-check';
import { type RosterNote, rosterWrites, seatOf, withNotes } from '../../../core/intake/roster-note';
import { instant } from '../../../core/time/instant';
import { misplacedWrites, type OwnedWrite } from '../../../core/workbook/misplaced-writes';
import type { PlacedRow, Row } from '../../../core/workbook/rows';

const AT = instant(Date.UTC(2026, 10, 23));

function seat(
  session_id: string,
  email: string,
  change: Partial<Row<'participants'>> = {},
): Row<'participants'> {
  return {
    session_id,
    name: '',
    email,
    language: '',
    audience: '',
    needs: '',
    company: '',
    zone: '',
    state: 'enrolled',
    reminders: '',
    answer: '',
    ...change,
  };
}

const placed = (rows: readonly Row<'participants'>[]): PlacedRow<'participants'>[] =>
  rows.map((row, index) => ({ row, rowIndex: index + 2 }));

const STOP: RosterNote = { email: 'ola@people.test', sessionId: '', what: 'stop', at: AT };
const DECLINED: RosterNote = { email: 'ola@people.test', sessionId: 'S1', what: 'declined', at: AT };

it('a wish is about every row of the person, a calendar’s answer about one', () => {
  const rows = [
    seat('S1', ' Ola@People.test '),
    seat('S2', 'ola@people.test'),
    seat('S1', 'jan@people.test'),
  ];
  expect(withNotes(rows, [STOP, DECLINED]).map(({ reminders, answer }) => [reminders, answer])).toEqual([
    ['no', 'declined'],
    ['no', ''],
    ['', ''],
  ]);
});

it('of several answers the last counts', () => {
  const accepted: RosterNote = { ...DECLINED, what: 'accepted', at: instant(AT + 1) };
  for (const notes of [
    [DECLINED, accepted],
    [accepted, DECLINED],
  ]) {
    expect(withNotes([seat('S1', 'ola@people.test')], notes)[0]?.answer).toBe('accepted');
  }
});

/** What is in the tab after writes by position to rows that may have moved. */
function written(
  rows: readonly PlacedRow<'participants'>[],
  writes: readonly OwnedWrite<'participants'>[],
): PlacedRow<'participants'>[] {
  const changes = new Map(writes.map(({ rowIndex, change }) => [rowIndex, change]));
  // A write to an empty row leaves a row without a person; none is made here.
  return rows.map(({ row, rowIndex }) => ({
    rowIndex,
    row: { ...row, ...changes.get(rowIndex) } as Row<'participants'>,
  }));
}

it('rows that are sorted between reading and writing end as if nobody had sorted them', () => {
  const people = ['ola@people.test', 'jan@people.test', 'ewa@people.test', 'max@people.test'];
  const start = people.map((email, index) => seat('S1', email, { reminders: index === 3 ? 'yes' : '' }));
  const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(order, order, (first, second) => {
      const sorted = (rows: readonly Row<'participants'>[], by: readonly number[]) =>
        placed(by.flatMap((index) => rows[index] ?? []));
      const notes = [STOP];
      const before = sorted(start, first);
      const writes = rosterWrites(before, notes);
      // Somebody sorts the tab, and only then our write arrives.
      const hit = written(
        sorted(
          before.map(({ row }) => row),
          second,
        ),
        writes,
      );
      const back = misplacedWrites(writes, before, hit, seatOf);
      const mended = written(hit, [...rosterWrites(hit, notes), ...back]);
      const cells = new Map(mended.map(({ row }) => [seatOf(row), row.reminders]));
      expect([...cells].sort()).toEqual(
        start.map((row) => [seatOf(row), row.email === STOP.email ? 'no' : row.reminders]).sort(),
      );
    }),
  );
});

it('what somebody wrote meanwhile is not taken back', () => {
  const before = placed([seat('S1', 'ola@people.test'), seat('S1', 'jan@people.test')]);
  const writes = rosterWrites(before, [STOP]);
  const after = placed([seat('S1', 'jan@people.test', { reminders: 'yes' }), seat('S1', 'ola@people.test')]);
  expect(misplacedWrites(writes, before, after, seatOf)).toEqual([]);
});
