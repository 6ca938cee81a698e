import fc from 'fast-check';
import { LANGUAGES } from '../../core/language';
import { CHOICES, type ChoiceKey } from '../../core/workbook/choices';
import { choiceLabels, choiceWord, choiceWords, labelOfWord } from '../../sheet-templates/labels';

const KEYS = Object.keys(CHOICES) as ChoiceKey[];

describe.each(KEYS)('the words of %s', (key) => {
  test.each(LANGUAGES)('have labels in %s that differ from each other', (language) => {
    const labels = choiceLabels(key, language).map((label) => label.toLowerCase());
    expect(new Set(labels).size).toBe(choiceWords(key).length);
    expect(labels.every((label) => label.trim() === label && label.length > 0)).toBe(true);
  });

  test('are found again from any label, in any case and with any spaces', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...choiceWords(key)),
        fc.constantFrom(...LANGUAGES, null),
        fc.constantFrom('lower', 'upper', 'as is'),
        fc.constantFrom('', ' ', '  ', '\t', '\u00a0'),
        (word, language, letters, space) => {
          const shown = language === null ? word : labelOfWord(key, word, language);
          const cased = { lower: shown.toLowerCase(), upper: shown.toUpperCase(), 'as is': shown }[letters];
          expect(choiceWord(key, space + cased + space)).toEqual({ word, exact: true });
        },
      ),
    );
  });
});

test.each([
  ['status', 'Rozwiazane', 'resolved', true],
  ['status', 'ROZWIĄZANE', 'resolved', true],
  ['status', 'rozwiązzane', 'resolved', false],
  ['status', 'zamknite', 'closed', false],
  ['status', 'zamknięte.', 'closed', true],
  ['status', 'Вырішено', 'resolved', false],
  ['status', 'czeka na uczestnka', 'waiting_participant', false],
  ['status', 'waiting participant', 'waiting_participant', true],
  ['status', 'waiting_participant', 'waiting_participant', true],
  ['status', 'resovled', 'resolved', false],
  ['status', 'w  toku', 'open', true],
  ['priority', 'pilny', 'urgent', true],
  ['priority', 'Pilyn', 'urgent', false],
  ['priority', 'низький', 'low', true],
  ['yes_no', 'tak', 'yes', true],
  ['yes_no', 'ні', 'no', true],
  ['language', 'Українська', 'uk', true],
  ['language', 'uk', 'uk', true],
  ['role', 'trener', 'trainer', true],
  ['outbox_state', 'Wysłana', 'sent', true],
  ['outbox_state', 'Wysyłana', 'sending', true],
] as const)('%s: “%s” is read as %s (exact: %s)', (key, typed, word, exact) => {
  expect(choiceWord(key, typed)).toEqual({ word, exact });
});

test.each([
  ['status', ''],
  ['status', '   '],
  ['status', 'banana'],
  ['status', 'waiting for'],
  ['yes_no', 'n'],
  ['yes_no', 'nej'],
  ['priority', 'lew'],
] as const)('%s: “%s” is nobody’s guess', (key, typed) => {
  expect(choiceWord(key, typed)).toBeNull();
});

test('one slip anywhere in a long label is forgiven', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...choiceWords('status')),
      fc.constantFrom(...LANGUAGES),
      fc.nat(),
      (word, language, place) => {
        const label = labelOfWord('status', word, language);
        const at = place % label.length;
        const slipped = label.slice(0, at) + label.slice(at + 1);
        fc.pre(slipped.trim().length >= 8);
        expect(choiceWord('status', slipped)?.word).toBe(word);
      },
    ),
  );
});
