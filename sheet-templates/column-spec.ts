/** What a tab and a column of the workbook look like, and who may write them. */
import type { Localized } from '../core/language';
import type { ColumnKey, TableKey } from '../core/workbook/columns';

export const OWNERS = ['person', 'bridge', 'script'] as const;

/** The only one that writes the column's cells. */
export type Owner = (typeof OWNERS)[number];

/** Another column of the workbook. */
type RangeSource = { [T in TableKey]: { readonly tab: T; readonly column: ColumnKey<T> } }[TableKey];

export interface Look {
  readonly width?: number;
  /** Columns for the programs only: kept, but not shown. */
  readonly hidden?: boolean;
  /** Long texts fold inside the cell; everything else is clipped at its edge. */
  readonly wrap?: boolean;
  readonly align?: 'LEFT' | 'CENTER' | 'RIGHT';
  /** Places after the decimal point of a number; none otherwise. */
  readonly decimals?: 1;
  /** Offers the values of another column in a drop-down list. */
  readonly from?: RangeSource;
}

/** Label and help text in each language. */
export type ColumnWords = Localized<readonly [label: string, help: string]>;

export interface ColumnSpec extends Look {
  readonly owner: Owner;
  readonly words: ColumnWords;
}

/** Every column of the tab, in the order in which people see them. */
type ColumnSpecs<T extends TableKey> = { readonly [K in ColumnKey<T>]: ColumnSpec };

export interface TabSpec<T extends TableKey> {
  readonly title: Localized;
  /** `#rrggbb`: tabs of one subject share a colour. */
  readonly colour: string;
  readonly columns: ColumnSpecs<T>;
}

const owned =
  (owner: Owner) =>
  (words: ColumnWords, look: Look = {}): ColumnSpec => ({ owner, words, ...look });

export const person = owned('person');
export const bridge = owned('bridge');
export const script = owned('script');

/** Tab colours by subject. */
export const TAB_COLOUR = {
  support: '#2563a8',
  mail: '#5b6b7b',
  training: '#2e7d4f',
  texts: '#8a5a00',
  team: '#6b4fa0',
  machine: '#9aa3ad',
} as const;
