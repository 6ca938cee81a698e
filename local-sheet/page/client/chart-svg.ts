/** Any chart of the workbook as SVG. */
import type { ReadChart, ScoreChart } from '../../xlsx/chart-data';
import { axisChart } from './axis-chart';
import { pieChart } from './pie-chart';
import type { ChartLook, SvgNode } from './svg-node';
import { fitted, MARGIN, node, text } from './svg-node';

export function chartSvg(chart: ReadChart, look: ChartLook): SvgNode {
  const { width, height } = chart.place;
  const inside =
    chart.kind === 'axes'
      ? axisChart(chart, look)
      : chart.kind === 'pie'
        ? pieChart(chart, look)
        : chart.kind === 'score'
          ? score(chart)
          : [
              text(`${look.words.notDrawn}: ${chart.what}`, width / 2, height / 2, {
                'text-anchor': 'middle',
              }),
            ];
  const heading =
    chart.title === '' || chart.kind === 'score'
      ? []
      : [text(fitted(chart.title, width - 2 * MARGIN, 15), MARGIN, 27, { class: 'chart-title' })];
  const name = chart.altText || chart.title;
  return node('svg', { viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': name }, [
    node('title', {}, [name]),
    ...heading,
    ...inside,
  ]);
}

function score(chart: ScoreChart): SvgNode[] {
  const { width, height } = chart.place;
  const size = Math.min(44, height * 0.4);
  return [
    text(fitted(chart.title, width - 24, 13), width / 2, height * 0.3, {
      'text-anchor': 'middle',
      class: 'chart-quiet',
    }),
    text(chart.text === '' ? '–' : chart.text, width / 2, height * 0.3 + size + 10, {
      'text-anchor': 'middle',
      class: 'chart-score',
      'font-size': size,
    }),
  ];
}
