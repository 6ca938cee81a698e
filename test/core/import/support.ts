/** A pasted text taken through recognition and planning, as both the command line and the dialog do. */
import { readDelimited } from '../../../core/import/delimited';
import type { ImportField, ImportKind } from '../../../core/import/fields';
import type { ImportOptions } from '../../../core/import/import-world';
import {
  fileDayOrder,
  type ImportPlan,
  type ImportSheet,
  planImport,
} from '../../../core/import/plan-import';
import { recogniseTable } from '../../../core/import/recognise';
import type { SourceRow } from '../../../core/import/source';
import { type Instant, instant, zone } from '../../../core/time/instant';
import { COLUMNS, FIRST_DATA_ROW } from '../../../core/workbook/columns';
import type { Row, RowChange } from '../../../core/workbook/rows';
import { readLayout, type TableContext } from '../../../core/workbook/table';
import { intlOffset } from '../../../mail-bridge/clock/intl-offset';
import { importLabels } from '../../../sheet-templates/import-labels';
import { choiceWord, labelOfWord } from '../../../sheet-templates/labels';

export const CONTEXT: TableContext = {
  zone: zone('Europe/Warsaw'),
  offset: intlOffset(),
  wordOf: (choice, typed) => choiceWord(choice, typed)?.word ?? null,
  labelOf: (choice, word) => labelOfWord(choice, word, 'en'),
};

export const at = (iso: string): Instant => instant(Date.parse(iso));

const EMPTY = { text: '', choice: '', list: [], datetime: null, date: null, number: null, boolean: false };

export function fullRow<K extends ImportKind>(kind: K, cells: RowChange<K>): Row<K> {
  const kinds: Readonly<Record<string, keyof typeof EMPTY>> = COLUMNS[kind];
  const blank = Object.fromEntries(Object.entries(kinds).map(([column, cell]) => [column, EMPTY[cell]]));
  // Every column of the table, each with a value of its kind.
  return { ...blank, ...cells } as unknown as Row<K>;
}

export type Cells = { readonly [K in ImportKind]?: readonly RowChange<K>[] };

export function sheetOf<K extends ImportKind>(kind: K, cells: Cells): ImportSheet<K> {
  const rowsOf = <T extends ImportKind>(table: T): Row<T>[] => {
    // What the key names; tsc loses the tie between key and value.
    const given = (cells[table] ?? []) as readonly RowChange<T>[];
    return given.map((row) => fullRow(table, row));
  };
  return {
    sessions: rowsOf('sessions'),
    participants: rowsOf('participants'),
    target: {
      layout: readLayout(kind, Object.keys(COLUMNS[kind])),
      rows: rowsOf(kind).map((row, index) => ({ rowIndex: index + FIRST_DATA_ROW, row })),
      problems: [],
    },
  };
}

export interface Given {
  readonly sheet?: Cells;
  readonly options?: Partial<ImportOptions>;
  readonly map?: ReadonlyMap<string, ImportField | null>;
}

export function planRows<K extends ImportKind>(
  kind: K,
  table: readonly SourceRow[],
  { sheet = {}, options = {}, map = new Map() }: Given = {},
): ImportPlan<K> & { readonly columns: readonly (readonly [string, string | null, string])[] } {
  const { columns, rows } = recogniseTable(kind, table, importLabels(kind), map);
  const plan = planImport({
    kind,
    columns,
    rows,
    options: { sessionId: null, replace: false, dates: fileDayOrder(columns, rows), ...options },
    sheet: sheetOf(kind, sheet),
    context: CONTEXT,
  });
  return { ...plan, columns: columns.map(({ title, field, certainty }) => [title, field, certainty]) };
}

export function planText<K extends ImportKind>(
  kind: K,
  text: string,
  given: Given = {},
): ReturnType<typeof planRows<K>> {
  return planRows(kind, readDelimited(text).rows, given);
}
