/**
 * Adds charts to a finished workbook file: a drawing part per sheet, a chart part per chart, and the
 * relations and content types that tie them in (ECMA-376 part 2, Open Packaging Conventions).
 */
import type { AxisChart, PieChart } from './chart-data';
import { chartXml, escapeXml } from './chart-xml';
import type { ZipParts } from './zip';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const EMU_PER_PIXEL = 9525;
/** What must follow `<drawing>` in a worksheet part; the schema is a sequence. */
const AFTER_DRAWING =
  /<(?:legacyDrawing|legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)[ />]/;

export type DrawnChart = AxisChart | PieChart;

/** @param charts by the name of the sheet in the file */
export function addCharts(
  parts: ZipParts,
  charts: ReadonlyMap<string, readonly DrawnChart[]>,
  sheetName: (title: string) => string,
): void {
  const files = sheetFiles(parts);
  const types: string[] = [];
  let chartNumber = 0;
  let drawingNumber = 0;
  for (const [sheet, drawn] of charts) {
    const file = files.get(sheet);
    if (file === undefined) throw new Error(`The workbook file has no sheet "${sheet}" to draw on.`);
    if (drawn.length === 0) continue;
    drawingNumber += 1;
    const drawing = `xl/drawings/drawing${drawingNumber}.xml`;
    const relations: string[] = [];
    const anchors: string[] = [];
    for (const [index, chart] of drawn.entries()) {
      chartNumber += 1;
      const id = `rId${index + 1}`;
      relations.push(relation(id, 'chart', `../charts/chart${chartNumber}.xml`));
      anchors.push(anchor(chart, index + 2, id));
      parts.set(`xl/charts/chart${chartNumber}.xml`, bytes(chartXml(chart, sheetName)));
      types.push(override(`/xl/charts/chart${chartNumber}.xml`, 'drawingml.chart'));
    }
    parts.set(drawing, bytes(drawingXml(anchors)));
    parts.set(`xl/drawings/_rels/drawing${drawingNumber}.xml.rels`, bytes(relationsXml(relations)));
    types.push(override(`/${drawing}`, 'drawing'));
    tieToSheet(parts, file, `../drawings/drawing${drawingNumber}.xml`);
  }
  edit(parts, '[Content_Types].xml', (xml) => xml.replace('</Types>', `${types.join('')}</Types>`));
}

function tieToSheet(parts: ZipParts, file: string, target: string): void {
  const relationsFile = file.replace(/([^/]+)$/, '_rels/$1.rels');
  const existing = parts.has(relationsFile) ? text(parts, relationsFile) : relationsXml([]);
  const id = 'rIdDrawing';
  const added = relation(id, 'drawing', target);
  parts.set(
    relationsFile,
    bytes(
      existing.replace(/<\/Relationships>|(?<=<Relationships[^>]*)\/>/, (end) =>
        end === '/>' ? `>${added}</Relationships>` : added + end,
      ),
    ),
  );
  edit(parts, file, (xml) => {
    const tag = `<drawing r:id="${id}"/>`;
    const next = AFTER_DRAWING.exec(xml)?.index ?? xml.lastIndexOf('</worksheet>');
    const withTag = xml.slice(0, next) + tag + xml.slice(next);
    return /<worksheet[^>]*xmlns:r=/.test(withTag)
      ? withTag
      : withTag.replace('<worksheet', `<worksheet xmlns:r="${RELATIONS}"`);
  });
}

/** Name of the sheet → its part, through workbook.xml and its relations. */
function sheetFiles(parts: ZipParts): Map<string, string> {
  const targets = new Map<string, string>();
  for (const tag of text(parts, 'xl/_rels/workbook.xml.rels').match(/<Relationship [^>]*>/g) ?? []) {
    const id = /\bId="([^"]*)"/.exec(tag)?.[1];
    const target = /\bTarget="([^"]*)"/.exec(tag)?.[1];
    if (id !== undefined && target !== undefined) {
      targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    }
  }
  const files = new Map<string, string>();
  for (const tag of text(parts, 'xl/workbook.xml').match(/<sheet [^>]*>/g) ?? []) {
    const name = unescapeXml(/\bname="([^"]*)"/.exec(tag)?.[1] ?? '');
    const file = targets.get(/\br:id="([^"]*)"/.exec(tag)?.[1] ?? '');
    if (file !== undefined) files.set(name, file);
  }
  return files;
}

function anchor(chart: DrawnChart, id: number, relationId: string): string {
  const { row, column, offsetX, offsetY, width, height } = chart.place;
  const at = (pixels: number) => Math.round(pixels * EMU_PER_PIXEL);
  const description = chart.altText === '' ? '' : ` descr="${escapeXml(chart.altText)}"`;
  return (
    `<xdr:oneCellAnchor><xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>${at(offsetX)}</xdr:colOff>` +
    `<xdr:row>${row}</xdr:row><xdr:rowOff>${at(offsetY)}</xdr:rowOff></xdr:from>` +
    `<xdr:ext cx="${at(width)}" cy="${at(height)}"/>` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${id}" name="${escapeXml(chart.title || `Chart ${id - 1}`)}"${description}/>` +
    '<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>' +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">' +
    `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="${relationId}"/>` +
    '</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>'
  );
}

function drawingXml(anchors: readonly string[]): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"' +
    ` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${RELATIONS}">` +
    `${anchors.join('')}</xdr:wsDr>`
  );
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
}

function relationsXml(relations: readonly string[]): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    `<Relationships xmlns="${PACKAGE_RELATIONS}">${relations.join('')}</Relationships>`
  );
}

function override(part: string, type: string): string {
  return `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`;
}

function edit(parts: ZipParts, name: string, change: (xml: string) => string): void {
  parts.set(name, bytes(change(text(parts, name))));
}

function text(parts: ZipParts, name: string): string {
  const part = parts.get(name);
  if (part === undefined) throw new Error(`The workbook file has no part ${name}.`);
  return Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('utf8');
}

function bytes(xml: string): Uint8Array {
  return Buffer.from(xml, 'utf8');
}

function unescapeXml(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
}
