/** Since when the mail at the front of the line has been waiting for its row. */
import { frontOfLine } from '../../../mail-bridge/health/front-of-line';
import { at } from '../../core/health/table-facts';

type Look = readonly [minute: number, first: string | null, sheet: 'here' | 'away'];

test.each<[string, readonly Look[], number | null]>([
  ['nobody waits', [[0, null, 'here']], null],
  [
    'it is the same mail in every look',
    [
      [0, 'a', 'here'],
      [5, 'a', 'here'],
      [20, 'a', 'here'],
    ],
    0,
  ],
  [
    'another is first now: the line moves',
    [
      [0, 'a', 'here'],
      [5, 'b', 'here'],
      [9, 'b', 'here'],
    ],
    5,
  ],
  [
    'it was gone and is back',
    [
      [0, 'a', 'here'],
      [5, null, 'here'],
      [9, 'a', 'here'],
    ],
    9,
  ],
  [
    'the Sheet was away meanwhile',
    [
      [0, 'a', 'here'],
      [5, 'a', 'away'],
      [50, 'a', 'away'],
      [51, 'a', 'here'],
    ],
    50,
  ],
  [
    'the clock was put back',
    [
      [30, 'a', 'here'],
      [10, 'a', 'here'],
      [12, 'a', 'here'],
    ],
    10,
  ],
])('when %s', (_what, looks, since) => {
  const line = frontOfLine();
  const seen = looks.map(([minute, first, sheet]) => line(first, at(minute), sheet === 'away'));
  expect(seen.pop()).toBe(since === null ? null : at(since));
});
