/** The rows of every tab as the rules see them: typed by the columns, free of Google's cell values. */
import type { Instant } from '../time/instant';
import type { CellKind, COLUMNS, TableKey } from './columns';

/** A calendar day, `2026-11-21`. */
export type CalendarDay = string;

interface ValueOf {
  text: string;
  choice: string;
  list: readonly string[];
  datetime: Instant | null;
  date: CalendarDay | null;
  number: number | null;
  boolean: boolean;
}

type KindOf<T extends TableKey, K extends keyof (typeof COLUMNS)[T]> = (typeof COLUMNS)[T][K] & CellKind;

/** An empty cell is '' (text, choice), [] (list), null (datetime, date, number) or false (boolean). */
export type Row<T extends TableKey> = { readonly [K in keyof (typeof COLUMNS)[T]]: ValueOf[KindOf<T, K>] };

/** Some cells of a row, to be written. */
export type RowChange<T extends TableKey> = Partial<Row<T>>;

/** A row with its place at the moment of reading. The place is for writing back at once, never an identity. */
export interface PlacedRow<T extends TableKey> {
  /** From 0, as the Sheets API counts. */
  readonly rowIndex: number;
  readonly row: Row<T>;
}

/** What a cell can hold in values.get with UNFORMATTED_VALUE and SERIAL_NUMBER. */
export type CellScalar = string | number | boolean;
