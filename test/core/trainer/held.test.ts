/** Two colleagues answer one ticket at the same time. */
import fc from 'fast-check';
import { type Instant, instant } from '../../../core/time/instant';
import { answeredMeanwhile, type ComingAnswer, type GivenAnswer } from '../../../core/trainer/held';
import type { Agent } from '../../../core/trainer/trainer-mail-types';
import { LENA, NOW, SARA, TOM } from './desk';

const seconds = (n: number): Instant => instant(NOW + n * 1_000);
const minutes = (n: number): Instant => seconds(60 * n);
const coming = (over: Partial<ComingAnswer> = {}): ComingAnswer => ({
  agent: TOM,
  at: NOW,
  writtenAt: null,
  askedAt: null,
  toldAt: null,
  ...over,
});
const given = (at: Instant, by: Agent | null = LENA): GivenAnswer => ({ by, at });

describe('an answer waits for', () => {
  test.each([
    ['somebody else’s of the same moment', coming(), [given(NOW)]],
    ['one of half a minute ago', coming(), [given(seconds(-30))]],
    ['one that came later and was read earlier', coming(), [given(seconds(20))]],
    [
      'one of hours ago that its writer was not shown',
      coming({ askedAt: minutes(-300) }),
      [given(minutes(-120))],
    ],
    ['one that was written in the shared mailbox', coming(), [given(seconds(-5), null)]],
    [
      'one that came after its writer was told of another',
      coming({ toldAt: minutes(-2), writtenAt: minutes(-1) }),
      [given(seconds(-90), SARA), given(seconds(-30), LENA)],
    ],
    [
      'one that its writer was told of only after writing: the phone had no network',
      coming({ writtenAt: minutes(-10), toldAt: minutes(-1), askedAt: minutes(-30) }),
      [given(minutes(-5))],
    ],
    [
      'one that was just sent, though the letter that shows it left a moment later',
      coming({ askedAt: seconds(-10) }),
      [given(seconds(-40))],
    ],
  ])('%s', (_, answer, others) => {
    expect(answeredMeanwhile(answer, others)).toBe(others[others.length - 1]);
  });
});

describe('an answer goes out', () => {
  test.each([
    ['when nobody else has answered', coming(), []],
    ['after one’s own', coming(), [given(seconds(-10), TOM)]],
    ['after one of two minutes ago', coming(), [given(minutes(-2))]],
    ['after one that its writer was shown', coming({ askedAt: minutes(-3) }), [given(minutes(-5))]],
    [
      'after one that its writer was told of',
      coming({ askedAt: minutes(-30), toldAt: minutes(-1) }),
      [given(minutes(-5))],
    ],
    [
      'after one that its writer was told of, a minute ago',
      coming({ toldAt: seconds(-10) }),
      [given(seconds(-20))],
    ],
  ])('%s', (_, answer, others) => {
    expect(answeredMeanwhile(answer, others)).toBeNull();
  });
});

test('of several the latest is told', () => {
  const last = given(seconds(-1), SARA);
  expect(answeredMeanwhile(coming(), [given(seconds(-20)), last, given(seconds(-40))])).toBe(last);
});

test('a Date of tomorrow changes nothing', () => {
  const answer = coming({ writtenAt: minutes(1_000), toldAt: minutes(10), askedAt: minutes(-9) });
  expect(answeredMeanwhile(answer, [given(minutes(-5))])).not.toBeNull();
});

const answers = fc.record({
  agent: fc.constantFrom(TOM, LENA, SARA),
  at: fc.integer({ min: 0, max: 60_000 }),
});

test('of any two answers of different colleagues within a minute exactly one waits, in whatever order they are read', () => {
  fc.assert(
    fc.property(answers, answers, (first, second) => {
      fc.pre(first.agent !== second.agent);
      const one = coming({ agent: first.agent, at: instant(NOW + first.at) });
      const other = coming({ agent: second.agent, at: instant(NOW + second.at) });
      for (const [earlier, later] of [
        [one, other],
        [other, one],
      ] as const) {
        expect(answeredMeanwhile(earlier, [])).toBeNull();
        expect(answeredMeanwhile(later, [{ by: earlier.agent, at: earlier.at }])).not.toBeNull();
      }
    }),
  );
});

test('of any number of answers within a minute only those of one colleague go out', () => {
  fc.assert(
    fc.property(fc.array(answers, { minLength: 1, maxLength: 8 }), (read) => {
      const out: GivenAnswer[] = [];
      for (const { agent, at } of read) {
        const answer = coming({ agent, at: instant(NOW + at) });
        if (answeredMeanwhile(answer, out) === null) out.push({ by: agent, at: answer.at });
      }
      expect(new Set(out.map(({ by }) => by?.email)).size).toBe(1);
    }),
  );
});
