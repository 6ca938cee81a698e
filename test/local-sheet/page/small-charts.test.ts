/** What keeps narrow charts readable: names on lines of their own, whole dates, whole numbers, shares up to a hundred. */
import { axisChart } from '../../../local-sheet/page/client/axis-chart';
import { chartSize } from '../../../local-sheet/page/client/layout';
import type { ChartLook, SvgNode } from '../../../local-sheet/page/client/svg-node';
import type { AxisChart } from '../../../local-sheet/xlsx/chart-data';

const look: ChartLook = {
  dark: false,
  words: { noData: 'No data', notDrawn: 'Not drawn' },
  color: (hex) => `#${hex}`,
};
const source = { sheetTitle: 'S', area: { startRow: 0, endRow: 1, startColumn: 0, endColumn: 1 } };

function chart(more: Partial<AxisChart>, names: readonly string[], values: readonly number[]): AxisChart {
  return {
    kind: 'axes',
    id: 1,
    title: 'T',
    subtitle: '',
    altText: '',
    place: { sheetId: 0, row: 0, column: 0, offsetX: 0, offsetY: 0, width: 308, height: 246 },
    horizontal: false,
    stacking: 'none',
    legend: 'bottom',
    domainTitle: '',
    valueTitle: '',
    labels: {
      texts: values.map((_, i) => `2026-11-${String(i + 1).padStart(2, '0')}`),
      numbers: null,
      source,
    },
    series: names.map((name) => ({ name, nameSource: null, values, source, color: null, kind: 'column' })),
    ...more,
  };
}

const texts = (nodes: readonly SvgNode[]) =>
  nodes
    .filter(({ tag }) => tag === 'text')
    .map(({ children, attributes }) => ({
      text: String(children[0]),
      x: Number(attributes.x),
      y: Number(attributes.y),
    }));

test('names of series go on the next line rather than being cut', () => {
  const names = ['First answer, median, h', 'First answer, 9 of 10, h', 'Left open'];
  const drawn = texts(axisChart(chart({}, names, [1, 2, 3]), look));
  const legend = names.map((name) => drawn.find(({ text }) => text === name));
  expect(legend.every((entry) => entry !== undefined)).toBe(true);
  expect(new Set(legend.map((entry) => entry?.y)).size).toBe(2);
  expect(Math.max(...legend.map((entry) => entry?.y ?? 999))).toBeLessThan(246);
});

test('a series without a name has no place in the legend', () => {
  const rects = axisChart(chart({}, ['New', ''], [1]), look).filter(({ tag }) => tag === 'rect');
  // Two columns, one square of the legend.
  expect(rects).toHaveLength(3);
});

test('dates on a narrow axis are whole, with some left out', () => {
  const drawn = texts(
    axisChart(
      chart(
        {},
        ['New'],
        Array.from({ length: 26 }, (_, i) => i),
      ),
      look,
    ),
  );
  const dates = drawn.filter(({ text }) => text.startsWith('2026'));
  expect(dates.length).toBeGreaterThan(2);
  expect(dates.length).toBeLessThan(8);
  for (const { text } of dates) expect(text).toMatch(/^2026-11-\d\d$/);
});

test('an axis of whole numbers has no halves, one of hours has', () => {
  const ticks = (values: readonly number[]) =>
    texts(axisChart(chart({}, ['New'], values), look))
      .map(({ text }) => Number(text))
      .filter((n) => !Number.isNaN(n));
  expect(ticks([1, 2]).every(Number.isInteger)).toBe(true);
  expect(ticks([0.4, 0.9]).some((n) => !Number.isInteger(n))).toBe(true);
});

test('shares end at a hundred', () => {
  const drawn = texts(axisChart(chart({ stacking: 'percent' }, ['Yes', 'No'], [3, 1]), look));
  expect(drawn.filter(({ text }) => text.endsWith('%')).map(({ text }) => text)).toEqual([
    '0%',
    '25%',
    '50%',
    '75%',
    '100%',
  ]);
});

test('a chart covers the cells that it covers in Google’s sizes', () => {
  // Rows are drawn 4/3 and columns 1.15 times as large.
  expect(chartSize({ offsetX: 20, offsetY: 21, width: 100, height: 210 })).toEqual({
    offsetX: 23,
    offsetY: 28,
    width: 115,
    height: 280,
  });
});
