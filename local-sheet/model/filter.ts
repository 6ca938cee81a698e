/** The rows that the basic filter of a sheet hides. */
import { clippedArea } from './area';
import { meets } from './condition';
import { formatValue } from './number-format';
import type { SheetState } from './state';

/**
 * Worked out from the values as they are now. Google hides rows when the filter is set or refreshed, and an edit
 * leaves a row shown until then.
 */
export function filteredRows(sheet: SheetState, locale: string): ReadonlySet<number> {
  const filter = sheet.basicFilter;
  const hidden = new Set<number>();
  const area = filter?.range ? clippedArea(filter.range, sheet) : null;
  const specs = (filter?.filterSpecs ?? []).map(({ columnIndex, filterCriteria }) => ({
    column: columnIndex ?? 0,
    condition: filterCriteria?.condition ?? null,
    values: new Set(filterCriteria?.hiddenValues ?? []),
  }));
  if (area === null || specs.length === 0) return hidden;
  // The first row of the range holds the headings.
  for (let r = area.startRow + 1; r < area.endRow; r++) {
    const row = sheet.rows[r];
    const passes = specs.every(({ column, condition, values }) => {
      const value = row?.values[column] ?? null;
      const shown =
        value === null ? '' : formatValue(value, row?.extras[column]?.format?.numberFormat, locale);
      return !values.has(shown) && (condition === null || meets(condition, value, shown, locale));
    });
    if (!passes) hidden.add(r);
  }
  return hidden;
}
