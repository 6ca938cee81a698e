/**
 * Cell colours for the light and the dark page. People choose colours for white paper; on the dark page a
 * colour keeps its hue and its lightness is turned over. Text is then moved until it can be read
 * (WCAG 2.2, success criterion 1.4.3: a contrast of at least 4.5).
 */
type Rgb = readonly [red: number, green: number, blue: number];

export const READABLE = 4.5;
const DARK_PAPER: Rgb = [0x1b, 0x1d, 0x21];
const LIGHT_PAPER: Rgb = [255, 255, 255];

export function rgbOf(hex: string): Rgb {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) || 0;
  return [part(0), part(2), part(4)];
}

function hexOf([red, green, blue]: Rgb): string {
  const part = (value: number) => Math.round(value).toString(16).padStart(2, '0');
  return `#${part(red)}${part(green)}${part(blue)}`;
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
export function luminance(color: Rgb): number {
  const [red, green, blue] = color.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(a: Rgb, b: Rgb): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

function mixed(from: Rgb, to: Rgb, share: number): Rgb {
  const part = (at: 0 | 1 | 2) => from[at] + (to[at] - from[at]) * share;
  return [part(0), part(1), part(2)];
}

function hsl([red, green, blue]: Rgb): readonly [number, number, number] {
  const [r, g, b] = [red / 255, green / 255, blue / 255];
  const [high, low] = [Math.max(r, g, b), Math.min(r, g, b)];
  const lightness = (high + low) / 2;
  const spread = high - low;
  if (spread === 0) return [0, 0, lightness];
  const saturation = spread / (1 - Math.abs(2 * lightness - 1));
  const sector =
    high === r ? ((g - b) / spread + 6) % 6 : high === g ? (b - r) / spread + 2 : (r - g) / spread + 4;
  return [sector * 60, saturation, lightness];
}

function fromHsl(hue: number, saturation: number, lightness: number): Rgb {
  const part = (n: number) => {
    const k = (n + hue / 30) % 12;
    const reach = saturation * Math.min(lightness, 1 - lightness);
    return 255 * (lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return [part(0), part(8), part(4)];
}

/** A fill chosen for white paper as a fill for dark paper. */
function darkFill(color: Rgb): Rgb {
  const [hue, saturation, lightness] = hsl(color);
  // White paper becomes dark paper, black stays nearly black; strong colours lose some of their strength.
  return fromHsl(hue, Math.min(saturation, 0.55), 0.12 + (1 - lightness) * 0.55);
}

/** The text colour nearest to the wished one that can be read on the fill. */
function readableOn(fill: Rgb, wished: Rgb): Rgb {
  if (contrast(fill, wished) >= READABLE) return wished;
  const white: Rgb = [255, 255, 255];
  const black: Rgb = [0, 0, 0];
  const toward = contrast(fill, white) >= contrast(fill, black) ? white : black;
  for (let share = 0.1; share < 1; share += 0.1) {
    const tried = mixed(wished, toward, share).map(Math.round) as unknown as Rgb;
    if (contrast(fill, tried) >= READABLE) return tried;
  }
  return toward;
}

interface Painted {
  readonly fill: string | null;
  readonly text: string | null;
}

/** What to paint for a cell with these colours; null leaves it to the page. */
export function paint(background: string | undefined, color: string | undefined, dark: boolean): Painted {
  if (background === undefined && color === undefined) return { fill: null, text: null };
  const paper = dark ? DARK_PAPER : LIGHT_PAPER;
  const chosen = background === undefined ? null : rgbOf(background);
  const fill =
    chosen === null ? null : ((dark ? darkFill(chosen) : chosen).map(Math.round) as unknown as Rgb);
  const wished: Rgb =
    color === undefined
      ? dark
        ? [232, 234, 237]
        : [32, 33, 36]
      : dark
        ? lifted(rgbOf(color))
        : rgbOf(color);
  const text = readableOn(fill ?? paper, wished);
  return { fill: fill === null ? null : hexOf(fill), text: hexOf(text) };
}

/** A text colour chosen for white paper, light enough for dark paper. */
function lifted(color: Rgb): Rgb {
  const [hue, saturation, lightness] = hsl(color);
  return fromHsl(hue, Math.min(saturation, 0.9), Math.max(0.72, 1 - lightness * 0.5)).map(
    Math.round,
  ) as unknown as Rgb;
}
