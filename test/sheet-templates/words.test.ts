import { LANGUAGES } from '../../core/language';
import { TABS } from '../../sheet-templates/tabs';
import type { ProblemWords } from '../../sheet-templates/words/dictionary';
import { trackerWords } from '../../sheet-templates/words/sidebar';
import { words } from '../../sheet-templates/words/words';

const problems = (language: (typeof LANGUAGES)[number]): [string, ProblemWords][] => {
  const { problem } = words(language);
  return [
    ['ticketRowRestored', problem.ticketRowRestored('T-7K3Q9', 'a@b.test')],
    ['badOffset', problem.badOffset('3d')],
    ['badCondition', problem.badCondition('3d')],
    ['badCheckpoint', problem.badCheckpoint('login')],
    ['unknownZone', problem.unknownZone('XL-09')],
    ['unknownReaderZone', problem.unknownReaderZone('a@b.test', 'Mars')],
    ['badSetting', problem.badSetting('zone', 'Mars', 'UTC')],
    ['missingColumn', problem.missingColumn('Tickets', 'Status')],
    ['copiedOutboxRow', problem.copiedOutboxRow('reply:1')],
    ['missingTemplate', problem.missingTemplate('reply', 'uk')],
    ['undelivered', problem.undelivered('T-7K3Q9', 'a@b.test', '550 5.1.1')],
    ['undeliveredReminder', problem.undeliveredReminder('Excel', 'Anna', 'a@b.test')],
    ['unfetchable', problem.unfetchable(41, 'NO')],
    ['quarantined', problem.quarantined('3f9a', 'too deep')],
  ];
};

describe.each(LANGUAGES)('problems in %s', (language) => {
  test('are all listed here', () => {
    expect(problems(language).map(([name]) => name)).toEqual(Object.keys(words(language).problem));
  });

  test.each(problems(language))('%s says what happened and what to do', (_, { what, todo }) => {
    expect(what.length).toBeGreaterThan(10);
    expect(todo.length).toBeGreaterThan(10);
    expect(todo).toMatch(/[.”»]$/);
    expect(what + todo).not.toMatch(/undefined|\[object|NaN/);
  });

  test('name the very word, row or ticket', () => {
    const texts = new Map(problems(language));
    expect(texts.get('badSetting')?.what).toContain('Mars');
    expect(texts.get('badSetting')?.todo).toContain('UTC');
    expect(texts.get('missingColumn')?.what).toContain('Status');
    expect(texts.get('unknownZone')?.what).toContain('XL-09');
    expect(texts.get('undelivered')?.what).toContain('550 5.1.1');
  });
});

test.each(['pl', 'uk'] as const)('the sidebar calls a colleague’s cell as the tab does: %s', (language) => {
  const { page, finding } = trackerWords(language);
  expect(page.assignee).toBe(TABS.tickets.columns.assignee.words[language][0]);
  expect(finding.heldByAbsent('T-7K3Q9', 'Jan').what).toMatch(/T-7K3Q9: (prowadzi je|його веде) Jan,/);
});

test('the sidebar puts on hold by the word of the status in Polish', () => {
  const { page, refusal } = trackerWords('pl');
  expect(page.holdUntil).toBe('Odłóż do');
  expect(refusal['hold-refused']).toContain('nie odłożono');
});
