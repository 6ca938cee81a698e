/** Contrast of the page's colours (WCAG 2.2, 1.4.3 and 1.4.11), in light and dark. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const css = readFileSync(join(__dirname, '../../demo/page/client/page.html'), 'utf8');
const palettes = [...css.matchAll(/:root \{([^}]*)\}/g)].map(([, body = '']) =>
  Object.fromEntries(
    [...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  ),
);

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

describe.each([
  ['light', palettes[0]],
  ['dark', palettes[1]],
])('colours of the page, %s', (_name, palette = {}) => {
  it.each([
    ['ink', 'paper', 4.5],
    ['ink', 'desk', 4.5],
    ['ink', 'own', 4.5],
    ['quiet', 'paper', 4.5],
    ['quiet', 'soft', 4.5],
    ['quiet', 'desk', 4.5],
    ['quiet', 'own', 4.5],
    ['accent', 'paper', 4.5],
    ['accent-deep', 'accent-soft', 4.5],
    ['accent-deep', 'paper', 4.5],
    ['on-accent', 'accent', 4.5],
    ['late', 'paper', 4.5],
    ['late', 'late-soft', 4.5],
    ['hurry', 'paper', 4.5],
    ['accent', 'desk', 3],
  ])('%s on %s has a contrast of %d at least', (front, back, least) => {
    const pair = [palette[front], palette[back]];
    expect(pair).toEqual([expect.stringMatching(/^#/), expect.stringMatching(/^#/)]);
    expect(contrast(pair[0] ?? '', pair[1] ?? '')).toBeGreaterThanOrEqual(least);
  });
});
