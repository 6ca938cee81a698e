import { LANGUAGES } from '../../core/language';
import { COMMAND_NAMES, commandShown } from '../../core/trainer/command-words';
import { commandLegend } from '../../core/trainer/legend';
import { commandLines, withCommand } from '../../demo/commands';

describe('the commands that the trainer’s mail program offers', () => {
  it.each(LANGUAGES)('are commands of the letter’s legend, in %s', (language) => {
    const known = COMMAND_NAMES.map((name) => commandShown(name, language));
    const legend = commandLegend(language);
    for (const line of commandLines(language)) {
      const [word = ''] = line.split(' ');
      expect(known).toContain(word);
      expect(legend).toContain(word);
    }
    expect(commandLines(language)).toHaveLength(6);
  });
});

describe('a command', () => {
  it.each<[string, string, string, string]>([
    ['alone', '', '#resolved', '#resolved\n'],
    ['above the answer', 'Yes.\n\nOlena', '#resolved', '#resolved\nYes.\n\nOlena'],
    ['below those that stand there', '#urgent\nYes.', '#resolved', '#urgent\n#resolved\nYes.'],
    ['below one alone', '#urgent\n', '#resolved', '#urgent\n#resolved\n'],
    ['never below the words', 'Yes.\n#urgent', '#resolved', '#resolved\nYes.\n#urgent'],
  ])('is put %s', (_where, text, command, expected) => {
    expect(withCommand(text, command)).toBe(expected);
  });

  it('is taken away by the same button', () => {
    expect(withCommand('#urgent\n#resolved\nYes.', '#resolved')).toBe('#urgent\nYes.');
    expect(withCommand(withCommand('Yes.', '#note'), '#note')).toBe('Yes.');
  });
});
