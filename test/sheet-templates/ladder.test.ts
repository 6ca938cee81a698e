/** The starter rows of Reminders and Checkpoints: written for people, read by the rules. */
import { LANGUAGES } from '../../core/language';
import { parseCondition } from '../../core/session/condition';
import { parseOffset } from '../../core/session/offset';
import { TEMPLATE_KEYS } from '../../sheet-templates/content/template-keys';
import { starterRows } from '../../sheet-templates/starter';
import { NOW } from './workbook';

describe.each(LANGUAGES)('in %s', (language) => {
  const steps = starterRows('reminders', { language, now: NOW });
  const checks = starterRows('checkpoints', { language, now: NOW });

  test('reminders go out at moments that the rules understand', () => {
    expect(steps.map(({ step, offset, anchor }) => [step, parseOffset(offset ?? ''), anchor])).toEqual([
      ['3d', { unit: 'days', amount: -3 }, 'start'],
      ['1d', { unit: 'days', amount: -1 }, 'start'],
      ['2h', { unit: 'minutes', amount: -120 }, 'start'],
      ['started', { unit: 'minutes', amount: 10 }, 'start'],
      ['after', { unit: 'working-morning', which: 'next' }, 'end'],
    ]);
  });

  test('those before a session are on, the others wait for the firm to decide', () => {
    expect(steps.filter(({ enabled }) => enabled).map(({ step }) => step)).toEqual(['3d', '1d', '2h']);
  });

  test('what must come at its moment may come at night', () => {
    expect(steps.filter(({ at_night }) => at_night).map(({ step }) => step)).toEqual(['2h', 'started']);
  });

  test('only those are told that a session has started who have not logged in', () => {
    expect(steps.map(({ condition }) => parseCondition(condition ?? ''))).toEqual([
      { kind: 'always' },
      { kind: 'always' },
      { kind: 'always' },
      { kind: 'activity', what: 'logged_in', done: false },
      { kind: 'always' },
    ]);
  });

  test('checkpoints ask for deeds that the rules know, and are off until there is news from a platform', () => {
    expect(
      checks.map(({ id, moment, condition, enabled }) => [
        id,
        parseOffset(moment ?? ''),
        parseCondition(condition ?? '', 'not-done'),
        enabled,
      ]),
    ).toEqual([
      [
        'materials',
        { unit: 'days', amount: -2 },
        { kind: 'activity', what: 'opened_materials', done: false },
        false,
      ],
      ['login', { unit: 'days', amount: -1 }, { kind: 'activity', what: 'logged_in', done: false }, false],
    ]);
  });

  test('a colleague hears of those who do not log in, twelve hours later', () => {
    expect(
      checks.map(({ follow_after = '' }) => (follow_after === '' ? null : parseOffset(`+${follow_after}`))),
    ).toEqual([null, { unit: 'minutes', amount: 720 }]);
  });

  test('all of them have their templates', () => {
    for (const { template } of [...steps, ...checks]) expect(TEMPLATE_KEYS).toContain(template);
  });
});
