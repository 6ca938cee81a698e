import { slaProblems, type UnreadCondition } from '../../../core/sla/sla-problems';
import type { Row } from '../../../core/workbook/rows';
import { hoursRow, offset, slaRow, stepRow, weekdays, winter } from './sla-rows';

const NOW = winter('2026-11-23T10:00');
const ALL = ['urgent', 'high', 'normal', 'low'].map((priority) => slaRow(priority, 60, 60, 60));

function found(
  sla: Row<'sla'>[],
  calendar: Row<'calendar'>[],
  language: 'en' | 'pl' | 'uk' = 'en',
  more: { escalations?: Row<'escalations'>[]; unread?: UnreadCondition[]; unreadClocks?: string[] } = {},
) {
  return slaProblems(
    { sla, calendar, escalations: [], unread: [], unreadClocks: [], ...more },
    { now: NOW, language, offset, priorityLabel: (priority) => priority.toUpperCase() },
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
      key: 'sla:no-calendar:high|||',
      what: expect.stringContaining('names the calendar “uk”'),
    }),
    expect.objectContaining({ key: 'sla:no-calendar:normal|||' }),
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

const LANGUAGES = ['en', 'pl', 'uk'] as const;
const OPEN = weekdays('9:00', '17:00');

describe.each(LANGUAGES)('in %s', (language) => {
  test.each<[string, string, () => ReturnType<typeof found>]>([
    [
      'a row that another one above it always beats',
      'sla:never-holds:|||novice',
      () => found([...ALL, { ...slaRow('', 5, 5, 5), audience: 'novice', name: 'Novices' }], OPEN, language),
    ],
    [
      'a second row that says the same',
      'sla:never-holds:urgent|||',
      () => found([...ALL, { ...slaRow('urgent', 5, 5, 5), name: 'Novices' }], OPEN, language),
    ],
    [
      'a near session with half its columns',
      'sla:half-near:low|||',
      () =>
        found(
          [...ALL.slice(0, 3), { ...slaRow('low', 5, 5, 5), near_before: 60, name: 'Novices' }],
          OPEN,
          language,
        ),
    ],
    [
      'a misspelt condition',
      'sla:bad-condition:Novices:bananas',
      () => found(ALL, OPEN, language, { unread: [{ name: 'Novices', found: 'bananas' }] }),
    ],
    [
      'an escalation step at no time',
      'escalations:bad-when:Novices',
      () => found(ALL, OPEN, language, { escalations: [stepRow('Novices', 'duty')] }),
    ],
    [
      'an escalation step for a promise that does not exist',
      'escalations:bad-clock:Novices',
      () => found(ALL, OPEN, language, { unreadClocks: ['Novices'] }),
    ],
    [
      'an escalation step to nobody we know',
      'escalations:bad-alert:Novices',
      () => found(ALL, OPEN, language, { escalations: [stepRow('0', 'Novices, duty')] }),
    ],
    [
      'a zone that does not exist',
      'calendar:bad-zone:pl',
      () => found(ALL, [...OPEN, { ...hoursRow(6, '9:00', '12:00'), zone: 'Novices' }], language),
    ],
  ])('%s is told by its name, once, with what to do', (_, key, problems) => {
    expect(problems()).toMatchObject([{ key, what: expect.stringContaining('Novices') }]);
    expect(problems()[0]?.todo).not.toBe('');
  });

  test('two zones in one calendar are told with the one that counts', () => {
    const rows = OPEN.map((row, index) => ({ ...row, zone: index === 0 ? 'Europe/Kyiv' : 'Europe/Warsaw' }));
    expect(found(ALL, rows, language)).toMatchObject([
      { key: 'calendar:two-zones:pl', what: expect.stringContaining('Europe/Kyiv') },
    ]);
  });
});

test('a row that holds for one priority only is no trouble', () => {
  const client = { ...slaRow('', 5, 5, 5), client: 'Nordwind', name: 'Nordwind' };
  expect(found([...ALL.slice(0, 3), client, ...ALL.slice(3)], OPEN)).toEqual([]);
});
