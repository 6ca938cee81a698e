/// <reference lib="dom" />
/** How wide a text is drawn. */
import type { Look } from '../protocol';

const CELL_FONT_PIXELS = 13.5;
const LARGEST_FONT_PIXELS = 28;

export function fontPixels(look: Look): number {
  return look.size === undefined ? CELL_FONT_PIXELS : Math.min(LARGEST_FONT_PIXELS, look.size * 1.35);
}

const context = document.createElement('canvas').getContext('2d');
const known = new Map<string, number>();

export function textWidth(text: string, pixels: number): number {
  const key = `${pixels} ${text}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  // Words repeat; the sheets' texts together have some thousands.
  if (known.size > 20_000) known.clear();
  let width = text.length * pixels * 0.55;
  if (context !== null) {
    context.font = `600 ${pixels}px ${getComputedStyle(document.body).fontFamily}`;
    width = context.measureText(text).width;
  }
  known.set(key, width);
  return width;
}
