/** What the import says, on the command line and in the dialog. Language files: import-en.ts, import-pl.ts, import-uk.ts. */
import type { ImportField, ImportKind } from '../../core/import/fields';
import type { RowProblem } from '../../core/import/problem';

type Code = RowProblem['code'];

/** Counts of a plan, or of what has been done. */
export interface ImportCounts {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly duplicates: number;
  readonly bad: number;
  readonly idle: number;
}

/** The words of the page; each stands where `data-word` names it. */
export interface ImportPageWords {
  readonly title: string;
  readonly kind: string;
  readonly paste: string;
  readonly pasteHelp: string;
  readonly orFile: string;
  readonly fileHelp: string;
  readonly session: string;
  readonly sessionHelp: string;
  readonly noSession: string;
  readonly replace: string;
  readonly replaceHelp: string;
  readonly dates: string;
  readonly datesGuess: string;
  readonly dayFirst: string;
  readonly monthFirst: string;
  readonly whatWould: string;
  readonly look: string;
  readonly back: string;
  readonly columns: string;
  readonly columnsHelp: string;
  readonly column: string;
  readonly means: string;
  readonly example: string;
  readonly leaveOut: string;
  readonly firstRows: string;
  readonly doImport: string;
  readonly cancel: string;
  readonly close: string;
  readonly looking: string;
  readonly nothingPasted: string;
  readonly unreadableFile: string;
  readonly xlsxFile: string;
  readonly tooMany: string;
  readonly progress: string;
  cancelled(done: number, of: number): string;
  importing(done: number, of: number): string;
  more(count: number): string;
  busyImport(who: string): string;
  stayedBusy(done: number, of: number): string;
}

export interface ImportWords {
  readonly kinds: Readonly<Record<ImportKind, string>>;
  /** Fields that are no column of the tab. */
  readonly fields: Readonly<Partial<Record<ImportField, string>>>;
  /** @param field its label; @param found the cell */
  readonly problem: Readonly<Record<Code, (field: string, found: string) => string>>;
  row(number: number): string;
  /** Of a cell that was left out of a row that was taken. */
  leftOut(reason: string): string;
  /** Before: what would be done. */
  plan(kind: ImportKind, counts: ImportCounts): readonly string[];
  /** Afterwards. */
  done(counts: Pick<ImportCounts, 'added' | 'updated'>): string;
  readonly nothingToDo: string;
  kept(rows: number): string;
  ignored(columns: readonly string[]): string;
  doubtful(columns: readonly string[]): string;
  readonly noHeader: string;
  missingColumn(field: string): string;
  /** Of the tab, not of the file. */
  lostColumns(columns: readonly string[]): string;
  readonly ambiguousDates: string;
  readonly zoneColumn: string;
  readonly certainty: { readonly likely: string; readonly unknown: string };
  readonly page: ImportPageWords;
  readonly line: {
    readonly mapping: string;
    readonly badRows: string;
    ask(count: number): string;
    readonly notWritten: string;
    readonly giveYes: string;
    more(count: number): string;
    reading(file: string, rows: number, how: string): string;
  };
}
