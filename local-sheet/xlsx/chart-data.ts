/** Charts as Google stores them (specs over ranges), read into names, labels and numbers. */
import type { sheets_v4 } from '@googleapis/sheets';
import type { Rectangle, Sheet } from './grid';
import {
  boundedRange,
  cellAt,
  hexColor,
  scalarOf,
  sheetIdOf,
  shownText,
  titleOf,
  trimmedToContent,
} from './grid';

type NumberFormat = sheets_v4.Schema$NumberFormat;

export type SeriesKind = 'column' | 'bar' | 'line' | 'area';
type Stacking = 'none' | 'stacked' | 'percent';
export type LegendPlace = 'bottom' | 'top' | 'left' | 'right' | 'none';

/** Where numbers or labels stand, for a program that reads them again from the workbook. */
export interface SourceRange {
  readonly sheetTitle: string;
  readonly area: Rectangle;
}

export interface ChartLabels {
  readonly texts: readonly string[];
  /** Where every label is a number (dates are), which `texts` has as the cells show it. */
  readonly numbers: { readonly values: readonly number[]; readonly format: NumberFormat | null } | null;
  readonly source: SourceRange;
}

export interface ChartSeries {
  readonly name: string;
  readonly nameSource: SourceRange | null;
  readonly values: readonly (number | null)[];
  readonly source: SourceRange;
  /** `RRGGBB`; null leaves it to the palette. */
  readonly color: string | null;
  readonly kind: SeriesKind;
}

interface ChartFrame {
  readonly id: number;
  readonly title: string;
  readonly subtitle: string;
  readonly altText: string;
  readonly place: {
    readonly sheetId: number;
    readonly row: number;
    readonly column: number;
    readonly offsetX: number;
    readonly offsetY: number;
    readonly width: number;
    readonly height: number;
  };
}

export interface AxisChart extends ChartFrame {
  readonly kind: 'axes';
  readonly horizontal: boolean;
  readonly stacking: Stacking;
  readonly legend: LegendPlace;
  readonly domainTitle: string;
  readonly valueTitle: string;
  readonly labels: ChartLabels;
  readonly series: readonly ChartSeries[];
}

export interface PieChart extends ChartFrame {
  readonly kind: 'pie';
  /** Part of the radius that is cut out, 0 to 1. */
  readonly hole: number;
  readonly legend: LegendPlace;
  readonly labels: ChartLabels;
  readonly series: ChartSeries;
}

export interface ScoreChart extends ChartFrame {
  readonly kind: 'score';
  /** The number as the sheet shows it. */
  readonly text: string;
}

interface UnreadChart extends ChartFrame {
  readonly kind: 'unread';
  /** Google's name of what is not drawn, such as `TREEMAP`. */
  readonly what: string;
}

export type ReadChart = AxisChart | PieChart | ScoreChart | UnreadChart;

/** The size of a chart that was given none, in the API reference of OverlayPosition. */
const DEFAULT_WIDTH = 600;
const DEFAULT_HEIGHT = 371;

const SERIES_KINDS: Readonly<Record<string, SeriesKind>> = {
  COLUMN: 'column',
  BAR: 'bar',
  LINE: 'line',
  AREA: 'area',
  STEPPED_AREA: 'area',
};

const LEGENDS: Readonly<Record<string, LegendPlace>> = {
  BOTTOM_LEGEND: 'bottom',
  TOP_LEGEND: 'top',
  LEFT_LEGEND: 'left',
  RIGHT_LEGEND: 'right',
  LABELED_LEGEND: 'right',
  INSIDE_LEGEND: 'top',
  NO_LEGEND: 'none',
};

export function readChart(chart: sheets_v4.Schema$EmbeddedChart, sheets: readonly Sheet[]): ReadChart {
  const frame = frameOf(chart);
  const spec = chart.spec ?? {};
  if (spec.basicChart) return readBasicChart(frame, spec.basicChart, sheets);
  if (spec.pieChart) return readPieChart(frame, spec.pieChart, sheets);
  if (spec.scorecardChart) return readScorecard(frame, spec.scorecardChart, sheets);
  const what = Object.keys(spec).find((key) => key.endsWith('Chart')) ?? 'chart';
  return { ...frame, kind: 'unread', what };
}

function frameOf(chart: sheets_v4.Schema$EmbeddedChart): ChartFrame {
  const overlay = chart.position?.overlayPosition;
  const anchor = overlay?.anchorCell;
  return {
    id: chart.chartId ?? 0,
    title: chart.spec?.title ?? '',
    subtitle: chart.spec?.subtitle ?? '',
    altText: chart.spec?.altText ?? '',
    place: {
      sheetId: anchor?.sheetId ?? 0,
      row: anchor?.rowIndex ?? 0,
      column: anchor?.columnIndex ?? 0,
      offsetX: overlay?.offsetXPixels ?? 0,
      offsetY: overlay?.offsetYPixels ?? 0,
      width: overlay?.widthPixels ?? DEFAULT_WIDTH,
      height: overlay?.heightPixels ?? DEFAULT_HEIGHT,
    },
  };
}

function readBasicChart(
  frame: ChartFrame,
  spec: sheets_v4.Schema$BasicChartSpec,
  sheets: readonly Sheet[],
): ReadChart {
  const type = spec.chartType ?? 'COLUMN';
  const kindOf = (own: string | null | undefined): SeriesKind | undefined =>
    type === 'COMBO' ? SERIES_KINDS[own ?? 'COLUMN'] : SERIES_KINDS[type];
  const kinds = (spec.series ?? []).map((series) => kindOf(series.type));
  const domain = placed(spec.domains?.[0]?.domain, sheets);
  if (domain === null || kinds.includes(undefined)) return { ...frame, kind: 'unread', what: type };

  const headers = spec.headerCount ?? guessedHeaders(domain, spec, sheets);
  const horizontal = type === 'BAR';
  const axisTitle = (position: string) => spec.axis?.find((axis) => axis.position === position)?.title ?? '';
  const body = bodyOf(domain, headers);
  return {
    ...frame,
    kind: 'axes',
    horizontal,
    stacking: stackingOf(spec.stackedType),
    legend: LEGENDS[spec.legendPosition ?? ''] ?? ((spec.series ?? []).length > 1 ? 'bottom' : 'none'),
    domainTitle: axisTitle(horizontal ? 'LEFT_AXIS' : 'BOTTOM_AXIS'),
    valueTitle: axisTitle(horizontal ? 'BOTTOM_AXIS' : 'LEFT_AXIS'),
    labels: labelsOf(body),
    series: (spec.series ?? []).flatMap((series, index) => {
      const data = placed(series.series, sheets);
      const kind = kinds[index];
      if (data === null || kind === undefined) return [];
      return [seriesOf(data, headers, body.area, hexColor(series.colorStyle, series.color), kind)];
    }),
  };
}

function readPieChart(
  frame: ChartFrame,
  spec: sheets_v4.Schema$PieChartSpec,
  sheets: readonly Sheet[],
): ReadChart {
  const domain = placed(spec.domain, sheets);
  const data = placed(spec.series, sheets);
  if (domain === null || data === null) return { ...frame, kind: 'unread', what: 'pieChart' };
  // A pie has no headerCount: a first row of text over numbers is its heading.
  const headers = typeof scalarAt(data, 0) === 'string' ? 1 : 0;
  const body = bodyOf(domain, headers);
  return {
    ...frame,
    kind: 'pie',
    hole: spec.pieHole ?? 0,
    legend: LEGENDS[spec.legendPosition ?? ''] ?? 'right',
    labels: labelsOf(body),
    series: seriesOf(data, headers, body.area, null, 'column'),
  };
}

function readScorecard(
  frame: ChartFrame,
  spec: sheets_v4.Schema$ScorecardChartSpec,
  sheets: readonly Sheet[],
): ReadChart {
  const key = placed(spec.keyValueData, sheets);
  if (key === null) return { ...frame, kind: 'unread', what: 'scorecardChart' };
  const cells = [...cellsAlong(key)];
  if (cells.length === 1) return { ...frame, kind: 'score', text: shownText(cells[0]) };
  const numbers = cells.map(scalarOf).filter((value) => typeof value === 'number');
  const aggregate = AGGREGATES[spec.aggregateType ?? 'SUM'];
  if (aggregate === undefined)
    return { ...frame, kind: 'unread', what: `scorecardChart ${spec.aggregateType}` };
  return { ...frame, kind: 'score', text: numbers.length === 0 ? '' : shortNumber(aggregate(numbers)) };
}

const AGGREGATES: Readonly<Record<string, (numbers: readonly number[]) => number>> = {
  SUM: (numbers) => numbers.reduce((sum, n) => sum + n, 0),
  COUNT: (numbers) => numbers.length,
  AVERAGE: (numbers) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length,
  MAX: (numbers) => Math.max(...numbers),
  MIN: (numbers) => Math.min(...numbers),
};

function shortNumber(value: number): string {
  return String(Math.round(value * 100) / 100);
}

interface Placed {
  readonly sheet: Sheet;
  readonly area: Rectangle;
}

function placed(data: sheets_v4.Schema$ChartData | undefined, sheets: readonly Sheet[]): Placed | null {
  const range = data?.sourceRange?.sources?.[0];
  const sheet = sheets.find((candidate) => sheetIdOf(candidate) === (range?.sheetId ?? 0));
  if (range === undefined || sheet === undefined) return null;
  return { sheet, area: boundedRange(range, sheet) };
}

function scalarAt({ sheet, area }: Placed, index: number) {
  return scalarOf(cellAt(sheet, area.startRow + index, area.startColumn));
}

/** "If not specified, Google Sheets will guess how many rows or columns are headers based on the data." */
function guessedHeaders(
  domain: Placed,
  spec: sheets_v4.Schema$BasicChartSpec,
  sheets: readonly Sheet[],
): number {
  const first = placed(spec.series?.[0]?.series, sheets);
  return first !== null && typeof scalarAt(first, 0) === 'string' && typeof scalarAt(domain, 0) !== 'number'
    ? 1
    : 0;
}

/** Without headings, and without the empty rows below a pivot that has room to grow. */
function bodyOf(domain: Placed, headers: number): Placed {
  const area = { ...domain.area, startRow: domain.area.startRow + headers };
  return { sheet: domain.sheet, area: trimmedToContent(area, domain.sheet) };
}

function* cellsAlong({ sheet, area }: Placed) {
  for (let row = area.startRow; row < area.endRow; row++) {
    for (let column = area.startColumn; column < area.endColumn; column++) yield cellAt(sheet, row, column);
  }
}

function sourceOf({ sheet, area }: Placed): SourceRange {
  return { sheetTitle: titleOf(sheet), area };
}

function labelsOf(body: Placed): ChartLabels {
  const labels = [...cellsAlong(body)];
  const values = labels.map(scalarOf).filter((value) => typeof value === 'number');
  const format = (labels[0]?.effectiveFormat ?? labels[0]?.userEnteredFormat)?.numberFormat ?? null;
  return {
    texts: labels.map(shownText),
    source: sourceOf(body),
    numbers: values.length > 0 && values.length === labels.length ? { values, format } : null,
  };
}

function seriesOf(
  data: Placed,
  headers: number,
  domainArea: Rectangle,
  color: string | null,
  kind: SeriesKind,
): ChartSeries {
  const length = domainArea.endRow - domainArea.startRow;
  const startRow = data.area.startRow + headers;
  const body: Placed = {
    sheet: data.sheet,
    area: { ...data.area, startRow, endRow: Math.min(data.area.endRow, startRow + length) },
  };
  const heading: Placed = { sheet: data.sheet, area: { ...data.area, endRow: data.area.startRow + 1 } };
  return {
    name: headers > 0 ? shownText([...cellsAlong(heading)][0]) : '',
    nameSource: headers > 0 ? sourceOf(heading) : null,
    values: [...cellsAlong(body)].map((cell) => {
      const value = scalarOf(cell);
      return typeof value === 'number' ? value : null;
    }),
    source: sourceOf(body),
    color,
    kind,
  };
}

function stackingOf(type: string | null | undefined): Stacking {
  if (type === 'STACKED') return 'stacked';
  return type === 'PERCENT_STACKED' ? 'percent' : 'none';
}
