import type { Workbook } from '@cj-tech-master/excelts';
import { absoluteRange, quotedTitle } from './grid';
import type { LongLists } from './validations';

/** Choice lists too long for a rule, each a column of a hidden sheet. */
export class HiddenLists implements LongLists {
  private readonly columns: (readonly string[])[] = [];
  private readonly name: string;

  constructor(
    private readonly workbook: Workbook,
    nameOf: (title: string) => string,
  ) {
    this.name = nameOf('_choices');
  }

  placeFor(values: readonly string[]): string {
    const key = JSON.stringify(values);
    let column = this.columns.findIndex((known) => JSON.stringify(known) === key);
    if (column < 0) column = this.columns.push(values) - 1;
    const area = { startRow: 0, endRow: values.length, startColumn: column, endColumn: column + 1 };
    return `${quotedTitle(this.name)}!${absoluteRange(area)}`;
  }

  write(): void {
    if (this.columns.length === 0) return;
    const sheet = this.workbook.addWorksheet(this.name, { state: 'hidden' });
    for (const [column, values] of this.columns.entries()) {
      for (const [row, value] of values.entries()) {
        const cell = sheet.getCell(row + 1, column + 1);
        cell.value = value;
        cell.numFmt = '@';
      }
    }
  }
}
