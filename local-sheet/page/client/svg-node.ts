/** Trees of SVG elements. Pure: the browser makes elements of them, a test makes text. */

export interface SvgNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (SvgNode | string)[];
}

export interface ChartLook {
  readonly dark: boolean;
  readonly words: { readonly noData: string; readonly notDrawn: string };
  /** A colour of the palette or of the chart's own, for this page. */
  readonly color: (hex: string) => string;
}

/** The order of colours for series without their own; neighbours differ in lightness too, for who sees few hues. */
const PALETTE = '1A73E8 E8710A 12A4B5 9334E6 1E8E3E E52592 B06000 5F6368 7BAAF7 C5221F 80868B 0D652D'.split(
  ' ',
);

export const MARGIN = 16;
export const TITLE = 40;
const LABEL = 11;

export function node(
  tag: string,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly (SvgNode | string)[] = [],
): SvgNode {
  const texts = Object.entries(attributes).map(([name, value]) => [
    name,
    typeof value === 'number' ? String(Math.round(value * 100) / 100) : value,
  ]);
  return { tag, attributes: Object.fromEntries(texts) as Record<string, string>, children };
}

export function text(
  content: string,
  x: number,
  y: number,
  more: Record<string, string | number> = {},
): SvgNode {
  return node('text', { x, y, ...more }, [content]);
}

/** Cuts a text to about this many pixels. */
export function fitted(content: string, pixels: number, size = LABEL): string {
  const most = Math.max(1, Math.floor(pixels / (size * 0.56)));
  return content.length <= most ? content : `${content.slice(0, Math.max(1, most - 1))}…`;
}

export function seriesColor(index: number, own: string | null, look: ChartLook): string {
  return look.color(own ?? PALETTE[index % PALETTE.length] ?? '1A73E8');
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

export function shortNumber(value: number): string {
  if (Math.abs(value) >= 10_000) return `${round(value / 1000)}k`;
  return String(round(value));
}

/** One label as at most two lines, broken between words where that shows more of it. */
export function twoLines(label: string, pixels: number): readonly string[] {
  if (fitted(label, pixels) === label || !label.includes(' ')) return [fitted(label, pixels)];
  const words = label.split(' ');
  let first = words[0] ?? '';
  let taken = 1;
  while (
    taken < words.length - 1 &&
    fitted(`${first} ${words[taken]}`, pixels) === `${first} ${words[taken]}`
  ) {
    first += ` ${words[taken]}`;
    taken += 1;
  }
  return [fitted(first, pixels), fitted(words.slice(taken).join(' '), pixels)];
}
