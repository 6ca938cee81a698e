/** What the page "Import rows" and the script say to each other. */
import type { DayOrderOfFile } from '../../core/import/day-order';
import type { ImportField, ImportKind } from '../../core/import/fields';
import type { SourceRow } from '../../core/import/source';

/** Rows that the dialog takes, and rows of one call: each call ends long before Google's six minutes. */
export const MOST_ROWS = 20_000;
export const ROWS_A_CALL = 1_000;

interface ImportWish {
  readonly kind: ImportKind;
  readonly rows: readonly SourceRow[];
  /** Of rows that name no session; '' for none. */
  readonly session: string;
  readonly replace: boolean;
}

export interface GivenColumn {
  readonly title: string;
  /** '' leaves the column out. */
  readonly field: ImportField | '';
}

export interface ImportStart {
  readonly sessions: readonly { readonly id: string; readonly label: string }[];
}

export interface ShownImport {
  readonly columns: readonly {
    readonly title: string;
    readonly field: ImportField | '';
    readonly certainty: 'given' | 'sure' | 'likely' | 'unknown';
    readonly sample: string;
  }[];
  /** What a column can mean, in words. */
  readonly fields: readonly { readonly field: ImportField; readonly label: string }[];
  readonly remarks: readonly string[];
  readonly counts: readonly string[];
  readonly firstRows: readonly {
    readonly number: number;
    readonly cells: readonly { readonly label: string; readonly text: string }[];
  }[];
  readonly problems: readonly { readonly number: number; readonly text: string; readonly refused: boolean }[];
  readonly moreProblems: number;
  /** Whether somebody must say which comes first, the day or the month. */
  readonly asksForDates: boolean;
  readonly dates: DayOrderOfFile;
  /** Numbers of the file's rows that are to be written, those of one row of the Sheet together. */
  readonly toDo: readonly (readonly number[])[];
  /** Nothing can be imported before a column is named, or before the tab has its columns back. */
  readonly lacking: boolean;
}

export type ImportOutcome =
  | { readonly state: 'written'; readonly added: number; readonly updated: number }
  /** The workbook is at work: to be tried again in some seconds. */
  | { readonly state: 'busy' }
  /** Somebody else imports. */
  | { readonly state: 'other'; readonly who: string }
  /** The tab cannot be imported into; why, in the firm's language. */
  | { readonly state: 'refused'; readonly why: string };

export interface ImportCalls {
  startImport: { readonly takes: object; readonly gives: ImportStart };
  previewImport: {
    readonly takes: ImportWish & {
      readonly dates: DayOrderOfFile | 'guess';
      /** What the person has chosen for columns; none at first. */
      readonly given: readonly GivenColumn[];
    };
    readonly gives: ShownImport;
  };
  importRows: {
    readonly takes: ImportWish & {
      /** Of this import as a whole: 32 hexadecimal digits. */
      readonly key: string;
      readonly columns: readonly GivenColumn[];
      readonly dates: DayOrderOfFile;
      /** With the last rows, or none when it was stopped: another import may begin. */
      readonly last: boolean;
    };
    readonly gives: ImportOutcome;
  };
}
