/** The commands that a trainer's mail program of the demo offers: those of the letter's legend, in the trainer's language. */
import type { Language, Localized } from '../core/language';
import { type CommandName, commandShown } from '../core/trainer/command-words';

interface Offered {
  readonly name: CommandName;
  /** With which the demo fills it in. */
  readonly value?: Localized;
}

const OFFERED: readonly Offered[] = [
  { name: 'note' },
  { name: 'resolved' },
  { name: 'wait', value: { en: '3 days', pl: '3 dni', uk: '3 дні' } },
  { name: 'vendor' },
  { name: 'urgent' },
  { name: 'assign', value: { en: 'Lena', pl: 'Lena', uk: 'Lena' } },
];

export function commandLines(language: Language): readonly string[] {
  return OFFERED.map(({ name, value }) =>
    [commandShown(name, language), value?.[language]].filter((part) => part !== undefined).join(' '),
  );
}

/** The text with the command below those that stand on top already. A second press takes it away again. */
export function withCommand(text: string, command: string): string {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  const commands = end === -1 ? lines : lines.slice(0, end);
  const rest = end === -1 ? [] : lines.slice(end);
  const known = commands.indexOf(command);
  const wanted = known === -1 ? [...commands, command] : commands.filter((_, at) => at !== known);
  return [...wanted, ...(rest.length === 0 && wanted.length > 0 ? [''] : rest)].join('\n');
}
