/** What is wrong on the Team tab, for the Problems tab. */
import type { Language, Localized } from '../language';
import type { Instant } from '../time/instant';
import type { Row } from '../workbook/rows';
import type { TableRead } from '../workbook/table';
import { nameOf } from './colleagues';

/** Told, because such a colleague may do little and gets few tickets, and nobody would know why. */
export function misreadRoles(
  { rows, problems }: Pick<TableRead<'team'>, 'rows' | 'problems'>,
  now: Instant,
  language: Language,
): Row<'problems'>[] {
  return problems.flatMap(({ column, rowIndex, found }) => {
    const placed = rows.find((each) => each.rowIndex === rowIndex);
    if (column !== 'role' || !placed) return [];
    const name = nameOf(placed.row);
    return [
      { key: `team:role:${name}:${found}`, at: now, tab: 'team', row: name, ...WORDS[language](name, found) },
    ];
  });
}

const WORDS: Localized<(name: string, found: string) => { readonly what: string; readonly todo: string }> = {
  en: (name, found) => ({
    what: `The Team tab gives ${name} the role “${found}”, which we do not know. Until it is corrected, ${name} has the rights of a trainer.`,
    todo: 'Choose a role from the list.',
  }),
  pl: (name, found) => ({
    what: `Na karcie Zespół przy „${name}” stoi rola „${found}”, której nie znamy. Do czasu poprawki ta osoba ma uprawnienia trenera.`,
    todo: 'Wybierz rolę z listy.',
  }),
  uk: (name, found) => ({
    what: `На вкладці «Команда» для «${name}» вказано роль «${found}», якої ми не знаємо. Доки її не виправлено, ця людина має права тренера.`,
    todo: 'Виберіть роль зі списку.',
  }),
};
