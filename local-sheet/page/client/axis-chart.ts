/** Columns, bars, lines and areas over two axes. */
import type { AxisChart, ChartSeries } from '../../xlsx/chart-data';
import type { ChartLook, SvgNode } from './svg-node';
import { fitted, MARGIN, node, round, seriesColor, shortNumber, TITLE, text, twoLines } from './svg-node';

/**
 * Steps of 1, 2 or 5 times a power of ten, so that the axis reads in round numbers.
 *
 * @param finest the smallest step that means something: half a ticket does not
 */
export function niceTicks(low: number, high: number, wanted = 5, finest = 0): readonly number[] {
  const from = Math.min(0, low);
  const to = from === 0 && high <= 0 ? 1 : Math.max(0, high);
  const rough = Math.max(finest, (to - from) / wanted);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((size) => size >= rough) ?? power * 10;
  const ticks: number[] = [];
  for (let i = Math.floor(from / step); ; i++) {
    const tick = Number((i * step).toPrecision(12));
    ticks.push(tick);
    if (tick >= to) return ticks;
  }
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Values as they are drawn: stacked ones stand on those before them; null where the cell is empty. */
function spans(chart: AxisChart): readonly (readonly (Span | null)[])[] {
  const sums = chart.labels.texts.map((_, i) =>
    chart.series.reduce((sum, series) => sum + (series.values[i] ?? 0), 0),
  );
  const reached = chart.labels.texts.map(() => 0);
  return chart.series.map((series) =>
    chart.labels.texts.map((_, i) => {
      const own = series.values[i] ?? null;
      if (own === null) return null;
      const value = chart.stacking === 'percent' ? (own / (sums[i] || 1)) * 100 : own;
      if (chart.stacking === 'none' || series.kind === 'line') return { from: 0, to: value };
      const from = reached[i] ?? 0;
      reached[i] = from + value;
      return { from, to: from + value };
    }),
  );
}

/** The inner rectangle, and where values and entries stand in it. */
interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Room of one entry along the axis of labels. */
  readonly band: number;
  readonly labelRoom: number;
  readonly ticks: readonly number[];
  toX(value: number): number;
  toY(value: number): number;
  /** The middle of an entry on the axis of labels. */
  middle(index: number): number;
}

/** Shares end at a hundred, and whole numbers have no halves. */
function ticksOf(chart: AxisChart, values: readonly number[]): readonly number[] {
  if (chart.stacking === 'percent') return [0, 25, 50, 75, 100];
  const finest = values.every(Number.isInteger) ? 1 : 0;
  return niceTicks(Math.min(0, ...values), Math.max(0, ...values), 5, finest);
}

function plotOf(chart: AxisChart, values: readonly number[]): Plot {
  const { width, height } = chart.place;
  const ticks = ticksOf(chart, values);
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const labelRoom = chart.horizontal ? Math.min(width * 0.36, longest(chart.labels.texts) * 6 + 8) : 40;
  const left = MARGIN + labelRoom + (chart.horizontal || chart.valueTitle === '' ? 0 : 14);
  const right = width - MARGIN;
  const top = chart.title === '' ? MARGIN : TITLE + 6;
  const lines = legendLines(chart).length;
  const below = (chart.horizontal ? 18 : 30) + (lines === 0 ? 0 : 8 + lines * LEGEND_LINE);
  const bottom = height - MARGIN - below - (bottomTitle(chart) === '' ? 0 : 14);
  const band = (chart.horizontal ? bottom - top : right - left) / chart.labels.texts.length;
  const along = (value: number) => (value - low) / (high - low);
  return {
    left,
    right,
    top,
    bottom,
    band,
    labelRoom,
    ticks,
    toX: (value) => left + along(value) * (right - left),
    toY: (value) => bottom - along(value) * (bottom - top),
    middle: (index) => (chart.horizontal ? top : left) + band * (index + 0.5),
  };
}

export function axisChart(chart: AxisChart, look: ChartLook): SvgNode[] {
  const { width, height } = chart.place;
  if (chart.labels.texts.length === 0 || chart.series.length === 0) {
    return [
      text(look.words.noData, width / 2, height / 2, { 'text-anchor': 'middle', class: 'chart-quiet' }),
    ];
  }
  const drawn = spans(chart);
  const values = drawn.flatMap((list) => list.flatMap((span) => (span === null ? [] : [span.to])));
  const plot = plotOf(chart, values);
  const marks = chart.series.flatMap((series, index) => {
    const color = seriesColor(index, series.color, look);
    const mine = drawn[index] ?? [];
    return series.kind === 'line' || series.kind === 'area'
      ? lineMarks(chart, series, mine, plot, color)
      : barMarks(chart, series, mine, plot, color);
  });
  return [
    ...valueAxis(chart, plot),
    ...marks,
    chart.horizontal ? upright(plot.toX(0), plot, 'chart-axis') : level(plot.toY(0), plot, 'chart-axis'),
    ...domainLabels(chart, plot),
    ...axisTitles(chart, plot),
    ...legend(chart, look),
  ];
}

function upright(x: number, plot: Plot, kind: string): SvgNode {
  return node('line', { x1: x, x2: x, y1: plot.top, y2: plot.bottom, class: kind });
}

function level(y: number, plot: Plot, kind: string): SvgNode {
  return node('line', { x1: plot.left, x2: plot.right, y1: y, y2: y, class: kind });
}

function valueAxis(chart: AxisChart, plot: Plot): SvgNode[] {
  return plot.ticks.flatMap((tick) => {
    const label = chart.stacking === 'percent' ? `${tick}%` : shortNumber(tick);
    return chart.horizontal
      ? [
          upright(plot.toX(tick), plot, 'chart-grid'),
          text(label, plot.toX(tick), plot.bottom + 15, { 'text-anchor': 'middle', class: 'chart-label' }),
        ]
      : [
          level(plot.toY(tick), plot, 'chart-grid'),
          text(label, plot.left - 8, plot.toY(tick) + 4, { 'text-anchor': 'end', class: 'chart-label' }),
        ];
  });
}

function domainLabels(chart: AxisChart, plot: Plot): SvgNode[] {
  // A date is read whole or not at all.
  const needed = chart.horizontal ? 14 : Math.min(66, longest(chart.labels.texts) * 6.4);
  const every = Math.max(1, Math.ceil((needed + 4) / plot.band));
  return chart.labels.texts.flatMap((label, i) => {
    if (i % every !== 0) return [];
    if (chart.horizontal) {
      const place = { 'text-anchor': 'end', class: 'chart-label' };
      return [text(fitted(label, plot.labelRoom), plot.left - 8, plot.middle(i) + 4, place)];
    }
    // Cut by the chart's edge a date would read as another.
    if (plot.middle(i) + Math.min(needed, label.length * 6.4) / 2 > chart.place.width) return [];
    const place = { 'text-anchor': 'middle', class: 'chart-label' };
    return twoLines(label, plot.band * every - 4).map((line, n) =>
      text(line, plot.middle(i), plot.bottom + 15 + n * 13, place),
    );
  });
}

function tip(chart: AxisChart, series: ChartSeries, index: number): SvgNode {
  const value = shortNumber(series.values[index] ?? 0);
  return node('title', {}, [`${chart.labels.texts[index] ?? ''}: ${value}`]);
}

/** An empty cell breaks the line, as in Google Sheets. */
function lineMarks(
  chart: AxisChart,
  series: ChartSeries,
  mine: readonly (Span | null)[],
  plot: Plot,
  color: string,
): SvgNode[] {
  const runs: { x: number; y: number; base: number }[][] = [[]];
  const dots: SvgNode[] = [];
  for (const [i, span] of mine.entries()) {
    if (span === null) {
      runs.push([]);
      continue;
    }
    const point = { x: plot.middle(i), y: plot.toY(span.to), base: plot.toY(span.from) };
    runs.at(-1)?.push(point);
    dots.push(node('circle', { cx: point.x, cy: point.y, r: 3.5, fill: color }, [tip(chart, series, i)]));
  }
  const path = (points: readonly { x: number; y: number }[]) =>
    points.map(({ x, y }) => `${round(x)} ${round(y)}`).join('L');
  const lines = runs.flatMap((run) => {
    if (run.length === 0) return [];
    const stroke = { fill: 'none', stroke: color, 'stroke-width': 2.5, 'stroke-linejoin': 'round' };
    const line = node('path', { d: `M${path(run)}`, ...stroke });
    if (series.kind === 'line') return [line];
    const back = [...run].reverse().map(({ x, base }) => ({ x, y: base }));
    return [node('path', { d: `M${path(run)}L${path(back)}Z`, fill: color, 'fill-opacity': 0.3 }), line];
  });
  return [...lines, ...dots];
}

function barMarks(
  chart: AxisChart,
  series: ChartSeries,
  mine: readonly (Span | null)[],
  plot: Plot,
  color: string,
): SvgNode[] {
  // Bars of one entry stand side by side unless they are stacked.
  const beside = chart.series.filter((other) => other.kind === 'column' || other.kind === 'bar');
  const slots = chart.stacking === 'none' ? Math.max(1, beside.length) : 1;
  const slot = chart.stacking === 'none' ? beside.indexOf(series) : 0;
  const thick = Math.min(chart.horizontal ? 28 : 56, (plot.band * 0.7) / slots);
  return mine.flatMap((span, i) => {
    if (span === null) return [];
    const start = plot.middle(i) + thick * (slot - slots / 2);
    const [a, b] = chart.horizontal
      ? [plot.toX(span.from), plot.toX(span.to)]
      : [plot.toY(span.from), plot.toY(span.to)];
    const size = Math.abs(b - a);
    const shape = chart.horizontal
      ? { x: Math.min(a, b), y: start, width: size, height: thick }
      : { x: start, y: Math.min(a, b), width: thick, height: size };
    return [node('rect', { ...shape, rx: Math.min(3, size / 2), fill: color }, [tip(chart, series, i)])];
  });
}

function bottomTitle(chart: AxisChart): string {
  return chart.horizontal ? chart.valueTitle : chart.domainTitle;
}

function axisTitles(chart: AxisChart, plot: Plot): SvgNode[] {
  const place = { 'text-anchor': 'middle', class: 'chart-quiet' };
  const titles: SvgNode[] = [];
  const bottom = bottomTitle(chart);
  if (bottom !== '') {
    const y = plot.bottom + (chart.horizontal ? 33 : 44);
    titles.push(text(bottom, (plot.left + plot.right) / 2, y, place));
  }
  if (!chart.horizontal && chart.valueTitle !== '') {
    const [x, y] = [MARGIN + 4, (plot.top + plot.bottom) / 2];
    titles.push(text(chart.valueTitle, x, y, { ...place, transform: `rotate(-90 ${x} ${round(y)})` }));
  }
  return titles;
}

const LEGEND_LINE = 16;
/** The coloured square, and the gap to the next name. */
const LEGEND_MARK = 30;

/** Which series are named on which line: as many as fit, in their order. Nameless ones have nothing to show. */
function legendLines(
  chart: AxisChart,
): readonly (readonly { readonly index: number; readonly width: number }[])[] {
  if (chart.legend === 'none') return [];
  const room = chart.place.width - 2 * MARGIN;
  const lines: { index: number; width: number }[][] = [];
  let left = 0;
  for (const [index, series] of chart.series.entries()) {
    if (series.name === '') continue;
    const width = Math.min(room, series.name.length * 6 + LEGEND_MARK);
    if (width > left) {
      lines.push([]);
      left = room;
    }
    lines[lines.length - 1]?.push({ index, width });
    left -= width;
  }
  return lines;
}

function legend(chart: AxisChart, look: ChartLook): SvgNode[] {
  const lines = legendLines(chart);
  return lines.flatMap((line, n) => {
    const y = chart.place.height - MARGIN - (lines.length - 1 - n) * LEGEND_LINE;
    let x = MARGIN;
    return line.flatMap(({ index, width }) => {
      const series = chart.series[index];
      const at = x;
      x += width;
      const fill = seriesColor(index, series?.color ?? null, look);
      return [
        node('rect', { x: at, y: y - 9, width: 10, height: 10, rx: 2, fill }),
        text(fitted(series?.name ?? '', width - 14), at + 16, y, { class: 'chart-label' }),
      ];
    });
  });
}

function longest(texts: readonly string[]): number {
  return texts.reduce((most, label) => Math.max(most, label.length), 0);
}
