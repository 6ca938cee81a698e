/** Wherever a cell takes one of a few words or names, people choose it from a list. */
import { CHOICE_OF, COLUMNS, type ColumnKey, TABLES, type TableKey } from '../../core/workbook/columns';
import { columnSpec } from '../../sheet-templates/tabs';
import { Workbook } from './workbook';

const workbook = new Workbook().setUp();

interface Rule {
  readonly type: string;
  readonly strict: boolean;
}

/** The rule of the column's first data cell. */
function listOf(tab: TableKey, column: string): Rule | null {
  const cells = workbook.cells(tab, 3);
  const place = cells[0]?.findIndex((cell) => cell.userEnteredValue?.stringValue === column) ?? -1;
  const rule = cells[2]?.[place]?.dataValidation;
  return rule ? { type: rule.condition?.type ?? '', strict: rule.strict ?? false } : null;
}

const choices = TABLES.flatMap((tab) =>
  Object.keys(CHOICE_OF[tab as keyof typeof CHOICE_OF] ?? {}).map((column) => [tab, column] as const),
);

const names = [
  ['tickets', 'assignee'],
  ['team', 'substitute'],
  ['sessions', 'trainer'],
  ['sessions', 'substitute'],
  ['rota', 'email'],
] as const satisfies readonly (readonly [TableKey, string])[];

const ticks = TABLES.flatMap((tab) =>
  Object.entries(COLUMNS[tab]).flatMap(([column, kind]) =>
    kind === 'boolean' ? [[tab, column] as const] : [],
  ),
);

test.each(choices)('%s.%s: a list of words, which takes other spellings too', (tab, column) => {
  expect(listOf(tab, column)).toEqual({ type: 'ONE_OF_LIST', strict: false });
});

test.each(names)('%s.%s: the names of the Team tab', (tab, column) => {
  expect(columnSpec(tab, column as ColumnKey<typeof tab>).from?.tab).toBe('team');
  expect(listOf(tab, column)).toEqual({ type: 'ONE_OF_RANGE', strict: false });
});

test.each(ticks)('%s.%s: a box to tick', (tab, column) => {
  expect(listOf(tab, column)?.type).toBe('BOOLEAN');
});
