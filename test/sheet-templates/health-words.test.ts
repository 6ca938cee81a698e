/** What people read when the bridge is not well: in each language every sentence is there, whole, and names the facts. */
import { CONDITIONS } from '../../core/health/conditions';
import { LANGUAGES } from '../../core/language';
import { healthWords } from '../../sheet-templates/words/health';

const TOLD = { since: 'SINCE', reason: '', count: 5, mailbox: 'support@firm.test' };
const CASES = LANGUAGES.flatMap((language) => CONDITIONS.map((condition) => [language, condition] as const));

test.each(CASES)('%s: %s says what happened, what it means and what to do', (language, condition) => {
  const { subject, what, means, todo, overSubject, over } = healthWords(language).condition[condition];
  const sentences = [
    ...[1, 2, 5, 22].map((count) => what({ ...TOLD, count })),
    what({ ...TOLD, reason: 'EROFS' }),
    means,
    todo,
    over({ ...TOLD, until: 'UNTIL' }),
  ];
  for (const sentence of sentences) {
    expect(sentence).toMatch(/^\S.{20,}[.]$/);
    expect(sentence).not.toMatch(/undefined|\[object|NaN| {2}/);
  }
  expect(what(TOLD)).toContain('SINCE');
  expect(over({ ...TOLD, until: 'UNTIL' })).toContain('SINCE');
  for (const title of [subject, overSubject]) {
    expect(title.length).toBeLessThan(75);
    expect(title).not.toMatch(/[.!]$/);
  }
  expect(subject).not.toBe(overSubject);
});

test.each(LANGUAGES)('%s: lines about single mails name recipient, subject and reason', (language) => {
  const { unknownSend, failedSend, settledSend, said } = healthWords(language);
  const lines = [
    unknownSend('jan@people.test', 'Re: Help', 'AT'),
    failedSend('jan@people.test', 'Re: Help', '550 no'),
    settledSend('jan@people.test', 'Re: Help'),
  ];
  for (const { what, todo } of lines) {
    expect(what).toContain('jan@people.test');
    expect(what).toContain('Re: Help');
    expect(todo).toMatch(/\.$/);
  }
  expect(lines[0]?.what).toContain('AT');
  expect(lines[1]?.what).toContain('550 no');
  expect(said('550 no')).toContain('550 no');
});

test.each([
  ['pl', 1, 'czeka 1 wiadomość.'],
  ['pl', 3, 'czekają 3 wiadomości.'],
  ['pl', 12, 'czeka 12 wiadomości.'],
  ['uk', 21, 'чекає 21 лист.'],
  ['uk', 4, 'чекають 4 листи.'],
  ['uk', 11, 'чекає 11 листів.'],
  ['en', 1, '1 mail waits.'],
  ['en', 2, '2 mails wait.'],
] as const)('%s: %d is counted as people count', (language, count, end) => {
  expect(healthWords(language).condition['smtp-silent'].what({ ...TOLD, count })).toContain(end);
});
