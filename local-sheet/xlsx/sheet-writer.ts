/** Writes one sheet of the workbook file. */
import type { Style, Worksheet } from '@cj-tech-master/excelts';
import type { sheets_v4 } from '@googleapis/sheets';
import { BASE_FONT, cellStyle, solidFill } from './cell-style';
import { exportedValue, looksLikeFormula } from './cell-value';
import { excelConditionalFormat } from './conditional-formats';
import type { Sheet } from './grid';
import {
  a1Range,
  boundedRange,
  cellsOf,
  DEFAULT_COLUMN_PIXELS,
  DEFAULT_ROW_PIXELS,
  hexColor,
  titleOf,
} from './grid';
import { pivotAreas } from './pivot-areas';
import type { LongLists } from './validations';
import { excelRule, ruleAreas } from './validations';

/** In a pixel: Excel measures rows in points. */
const POINTS = 0.75;

export class SheetWriter {
  private readonly styles = new Map<string, Partial<Style>>();
  private readonly styleOfFormat = new WeakMap<object, Partial<Style>>();

  constructor(
    private readonly target: Worksheet,
    private readonly sheet: Sheet,
    private readonly leftOut: string[],
  ) {}

  /** Everything but the cells: what is frozen, hidden, how wide, the tab's colour, the filter. */
  writeFrame(): void {
    const { target, sheet } = this;
    const properties = sheet.properties;
    const grid = properties?.gridProperties;
    const frozenRows = grid?.frozenRowCount ?? 0;
    const frozenColumns = grid?.frozenColumnCount ?? 0;
    const showGridLines = grid?.hideGridlines !== true;
    target.views =
      frozenRows + frozenColumns > 0
        ? [{ state: 'frozen', xSplit: frozenColumns, ySplit: frozenRows, showGridLines }]
        : [{ state: 'normal', showGridLines }];
    // Printed, a tab repeats its headings and stays large enough to read. One of charts is a page to be looked at:
    // upright and never cut at the side.
    const hasCharts = (sheet.charts ?? []).length > 0;
    target.pageSetup = {
      ...target.pageSetup,
      orientation: hasCharts ? 'portrait' : 'landscape',
      fitToPage: true,
      fitToWidth: hasCharts ? 1 : pagesAcross(sheet),
      fitToHeight: 0,
    };
    if (frozenRows > 0) target.pageSetup.printTitlesRow = `1:${frozenRows}`;
    if (properties?.hidden) target.state = 'hidden';
    const color = hexColor(properties?.tabColorStyle, properties?.tabColor);
    if (color !== null) target.properties.tabColor = { argb: `FF${color}` };

    for (const block of sheet.data ?? []) {
      for (const [i, column] of (block.columnMetadata ?? []).entries()) {
        const written = target.getColumn((block.startColumn ?? 0) + i + 1);
        written.width = columnWidth(column.pixelSize ?? DEFAULT_COLUMN_PIXELS);
        if (column.hiddenByUser) written.hidden = true;
      }
      for (const [i, row] of (block.rowMetadata ?? []).entries()) {
        const index = (block.startRow ?? 0) + i + 1;
        if (row.hiddenByUser) target.getRow(index).hidden = true;
        // A row that nobody sized is left to fit its text; but charts cover the rows that they cover in Google's sizes.
        const isFixed = hasCharts && i < (block.rowData?.length ?? 0);
        if (row.pixelSize && (isFixed || row.pixelSize !== DEFAULT_ROW_PIXELS))
          target.getRow(index).height = row.pixelSize * POINTS;
      }
    }
    for (const merge of sheet.merges ?? []) target.mergeCells(a1Range(boundedRange(merge, sheet)));
    if (sheet.basicFilter?.range) {
      target.autoFilter = a1Range(boundedRange(sheet.basicFilter.range, sheet));
    }
    const enforced = (sheet.protectedRanges ?? []).filter((range) => range.warningOnly !== true);
    if (enforced.length > 0) {
      this.skip(`${enforced.length} protected range(s): a file knows no editors, so it is left open.`);
    }
    for (const band of sheet.bandedRanges ?? []) this.writeBand(band);
  }

  writeCells(): void {
    let cut = 0;
    const computed = pivotFormats(this.sheet);
    for (const { row, column, cell } of cellsOf(this.sheet)) {
      const format = cell.effectiveFormat ?? cell.userEnteredFormat ?? computed.get(`${row},${column}`);
      const exported = exportedValue(cell);
      if (exported.kind === 'empty' && format === undefined && !cell.note) continue;
      const written = this.target.getCell(row + 1, column + 1);
      if (format !== undefined) written.style = this.styleFor(format);
      else written.style = this.styleFor({});
      if (exported.kind === 'plain') {
        written.value = exported.value;
        if (exported.cut) cut += 1;
        // Text that looks like a formula stays text even after somebody opens and leaves the cell.
        if (typeof exported.value === 'string' && looksLikeFormula(exported.value)) {
          written.style = this.asText(format ?? {});
        }
      } else if (exported.kind === 'formula') {
        // LibreOffice shows the stored result and does not compute on opening.
        written.value =
          exported.result === null
            ? { formula: exported.formula }
            : { formula: exported.formula, result: exported.result };
      }
      if (cell.note) written.note = cell.note;
    }
    if (cut > 0) this.skip(`${cut} text(s) are longer than Excel allows in a cell and end with […].`);
  }

  writeRules(sheets: readonly Sheet[], nameOf: (title: string) => string, lists: LongLists): void {
    for (const { rule, area } of ruleAreas(this.sheet)) {
      const written = excelRule(rule, sheets, this.sheet, lists, nameOf);
      if (written === null) {
        this.skip(`the rule ${rule.condition?.type ?? ''} on ${a1Range(area)} cannot be written.`);
      } else {
        const single = area.endRow - area.startRow === 1;
        this.target.dataValidations.add(single ? a1Range(area) : `range:${a1Range(area)}`, written);
      }
    }
    for (const [index, rule] of (this.sheet.conditionalFormats ?? []).entries()) {
      const written = excelConditionalFormat(rule, index, this.sheet);
      if ('leftOut' in written) {
        this.skip(`the conditional format ${index + 1} (${written.leftOut}) cannot be written.`);
      } else {
        this.target.addConditionalFormatting(written);
      }
    }
  }

  /** Alternating colours, as a rule of the lowest priority, so that they go on where rows are added. */
  private writeBand(band: sheets_v4.Schema$BandedRange): void {
    if (!band.range || !band.rowProperties) return;
    const area = boundedRange(band.range, this.sheet);
    const properties = band.rowProperties;
    const header = hexColor(properties.headerColorStyle, properties.headerColor) === null ? 0 : 1;
    const colors = [
      hexColor(properties.firstBandColorStyle, properties.firstBandColor),
      hexColor(properties.secondBandColorStyle, properties.secondBandColor),
    ];
    for (const [parity, hex] of colors.entries()) {
      if (hex === null || hex === 'FFFFFF') continue;
      const start = area.startRow + header;
      this.target.addConditionalFormatting({
        ref: a1Range({ ...area, startRow: start }),
        rules: [
          {
            type: 'expression',
            formulae: [`MOD(ROW()-${start + 1},2)=${parity}`],
            style: { fill: { ...solidFill(hex), bgColor: { argb: `FF${hex}` } } as Style['fill'] },
            priority: 10_000 + parity,
          },
        ],
      });
    }
  }

  private styleFor(format: sheets_v4.Schema$CellFormat): Partial<Style> {
    const known = this.styleOfFormat.get(format);
    if (known !== undefined) return known;
    const key = JSON.stringify(format);
    const style = this.styles.get(key) ?? { font: { ...BASE_FONT }, ...cellStyle(format) };
    this.styles.set(key, style);
    this.styleOfFormat.set(format, style);
    return style;
  }

  private asText(format: sheets_v4.Schema$CellFormat): Partial<Style> {
    return this.styleFor({ ...format, numberFormat: { type: 'TEXT' } });
  }

  private skip(what: string): void {
    this.leftOut.push(`${titleOf(this.sheet)}: ${what}`);
  }
}

/** Headings and totals of pivot tables, which Google draws by itself. */
function pivotFormats(sheet: Sheet): ReadonlyMap<string, sheets_v4.Schema$CellFormat> {
  const formats = new Map<string, sheets_v4.Schema$CellFormat>();
  const strong = (grey: number): sheets_v4.Schema$CellFormat => ({
    textFormat: { bold: true },
    backgroundColorStyle: { rgbColor: { red: grey, green: grey, blue: grey } },
  });
  const [heading, total] = [strong(0.91), strong(0.95)];
  for (const { area, headingRows, hasTotal } of pivotAreas(sheet)) {
    for (let row = area.startRow; row < area.endRow; row++) {
      const isHeading = row < area.startRow + headingRows;
      if (!isHeading && !(hasTotal && row === area.endRow - 1)) continue;
      for (let column = area.startColumn; column < area.endColumn; column++) {
        formats.set(`${row},${column}`, isHeading ? heading : total);
      }
    }
  }
  return formats;
}

/** Excel measures columns in digits of the base font, 7 pixels each with 5 pixels of padding. */
function columnWidth(pixels: number): number {
  return Math.max(1, Math.round(((pixels - 5) / 7) * 100) / 100);
}

/** What an A4 page in landscape holds at a size that can be read. */
const READABLE_PAGE_PIXELS = 1500;

function pagesAcross(sheet: Sheet): number {
  const columns = sheet.data?.[0]?.columnMetadata ?? [];
  const pixels = columns.reduce(
    (sum, column) => sum + (column.hiddenByUser ? 0 : (column.pixelSize ?? DEFAULT_COLUMN_PIXELS)),
    0,
  );
  return Math.max(1, Math.ceil(pixels / READABLE_PAGE_PIXELS));
}
