/** Pies and rings. */
import type { PieChart } from '../../xlsx/chart-data';
import type { ChartLook, SvgNode } from './svg-node';
import { fitted, MARGIN, node, round, seriesColor, shortNumber, TITLE, text } from './svg-node';

export function pieChart(chart: PieChart, look: ChartLook): SvgNode[] {
  const { width, height } = chart.place;
  const values = chart.series.values.map((value) => Math.max(0, value ?? 0));
  const sum = values.reduce((total, value) => total + value, 0);
  if (sum === 0) {
    return [
      text(look.words.noData, width / 2, height / 2, { 'text-anchor': 'middle', class: 'chart-quiet' }),
    ];
  }
  const top = chart.title === '' ? MARGIN : TITLE + 4;
  const radius = Math.min((height - top - MARGIN) / 2, (width * 0.46 - MARGIN) / 2);
  const center = { x: MARGIN + radius, y: (top + height - MARGIN) / 2 };
  const hole = radius * Math.min(0.85, chart.hole);
  let turned = 0;
  const slices = values.map((value, i) => {
    const share = value / sum;
    const color = seriesColor(i, null, look);
    const tip = node('title', {}, [
      `${chart.labels.texts[i] ?? ''}: ${shortNumber(value)} (${Math.round(share * 100)}%)`,
    ]);
    const d = slicePath(center, radius, hole, turned, share);
    turned += share;
    return node('path', { d, fill: color, class: 'chart-slice', 'fill-rule': 'evenodd' }, [tip]);
  });
  const lines = Math.max(1, Math.floor((height - top - MARGIN) / 20));
  const shown = values.slice(0, lines);
  const startY = center.y - (shown.length * 20) / 2 + 14;
  const legendX = center.x + radius + 24;
  const legend = shown.flatMap((value, i) => [
    node('rect', {
      x: legendX,
      y: startY + i * 20 - 9,
      width: 10,
      height: 10,
      rx: 2,
      fill: seriesColor(i, null, look),
    }),
    text(`${fitted(chart.labels.texts[i] ?? '', width - legendX - 52)}`, legendX + 16, startY + i * 20, {
      class: 'chart-label',
    }),
    text(`${Math.round((value / sum) * 100)}%`, width - MARGIN, startY + i * 20, {
      'text-anchor': 'end',
      class: 'chart-label',
    }),
  ]);
  return [...slices, ...(chart.legend === 'none' ? [] : legend)];
}

export function slicePath(
  center: { readonly x: number; readonly y: number },
  radius: number,
  hole: number,
  from: number,
  share: number,
): string {
  const point = (turn: number, distance: number) => {
    const angle = turn * 2 * Math.PI - Math.PI / 2;
    return `${round(center.x + Math.cos(angle) * distance)} ${round(center.y + Math.sin(angle) * distance)}`;
  };
  const ring = (distance: number, sweep: 0 | 1) =>
    `M${point(0, distance)}A${round(distance)} ${round(distance)} 0 1 ${sweep} ${point(0.5, distance)}` +
    `A${round(distance)} ${round(distance)} 0 1 ${sweep} ${point(0, distance)}Z`;
  // An arc that ends where it began is drawn as nothing, so a whole is two halves.
  if (share > 0.9999) return ring(radius, 1) + (hole > 0 ? ring(hole, 0) : '');
  const large = share > 0.5 ? 1 : 0;
  const to = from + share;
  const outer = `${point(from, radius)}A${round(radius)} ${round(radius)} 0 ${large} 1 ${point(to, radius)}`;
  if (hole === 0) return `M${round(center.x)} ${round(center.y)}L${outer}Z`;
  return `M${outer}L${point(to, hole)}A${round(hole)} ${round(hole)} 0 ${large} 0 ${point(from, hole)}Z`;
}
