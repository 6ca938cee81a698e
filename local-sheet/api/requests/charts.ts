/** Embedded charts. Their specs are stored and shown again; nothing is drawn. */
import type { sheets_v4 } from '@googleapis/sheets';
import { areaOf, badRequest, notEmulated } from '../../model/area';
import type { Batch } from '../../model/batch';
import type { GridRange } from '../../model/state';
import { fieldMask, merge } from '../field-mask';
import { ownId } from './given';
import type { Handlers } from './registry';

type Chart = sheets_v4.Schema$EmbeddedChart;

export const chartRequests = {
  addChart(batch, request) {
    const given = request.chart ?? {};
    const taken = (id: number): boolean =>
      batch.state.sheets.some((s) => s.charts.some((c) => c.chartId === id));
    const chart: Chart = {
      ...given,
      chartId: ownId(batch, given.chartId, taken, 'chart'),
      spec: checkedSpec(batch, given.spec),
      position: checkedPosition(batch, given.position),
    };
    const sheet = batch.sheet(chart.position?.overlayPosition?.anchorCell?.sheetId);
    batch.changeSheet(sheet.sheetId, { charts: [...sheet.charts, chart] });
    return { addChart: { chart } };
  },

  updateChartSpec(batch, request) {
    const { chart, sheetId } = chartOf(batch, request.chartId);
    replace(batch, sheetId, chart, { ...chart, spec: checkedSpec(batch, request.spec) });
    return {};
  },

  updateEmbeddedObjectPosition(batch, request) {
    const { chart, sheetId } = chartOf(batch, request.objectId);
    const mask = fieldMask(request.fields, 'OverlayPosition');
    if (!request.newPosition?.overlayPosition) throw notEmulated('moving a chart to a sheet of its own');
    const overlayPosition = merge(
      chart.position?.overlayPosition ?? {},
      request.newPosition.overlayPosition,
      mask,
    );
    const position = checkedPosition(batch, { overlayPosition });
    replace(batch, sheetId, chart, null);
    const target = batch.sheet(position.overlayPosition?.anchorCell?.sheetId);
    batch.changeSheet(target.sheetId, { charts: [...target.charts, { ...chart, position }] });
    return { updateEmbeddedObjectPosition: { position } };
  },

  deleteEmbeddedObject(batch, request) {
    const { chart, sheetId } = chartOf(batch, request.objectId);
    replace(batch, sheetId, chart, null);
    return {};
  },
} satisfies Handlers;

function chartOf(batch: Batch, id: number | null | undefined): { chart: Chart; sheetId: number } {
  for (const sheet of batch.state.sheets) {
    const chart = sheet.charts.find((candidate) => candidate.chartId === id);
    if (chart) return { chart, sheetId: sheet.sheetId };
  }
  throw badRequest(`No embedded object with id: ${id ?? 0}`);
}

function replace(batch: Batch, sheetId: number, chart: Chart, next: Chart | null): void {
  const charts = batch.sheet(sheetId).charts.flatMap((one) => (one === chart ? (next ?? []) : [one]));
  batch.changeSheet(sheetId, { charts });
}

const KINDS = [
  'basicChart',
  'pieChart',
  'bubbleChart',
  'candlestickChart',
  'orgChart',
  'histogramChart',
  'waterfallChart',
  'treemapChart',
  'scorecardChart',
] as const;

function checkedSpec(batch: Batch, spec: sheets_v4.Schema$ChartSpec | undefined): sheets_v4.Schema$ChartSpec {
  const kinds = KINDS.filter((kind) => spec?.[kind]);
  if (!spec || kinds.length !== 1) throw badRequest('Exactly one kind of chart must be specified.');
  if (spec.dataSourceChartProperties) throw notEmulated('charts of data sources');
  if (spec.basicChart && !spec.basicChart.series?.length)
    throw badRequest('A basic chart needs at least one series.');
  for (const range of rangesOf(spec)) {
    const sheet = batch.sheet(range.sheetId);
    const area = areaOf(range, sheet);
    if (area.endRow - area.startRow > 1 && area.endColumn - area.startColumn > 1) {
      throw badRequest('A source range of a chart must have a width or a height of 1.');
    }
  }
  return spec;
}

function rangesOf(value: unknown): GridRange[] {
  if (Array.isArray(value)) return value.flatMap(rangesOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    // ChartSourceRange.sources is the one place where a chart names cells.
    key === 'sources' && Array.isArray(inner) ? (inner as GridRange[]) : rangesOf(inner),
  );
}

/** A chart without a size gets Google's default of 600 × 371 pixels. */
function checkedPosition(
  batch: Batch,
  position: sheets_v4.Schema$EmbeddedObjectPosition | undefined,
): sheets_v4.Schema$EmbeddedObjectPosition {
  if (position?.newSheet || position?.sheetId) throw notEmulated('charts on a sheet of their own');
  const overlay = position?.overlayPosition;
  if (!overlay?.anchorCell) throw badRequest('A chart needs a position.');
  const sheet = batch.sheet(overlay.anchorCell.sheetId);
  const { rowIndex, columnIndex } = overlay.anchorCell;
  if ((rowIndex ?? 0) >= sheet.rowCount || (columnIndex ?? 0) >= sheet.columnCount) {
    throw badRequest('The anchor cell of the chart is outside the grid.');
  }
  return {
    overlayPosition: {
      ...overlay,
      widthPixels: overlay.widthPixels ?? 600,
      heightPixels: overlay.heightPixels ?? 371,
    },
  };
}
