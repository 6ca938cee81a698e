/** Where each tab and column is, or will be once the plan is carried out. */
import type { Language } from '../../core/language';
import {
  type ColumnKey,
  FIRST_DATA_ROW,
  KEY_ROW,
  SHEET_ID,
  type TabKey,
  type TableKey,
} from '../../core/workbook/columns';
import { columnOrder, TAB_ORDER, tabTitle } from '../tabs';
import { type ExistingSheet, type ExistingWorkbook, isPrepared, sheetOf } from './existing';

export interface TabLayout<T extends TableKey = TableKey> {
  readonly tab: T;
  readonly sheetId: number;
  readonly title: string;
  /** The sheet as it was; null when setup adds it. */
  readonly sheet: ExistingSheet | null;
  readonly prepared: boolean;
  /** Index of every column of ours, present or new. */
  readonly columns: ReadonlyMap<ColumnKey<T>, number>;
  /** New columns, side by side from `addedAt`. */
  readonly added: readonly ColumnKey<T>[];
  readonly addedAt: number;
  /** How wide the grid is after the new columns. */
  readonly width: number;
}

export function layOut<T extends TableKey>(workbook: ExistingWorkbook, tab: T, title: string): TabLayout<T> {
  const sheet = sheetOf(workbook, tab);
  const prepared = sheet !== null && isPrepared(sheet);
  const keys = (sheet?.rows[KEY_ROW] ?? []).map((key) => String(key ?? '').trim());
  const columns = new Map<ColumnKey<T>, number>();
  for (const column of columnOrder(tab)) {
    const index = keys.indexOf(column);
    if (index >= 0) columns.set(column, index);
  }
  const added = columnOrder(tab).filter((column) => !columns.has(column));
  // Of a prepared tab we have read the headings only, so nothing but the edge of the grid is surely free.
  const addedAt = prepared
    ? sheet.columnCount
    : Math.max(0, ...(sheet?.rows ?? []).map((row) => lastFilled(row) + 1));
  added.forEach((column, i) => {
    columns.set(column, addedAt + i);
  });
  const width = Math.max(sheet?.columnCount ?? 0, added.length > 0 ? addedAt + added.length : 0);
  return { tab, sheetId: SHEET_ID[tab], title, sheet, prepared, columns, added, addedAt, width };
}

export function columnIndex<T extends TableKey>(layout: TabLayout<T>, column: ColumnKey<T>): number {
  const index = layout.columns.get(column);
  if (index === undefined) throw new RangeError(`tab ${layout.tab} has no place for column ${column}`);
  return index;
}

/** Titles of our tabs: as people named them, and for new tabs ours, made unlike every title in use. */
export function tabTitles(workbook: ExistingWorkbook, language: Language): ReadonlyMap<TabKey, string> {
  // Google compares titles without case.
  const used = new Set(workbook.sheets.map((sheet) => sheet.title.toLowerCase()));
  const titles = new Map<TabKey, string>();
  for (const tab of TAB_ORDER) {
    const sheet = sheetOf(workbook, tab);
    const wanted = tabTitle(tab)[language];
    let title = sheet?.title ?? wanted;
    for (let n = 2; sheet === null && used.has(title.toLowerCase()); n++) title = `${wanted} (${n})`;
    used.add(title.toLowerCase());
    titles.set(tab, title);
  }
  return titles;
}

export function titleOf(titles: ReadonlyMap<TabKey, string>, tab: TabKey): string {
  const title = titles.get(tab);
  if (title === undefined) throw new RangeError(`tab ${tab} has no title`);
  return title;
}

/** Whether a tab that setup has not prepared yet, and therefore read whole, holds rows of somebody's. */
export function hasData<T extends TableKey>(layout: TabLayout<T>): boolean {
  return (layout.sheet?.rows ?? []).slice(FIRST_DATA_ROW).some((row) => lastFilled(row) >= 0);
}

function lastFilled(row: readonly unknown[]): number {
  for (let i = row.length - 1; i >= 0; i--)
    if (row[i] !== null && row[i] !== undefined && row[i] !== '') return i;
  return -1;
}
