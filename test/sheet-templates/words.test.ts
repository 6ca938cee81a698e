import { LANGUAGES } from '../../core/language';
import type { ProblemWords } from '../../sheet-templates/words/dictionary';
import { words } from '../../sheet-templates/words/words';

test.each([
  ['en', 1, '1 ticket'],
  ['en', 2, '2 tickets'],
  ['en', 0, '0 tickets'],
  ['pl', 1, '1 zgłoszenie'],
  ['pl', 3, '3 zgłoszenia'],
  ['pl', 5, '5 zgłoszeń'],
  ['pl', 12, '12 zgłoszeń'],
  ['pl', 22, '22 zgłoszenia'],
  ['uk', 1, '1 звернення'],
  ['uk', 3, '3 звернення'],
  ['uk', 5, '5 звернень'],
  ['uk', 11, '11 звернень'],
  ['uk', 21, '21 звернення'],
] as const)('in %s %d is “%s”', (language, n, text) => {
  expect(words(language).count.tickets(n)).toBe(text);
});

test.each([
  ['pl', 2, '2 uczestników'],
  ['pl', 1, '1 uczestnik'],
  ['uk', 2, '2 учасники'],
  ['uk', 7, '7 учасників'],
] as const)('in %s %d is “%s”', (language, n, text) => {
  expect(words(language).count.participants(n)).toBe(text);
});

const problems = (language: (typeof LANGUAGES)[number]): [string, ProblemWords][] => {
  const { problem } = words(language);
  return [
    ['unknownWord', problem.unknownWord('Status', 'banana', ['A1', 'B2'])],
    ['correctedWord', problem.correctedWord('Status', 'opne', 'Open')],
    ['messageWithoutTicket', problem.messageWithoutTicket('T-7K3Q9', 'a@b.test')],
    ['ticketRowRestored', problem.ticketRowRestored('T-7K3Q9', 'a@b.test')],
    ['duplicateId', problem.duplicateId('T-7K3Q9', [4, 9])],
    ['missingId', problem.missingId(17)],
    ['illegalMove', problem.illegalMove('T-7K3Q9', 'Spam', 'On hold', ['Open'])],
    ['badDate', problem.badDate('Held', 'soon')],
    ['badSetting', problem.badSetting('zone', 'Mars', 'UTC')],
    ['badCalendarRow', problem.badCalendarRow('pl', '25:00')],
    ['missingCalendar', problem.missingCalendar('de')],
    ['missingColumn', problem.missingColumn('Tickets', 'Status')],
    ['missingTab', problem.missingTab('Tickets')],
    ['missingTemplate', problem.missingTemplate('reply', 'uk')],
    ['templateFault', problem.templateFault('reply', 'line 2')],
    ['unknownSession', problem.unknownSession('XL-09', 'a@b.test')],
    ['unknownColleague', problem.unknownColleague('Nobody')],
    ['zoneMismatch', problem.zoneMismatch('Europe/Warsaw', 'Europe/Kyiv')],
    ['undelivered', problem.undelivered('T-7K3Q9', 'a@b.test', '550 5.1.1')],
    ['notSent', problem.notSent('a@b.test', 'Hello', '452 4.2.2')],
    ['quarantined', problem.quarantined('a@b.test', 'Hello', 'too deep')],
    ['mailboxSilent', problem.mailboxSilent(95)],
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
    expect(texts.get('unknownWord')?.what).toContain('banana');
    expect(texts.get('unknownWord')?.todo).toContain('A1, B2');
    expect(texts.get('duplicateId')?.what).toContain('4, 9');
    expect(texts.get('missingId')?.what).toContain('17');
    expect(texts.get('illegalMove')?.what).toContain('T-7K3Q9');
  });
});
