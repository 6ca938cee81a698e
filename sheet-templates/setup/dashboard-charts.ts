/** Charts of the dashboards: over a pivot, or over columns of the Figures tab. */
import type { GridRange } from '../../core/workbook/requests';
import type { ChartWords } from '../words/dashboard-words';
import { colour } from './colours';
import type { ChartSeries, ChartSpec, SheetsRequest } from './sheets-api';

/** Against white at least 3:1 (WCAG 2.2, 1.4.11), and told apart by lightness where hues look alike. */
export const CHART_COLOUR = {
  blue: '#1a73e8',
  orange: '#c5560b',
  green: '#1e8e3e',
  violet: '#7b2fc4',
  grey: '#70757a',
  red: '#b3261e',
} as const;

export interface Series {
  readonly over: GridRange;
  readonly colour: string;
  /** In a chart of columns: drawn as a line. */
  readonly line?: true;
}

export interface ChartPlan {
  readonly words: ChartWords;
  readonly kind: 'bars' | 'columns' | 'lines';
  /** As parts of a hundred. */
  readonly shares?: true;
  /** On top of each other. */
  readonly stacked?: true;
  /** Ranges are one column wide and begin with their heading. */
  readonly labels: GridRange;
  readonly series: readonly Series[];
}

export interface ChartPlace {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly right?: number;
  readonly width: number;
  readonly height: number;
}

export function chart(
  { sheetId, row, column, right, width, height }: ChartPlace,
  plan: ChartPlan,
): SheetsRequest {
  return {
    addChart: {
      chart: {
        spec: specOf(plan),
        position: {
          overlayPosition: {
            anchorCell: { sheetId, rowIndex: row, columnIndex: column },
            ...(right ? { offsetXPixels: right } : {}),
            widthPixels: width,
            heightPixels: height,
          },
        },
      },
    },
  };
}

function specOf({ words, kind, shares, stacked, labels, series }: ChartPlan): ChartSpec {
  const isMixed = kind === 'columns' && series.some(({ line }) => line);
  return {
    title: words.title,
    altText: words.alt,
    basicChart: {
      chartType: isMixed ? 'COMBO' : ({ bars: 'BAR', columns: 'COLUMN', lines: 'LINE' } as const)[kind],
      ...(shares ? { stackedType: 'PERCENT_STACKED' as const } : {}),
      ...(stacked ? { stackedType: 'STACKED' as const } : {}),
      legendPosition: series.length > 1 ? 'BOTTOM_LEGEND' : 'NO_LEGEND',
      headerCount: 1,
      domains: [{ domain: { sourceRange: { sources: [labels] } } }],
      series: series.map(
        ({ over, colour: hex, line }): ChartSeries => ({
          series: { sourceRange: { sources: [over] } },
          targetAxis: kind === 'bars' ? 'BOTTOM_AXIS' : 'LEFT_AXIS',
          colorStyle: colour(hex),
          ...(isMixed ? { type: line ? ('LINE' as const) : ('COLUMN' as const) } : {}),
        }),
      ),
    },
  };
}

/** Cells of one column. Without an end they reach to the bottom of the grid, wherever that will be. */
export function cells(sheetId: number, column: number, startRowIndex: number, count?: number): GridRange {
  return {
    sheetId,
    startRowIndex,
    ...(count === undefined ? {} : { endRowIndex: startRowIndex + count }),
    startColumnIndex: column,
    endColumnIndex: column + 1,
  };
}
