/** Where rows and columns stand, in pixels. Pure: the grid asks it for every scroll. */

/** Sheets are drawn a third larger than Google's 21-pixel rows: calmer to read and easier to touch. */
export const ROW_SCALE = 4 / 3;
const USUAL_ROW = Math.round(21 * ROW_SCALE);

/** Columns get some more room too: choices are drawn as chips, and people's fonts differ in width from Google's. */
const COLUMN_SCALE = 1.15;

export interface Axis {
  readonly count: number;
  readonly total: number;
  /** Where an entry starts; for `count` where the last one ends. */
  start(index: number): number;
  size(index: number): number;
  /** The entry at this distance from the start. */
  at(offset: number): number;
  /** The next entry that is shown, from `index` on in the given direction; `index` itself where none is. */
  shown(index: number, direction: 1 | -1): number;
}

export function axis(sizes: ArrayLike<number>): Axis {
  const count = sizes.length;
  const starts = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) starts[i + 1] = (starts[i] ?? 0) + (sizes[i] ?? 0);
  const start = (index: number) => starts[Math.min(Math.max(index, 0), count)] ?? 0;
  const size = (index: number) => (index < 0 || index >= count ? 0 : (sizes[index] ?? 0));
  return {
    count,
    total: start(count),
    start,
    size,
    at(offset) {
      let low = 0;
      let high = Math.max(0, count - 1);
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (start(middle) <= offset) low = middle;
        else high = middle - 1;
      }
      // Several hidden entries share one start; the shown one is the last of them, which the search finds.
      return low;
    },
    shown(index, direction) {
      for (let i = index; i >= 0 && i < count; i += direction) if (size(i) > 0) return i;
      return index - direction >= 0 && index - direction < count ? index - direction : index;
    },
  };
}

export function rowSizes(
  count: number,
  heights: readonly (readonly [from: number, count: number, pixels: number])[],
): Float64Array {
  const sizes = new Float64Array(count).fill(USUAL_ROW);
  for (const [from, run, pixels] of heights) {
    const size = pixels === 0 ? 0 : Math.max(USUAL_ROW, Math.round(pixels * ROW_SCALE));
    sizes.fill(size, from, Math.min(count, from + run));
  }
  return sizes;
}

export function columnSizes(widths: readonly number[]): readonly number[] {
  return widths.map((width) => Math.round(width * COLUMN_SCALE));
}

interface ChartPlace {
  readonly offsetX: number;
  readonly offsetY: number;
  readonly width: number;
  readonly height: number;
}

/** A chart covers the cells that it covers in Google's sizes: it grows with them. */
export function chartSize<P extends ChartPlace>(place: P): P {
  return {
    ...place,
    offsetX: Math.round(place.offsetX * COLUMN_SCALE),
    offsetY: Math.round(place.offsetY * ROW_SCALE),
    width: Math.round(place.width * COLUMN_SCALE),
    height: Math.round(place.height * ROW_SCALE),
  };
}

/** Longer texts end with an ellipsis: the whole text is in the line above the grid. */
const MOST_LINES = 4;

interface FittedText {
  readonly text: string;
  /** Pixels from one side of the cell to the other. */
  readonly width: number;
  readonly fontPixels: number;
  readonly wraps: boolean;
}

/** The height a row takes so that its wrapped and its large texts can be read, as Google fits rows to content. */
export function fittedHeight(
  texts: readonly FittedText[],
  widthOf: (text: string, fontPixels: number) => number,
): number {
  return texts.reduce((most, { text, width, fontPixels, wraps }) => {
    const lines = wraps
      ? Math.min(
          MOST_LINES,
          lineCount(text, width - 18, (part) => widthOf(part, fontPixels)),
        )
      : 1;
    return Math.max(most, Math.ceil(lines * lineHeight(fontPixels)) + 9);
  }, USUAL_ROW);
}

export function lineHeight(fontPixels: number): number {
  return fontPixels * 1.4;
}

function lineCount(text: string, room: number, widthOf: (part: string) => number): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = 0;
    lines += 1;
    for (const word of paragraph.split(' ')) {
      const width = widthOf(`${word} `);
      if (used > 0 && used + width > room) {
        lines += 1;
        used = 0;
      }
      used += width;
      if (lines >= MOST_LINES) return MOST_LINES;
    }
  }
  return lines;
}

export interface RowWindow {
  readonly first: number;
  /** Exclusive. */
  readonly end: number;
}

/** The rows to draw: what is seen and a little more, so that scrolling does not outrun the drawing. */
export function rowWindow(rows: Axis, frozen: number, top: number, height: number, spare: number): RowWindow {
  if (frozen >= rows.count) return { first: frozen, end: frozen };
  const offset = rows.start(frozen) + Math.max(0, top);
  const first = Math.max(frozen, rows.at(offset) - spare);
  const end = Math.min(rows.count, rows.at(offset + height) + 1 + spare);
  return { first, end };
}

/** Rows are asked for in blocks of this size, so that the same block is never asked for twice. */
export const BLOCK = 100;

export function blocksOf({ first, end }: RowWindow): readonly number[] {
  const blocks: number[] = [];
  for (let block = Math.floor(first / BLOCK); block * BLOCK < end; block++) blocks.push(block);
  return blocks;
}

export function columnName(column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}
