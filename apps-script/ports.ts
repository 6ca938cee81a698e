/**
 * What the tracker needs of Google, in its own words. google.ts is the only file that answers with Google's
 * services; everything else gets these interfaces as arguments.
 */
import type { Language } from '../core/language';
import type { Clock, Zone, ZoneOffset } from '../core/time/instant';
import type { GridRange } from '../core/workbook/requests';
import type { SpreadsheetSnapshot } from '../sheet-templates/setup/existing';

/** A request of spreadsheets.batchUpdate. The rules plan some kinds, setup plans more. */
export type BatchRequest = object;

/** The cells of one range as values.batchGetByDataFilter gives them: short rows, no trailing blanks. */
export interface GridRead {
  readonly sheetId: number;
  /** Where `values` begins, as asked for. */
  readonly startRow: number;
  readonly startColumn: number;
  /** The tab's present name, quoted as A1 notation wants it. */
  readonly a1Sheet: string;
  readonly values: readonly (readonly unknown[])[];
}

/** A cell as it stands right after our write, told by the very response of that write. */
export interface CellAfterWrite {
  readonly sheetId: number;
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly text: string;
}

export interface WorkbookPort {
  /** Where a person opens that tab, at that row (from 0). */
  address(sheetId: number, rowIndex: number): string;
  /** The spreadsheet's zone: date-time serials are wall clock there. */
  zone(): Zone;
  /** One call, whatever the number of ranges. UNFORMATTED_VALUE and SERIAL_NUMBER. */
  read(ranges: readonly GridRange[]): readonly GridRead[];
  /** One atomic spreadsheets.batchUpdate. */
  write(requests: readonly BatchRequest[]): void;
  /** The same, and reads single-column A1 ranges in the same atomic step. */
  writeAndRead(requests: readonly BatchRequest[], a1Ranges: readonly string[]): readonly CellAfterWrite[];
  /** spreadsheets.get: as much of the resource as the field mask asks for. */
  describe(fields: string): SpreadsheetSnapshot;
}

/** Excludes other executions of this script on this document; it cannot exclude the bridge. */
export interface LockPort {
  /** Runs `work` alone. Null when another execution kept the lock all that time, and `work` did not run. */
  alone<T>(waitMs: number, work: () => T): { readonly result: T } | null;
}

/** Small texts that outlive an execution, kept with the document. */
export interface MemoryPort {
  /** Everything at once, in one call. */
  all(): Readonly<Record<string, string>>;
  get(key: string): string | null;
  set(key: string, value: string): void;
  forget(key: string): void;
}

/** What executions without an open spreadsheet know of this script: the add-on in Gmail. */
export interface RegistryPort {
  /** Writes down which spreadsheet this is, unless it stands there already. */
  keep(): void;
}

/** Small texts that are forgotten after a while, and may be at any moment: for what is nice to know, never for what counts. */
export interface ShortMemoryPort {
  /** @param seconds at most 21,600 */
  put(key: string, value: string, seconds: number): void;
  /** Those that are still known, in one call. */
  getAll(keys: readonly string[]): Readonly<Record<string, string>>;
}

export interface MenuEntry {
  readonly caption: string;
  readonly functionName: string;
}

export interface DialogSize {
  readonly width: number;
  readonly height: number;
}

export interface ScreenPort {
  /** Whether the script runs for somebody who has the spreadsheet open. Visitors of a published page have not. */
  isOpen(): boolean;
  /** @param seconds how long it stays in the corner; five unless said otherwise */
  toast(text: string, title: string, seconds?: number): void;
  /** A box to be closed by the person; where nobody can be asked (the script editor), a toast. */
  alert(title: string, text: string): void;
  menu(caption: string, entries: readonly MenuEntry[]): void;
  sidebar(file: string, title: string): void;
  /** A window over the spreadsheet, which waits until it is closed. Size in pixels; small screens get less. */
  dialog(file: string, title: string, size: DialogSize): void;
  /** Where the person stands in the spreadsheet. Row from 0, as the Sheets API counts. */
  selection(): { readonly sheetId: number; readonly rowIndex: number } | null;
}

export interface TriggerPort {
  /** Ids of this user's clock triggers that run the function. Google hides other users' triggers. */
  clockTriggers(functionName: string): readonly string[];
  everyMinutes(functionName: string, minutes: 1 | 5 | 10 | 15 | 30): void;
  remove(ids: readonly string[]): void;
}

export interface Services {
  readonly clock: Clock;
  readonly offset: ZoneOffset;
  readonly workbook: WorkbookPort;
  readonly lock: LockPort;
  readonly memory: MemoryPort;
  readonly registry: RegistryPort;
  readonly shortMemory: ShortMemoryPort;
  readonly screen: ScreenPort;
  readonly triggers: TriggerPort;
  /** 32 bytes that follow from the text, and that nobody foresees who cannot open this workbook. */
  digest(text: string): ArrayLike<number>;
  /** The person at the keyboard; '' where Google does not tell. */
  userEmail(): string;
  /** The language the person uses Google in, where it is one of ours. */
  userLanguage(): Language | null;
}
