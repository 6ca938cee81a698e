/** Reads commands as a trainer of the small firm writes them. */
import { readTeam } from '../../../core/assignment/colleagues';
import { type CommandFacts, readCommands } from '../../../core/trainer/commands';
import { choiceWord } from '../../../sheet-templates/labels';
import { member, TEAM, TEMPLATES, TODAY, TOM } from './desk';

const ANNAS = [
  ...TEAM,
  member({ email: 'anna.k@firm.test', name: 'Anna Król' }, 'support'),
  member({ email: 'anna.b@firm.test', name: 'Anna Bąk' }, 'support'),
];
const reading = readTeam(ANNAS, TODAY, () => null);
export const NAMES = reading.colleagues
  .filter(({ presence }) => presence.kind !== 'left')
  .map(({ name }) => name);

const FACTS: CommandFacts = {
  self: TOM.name,
  who: reading.who,
  names: NAMES,
  templates: TEMPLATES,
  readChoice: choiceWord,
  today: TODAY,
  may: () => true,
};
export const commands = (text: string, over: Partial<CommandFacts> = {}) =>
  readCommands(text, { ...FACTS, ...over });
export const orders = (text: string): string => {
  const { orders: found, faults } = commands(text);
  return [...found.map(({ cell, to }) => `${cell}=${to}`), ...faults.map(({ kind }) => `!${kind}`)].join(' ');
};
