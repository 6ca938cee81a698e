/** What the page and its server say to each other, as JSON. Rows and columns count from 0 here. */
import type { ReadChart } from '../xlsx/chart-data';

export interface WorkbookView {
  readonly title: string;
  readonly tabs: readonly TabView[];
}

export interface TabView {
  readonly sheetId: number;
  readonly title: string;
  /** `RRGGBB` */
  readonly color: string | null;
}

/** Everything of a tab but its cells. */
export interface SheetView {
  readonly sheetId: number;
  readonly title: string;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly gridLines: boolean;
  /** Pixels; 0 is hidden. One per column. */
  readonly columnWidths: readonly number[];
  /** Rows whose height is not the usual one: from, how many, pixels (0 is hidden). */
  readonly rowHeights: readonly (readonly [from: number, count: number, pixels: number])[];
  readonly charts: readonly ReadChart[];
  /** What of the tab this page cannot show, for people who look for it. */
  readonly notShown: readonly string[];
}

export interface Look {
  readonly background?: string;
  readonly color?: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly strike?: true;
  readonly underline?: true;
  readonly wrap?: true;
  readonly align?: 'left' | 'center' | 'right';
  /** Points, where it is not the usual 10. */
  readonly size?: number;
}

/** What a cell accepts. */
export type CellRule =
  | {
      readonly kind: 'list';
      readonly choices: readonly string[];
      readonly strict: boolean;
      readonly help: string;
    }
  | { readonly kind: 'checkbox' }
  | { readonly kind: 'other'; readonly help: string };

/** Short names: a window of rows holds thousands of these. */
export interface CellView {
  /** The text that is shown. */
  readonly t?: string;
  /** Index into `looks`. */
  readonly l?: number;
  /** Index into `rules`. */
  readonly r?: number;
  /** The text to edit, where it is not the shown one. */
  readonly e?: string;
  /** A note. */
  readonly n?: string;
  /** Computed by a pivot table: it cannot be edited. */
  readonly c?: true;
}

export interface RowsView {
  readonly sheetId: number;
  readonly from: number;
  readonly looks: readonly Look[];
  readonly rules: readonly CellRule[];
  /** One per row of the window that holds anything; short rows are empty to the right. */
  readonly rows: readonly (readonly CellView[])[];
}

export interface Place {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
}

export interface MenuView {
  readonly caption: string;
  readonly items: readonly { readonly caption: string; readonly functionName: string }[];
}

export interface PaneView {
  readonly title: string;
  /** Where the pane's page is served from, in a sandbox of its own. */
  readonly url: string;
  readonly width: number | null;
  readonly height: number | null;
}

/** What an execution left on the screen. */
export interface ScreenView {
  readonly sidebar: PaneView | null;
  readonly dialog: PaneView | null;
  readonly alerts: readonly string[];
  readonly toasts: readonly string[];
}

export type RefusedBecause =
  | 'not-in-list'
  | 'not-a-date'
  | 'not-a-number'
  | 'computed'
  | 'protected'
  | 'no-such-cell';

export type EditAnswer =
  | { readonly status: 'done'; readonly screen: ScreenView | null; readonly scriptError: string | null }
  | { readonly status: 'refused'; readonly because: RefusedBecause; readonly help: string }
  /** The cell is protected with a warning: ask, then send again with `confirmed`. */
  | { readonly status: 'confirm'; readonly description: string };

export interface EditRequest extends Place {
  readonly value: string;
  readonly confirmed?: boolean;
}

export interface MenuRequest {
  readonly functionName: string;
  readonly selection: Place;
}

export interface ScriptRequest extends MenuRequest {
  readonly args: readonly unknown[];
}

export type RunAnswer =
  | { readonly status: 'done'; readonly returned: unknown; readonly screen: ScreenView }
  | { readonly status: 'failed'; readonly message: string };

/** Messages to a page that embeds this one. */
export type EmbedEvent = { readonly type: 'selected'; readonly sheetId: number; readonly row: number };
