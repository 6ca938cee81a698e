import { LANGUAGES } from '../../core/language';
import { readOpeningHours } from '../../core/sla/opening-hours';
import { policyFor, readPolicies } from '../../core/sla/policy';
import { zone } from '../../core/time/instant';
import { PRIORITIES } from '../../core/workbook/choices';
import type { TableKey } from '../../core/workbook/columns';
import type { Row } from '../../core/workbook/rows';
import { readTable } from '../../core/workbook/table';
import { STARTER_ARTICLES } from '../../sheet-templates/content/knowledge';
import { ARTICLE_IDS } from '../../sheet-templates/content/knowledge-ids';
import { choiceWord, labelOfWord } from '../../sheet-templates/labels';
import { supportHours } from '../../sheet-templates/support-hours';
import { freshWorkbook, type Workbook } from './workbook';

/** What the rules read from a workbook that was just set up. */
function rowsOf<T extends TableKey>(workbook: Workbook, tab: T): Row<T>[] {
  const read = readTable(tab, workbook.values(tab), {
    zone: zone('Europe/Warsaw'),
    offset: () => 60,
    wordOf: (choice, typed) => choiceWord(choice, typed)?.word ?? null,
    labelOf: (choice, word) => labelOfWord(choice, word, 'pl'),
  });
  expect(read.problems).toEqual([]);
  expect(read.layout.missing).toEqual([]);
  return read.rows.map(({ row }) => row);
}

describe.each(LANGUAGES)('what a firm starts with in %s', (language) => {
  const workbook = freshWorkbook(language);

  test('promises times for every priority, the more urgent the shorter', () => {
    const policies = readPolicies(rowsOf(workbook, 'sla'));
    const targets = PRIORITIES.map(
      (priority) => policyFor(policies, { priority, category: '', client: '', audience: '' })?.targets,
    );
    for (const clock of ['first', 'next', 'resolution'] as const) {
      const times = targets.map((target) => target?.[clock] ?? 0);
      expect(times.every((time) => time > 0)).toBe(true);
      expect([...times].sort((a, b) => a - b)).toEqual(times);
    }
  });

  test('counts them by a calendar that makes sense to the rules', () => {
    const rows = rowsOf(workbook, 'calendar');
    for (const key of ['pl', 'uk']) {
      const { hours, problems } = readOpeningHours(rows, key);
      expect(problems).toEqual([]);
      expect(hours.weekly.map((spans) => spans.length)).toEqual([1, 1, 1, 1, 1, 0, 0]);
      expect(hours.special.size).toBe(key === 'pl' ? 28 : 22);
    }
    for (const { calendar } of rowsOf(workbook, 'sla')) expect(['pl', 'uk']).toContain(calendar);
  });

  test('has every text in every language', () => {
    for (const tab of ['templates', 'knowledge'] as const) {
      const languages = rowsOf(workbook, tab).map((row) => row.language);
      for (const one of LANGUAGES) {
        expect(languages.filter((word) => word === one)).toHaveLength(languages.length / 3);
      }
    }
    expect(rowsOf(workbook, 'knowledge')).toHaveLength(36);
  });
});

describe.each(LANGUAGES)('the articles in %s', (language) => {
  test.each(ARTICLE_IDS)('%s has a question, plain steps and other words for it', (id) => {
    const { title, steps, also } = STARTER_ARTICLES[language][id];
    expect(title.length).toBeLessThan(90);
    expect(steps.length).toBeGreaterThanOrEqual(4);
    expect(also.length).toBeGreaterThanOrEqual(3);
    const numbers = steps.flatMap((step) => /^(\d)\. /.exec(step)?.[1] ?? []).map(Number);
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
    expect(steps.length).toBe(STARTER_ARTICLES.en[id].steps.length);
    // Search words are joined by commas in the cell.
    expect(also.every((word) => !word.includes(','))).toBe(true);
  });
});

test.each([
  ['en', 'Mon–Fri 9:00–17:00'],
  ['pl', 'pon.–pt. 9:00–17:00'],
  ['uk', 'пн–пт 9:00–17:00'],
] as const)('support hours are told in %s: %s', (language, told) => {
  const rows = rowsOf(freshWorkbook('pl'), 'calendar');
  expect(supportHours(readOpeningHours(rows, 'pl').hours, language)).toBe(told);
});

test('support hours tell days apart that differ, and breaks', () => {
  const row = (weekday: number, opens: string, closes: string): Row<'calendar'> => ({
    calendar: 'x',
    kind: 'hours',
    weekday,
    date: null,
    opens,
    closes,
    name: '',
    zone: '',
  });
  const { hours } = readOpeningHours(
    [
      row(1, '9:00', '12:00'),
      row(1, '13:00', '17:00'),
      row(3, '10:00', '14:00'),
      row(4, '10:00', '14:00'),
      row(6, '10:00', '12:30'),
    ],
    'x',
  );
  expect(supportHours(hours, 'en')).toBe('Mon 9:00–12:00, 13:00–17:00; Wed–Thu 10:00–14:00; Sat 10:00–12:30');
  expect(supportHours(readOpeningHours([], 'x').hours, 'en')).toBe('');
});
