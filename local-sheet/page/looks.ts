/** Google's CellFormat as the few things the page draws. */
import type { sheets_v4 } from '@googleapis/sheets';
import { hexColor } from '../xlsx/grid';
import type { Look } from './protocol';

const ALIGN = { LEFT: 'left', CENTER: 'center', RIGHT: 'right' } as const;

export function lookOf(format: sheets_v4.Schema$CellFormat): Look {
  const background = hexColor(format.backgroundColorStyle, format.backgroundColor);
  const text = format.textFormat;
  const color = hexColor(text?.foregroundColorStyle, text?.foregroundColor);
  const align = ALIGN[(format.horizontalAlignment ?? '') as keyof typeof ALIGN];
  return {
    ...(background === null || background === 'FFFFFF' ? {} : { background }),
    ...(color === null || color === '000000' ? {} : { color }),
    ...(text?.bold ? { bold: true } : {}),
    ...(text?.italic ? { italic: true } : {}),
    ...(text?.strikethrough ? { strike: true } : {}),
    ...(text?.underline ? { underline: true } : {}),
    ...(format.wrapStrategy === 'WRAP' ? { wrap: true } : {}),
    ...(align === undefined ? {} : { align }),
    ...(text?.fontSize && text.fontSize !== 10 ? { size: text.fontSize } : {}),
  };
}
