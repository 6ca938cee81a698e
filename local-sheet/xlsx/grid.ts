/** Reads Google's sheet resource as a plain grid: cells by place, values, colours, A1 notation. */
import type { sheets_v4 } from '@googleapis/sheets';

export type Sheet = sheets_v4.Schema$Sheet;
export type CellData = sheets_v4.Schema$CellData;
export type Scalar = string | number | boolean;

/** Google's own size of a column whose width nobody set. */
export const DEFAULT_COLUMN_PIXELS = 100;
export const DEFAULT_ROW_PIXELS = 21;

/** A rectangle with every side known: rows and columns from 0, ends exclusive. */
export interface Rectangle {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

export function sheetIdOf(sheet: Sheet): number {
  return sheet.properties?.sheetId ?? 0;
}

export function titleOf(sheet: Sheet): string {
  return sheet.properties?.title ?? '';
}

export function gridSize(sheet: Sheet): { rows: number; columns: number } {
  const grid = sheet.properties?.gridProperties;
  return { rows: grid?.rowCount ?? 1000, columns: grid?.columnCount ?? 26 };
}

/** The cell at a place, from whichever of the (several, when ranges were asked for) data blocks holds it. */
export function cellAt(sheet: Sheet, row: number, column: number): CellData | undefined {
  for (const block of sheet.data ?? []) {
    const cell = block.rowData?.[row - (block.startRow ?? 0)]?.values?.[column - (block.startColumn ?? 0)];
    if (cell !== undefined) return cell;
  }
  return undefined;
}

/** Every cell that the resource carries, in reading order of its blocks. */
export function* cellsOf(sheet: Sheet): Generator<{ row: number; column: number; cell: CellData }> {
  for (const block of sheet.data ?? []) {
    const startRow = block.startRow ?? 0;
    const startColumn = block.startColumn ?? 0;
    for (const [r, rowData] of (block.rowData ?? []).entries()) {
      for (const [c, cell] of (rowData.values ?? []).entries()) {
        yield { row: startRow + r, column: startColumn + c, cell };
      }
    }
  }
}

/** What the cell holds: the computed value where Google computed one (formulas, pivots), else the entered one. */
export function scalarOf(cell: CellData | undefined): Scalar | null {
  const value = cell?.effectiveValue ?? cell?.userEnteredValue;
  if (value === undefined) return null;
  if (value.errorValue) return cell?.formattedValue ?? `#${value.errorValue.type ?? 'ERROR'}!`;
  return value.stringValue ?? value.numberValue ?? value.boolValue ?? null;
}

export function shownText(cell: CellData | undefined): string {
  if (cell === undefined) return '';
  if (cell.formattedValue !== undefined && cell.formattedValue !== null) return cell.formattedValue;
  const value = scalarOf(cell);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value === null ? '' : String(value);
}

// The default theme of a new Google spreadsheet, for colours that name a theme slot instead of a value.
const THEME: Readonly<Record<string, string>> = {
  TEXT: '000000',
  BACKGROUND: 'FFFFFF',
  ACCENT1: '4285F4',
  ACCENT2: 'EA4335',
  ACCENT3: 'FBBC04',
  ACCENT4: '34A853',
  ACCENT5: 'FF6D01',
  ACCENT6: '46BDC6',
  LINK: '1155CC',
};

/** `RRGGBB`. The …Style field wins over the plain colour, as the API reference says. */
export function hexColor(
  style: sheets_v4.Schema$ColorStyle | undefined,
  plain?: sheets_v4.Schema$Color,
): string | null {
  const theme = style?.themeColor;
  if (theme !== undefined && theme !== null) return THEME[theme] ?? null;
  const color = style?.rgbColor ?? plain;
  if (color === undefined) return null;
  const channel = (part: number | null | undefined) =>
    Math.round(Math.min(1, Math.max(0, part ?? 0)) * 255)
      .toString(16)
      .padStart(2, '0')
      .toUpperCase();
  return channel(color.red) + channel(color.green) + channel(color.blue);
}

export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

export function a1(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

export function a1Range(area: Rectangle): string {
  const first = a1(area.startRow, area.startColumn);
  const last = a1(area.endRow - 1, area.endColumn - 1);
  return first === last ? first : `${first}:${last}`;
}

/** `$A$3:$A$20` */
export function absoluteRange(area: Rectangle): string {
  const corner = (row: number, column: number) => `$${columnLetters(column)}$${row + 1}`;
  const first = corner(area.startRow, area.startColumn);
  const last = corner(area.endRow - 1, area.endColumn - 1);
  return first === last ? first : `${first}:${last}`;
}

/** A sheet's name as formulas write it. */
export function quotedTitle(title: string): string {
  return `'${title.replace(/'/g, "''")}'`;
}

/** Open sides of a GridRange reach to the edge of the grid. */
export function boundedRange(range: sheets_v4.Schema$GridRange, sheet: Sheet): Rectangle {
  const { rows, columns } = gridSize(sheet);
  return {
    startRow: range.startRowIndex ?? 0,
    endRow: Math.min(range.endRowIndex ?? rows, rows),
    startColumn: range.startColumnIndex ?? 0,
    endColumn: Math.min(range.endColumnIndex ?? columns, columns),
  };
}

/** The rectangle up to the last row in which any of its cells shows something. */
export function trimmedToContent(area: Rectangle, sheet: Sheet): Rectangle {
  for (let row = area.endRow - 1; row >= area.startRow; row--) {
    for (let column = area.startColumn; column < area.endColumn; column++) {
      if (shownText(cellAt(sheet, row, column)) !== '') return { ...area, endRow: row + 1 };
    }
  }
  return { ...area, endRow: area.startRow };
}
