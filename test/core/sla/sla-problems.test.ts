import { slaProblems } from '../../../core/sla/sla-problems';
import type { Row } from '../../../core/workbook/rows';
import { hoursRow, slaRow, weekdays, winter } from './sla-rows';

const NOW = winter('2026-11-23T10:00');
const ALL = ['urgent', 'high', 'normal', 'low'].map((priority) => slaRow(priority, 60, 60, 60));

function found(sla: Row<'sla'>[], calendar: Row<'calendar'>[], language: 'en' | 'pl' | 'uk' = 'en') {
  return slaProblems(
    { sla, calendar },
    { now: NOW, language, priorityLabel: (priority) => priority.toUpperCase() },
  );
}

test('tabs in order have none', () => {
  expect(found(ALL, weekdays('9:00', '17:00'))).toEqual([]);
});

test('a priority without a row, and a calendar that does not exist, are told with what to do', () => {
  const rows = ALL.slice(1, 3).map((row) => ({ ...row, calendar: 'uk' }));
  expect(found([...rows, ...ALL.slice(3)], weekdays('9:00', '17:00'))).toEqual([
    {
      key: 'sla:no-policy:urgent',
      at: NOW,
      tab: 'sla',
      row: 'URGENT',
      what: 'The SLA tab has no row for the priority “URGENT”, so such tickets have no due times.',
      todo: 'Add a row for this priority. Empty times in it mean that nothing is promised.',
    },
    expect.objectContaining({
      key: 'sla:no-calendar:high',
      what: expect.stringContaining('names the calendar “uk”'),
    }),
    expect.objectContaining({ key: 'sla:no-calendar:normal' }),
  ]);
});

test('counting round the clock needs no calendar', () => {
  expect(
    found(
      ALL.map((row) => ({ ...row, calendar: '' })),
      [],
    ),
  ).toEqual([]);
});

test.each(['en', 'pl', 'uk'] as const)(
  'a bad row of the calendar is found by what it says, in %s',
  (language) => {
    const problems = found(ALL, [...weekdays('9:00', '17:00'), hoursRow(6, '22:00', '6:00')], language);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      key: 'calendar:closes-before-opening:pl 6 22:00 6:00',
      row: 'pl 6 22:00 6:00',
    });
    expect(problems[0]?.what).toContain('(pl 6 22:00 6:00)');
  },
);

test('a calendar that never opens is told', () => {
  const [bad, closed] = found(ALL, [hoursRow(9, '9:00', '17:00')]);
  expect(bad?.key).toMatch(/^calendar:bad-weekday:/);
  expect(closed?.key).toBe('calendar:never-open:pl');
});
