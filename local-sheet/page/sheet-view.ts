/** A tab without its cells: sizes, what is frozen and hidden, charts with their present numbers. */
import type { sheets_v4 } from '@googleapis/sheets';
import type { Spreadsheet } from '../contract';
import { readChart } from '../xlsx/chart-data';
import type { Sheet } from '../xlsx/grid';
import {
  a1Range,
  boundedRange,
  DEFAULT_COLUMN_PIXELS,
  DEFAULT_ROW_PIXELS,
  gridSize,
  hexColor,
  quotedTitle,
  sheetIdOf,
  titleOf,
} from '../xlsx/grid';
import { conditionalLooks } from './conditional-looks';
import type { SheetView, WorkbookView } from './protocol';
import type { Desk } from './rows-view';

const TAB_FIELDS = 'properties(title,timeZone),sheets(properties)';
const FRAME_FIELDS =
  'sheets(properties,charts,conditionalFormats,merges,data(startRow,startColumn,' +
  'rowMetadata(hiddenByUser,hiddenByFilter,pixelSize),columnMetadata(hiddenByUser,pixelSize)))';
const CHART_FIELDS =
  'sheets(properties(sheetId,title,gridProperties),data(startRow,startColumn,' +
  'rowData(values(userEnteredValue,effectiveValue,formattedValue))))';

export function workbook(desk: Desk): Spreadsheet {
  return desk.service.get(desk.spreadsheetId, { fields: TAB_FIELDS });
}

export function workbookView(desk: Desk): WorkbookView {
  const read = workbook(desk);
  return {
    title: read.properties?.title ?? '',
    tabs: (read.sheets ?? [])
      .filter((sheet) => sheet.properties?.hidden !== true)
      .sort((a, b) => (a.properties?.index ?? 0) - (b.properties?.index ?? 0))
      .map((sheet) => ({
        sheetId: sheetIdOf(sheet),
        title: titleOf(sheet),
        color: hexColor(sheet.properties?.tabColorStyle, sheet.properties?.tabColor),
      })),
  };
}

export function sheetView(desk: Desk, sheet: Sheet): SheetView {
  const answer = desk.service.get(desk.spreadsheetId, {
    ranges: [quotedTitle(titleOf(sheet))],
    fields: FRAME_FIELDS,
  });
  const frame = (answer.sheets ?? []).find((candidate) => sheetIdOf(candidate) === sheetIdOf(sheet)) ?? sheet;
  const { rows, columns } = gridSize(frame);
  const grid = frame.properties?.gridProperties;
  const merges = (frame.merges ?? []).length;
  const charts = frame.charts ?? [];
  const sources = charts.length === 0 ? [] : chartSheets(desk, frame);
  return {
    sheetId: sheetIdOf(frame),
    title: titleOf(frame),
    rowCount: rows,
    columnCount: columns,
    frozenRows: grid?.frozenRowCount ?? 0,
    frozenColumns: grid?.frozenColumnCount ?? 0,
    gridLines: grid?.hideGridlines !== true,
    columnWidths: columnWidths(frame, columns),
    rowHeights: rowHeights(frame),
    charts: charts.map((chart) => readChart(chart, sources)),
    notShown: [...conditionalLooks(frame).notShown, ...(merges > 0 ? [`mergedCells: ${merges}`] : [])],
  };
}

function columnWidths(sheet: Sheet, columns: number): readonly number[] {
  const widths = Array.from({ length: columns }, () => DEFAULT_COLUMN_PIXELS);
  for (const block of sheet.data ?? []) {
    for (const [i, column] of (block.columnMetadata ?? []).entries()) {
      const width = column.hiddenByUser ? 0 : (column.pixelSize ?? DEFAULT_COLUMN_PIXELS);
      widths[(block.startColumn ?? 0) + i] = width;
    }
  }
  return widths.slice(0, columns);
}

/** Ten thousand rows of the usual height are one thing to say, not ten thousand. */
function rowHeights(sheet: Sheet): readonly (readonly [number, number, number])[] {
  const runs: [number, number, number][] = [];
  for (const block of sheet.data ?? []) {
    for (const [i, row] of (block.rowMetadata ?? []).entries()) {
      const height = row.hiddenByUser || row.hiddenByFilter ? 0 : (row.pixelSize ?? DEFAULT_ROW_PIXELS);
      if (height === DEFAULT_ROW_PIXELS) continue;
      const at = (block.startRow ?? 0) + i;
      const last = runs.at(-1);
      if (last !== undefined && last[2] === height && last[0] + last[1] === at) last[1] += 1;
      else runs.push([at, 1, height]);
    }
  }
  return runs;
}

/** The sheets that the charts draw from, with only the cells of their ranges. */
function chartSheets(desk: Desk, frame: Sheet): readonly Sheet[] {
  const sheets = workbook(desk).sheets ?? [];
  const ranges = (frame.charts ?? []).flatMap((chart) => sourceRanges(chart.spec ?? {}));
  const wanted = ranges.flatMap((range) => {
    const sheet = sheets.find((candidate) => sheetIdOf(candidate) === (range.sheetId ?? 0));
    return sheet === undefined
      ? []
      : [`${quotedTitle(titleOf(sheet))}!${a1Range(boundedRange(range, sheet))}`];
  });
  if (wanted.length === 0) return sheets;
  const read = desk.service.get(desk.spreadsheetId, { ranges: [...new Set(wanted)], fields: CHART_FIELDS });
  return read.sheets ?? [];
}

/** Every sourceRange of a chart's spec, wherever its kind of chart keeps it. */
function sourceRanges(value: unknown): readonly sheets_v4.Schema$GridRange[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('sourceRange' in value) {
    return (value as sheets_v4.Schema$ChartData).sourceRange?.sources ?? [];
  }
  return Object.values(value).flatMap(sourceRanges);
}
