import type { Coverage } from '../../../core/staffing/coverage';
import { gapNews, readToldGaps, writeToldGaps } from '../../../core/staffing/gap-alert';
import { type Instant, instant, MS_PER_DAY } from '../../../core/time/instant';
import { MONDAY, moment } from './staffing-rows';

const days = (n: number): Instant => instant(MONDAY + n * MS_PER_DAY);
function gap(key: string, kind: 'nobody' | 'short' | 'tight' | 'enough', inDays = 1): Coverage {
  const reason =
    kind === 'short'
      ? ({ kind, expected: 6, capacity: 3, more: 1 } as const)
      : kind === 'tight'
        ? ({ kind, expected: 6, capacity: 6 } as const)
        : ({ kind } as const);
  const light = kind === 'enough' ? 'green' : kind === 'tight' ? 'amber' : 'red';
  return {
    moment: moment({ key, from: days(inDays), to: days(inDays + 0.1) }),
    expected: 6,
    capacity: 0,
    onDuty: [],
    light,
    reasons: [reason],
  };
}

/** The keys told at each look, the memory going from one look to the next as text. */
function looks(...boards: readonly (readonly Coverage[])[]): readonly string[] {
  let memory = '';
  return boards.map((board) => {
    const { news, told } = gapNews(board, readToldGaps(memory), MONDAY);
    memory = writeToldGaps(told);
    return news.map((cover) => cover.moment.key).join(' ');
  });
}

describe('the managers hear of a gap', () => {
  test.each<[string, readonly (readonly Coverage[])[], readonly string[]]>([
    ['once', [[gap('a', 'short')], [gap('a', 'short')]], ['a', '']],
    [
      'again when nobody is left',
      [[gap('a', 'short')], [gap('a', 'nobody')], [gap('a', 'nobody')]],
      ['a', 'a', ''],
    ],
    [
      'not again when it gets better',
      [[gap('a', 'nobody')], [gap('a', 'short')], [gap('a', 'nobody')]],
      ['a', '', ''],
    ],
    [
      'again when it was closed and is back',
      [[gap('a', 'short')], [gap('a', 'enough')], [gap('a', 'short')]],
      ['a', '', 'a'],
    ],
    ['when it comes within three days', [[gap('a', 'short', 4)], [gap('a', 'short', 3)]], ['', 'a']],
    ['not of one that has begun', [[gap('a', 'nobody', 0)], [gap('b', 'nobody', -1)]], ['', '']],
    ['not where it just fits', [[gap('a', 'tight')]], ['']],
    [
      'of several in one mail',
      [
        [gap('a', 'short'), gap('b', 'nobody')],
        [gap('a', 'short'), gap('b', 'nobody'), gap('c', 'short')],
      ],
      ['a b', 'c'],
    ],
  ])('%s', (_, boards, told) => {
    expect(looks(...boards)).toEqual(told);
  });

  test('the sign of an alert tells equal news from others', () => {
    const sign = (...board: readonly Coverage[]): string => gapNews(board, new Map(), MONDAY).sign;
    expect(sign(gap('a', 'short'))).toBe(sign(gap('a', 'short')));
    expect(sign(gap('a', 'short'))).not.toBe(sign(gap('a', 'nobody')));
    expect(sign(gap('a', 'short'))).not.toBe(sign(gap('b', 'short')));
  });

  test('a memory that somebody spoilt is forgotten, not fatal', () => {
    expect(readToldGaps('x y.9 ok.2 ').size).toBe(1);
  });
});
