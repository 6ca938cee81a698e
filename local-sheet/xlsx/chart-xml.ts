/** DrawingML chart parts (ECMA-376 part 1, chapter 21.2): what the workbook library cannot write. */

import { excelNumberFormat } from './cell-style';
import { xmlText } from './cell-value';
import type {
  AxisChart,
  ChartLabels,
  ChartSeries,
  LegendPlace,
  PieChart,
  SeriesKind,
  SourceRange,
} from './chart-data';
import { absoluteRange, quotedTitle } from './grid';

/** Google's chart colours in their order. */
export const PALETTE = [
  '4285F4',
  'EA4335',
  'FBBC04',
  '34A853',
  'FF6D01',
  '46BDC6',
  '7BAAF7',
  'F07B72',
] as const;

/** Labels smaller than the programs' own 10 points: charts side by side are narrow. */
const SMALL =
  '<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="800"/></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>';

const CATEGORY_AXIS = 111111111;
const VALUE_AXIS = 222222222;

function paletteColor(index: number): string {
  return PALETTE[index % PALETTE.length] ?? PALETTE[0];
}

export function chartXml(chart: AxisChart | PieChart, sheetName: (title: string) => string): string {
  const plot = chart.kind === 'pie' ? piePlot(chart, sheetName) : axisPlot(chart, sheetName);
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"' +
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"' +
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    '<c:roundedCorners val="0"/><c:chart>' +
    (chart.title === '' ? '<c:autoTitleDeleted val="1"/>' : title(chart.title, 1200, false)) +
    (chart.title === '' ? '' : '<c:autoTitleDeleted val="0"/>') +
    `<c:plotArea><c:layout/>${plot}</c:plotArea>${legend(chart.legend)}` +
    '<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>'
  );
}

function axisPlot(chart: AxisChart, sheetName: (title: string) => string): string {
  const indexed = chart.series.map((series, index) => ({ series, index }));
  const groups = new Map<SeriesKind, typeof indexed>();
  for (const entry of indexed) {
    groups.set(entry.series.kind, [...(groups.get(entry.series.kind) ?? []), entry]);
  }
  const plots = [...groups].map(([kind, entries]) => {
    const body = entries.map(({ series, index }) => seriesXml(series, index, chart.labels, kind, sheetName));
    return plotGroup(kind, body.join(''), chart);
  });
  return plots.join('') + categoryAxis(chart) + valueAxis(chart);
}

function plotGroup(kind: SeriesKind, body: string, chart: AxisChart): string {
  const axes = `<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/>`;
  const stacked = { none: 'standard', stacked: 'stacked', percent: 'percentStacked' }[chart.stacking];
  if (kind === 'line') {
    return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${body}<c:marker val="1"/>${axes}</c:lineChart>`;
  }
  if (kind === 'area') {
    return `<c:areaChart><c:grouping val="${stacked}"/><c:varyColors val="0"/>${body}${axes}</c:areaChart>`;
  }
  const grouping = chart.stacking === 'none' ? 'clustered' : stacked;
  const overlap = chart.stacking === 'none' ? '' : '<c:overlap val="100"/>';
  return (
    `<c:barChart><c:barDir val="${kind === 'bar' ? 'bar' : 'col'}"/><c:grouping val="${grouping}"/>` +
    `<c:varyColors val="0"/>${body}<c:gapWidth val="60"/>${overlap}${axes}</c:barChart>`
  );
}

function seriesXml(
  series: ChartSeries,
  index: number,
  labels: ChartLabels,
  kind: SeriesKind,
  sheetName: (title: string) => string,
): string {
  const color = solid(series.color ?? paletteColor(index));
  const look =
    kind === 'line'
      ? `<c:spPr><a:ln w="28575" cap="rnd">${color}<a:round/></a:ln></c:spPr>` +
        `<c:marker><c:symbol val="circle"/><c:size val="5"/><c:spPr>${color}</c:spPr></c:marker>`
      : `<c:spPr>${color}</c:spPr>${kind === 'area' ? '' : '<c:invertIfNegative val="0"/>'}`;
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>${seriesName(series, sheetName)}${look}` +
    `<c:cat>${texts(labels, sheetName)}</c:cat><c:val>${numbers(series, sheetName)}</c:val>` +
    `${kind === 'line' ? '<c:smooth val="0"/>' : ''}</c:ser>`
  );
}

function piePlot(chart: PieChart, sheetName: (title: string) => string): string {
  const points = chart.labels.texts
    .map(
      (_, i) =>
        `<c:dPt><c:idx val="${i}"/><c:bubble3D val="0"/><c:spPr>${solid(paletteColor(i))}` +
        `<a:ln w="9525">${solid('FFFFFF')}</a:ln></c:spPr></c:dPt>`,
    )
    .join('');
  const shown =
    '<c:dLbls><c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/>' +
    '<c:showPercent val="1"/><c:showBubbleSize val="0"/><c:showLeaderLines val="0"/></c:dLbls>';
  const body =
    `<c:varyColors val="1"/><c:ser><c:idx val="0"/><c:order val="0"/>${seriesName(chart.series, sheetName)}` +
    `${points}${shown}<c:cat>${texts(chart.labels, sheetName)}</c:cat>` +
    `<c:val>${numbers(chart.series, sheetName)}</c:val></c:ser><c:firstSliceAng val="0"/>`;
  return chart.hole > 0
    ? `<c:doughnutChart>${body}<c:holeSize val="${Math.min(90, Math.max(10, Math.round(chart.hole * 100)))}"/></c:doughnutChart>`
    : `<c:pieChart>${body}</c:pieChart>`;
}

function categoryAxis(chart: AxisChart): string {
  return (
    `<c:catAx><c:axId val="${CATEGORY_AXIS}"/><c:scaling><c:orientation val="${chart.horizontal ? 'maxMin' : 'minMax'}"/></c:scaling>` +
    `<c:delete val="0"/><c:axPos val="${chart.horizontal ? 'l' : 'b'}"/>` +
    `${chart.domainTitle === '' ? '' : title(chart.domainTitle, 1000, false)}` +
    `<c:numFmt formatCode="${labelFormat(chart.labels)}" sourceLinked="0"/>` +
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>' +
    `<c:tickLblPos val="low"/><c:spPr><a:ln w="9525">${solid('B7B7B7')}</a:ln></c:spPr>` +
    SMALL +
    `<c:crossAx val="${VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>` +
    '<c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
  );
}

function valueAxis(chart: AxisChart): string {
  // LibreOffice otherwise begins the axis near the smallest value, and bars no longer compare by their length.
  const negative = chart.series.some((series) => series.values.some((value) => (value ?? 0) < 0));
  const isShare = chart.stacking === 'percent';
  const limits = `${isShare ? '<c:max val="1"/>' : ''}${negative ? '' : '<c:min val="0"/>'}`;
  return (
    `<c:valAx><c:axId val="${VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>${limits}</c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${chart.horizontal ? 'b' : 'l'}"/>` +
    `<c:majorGridlines><c:spPr><a:ln w="9525">${solid('E0E0E0')}</a:ln></c:spPr></c:majorGridlines>` +
    `${chart.valueTitle === '' ? '' : title(chart.valueTitle, 1000, !chart.horizontal)}` +
    `<c:numFmt formatCode="${isShare ? '0%' : 'General'}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>` +
    `<c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${SMALL}` +
    `<c:crossAx val="${CATEGORY_AXIS}"/><c:crosses val="${chart.horizontal ? 'max' : 'autoZero'}"/>` +
    `<c:crossBetween val="between"/>${isShare ? '<c:majorUnit val="0.25"/>' : ''}</c:valAx>`
  );
}

function title(text: string, size: number, turned: boolean): string {
  const body = turned ? '<a:bodyPr rot="-5400000" vert="horz"/>' : '<a:bodyPr/>';
  const run = `<a:rPr lang="en-US" sz="${size}" b="0">${solid('595959')}</a:rPr><a:t>${escapeXml(text)}</a:t>`;
  return `<c:title><c:tx><c:rich>${body}<a:lstStyle/><a:p><a:r>${run}</a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

function legend(place: LegendPlace): string {
  if (place === 'none') return '';
  const position = { bottom: 'b', top: 't', left: 'l', right: 'r' }[place];
  return `<c:legend><c:legendPos val="${position}"/><c:overlay val="0"/>${SMALL}</c:legend>`;
}

function solid(hex: string): string {
  return `<a:solidFill><a:srgbClr val="${hex}"/></a:solidFill>`;
}

function reference(source: SourceRange, sheetName: (title: string) => string): string {
  return `<c:f>${escapeXml(`${quotedTitle(sheetName(source.sheetTitle))}!${absoluteRange(source.area)}`)}</c:f>`;
}

function seriesName(series: ChartSeries, sheetName: (title: string) => string): string {
  if (series.nameSource === null) return '';
  const cache = `<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escapeXml(series.name)}</c:v></c:pt></c:strCache>`;
  return `<c:tx><c:strRef>${reference(series.nameSource, sheetName)}${cache}</c:strRef></c:tx>`;
}

function texts(labels: ChartLabels, sheetName: (title: string) => string): string {
  const { numbers: known } = labels;
  const points = (known?.values ?? labels.texts).map(
    (label, i) => `<c:pt idx="${i}"><c:v>${escapeXml(String(label))}</c:v></c:pt>`,
  );
  const list = `<c:ptCount val="${points.length}"/>${points.join('')}`;
  const place = reference(labels.source, sheetName);
  return known === null
    ? `<c:strRef>${place}<c:strCache>${list}</c:strCache></c:strRef>`
    : `<c:numRef>${place}<c:numCache><c:formatCode>${labelFormat(labels)}</c:formatCode>${list}</c:numCache></c:numRef>`;
}

/** LibreOffice shows a date as its serial unless its axis names a format of its own. */
function labelFormat({ numbers }: ChartLabels): string {
  return escapeXml(excelNumberFormat(numbers?.format ?? undefined) ?? 'General');
}

function numbers(series: ChartSeries, sheetName: (title: string) => string): string {
  const points = series.values.map((value, i) =>
    value === null ? '' : `<c:pt idx="${i}"><c:v>${value}</c:v></c:pt>`,
  );
  return (
    `<c:numRef>${reference(series.source, sheetName)}<c:numCache><c:formatCode>General</c:formatCode>` +
    `<c:ptCount val="${series.values.length}"/>${points.join('')}</c:numCache></c:numRef>`
  );
}

export function escapeXml(text: string): string {
  return xmlText(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
