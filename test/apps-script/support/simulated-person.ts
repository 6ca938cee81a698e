/**
 * Somebody at the sheet who does everything that people do to a table: sorts, filters, pastes, deletes, duplicates,
 * misspells, edits numbers, files tickets by hand, and undoes. All of it fires no trigger, as a paste or an edit that
 * Google dropped.
 *
 * Each row gets a mark in a column of the firm's own, which no program writes: by it the test knows which row is
 * which whatever has become of its number.
 */

import { cellText } from '../../../apps-script/workbook/cell-text';
import { type ColumnKey, FIRST_DATA_ROW, SHEET_ID, type TableKey } from '../../../core/workbook/columns';
import type { Desk } from './desk';

export const COLLEAGUES = ['Lena Wrona', 'Adam Lis', 'Berta Mak'] as const;

/** Anything that a person writes into these cells: right, in another language, misspelt, or nonsense. */
const WORDS: Readonly<Partial<Record<ColumnKey<'tickets'>, readonly string[]>>> = {
  status: [
    'Open',
    'Resolved',
    'rozwiązane',
    'Вирішено',
    'Waitng for vendor',
    'on hold',
    'banana',
    '',
    'Closed',
    'NEW',
    'Spam',
  ],
  priority: ['High', 'pilny', 'lwo', 'Звичайний', 'asap', ''],
  category: ['Login', 'Faktura', 'Звук і зображення', 'invoce', 'something else', ''],
  assignee: ['lena', 'Adam Lis', 'berta.mak@firm.example', 'Brta Mak', 'Gustaw', ''],
  tags: ['vip', 'vip, refund', ''],
  language: ['Polish', 'uk', 'angielski', 'Klingon'],
};

export type Dice = (sides: number) => number;

/** A row as the person saw it, with the columns of the programs. */
type Cells = readonly unknown[];

export class SimulatedPerson {
  readonly #deleted: Cells[] = [];
  #places: readonly string[] | null = null;
  #phoned = 0;
  #marked = 0;
  readonly #markColumn: number;

  constructor(
    private readonly desk: Desk,
    private readonly dice: Dice,
    /** Told the key of every row of Problems that the person has read and cleared. */
    private readonly acknowledge: (key: string) => void,
  ) {
    this.#markColumn = Math.max(...desk.read('tickets').layout.columns.values()) + 1;
    this.#batch([
      { appendDimension: { sheetId: SHEET_ID.tickets, dimension: 'COLUMNS', length: 1 } },
      this.#put(1, this.#markColumn, 'Our mark'),
    ]);
    this.markNewRows();
  }

  /** Every row that has no mark yet gets one. */
  markNewRows(): void {
    const requests: object[] = [];
    this.#grid().forEach((row, rowIndex) => {
      if (rowIndex < FIRST_DATA_ROW || cellText(row[this.#markColumn]) !== '' || !isFilled(row)) return;
      this.#marked++;
      requests.push(this.#put(rowIndex, this.#markColumn, `mark ${this.#marked}`));
    });
    this.#batch(requests);
  }

  /** Mark → the row, as its cells stand. */
  marks(): ReadonlyMap<string, { readonly rowIndex: number; readonly cells: Cells }> {
    const rows = this.#grid().map((cells, rowIndex) => ({ cells, rowIndex }));
    return new Map(
      rows
        .slice(FIRST_DATA_ROW)
        .filter(({ cells }) => isFilled(cells))
        .map((row) => [cellText(row.cells[this.#markColumn]), row]),
    );
  }

  cell(cells: Cells, key: ColumnKey<'tickets'>): string {
    return cellText(cells[this.#column(key)]);
  }

  /** Does one of these things, and says what. Columns stay where they are while a program is at work. */
  act(during: 'no program at work' | 'a tick'): string {
    const deeds: readonly (readonly [weight: number, deed: () => string])[] = [
      [14, () => this.#typeWord()],
      [6, () => this.#pasteDown()],
      [8, () => this.#sort()],
      [2, () => this.#filter()],
      [3, () => this.#insertRows()],
      [3, () => this.#deleteRow()],
      [4, () => this.#undoDeletion()],
      [3, () => this.#duplicate()],
      [4, () => this.#settleDuplicate()],
      [4, () => this.#editNumber()],
      [3, () => this.#phoneTicket()],
      [2, () => this.#clearProblems()],
      [during === 'a tick' ? 0 : 1, () => this.#moveColumn()],
    ];
    let left = this.dice(deeds.reduce((sum, [weight]) => sum + weight, 0));
    for (const [weight, deed] of deeds) {
      left -= weight;
      if (left < 0) return deed();
    }
    return 'nothing';
  }

  #typeWord(): string {
    const keys = Object.keys(WORDS) as (keyof typeof WORDS)[];
    const key = this.#one(keys);
    const place = this.#anyRow();
    if (key === undefined || place === null) return 'nothing';
    const word = this.#one(WORDS[key] ?? []) ?? '';
    this.#batch([this.#put(place, this.#column(key), word)]);
    return `types “${word}” into ${key} of row ${place + 1}`;
  }

  #pasteDown(): string {
    const from = this.#anyRow();
    const key = this.#one(['status', 'priority', 'assignee', 'tags'] as const);
    if (from === null || key === undefined) return 'nothing';
    const word = this.#one(WORDS[key] ?? []) ?? '';
    const last = Math.min(this.#grid().length, from + 2 + this.dice(4));
    const rows = Array.from({ length: last - from }, (_, index) => from + index);
    this.#batch(rows.map((row) => this.#put(row, this.#column(key), word)));
    return `pastes “${word}” into ${key} of ${rows.length} rows`;
  }

  #sort(): string {
    const key = this.#one(['subject', 'created_at', 'status', 'assignee', 'requester_email'] as const);
    if (key === undefined) return 'nothing';
    const sortOrder = this.dice(2) === 0 ? 'ASCENDING' : 'DESCENDING';
    const range = { sheetId: SHEET_ID.tickets, startRowIndex: FIRST_DATA_ROW };
    this.#batch([{ sortRange: { range, sortSpecs: [{ dimensionIndex: this.#column(key), sortOrder }] } }]);
    return `sorts by ${key}`;
  }

  #filter(): string {
    const range = { sheetId: SHEET_ID.tickets, startRowIndex: 1 };
    const filterCriteria = { hiddenValues: ['Closed', 'Spam'] };
    const filterSpecs = [{ columnIndex: this.#column('status'), filterCriteria }];
    this.#batch([{ setBasicFilter: { filter: { range, filterSpecs } } }]);
    return 'hides what is closed';
  }

  #insertRows(): string {
    const place = this.#anyRow();
    if (place === null) return 'nothing';
    const range = { sheetId: SHEET_ID.tickets, dimension: 'ROWS', startIndex: place, endIndex: place + 2 };
    this.#batch([{ insertDimension: { range, inheritFromBefore: false } }]);
    return `inserts two rows above row ${place + 1}`;
  }

  #deleteRow(): string {
    const place = this.#anyRow();
    const cells = place === null ? undefined : this.#grid()[place];
    if (place === null || !cells) return 'nothing';
    this.#deleted.push(cells);
    this.#batch([rowDeletion(place)]);
    return `deletes row ${place + 1}`;
  }

  #undoDeletion(): string {
    const cells = this.#deleted.pop();
    if (!cells) return 'nothing';
    this.#append(cells);
    return `brings the row of ${this.cell(cells, 'subject')} back`;
  }

  #duplicate(): string {
    const place = this.#anyRow();
    const cells = place === null ? undefined : this.#grid()[place];
    if (place === null || !cells) return 'nothing';
    const copy = Array.from(cells);
    this.#marked++;
    copy[this.#markColumn] = `mark ${this.#marked}`;
    this.#append(copy);
    return `copies row ${place + 1} to the end`;
  }

  /** Deletes one of two rows with the same number, or empties its number and makes it a ticket of its own. */
  #settleDuplicate(): string {
    const seen = new Set<string>();
    const grid = this.#grid();
    for (let place = FIRST_DATA_ROW; place < grid.length; place++) {
      const id = this.cell(grid[place] ?? [], 'id');
      if (id === '') continue;
      if (!seen.has(id)) {
        seen.add(id);
        continue;
      }
      const deletes = this.dice(2) === 0;
      this.#batch([deletes ? rowDeletion(place) : this.#put(place, this.#column('id'), '')]);
      return `${deletes ? 'deletes' : 'empties the number of'} the copy in row ${place + 1}`;
    }
    return 'nothing';
  }

  #editNumber(): string {
    const place = this.#anyRow();
    const other = this.#anyRow();
    if (place === null || other === null) return 'nothing';
    const grid = this.#grid();
    const own = this.cell(grid[place] ?? [], 'id');
    const typed =
      this.#one(['', own.toLowerCase(), `${own}X`, this.cell(grid[other] ?? [], 'id'), ` ${own} `]) ?? '';
    this.#batch([this.#put(place, this.#column('id'), typed)]);
    return `makes “${typed}” of the number ${own}`;
  }

  #phoneTicket(): string {
    this.#phoned++;
    this.#marked++;
    const cells: unknown[] = [];
    cells[this.#column('subject')] = `Phone call ${this.#phoned}`;
    cells[this.#column('requester_name')] = `Caller ${this.#phoned}`;
    cells[this.#markColumn] = `mark ${this.#marked}`;
    this.#append(cells);
    return `files phone call ${this.#phoned}`;
  }

  #clearProblems(): string {
    for (const { key } of this.desk.rows('problems')) this.acknowledge(key);
    this.desk.emptyTable('problems');
    return 'clears the Problems tab';
  }

  #moveColumn(): string {
    // Columns before the first of ours that is hidden: as people see them.
    const from = this.#column('tags');
    const to = this.#column('subject');
    const source = { sheetId: SHEET_ID.tickets, dimension: 'COLUMNS', startIndex: from, endIndex: from + 1 };
    this.#batch([{ moveDimension: { source, destinationIndex: to } }]);
    this.#places = null;
    // What was deleted was seen in the old order.
    this.#deleted.length = 0;
    return 'moves a column';
  }

  #one<T>(list: readonly T[]): T | undefined {
    return list[this.dice(list.length)];
  }

  /** Of a row that holds something. */
  #anyRow(): number | null {
    const places = this.#grid().flatMap((row, index) =>
      index >= FIRST_DATA_ROW && isFilled(row) ? [index] : [],
    );
    return this.#one(places) ?? null;
  }

  #append(cells: Cells): void {
    const values = Array.from(cells, (value) => cellOf(value));
    this.#batch([
      { appendCells: { sheetId: SHEET_ID.tickets, rows: [{ values }], fields: 'userEnteredValue' } },
    ]);
  }

  #put(rowIndex: number, column: number, text: string): object {
    const range = {
      sheetId: SHEET_ID.tickets,
      startRowIndex: rowIndex,
      endRowIndex: rowIndex + 1,
      startColumnIndex: column,
      endColumnIndex: column + 1,
    };
    return { updateCells: { range, rows: [{ values: [cellOf(text)] }], fields: 'userEnteredValue' } };
  }

  /** Nobody else moves columns. */
  #column(key: ColumnKey<'tickets'>): number {
    this.#places ??= this.#grid()[0]?.map(cellText) ?? [];
    const place = this.#places.indexOf(key);
    if (place < 0) throw new Error(`Tickets has no column ${key}`);
    return place;
  }

  #grid(): readonly Cells[] {
    return gridOf(this.desk, 'tickets');
  }

  #batch(requests: readonly object[]): void {
    if (requests.length > 0)
      this.desk.service.batchUpdate(this.desk.spreadsheetId, { requests: [...requests] });
  }
}

function rowDeletion(place: number): object {
  const range = { sheetId: SHEET_ID.tickets, dimension: 'ROWS', startIndex: place, endIndex: place + 1 };
  return { deleteDimension: { range } };
}

function cellOf(value: unknown): object {
  if (value === undefined || value === null || value === '') return {};
  if (typeof value === 'number') return { userEnteredValue: { numberValue: value } };
  return { userEnteredValue: { stringValue: cellText(value) } };
}

function isFilled(row: Cells): boolean {
  return row.some((value) => cellText(value) !== '');
}

export function gridOf(desk: Desk, table: TableKey): readonly Cells[] {
  const answer = desk.service.values.batchGetByDataFilter(desk.spreadsheetId, {
    dataFilters: [{ gridRange: { sheetId: SHEET_ID[table] } }],
    valueRenderOption: 'UNFORMATTED_VALUE',
    dateTimeRenderOption: 'SERIAL_NUMBER',
  });
  return answer.valueRanges?.[0]?.valueRange?.values ?? [];
}
