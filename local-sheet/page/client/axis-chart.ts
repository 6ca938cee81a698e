/** Columns, bars, lines and areas over two axes. */
import type { AxisChart } from '../../xlsx/chart-data';
import type { ChartLook, SvgNode } from './svg-node';
import { fitted, MARGIN, node, round, seriesColor, shortNumber, TITLE, text } from './svg-node';

/** Steps of 1, 2 or 5 times a power of ten, so that the axis reads in round numbers. */
export function niceTicks(low: number, high: number, wanted = 5): readonly number[] {
  const from = Math.min(0, low);
  const to = Math.max(high, from + 1);
  const rough = (to - from) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((size) => size >= rough) ?? power * 10;
  const ticks: number[] = [];
  const first = Math.floor(from / step);
  for (let i = first; ; i++) {
    const tick = Number((i * step).toPrecision(12));
    ticks.push(tick);
    if (tick >= to) return ticks;
  }
}

/** Values as they are drawn: stacked ones stand on those before them. */
function spans(chart: AxisChart): readonly (readonly { readonly from: number; readonly to: number }[])[] {
  const stacked = chart.stacking !== 'none';
  const sums = chart.labels.texts.map((_, i) =>
    chart.series.reduce((sum, series) => sum + (series.values[i] ?? 0), 0),
  );
  const reached = chart.labels.texts.map(() => 0);
  return chart.series.map((series) =>
    chart.labels.texts.map((_, i) => {
      const share = chart.stacking === 'percent' ? (sums[i] || 1) / 100 : 1;
      const value = (series.values[i] ?? 0) / share;
      if (!stacked || series.kind === 'line') return { from: 0, to: value };
      const from = reached[i] ?? 0;
      reached[i] = from + value;
      return { from, to: from + value };
    }),
  );
}

export function axisChart(chart: AxisChart, look: ChartLook): SvgNode[] {
  const { width, height } = chart.place;
  const count = chart.labels.texts.length;
  if (count === 0 || chart.series.length === 0) {
    return [
      text(look.words.noData, width / 2, height / 2, { 'text-anchor': 'middle', class: 'chart-quiet' }),
    ];
  }
  const drawn = spans(chart);
  const values = drawn.flat().map((span) => span.to);
  const ticks = niceTicks(Math.min(...values), Math.max(...values));
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const legendHeight = chart.legend === 'none' ? 0 : 24;
  const labelRoom = chart.horizontal ? Math.min(width * 0.36, longest(chart.labels.texts) * 6 + 8) : 40;
  const plot = {
    left: MARGIN + labelRoom + (chart.horizontal || chart.valueTitle === '' ? 0 : 14),
    right: width - MARGIN,
    top: chart.title === '' ? MARGIN : TITLE + 6,
    bottom: height - MARGIN - 18 - legendHeight - (bottomTitle(chart) === '' ? 0 : 16),
  };
  const along = (value: number) => (value - low) / (high - low);
  const toX = (value: number) => plot.left + along(value) * (plot.right - plot.left);
  const toY = (value: number) => plot.bottom - along(value) * (plot.bottom - plot.top);
  const band = (chart.horizontal ? plot.bottom - plot.top : plot.right - plot.left) / count;

  const grid = ticks.map((tick) =>
    chart.horizontal
      ? node('line', { x1: toX(tick), x2: toX(tick), y1: plot.top, y2: plot.bottom, class: 'chart-grid' })
      : node('line', { x1: plot.left, x2: plot.right, y1: toY(tick), y2: toY(tick), class: 'chart-grid' }),
  );
  const numbers = ticks.map((tick) => {
    const label = chart.stacking === 'percent' ? `${tick}%` : shortNumber(tick);
    return chart.horizontal
      ? text(label, toX(tick), plot.bottom + 15, { 'text-anchor': 'middle', class: 'chart-label' })
      : text(label, plot.left - 8, toY(tick) + 4, { 'text-anchor': 'end', class: 'chart-label' });
  });
  const every = chart.horizontal
    ? Math.ceil(14 / band)
    : Math.ceil(Math.min(64, longest(chart.labels.texts) * 6) / (band + 2));
  const labels = chart.labels.texts.flatMap((label, i) => {
    if (i % every !== 0) return [];
    const middle = (chart.horizontal ? plot.top : plot.left) + band * (i + 0.5);
    return chart.horizontal
      ? [
          text(fitted(label, labelRoom), plot.left - 8, middle + 4, {
            'text-anchor': 'end',
            class: 'chart-label',
          }),
        ]
      : [
          text(fitted(label, band * every - 4), middle, plot.bottom + 15, {
            'text-anchor': 'middle',
            class: 'chart-label',
          }),
        ];
  });
  const bars = chart.series.filter((series) => series.kind === 'column' || series.kind === 'bar');
  const slots = chart.stacking === 'none' ? Math.max(1, bars.length) : 1;
  const marks = chart.series.flatMap((series, index) => {
    const color = seriesColor(index, series.color, look);
    const mine = drawn[index] ?? [];
    const tip = (i: number) =>
      node('title', {}, [`${chart.labels.texts[i] ?? ''}: ${shortNumber(series.values[i] ?? 0)}`]);
    if (series.kind === 'line' || series.kind === 'area') {
      const points = mine.map((span, i) => ({
        x: plot.left + band * (i + 0.5),
        y: toY(span.to),
        base: toY(span.from),
      }));
      const line = points
        .map((point, i) => `${i === 0 ? 'M' : 'L'}${round(point.x)} ${round(point.y)}`)
        .join('');
      const back = [...points]
        .reverse()
        .map((point) => `L${round(point.x)} ${round(point.base)}`)
        .join('');
      const dots = points.map((point, i) =>
        node('circle', { cx: point.x, cy: point.y, r: 3.5, fill: color }, [tip(i)]),
      );
      return series.kind === 'area'
        ? [
            node('path', { d: `${line}${back}Z`, fill: color, 'fill-opacity': 0.3 }),
            node('path', { d: line, fill: 'none', stroke: color, 'stroke-width': 2 }),
          ]
        : [
            node('path', {
              d: line,
              fill: 'none',
              stroke: color,
              'stroke-width': 2.5,
              'stroke-linejoin': 'round',
            }),
            ...dots,
          ];
    }
    const slot = chart.stacking === 'none' ? bars.indexOf(series) : 0;
    const thick = Math.min(56, (band * 0.7) / slots);
    return mine.map((span, i) => {
      const middle =
        (chart.horizontal ? plot.top : plot.left) + band * (i + 0.5) + thick * (slot - (slots - 1) / 2);
      const [a, b] = chart.horizontal ? [toX(span.from), toX(span.to)] : [toY(span.from), toY(span.to)];
      const size = Math.abs(b - a);
      const shape = chart.horizontal
        ? { x: Math.min(a, b), y: middle - thick / 2, width: size, height: thick }
        : { x: middle - thick / 2, y: Math.min(a, b), width: thick, height: size };
      return node('rect', { ...shape, rx: Math.min(3, size / 2), fill: color }, [tip(i)]);
    });
  });
  const baseline = chart.horizontal
    ? node('line', { x1: toX(0), x2: toX(0), y1: plot.top, y2: plot.bottom, class: 'chart-axis' })
    : node('line', { x1: plot.left, x2: plot.right, y1: toY(0), y2: toY(0), class: 'chart-axis' });
  return [
    ...grid,
    ...marks,
    baseline,
    ...numbers,
    ...labels,
    ...axisTitles(chart, plot),
    ...axisLegend(chart, look),
  ];
}

function bottomTitle(chart: AxisChart): string {
  return chart.horizontal ? chart.valueTitle : chart.domainTitle;
}

function axisTitles(
  chart: AxisChart,
  plot: { left: number; right: number; top: number; bottom: number },
): SvgNode[] {
  const titles: SvgNode[] = [];
  const bottom = bottomTitle(chart);
  if (bottom !== '') {
    titles.push(
      text(bottom, (plot.left + plot.right) / 2, plot.bottom + 33, {
        'text-anchor': 'middle',
        class: 'chart-quiet',
      }),
    );
  }
  if (!chart.horizontal && chart.valueTitle !== '') {
    const [x, y] = [MARGIN + 4, (plot.top + plot.bottom) / 2];
    titles.push(
      text(chart.valueTitle, x, y, {
        'text-anchor': 'middle',
        transform: `rotate(-90 ${x} ${round(y)})`,
        class: 'chart-quiet',
      }),
    );
  }
  return titles;
}

function axisLegend(chart: AxisChart, look: ChartLook): SvgNode[] {
  if (chart.legend === 'none') return [];
  const room = (chart.place.width - 2 * MARGIN) / Math.max(1, chart.series.length);
  return chart.series.flatMap((series, index) => {
    const x = MARGIN + room * index;
    const y = chart.place.height - MARGIN;
    return [
      node('rect', {
        x,
        y: y - 9,
        width: 10,
        height: 10,
        rx: 2,
        fill: seriesColor(index, series.color, look),
      }),
      text(fitted(series.name, room - 20), x + 16, y, { class: 'chart-label' }),
    ];
  });
}

function longest(texts: readonly string[]): number {
  return texts.reduce((most, label) => Math.max(most, label.length), 0);
}
