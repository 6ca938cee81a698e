/** What a person is shown before anything is written: the same on the command line and in the dialog. */

import { twoDigits } from '../time/civil';
import type { Instant } from '../time/instant';
import { civilAt } from '../time/zoned';
import type { ChoiceKey } from '../workbook/choices';
import { CHOICE_OF, COLUMNS } from '../workbook/columns';
import type { TableContext } from '../workbook/table';
import type { DayOrderOfFile } from './day-order';
import type { ImportField, ImportKind } from './fields';
import type { ImportPlan } from './plan-import';
import type { ImportColumn } from './recognise';

/** Each of the groups must be answered by one of its fields. */
const NEEDED: Readonly<Record<ImportKind, readonly (readonly ImportField[])[]>> = {
  sessions: [
    ['course', 'id'],
    ['starts_at', 'start_date', 'id'],
  ],
  participants: [['email']],
  activity: [
    ['email', 'name', 'last_name'],
    ['what', 'logged_in', 'opened_materials', 'joined', 'submitted', 'completed'],
  ],
};

/** Fields without which no row of the file can be imported, and that no column was recognised as. */
export function lackingFields(kind: ImportKind, columns: readonly ImportColumn[]): readonly ImportField[] {
  const mapped = new Set(columns.map(({ field }) => field));
  return NEEDED[kind].flatMap((group) => (group.some((field) => mapped.has(field)) ? [] : group.slice(0, 1)));
}

export interface Counts {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly duplicates: number;
  readonly idle: number;
  readonly bad: number;
}

export function countsOf(plan: ImportPlan<ImportKind>): Counts {
  return {
    added: plan.added.length,
    updated: plan.updated.length,
    unchanged: plan.unchanged.length,
    duplicates: plan.duplicates.length,
    idle: plan.idle.length,
    bad: plan.bad.length,
  };
}

/** Remarks that hold for the file as a whole, in the order of their weight. */
export type Remark =
  | { readonly code: 'lacking'; readonly field: ImportField }
  | { readonly code: 'ambiguous-dates' | 'no-header' | 'zone-column' }
  | { readonly code: 'doubtful' | 'ignored'; readonly columns: readonly string[] }
  | { readonly code: 'kept'; readonly rows: number };

export function remarksOn(
  kind: ImportKind,
  columns: readonly ImportColumn[],
  headerRow: number | null,
  dates: DayOrderOfFile,
  plan: ImportPlan<ImportKind>,
): readonly Remark[] {
  const titles = (certainty: ImportColumn['certainty']): readonly string[] =>
    columns.flatMap((column) =>
      column.certainty === certainty && column.sample !== '' ? [column.title] : [],
    );
  const [doubtful, ignored] = [titles('likely'), titles('unknown')];
  const isAmbiguous = plan.bad.some(({ problems }) => problems.some(({ code }) => code === 'ambiguous-date'));
  const hasZone = kind === 'sessions' && columns.some(({ field }) => field === 'zone');
  return [
    ...lackingFields(kind, columns).map((field): Remark => ({ code: 'lacking', field })),
    ...(dates === 'each' && isAmbiguous ? [{ code: 'ambiguous-dates' } as const] : []),
    ...(headerRow === null && columns.length > 0 ? [{ code: 'no-header' } as const] : []),
    ...(doubtful.length > 0 ? [{ code: 'doubtful', columns: doubtful } as const] : []),
    ...(ignored.length > 0 ? [{ code: 'ignored', columns: ignored } as const] : []),
    ...(plan.kept.length > 0 ? [{ code: 'kept', rows: plan.kept.length } as const] : []),
    ...(hasZone ? [{ code: 'zone-column' } as const] : []),
  ];
}

export interface ShownRow {
  readonly number: number;
  readonly cells: readonly { readonly column: string; readonly text: string }[];
}

/** The first rows of a plan as they will stand in the Sheet. */
export function firstRows<K extends ImportKind>(
  kind: K,
  { added, updated }: ImportPlan<K>,
  context: TableContext,
  most: number,
): readonly ShownRow[] {
  return [...added, ...updated]
    .sort((a, b) => (a.numbers[0] ?? 0) - (b.numbers[0] ?? 0))
    .slice(0, most)
    .map(({ numbers, row }) => ({
      number: numbers[0] ?? 0,
      cells: Object.keys(COLUMNS[kind]).flatMap((column) => {
        const value = (row as Readonly<Record<string, unknown>>)[column];
        return value === undefined ? [] : [{ column, text: shown(kind, column, value, context) }];
      }),
    }));
}

function shown(kind: ImportKind, column: string, value: unknown, context: TableContext): string {
  const choices: Readonly<Record<string, ChoiceKey>> = CHOICE_OF[kind as keyof typeof CHOICE_OF] ?? {};
  const choice = choices[column];
  if (choice !== undefined) return context.labelOf(choice, String(value));
  if (typeof value !== 'number') return String(value ?? '');
  // The numbers of these tabs are moments.
  const { year, month, day, hour, minute } = civilAt(value as Instant, context.zone, context.offset);
  return `${year}-${twoDigits(month)}-${twoDigits(day)} ${twoDigits(hour)}:${twoDigits(minute)}`;
}
