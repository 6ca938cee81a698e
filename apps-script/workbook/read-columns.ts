/** Single columns of long tabs, in one call for all of them. */
import { type ColumnKey, FIRST_DATA_ROW, SHEET_ID, type TableKey } from '../../core/workbook/columns';
import type { GridRange } from '../../core/workbook/requests';
import type { TableLayout } from '../../core/workbook/table';
import type { WorkbookPort } from '../ports';
import { cellText } from './cell-text';

type AnyLayout = { readonly [T in TableKey]: TableLayout<T> }[TableKey];

export interface Wanted {
  readonly layout: AnyLayout;
  readonly columns: readonly string[];
}

/**
 * For each wanted tab its rows, as the texts of the wanted columns in their order; '' for a column that the tab lacks.
 */
export function readColumns(workbook: WorkbookPort, wanted: readonly Wanted[]): string[][][] {
  const grids = workbook.read(wanted.flatMap(({ layout, columns }) => rangesOf(layout, columns)));
  return wanted.map(({ layout, columns }) => {
    const found = columns.map((column) => {
      const place = placeOf(layout, column);
      const grid = grids.find(
        ({ sheetId, startColumn }) => sheetId === SHEET_ID[layout.table] && startColumn === place,
      );
      return place === undefined ? [] : (grid?.values ?? []);
    });
    const height = Math.max(0, ...found.map(({ length }) => length));
    return Array.from({ length: Math.max(0, height - FIRST_DATA_ROW) }, (_, index) =>
      found.map((values) => cellText(values[FIRST_DATA_ROW + index]?.[0])),
    );
  });
}

export function columnRanges<T extends TableKey>(
  layout: TableLayout<T>,
  columns: readonly ColumnKey<T>[],
): GridRange[] {
  return columns.flatMap((column) => rangeOf(layout.table, layout.columns.get(column)));
}

function rangesOf(layout: AnyLayout, columns: readonly string[]): GridRange[] {
  return columns.flatMap((column) => rangeOf(layout.table, placeOf(layout, column)));
}

function rangeOf(table: TableKey, place: number | undefined): GridRange[] {
  return place === undefined
    ? []
    : [{ sheetId: SHEET_ID[table], startColumnIndex: place, endColumnIndex: place + 1 }];
}

function placeOf(layout: AnyLayout, column: string): number | undefined {
  // Each layout has its own keys; any other is simply not there.
  return (layout.columns as ReadonlyMap<string, number>).get(column);
}
