/**
 * The order in which Sheets sorts: numbers (dates among them), then texts, then FALSE and TRUE, and empty cells
 * last in both directions. https://support.google.com/docs/answer/3540681
 */
import type { Cell } from './row';
import type { Scalar } from './state';

export interface SortKey {
  /** Within the rows that are compared. */
  readonly column: number;
  readonly descending: boolean;
}

const collators = new Map<string, Intl.Collator>();

export function compareScalars(a: Scalar, b: Scalar, locale: string): number {
  const kinds = kindOf(a) - kindOf(b);
  if (kinds !== 0) return kinds;
  if (typeof a === 'string' && typeof b === 'string') return collatorFor(locale).compare(a, b);
  return Number(a) - Number(b);
}

/** Rows that are equal in every key keep their order: Array.prototype.sort is stable. */
export function compareRows(
  keys: readonly SortKey[],
  locale: string,
): (a: readonly Cell[], b: readonly Cell[]) => number {
  return (a, b) => {
    for (const { column, descending } of keys) {
      const [x, y] = [a[column]?.value ?? null, b[column]?.value ?? null];
      if (x === null || y === null) {
        if (x !== y) return x === null ? 1 : -1;
        continue;
      }
      const order = compareScalars(x, y, locale);
      if (order !== 0) return descending ? -order : order;
    }
    return 0;
  };
}

function kindOf(value: Scalar): number {
  return { number: 0, string: 1, boolean: 2 }[typeof value as 'number' | 'string' | 'boolean'];
}

function collatorFor(locale: string): Intl.Collator {
  const found = collators.get(locale) ?? new Intl.Collator(locale.replace('_', '-'), { sensitivity: 'base' });
  collators.set(locale, found);
  return found;
}
