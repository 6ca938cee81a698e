/** What is said at once when a cell of the ladder or of the templates cannot be read. */
import { LANGUAGES, type Language } from '../../core/language';
import { FIRST_DATA_ROW, SHEET_ID } from '../../core/workbook/columns';
import { ANNA, type Desk, openDesk } from './support/desk';

type Checked = 'reminders' | 'checkpoints' | 'templates';

/** Types into a cell of the tab's first row and tells what came up in the corner. */
function typed(
  desk: Desk,
  table: Checked,
  column: string,
  text: string,
  rowIndex = FIRST_DATA_ROW,
): readonly string[] {
  const columns = desk.read(table).layout.columns as ReadonlyMap<string, number>;
  const place = columns.get(column) ?? -1;
  desk.service.batchUpdate(desk.spreadsheetId, {
    requests: [
      {
        updateCells: {
          range: {
            sheetId: SHEET_ID[table],
            startRowIndex: rowIndex,
            endRowIndex: rowIndex + 1,
            startColumnIndex: place,
            endColumnIndex: place + 1,
          },
          rows: [{ values: [text === '' ? {} : { userEnteredValue: { stringValue: text } }] }],
          fields: 'userEnteredValue',
        },
      },
    ],
  });
  const cell = { sheetId: SHEET_ID[table], row: rowIndex + 1, column: place + 1 };
  const result = desk.host.edited(ANNA, cell, { oldValue: null, value: text === '' ? null : text });
  expect(result?.log ?? []).toEqual([]);
  return result?.toasts ?? [];
}

const desks = new Map<Language, Desk>();

function deskIn(language: Language): Desk {
  const known = desks.get(language) ?? openDesk({ language });
  desks.set(language, known);
  if (known.rows('checkpoints').length === 0) known.append('checkpoints', [{ id: 'login', enabled: true }]);
  return known;
}

const WHAT_TO_WRITE = { en: 'Write for example', pl: 'Wpisz na przykład', uk: 'Напишіть, наприклад' };

describe.each(LANGUAGES)('in %s', (language) => {
  test.each([
    ['reminders', 'offset', 'soonish'],
    ['reminders', 'offset', '3 d'],
    ['reminders', 'condition', 'maybe'],
    ['checkpoints', 'moment', 'soonish'],
    ['checkpoints', 'condition', 'online'],
    ['checkpoints', 'condition', 'logged in = yes'],
    ['checkpoints', 'follow_after', '-3 h'],
  ] as const)('%s, %s: “%s” cannot be read, and what could is said', (table, column, text) => {
    const [toast = '', ...more] = typed(deskIn(language), table, column, text);
    expect(more).toEqual([]);
    expect(toast).toContain(text);
    expect(toast).toContain(WHAT_TO_WRITE[language]);
  });

  test.each([
    ['reminders', 'offset', '-3 d'],
    ['reminders', 'offset', 'next working morning'],
    ['reminders', 'offset', 'наступний робочий ранок'],
    ['reminders', 'offset', ''],
    ['reminders', 'condition', 'logowanie = nie'],
    ['reminders', 'condition', ''],
    ['reminders', 'step', 'soonish'],
    ['checkpoints', 'moment', 'poprzedni roboczy ranek'],
    ['checkpoints', 'condition', 'вхід'],
    ['checkpoints', 'follow_after', '12 h'],
    ['templates', 'notes', '{{ anything }}'],
    ['templates', 'body', 'Hello {{ person.name }}'],
  ] as const)('%s, %s: “%s” is let be', (table, column, text) => {
    expect(typed(deskIn(language), table, column, text)).toEqual([]);
  });

  test.each([
    ['a placeholder that nothing stands for', 'Hello {{ person.nmae }}', 'person.nmae'],
    ['a text that cannot be read', 'Hello\n{% if session.link %}', '{% if %}'],
  ])('%s is named with the template', (_, text, named) => {
    const desk = deskIn(language);
    const [toast = '', ...more] = typed(desk, 'templates', 'body', text);
    expect(more).toEqual([]);
    expect(toast).toContain(named);
    expect(toast).toContain(desk.rows('templates')[0]?.key ?? 'no key');
    typed(desk, 'templates', 'body', 'Hello');
  });
});

test('nothing is said of the subject when the text was edited', () => {
  const desk = openDesk();
  expect(typed(desk, 'templates', 'subject', '{{ nonsense }}')).toHaveLength(1);
  expect(typed(desk, 'templates', 'body', 'Sound.')).toEqual([]);
});

test('headings are no texts', () => {
  expect(typed(openDesk(), 'reminders', 'offset', 'soonish', 1)).toEqual([]);
});
