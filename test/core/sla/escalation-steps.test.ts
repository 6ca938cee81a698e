import { readEscalations } from '../../../core/sla/escalation-steps';
import { SLA_PROBLEM_WORDS } from '../../../core/sla/sla-problem-words';
import { stepRow } from './sla-rows';

test.each([
  ['-30 min', -30],
  ['−1 h', -60],
  ['0', 0],
  ['0 min', 0],
  ['+0', 0],
  ['+2 h', 120],
  ['30 minut przed', -30],
  ['2 godziny po', 120],
  ['за 30 хв', -30],
  ['-1 d', -1440],
])('“%s” is %i minutes from the due time', (when, rank) => {
  expect(readEscalations([stepRow(when, 'duty')]).steps).toMatchObject([{ rank }]);
});

test.each([
  ['assignee, duty', ['assignee', 'duty']],
  ['Prowadzi; kierownictwo', ['assignee', 'managers']],
  ['черговий, керівники', ['duty', 'managers']],
  ['zastępca, szef@example.test', ['substitute', { address: 'szef@example.test' }]],
])('“%s” names %j', (alert, targets) => {
  expect(readEscalations([stepRow('0', alert)])).toMatchObject({ steps: [{ alert: targets }], problems: [] });
});

test.each(['en', 'pl', 'uk'] as const)(
  'the words that people are told to write are understood: %s',
  (language) => {
    const { todo } = SLA_PROBLEM_WORDS[language]['bad-alert']('?', '');
    const named = todo
      .replace(/^[^:]*: |^Write /, '')
      .split(/,| albo | або | or /)
      .slice(0, 4);
    expect(readEscalations([stepRow('0', named.join(', '))])).toMatchObject({
      steps: [{ alert: ['assignee', 'substitute', 'duty', 'managers'] }],
      problems: [],
    });
  },
);

test('a step watches the promise it names, or any', () => {
  const { steps } = readEscalations([stepRow('0', 'duty', 'resolution'), stepRow('0', 'duty', '')]);
  expect(steps.map(({ clock }) => clock)).toEqual(['resolution', 'any']);
});

test('a step that is switched off is none', () => {
  expect(readEscalations([{ ...stepRow('soon', 'nobody'), enabled: false }])).toEqual({
    steps: [],
    problems: [],
  });
});

test('what cannot be told is reported, and what can be told of the row holds', () => {
  expect(
    readEscalations([
      stepRow('soon', 'duty'),
      stepRow('0', 'the boss, duty'),
      stepRow('+1 h', ''),
      stepRow('+1 h', 'boss'),
    ]),
  ).toMatchObject({
    steps: [{ rank: 0, alert: ['duty'] }],
    problems: [
      { kind: 'bad-when', found: 'soon' },
      { kind: 'bad-alert', found: 'the boss' },
      { kind: 'bad-alert', found: '' },
      { kind: 'bad-alert', found: 'boss' },
    ],
  });
});
