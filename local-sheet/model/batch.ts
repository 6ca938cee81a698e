/**
 * One transaction over a workbook. Requests are applied one after the other to the batch; if one throws, the
 * batch is dropped and the workbook is what it was.
 *
 * The arrays of rows are copied once per sheet and batch, then changed in place: copying 50,000 pointers takes
 * tens of microseconds, copying them for every request of a large batch would not.
 */
import { badRequest } from './area';
import { nextId } from './ids';
import type { Row, SheetState, SpreadsheetState } from './state';

export class Batch {
  #state: SpreadsheetState;
  readonly #ownedRows = new Set<readonly (Row | undefined)[]>();

  constructor(state: SpreadsheetState) {
    this.#state = state;
  }

  get state(): SpreadsheetState {
    return this.#state;
  }

  /** Google takes an absent sheetId for 0, the id of a spreadsheet's first sheet (proto3 default). */
  sheet(sheetId: number | null | undefined): SheetState {
    const found = this.#state.sheets.find((sheet) => sheet.sheetId === (sheetId ?? 0));
    if (found === undefined) throw badRequest(`No grid with id: ${sheetId ?? 0}`);
    return found;
  }

  change(changes: Partial<SpreadsheetState>): void {
    this.#state = { ...this.#state, ...changes };
  }

  changeSheet(sheetId: number, changes: Partial<Omit<SheetState, 'sheetId'>>): SheetState {
    const next = { ...this.sheet(sheetId), ...changes };
    this.change({ sheets: this.#state.sheets.map((sheet) => (sheet.sheetId === sheetId ? next : sheet)) });
    return next;
  }

  /** The rows of a sheet, the caller's to change in place until the batch ends. */
  rows(sheetId: number): (Row | undefined)[] {
    const { rows } = this.sheet(sheetId);
    // The set holds only arrays that this class made mutable, so dropping `readonly` is sound.
    if (this.#ownedRows.has(rows)) return rows as (Row | undefined)[];
    const copy = rows.slice();
    this.#ownedRows.add(copy);
    this.changeSheet(sheetId, { rows: copy });
    return copy;
  }

  mintId(taken: (id: number) => boolean): number {
    const { id, seed } = nextId(this.#state.idSeed, taken);
    this.change({ idSeed: seed });
    return id;
  }
}
