/**
 * Finds a few rows in tabs that may be long: one call for the columns searched, one for the rows that matched.
 * Messages holds whole conversations; reading all of them to show one would be too much.
 */
import { type ColumnKey, SHEET_ID, type TableKey } from '../../core/workbook/columns';
import type { GridRange } from '../../core/workbook/requests';
import { readTable, type TableContext, type TableLayout } from '../../core/workbook/table';
import type { GridRead, WorkbookPort } from '../ports';
import { cellText } from './cell-text';
import type { OpenTable } from './read-tables';

export interface Search<T extends TableKey> {
  readonly layout: TableLayout<T>;
  readonly column: ColumnKey<T>;
  readonly value: string;
}

export function findRows<T extends TableKey>(
  workbook: WorkbookPort,
  searches: { readonly [K in T]: Search<K> },
  context: TableContext,
): { readonly [K in T]: OpenTable<K> } {
  const asked = Object.values(searches) as readonly Search<TableKey>[];
  const columns = workbook.read(asked.flatMap(columnRange));
  const rowsOf = new Map(asked.map((search) => [search.layout.table, matches(search, columns)]));
  const ranges = asked.flatMap(({ layout: { table } }) => rowRanges(table, rowsOf.get(table) ?? []));
  const rows = ranges.length === 0 ? [] : workbook.read(ranges);
  const found = asked.map((search) => [search.layout.table, openTable(search, rows, columns, context)]);
  // One entry for each search, made from its own table.
  return Object.fromEntries(found) as unknown as { readonly [K in T]: OpenTable<K> };
}

function columnRange({ layout, column }: Search<TableKey>): GridRange[] {
  const index = layout.columns.get(column);
  return index === undefined
    ? []
    : [{ sheetId: SHEET_ID[layout.table], startColumnIndex: index, endColumnIndex: index + 1 }];
}

function matches({ layout, value }: Search<TableKey>, columns: readonly GridRead[]): number[] {
  const cells = columns.find(({ sheetId }) => sheetId === SHEET_ID[layout.table])?.values ?? [];
  return cells.flatMap((row, index) => (cellText(row[0]) === value ? [index] : []));
}

/** Neighbouring rows in one range. */
function rowRanges(table: TableKey, rows: readonly number[]): GridRange[] {
  const ranges: { sheetId: number; startRowIndex: number; endRowIndex: number }[] = [];
  for (const row of rows) {
    const last = ranges[ranges.length - 1];
    if (last?.endRowIndex === row) last.endRowIndex = row + 1;
    else ranges.push({ sheetId: SHEET_ID[table], startRowIndex: row, endRowIndex: row + 1 });
  }
  return ranges;
}

/** A tab with just these rows filled, each where it stands. */
function openTable(
  { layout }: Search<TableKey>,
  rows: readonly GridRead[],
  columns: readonly GridRead[],
  context: TableContext,
): OpenTable<TableKey> {
  const sheetId = SHEET_ID[layout.table];
  const keyRow: unknown[] = [];
  for (const [key, place] of layout.columns) keyRow[place] = key;
  const values: (readonly unknown[])[] = [keyRow];
  for (const grid of rows) {
    if (grid.sheetId !== sheetId) continue;
    grid.values.forEach((row, index) => {
      values[grid.startRow + index] = row;
    });
  }
  const a1Sheet = [...rows, ...columns].find((grid) => grid.sheetId === sheetId)?.a1Sheet ?? '';
  return { ...readTable(layout.table, values, context), values, a1Sheet };
}
