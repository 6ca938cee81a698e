/** Where the computed cells of pivot tables stand. Google answers their values, but not how they are drawn. */
import type { Rectangle, Sheet } from './grid';
import { cellAt, cellsOf, shownText } from './grid';

interface PivotArea {
  readonly area: Rectangle;
  readonly headingRows: number;
  /** The last row adds the others up. */
  readonly hasTotal: boolean;
}

export function pivotAreas(sheet: Sheet): readonly PivotArea[] {
  const found: PivotArea[] = [];
  for (const { row, column, cell } of cellsOf(sheet)) {
    const pivot = cell.pivotTable;
    if (!pivot) continue;
    const headingRows = (pivot.columns ?? []).length + 1;
    let endColumn = column;
    const filledColumn = (at: number) => {
      for (let r = row; r <= row + headingRows; r++) if (isComputed(sheet, r, at)) return true;
      return false;
    };
    while (filledColumn(endColumn)) endColumn += 1;
    let endRow = row;
    const filledRow = (at: number) => {
      for (let c = column; c < endColumn; c++) if (isComputed(sheet, at, c)) return true;
      return false;
    };
    while (filledRow(endRow)) endRow += 1;
    if (endColumn === column) continue;
    found.push({
      area: { startRow: row, endRow, startColumn: column, endColumn },
      headingRows,
      hasTotal: pivot.rows?.[0]?.showTotals === true && endRow - row > headingRows + 1,
    });
  }
  return found;
}

function isComputed(sheet: Sheet, row: number, column: number): boolean {
  const cell = cellAt(sheet, row, column);
  return cell !== undefined && cell.userEnteredValue === undefined && shownText(cell) !== '';
}
