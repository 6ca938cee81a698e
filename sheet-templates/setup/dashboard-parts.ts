/** What dashboards are made of: titles, sentences, pivots, widths. Each is one or a few requests. */
import { type ColumnKey, LABEL_ROW, type TableKey } from '../../core/workbook/columns';
import type { BlockWords } from '../words/dashboard-words';
import { colour } from './colours';
import { columnIndex, type TabLayout } from './layout';
import type {
  CellFormat,
  PivotFilter,
  PivotGroup,
  PivotTable,
  PivotValue,
  SheetsRequest,
  StyledCell,
} from './sheets-api';

/** A cell of a dashboard, from 0. */
export interface Place {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
}

const INK = colour('#202124');
const QUIET = colour('#5f6368');

/** Rows under a heading that are kept free for its sentence. */
export const MEANS_ROWS = 2;
/** A sentence is broken into rows of this many letters: so wide are a phone and a chart. */
const MEANS_LETTERS = 54;

export function title(sheetId: number, text: string, about: string): SheetsRequest[] {
  return [
    put(
      { sheetId, row: 0, column: 0 },
      {
        userEnteredValue: { stringValue: text },
        userEnteredFormat: {
          textFormat: { bold: true, fontSize: 18, foregroundColorStyle: INK },
          verticalAlignment: 'MIDDLE',
        },
      },
    ),
    rowHeight(sheetId, 0, 36),
    put({ sheetId, row: 1, column: 0 }, quiet(about)),
  ];
}

/** The heading of a block, and what its numbers mean in the two rows below. */
export function heading(at: Place, { title: text, means }: BlockWords): SheetsRequest[] {
  return [
    put(at, {
      userEnteredValue: { stringValue: text },
      userEnteredFormat: { textFormat: { bold: true, fontSize: 12, foregroundColorStyle: INK } },
    }),
    ...sentence({ ...at, row: at.row + 1 }, means, MEANS_ROWS),
  ];
}

/** A sentence over some rows: one cell with a long text would be cut on a phone, and wrapped it would be as high as its column is narrow. */
export function sentence(at: Place, text: string, rows: number): SheetsRequest[] {
  const lines = inLines(text, MEANS_LETTERS);
  // More lines than there is room for: the last one runs on to the right, where nothing stands.
  const shown = [...lines.slice(0, rows - 1), lines.slice(rows - 1).join(' ')].filter((line) => line !== '');
  return shown.map((line, i) => put({ ...at, row: at.row + i }, quiet(line)));
}

function inLines(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function quiet(text: string): StyledCell {
  return {
    userEnteredValue: { stringValue: text },
    userEnteredFormat: {
      textFormat: { fontSize: 9, foregroundColorStyle: QUIET },
      wrapStrategy: 'OVERFLOW_CELL',
    },
  };
}

function put({ sheetId, row, column }: Place, cell: StyledCell): SheetsRequest {
  return {
    updateCells: {
      range: {
        sheetId,
        startRowIndex: row,
        endRowIndex: row + 1,
        startColumnIndex: column,
        endColumnIndex: column + 1,
      },
      rows: [{ values: [cell] }],
      fields: cell.pivotTable ? 'pivotTable' : 'userEnteredValue,userEnteredFormat',
    },
  };
}

/** Columns of a pivot's source by their keys. */
export interface Source<T extends TableKey> {
  readonly layout: TabLayout<T>;
  /** Rows that are counted. */
  readonly filters: readonly PivotFilter[];
}

export interface PivotPlan<T extends TableKey> {
  readonly rows?: readonly PivotGroup[];
  readonly columns?: readonly PivotGroup[];
  readonly values: readonly PivotValue[];
  readonly also?: readonly PivotFilter[];
  /** How many columns its headings may take. */
  readonly width: number;
  /** Its headings are longer than its columns are wide. */
  readonly tall?: true;
  readonly source: Source<T>;
}

export function pivot<T extends TableKey>(at: Place, plan: PivotPlan<T>): SheetsRequest[] {
  const { layout, filters } = plan.source;
  const pivotTable: PivotTable = {
    // From the labels down, without an end: the source grows with its tab.
    source: {
      sheetId: layout.sheetId,
      startRowIndex: LABEL_ROW,
      startColumnIndex: 0,
      endColumnIndex: layout.width,
    },
    ...(plan.rows ? { rows: [...plan.rows] } : {}),
    ...(plan.columns ? { columns: [...plan.columns] } : {}),
    values: [...plan.values],
    filterSpecs: [...filters, ...(plan.also ?? [])],
    valueLayout: 'HORIZONTAL',
  };
  const rows = plan.columns ? 2 : 1;
  return [
    ...headings(at, rows, plan.rows?.length ?? 0, plan.width),
    ...(plan.tall ? [rowHeight(at.sheetId, at.row + rows - 1, 34)] : []),
    put(at, { pivotTable }),
  ];
}

const HEADING: CellFormat = {
  backgroundColorStyle: colour('#e8eaed'),
  textFormat: { bold: true, fontSize: 9, foregroundColorStyle: INK },
  verticalAlignment: 'MIDDLE',
};

/**
 * Of two lines of headings the first names the groups, and has room to the right; the second names each of them, over
 * its numbers.
 */
function headings(
  { sheetId, row, column }: Place,
  rows: number,
  names: number,
  width: number,
): SheetsRequest[] {
  const line = (i: number, from: number, to: number, more: CellFormat): SheetsRequest => ({
    repeatCell: {
      range: {
        sheetId,
        startRowIndex: row + i,
        endRowIndex: row + i + 1,
        startColumnIndex: column + from,
        endColumnIndex: column + to,
      },
      cell: { userEnteredFormat: { ...HEADING, ...more } },
      fields: `userEnteredFormat(${Object.keys({ ...HEADING, ...more }).join()})`,
    },
  });
  return [
    ...(rows > 1 ? [line(0, 0, width, { wrapStrategy: 'OVERFLOW_CELL' })] : []),
    ...(names > 0 ? [line(rows - 1, 0, names, { wrapStrategy: 'WRAP' })] : []),
    line(rows - 1, names, width, { wrapStrategy: 'WRAP', horizontalAlignment: 'RIGHT' }),
  ];
}

export function by<T extends TableKey>(
  { layout }: Source<T>,
  column: ColumnKey<T>,
  showTotals: boolean,
  sortOrder: PivotGroup['sortOrder'] = 'ASCENDING',
): PivotGroup {
  return { sourceColumnOffset: columnIndex(layout, column), showTotals, sortOrder };
}

/** The group with the most first. */
export function mostFirst<T extends TableKey>(
  source: Source<T>,
  column: ColumnKey<T>,
  showTotals: boolean,
): PivotGroup {
  return { ...by(source, column, showTotals, 'DESCENDING'), valueBucket: { valuesIndex: 0 } };
}

export function value<T extends TableKey>(
  { layout }: Source<T>,
  column: ColumnKey<T>,
  summarizeFunction: PivotValue['summarizeFunction'],
  name: string,
): PivotValue {
  return { sourceColumnOffset: columnIndex(layout, column), summarizeFunction, name };
}

/** Dates in columns that are narrower than the firm's way of writing them. In the first column they are names of lines. */
export function shortDates({ sheetId, row, column }: Place, rows: number, pattern = 'd mmm'): SheetsRequest {
  return {
    repeatCell: {
      range: {
        sheetId,
        startRowIndex: row,
        endRowIndex: row + rows,
        startColumnIndex: column,
        endColumnIndex: column + 1,
      },
      cell: {
        userEnteredFormat: {
          numberFormat: { type: 'DATE', pattern },
          horizontalAlignment: column === 0 ? 'LEFT' : 'RIGHT',
        },
      },
      fields: 'userEnteredFormat(numberFormat,horizontalAlignment)',
    },
  };
}

export function rowHeight(sheetId: number, row: number, pixelSize: number): SheetsRequest {
  return {
    updateDimensionProperties: {
      range: { sheetId, dimension: 'ROWS', startIndex: row, endIndex: row + 1 },
      properties: { pixelSize },
      fields: 'pixelSize',
    },
  };
}

/** One request for each run of columns of one width. */
export function columnWidths(sheetId: number, widths: readonly number[]): SheetsRequest[] {
  const requests: SheetsRequest[] = [];
  let start = 0;
  for (let i = 1; i <= widths.length; i++) {
    const pixelSize = widths[start];
    if (pixelSize === undefined || widths[i] === pixelSize) continue;
    requests.push({
      updateDimensionProperties: {
        range: { sheetId, dimension: 'COLUMNS', startIndex: start, endIndex: i },
        properties: { pixelSize },
        fields: 'pixelSize',
      },
    });
    start = i;
  }
  return requests;
}
