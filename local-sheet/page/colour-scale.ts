/**
 * Colour scales (GradientRule): a number's colour lies between those of two or three points.
 * https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/sheets#GradientRule
 */
import type { sheets_v4 } from '@googleapis/sheets';
import { hexColor } from '../xlsx/grid';

type Point = sheets_v4.Schema$InterpolationPoint;

/** `RRGGBB` for a number, given every number of the rule's ranges. */
export type ColourScale = (value: number, numbers: readonly number[]) => string;

/** What a point stands at. Null for a kind that is not computed here. */
function position(point: Point): ((numbers: readonly number[]) => number) | null {
  const share = Number(point.value ?? Number.NaN);
  switch (point.type) {
    case 'MIN':
      return (numbers) => numbers[0] ?? 0;
    case 'MAX':
      return (numbers) => numbers[numbers.length - 1] ?? 0;
    case 'NUMBER':
      return Number.isNaN(share) ? null : () => share;
    case 'PERCENT':
      return Number.isNaN(share)
        ? null
        : (numbers) => between(numbers[0], numbers[numbers.length - 1], share / 100);
    case 'PERCENTILE':
      return Number.isNaN(share) ? null : (numbers) => percentile(numbers, share / 100);
    default:
      return null;
  }
}

/** @returns null for a rule that is not computed here */
export function colourScale(rule: sheets_v4.Schema$GradientRule): ColourScale | null {
  const points = [rule.minpoint, rule.midpoint, rule.maxpoint].flatMap((point) => (point ? [point] : []));
  const stops = points.flatMap((point) => {
    const at = position(point);
    const hex = hexColor(point.colorStyle, point.color);
    return at === null || hex === null ? [] : [{ at, hex }];
  });
  if (stops.length < 2 || stops.length < points.length) return null;
  let known: readonly number[] | null = null;
  let placed: readonly { readonly at: number; readonly hex: string }[] = [];
  return (value, numbers) => {
    if (known !== numbers) {
      const sorted = [...numbers].sort((a, b) => a - b);
      placed = stops.map(({ at, hex }) => ({ at: at(sorted), hex }));
      known = numbers;
    }
    return colourAt(value, placed);
  };
}

function colourAt(value: number, stops: readonly { readonly at: number; readonly hex: string }[]): string {
  let below = stops[0];
  for (const stop of stops.slice(1)) {
    if (below !== undefined && value <= stop.at) {
      // All numbers alike: the last colour, as where the highest of them stands.
      const share = stop.at === below.at ? 1 : (value - below.at) / (stop.at - below.at);
      return mixed(below.hex, stop.hex, Math.max(0, share));
    }
    below = stop;
  }
  return below?.hex ?? 'FFFFFF';
}

function mixed(from: string, to: string, share: number): string {
  return [0, 2, 4]
    .map((at) => {
      const [a, b] = [Number.parseInt(from.slice(at, at + 2), 16), Number.parseInt(to.slice(at, at + 2), 16)];
      return Math.round(a + (b - a) * share)
        .toString(16)
        .padStart(2, '0')
        .toUpperCase();
    })
    .join('');
}

function between(low = 0, high = 0, share: number): number {
  return low + (high - low) * share;
}

function percentile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  return between(sorted[Math.floor(place)], sorted[Math.ceil(place)], place - Math.floor(place));
}
