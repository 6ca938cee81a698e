/** Why a command of a mail was refused, as the sheet and the colleague's mail say it. */
import { LANGUAGES } from '../../../core/language';
import { isPersonsDoing } from '../../../core/ticket/history-line';
import type { CommandRefusal } from '../../../core/ticket/mail-command';
import { refusalWords } from '../../../core/ticket/mail-command-words';
import { labelOfWord } from '../../../sheet-templates/labels';
import { TABS } from '../../../sheet-templates/tabs';

describe.each(LANGUAGES)('the answers in %s', (language) => {
  const words = {
    language,
    columnLabel: (column: keyof typeof TABS.tickets.columns) =>
      TABS.tickets.columns[column].words[language][0],
    choiceLabel: (choice: Parameters<typeof labelOfWord>[0], word: string) =>
      labelOfWord(choice, word, language),
  };
  const all: readonly CommandRefusal[] = [
    { kind: 'no-such-ticket' },
    { kind: 'several-rows' },
    { kind: 'not-on-team', who: 'eve@x.example' },
    { kind: 'not-yours' },
    { kind: 'no-cell' },
    { kind: 'not-understood', cell: 'priority', value: 'urgentest' },
    { kind: 'unknown-colleague', name: 'Zygfryd' },
    { kind: 'edited-since', cell: 'priority', now: 'high' },
    { kind: 'edited-since', cell: 'assignee', now: '' },
    { kind: 'participant-wrote', status: 'open' },
    { kind: 'day-past', day: '2026-11-01' },
    { kind: 'cannot-hold', status: 'closed' },
    { kind: 'status-refused', why: 'from-closed', wanted: 'resolved', kept: 'closed' },
    { kind: 'status-refused', why: 'never-new-again', wanted: 'new', kept: 'open' },
    { kind: 'nothing-to-answer', status: 'closed' },
    { kind: 'with-somebody-else' },
  ];

  test.each(all)('%j is a sentence that names what it is about', (refusal) => {
    const text = refusalWords(refusal, 'T-7K3Q9', words);
    expect(text).toMatch(/^[\p{Lu}„“«\w].*\.$/u);
    expect(text).not.toMatch(/undefined|\[object|T-7K3Q9.*T-7K3Q9/);
    // Words of the machine are for the machine.
    expect(text).not.toMatch(/\b(?:high|open|closed|priority|assignee)\b(?! in the sheet)/);
    for (const shown of ['eve@x.example', 'urgentest', 'Zygfryd', '2026-11-01']) {
      if (JSON.stringify(refusal).includes(shown)) expect(text).toContain(shown);
    }
  });

  test('show words of lists and cells as the sheet does', () => {
    const text = refusalWords({ kind: 'edited-since', cell: 'priority', now: 'high' }, 'T-7K3Q9', words);
    expect(text).toContain(words.columnLabel('priority'));
    expect(text).toContain(labelOfWord('priority', 'high', language));
  });
});

test.each([
  ['ola@firm.example', true],
  ['Ola Nowak', true],
  ['Somebody in the sheet', true],
  ['Ktoś w arkuszu', true],
  ['Хтось у таблиці', true],
  ['Participant', false],
  ['Uczestnik', false],
  ['Колега', false],
  ['Rowdesk', false],
  ['', false],
])('a line of History by “%s” tells what a person did: %s', (who, isPersons) => {
  expect(isPersonsDoing(who)).toBe(isPersons);
});
