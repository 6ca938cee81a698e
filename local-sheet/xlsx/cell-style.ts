/** Google's CellFormat as a style of the workbook library. */
import type { Alignment, Border, Borders, Fill, Font, Style } from '@cj-tech-master/excelts';
import type { sheets_v4 } from '@googleapis/sheets';
import { hexColor } from './grid';

type CellFormat = sheets_v4.Schema$CellFormat;

/** What a cell without a format of its own looks like in a new Google spreadsheet. */
export const BASE_FONT = { name: 'Arial', size: 10 } as const;

const DEFAULT_PATTERN: Readonly<Record<string, string>> = {
  TEXT: '@',
  NUMBER: '#,##0.###############',
  PERCENT: '0.00%',
  CURRENCY: '#,##0.00',
  DATE: 'yyyy-mm-dd',
  TIME: 'hh:mm:ss',
  DATE_TIME: 'yyyy-mm-dd hh:mm:ss',
  SCIENTIFIC: '0.00E+00',
};

/**
 * Google's pattern language is nearly that of Excel. Two differences matter here: `am/pm` is upper case in
 * Excel, and only one part may stand in brackets (`[h]:[mm]` is `[h]:mm`).
 * https://developers.google.com/workspace/sheets/api/guides/formats
 */
export function excelNumberFormat(format: sheets_v4.Schema$NumberFormat | undefined): string | null {
  if (format === undefined) return null;
  const pattern = format.pattern ?? '';
  if (pattern === '') return DEFAULT_PATTERN[format.type ?? ''] ?? null;
  return pattern
    .replace(/\ba\/p\b|am\/pm/gi, 'AM/PM')
    .replace(/(\[[hms]+\][^[\]]*)\[([hms]+)\]/gi, '$1$2')
    .replace(/\[([ms]+)\]$/i, (whole, letters: string) => (pattern.startsWith(whole) ? whole : letters));
}

const LINE_STYLES: Readonly<Record<string, Border['style']>> = {
  SOLID: 'thin',
  SOLID_MEDIUM: 'medium',
  SOLID_THICK: 'thick',
  DOTTED: 'dotted',
  DASHED: 'dashed',
  DOUBLE: 'double',
};

function border(side: sheets_v4.Schema$Border | undefined): Partial<Border> | null {
  const style = LINE_STYLES[side?.style ?? ''];
  if (style === undefined) return null;
  return { style, color: { argb: `FF${hexColor(side?.colorStyle, side?.color) ?? '000000'}` } };
}

function borders(of: sheets_v4.Schema$Borders | undefined): Partial<Borders> | null {
  const drawn: Partial<Borders> = {};
  for (const side of ['top', 'bottom', 'left', 'right'] as const) {
    const line = border(of?.[side]);
    if (line !== null) drawn[side] = line;
  }
  return Object.keys(drawn).length === 0 ? null : drawn;
}

function alignment(format: CellFormat): Partial<Alignment> | null {
  const horizontal = format.horizontalAlignment?.toLowerCase();
  const vertical = format.verticalAlignment?.toLowerCase();
  const aligned: Partial<Alignment> = {};
  if (horizontal === 'left' || horizontal === 'center' || horizontal === 'right') {
    aligned.horizontal = horizontal;
  }
  if (vertical === 'top' || vertical === 'middle' || vertical === 'bottom') aligned.vertical = vertical;
  if (format.wrapStrategy === 'WRAP') aligned.wrapText = true;
  if (format.textRotation?.angle) aligned.textRotation = format.textRotation.angle;
  return Object.keys(aligned).length === 0 ? null : aligned;
}

function font(text: sheets_v4.Schema$TextFormat | undefined): Partial<Font> {
  const color = hexColor(text?.foregroundColorStyle, text?.foregroundColor);
  return {
    name: text?.fontFamily ?? BASE_FONT.name,
    size: text?.fontSize ?? BASE_FONT.size,
    ...(color === null ? {} : { color: { argb: `FF${color}` } }),
    ...(text?.bold ? { bold: true } : {}),
    ...(text?.italic ? { italic: true } : {}),
    ...(text?.underline ? { underline: true } : {}),
    ...(text?.strikethrough ? { strike: true } : {}),
  };
}

export function solidFill(hex: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${hex}` } };
}

export function cellStyle(format: CellFormat): Partial<Style> {
  const background = hexColor(format.backgroundColorStyle, format.backgroundColor);
  const numFmt = excelNumberFormat(format.numberFormat);
  const lines = borders(format.borders);
  const aligned = alignment(format);
  return {
    font: font(format.textFormat),
    // White is what an unfilled cell shows; a real white fill would hide the grid lines.
    ...(background === null || background === 'FFFFFF' ? {} : { fill: solidFill(background) }),
    ...(numFmt === null ? {} : { numFmt }),
    ...(lines === null ? {} : { border: lines }),
    ...(aligned === null ? {} : { alignment: aligned }),
  };
}

/** The style of a rule: only what it changes. Excel takes the fill of a differential style from bgColor. */
export function differentialStyle(format: CellFormat): Partial<Style> {
  const background = hexColor(format.backgroundColorStyle, format.backgroundColor);
  const color = hexColor(format.textFormat?.foregroundColorStyle, format.textFormat?.foregroundColor);
  const changed: Partial<Font> = {
    ...(color === null ? {} : { color: { argb: `FF${color}` } }),
    ...(format.textFormat?.bold ? { bold: true } : {}),
    ...(format.textFormat?.italic ? { italic: true } : {}),
    ...(format.textFormat?.strikethrough ? { strike: true } : {}),
  };
  return {
    ...(Object.keys(changed).length === 0 ? {} : { font: changed }),
    ...(background === null
      ? {}
      : { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: `FF${background}` } } }),
  };
}
