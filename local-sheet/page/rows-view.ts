/** A window of rows as the page draws it. */
import type { SheetsService } from '../contract';
import type { CellData, Rectangle, Scalar, Sheet } from '../xlsx/grid';
import { a1Range, cellAt, columnLetters, quotedTitle, scalarOf, shownText, titleOf } from '../xlsx/grid';
import { pivotAreas } from '../xlsx/pivot-areas';
import { choicesOf } from './choices';
import { conditionalLooks } from './conditional-looks';
import { editText } from './edit-text';
import { lookOf } from './looks';
import type { CellRule, CellView, Look, RowsView } from './protocol';

const FIELDS =
  'sheets(properties(sheetId,title,gridProperties),conditionalFormats,data(startRow,startColumn,rowData(values(' +
  'userEnteredValue,effectiveValue,formattedValue,userEnteredFormat,note,dataValidation,pivotTable))))';

export interface Desk {
  readonly service: SheetsService;
  readonly spreadsheetId: string;
  /** Now, as a serial of the spreadsheet's zone: conditional formats may compare with it. */
  readonly nowSerial: () => number;
}

function windowRange(title: string, from: number, count: number, columns: number): string {
  return `${quotedTitle(title)}!A${from + 1}:${columnLetters(columns - 1)}${from + count}`;
}

export function rowsView(desk: Desk, sheet: Sheet, from: number, count: number): RowsView {
  const sheetId = sheet.properties?.sheetId ?? 0;
  const grid = sheet.properties?.gridProperties;
  const columns = grid?.columnCount ?? 26;
  const end = Math.min(from + count, grid?.rowCount ?? 1000);
  if (from >= end) return { sheetId, from, looks: [], rules: [], rows: [] };
  const range = windowRange(titleOf(sheet), from, end - from, columns);
  const answer = desk.service.get(desk.spreadsheetId, { ranges: [range], fields: FIELDS });
  const read = (answer.sheets ?? []).find((candidate) => candidate.properties?.sheetId === sheetId);
  if (read === undefined) return { sheetId, from, looks: [], rules: [], rows: [] };
  return new WindowBuilder(desk, read, from).build();
}

class WindowBuilder {
  private readonly looks = new Numbered<Look>();
  private readonly rules = new Numbered<CellRule>();
  private readonly ruleNumbers = new Map<string, number>();
  private readonly beyond = new Map<string, Scalar | null>();

  constructor(
    private readonly desk: Desk,
    private readonly sheet: Sheet,
    private readonly from: number,
  ) {}

  build(): RowsView {
    const conditional = conditionalLooks(this.sheet, (area) => this.numbersIn(area));
    const pivotLooks = this.pivotLooks();
    const now = this.desk.nowSerial();
    const cells = { now, value: (row: number, column: number) => this.valueAt(row, column) };
    const rows: CellView[][] = [];
    for (const block of this.sheet.data ?? []) {
      const start = (block.startRow ?? 0) - this.from;
      for (const [r, rowData] of (block.rowData ?? []).entries()) {
        const row = this.from + start + r;
        rows[start + r] = (rowData.values ?? []).map((cell, c) => {
          const column = (block.startColumn ?? 0) + c;
          const value = scalarOf(cell);
          const look = {
            ...alignedBy(value),
            ...lookOf(cell.userEnteredFormat ?? {}),
            ...pivotLooks.get(`${row},${column}`),
            ...conditional.at(row, column, value, cells),
          };
          return this.view(cell, value, look);
        });
      }
    }
    return {
      sheetId: this.sheet.properties?.sheetId ?? 0,
      from: this.from,
      looks: this.looks.list,
      rules: this.rules.list,
      rows: Array.from(rows, (row) => row ?? []),
    };
  }

  private view(cell: CellData, value: Scalar | null, look: Look): CellView {
    const text = shownText(cell);
    const edited = editText(cell);
    return {
      ...(text === '' ? {} : { t: text }),
      ...(Object.keys(look).length === 0 ? {} : { l: this.looks.number(look) }),
      ...(cell.dataValidation ? { r: this.ruleNumber(cell.dataValidation) } : {}),
      ...(edited === text ? {} : { e: edited }),
      ...(cell.note ? { n: cell.note } : {}),
      ...(value !== null && cell.userEnteredValue === undefined ? { c: true as const } : {}),
    };
  }

  private ruleNumber(rule: NonNullable<CellData['dataValidation']>): number {
    const key = JSON.stringify(rule);
    const known = this.ruleNumbers.get(key);
    if (known !== undefined) return known;
    const number = this.rules.number(this.ruleView(rule));
    this.ruleNumbers.set(key, number);
    return number;
  }

  private ruleView(rule: NonNullable<CellData['dataValidation']>): CellRule {
    const choices = choicesOf(this.desk, this.sheet, rule);
    const help = rule.inputMessage ?? '';
    if (choices !== null) return { kind: 'list', choices, strict: rule.strict === true, help };
    return rule.condition?.type === 'BOOLEAN' ? { kind: 'checkbox' } : { kind: 'other', help };
  }

  private pivotLooks(): ReadonlyMap<string, Look> {
    const looks = new Map<string, Look>();
    for (const { area, headingRows, hasTotal } of pivotAreas(this.sheet)) {
      for (let row = area.startRow; row < area.endRow; row++) {
        const heading = row < area.startRow + headingRows;
        if (!heading && !(hasTotal && row === area.endRow - 1)) continue;
        for (let column = area.startColumn; column < area.endColumn; column++) {
          looks.set(`${row},${column}`, { bold: true, background: heading ? 'E8EAED' : 'F1F3F4' });
        }
      }
    }
    return looks;
  }

  private numbersIn(area: Rectangle): readonly number[] {
    const a1 = `${quotedTitle(titleOf(this.sheet))}!${a1Range(area)}`;
    const answer = this.desk.service.values.get(this.desk.spreadsheetId, a1, {
      valueRenderOption: 'UNFORMATTED_VALUE',
      dateTimeRenderOption: 'SERIAL_NUMBER',
    });
    const values: readonly unknown[] = (answer.values ?? []).flat();
    return values.filter((value) => typeof value === 'number');
  }

  private valueAt(row: number, column: number): Scalar | null {
    const cell = cellAt(this.sheet, row, column);
    if (cell !== undefined) return scalarOf(cell);
    const block = this.sheet.data?.[0];
    const inWindow = row >= this.from && row < this.from + (block?.rowData?.length ?? 0);
    if (inWindow || row < 0 || column < 0) return null;
    // A rule may look at one fixed cell far away: asked for once per window.
    const a1 = `${quotedTitle(titleOf(this.sheet))}!${columnLetters(column)}${row + 1}`;
    if (!this.beyond.has(a1)) {
      const answer = this.desk.service.values.get(this.desk.spreadsheetId, a1, {
        valueRenderOption: 'UNFORMATTED_VALUE',
        dateTimeRenderOption: 'SERIAL_NUMBER',
      });
      const value: unknown = answer.values?.[0]?.[0];
      const scalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
      this.beyond.set(a1, scalar ? value : null);
    }
    return this.beyond.get(a1) ?? null;
  }
}

/** Numbers stand at the right and booleans in the middle unless the format says otherwise. */
function alignedBy(value: Scalar | null): Look {
  if (typeof value === 'number') return { align: 'right' };
  return typeof value === 'boolean' ? { align: 'center' } : {};
}

/** Gives each different thing a number. */
class Numbered<T> {
  readonly list: T[] = [];
  private readonly numbers = new Map<string, number>();

  number(thing: T): number {
    const key = JSON.stringify(thing);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.list.push(thing) - 1;
    this.numbers.set(key, number);
    return number;
  }
}
