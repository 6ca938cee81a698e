/** What a colleague can write on the first lines of an answer, in two lines: the foot of every mail about a ticket. */
import type { Language, Localized } from '../language';
import { type CommandName, commandShown } from './command-words';

/** A command as the letter shows it, with what belongs behind it and what it means. */
interface Shown {
  readonly name: CommandName;
  readonly value?: string;
  readonly gloss?: string;
}

/** Those that are needed most days, each with a value that the reader of commands understands. */
const SHOWN: Localized<readonly Shown[]> = {
  en: [
    { name: 'note', gloss: 'for the team only' },
    { name: 'resolved' },
    { name: 'wait', value: '3 days' },
    { name: 'vendor', gloss: 'waiting for the vendor' },
    { name: 'urgent' },
    { name: 'assign', value: 'name' },
  ],
  pl: [
    { name: 'note', gloss: 'tylko dla zespołu' },
    { name: 'resolved' },
    { name: 'wait', value: '3 dni' },
    { name: 'vendor', gloss: 'czekamy na dostawcę' },
    { name: 'urgent' },
    { name: 'assign', value: 'imię' },
  ],
  uk: [
    { name: 'note', gloss: 'лише для колег' },
    { name: 'resolved' },
    { name: 'wait', value: '3 дні' },
    { name: 'vendor', gloss: 'чекаємо на постачальника' },
    { name: 'urgent' },
    { name: 'assign', value: 'ім’я' },
  ],
};

const WORDS: Localized<readonly [how: string, list: string]> = {
  en: [
    'To do more than answer, begin with commands, each on a line of its own, and write your answer below them.',
    'Commands:',
  ],
  pl: ['Odpowiedź możesz zacząć od poleceń: każde w osobnym wierszu, a treść pod nimi.', 'Polecenia:'],
  uk: ['Відповідь можна почати з команд: кожна в окремому рядку, а текст під ними.', 'Команди:'],
};

export function commandLegend(language: Language): string {
  const [how, list] = WORDS[language];
  const commands = SHOWN[language].map(({ name, value = '', gloss = '' }) => {
    const written = value === '' ? commandShown(name, language) : `${commandShown(name, language)} ${value}`;
    return gloss === '' ? written : `${written} (${gloss})`;
  });
  return `${how}\n${list} ${commands.join(', ')}.`;
}
