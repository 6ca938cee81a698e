/** How an address that a colleague has confirmed comes into the Team tab, whatever people do with its rows meanwhile. */
import type { TeamNote } from '../../../core/intake/roster-note';
import { instant } from '../../../core/time/instant';
import { colleagueOf, teamWrites, withAddresses } from '../../../core/trainer/team-note';
import { misplacedWrites } from '../../../core/workbook/misplaced-writes';
import type { PlacedRow, Row } from '../../../core/workbook/rows';
import { colleague } from '../assignment/team-rows';

const ola = (other_emails: readonly string[] = []) =>
  colleague('Ola Nowak', { email: 'Ola@firm.test', other_emails });
const jan = (other_emails: readonly string[] = []) =>
  colleague('Jan Lis', { email: 'jan@firm.test', other_emails });

const confirmed = (address: string, email = 'ola@firm.test'): TeamNote => ({
  email,
  sessionId: '',
  what: 'address',
  address,
  at: instant(Date.UTC(2026, 10, 23)),
});

const placed = (rows: readonly Row<'team'>[]): PlacedRow<'team'>[] =>
  rows.map((row, index) => ({ row, rowIndex: index + 2 }));

test('counts at once, for the colleague who confirmed it and for nobody else', () => {
  const team = withAddresses([ola(), jan(['jan@home.test'])], [confirmed('ola@phone.test')]);
  expect(team.map(({ other_emails }) => other_emails)).toEqual([['ola@phone.test'], ['jan@home.test']]);
});

test.each([
  ['stands there already', ola(['ola@phone.test']), [confirmed('ola@phone.test')]],
  ['stands there in other letters', ola(['Ola@Phone.test']), [confirmed('ola@phone.test')]],
  ['is the first address', ola(), [confirmed('ola@firm.test')]],
  ['is of somebody who is not on the team', ola(), [confirmed('x@phone.test', 'x@firm.test')]],
])('nothing is written where it %s', (_, row, notes) => {
  expect(teamWrites(placed([row]), notes)).toEqual([]);
});

test('an address that was confirmed twice is written once, behind those that are there', () => {
  const notes = [confirmed('ola@phone.test'), confirmed('ola@phone.test')];
  expect(teamWrites(placed([jan(), ola(['ola@home.test'])]), notes)).toEqual([
    { rowIndex: 3, owner: 'ola@firm.test', change: { other_emails: ['ola@home.test', 'ola@phone.test'] } },
  ]);
});

test('a row that was sorted under the write gets back what stood there', () => {
  const before = placed([ola(), jan(['jan@home.test'])]);
  const writes = teamWrites(before, [confirmed('ola@phone.test')]);
  const after = placed([jan(['ola@phone.test']), ola()]);
  expect(misplacedWrites(writes, before, after, colleagueOf)).toEqual([
    { rowIndex: 2, owner: 'jan@firm.test', change: { other_emails: ['jan@home.test'] } },
  ]);
});

test('a row that somebody has edited since is left alone', () => {
  const before = placed([ola(), jan()]);
  const writes = teamWrites(before, [confirmed('ola@phone.test')]);
  const after = placed([jan(['jan@own.test']), ola()]);
  expect(misplacedWrites(writes, before, after, colleagueOf)).toEqual([]);
});
