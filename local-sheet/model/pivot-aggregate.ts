/** The summarizing functions of pivot values. */
import { notEmulated } from './area';
import type { Scalar } from './state';

/** Functions whose result is of the same kind as what they summarize, and so shows in its number format. */
export const KEEPS_FORMAT: ReadonlySet<string> = new Set(['SUM', 'AVERAGE', 'MIN', 'MAX', 'MEDIAN']);

type Aggregate = (values: readonly (Scalar | null)[]) => number | null;

function numbers(values: readonly (Scalar | null)[]): number[] {
  return values.filter((value) => typeof value === 'number');
}

function sum(list: readonly number[]): number {
  return list.reduce((total, value) => total + value, 0);
}

function median(list: readonly number[]): number | null {
  const sorted = [...list].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

function variance(list: readonly number[], divisor: number): number | null {
  if (divisor < 1) return null;
  const mean = sum(list) / list.length;
  return sum(list.map((value) => (value - mean) ** 2)) / divisor;
}

/** null where Sheets would show an error for want of numbers: the cell stays empty here. */
const AGGREGATES: Readonly<Record<string, Aggregate>> = {
  COUNTA: (values) => values.filter((value) => value !== null).length,
  COUNT: (values) => numbers(values).length,
  COUNTUNIQUE: (values) => new Set(values.filter((value) => value !== null)).size,
  SUM: (values) => sum(numbers(values)),
  AVERAGE: (values) => {
    const list = numbers(values);
    return list.length === 0 ? null : sum(list) / list.length;
  },
  // A reduce, because spreading 100,000 arguments overflows the stack.
  MIN: (values) =>
    numbers(values).reduce<number | null>(
      (least, value) => (least === null ? value : Math.min(least, value)),
      null,
    ),
  MAX: (values) =>
    numbers(values).reduce<number | null>(
      (most, value) => (most === null ? value : Math.max(most, value)),
      null,
    ),
  MEDIAN: (values) => median(numbers(values)),
  PRODUCT: (values) => numbers(values).reduce((product, value) => product * value, 1),
  VAR: (values) => variance(numbers(values), numbers(values).length - 1),
  VARP: (values) => variance(numbers(values), numbers(values).length),
  STDEV: (values) => root(variance(numbers(values), numbers(values).length - 1)),
  STDEVP: (values) => root(variance(numbers(values), numbers(values).length)),
};

function root(value: number | null): number | null {
  return value === null ? null : Math.sqrt(value);
}

/** @throws ApiError 501 for a function that is not computed here */
export function aggregateOf(name: string | null | undefined): Aggregate {
  const found = AGGREGATES[name ?? ''];
  if (found === undefined) throw notEmulated(`the pivot function ${name ?? '(none)'}`);
  return found;
}
